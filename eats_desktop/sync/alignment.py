"""Finds which slots of two sources are one broadcast, and adds what one says to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import SAME_SLOT, EndKind, PriceKind, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing

ASSUMED_LENGTH = timedelta(hours=1)
"""Median length of a home-shopping slot (166 observed days), used when nothing gives an end."""

_WORDS = re.compile(r"[0-9A-Za-z가-힣]{2,}")
_END_RANK = {EndKind.GIVEN: 0, EndKind.GUIDE: 1, EndKind.NEXT_START: 2, EndKind.ASSUMED: 3}
_ALIKE = 4
"""Letters in common words from which on a guide's title names a product; one food is not enough."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A slot on its way to a broadcast; `heard` counts the fresh sources that agree on it.

    `is_aged`: its source was outlived by another one, so it only adds to what that one lists.
    """

    source: str
    rank: int
    channel_id: str
    starts_at: datetime
    ends_at: datetime | None
    end_kind: EndKind
    title: str | None
    title_rank: int
    products: tuple[ProductListing, ...]
    lineup: int
    given: Provenance
    is_aged: bool = False
    heard: int = 1


def hear(settled: Sequence[Draft], own: Sequence[Draft]) -> list[Draft]:
    """Align one more source's slots, ordered by start, with what better sources said."""
    own = _continued(own, settled)
    pairs = _pairs(own, settled)
    result = list(settled)
    for mine, theirs in pairs.items():
        result[theirs] = _enrich(settled[theirs], own[mine])
        for twin in _twins(theirs, settled, pairs.values()):
            result[twin] = _enrich(settled[twin], replace(own[mine], title=None, products=()))
    for number, draft in enumerate(own):
        if number in pairs:
            continue
        beside = next((j for i, j in pairs.items() if _is_second_lineup(draft, own[i])), None)
        if beside is not None:
            result.append(_second(draft, result[beside]))
        elif _stands_alone(draft, settled):
            result.append(draft)
    return result


def _pairs(own: Sequence[Draft], settled: Sequence[Draft]) -> dict[int, int]:
    """Pair slots one to one: common products, then common words, then the nearest first.

    What an outlived seller lists is also looked for beyond five minutes, under a guide's title.
    """
    fits = [
        (*_fit(draft, other), i, j)
        for i, draft in enumerate(own)
        for j, other in enumerate(settled)
        if abs(draft.starts_at - other.starts_at) <= SAME_SLOT or _is_renewed(draft, other)
    ]
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(fits):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _fit(draft: Draft, other: Draft) -> tuple[bool, int, int, timedelta, datetime, int]:
    distance = abs(draft.starts_at - other.starts_at)
    shared = len({_key(p) for p in draft.products} & {_key(p) for p in other.products})
    alike = _alike(draft, other)
    return (distance > SAME_SLOT, -shared, -alike, distance, other.starts_at, other.lineup)


def _is_renewed(draft: Draft, other: Draft) -> bool:
    return (
        draft.is_aged
        and not other.products
        and clash(draft, other)
        and _alike(draft, other) >= _ALIKE
    )


def clash(draft: Draft, other: Draft) -> bool:
    """Tell whether both claim more than five minutes of the same time."""
    end = draft.ends_at or draft.starts_at + ASSUMED_LENGTH
    other_end = other.ends_at or other.starts_at + ASSUMED_LENGTH
    return min(end, other_end) - max(draft.starts_at, other.starts_at) > SAME_SLOT


def _stands_alone(draft: Draft, settled: Sequence[Draft]) -> bool:
    """A guide says nothing new within five minutes of what is listed; nobody over its time."""
    near = not draft.products and any(
        abs(draft.starts_at - other.starts_at) <= SAME_SLOT for other in settled
    )
    return not near and not any(clash(draft, other) for other in settled)


