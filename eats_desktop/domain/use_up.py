"""Plans that use up what is at home (재고 소진)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from eats_desktop.domain.ingredient_line import Quantity
    from eats_desktop.domain.stored_recipe import RecipeKey


@dataclass(frozen=True, slots=True)
class StockItem:
    """`text` as written; `food` canonical, None when not understood: such an item is left out.

    `quantity` is None when no amount was given: then any use of it uses it.
    """

    text: str
    food: str | None
    quantity: Quantity | None
    use_by: date | None = None


@dataclass(frozen=True, slots=True)
class FoodAmount:
    """`amount` in `unit` of the stock item (g, 개, 포기); None when it cannot be told.

    `instead_of` is the food of the recipe that the stock only stands in for.
    """

    food: str
    amount: Fraction | None
    unit: str | None
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedRecipe:
    """A recipe cooked for `servings`, what it takes from the stock, and what must be bought.

    `missing` also names foods of which the stock meets less than nine tenths; `missing_grams`
    tells of each how much must be bought, None when nothing says what it weighs.
    """

    key: RecipeKey
    title: str
    servings: int | None
    uses: tuple[FoodAmount, ...]
    missing: tuple[str, ...]
    missing_grams: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True, slots=True)
class UseUpPlan:
    """`used_share` is the mean share of each measurable stock item that is used, 0 to 1.

    `left` is what remains, `uncounted` stock that could not be measured against any recipe.
    `cost_krw` estimates what is missing; None when a price is not known.
    """

    recipes: tuple[PlannedRecipe, ...]
    used_share: float
    left: tuple[FoodAmount, ...]
    uncounted: tuple[str, ...]
    cost_krw: int | None
    is_optimal: bool


@dataclass(frozen=True, slots=True)
class NeededAmount:
    """One line of a recipe, water left out; `also` says the same `quantity` in another unit."""

    food: str | None
    name: str
    quantity: Quantity | None = None
    also: Quantity | None = None


@dataclass(frozen=True, slots=True)
class RecipeNeeds:
    """What using up needs to know of a recipe; amounts are for `servings` as written."""

    key: RecipeKey
    title: str
    dish: str
    servings: int | None
    lines: tuple[NeededAmount, ...]
