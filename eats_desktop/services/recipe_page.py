"""One recipe with what is known of it here: what is at hand, and the shopper's own stars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import RecipeGoneError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from eats_desktop.domain.fulfilment import Holding, IngredientStatus
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
    from eats_desktop.domain.use_up import StockItem
    from eats_desktop.services.recipe_events import RecipeEvents


class RecipeReader(Protocol):
    def find(self, key: RecipeKey) -> FullRecipe | None: ...


class Held(Protocol):
    """What is at home, was ordered lately, or lies in the cart."""

    def now(self, typed: Sequence[StockItem] = ()) -> Collection[Holding]: ...


class Statuses(Protocol):
    """Tells for each line whether something that is held meets it."""

    def status(
        self, lines: Sequence[IngredientLine], holdings: Collection[Holding]
    ) -> tuple[IngredientStatus, ...]: ...


@dataclass(frozen=True, slots=True)
class KnownRecipe:
    """`statuses` has one entry per ingredient, in their order; `stars` None when not rated."""

    recipe: FullRecipe
    statuses: tuple[IngredientStatus, ...]
    stars: int | None


class RecipePages:
    """For reading threads. `statuses` is asked for late: it loads the food lexicon."""

    def __init__(
        self,
        recipes: RecipeReader,
        held: Held,
        statuses: Callable[[], Statuses],
        events: RecipeEvents,
    ) -> None:
        self._recipes = recipes
        self._held = held
        self._statuses = statuses
        self._events = events

    def of_recipe(self, key: RecipeKey, typed: Sequence[StockItem] = ()) -> KnownRecipe:
        """Return a recipe as things stand; RecipeGoneError when the library has it no more."""
        recipe = self._recipes.find(key)
        if recipe is None:
            raise RecipeGoneError(f"레시피를 찾을 수 없어요: {key}")
        held = self._held.now(typed)
        statuses = self._statuses().status(recipe.ingredients, held)
        return KnownRecipe(recipe, statuses, self._events.rating(key))
