"""Amounts of ingredients in columns: exact fractions as text beside their unit."""

from __future__ import annotations

import json
from fractions import Fraction

from eats_desktop.domain.ingredient_line import Quantity


def quantity_values(quantity: Quantity | None) -> dict[str, str | None]:
    """Return the columns low, high and unit."""
    if quantity is None:
        return {"low": None, "high": None, "unit": None}
    return {"low": str(quantity.low), "high": str(quantity.high), "unit": quantity.unit}


def quantity_of(low: str | None, high: str | None, unit: str | None) -> Quantity | None:
    if low is None or high is None:
        return None
    return Quantity(Fraction(low), Fraction(high), unit)


def quantity_json(quantity: Quantity | None) -> str | None:
    """Return a whole amount in one column."""
    if quantity is None:
        return None
    parts = [*quantity_values(quantity).values()]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def quantity_of_json(text: str | None) -> Quantity | None:
    return None if text is None else quantity_of(*json.loads(text))
