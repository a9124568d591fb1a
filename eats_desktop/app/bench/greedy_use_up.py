"""The greedy search for recipes that use up a stock, as the first Eat's 유혹 did it (RCP-08).

Foods are the same when their names are, units when they are written alike or one is not written;
only whole and decimal amounts are numbers, others are 0. Servings are as written. Repeated: the
recipe that uses most foods, then most of them in plain numbers whatever the unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.domain.use_up import NeededAmount, RecipeNeeds, StockItem

_ANY = 1e-9
_DECIMAL_UNITS = frozenset({"kg", "L"})


class _Material(NamedTuple):
    name: str
    amount: float
    unit: str


class _Used(NamedTuple):
    foods: int
    total: float
    amounts: Mapping[str, float]


class GreedyUseUp:
    """For one library."""

    def __init__(self, recipes: Sequence[RecipeNeeds]) -> None:
        self._materials = {recipe.key: tuple(map(_material, recipe.lines)) for recipe in recipes}
        self._having: dict[str, list[RecipeKey]] = {}
        for key, materials in self._materials.items():
            for name in dict.fromkeys(material.name for material in materials):
                self._having.setdefault(name, []).append(key)

    def combination(self, stock: Sequence[StockItem], size: int) -> tuple[RecipeKey, ...]:
        """Return up to `size` recipes, in the order in which they are found."""
        left = {one.food or one.text: _number(one) for one in stock}
        units = {one.food or one.text: _unit(one) for one in stock}
        found: list[RecipeKey] = []
        while len(found) < size:
            names = [name for name, amount in left.items() if amount > _ANY]
            candidates = {key for name in names for key in self._having.get(name, ())}
            simulated = ((self._use(key, left, units), key) for key in candidates - {*found})
            best = max(
                simulated, key=lambda one: (one[0].foods, one[0].total, one[1]), default=None
            )
            if best is None or not best[0].foods:
                break
            found.append(best[1])
            for name, amount in best[0].amounts.items():
                left[name] -= amount
        return tuple(found)

    def _use(self, key: RecipeKey, left: Mapping[str, float], units: Mapping[str, str]) -> _Used:
        used: dict[str, float] = {}
        count = 0
        for name, required, unit in self._materials[key]:
            there = left.get(name, 0.0) - used.get(name, 0.0)
            if there <= _ANY or (unit and units[name] and unit.lower() != units[name].lower()):
                continue
            amount = min(required, there)
            if amount > _ANY:
                used[name] = used.get(name, 0.0) + amount
                count += 1
        return _Used(count, sum(used.values()), used)


def _material(line: NeededAmount) -> _Material:
    quantity = line.quantity
    if quantity is None:
        return _Material(line.name, 0.0, "")
    is_number = quantity.low == quantity.high and (
        quantity.low.denominator == 1 or quantity.unit in _DECIMAL_UNITS
    )
    return _Material(line.name, float(quantity.low) if is_number else 0.0, quantity.unit or "")


def _number(item: StockItem) -> float:
    return 1.0 if item.quantity is None else float(item.quantity.middle)


def _unit(item: StockItem) -> str:
    return "" if item.quantity is None else item.quantity.unit or ""
