"""Adds up the lines of a shopping list by food, without guessing what anything weighs."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.shopping_list import ShoppingEntry
from eats_desktop.search.fulfilling import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eats_desktop.domain.kitchen_units import FoodFactors, KitchenUnits
    from eats_desktop.domain.shopping_list import ListedLine

_GRAM, _MILLILITRE = "g", "ml"


class Merging:
    """`factors` tells what a food weighs; of it only the density is used, never the mean weight
    of a piece."""

    def __init__(self, units: KitchenUnits, factors: Callable[[str], FoodFactors]) -> None:
        self._units = units
        self._factors = factors

    def entries(self, lines: Iterable[ListedLine]) -> tuple[ShoppingEntry, ...]:
        """Return an entry a food, in the order of their first lines; what is done comes last."""
        groups: dict[tuple[bool, str], list[ListedLine]] = defaultdict(list)
        for line in lines:
            groups[line.is_done, line.food or written(line.name)].append(line)
        found = sorted(groups.values(), key=lambda group: (group[0].is_done, group[0].line_id))
        return tuple(self._entry(group) for group in found)

    def _entry(self, lines: Sequence[ListedLine]) -> ShoppingEntry:
        first = lines[0]
        vague = dict.fromkeys(line.vague for line in lines if line.vague is not None)
        return ShoppingEntry(
            first.food or first.name,
            first.food,
            self._sum(first.food, lines),
            tuple(vague),
            tuple(lines),
            first.is_done,
        )

    def _sum(self, food: str | None, lines: Sequence[ListedLine]) -> tuple[Quantity, ...]:
        sums: dict[str | None, list[Quantity]] = defaultdict(list)
        for quantity in self._chosen(lines):
            sums[self._measure(quantity.unit)].append(quantity)
        density = None if food is None else self._factors(food).density
        if _GRAM in sums and _MILLILITRE in sums and density is not None:
            sums[_GRAM] += [
                self._in(one, _MILLILITRE, density, _GRAM) for one in sums.pop(_MILLILITRE)
            ]
        return tuple(self._added(some, measure) for measure, some in sums.items())

    def _chosen(self, lines: Sequence[ListedLine]) -> list[Quantity]:
        """Return an amount of every line that has one: of two writings (2마리(600g)) the one in
        which all can be added up."""
        given = [
            [quantity for quantity in (line.quantity, line.also) if quantity is not None]
            for line in lines
        ]
        given = [some for some in given if some]
        if not given:
            return []
        by_measure = [{self._measure(one.unit): one for one in reversed(some)} for some in given]
        for measure in (self._measure(one.unit) for one in given[0]):
            if all(measure in some for some in by_measure):
                return [some[measure] for some in by_measure]
        return [some[0] for some in given]

    def _measure(self, unit: str | None) -> str | None:
        """Return what amounts of a unit are added up in: g, ml, or the counter itself."""
        if unit in self._units.mass:
            return _GRAM
        return _MILLILITRE if unit in self._units.volume else unit

    def _added(self, some: Sequence[Quantity], measure: str | None) -> Quantity:
        """Return a sum in the unit all of them are written in, else in g or ml."""
        units = {one.unit for one in some}
        same = next(iter(units)) if len(units) == 1 else measure
        if len(units) > 1:
            some = [self._in(one, measure, Fraction(1), measure) for one in some]
        none = Fraction(0)
        low, high = (sum(ends, none) for ends in zip(*((q.low, q.high) for q in some), strict=True))
        return Quantity(low, high, same)

    def _in(
        self, quantity: Quantity, measure: str | None, factor: Fraction, unit: str | None
    ) -> Quantity:
        """Return an amount in g or ml times a factor."""
        table = self._units.mass if measure == _GRAM else self._units.volume
        times = table[quantity.unit or ""] * factor
        return Quantity(quantity.low * times, quantity.high * times, unit)
