"""A price under a condition, in the columns of a product, an airing or an observation."""

from __future__ import annotations

from typing import Any

from eats_desktop.domain.money import ConditionalPrice


def conditional_of(row: Any) -> ConditionalPrice | None:
    if row.conditional_price_krw is None:
        return None
    return ConditionalPrice(row.conditional_price_krw, row.price_condition or "")
