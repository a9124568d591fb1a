"""One line of a recipe's ingredients, as written and as understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from fractions import Fraction

WATER = "물"
"""The food of a line that names water: no word of the food lexicon, never missing at home."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range (1~2개), more than 0; `unit` None when none was written (고추 1)."""

    low: Fraction
    high: Fraction
    unit: str | None

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise InputError(f"재료의 양이 맞지 않아요: {self.low}~{self.high}")

    @property
    def middle(self) -> Fraction:
        return (self.low + self.high) / 2

    def times(self, factor: Fraction) -> Quantity:
        return Quantity(self.low * factor, self.high * factor, self.unit)


@dataclass(frozen=True, slots=True)
class IngredientLine:
    """What one line asks for.

    `text` is the line as written. `name` is the ingredient without its `forms` (다진, 냉동), as
    written; `food` its canonical name in the food lexicon, WATER, or None when unknown.
    `quantity` is the first amount, `also` the same said in another unit (2마리(600g)); `vague`
    the words of an amount without number (약간). `group` is the heading it stands under.
    `amount_at` is where the amount begins in `text` when it stood in a column of its own.
    """

    text: str
    name: str
    food: str | None = None
    quantity: Quantity | None = None
    also: Quantity | None = None
    vague: str | None = None
    note: str | None = None
    forms: tuple[str, ...] = ()
    group: str | None = None
    amount_at: int | None = None
