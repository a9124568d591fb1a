"""Weeks of invented television on loopback sites, with a clock that only waiting and tests move.

The plan of the demonstration is the truth; seeded events change it and seeded faults spoil what
sites say. The program under test is a whole Container: its own rules decide what is due, its
fetcher waits on the frozen clock, so that gaps, rests and budgets can be read from the sites' log.
Every site in `demo.site_pages.SOURCES` is part.
"""

from __future__ import annotations

import random
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.domain.clock import KST, ManualClock, korean_day
from eats_desktop.domain.schedule import SAME_SLOT, BroadcastId
from eats_desktop.jobs.due_work import DueWork, sync_plan
from eats_desktop.sync.plan import GUIDE_RANK
from tests.helpers.faulty_sites import DRIFTS, Scenario
from tests.helpers.synced import Program, Sites
from tests.helpers.world_events import Events
from tests.helpers.world_scores import Findings

if TYPE_CHECKING:
    from eats_desktop.demo.web import Request

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=KST)
BEAT = timedelta(minutes=30)
_BEATS_A_DAY = 48
_CORRECTIONS = 5
_FAULTS = (
    Scenario.SERVER_ERROR,
    Scenario.BLOCKED,
    Scenario.RATE_LIMITED,
    Scenario.MAINTENANCE,
    Scenario.DRIFT,
    Scenario.TRUNCATED,
    Scenario.EMPTY_DAY,
    Scenario.FEW_ROWS,
    Scenario.WRONG_DATE,
)


class SharedClock(ManualClock):
    """Moved by several waiting threads at once."""

    def __init__(self, instant):
        super().__init__(instant)
        self._lock = threading.Lock()

    def advance(self, by):
        with self._lock:
            super().advance(by)


class FrozenWait(threading.Event):
    """Waiting moves the clock on and costs no time."""

    def __init__(self, clock):
        super().__init__()
        self._clock = clock

    def wait(self, timeout=None):
        if not self.is_set():
            self._clock.advance(timedelta(seconds=timeout or 0))
        return self.is_set()


@dataclass(frozen=True)
class Visit:
    """One request by the frozen clock; `at_once` counts those the host was answering then."""

    at: datetime
    request: Request
    status: int
    at_once: int


class WorldSites(Sites):
    """Sites that note when they were asked by the frozen clock."""

    def __init__(self, clock, slow_s):
        self.visits: list[Visit] = []
        self._busy = Counter()
        self._noting = threading.Lock()
        super().__init__(clock.now, slow_s=slow_s)

    def _answer(self, request):
        at = self._clock()
        with self._noting:
            self._busy[request.source] += 1
            at_once = self._busy[request.source]
        try:
            response = super()._answer(request)
        finally:
            with self._noting:
                self._busy[request.source] -= 1
        self.visits.append(Visit(at, request, response.status, at_once))
        return response


class WorldProgram(Program):
    """A program with the shipped politeness: gaps, retries and budget as a shopper has them."""

    def __init__(self, data_dir, base_urls, clock, sources, ahead):
        self._sources, self._ahead = sources, ahead
        super().__init__(data_dir, base_urls, clock)
        self.container._closing = FrozenWait(clock)

    def settings(self, base_urls, **_options):
        lines = ["[sync]", f"days = {self._ahead}"]
        lines += ["[storage]", "minimum_free_mb = 0", "[notifications]", "quiet_enabled = false"]
        for name, url in base_urls.items():
            enabled = str(name in self._sources).lower()
            lines += [f"[sources.{name}]", f'base_url = "{url}"', f"enabled = {enabled}"]
        return "\n".join(lines)


