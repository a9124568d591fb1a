"""Prices as sites write them: whole won, or a reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from eats_desktop.domain.schedule import PriceKind
from eats_desktop.sources.text import clean

_NUMBER = re.compile(r"\d[\d,]*(?:\.0+)?")
_LEAST, _MOST = 100, 50_000_000
"""Won outside which a price is a slip of the page, not a price (SRC-02)."""

_WORDS = (
    (PriceKind.SOLD_OUT, ("품절", "매진")),
    (PriceKind.RENTAL, ("렌탈", "월 납입")),
    (PriceKind.CONSULT, ("상담", "모집공고", "예약 상품")),
)


@dataclass(frozen=True, slots=True)
class Price:
    kind: PriceKind
    list_krw: int | None = None
    sale_krw: int | None = None
    conditional_krw: int | None = None
    condition: str | None = None


UNKNOWN = Price(PriceKind.UNKNOWN)


def won(value: str | float | None) -> int | None:
    """Return whole won of "49,900원" or 49900; None for zero, words and impossible amounts."""
    amount = _amount(value)
    return int(amount) if _LEAST <= amount <= _MOST else None


def _amount(value: str | float | None) -> float:
    """Return the number in `value`, 0 where there is none."""
    if isinstance(value, str):
        match = _NUMBER.search(clean(value))
        return float(match[0].replace(",", "")) if match else 0.0
    return value or 0.0


def is_slip(value: str | float | None) -> bool:
    """Tell whether a number stands there that cannot be a price, such as 1 won."""
    amount = _amount(value)
    return amount != 0 and not _LEAST <= amount <= _MOST


def price(list_value: str | float | None, sale_value: str | float | None) -> Price:
    """Make a price of a list and a sale value, either of which may be unknown.

    A monthly fee is no price, a list price below the sale price no list price. No number at all:
    the words decide; zero for both is how sites price what is sold by consultation. An impossible
    number says nothing, so that a known price is kept.
    """
    words = f"{list_value or ''} {sale_value or ''}"
    if _kind_of(words) is PriceKind.RENTAL:
        return Price(PriceKind.RENTAL)
    if is_slip(list_value) or is_slip(sale_value):
        return UNKNOWN
    list_krw, sale_krw = won(list_value), won(sale_value)
    if sale_krw is None and list_krw is None:
        if list_value == 0 and sale_value == 0:
            return Price(PriceKind.CONSULT)
        return Price(_kind_of(words))
    if sale_krw is None:
        sale_krw = list_krw
    if list_krw is not None and sale_krw is not None and list_krw < sale_krw:
        list_krw = None
    return Price(PriceKind.PRICED, list_krw, sale_krw)


def with_coupon(best: Price, coupon_krw: int | None) -> Price:
    """Take a coupon out of a best price: everyone pays `best` and the coupon, never above list.

    Who has the coupon pays `best`, which is then a price under a condition.
    """
    if best.sale_krw is None or best.list_krw is None or coupon_krw is None:
        return best
    everyone = min(best.sale_krw + coupon_krw, best.list_krw)
    if everyone == best.sale_krw:
        return best
    return replace(
        best,
        sale_krw=everyone,
        conditional_krw=best.sale_krw,
        condition=f"쿠폰 {coupon_krw:,}원을 쓰면",
    )


def _kind_of(words: str) -> PriceKind:
    for kind, marks in _WORDS:
        if any(mark in words for mark in marks):
            return kind
    return PriceKind.UNKNOWN
