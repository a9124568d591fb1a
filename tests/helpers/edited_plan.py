"""A week plan that tests can change: remove, move, re-price, shorten single broadcasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from eats_desktop.demo.plan import Plan, PlannedSlot

_MOVED = 1000


class EditedPlan:
    """Lays edits over a plan; what the plan itself gives stays as it is."""

    def __init__(self, base: Plan):
        self.base = base
        self._gone: set[tuple[str, date, int]] = set()
        self._changed: dict[tuple[str, date, int], PlannedSlot] = {}
        self._added: dict[tuple[str, date], list[PlannedSlot]] = {}

    def slots(self, channel_id: str, day: date) -> tuple[PlannedSlot, ...]:
        return self._edited(channel_id, day, self.base.slots(channel_id, day))

    def listed(self, channel_id: str, day: date, today: date) -> tuple[PlannedSlot, ...]:
        return self._edited(channel_id, day, self.base.listed(channel_id, day, today))

    def slot(self, channel_id: str, day: date, index: int) -> PlannedSlot:
        return next(s for s in self.slots(channel_id, day) if s.index == index)

    def remove(self, slot: PlannedSlot) -> None:
        self._gone.add(_key(slot))

    def change(self, slot: PlannedSlot) -> None:
        self._changed[_key(slot)] = slot

    def move(self, slot: PlannedSlot, starts_at: datetime) -> None:
        """Air the slot at another time instead, its index raised by a thousand.

        Whatever it then overlaps is dropped.
        """
        opens = timedelta(minutes=BY_CHANNEL[slot.channel_id].opens)
        moved = replace(
            slot,
            day=korean_day(starts_at - opens),
            index=slot.index + _MOVED,
            starts_at=starts_at,
            ends_at=starts_at + (slot.ends_at - slot.starts_at),
        )
        self.remove(slot)
        self._added.setdefault((moved.channel_id, moved.day), []).append(moved)

    def restore(self, slot: PlannedSlot) -> None:
        """Air again what was removed."""
        self._gone.discard(_key(slot))

    def undo(self, channel_id: str, day: date) -> None:
        self._gone = {key for key in self._gone if key[:2] != (channel_id, day)}
        self._changed = {k: v for k, v in self._changed.items() if k[:2] != (channel_id, day)}
        self._added.pop((channel_id, day), None)

    def _edited(
        self, channel_id: str, day: date, slots: tuple[PlannedSlot, ...]
    ) -> tuple[PlannedSlot, ...]:
        added = self._added.get((channel_id, day), [])
        untouched = [s for s in slots if not any(_overlap(s, new) for new in added)]
        kept = [
            self._changed.get(_key(slot), slot)
            for slot in (*untouched, *added)
            if _key(slot) not in self._gone
        ]
        return tuple(sorted(kept, key=lambda slot: slot.starts_at))


class ShortPlan:
    """A plan whose days end after so many rows."""

    def __init__(self, base: Plan, rows: int):
        self.base = base
        self._rows = rows

    def slots(self, channel_id: str, day: date) -> tuple[PlannedSlot, ...]:
        return self.base.slots(channel_id, day)[: self._rows]

    def listed(self, channel_id: str, day: date, today: date) -> tuple[PlannedSlot, ...]:
        return self.base.listed(channel_id, day, today)[: self._rows]


class DayEdit:
    """Edits of one channel's broadcast day; `index` is PlannedSlot.index and never shifts."""

    def __init__(self, plans: list[EditedPlan], channel_id: str, day: date):
        self._plans = plans
        self._channel_id = channel_id
        self._day = day

    def slots(self) -> tuple[PlannedSlot, ...]:
        return self._plans[0].slots(self._channel_id, self._day)

    def remove(self, index: int) -> DayEdit:
        for plan in self._plans:
            plan.remove(self._slot(plan, index))
        return self

    def restore(self, slot: PlannedSlot) -> DayEdit:
        for plan in self._plans:
            plan.restore(slot)
        return self

    def move(self, index: int, new_start: datetime) -> DayEdit:
        for plan in self._plans:
            plan.move(self._slot(plan, index), new_start)
        return self

    def price(self, index: int, krw: int) -> DayEdit:
        """Sell the main product at another price."""
        for plan in self._plans:
            slot = self._slot(plan, index)
            main, *sides = slot.products
            dearer = replace(main, price_krw=krw, list_krw=max(main.list_krw, krw))
            plan.change(replace(slot, products=(dearer, *sides)))
        return self

    def end(self, index: int, ends_at: datetime) -> DayEdit:
        for plan in self._plans:
            plan.change(replace(self._slot(plan, index), ends_at=ends_at))
        return self

    def shift(self, by: timedelta) -> DayEdit:
        """Air the whole day so much later."""
        for plan in self._plans:
            for slot in plan.slots(self._channel_id, self._day):
                plan.change(replace(slot, starts_at=slot.starts_at + by, ends_at=slot.ends_at + by))
        return self

    def undo(self) -> None:
        """Take back all edits of this day."""
        for plan in self._plans:
            plan.undo(self._channel_id, self._day)

    def _slot(self, plan: EditedPlan, index: int) -> PlannedSlot:
        return plan.slot(self._channel_id, self._day, index)


def _key(slot: PlannedSlot) -> tuple[str, date, int]:
    return (slot.channel_id, slot.day, slot.index)


def _overlap(one: PlannedSlot, other: PlannedSlot) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
