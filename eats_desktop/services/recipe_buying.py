"""What must be bought for a recipe: the need of each missing ingredient and products for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.buying import Need
from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.ingredient_line import WATER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from eats_desktop.classify.kitchen_units import Kitchen
    from eats_desktop.domain.buying import Buyable
    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.ingredient_line import IngredientLine

_MOST = 5


class Seller(Protocol):
    """Ranks the products that are a food; services.buying_service has it."""

    def for_need(self, need: Need, limit: int = _MOST) -> tuple[Buyable, ...]: ...

    def for_missing(
        self, needs: Sequence[Need], limit: int = _MOST
    ) -> Mapping[str, tuple[Buyable, ...]]:
        """Return the products for each food; needs of one food are added up."""


@dataclass(frozen=True, slots=True)
class MissingFood:
    """`name` and `line` as the recipe first has it; `products` empty where none is sold.

    `need` is None when the lexicon does not know the ingredient.
    """

    name: str
    line: IngredientLine
    need: Need | None
    products: tuple[Buyable, ...] = ()


class RecipeBuying:
    """For reading threads. The kitchen is asked for late: it loads the food lexicon."""

    def __init__(self, kitchen: Callable[[], Kitchen], seller: Callable[[], Seller]) -> None:
        self._kitchen = kitchen
        self._seller = seller

    def need(self, line: IngredientLine, factor: Fraction) -> Need | None:
        """Return what a line asks for, scaled; None for an ingredient that is not understood."""
        if line.food is None or line.food == WATER:
            return None
        kitchen = self._kitchen()
        quantity = line.quantity
        if quantity is None:
            return Need(line.food)
        grams = kitchen.grams(line)
        factors = kitchen.factors(line.food)
        volume = kitchen.units.millilitres(quantity, factors)
        pieces = kitchen.units.pieces(quantity, factors)
        return Need(
            line.food,
            grams=None if grams is None else grams * factor,
            millilitres=None if volume is None else volume * factor,
            pieces=None if pieces is None else pieces * factor,
        )

    def products(self, need: Need) -> tuple[Buyable, ...]:
        return self._seller().for_need(need, _MOST)

    def missing(
        self, statuses: Sequence[IngredientStatus], factor: Fraction
    ) -> tuple[MissingFood, ...]:
        """Return every missing ingredient once, in the order of the recipe, with its products."""
        missing, needs = _once(statuses, lambda line: self.need(line, factor))
        found = self._seller().for_missing(needs) if needs else {}
        return tuple(
            replace(one, products=found.get(one.need.food, ())) if one.need else one
            for one in missing
        )


def _once(
    statuses: Sequence[IngredientStatus], need: Callable[[IngredientLine], Need | None]
) -> tuple[list[MissingFood], list[Need]]:
    """Return the missing ingredients, each food once, and the needs of all their lines."""
    found: dict[str, MissingFood] = {}
    needs: list[Need] = []
    for status in statuses:
        line = status.line
        if status.availability is not Availability.MISSING or line.food == WATER:
            continue
        wanted = need(line)
        found.setdefault(line.food or line.name, MissingFood(line.food or line.name, line, wanted))
        if wanted is not None:
            needs.append(wanted)
    return list(found.values()), needs
