"""What several sites need when they turn clocks into slots."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.listing import Window
from eats_desktop.domain.schedule import EndKind, ProductRole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from eats_desktop.domain.listing import SlotListing

_MINUTE = timedelta(minutes=1)
_EARLY, _LATE = timedelta(hours=3), timedelta(hours=22)
_LONGEST_GAP = timedelta(hours=4)
"""A start this far ahead does not end the slot before it."""


def calendar_day(channel_id: str, day: date) -> Window:
    """Return the window of one Korean calendar day."""
    return Window(channel_id, day_start(day), day_start(day + timedelta(days=1)))


def broadcast_day(
    channel_id: str, day: date, turns_at: timedelta, slots: Sequence[SlotListing]
) -> Window:
    """Return the window of a page whose day turns `turns_at` after midnight.

    It reaches as far as the slots that the page shows beyond its turns.
    """
    starts = [slot.starts_at for slot in slots if slot.starts_at is not None]
    begins = day_start(day) + turns_at
    ends = begins + timedelta(days=1)
    return Window(
        channel_id, min([begins, *starts]), max([ends, *(start + _MINUTE for start in starts)])
    )


def shown_stretches(channel_id: str, day: date, slots: Sequence[SlotListing]) -> tuple[Window, ...]:
    """Return a window per stretch that a page shows, for pages that may hold less than a day.

    A hole of one broadcast or two belongs to a stretch: something was taken from the plan there.
    One stretch from night to night is the whole day.
    """
    spans = sorted(
        (slot.starts_at, slot.ends_at or slot.starts_at + _MINUTE)
        for slot in slots
        if slot.starts_at is not None
    )
    windows: list[Window] = []
    for starts_at, ends_at in spans:
        last = windows[-1] if windows else None
        if last is None or starts_at - last.ends_at > _LONGEST_GAP:
            windows.append(Window(channel_id, starts_at, ends_at))
        else:
            windows[-1] = replace(last, ends_at=max(last.ends_at, ends_at))
    midnight = day_start(day)
    if len(windows) == 1:
        (shown,) = windows
        if shown.starts_at <= midnight + _EARLY and shown.ends_at >= midnight + _LATE:
            return (calendar_day(channel_id, day),)
    return tuple(windows)


def place_on_air(slots: Sequence[SlotListing | None]) -> tuple[SlotListing, ...]:
    """Give an on-air slot without a clock the end before it and, lacking an end, the start after.

    None stands for an item that could not be read: nothing is concluded across it.
    """
    placed: list[SlotListing] = []
    previous: SlotListing | None = None
    for slot, follower in zip(slots, [*slots[1:], None], strict=False):
        if slot is not None:
            previous = _placed(slot, previous, follower)
            placed.append(previous)
        else:
            previous = None
    return tuple(placed)


def _placed(
    slot: SlotListing, previous: SlotListing | None, follower: SlotListing | None
) -> SlotListing:
    if slot.starts_at is None and previous is not None:
        slot = replace(slot, starts_at=previous.ends_at)
    starts_at, ends_at = slot.starts_at, slot.ends_at
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        slot = replace(slot, ends_at=None)
    if slot.ends_at is None and follower is not None and follower.starts_at is not None:
        slot = replace(slot, ends_at=follower.starts_at, end_kind=EndKind.NEXT_START)
    return slot


def join_same_start(slots: Sequence[SlotListing]) -> tuple[SlotListing, ...]:
    """Let what starts at the same minute share one slot: the first leads, the rest go beside it.

    Slots still without a start stay apart.
    """
    joined: dict[datetime, SlotListing] = {}
    clockless = [slot for slot in slots if slot.starts_at is None]
    for slot in slots:
        if slot.starts_at is not None:
            first = joined.get(slot.starts_at)
            joined[slot.starts_at] = slot if first is None else _beside(first, slot)
    return (*clockless, *(joined[start] for start in sorted(joined)))


def _beside(first: SlotListing, other: SlotListing) -> SlotListing:
    known = {product.product_id for product in first.products}
    more = (p for p in other.products if p.product_id not in known)
    sides = tuple(replace(product, role=ProductRole.SIDE) for product in more)
    return replace(first, title=first.title or other.title, products=first.products + sides)


def close_minute_gaps(
    slots: Sequence[SlotListing], turns_at: datetime | None = None
) -> tuple[SlotListing, ...]:
    """Extend an end by the one minute that data channels leave before the next start.

    `turns_at` is when the day turns, where the next page's first slot starts.
    """
    starts = {slot.starts_at for slot in slots} | {turns_at}
    return tuple(
        replace(slot, ends_at=slot.ends_at + _MINUTE)
        if slot.ends_at is not None and slot.ends_at + _MINUTE in starts
        else slot
        for slot in slots
    )


def end_at_next_start(slots: Sequence[SlotListing], last_end: datetime) -> tuple[SlotListing, ...]:
    """Give each slot without an end the next start, the last one `last_end` (assumed).

    A start too far ahead ends nothing: what lies between is not listed, and the end stays unknown.
    """
    ordered = sorted(slots, key=lambda slot: slot.starts_at or last_end)
    starts = [*(slot.starts_at or last_end for slot in ordered[1:]), last_end]
    kinds = [EndKind.NEXT_START] * (len(ordered) - 1) + [EndKind.ASSUMED]
    return tuple(
        _ended(slot, end, kind) for slot, end, kind in zip(ordered, starts, kinds, strict=False)
    )


def _ended(slot: SlotListing, end: datetime, kind: EndKind) -> SlotListing:
    if slot.ends_at is not None or slot.starts_at is None:
        return slot
    if end - slot.starts_at > _LONGEST_GAP:
        return replace(slot, end_kind=kind)
    return replace(slot, ends_at=end, end_kind=kind)
