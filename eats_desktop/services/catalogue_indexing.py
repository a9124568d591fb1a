"""Brings the search index up to the catalogue, a batch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.search import DocumentKey, DocumentKind, SearchDocument
from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.search.foods import Foods
    from eats_desktop.services.search_index import SearchIndex


class Unindexed(Protocol):
    """A product as the catalogue has it."""

    @property
    def key(self) -> ProductKey: ...
    @property
    def market(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def brand(self) -> str | None: ...
    @property
    def reading(self) -> FoodReading: ...
    @property
    def version(self) -> str: ...


class Upkeep(Protocol):
    def unindexed_products(self, models: str, limit: int) -> Sequence[Unindexed]: ...
    def unindexed_titles(self, models: str, limit: int) -> Sequence[str]: ...
    def gone(self, limit: int) -> Sequence[DocumentKey]: ...


class CatalogueIndexing:
    """For the writer thread."""

    def __init__(
        self,
        upkeep: Upkeep,
        index: SearchIndex,
        foods: Foods,
        read_title: Callable[[str], FoodReading],
    ) -> None:
        self._upkeep = upkeep
        self._index = index
        self._foods = foods
        self._read_title = read_title

    def step(self) -> bool:
        """Index or forget one batch; return whether there may be more to do."""
        models = f"/{self._index.model_id}"
        products = self._upkeep.unindexed_products(models, BATCH)
        titles = self._upkeep.unindexed_titles(models, BATCH)
        gone = self._upkeep.gone(BATCH)
        documents = [self._product(product) for product in products]
        documents += [self._title(title, models) for title in titles]
        self._index.delete_documents(gone)
        self._index.index_documents(documents)
        return bool(documents or gone)

    def _product(self, product: Unindexed) -> SearchDocument:
        words = product.reading.words
        brands = dict.fromkeys(b for b in (product.brand, words.brand) if b)
        kind = DocumentKind(product.market) if product.reading.is_food else DocumentKind.SUPPLEMENT
        return SearchDocument(
            DocumentKey(kind, product.key.source, product.key.product_id),
            product.name,
            tuple(brands),
            self._with_wider(words.foods),
            self._with_wider(words.ingredients),
            self._foods.category(words.foods[0]) if words.foods else "",
            product.reading.amount,
            version=product.version,
        )

    def _title(self, title: str, models: str) -> SearchDocument:
        words = self._read_title(title).words
        return SearchDocument(
            DocumentKey(DocumentKind.TITLE, "", title),
            title,
            concepts=self._with_wider(words.foods),
            ingredients=self._with_wider(words.ingredients),
            version=models,
        )

    def _with_wider(self, foods: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(up for food in foods for up in self._foods.lineage(food)))
