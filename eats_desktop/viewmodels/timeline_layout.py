"""Where the broadcasts of a day stand in the timetable: rows are channels, x is minutes; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.schedule import Broadcast, Channel

DAY = 24 * 60
SHORTEST = 20
"""A shorter slot is drawn this wide, in minutes, so that it can be read and hit."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A broadcast in its place: `x` and `width` in minutes of the day, `lane` from the top."""

    key: str
    row: int
    lane: int
    x: int
    width: int

    @property
    def end(self) -> int:
        return self.x + self.width

    def distance(self, minute: float) -> float:
        """Return how many minutes away from `minute` the slot is; 0 inside it."""
        return max(self.x - minute, minute - self.end, 0.0)

    def covers(self, minute: float) -> bool:
        return self.x <= minute < self.end


@dataclass(frozen=True, slots=True)
class Row:
    """A channel; its slots fill the `lanes` lanes from `lane` down, in order of time."""

    channel: Channel
    lane: int
    lanes: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """Rows by channel number; every slot lies in a lane of its row and inside the day."""

    rows: tuple[Row, ...] = ()

    @property
    def lanes(self) -> int:
        return sum(row.lanes for row in self.rows)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for row in self.rows for slot in row.slots)

    def find(self, key: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.key == key), None)

    def within(self, x: float, width: float, lane: float, lanes: float) -> tuple[Slot, ...]:
        """Return the slots that touch a part of the table, given in minutes and lanes."""
        return tuple(
            slot
            for row in self.rows
            if row.lane < lane + lanes and lane < row.lane + row.lanes
            for slot in row.slots
            if slot.x < x + width and x < slot.end and lane - 1 < slot.lane < lane + lanes
        )

    def beside(self, slot: Slot, steps: int) -> Slot:
        """Return the slot so many places later (or earlier) on the same channel."""
        slots = self.rows[slot.row].slots
        return slots[_clamp(slots.index(slot) + steps, len(slots))]

    def across(self, slot: Slot, rows: int, minute: float) -> Slot:
        """Return the slot nearest to `minute`, so many channels further down (or up)."""
        row = _clamp(slot.row + rows, len(self.rows))
        return slot if row == slot.row else self.nearest(row, minute)

    def nearest(self, row: int, minute: float) -> Slot:
        """Return the slot of a row that covers `minute`, else the one least far from it."""
        slots = self.rows[row].slots
        return min(slots, key=lambda s: (not s.covers(minute), s.distance(minute), s.x))


def lay_out(day: date, broadcasts: Iterable[Broadcast]) -> TimelineLayout:
    """Place the broadcasts that overlap `day`; what runs over midnight is cut at its edges."""
    begins = day_start(day)
    ends = begins + timedelta(days=1)
    shown = sorted((b for b in broadcasts if b.starts_at < ends and begins < b.ends_at), key=_order)
    rows: list[Row] = []
    lane = 0
    for _channel, group in groupby(shown, key=lambda b: b.id.channel_id):
        row = _row(tuple(group), len(rows), lane, begins)
        rows.append(row)
        lane += row.lanes
    return TimelineLayout(tuple(rows))


def minute_of(instant: datetime, day: date) -> float:
    """Return the minutes from the start of `day`; below 0 or over `DAY` on other days."""
    return (instant - day_start(day)) / _MINUTE


def _order(broadcast: Broadcast) -> tuple[int, str, datetime, bool, str]:
    """By channel, then time; what takes place stands above what was called off."""
    called_off = broadcast.cancelled_at is not None
    return (
        broadcast.channel.channel_no,
        broadcast.id.channel_id,
        broadcast.starts_at,
        called_off,
        str(broadcast.id),
    )


def _row(broadcasts: Sequence[Broadcast], row: int, first_lane: int, begins: datetime) -> Row:
    free_from: list[int] = []
    """Minute from which each lane is free."""
    slots = []
    for broadcast in broadcasts:
        x, width = _span(broadcast, begins)
        lane = next((i for i, free in enumerate(free_from) if free <= x), len(free_from))
        free_from[lane : lane + 1] = [x + width]
        slots.append(Slot(str(broadcast.id), row, first_lane + lane, x, width))
    slots.sort(key=lambda slot: (slot.x, slot.lane))
    return Row(broadcasts[0].channel, first_lane, len(free_from), tuple(slots))


def _span(broadcast: Broadcast, begins: datetime) -> tuple[int, int]:
    first = max(0, (broadcast.starts_at - begins) // _MINUTE)
    last = min(DAY, -((begins - broadcast.ends_at) // _MINUTE))
    width = max(SHORTEST, last - first)
    return min(first, DAY - width), width


def _clamp(place: int, count: int) -> int:
    return min(max(place, 0), count - 1)
