"""Wires what understands food for one data directory: names, search, counterparts, suggestions."""

from __future__ import annotations

import gc
import hashlib
import logging
from functools import cache, cached_property
from typing import TYPE_CHECKING

from eats_desktop.classify.ingredient_line import READING, IngredientLineParser
from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.classify.product_reader import ProductReader
from eats_desktop.classify.recipe_library import RecipeLibrary
from eats_desktop.domain.errors import ModelError
from eats_desktop.paths import resources
from eats_desktop.search.embedding import Embedder, open_embedder
from eats_desktop.search.foods import Foods
from eats_desktop.search.themes import Themes
from eats_desktop.services.catalogue_indexing import CatalogueIndexing
from eats_desktop.services.document_search import DocumentSearch
from eats_desktop.services.named_like import NamesByMeaning
from eats_desktop.services.recipe_indexing import RecipeIndexing
from eats_desktop.services.recipe_rereading import RecipeRereading
from eats_desktop.services.search_history import SearchHistory
from eats_desktop.services.search_hits import HitReader
from eats_desktop.services.search_index import SearchIndex
from eats_desktop.services.search_memory import SearchMemory
from eats_desktop.services.search_service import SearchService
from eats_desktop.services.shipped_recipes import ShippedRecipes
from eats_desktop.services.similar_service import SimilarService
from eats_desktop.services.suggest_service import SuggestService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.recipe import Recipe
    from eats_desktop.services.settings import SearchSettings
    from eats_desktop.storage.databases import Databases

logger = logging.getLogger(__name__)


@cache
def _product_reader() -> ProductReader:
    """Load the shipped models once a process: they never change while it runs.

    So the garbage collector need not look through their hundred thousand objects again.
    """
    reader = ProductReader.load(resources())
    gc.freeze()
    return reader


@cache
def _embedder(folder: str) -> Embedder:
    return open_embedder(folder)


class Understanding:
    """Lexicon and models are loaded when first asked, the embedder from the folder chosen then."""

    def __init__(
        self, databases: Databases, clock: Clock, settings: Callable[[], SearchSettings]
    ) -> None:
        self._databases = databases
        self._clock = clock
        self._settings = settings
        self.foods = Foods(
            lambda: self.names.words.lexicon,
            lambda: Themes.load(resources() / "food" / "reading" / "themes.toml"),
        )
        self._memory = SearchMemory(databases.search, self.foods, lambda: self.meaning)
        self.documents = DocumentSearch(databases.search, self.foods, self._memory)
        self.search = SearchService(self.documents, HitReader(databases.search_hits, clock))
        self.vocabulary = self._memory.vocabulary
        self.suggest = SuggestService(self.vocabulary, self.foods)
        self.history = SearchHistory(databases.recent_queries, lambda: settings().history)
        self.index = SearchIndex(databases.search_index, lambda: self.meaning)
        self.recipe_indexing = RecipeIndexing(
            databases.recipes,
            self.index,
            self.foods,
            lambda name: self.names.words.read(name).foods,
            lambda: self.line_reading,
        )
        self.recipe_rereading = RecipeRereading(
            databases.recipes, lambda: IngredientLineParser(self.kitchen), lambda: self.line_reading
        )
        self.shipped = ShippedRecipes(databases.recipes, self._shipped_recipes)

    @cached_property
    def names(self) -> ProductReader:
        """What reads product names, with every model it needs."""
        return _product_reader()

    @cached_property
    def embedder(self) -> Embedder:
        return _embedder(self._settings().embedder)

    @cached_property
    def meaning(self) -> Embedder | None:
        """The embedder, None when its files are not right: search and matching do without."""
        try:
            return self.embedder
        except ModelError as error:
            logger.warning("no meaning model: %s", error.detail)
            return None

    @cached_property
    def indexing(self) -> CatalogueIndexing:
        """What brings the search index up to the catalogue."""
        return CatalogueIndexing(
            self._databases.search_upkeep, self.index, self.foods, self.names.read_title
        )

    @cached_property
    def kitchen(self) -> Kitchen:
        """What written ingredients are and weigh."""
        return Kitchen.load(resources() / "food" / "reading", self.names.words.lexicon)

    @cached_property
    def line_reading(self) -> str:
        """Name what reads the lines of recipes: another rule, food or unit gives another name."""
        parts = (READING, self.names.words.version, self.kitchen.version)
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]

    def load(self) -> None:
        """Load what reading and indexing need, on the thread that calls; at once when known."""
        _ = self.indexing, self.meaning
        self.shipped.load()

    def step(self) -> bool:
        """Bring recipes and search one batch nearer; return whether there may be more to do."""
        return (
            self.indexing.step()
            or self.shipped.step()
            or self.recipe_rereading.step()
            or self.recipe_indexing.step()
        )

    def _shipped_recipes(self) -> Iterable[Recipe]:
        return RecipeLibrary.load(resources() / "recipes", self.kitchen).recipes.values()

    def is_behind(self) -> bool:
        """Tell whether products or recipes are not indexed as they are read and embedded now."""
        models = f"/{self.index.model_id}"
        products = self._databases.search_upkeep.unindexed_products(models, 1)
        return (
            bool(products) or self.recipe_rereading.is_behind() or self.recipe_indexing.is_behind()
        )

    @cached_property
    def similar(self) -> SimilarService:
        return SimilarService(
            self._databases.matches,
            self.names.read,
            self.names.words.lexicon,
            NamesByMeaning(self._memory, self._databases.search),
            lambda: self.meaning,
            self._clock,
        )
