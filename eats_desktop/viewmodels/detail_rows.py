"""A seller's page in words: lines of the notice, delivery, rating, as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.money import format_won
from eats_desktop.domain.product_detail import ProductDetail, ReviewShares, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_NO_DELIVERY = "배송비 확인 필요"


@dataclass(frozen=True, slots=True)
class FactRow:
    key: str
    label: str
    value: str
    spokenText: str


def terms(detail: ProductDetail) -> list[FactRow]:
    """Write what a shopper asks before buying: delivery, who sells it, what others think of it."""
    return [_row(label, value) for label, value in _terms(detail)]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A bar of `percent`, under a word."""

    key: str
    percent: int


def star_rows(shares: ReviewShares) -> list[ShareRow]:
    return [ShareRow(f"{5 - place}점", percent) for place, percent in enumerate(shares.stars)]


def aspect_rows(shares: ReviewShares) -> list[ShareRow]:
    return [ShareRow(word, percent) for word, percent in dict(shares.aspects).items()]


def delivery_text(detail: ProductDetail | None) -> str:
    """Write what delivery costs, "" before the page was read."""
    return "" if detail is None or is_bare(detail) else f"배송: {_delivery(detail)}"


def fact_rows(detail: ProductDetail) -> list[FactRow]:
    return [_row(fact.label, fact.value) for fact in detail.facts]


def is_bare(detail: ProductDetail) -> bool:
    """Tell whether all that is known is that the sale is over."""
    return said(detail) == said(ProductDetail(detail.key, detail.fetched_at, is_ended=True))


def checked_text(detail: ProductDetail, now: datetime) -> str:
    day = korean_day(detail.fetched_at)
    year = f"{day.year}년 " if day.year != korean_day(now).year else ""
    date = f"{year}{day.month}월 {day.day}일"
    if detail.is_ended:
        return f"판매가 끝난 것을 {date}에 확인했어요."
    return f"판매처가 알려 준 정보 · {date} 확인"


def _terms(detail: ProductDetail) -> Iterator[tuple[str, str]]:
    yield "배송", _delivery(detail)
    if detail.seller is not None:
        yield "판매자", detail.seller
    if detail.rating is not None:
        count = f" · 후기 {detail.review_count:,}개" if detail.review_count else ""
        yield "구매자 평점", f"5점 만점에 {detail.rating:.1f}점{count}"


def _delivery(detail: ProductDetail) -> str:
    return detail.delivery or _fee(detail.delivery_fee_krw)


def _fee(krw: int | None) -> str:
    if krw is None:
        return _NO_DELIVERY
    return "무료배송" if krw == 0 else format_won(krw)


def _row(label: str, value: str) -> FactRow:
    return FactRow(label, label, value, f"{label}: {value}")
