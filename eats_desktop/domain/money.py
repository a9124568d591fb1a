"""Money in whole won and how it is written."""

from __future__ import annotations

NBSP = "\u00a0"


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
