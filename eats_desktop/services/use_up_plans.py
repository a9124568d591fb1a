"""Tells a combination of dishes as a plan: what each takes, what is left, what to buy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from eats_desktop.domain.use_up import FoodAmount, PlannedRecipe, UseUpPlan
from eats_desktop.search.use_up import used_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.domain.use_up import NeededAmount, RecipeNeeds, StockItem
    from eats_desktop.search.use_up import Combination, Cooked, Dish, Lot
    from eats_desktop.services.stock_amounts import StockAmounts

    PriceOf: TypeAlias = Callable[[str, Fraction | None], int | None]
    """Estimates in won what buying so many grams of a food costs; None when not known."""

_ENOUGH = Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One question: its stock in order, the lots made of it, and the recipes to choose from."""

    stock: Sequence[StockItem]
    lots: Sequence[Lot]
    dishes: Sequence[Dish]
    recipes: Mapping[RecipeKey, RecipeNeeds]
    amounts: StockAmounts


class PlanWriter:
    def __init__(self, weighed: Weighed, price_of: PriceOf | None) -> None:
        self._stock = weighed.stock
        self._lots = weighed.lots
        self._recipes = weighed.recipes
        self._amounts = weighed.amounts
        self._price_of = price_of

    def plan(self, combination: Combination, unknown: tuple[str, ...]) -> UseUpPlan:
        """Return the plan, the recipe that uses most of the stock first."""
        cooked = sorted(combination.cooked, key=self._by_use)
        shares = used_shares(self._lots, cooked)
        is_counted = [self._is_counted(place) for place in range(len(self._stock))]
        counted = [share for share, counts in zip(shares, is_counted, strict=True) if counts]
        unmeasured = (
            item.text for item, counts in zip(self._stock, is_counted, strict=True) if not counts
        )
        return UseUpPlan(
            recipes=tuple(self._recipe(one) for one in cooked),
            used_share=float(sum(counted) / len(counted)) if counted else 0.0,
            left=tuple(self._left(cooked, shares)),
            uncounted=(*unknown, *unmeasured),
            cost_krw=self._cost(cooked),
            is_optimal=combination.gap == 0,
        )

    def _by_use(self, one: Cooked) -> tuple[float, RecipeKey]:
        return -round(float(sum(used_shares(self._lots, [one]))), 9), one.dish.key

    def _is_counted(self, place: int) -> bool:
        return self._stock[place].quantity is None or self._lots[place].amount is not None

    def _recipe(self, one: Cooked) -> PlannedRecipe:
        recipe = self._recipes[one.dish.key]
        short = list(self._short(one))
        return PlannedRecipe(
            recipe.key,
            recipe.title,
            one.servings,
            tuple(self._uses(one)),
            tuple(food for food, _ in short),
            tuple(grams for _, grams in short),
        )

    def _short(self, one: Cooked) -> Iterator[tuple[str, Fraction | None]]:
        """Yield the foods of a dish that are to be bought, and how many grams of each."""
        lines = _by_food(self._recipes[one.dish.key])
        for food, lacking in _lacking(one):
            weight = self._amounts.grams(lines[food])
            yield food, None if weight is None else weight * one.portion * lacking

    def _uses(self, one: Cooked) -> Iterator[FoodAmount]:
        """Yield each item once, and once more for each food it stands in for."""
        found: dict[tuple[int, str | None], Fraction] = defaultdict(Fraction)
        for place, want in enumerate(one.dish.wants):
            taken = {take.lot: take.amount for take in one.takes if take.want == place}
            for lot in sorted({*taken, *want.held}):
                instead_of = want.food if lot in want.stand_ins else None
                found[lot, instead_of] += taken.get(lot, 0)
        for (lot, instead_of), amount in found.items():
            item = self._stock[lot]
            unit = item.quantity.unit if item.quantity is not None and amount else None
            yield FoodAmount(item.food or item.text, amount or None, unit, instead_of)

    def _left(self, cooked: Sequence[Cooked], shares: Sequence[Fraction]) -> Iterator[FoodAmount]:
        held = {lot for one in cooked for want in one.dish.wants for lot in want.held}
        for place, (item, share) in enumerate(zip(self._stock, shares, strict=True)):
            food = item.food or item.text
            if item.quantity is None:
                if not share:
                    yield FoodAmount(food, None, None)
            elif self._lots[place].amount is None and place in held:
                yield FoodAmount(food, None, item.quantity.unit)
            elif share < 1:
                left = item.quantity.middle * (1 - share)
                yield FoodAmount(food, left, item.quantity.unit)

    def _cost(self, cooked: Sequence[Cooked]) -> int | None:
        """Return what all that is missing costs; foods are bought once for all dishes."""
        if self._price_of is None:
            return None
        grams: defaultdict[str, list[Fraction | None]] = defaultdict(list)
        for one in cooked:
            for food, weight in self._short(one):
                grams[food].append(weight)
        prices = [self._price_of(food, _sum(weights)) for food, weights in grams.items()]
        known = [price for price in prices if price is not None]
        return sum(known) if len(known) == len(prices) else None


def _lacking(one: Cooked) -> Iterator[tuple[str, Fraction]]:
    """Yield the foods of a dish that are to be bought, and which share of them."""
    for place, want in enumerate(one.dish.wants):
        if want.cost and one.cover(place) < _ENOUGH:
            yield want.food, 1 - one.cover(place)


def _by_food(recipe: RecipeNeeds) -> dict[str, list[NeededAmount]]:
    lines: dict[str, list[NeededAmount]] = defaultdict(list)
    for line in recipe.lines:
        lines[line.food or line.name].append(line)
    return lines


def _sum(weights: Sequence[Fraction | None]) -> Fraction | None:
    known = [weight for weight in weights if weight is not None]
    return sum(known, Fraction(0)) if len(known) == len(weights) else None
