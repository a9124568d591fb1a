"""How well what is stored fits the truth of the simulated world, and how politely it was asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from eats_desktop.demo.plan import starting_on
from eats_desktop.demo.stations import STATIONS
from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.schedule import SAME_SLOT

_GAP_S = 1.5
_BUDGET = 400
_REST = timedelta(minutes=30)


@dataclass
class Score:
    """Counts of what was right, what was stored beside the truth, and what was not stored."""

    right: int = 0
    extra: int = 0
    lacking: int = 0

    @property
    def precision(self):
        return self.right / max(self.right + self.extra, 1)

    @property
    def recall(self):
        return self.right / max(self.right + self.lacking, 1)


@dataclass
class Findings:
    """`product` counts the products of sold broadcasts; what lacks counts main products only."""

    slots: Score = field(default_factory=Score)
    products: Score = field(default_factory=Score)
    overlaps: set = field(default_factory=set)
    false_cancels: set = field(default_factory=set)
    false_moves: set = field(default_factory=set)

    def compare(self, world):
        """Hold what is stored of the rest of today and of tomorrow against the truth."""
        now = world.clock.now() + SAME_SLOT
        days = [korean_day(now) + timedelta(days=n) for n in (0, 1)]
        rows = defaultdict(list)
        for day in days:
            for b in world.program.broadcasts(day):
                if b.starts_at > now and b.day == day:
                    rows[b.id.channel_id].append(b)
        for station in STATIONS:
            true = [s for day in days for s in starting_on(world.truth, station, day)]
            true = [s for s in true if s.starts_at > now]
            self._judge(world, station.channel_id, rows[station.channel_id], true)

    def _judge(self, world, channel, stored, true):
        on = [b for b in stored if b.cancelled_at is None]
        pairs = _pair(on, true)
        self.slots.right += len(pairs)
        self.slots.extra += len(on) - len(pairs)
        self.slots.lacking += len(true) - len(pairs)
        for b, s in pairs:
            if channel in world.sold and b.products:
                listed = {p.product_id for p in b.products}
                wanted = {p.product_id for p in s.products}
                self.products.right += len(listed & wanted)
                self.products.extra += len(listed - wanted)
                self.products.lacking += s.products[0].product_id not in listed
        self.overlaps |= {
            (str(one.id), str(other.id))
            for one, other in pairwise(on)
            if one.id.lineup == other.id.lineup and _is_double(world, one, other)
        }
        alive = {s.starts_at for s in true}
        for b in stored:
            if b.cancelled_at is not None and b.starts_at in alive and not _is_back(world, b):
                (self.false_moves if b.moved_to else self.false_cancels).add(str(b.id))


def _is_double(world, one, other):
    """Whether two stand for one time; what the truth dropped stands until it is omitted twice."""
    if one.ends_at - other.starts_at <= SAME_SLOT:
        return False
    mains = [b.products[0].key for b in (one, other) if b.products]
    if other.starts_at - one.starts_at <= SAME_SLOT and len(set(mains)) < 2:
        return True
    changed = any(
        e.channel_id == b.id.channel_id and abs(e.starts_at - b.starts_at) <= SAME_SLOT
        for e in world.events.all
        for b in (one, other)
    )
    return not changed


def _is_back(world, broadcast):
    """Whether it was off when it was stored so, and is on again since."""
    return any(
        e.kind == "restored"
        and (e.channel_id, e.starts_at) == (broadcast.id.channel_id, broadcast.starts_at)
        and e.at >= broadcast.cancelled_at
        for e in world.events.all
    )


def _pair(stored, true):
    """Pair stored broadcasts with true slots one to one, nearest starts first."""
    near = sorted(
        (abs(b.starts_at - s.starts_at), i, j)
        for i, b in enumerate(stored)
        for j, s in enumerate(true)
        if abs(b.starts_at - s.starts_at) <= SAME_SLOT
    )
    pairs = {}
    for _, i, j in near:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(stored[i], true[j]) for i, j in pairs.items()]


def bad_manners(visits):
    """Return what was impolite in the sites' log, by the frozen clock; empty when nothing was."""
    hosts = defaultdict(list)
    for visit in visits:
        hosts[visit.request.source].append(visit)
    return [problem for host, log in hosts.items() for problem in _problems(host, log)]


def _problems(host, log):
    if log[0].request.path != "/robots.txt":
        yield f"{host}: asked before its robots.txt"
    if any(not v.request.headers.get("user-agent", "").startswith("EatsDesktop/") for v in log):
        yield f"{host}: another agent"
    if max(v.at_once for v in log) > 1:
        yield f"{host}: two requests at once"
    days = Counter(korean_day(v.at) for v in log)
    if max(days.values()) > _BUDGET:
        yield f"{host}: {max(days.values())} requests on one day"
    for one, other in pairwise(log):
        gap = (other.at - one.at).total_seconds()
        if gap < _GAP_S - 1e-6:
            yield f"{host}: {gap:.2f} s between requests at {other.at:%m-%d %H:%M:%S}"
    yield from _asked_again(host, log)


def _asked_again(host, log):
    """Yield pages that were asked for again too soon after the site refused them."""
    for i, visit in enumerate(log):
        if visit.status != 403:
            continue
        asked = (visit.request.path, visit.request.query)
        same = (v for v in log[i + 1 :] if (v.request.path, v.request.query) == asked)
        soon = next(same, None)
        if soon is not None and soon.at - visit.at < _REST:
            yield f"{host}: asked again after {soon.at - visit.at} though refused"
