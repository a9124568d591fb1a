"""Amounts of a recipe for other servings, or for as much as there is of one ingredient."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
    from eats_desktop.domain.kitchen_units import FoodFactors, KitchenUnits

_PIECE = "개"
"""A number without unit counts pieces (고추 1)."""


def servings_factor(written: int | None, wanted: int) -> Fraction | None:
    """Return by what the amounts grow; None when the recipe does not say for how many it is."""
    return Fraction(wanted, written) if written and wanted > 0 else None


def leftover_factor(
    line: IngredientLine, there: Quantity, units: KitchenUnits, factors: FoodFactors
) -> Fraction | None:
    """Return how many times what a line asks for is there.

    Amounts that are written compare before weights of pieces and densities of the food are
    used. None when nothing leads from one unit to the other.
    """
    asked = [quantity for quantity in (line.quantity, line.also) if quantity is not None]
    ratios = (
        *(_written(one, there, units) for one in asked),
        *_known(asked, there, units, factors),
    )
    return next((ratio for ratio in ratios if ratio is not None), None)


def scaled(lines: Iterable[IngredientLine], factor: Fraction) -> tuple[IngredientLine, ...]:
    """Return the lines for `factor` times as much; ranges stay ranges.

    Vague words and the line as written stay as they are.
    """
    return tuple(
        replace(line, quantity=_times(line.quantity, factor), also=_times(line.also, factor))
        for line in lines
    )


def _times(quantity: Quantity | None, factor: Fraction) -> Quantity | None:
    return None if quantity is None else quantity.times(factor)


def _written(asked: Quantity, there: Quantity, units: KitchenUnits) -> Fraction | None:
    one, other = asked.unit or _PIECE, there.unit or _PIECE
    ratio = there.middle / asked.middle
    if one == other:
        return ratio
    for table in (units.mass, units.volume):
        if one in table and other in table:
            return ratio * table[other] / table[one]
    return None


def _known(
    asked: Iterable[Quantity], there: Quantity, units: KitchenUnits, factors: FoodFactors
) -> Iterator[Fraction | None]:
    for one in asked:
        for measure in (units.grams, units.millilitres):
            wanted, held = measure(_counted(one), factors), measure(_counted(there), factors)
            if wanted and held is not None:
                yield held / wanted


def _counted(quantity: Quantity) -> Quantity:
    return quantity if quantity.unit is not None else replace(quantity, unit=_PIECE)
