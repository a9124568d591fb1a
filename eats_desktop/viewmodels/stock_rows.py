"""What the shopper has at hand as chips: 양파 3개; what nobody knows says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.quantity_text import quantity_text

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from eats_desktop.domain.ingredient_line import Quantity
    from eats_desktop.domain.use_up import StockItem

_FINITE = {2, 5}


@dataclass(frozen=True, slots=True)
class StockRow:
    """`key` is the food, or the text of what nobody knows; `meantText` what it may have meant."""

    key: str
    name: str
    amountText: str
    dateText: str
    isKnown: bool
    meantText: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class TileRow:
    """A food that many have at home; `isOn` when it is among the chips."""

    key: str
    isOn: bool


def stock_key(item: StockItem) -> str:
    return item.food or item.text


def stock_row(item: StockItem, meant: str | None) -> StockRow:
    is_known = item.food is not None
    amount = "" if item.quantity is None or not is_known else quantity_text(item.quantity)
    date_text = "" if item.use_by is None else f"{item.use_by.month}/{item.use_by.day}까지"
    name = item.food or item.text
    unknown = "" if is_known else "모르는 재료라서 빼고 찾아요"
    said = (name, amount, date_text, unknown)
    return StockRow(
        key=stock_key(item),
        name=name,
        amountText=amount,
        dateText=date_text,
        isKnown=is_known,
        meantText=meant or "",
        spokenText=", ".join(part for part in said if part),
    )


def stock_text(food: str, quantity: Quantity | None, use_by: date | None) -> str:
    """Write an item so that it is read back as it is: 감자 3/2개 2026-11-27까지."""
    amount = "" if quantity is None else f"{_exact(quantity.middle)}{quantity.unit or ''}"
    until = "" if use_by is None else f"{use_by.isoformat()}까지"
    return " ".join(part for part in (food, amount, until) if part)


def _exact(number: Fraction) -> str:
    rest = number.denominator
    for factor in _FINITE:
        while rest % factor == 0:
            rest //= factor
    if rest > 1 or number.denominator > 1000:
        return f"{number.numerator}/{number.denominator}"
    return f"{float(number):g}" if number.denominator > 1 else str(number.numerator)