class World:
    """`run(days)` lives through days; `findings`, `events` and `sites.visits` tell how it went."""

    def __init__(self, data_dir, *, seed=1, sources=SOURCES, ahead=8, fault_share=0.15):
        self.clock = SharedClock(MORNING)
        self.sites = WorldSites(self.clock, slow_s=0.0)
        self.sites.start()
        self.sources = tuple(sources)
        self.outages: dict[str, tuple[datetime, datetime]] = {}
        """Sources that are down from when to when, whatever chance says."""
        self.findings = Findings()
        self.sizes: list[tuple[datetime, int]] = []
        self.jobs = Counter()
        self.program = WorldProgram(data_dir, self.sites.base_urls, self.clock, sources, ahead)
        self.sold = self._sold()
        self.events = Events(self, random.Random(f"events {seed}"))
        self._fault_share = fault_share
        self._chance = random.Random(f"faults {seed}")
        self._data_dir = data_dir
        self._work = self._due_work()

    def __enter__(self):
        return self

    def __exit__(self, *_exc):
        self.program.close()
        self.sites.stop()

    @property
    def truth(self):
        return self.sites.pages.plans["btv_guide"]

    def run(self, days, *, events=8):
        """Beat every half hour, with a few events a day and new faults before every run."""
        self.events.settle_in(round(days))
        last = self.clock.now() + timedelta(days=days)
        chance = random.Random(f"when {days} {events}")
        noon = korean_day(self.clock.now())
        self._work.run()
        while self.clock.now() < last:
            self.clock.advance(BEAT)
            if chance.random() < events / _BEATS_A_DAY:
                self.events.one()
            self.events.price_back()
            self._work.run()
            self.program.container.reminders.tick()
            if self.clock.now().hour >= 12 and korean_day(self.clock.now()) == noon:
                self.sizes.append((self.clock.now(), self._size()))
                noon += timedelta(days=1)

    def synchronise(self, scope, trigger, stop, due_at, job):
        self._spoil()
        report = self.program.container.sync_job.run(scope, trigger, stop, due_at, job)
        self.jobs[job] += 1
        self.events.note_crawl(scope, {o.name for o in report.sources if o.status.value == "ok"})
        if job != "sync_mall":
            self.findings.compare(self)

    def stored(self, event):
        """The row of an event's slot under its present key, however it stands."""
        schedule = self.program.container.databases.schedule
        row = schedule.broadcast(BroadcastId(event.channel_id, event.starts_at))
        for _ in range(_CORRECTIONS):
            if row is None or row.moved_to is None or row.cancelled_at is not None:
                break
            if abs(row.moved_to - event.starts_at) > SAME_SLOT:
                break
            row = schedule.broadcast(BroadcastId(event.channel_id, row.moved_to))
        return row

    def observed(self, event):
        """Prices a product was observed at, oldest first."""
        sql = (
            "SELECT sale_price_krw FROM price_observation"
            " WHERE source = ? AND product_id = ? ORDER BY id"
        )
        return [row[0] for row in self.program.rows(sql, *event.product)]

    def requests_per_day(self):
        """Requests per host and day; robots.txt counts."""
        counts = defaultdict(Counter)
        for visit in self.sites.visits:
            counts[visit.request.source][korean_day(visit.at)] += 1
        return counts

    def _sold(self):
        """Channels whose seller is among the sources, with that source's name."""
        return {
            channel: name
            for name, source in self.program.container.sources.items()
            if name in self.sources and source.info.rank < GUIDE_RANK
            for channel in source.info.channel_ids
        }

    def _due_work(self):
        container = self.program.container
        return DueWork(
            container.tasks,
            _Runner(self),
            sync_plan(
                container.settings.current.sync.days,
                frozenset(n for n, s in container.sources.items() if not s.info.channel_ids),
                str(container.data_dir),
            ),
            container.reminders.wished_ahead,
            container.databases.job_runs,
            container.tidy,
            self.clock,
            lambda: True,
            container._asker,
        )

    def _size(self):
        self.program.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return sum(file.stat().st_size for file in self._data_dir.glob("catalog.db*"))

    def _spoil(self):
        now = self.clock.now()
        for source in self.sources:
            spoiled = self._chance.random() < self._fault_share
            fault = self._chance.choice(_FAULTS) if spoiled else Scenario.OK
            if fault is Scenario.DRIFT and source not in DRIFTS:
                fault = Scenario.MAINTENANCE
            begins, ends = self.outages.get(source, (now, now))
            self.sites.scenario[source] = Scenario.SERVER_ERROR if begins <= now < ends else fault


class _Runner:
    """Stands between due work and the synchronisation: spoils before, compares after."""

    def __init__(self, world):
        self._world = world

    def run(self, scope, trigger, stop, due_at=None, job=""):
        self._world.synchronise(scope, trigger, stop, due_at, job)

    def keep_up(self, stop):
        """Every synchronisation does it."""