def _continued(own: Sequence[Draft], settled: Sequence[Draft]) -> list[Draft]:
    """Join a guide's slots of one title where a better source lists one slot over them all.

    Elsewhere they stay apart: parts of a long show, and the five-minute slots of data channels,
    are broadcasts of their own wherever sellers list them.
    """
    joined: list[Draft] = []
    for draft in own:
        last = joined[-1] if joined else None
        if (
            last is not None
            and draft.title is not None
            and (last.title, last.ends_at) == (draft.title, draft.starts_at)
            and not (draft.products or last.products)
            and not any(abs(o.starts_at - draft.starts_at) <= SAME_SLOT for o in settled)
            and any(o.starts_at < draft.starts_at and clash(draft, o) for o in settled)
        ):
            joined[-1] = replace(last, ends_at=draft.ends_at)
        else:
            joined.append(draft)
    return joined


def _twins(at: int, settled: Sequence[Draft], taken: Iterable[int]) -> list[int]:
    """Return the other line-ups that start with a slot: a guide lists their time once."""
    used = set(taken)
    start = settled[at].starts_at
    return [j for j, o in enumerate(settled) if o.starts_at == start and j != at and j not in used]


def _is_second_lineup(draft: Draft, other: Draft) -> bool:
    return bool(draft.products) and draft.is_aged and draft.starts_at == other.starts_at


def _second(draft: Draft, first: Draft) -> Draft:
    """Keep an outlived seller's other line-up at the time that a guide gives the first one."""
    return replace(
        draft,
        source=first.source,
        starts_at=first.starts_at,
        ends_at=first.ends_at,
        end_kind=first.end_kind,
        given=replace(draft.given, end=first.given.end),
        is_aged=False,
    )


def _enrich(owner: Draft, other: Draft) -> Draft:
    result = owner if other.is_aged else replace(owner, heard=owner.heard + 1)
    result = _with_end(result, other)
    if other.title is not None and (owner.title is None or other.title_rank < owner.title_rank):
        given = replace(result.given, title=other.given.title)
        result = replace(result, title=other.title, title_rank=other.title_rank, given=given)
    if other.products and not owner.products:
        given = replace(result.given, products=other.given.products)
        return replace(result, products=other.products, lineup=other.lineup, given=given)
    return replace(result, products=_priced(owner.products, other.products))


def _with_end(owner: Draft, other: Draft) -> Draft:
    if other.ends_at is None or other.ends_at <= owner.starts_at:
        return owner
    is_told = other.end_kind in (EndKind.GIVEN, EndKind.GUIDE)
    if owner.ends_at is not None and not is_told:
        return owner
    if owner.ends_at is not None and _END_RANK[owner.end_kind] <= _END_RANK[EndKind.GUIDE]:
        return owner
    return replace(
        owner,
        ends_at=other.ends_at,
        end_kind=EndKind.GUIDE if is_told else other.end_kind,
        given=replace(owner.given, end=other.given.end),
    )


def _priced(
    owner: tuple[ProductListing, ...], other: tuple[ProductListing, ...]
) -> tuple[ProductListing, ...]:
    """Take a price that the owner does not know from another who lists the same product."""
    known = {_key(p): p for p in other if p.price_kind is not PriceKind.UNKNOWN}
    return tuple(
        replace(
            p,
            price_kind=known[_key(p)].price_kind,
            list_price_krw=known[_key(p)].list_price_krw,
            sale_price_krw=known[_key(p)].sale_price_krw,
        )
        if p.price_kind is PriceKind.UNKNOWN and _key(p) in known
        else p
        for p in owner
    )


def _key(product: ProductListing) -> tuple[str, str]:
    return (product.source, product.product_id)


def _alike(draft: Draft, other: Draft) -> int:
    """Count the letters of words that both say; guides write several words as one."""
    return max(_said(draft, other), _said(other, draft))


def _said(draft: Draft, other: Draft) -> int:
    run = "".join(_WORDS.findall(" ".join(_texts(other))))
    words = {word for text in _texts(draft) for word in _WORDS.findall(text)}
    return sum(len(word) for word in words if word in run)


def _texts(draft: Draft) -> list[str]:
    return [draft.title or "", *(product.name for product in draft.products[:1])]
