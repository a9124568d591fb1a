"""Hears every source on one stretch of one channel's time and settles on its broadcasts.

The best-ranked source that covers the stretch owns its slots. Others are aligned to it by start
(± 5 minutes, then by common words) and add what the owner lacks: an end, a title, confidence.
Where the owner is silent, a lesser source's slot stands alone. Times are never averaged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.reconciliation import MergedSlot
from eats_desktop.domain.schedule import SAME_SLOT, BroadcastId, Confidence, EndKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing, SlotListing
    from eats_desktop.domain.reconciliation import SourceSlot

_ASSUMED_LENGTH = timedelta(hours=1)
"""Median length of a home-shopping slot (166 observed days), used when nothing gives an end."""

_WORDS = re.compile(r"[0-9A-Za-z가-힣]{2,}")
_END_RANK = {EndKind.GIVEN: 0, EndKind.GUIDE: 1, EndKind.NEXT_START: 2, EndKind.ASSUMED: 3}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A slot on its way to a MergedSlot; `heard` counts the sources that agree on it."""

    source: str
    slot: SlotListing
    starts_at: datetime
    ends_at: datetime | None
    end_kind: EndKind
    title: str | None
    heard: int = 1


def merge(
    slots: Sequence[SourceSlot],
    ranks: Mapping[str, int],
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
) -> tuple[MergedSlot, ...]:
    """Return the broadcasts of one channel's window, ordered by start.

    `ranks` orders the sources (lower owns); `is_food` reads a product name, `is_food_title` a
    guide's title that no product backs.
    """
    drafts: list[_Draft] = []
    for source in sorted({s.source for s in slots}, key=lambda name: (ranks.get(name, 99), name)):
        own = [_draft(s) for s in slots if s.source == source]
        drafts = _hear(drafts, sorted(own, key=lambda d: (d.starts_at, d.slot.lineup)))
    drafts.sort(key=lambda d: (d.starts_at, d.slot.lineup))
    return tuple(
        _settle(draft, next_start, is_food, is_food_title)
        for draft, next_start in zip(drafts, _next_starts(drafts), strict=True)
    )


def _draft(heard: SourceSlot) -> _Draft:
    slot = heard.slot
    if slot.starts_at is None:
        raise ValueError("a stored slot has no start")
    return _Draft(heard.source, slot, slot.starts_at, slot.ends_at, slot.end_kind, slot.title)


def _hear(settled: list[_Draft], own: list[_Draft]) -> list[_Draft]:
    """Align one more source's slots with what better sources said."""
    result = list(settled)
    for draft in own:
        match = _match(draft, settled)
        if match is not None:
            at = result.index(next(d for d in result if d.slot is match.slot))
            result[at] = _enrich(result[at], draft)
        elif not any(_clash(draft, other) for other in settled):
            result.append(draft)
    return result


def _match(draft: _Draft, settled: Sequence[_Draft]) -> _Draft | None:
    near = [d for d in settled if abs(d.starts_at - draft.starts_at) <= SAME_SLOT]
    if not near:
        return None
    words = _words(draft)
    return min(
        near,
        key=lambda d: (
            -len(words & _words(d)),
            abs(d.starts_at - draft.starts_at),
            d.starts_at,
            d.slot.lineup,
        ),
    )


def _clash(draft: _Draft, other: _Draft) -> bool:
    """Tell whether both claim more than five minutes of the same time."""
    end = draft.ends_at or draft.starts_at + _ASSUMED_LENGTH
    other_end = other.ends_at or other.starts_at + _ASSUMED_LENGTH
    return min(end, other_end) - max(draft.starts_at, other.starts_at) > SAME_SLOT


def _enrich(owner: _Draft, other: _Draft) -> _Draft:
    ends_at, end_kind = owner.ends_at, owner.end_kind
    better_end = other.ends_at is not None and other.ends_at > owner.starts_at
    if better_end and (ends_at is None or _END_RANK[end_kind] > _END_RANK[EndKind.GUIDE]):
        given = other.end_kind in (EndKind.GIVEN, EndKind.GUIDE)
        if ends_at is None or given:
            ends_at = other.ends_at
            end_kind = EndKind.GUIDE if given else other.end_kind
    return replace(
        owner,
        ends_at=ends_at,
        end_kind=end_kind,
        title=owner.title or other.title,
        heard=owner.heard + 1,
    )


def _words(draft: _Draft) -> frozenset[str]:
    texts = [draft.title or "", *(product.name for product in draft.slot.products[:1])]
    return frozenset(word for text in texts for word in _WORDS.findall(text))


def _next_starts(drafts: Sequence[_Draft]) -> list[datetime | None]:
    """Return, per draft, the first later start among the sorted drafts."""
    result: list[datetime | None] = [None] * len(drafts)
    later: datetime | None = None
    for i in range(len(drafts) - 2, -1, -1):
        if drafts[i + 1].starts_at > drafts[i].starts_at:
            later = drafts[i + 1].starts_at
        result[i] = later
    return result


def _settle(
    draft: _Draft,
    next_start: datetime | None,
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
) -> MergedSlot:
    ends_at, end_kind = _end(draft, next_start)
    products = tuple({(p.source, p.product_id): p for p in reversed(draft.slot.products)}.values())
    products = products[::-1]
    return MergedSlot(
        id=BroadcastId(draft.slot.channel_id, draft.starts_at, draft.slot.lineup),
        ends_at=ends_at,
        end_kind=end_kind,
        title=draft.title,
        products=products,
        source=draft.source,
        confidence=_confidence(products, draft.heard),
        is_food=_food(draft.title, products, is_food, is_food_title),
    )


def _end(draft: _Draft, next_start: datetime | None) -> tuple[datetime, EndKind]:
    if draft.ends_at is not None:
        return draft.ends_at, draft.end_kind
    if next_start is not None and next_start - draft.starts_at <= 4 * _ASSUMED_LENGTH:
        return next_start, EndKind.NEXT_START
    return draft.starts_at + _ASSUMED_LENGTH, EndKind.ASSUMED


def _confidence(products: Sequence[ProductListing], heard: int) -> Confidence:
    if not products:
        return Confidence.LOW
    return Confidence.HIGH if heard > 1 else Confidence.MEDIUM


def _food(
    title: str | None,
    products: Sequence[ProductListing],
    is_food: Callable[[str], bool],
    is_food_title: Callable[[str], bool],
) -> bool | None:
    if products:
        return any(is_food(product.name) for product in products)
    return is_food_title(title) if title else None
