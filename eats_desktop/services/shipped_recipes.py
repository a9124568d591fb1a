"""Brings the recipes that ship with the program into the library, and up to date."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.stored_recipe import LIBRARY, FullRecipe, RecipeKey
from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from eats_desktop.domain.recipe import Recipe


class RecipeWriter(Protocol):
    def save(self, recipes: Sequence[FullRecipe]) -> object: ...
    def delete(self, keys: Sequence[RecipeKey]) -> None: ...
    def versions(self, source: str) -> Mapping[str, str]: ...


class ShippedRecipes:
    """`step` is for the writer thread; `load` reads the files before, on the thread that calls."""

    def __init__(self, store: RecipeWriter, read: Callable[[], Iterable[Recipe]]) -> None:
        self._store = store
        self._read = read
        self._shipped: dict[str, FullRecipe] = {}
        self._is_done = False

    def load(self) -> None:
        """Read the files, once: what ships does not change while the program runs."""
        if not (self._shipped or self._is_done):
            self._shipped = {recipe.id: shipped_recipe(recipe) for recipe in self._read()}

    def step(self) -> bool:
        """Write or forget one batch; return whether there may be more to do."""
        if self._is_done:
            return False
        self.load()
        known = self._store.versions(LIBRARY)
        shipped = self._shipped
        stale = [one for name, one in shipped.items() if known.get(name) != one.version][:BATCH]
        gone = [RecipeKey(LIBRARY, name) for name in known if name not in shipped][:BATCH]
        if stale:
            self._store.save(stale)
        if gone:
            self._store.delete(gone)
        self._is_done = not (stale or gone)
        if self._is_done:
            self._shipped = {}
        return not self._is_done


def shipped_recipe(recipe: Recipe) -> FullRecipe:
    """Return the recipe as it is stored; its version is a hash of all that it says."""
    return FullRecipe(
        key=RecipeKey(LIBRARY, recipe.id),
        title=recipe.title,
        dish=recipe.dish,
        ingredients=recipe.ingredients,
        steps=recipe.steps,
        tips=recipe.tips,
        category=recipe.category.value,
        occasion=recipe.occasion.value,
        method=recipe.method.value,
        servings=recipe.servings,
        minutes=recipe.minutes,
        difficulty=recipe.difficulty.value,
        version=hashlib.sha256(repr(recipe).encode()).hexdigest()[:16],
    )
