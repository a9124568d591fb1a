"""What several sites need when they turn clocks into slots."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.listing import Window
from eats_desktop.domain.schedule import EndKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from eats_desktop.domain.listing import SlotListing

_MINUTE = timedelta(minutes=1)
LONGEST_GAP = timedelta(hours=4)
"""A start this far ahead does not end the slot before it."""


def calendar_day(channel_id: str, day: date) -> Window:
    """Return the window of one Korean calendar day."""
    return Window(channel_id, day_start(day), day_start(day + timedelta(days=1)))


def close_minute_gaps(slots: Sequence[SlotListing]) -> tuple[SlotListing, ...]:
    """Extend an end by the one minute that data channels leave before the next start."""
    starts = {slot.starts_at for slot in slots}
    return tuple(
        replace(slot, ends_at=slot.ends_at + _MINUTE)
        if slot.ends_at is not None and slot.ends_at + _MINUTE in starts
        else slot
        for slot in slots
    )


def end_at_next_start(slots: Sequence[SlotListing], last_end: datetime) -> tuple[SlotListing, ...]:
    """Give each slot without an end the next start, the last one `last_end` (assumed)."""
    ordered = sorted(slots, key=lambda slot: slot.starts_at or last_end)
    ended = []
    for slot, follower in zip(ordered, [*ordered[1:], None], strict=True):
        if slot.ends_at is not None or slot.starts_at is None:
            ended.append(slot)
        elif follower is not None and follower.starts_at is not None:
            ended.append(replace(slot, ends_at=follower.starts_at, end_kind=EndKind.NEXT_START))
        else:
            ended.append(replace(slot, ends_at=last_end, end_kind=EndKind.ASSUMED))
    return tuple(ended)
