"""A big pack (대용량): the meals it makes, when to cook them, and what small packs would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.stored_recipe import RecipeKey


@dataclass(frozen=True, slots=True)
class BulkMeal:
    """A dish cooked `day` days after the pack came, which takes `grams` of it.

    `is_thawed`: by then the food must have been frozen; None when nobody knows how long it keeps.
    """

    day: int
    key: RecipeKey
    title: str
    dish: str
    grams: Fraction
    is_thawed: bool | None


@dataclass(frozen=True, slots=True)
class BulkCost:
    """What the same meals cost out of packs of one offer; `left` grams remain of the last one.

    The sums are None when the price is not known.
    """

    offer: Offer
    packs: int
    total_krw: int | None
    per_meal_krw: int | None
    left: Fraction


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """`servings` is for how many each meal is cooked, None: as the recipes are written.

    `keeps_days` is how long the food keeps as it is bought, None when not known; `is_frozen` when
    it comes frozen by its name. `freeze` grams go into the freezer when the pack comes; `spoils`
    grams could be cooked only after the food has gone off. `small` compares with the mall.
    """

    food: str
    grams: Fraction
    servings: int | None
    meals: tuple[BulkMeal, ...]
    a_week: int
    keeps_days: int | None
    is_frozen: bool
    freeze: Fraction
    spoils: Fraction
    bulk: BulkCost
    small: BulkCost | None

    @property
    def dishes(self) -> tuple[str, ...]:
        """The different dishes in the order they are first cooked."""
        return tuple(dict.fromkeys(meal.dish for meal in self.meals))

    @property
    def last_day(self) -> int:
        """How many days after the pack came it is eaten up."""
        return max((meal.day for meal in self.meals), default=0)

    @property
    def used(self) -> Fraction:
        return sum((meal.grams for meal in self.meals), self.grams - self.grams)
