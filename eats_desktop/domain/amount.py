"""How much a product holds, and what that costs per 100 g, per 100 ml or each (단위 가격)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from decimal import Decimal


class Unit(StrEnum):
    """What a total is counted in; kilograms and litres are written as grams and millilitres."""

    GRAM = "g"
    MILLILITRE = "ml"
    EACH = "each"


class Per(StrEnum):
    """The measure a unit price is for."""

    HUNDRED_GRAMS = "100g"
    HUNDRED_MILLILITRES = "100ml"
    EACH = "each"


_MEASURES = {
    Unit.GRAM: (Per.HUNDRED_GRAMS, 100),
    Unit.MILLILITRE: (Per.HUNDRED_MILLILITRES, 100),
    Unit.EACH: (Per.EACH, 1),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """The contents of a product: an exact total, always more than 0, and the packs it comes in.

    For a weight or volume, `packs` counts the packages that hold the size a name gives first
    (20 g x 14포 x 12박스: 168); for a count it counts the packages around the pieces. None: the
    name does not say.
    """

    total: Decimal
    unit: Unit
    packs: int | None

    def __post_init__(self) -> None:
        if not (self.total.is_finite() and self.total > 0):
            raise InputError(f"총량은 0보다 커야 해요: {self.total}")
        if self.packs is not None and self.packs < 1:
            raise InputError(f"묶음 수는 1보다 작을 수 없어요: {self.packs}")


@dataclass(frozen=True, slots=True)
class UnitPrice:
    per: Per
    value_krw: int


def unit_price(price_krw: int, amount: Amount) -> UnitPrice:
    """Return the price of 100 g, 100 ml or one, rounded to the whole won, a half up."""
    if price_krw < 0:
        raise InputError(f"값은 0원보다 적을 수 없어요: {price_krw}")
    per, measure = _MEASURES[amount.unit]
    exact = price_krw * measure / Fraction(amount.total)
    return UnitPrice(per, (2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


def price_of_unit(price_krw: int | None, amount: Amount | None) -> UnitPrice | None:
    """Return the unit price, None when the price or the amount is unknown."""
    return None if price_krw is None or amount is None else unit_price(price_krw, amount)
