"""Whether an ingredient is at hand: 보유, 장바구니 or 미보유, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from eats_desktop.domain.ingredient_line import IngredientLine


class Availability(StrEnum):
    """보유 beats 장바구니 beats 미보유."""

    HAVE = "have"
    CART = "cart"
    MISSING = "missing"


class Because(StrEnum):
    """Why an ingredient counts as there."""

    TYPED = "typed"
    PANTRY = "pantry"
    ORDER = "order"
    CART = "cart"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Holding:
    """A food that is there: typed in, in the pantry, paid within seven days, or in the cart.

    `name` is what it is called there (the product, the item); `since` the day of the order.
    """

    food: str
    because: Because
    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class IngredientStatus:
    """One line of a recipe and what meets it; `holding` is None when it is missing.

    `stands_in` says that the holding is a substitute or a wider food, to be marked as such.
    """

    line: IngredientLine
    availability: Availability
    holding: Holding | None = None
    stands_in: bool = False
