"""What a seller's own page says of a product (상품 상세): facts, never people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import PriceKind

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.schedule import ProductKey

MOST_IMAGES = 12
MOST_FACTS = 40

FRESH_FOR = timedelta(hours=24)
"""A shopper who opens a product younger than this is shown what is stored."""

_SIZES = re.compile(r"/(?:onair)?(\d{6,})(?:_[a-z]{1,5}|_0)?\.\w+(?:\?.*)?$")
"""Sellers keep one photo of a product in several sizes: …/60000780_p.jpg, …/60000780_wide.jpg."""

_SAME = timedelta(days=7)
_NEWS = timedelta(days=2)
_ENDED = timedelta(days=30)
_FIRST_RETRY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class ProductFact:
    """One line of the statutory notice (상품정보제공고시)."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ReviewShares:
    """How reviews are spread, in whole percent: over 5, 4, 3, 2, 1 stars; satisfied by aspect.

    `stars` has five numbers that make about 100, or none; `aspects` are a word (가격) each.
    """

    stars: tuple[int, ...] = ()
    aspects: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ProductDetail:
    """A seller's page as of `fetched_at`; what it does not say is None.

    `delivery_fee_krw` 0 is free delivery. `rating` is 0 to 5. `is_ended`: the page is gone or says
    that the sale is over; then nothing else is known.
    """

    key: ProductKey
    fetched_at: datetime
    image_urls: tuple[str, ...] = ()
    facts: tuple[ProductFact, ...] = ()
    delivery: str | None = None
    delivery_fee_krw: int | None = None
    price_kind: PriceKind = PriceKind.UNKNOWN
    list_price_krw: int | None = None
    sale_price_krw: int | None = None
    rating: float | None = None
    review_count: int | None = None
    seller: str | None = None
    is_ended: bool = False
    shares: ReviewShares = ReviewShares()


@dataclass(frozen=True, slots=True)
class DetailAttempt:
    """When a product's page was last asked for, and when it may be asked for again."""

    asked_at: datetime
    due_at: datetime
    failures: int = 0


def gallery(thumbnail_url: str | None, detail: ProductDetail | None) -> tuple[str, ...]:
    """Return the pictures of a product, each once: the one its listing shows first."""
    found: dict[str, str] = {}
    for url in (thumbnail_url, *(detail.image_urls if detail is not None else ())):
        if url:
            found.setdefault(_SIZES.sub(r"/\1", url), url)
    return tuple(found.values())[:MOST_IMAGES]


def after_success(detail: ProductDetail, before: ProductDetail | None) -> DetailAttempt:
    """Plan the next visit: a page that says something else than before is looked at sooner."""
    at = detail.fetched_at
    if detail.is_ended:
        return DetailAttempt(at, at + _ENDED)
    changed = before is not None and said(before) != said(detail)
    return DetailAttempt(at, at + (_NEWS if changed else _SAME))


def after_failure(at: datetime, failures_before: int) -> DetailAttempt:
    """Plan the next visit after a failure: 6 hours, doubling to a week."""
    pause = min(_FIRST_RETRY * 2 ** min(failures_before, 5), _SAME)
    return DetailAttempt(at, at + pause, failures_before + 1)


def said(detail: ProductDetail) -> tuple[object, ...]:
    """Return what a page told, without when and without its reviews, which grow by themselves."""
    return (
        detail.image_urls,
        detail.facts,
        detail.delivery,
        detail.delivery_fee_krw,
        detail.price_kind,
        detail.list_price_krw,
        detail.sale_price_krw,
        detail.seller,
        detail.is_ended,
    )
