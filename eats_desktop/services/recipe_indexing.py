"""Brings the search index up to the recipes of the library, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.search import DocumentKey, DocumentKind, SearchDocument
from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.stored_recipe import StoredRecipe
    from eats_desktop.search.foods import Foods
    from eats_desktop.services.search_index import SearchIndex


class UnindexedRecipes(Protocol):
    def unindexed(self, models: str, limit: int) -> Sequence[tuple[StoredRecipe, str]]: ...
    def gone(self, limit: int) -> Sequence[DocumentKey]: ...


class RecipeIndexing:
    """For the writer thread."""

    def __init__(self, recipes: UnindexedRecipes, index: SearchIndex, foods: Foods) -> None:
        self._recipes = recipes
        self._index = index
        self._foods = foods

    def step(self) -> bool:
        """Index or forget one batch; return whether there may be more to do."""
        found = self._recipes.unindexed(f"/{self._index.model_id}", BATCH)
        gone = self._recipes.gone(BATCH)
        self._index.delete_documents(gone)
        self._index.index_documents([self._document(one, version) for one, version in found])
        return bool(found or gone)

    def _document(self, recipe: StoredRecipe, version: str) -> SearchDocument:
        used = dict.fromkeys(line.food for line in recipe.lines if line.food is not None)
        wider = (up for food in used if food != WATER for up in self._foods.lineage(food))
        return SearchDocument(
            DocumentKey(DocumentKind.RECIPE, *recipe.key),
            recipe.title,
            () if recipe.dish == recipe.title else (recipe.dish,),
            ingredients=tuple(dict.fromkeys(wider)),
            popularity=float(recipe.popularity),
            version=version,
        )
