"""Money in whole won and how it is written."""

from __future__ import annotations

from dataclasses import dataclass

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class ConditionalPrice:
    """What a product costs only for who fulfils a condition, e.g. "쿠폰 10,000원을 쓰면"."""

    price_krw: int
    condition: str


def format_won(amount_krw: int) -> str:
    return f"{amount_krw:,}원"


def discount_rate(list_price_krw: int | None, sale_price_krw: int | None) -> int | None:
    """Return the discount in whole percent, rounded down; None when either price is unknown.

    Sites print rates that cover a coupon only, so the rate is always computed here
    (floor((list - sale) * 100 / list)).
    """
    if not list_price_krw or not sale_price_krw or sale_price_krw > list_price_krw:
        return None
    return (list_price_krw - sale_price_krw) * 100 // list_price_krw
