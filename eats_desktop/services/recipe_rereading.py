"""Reads the lines of imported recipes again when the program has come to know more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.stored_recipe import FullRecipe


class UnreadRecipes(Protocol):
    def unread(self, reading: str, limit: int) -> Sequence[FullRecipe]: ...
    def reread(self, recipes: Sequence[FullRecipe]) -> None: ...


class LineReader(Protocol):
    def again(self, line: IngredientLine) -> IngredientLine: ...


class RecipeRereading:
    """For the writer thread; `reading` names what reads lines now."""

    def __init__(
        self,
        recipes: UnreadRecipes,
        parser: Callable[[], LineReader],
        reading: Callable[[], str],
    ) -> None:
        self._recipes = recipes
        self._parser = parser
        self._reading = reading

    def step(self) -> bool:
        """Read one batch again; return whether there may be more to do."""
        reading = self._reading()
        found = self._recipes.unread(reading, BATCH)
        if found:
            parser = self._parser()
            self._recipes.reread([_again(recipe, parser, reading) for recipe in found])
        return bool(found)

    def is_behind(self) -> bool:
        """Tell whether lines wait to be read again; for any thread."""
        return bool(self._recipes.unread(self._reading(), 1))


def _again(recipe: FullRecipe, parser: LineReader, reading: str) -> FullRecipe:
    lines = tuple(parser.again(line) for line in recipe.ingredients)
    return replace(recipe, ingredients=lines, reading=reading)
