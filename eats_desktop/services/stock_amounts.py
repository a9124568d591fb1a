"""What a recipe's foods take from the stock, in the units of the stock: exact, or not at all."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.classify.foods import Role
from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.kitchen_units import FoodFactors
from eats_desktop.search.use_up import BUY, SHORT, STAPLE, Dish, Want

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.use_up import NeededAmount, RecipeNeeds, StockItem
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.fulfilling import Larder

_NOTHING_KNOWN = FoodFactors()
_COUNTED = "개"


class Meets(NamedTuple):
    """How a stock food meets a needed one; `stands_in` when it is wider or a substitute."""

    stands_in: bool


class StockAmounts:
    """For one stock; `larder` holds what is at home besides, and is not to be used up."""

    def __init__(
        self, kitchen: Kitchen, foods: Foods, stock: Sequence[StockItem], larder: Larder
    ) -> None:
        self._kitchen = kitchen
        self._foods = foods
        self._stock = stock
        self._larder = larder
        self._met_by: dict[str, dict[int, Meets]] = {}
        self._factors: dict[str, FoodFactors] = {}

    def dish(self, recipe: RecipeNeeds, liking: float) -> Dish:
        """Return the recipe with what each of its foods takes; lines of one food are added."""
        lines: dict[str, list[NeededAmount]] = defaultdict(list)
        for line in recipe.lines:
            lines[line.food or line.name].append(line)
        wants = tuple(self._want(name, some) for name, some in lines.items())
        return Dish(recipe.key, recipe.dish, recipe.servings, wants, liking)

    def grams(self, lines: Sequence[NeededAmount]) -> Fraction | None:
        """Return what lines of one food weigh together, None when that is not known of all."""
        food = lines[0].food
        factors = _NOTHING_KNOWN if food is None else self._of(food)
        weights = [self._weight(_amounts(line), (factors,)) for line in lines]
        if None in weights:
            return None
        return sum((weight for weight in weights if weight is not None), Fraction(0))

    def meets(self, needed: str, held: str) -> Meets | None:
        """Tell whether a food of the stock is what a recipe needs.

        Itself, a kind of it, or what it is a mere form of (마늘 for 다진마늘) is. A wider food
        only stands in, and so does what stands in for it at home (see Larder); other substitutes
        (양파 for 대파) would not be used as much. What was made from it (양파즙) is not.
        """
        held = self._foods.meant(held)
        if self._foods.is_made_of(held, needed) or self._foods.is_made_of(needed, held):
            return None
        wider, line = self._foods.lineage(needed), self._foods.lineage(held)
        forms = wider[: wider.index(self._foods.plain(needed)) + 1]
        if needed in line or held in forms:
            return Meets(stands_in=False)
        if held in wider or not set(line).isdisjoint(self._foods.stand_ins(needed)):
            return Meets(stands_in=True)
        return None

    def _want(self, name: str, lines: Sequence[NeededAmount]) -> Want:
        if lines[0].food is None:
            at_hand = self._larder.unknown(name).availability
            return Want(name, BUY if at_hand is Availability.MISSING else 0.0)
        takes: dict[int, Fraction] = {}
        held = set()
        met_by = self._lots(name)
        exact = {lot: how for lot, how in met_by.items() if not how.stands_in}
        for lot in exact or met_by:
            needs = [self._need(line, self._stock[lot]) for line in lines]
            amount = sum((need for need in needs if need is not None), Fraction(0))
            if amount:
                takes[lot] = amount
            else:
                held.add(lot)
        stand_ins = frozenset(lot for lot, how in met_by.items() if how.stands_in)
        cost = self._cost(name)
        more = SHORT if takes and cost == BUY else cost
        return Want(name, more, takes, frozenset(held), stand_ins)

    def _lots(self, needed: str) -> dict[int, Meets]:
        if needed not in self._met_by:
            found = (
                (lot, None if item.food is None else self.meets(needed, item.food))
                for lot, item in enumerate(self._stock)
            )
            self._met_by[needed] = {lot: how for lot, how in found if how is not None}
        return self._met_by[needed]

    def _cost(self, food: str) -> float:
        if self._larder.food(food).availability is not Availability.MISSING:
            return 0.0
        known = self._kitchen.foods.foods.get(food)
        return STAPLE if known is not None and known.role is Role.SEASONING else BUY

    def _need(self, line: NeededAmount, item: StockItem) -> Fraction | None:
        """Return what a line takes of an item in the item's unit, None when nobody can tell."""
        if item.quantity is None or item.food is None or line.food is None:
            return None
        unit = item.quantity.unit
        amounts = [self._counted(quantity, unit) for quantity in _amounts(line)]
        for quantity in amounts:
            if quantity.unit == unit:
                return quantity.middle
        one = Quantity(Fraction(1), Fraction(1), unit)
        known = tuple(self._of(food) for food in self._narrower_first(line.food, item.food))
        for measured in (self._weight, self._volume):
            asked, there = measured(amounts, known), measured([one], known)
            if asked is not None and there is not None:
                return asked / there
        return None

    def _counted(self, quantity: Quantity, unit: str | None) -> Quantity:
        """A bare number counts what the stock counts, pieces where that is weighed."""
        if quantity.unit is not None:
            return quantity
        counts = unit is not None and unit in self._kitchen.units.counters
        return Quantity(quantity.low, quantity.high, unit if counts else _COUNTED)

    def _narrower_first(self, needed: str, held: str) -> tuple[str, ...]:
        held = self._foods.meant(held)
        if needed == held:
            return (held,)
        return (held, needed) if needed in self._foods.lineage(held) else (needed, held)

    def _weight(self, amounts: Sequence[Quantity], known: Sequence[FoodFactors]) -> Fraction | None:
        units = self._kitchen.units
        ordered = sorted(amounts, key=lambda quantity: quantity.unit not in units.mass)
        found = (units.grams(amount, factors) for amount in ordered for factors in known)
        return next((grams for grams in found if grams is not None), None)

    def _volume(self, amounts: Sequence[Quantity], known: Sequence[FoodFactors]) -> Fraction | None:
        units = self._kitchen.units
        found = (units.millilitres(amount, factors) for amount in amounts for factors in known)
        return next((volume for volume in found if volume is not None), None)

    def _of(self, food: str) -> FoodFactors:
        if food not in self._factors:
            known = food in self._kitchen.foods.foods
            self._factors[food] = self._kitchen.factors(food) if known else _NOTHING_KNOWN
        return self._factors[food]


def _amounts(line: NeededAmount) -> tuple[Quantity, ...]:
    return tuple(quantity for quantity in (line.quantity, line.also) if quantity is not None)
