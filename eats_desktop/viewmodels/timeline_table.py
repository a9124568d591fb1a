"""A day's timetable in pixels: where each broadcast stands, and what stands where; pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from eats_desktop.viewmodels.timeline_layout import DAY, TimelineLayout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eats_desktop.viewmodels.cards import BroadcastRow
    from eats_desktop.viewmodels.timeline_layout import Row, Slot

NARROWEST, WIDEST = 2.4, 6.0
"""Pixels per minute, furthest out and furthest in."""
LEAD = 30
"""Minutes of the past that stay in sight left of now."""

_MARGIN = 5
_STEP = 1.2
_QUANTUM = 120.0


@dataclass(frozen=True, slots=True)
class TimelineTable:
    """`minute` is the width of a minute, `lane` the height of a lane, both in pixels; `now` is a
    minute of the day, on today only."""

    layout: TimelineLayout = field(default_factory=TimelineLayout)
    cards: Mapping[str, BroadcastRow] = field(default_factory=dict)
    now: float | None = None
    minute: float = 4.0
    lane: float = 108.0

    @property
    def width(self) -> float:
        return DAY * self.minute

    @property
    def height(self) -> float:
        return self.layout.lanes * self.lane

    @property
    def now_x(self) -> float | None:
        return None if self.now is None else self.now * self.minute

    def widened(self, factor: float) -> TimelineTable:
        return replace(self, minute=min(max(self.minute * factor, NARROWEST), WIDEST))

    def zoomed(self, steps: float) -> TimelineTable:
        return self.widened(_STEP**steps)

    def place(self, slot: Slot) -> QRectF:
        return QRectF(
            slot.x * self.minute, slot.lane * self.lane, slot.width * self.minute, self.lane
        )

    def place_of(self, key: str) -> QRectF:
        """Return where a broadcast stands; an empty rectangle when it is not here."""
        slot = self.layout.find(key)
        return QRectF() if slot is None else self.place(slot)

    def slots_in(self, part: QRectF) -> tuple[Slot, ...]:
        return self.layout.within(
            part.x() / self.minute,
            part.width() / self.minute,
            part.y() / self.lane,
            part.height() / self.lane,
        )

    def cards_in(self, part: QRectF) -> Iterator[tuple[QRectF, BroadcastRow]]:
        return ((self.place(slot), self.cards[slot.key]) for slot in self.slots_in(part))

    def slot_at(self, x: float, y: float) -> Slot | None:
        minute, lane = x / self.minute, int(y // self.lane)
        slots = (s for s in self.layout.slots if s.lane == lane)
        return next((s for s in slots if s.x <= minute < s.end), None)

    def row_at(self, y: float) -> Row | None:
        lane = y / self.lane
        return next((r for r in self.layout.rows if r.lane <= lane < r.lane + r.lanes), None)

    def top_of(self, channel_id: str) -> float | None:
        rows = (row for row in self.layout.rows if row.channel.channel_id == channel_id)
        return next((row.lane * self.lane for row in rows), None)

    def home_x(self, sight: float) -> float:
        """Return where to open: half an hour before now, or the first slot if none is near."""
        ahead = (slot.x for slot in self.layout.slots if self.now is None or self.now < slot.end)
        first = min(ahead, default=0)
        if self.now is not None and first < self.now + sight / self.minute:
            return (self.now - LEAD) * self.minute
        return (first - _MARGIN) * self.minute

    def nearest(self, part: QRectF, most: int, kept: str) -> tuple[Slot, ...]:
        """Return at most `most` slots in `part`, those near its middle first; `kept` always."""
        found = self.slots_in(part)
        if len(found) >= most:
            middle = part.center()
            found = tuple(sorted(found, key=lambda slot: _distance(self.place(slot), middle)))
        chosen = {slot.key for slot in found[: most - 1]} | {kept}
        return tuple(slot for slot in self.layout.slots if slot.key in chosen)

    def held(self, x: float, y: float, sight: QRectF) -> QPointF:
        """Return the point nearest to x, y to which `sight` can go without leaving the table."""
        return QPointF(
            min(max(x, 0.0), max(0.0, self.width - sight.width())),
            min(max(y, 0.0), max(0.0, self.height - sight.height())),
        )


def around(sight: QRectF) -> QRectF:
    """Return `sight` grown to whole steps, so that it stays the same while a little is scrolled."""
    left, top = sight.left() // _QUANTUM - 1, sight.top() // _QUANTUM
    right, bottom = sight.right() // _QUANTUM + 2, sight.bottom() // _QUANTUM + 1
    return QRectF(
        left * _QUANTUM, top * _QUANTUM, (right - left) * _QUANTUM, (bottom - top) * _QUANTUM
    )


def contain(place: QRectF, sight: QRectF) -> QPointF:
    """Return where `sight` has to go to show all of `place` with the least scrolling."""
    return QPointF(
        _contain(place.left(), place.right(), sight.left(), sight.width()),
        _contain(place.top(), place.bottom(), sight.top(), sight.height()),
    )


def _contain(first: float, last: float, start: float, length: float) -> float:
    if first < start or last - first > length:
        return first
    return max(start, last - length)


def _distance(place: QRectF, middle: QPointF) -> float:
    away = place.center() - middle
    return abs(away.x()) + abs(away.y())
