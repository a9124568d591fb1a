"""Hears every source on one stretch of one channel's time and settles on its broadcasts.

The best-ranked source that is still heard owns its slots. Others are aligned to it by start
(± 5 minutes, then by common products and words) and add what the owner lacks: an end, a title,
products, confidence. Where the owner is silent, a lesser source's slot stands alone. A source that
a lesser one has outlived (`ownership`) is heard last: it adds products to the fresh times, and
stands only where nobody claims the time. Times are never averaged.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.reconciliation import MergedSlot
from eats_desktop.domain.schedule import BroadcastId, Confidence, EndKind, Provenance
from eats_desktop.sync.alignment import ASSUMED_LENGTH, Draft, hear
from eats_desktop.sync.ownership import NONE_AGED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing
    from eats_desktop.domain.reconciliation import SourceSlot
    from eats_desktop.sync.ownership import Aged

_MINUTE = timedelta(minutes=1)
_WORST_RANK = 99


def merge(
    slots: Sequence[SourceSlot],
    ranks: Mapping[str, int],
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
    aged: Aged = NONE_AGED,
) -> tuple[MergedSlot, ...]:
    """Return the broadcasts of one channel's window, ordered by start.

    `ranks` orders the sources (lower owns); `is_food` reads a product name, `is_food_title` a
    guide's title that no product backs.
    """
    own = [_draft(s, ranks.get(s.source, _WORST_RANK), aged) for s in slots]
    drafts: list[Draft] = []
    for turn in sorted({_turn(draft) for draft in own}):
        said = [draft for draft in own if _turn(draft) == turn]
        drafts = hear(drafts, sorted(said, key=_order))
    drafts.sort(key=_order)
    return tuple(
        _settle(draft, next_start, is_food, is_food_title)
        for draft, next_start in zip(drafts, _next_starts(drafts), strict=True)
    )


def _turn(draft: Draft) -> tuple[bool, int, str]:
    return (draft.is_aged, draft.rank, draft.source)


def _order(draft: Draft) -> tuple[datetime, int]:
    return (draft.starts_at, draft.lineup)


def _draft(heard: SourceSlot, rank: int, aged: Aged) -> Draft:
    slot, source = heard.slot, heard.source
    if slot.starts_at is None:
        raise ValueError("a stored slot has no start")
    is_told = slot.ends_at is not None and slot.end_kind in (EndKind.GIVEN, EndKind.GUIDE)
    return Draft(
        source=source,
        rank=rank,
        channel_id=slot.channel_id,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        end_kind=slot.end_kind,
        title=slot.title,
        title_rank=rank,
        products=slot.products,
        lineup=slot.lineup,
        given=Provenance(
            end=source if is_told else None,
            title=source if slot.title else None,
            products=source if slot.products else None,
        ),
        is_aged=(source, korean_day(slot.starts_at)) in aged,
    )


def _next_starts(drafts: Sequence[Draft]) -> list[datetime | None]:
    """Return, per draft, the first later start among the sorted drafts."""
    result: list[datetime | None] = [None] * len(drafts)
    later: datetime | None = None
    for i in range(len(drafts) - 2, -1, -1):
        if drafts[i + 1].starts_at > drafts[i].starts_at:
            later = drafts[i + 1].starts_at
        result[i] = later
    return result


def _settle(
    draft: Draft,
    next_start: datetime | None,
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
) -> MergedSlot:
    ends_at, end_kind = _end(draft, next_start)
    products = tuple({(p.source, p.product_id): p for p in reversed(draft.products)}.values())
    products = products[::-1]
    is_told = end_kind in (EndKind.GIVEN, EndKind.GUIDE)
    return MergedSlot(
        id=BroadcastId(draft.channel_id, draft.starts_at, draft.lineup),
        ends_at=ends_at,
        end_kind=end_kind,
        title=draft.title,
        products=products,
        source=draft.source,
        confidence=_confidence(draft),
        is_food=_food(draft.title, products, is_food, is_food_title),
        given=draft.given if is_told else _without_end(draft.given),
    )


def _without_end(given: Provenance) -> Provenance:
    return Provenance(None, given.title, given.products)


def _end(draft: Draft, next_start: datetime | None) -> tuple[datetime, EndKind]:
    """Return the end: as told, one minute more where only a minute is left to the next start.

    A guide's end over the next start is that start: guides list a night in one piece.
    """
    if draft.ends_at is not None:
        if next_start is not None and next_start - draft.ends_at == _MINUTE:
            return next_start, draft.end_kind
        if next_start is not None and draft.ends_at > next_start and draft.given.end is not None:
            is_own = draft.given.end == draft.source
            return (draft.ends_at, draft.end_kind) if is_own else (next_start, EndKind.NEXT_START)
        return draft.ends_at, draft.end_kind
    if next_start is not None and next_start - draft.starts_at <= 4 * ASSUMED_LENGTH:
        return next_start, EndKind.NEXT_START
    return draft.starts_at + ASSUMED_LENGTH, EndKind.ASSUMED


def _confidence(draft: Draft) -> Confidence:
    """Seller and guide agree only where both are heard today; remembered products are not."""
    if not draft.products:
        return Confidence.LOW
    remembered = draft.is_aged or draft.given.products != draft.source
    return Confidence.HIGH if draft.heard > 1 and not remembered else Confidence.MEDIUM


def _food(
    title: str | None,
    products: Sequence[ProductListing],
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
) -> bool | None:
    if products:
        return any(is_food(product.name) for product in products)
    return is_food_title(title) if title else None
