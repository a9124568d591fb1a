"""Two line-ups that a channel airs at the same minute, one for IPTV and one for cable (part 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import EndKind
from eats_desktop.sources.slots import join_same_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import SlotListing

_FIRST = 1
_MINUTE = timedelta(minutes=1)
_LONGEST = timedelta(hours=4)
"""Nothing is on air longer: between neighbours farther apart more is missing than one slot."""


def place_lineups_on_air(slots: Sequence[SlotListing | None]) -> tuple[SlotListing, ...]:
    """Give slots on air without a clock the end before them and the start after them.

    Several of them in a row are line-ups of one minute. None stands for an item that could not be
    read: nothing is concluded across it. A data channel understates its ends by a minute, so that
    what follows starts a minute later.
    """
    gap = _usual_gap(slots)
    runs = [list(run) for _, run in groupby(slots, key=_kind_of)]
    placed: list[SlotListing] = []
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        ended = _latest_end(before)
        starts_at = ended + gap if ended is not None else None
        ends_at = _first_start(after)
        placed += [
            slot if slot.starts_at else _between(slot, starts_at, ends_at) for slot in run if slot
        ]
    return tuple(placed)


def number_lineups(slots: Sequence[SlotListing]) -> tuple[SlotListing, ...]:
    """Number what starts at the same minute 1, 2…; what leads with the same product is one slot.

    The pages give no name to a line-up: the order of the page does, and storing keeps the numbers.
    Slots still without a start stay apart.
    """
    clockless = {_leader(slot): slot for slot in reversed(slots) if slot.starts_at is None}
    found: dict[datetime, dict[str, list[SlotListing]]] = {}
    for slot in slots:
        if slot.starts_at is not None:
            found.setdefault(slot.starts_at, {}).setdefault(_leader(slot), []).append(slot)
    starts = [found[start].values() for start in sorted(found)]
    return (
        *_numbered([*reversed(clockless.values())]),
        *(slot for start in starts for slot in _one_each(start)),
    )


def _one_each(groups: Iterable[Sequence[SlotListing]]) -> tuple[SlotListing, ...]:
    return _numbered([slot for group in groups for slot in join_same_start(group)])


def _numbered(slots: Sequence[SlotListing]) -> tuple[SlotListing, ...]:
    return tuple(replace(slot, lineup=number) for number, slot in enumerate(slots, _FIRST))


def _leader(slot: SlotListing) -> str:
    return slot.products[0].product_id if slot.products else ""


def _usual_gap(slots: Sequence[SlotListing | None]) -> timedelta:
    """Return the minute that most slots of a page leave before the next start, else nothing."""
    pairs = [
        two.starts_at - one.ends_at
        for one, two in pairwise(slots)
        if one and two and one.ends_at is not None and two.starts_at is not None
    ]
    following = [gap for gap in pairs if gap >= timedelta()]
    return _MINUTE if 2 * following.count(_MINUTE) > len(following) else timedelta()


def _kind_of(slot: SlotListing | None) -> str:
    if slot is None:
        return "unread"
    return "clock" if slot.starts_at is not None else "on air"


def _latest_end(run: Sequence[SlotListing | None]) -> datetime | None:
    """Return when the last minute of a run ends; its line-ups may end apart."""
    last = run[-1] if run else None
    ends = (s.ends_at for s in run if s and last and s.starts_at == last.starts_at and s.ends_at)
    return max(ends, default=None)


def _first_start(run: Sequence[SlotListing | None]) -> datetime | None:
    first = run[0] if run else None
    return first.starts_at if first is not None else None


def _between(
    slot: SlotListing, starts_at: datetime | None, ends_at: datetime | None
) -> SlotListing:
    if ends_at is None or (starts_at is not None and ends_at <= starts_at):
        return replace(slot, starts_at=starts_at)
    if starts_at is not None and ends_at - starts_at > _LONGEST:
        starts_at = None
    return replace(slot, starts_at=starts_at, ends_at=ends_at, end_kind=EndKind.NEXT_START)
