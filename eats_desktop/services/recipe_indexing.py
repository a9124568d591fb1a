"""Brings the search index up to the recipes of the library, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.search import DocumentKey, DocumentKind, SearchDocument
from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eats_desktop.domain.stored_recipe import StoredRecipe
    from eats_desktop.search.foods import Foods
    from eats_desktop.services.search_index import SearchIndex

_WRITING = "2"
"""Counts up when documents are made in another way, so that all are indexed anew."""


class Unindexed(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def recipe(self) -> StoredRecipe: ...
    @property
    def version(self) -> str: ...


class UnindexedRecipes(Protocol):
    def unindexed(self, models: str, after: int, limit: int) -> Sequence[Unindexed]: ...
    def gone(self, limit: int) -> Sequence[DocumentKey]: ...


class RecipeIndexing:
    """For the writer thread. Goes through the library from row to row, not always from the first:
    a large one is looked through once, and once more for what changed meanwhile."""

    def __init__(
        self,
        recipes: UnindexedRecipes,
        index: SearchIndex,
        foods: Foods,
        read: Callable[[str], Sequence[str]],
        reading: Callable[[], str],
    ) -> None:
        """`read` returns the foods a name says (김치찌개); `reading` names what it knows by."""
        self._recipes = recipes
        self._index = index
        self._foods = foods
        self._read = read
        self._reading = reading
        self._after = 0

    def step(self) -> bool:
        """Index or forget one batch; return whether there may be more to do."""
        found = self._recipes.unindexed(self._models, self._after, BATCH)
        self._index.index_documents([self._document(one.recipe, one.version) for one in found])
        is_whole = self._after == 0
        self._after = found[-1].row if found else 0
        if found or not is_whole:
            return True
        gone = self._recipes.gone(BATCH)
        self._index.delete_documents(gone)
        return bool(gone)

    def is_behind(self) -> bool:
        """Tell whether recipes are not indexed as they are now; for any thread."""
        return bool(self._recipes.unindexed(self._models, 0, 1))

    @property
    def _models(self) -> str:
        return f"/{_WRITING}/{self._reading()}/{self._index.model_id}"

    def _document(self, recipe: StoredRecipe, version: str) -> SearchDocument:
        used = dict.fromkeys(line.food for line in recipe.lines if line.food is not None)
        used.pop(WATER, None)
        named = self._read(recipe.dish) or self._read(recipe.title)
        return SearchDocument(
            DocumentKey(DocumentKind.RECIPE, *recipe.key),
            recipe.title,
            () if recipe.dish == recipe.title else (recipe.dish,),
            concepts=self._with_wider(named),
            ingredients=self._with_wider(used),
            popularity=float(recipe.popularity),
            version=version,
        )

    def _with_wider(self, foods: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(up for food in foods for up in self._foods.lineage(food)))
