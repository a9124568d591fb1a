"""What can be cooked from a product that is looked at, and how a big pack of it is eaten up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.recipe_search import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eats_desktop.domain.bulk import BulkPlan
    from eats_desktop.domain.recipe_search import FoundRecipe, RecipePage
    from eats_desktop.domain.schedule import ProductKey

SHOWN = 5
_ASKED = 40
"""More than is shown: several recipes are of one dish."""


_WAYS = (Fit.SAME, Fit.KIND, Fit.INSTEAD)


class Finder(Protocol):
    def for_product(self, key: ProductKey, limit: int) -> RecipePage: ...


class Planner(Protocol):
    def plan(self, key: ProductKey) -> BulkPlan | None: ...


@dataclass(frozen=True, slots=True)
class CookedFrom:
    """`reason` says in words why there is no recipe; `plan` only for a pack of many meals."""

    recipes: tuple[FoundRecipe, ...]
    reason: str | None = None
    plan: BulkPlan | None = None


class ProductRecipes:
    """For the reading threads; finder and planner load the food lexicon when first asked."""

    def __init__(self, finder: Callable[[], Finder], planner: Callable[[], Planner]) -> None:
        self._finder = finder
        self._planner = planner

    def of(self, key: ProductKey) -> CookedFrom:
        """Return at most five recipes, or the one reason for none."""
        page = self._finder().for_product(key, _ASKED)
        recipes = tuple(_in_order(page.recipes)[:SHOWN])
        if not recipes:
            return CookedFrom((), page.reason or "이 재료로 만드는 레시피가 아직 없어요.")
        return CookedFrom(recipes, plan=self._planner().plan(key))


def _in_order(recipes: Iterable[FoundRecipe]) -> list[FoundRecipe]:
    """Put recipes for this very food first, then for a wider one, at last with it as substitute.

    Within each, the first recipe of every dish comes before the others of that dish.
    """
    found = list(recipes)
    seen: set[tuple[int, str]] = set()
    order: list[tuple[int, bool, int]] = []
    for place, recipe in enumerate(found):
        way = min((_WAYS.index(used.fit) for used in recipe.used), default=len(_WAYS))
        order.append((way, (way, recipe.dish) in seen, place))
        seen.add((way, recipe.dish))
    return [found[place] for _, _, place in sorted(order)]
