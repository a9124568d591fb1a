"""What happens in the simulated world: broadcasts move, go, come back, change price and name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from eats_desktop.demo.plan import starting_on
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.schedule import SAME_SLOT

_KINDS = ("moved", "moved", "cancelled", "cancelled", "restored", "priced", "priced", "renamed")
_LATER = (70, 95, 130)
_OWN = 5
"""Slots a day and channel whose main product airs nowhere else."""


@dataclass
class Happening:
    """One event of the truth; `seen` counts the good crawls of its seller from then to its start.

    `stored` says that the program knew the slot; `wish` is the heart given to it just before.
    """

    kind: str
    channel_id: str
    starts_at: datetime
    at: datetime
    new_start: datetime | None = None
    product: tuple[str, str] | None = None
    prices: tuple[int, ...] = ()
    name: str = ""
    seen: int = 0
    is_over: bool = False
    stored: bool = False
    wish: int | None = None


class Events:
    """Makes events in the plans of all sites, and judges how the program told them."""

    def __init__(self, world, rng):
        self._world = world
        self._rng = rng
        self._own = set()
        self.all: list[Happening] = []

    def settle_in(self, days):
        """Give some slots of every sold channel a product of their own, before anyone asks."""
        today = korean_day(self._world.clock.now())
        number = 0
        for channel, source in self._world.sold.items():
            for n in range(-1, days + 12):
                day = today + timedelta(days=n)
                slots = [s for s in self._truth.slots(channel, day) if s.products[0].price_krw]
                for slot in self._rng.sample(slots, min(_OWN, len(slots))):
                    number += 1
                    self._own.add((channel, slot.starts_at))
                    self._change(slot, replace(slot.products[0], **_own_face(slot, source, number)))

    def one(self):
        kind = self._rng.choice(_KINDS)
        if kind == "restored":
            self._restore()
            return
        slot = self._choose(own=kind != "cancelled")
        if slot is not None:
            getattr(self, f"_{kind}")(slot)

    def note_crawl(self, scope, good):
        """Count a run for every event whose seller answered well for its day."""
        now = self._world.clock.now()
        dates = set(scope.dates(now))
        for event in self.all:
            heard = self._world.sold[event.channel_id] in good
            wanted = scope.channels is None or event.channel_id in scope.channels
            if now < event.starts_at and heard and wanted and korean_day(event.starts_at) in dates:
                event.seen += 1

    def price_back(self):
        for event in self.all:
            if event.kind == "priced" and event.seen and not event.is_over:
                slot = self._find(self._truth, event)
                if slot is None or event.starts_at < self._world.clock.now() + timedelta(hours=2):
                    continue
                self._edit(slot).price(slot.index, event.prices[0])
                event.is_over, event.seen = True, 0

    def verdicts(self):
        """Return (kind, verdict) counted: right, wrong, or unheard when no crawl could tell."""
        return Counter((event.kind, self._verdict(event)) for event in self.all)

    def wrong(self):
        return [event for event in self.all if self._verdict(event) == "wrong"]

    @property
    def _truth(self):
        return self._world.truth

    def _edit(self, slot):
        return self._world.sites.edit(slot.channel_id, slot.day)

    def _choose(self, *, own):
        """A sold slot that starts in 7 to 17 hours and that nothing happened to yet."""
        now = self._world.clock.now()
        found = [
            s
            for channel in self._world.sold
            for n in (0, 1)
            for s in self._truth.slots(channel, korean_day(now) + timedelta(days=n))
            if timedelta(hours=7) < s.starts_at - now < timedelta(hours=17)
            and not self._is_touched(s)
            and s.index < 1000
            and ((channel, s.starts_at) in self._own) is own
        ]
        return self._rng.choice(found) if found else None

    def _is_touched(self, slot):
        """Whether something happened to this time of the channel already."""
        return any(
            e.channel_id == slot.channel_id
            and any(
                at and abs(at - slot.starts_at) <= SAME_SLOT for at in (e.starts_at, e.new_start)
            )
            for e in self.all
        )

    def _note(self, kind, slot, **more):
        event = Happening(kind, slot.channel_id, slot.starts_at, self._world.clock.now(), **more)
        known = self._world.stored(event)
        event.stored = known is not None and bool(known.products)
        if event.stored and kind != "dropped":
            event.wish = self._world.program.container.wishes.wish_broadcast(known.id).wish_id
        self.all.append(event)
        return event

    def _cancelled(self, slot):
        self._note("cancelled", slot)
        self._edit(slot).remove(slot.index)

    def _restore(self):
        soon = self._world.clock.now() + timedelta(hours=2)
        for event in self.all:
            if event.kind == "cancelled" and event.seen >= 2 and event.starts_at > soon:
                slot = self._find(self._truth.base, event)
                around = starting_on(
                    self._truth, BY_CHANNEL[event.channel_id], korean_day(slot.starts_at)
                )
                if any(s.starts_at < slot.ends_at and slot.starts_at < s.ends_at for s in around):
                    continue
                self._edit(slot).restore(slot)
                event.kind, event.at, event.seen = "restored", self._world.clock.now(), 0
                return

    def _moved(self, slot):
        """Air it an hour or two later the same day; what was on there is dropped."""
        to = slot.starts_at + timedelta(minutes=self._rng.choice(_LATER))
        ends = to + (slot.ends_at - slot.starts_at)
        around = [
            s
            for n in (-1, 0, 1)
            for s in self._truth.slots(slot.channel_id, slot.day + timedelta(days=n))
        ]
        dropped = [s for s in around if s.starts_at < ends and to < s.ends_at and s != slot]
        odd = any(self._is_touched(s) or s.day != slot.day for s in dropped)
        target = replace(slot, starts_at=to)
        if odd or self._is_touched(target) or korean_day(to) != korean_day(slot.starts_at):
            return
        self._note("moved", slot, new_start=to)
        for other in dropped:
            event = self._note("dropped", other)
            event.is_over = abs(other.starts_at - to) <= SAME_SLOT
        self._edit(slot).move(slot.index, to)

    def _priced(self, slot):
        main = slot.products[0]
        product = (self._world.sold[slot.channel_id], main.product_id)
        prices = (main.price_krw, main.price_krw + 1000)
        self._note("priced", slot, product=product, prices=prices)
        self._edit(slot).price(slot.index, prices[1])

    def _renamed(self, slot):
        name = f"{slot.products[0].name} 기획세트"
        self._note("renamed", slot, name=name)
        self._change(slot, replace(slot.products[0], name=name))

    def _change(self, slot, main):
        for plan in self._world.sites.pages.plans.values():
            plan.change(replace(slot, products=(main, *slot.products[1:])))

    def _find(self, plan, event):
        station, day = BY_CHANNEL[event.channel_id], korean_day(event.starts_at)
        slots = starting_on(plan, station, day)
        return next((s for s in slots if s.starts_at == event.starts_at), None)

    def _verdict(self, event):
        needed = 2 if event.kind in ("cancelled", "dropped") else 1
        if not event.stored or event.seen < needed:
            return "unheard"
        return "right" if getattr(self, f"_{event.kind}_is_told")(event) else "wrong"

    def _cancelled_is_told(self, event):
        row = self._world.stored(event)
        return row.cancelled_at is not None and row.moved_to is None

    def _dropped_is_told(self, event):
        row = self._world.stored(event)
        return event.is_over or row.cancelled_at is not None or row.moved_to is not None

    def _restored_is_told(self, event):
        row = self._world.stored(event)
        return row.cancelled_at is None and row.moved_to is None

    def _moved_is_told(self, event):
        wishes = self._world.program.container.databases.wishes.wishes()
        wish = next((w for w in wishes if w.wish_id == event.wish), None)
        there = [self._world.stored(event).moved_to]
        there.append(wish.broadcast_id.starts_at if wish and wish.broadcast_id else None)
        return all(at and abs(at - event.new_start) <= SAME_SLOT for at in there)

    def _priced_is_told(self, event):
        first, second = event.prices
        wanted = [first, second, first] if event.is_over else [first, second]
        return self._world.observed(event) == wanted

    def _renamed_is_told(self, event):
        return any(event.name in p.name for p in self._world.stored(event).products)


def _own_face(slot, source, number):
    digits = 10 if source == "hmall" else len(slot.products[0].product_id)
    number_text = str(9 * 10 ** (digits - 1) + number)
    return {"product_id": number_text, "name": f"{slot.products[0].name} {number}호"}
