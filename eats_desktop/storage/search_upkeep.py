"""Tells where the search index is behind the catalogue: what is new, read anew, or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.search import DocumentKey, DocumentKind
from eats_desktop.storage.readings import reading_of

if TYPE_CHECKING:
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.storage.database import Database

_STALE = text(
    """
    SELECT p.*, p.model_version || :models AS version FROM product p
    LEFT JOIN search_document d ON d.source = p.source AND d.item = p.product_id
        AND d.kind = iif(p.is_food, p.market, 'supplement')
    WHERE (p.is_food OR (p.kind = 'supplement' AND p.market = 'mall'))
        AND p.model_version IS NOT NULL AND (d."row" IS NULL OR d.title <> p.name
        OR d.version <> p.model_version || :models)
    ORDER BY p.source, p.product_id LIMIT :most
    """
)
_GONE = text(
    """
    SELECT d.kind, d.source, d.item FROM search_document d
    LEFT JOIN product p ON p.source = d.source AND p.product_id = d.item AND p.market = d.kind
    WHERE d.kind IN ('tv', 'mall') AND (p.source IS NULL OR p.is_food IS NOT 1)
    UNION ALL
    SELECT d.kind, d.source, d.item FROM search_document d
    LEFT JOIN product p ON p.source = d.source AND p.product_id = d.item AND p.market = 'mall'
    WHERE d.kind = 'supplement' AND (p.source IS NULL OR p.is_food OR p.kind IS NOT 'supplement')
    UNION ALL
    SELECT d.kind, d.source, d.item FROM search_document d
    WHERE d.kind = 'title' AND d.item NOT IN
        (SELECT title FROM broadcast WHERE is_food AND title IS NOT NULL)
    LIMIT :most
    """
)
_TITLES = text(
    """
    SELECT DISTINCT b.title FROM broadcast b
    WHERE b.is_food AND b.title IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM search_document d
         WHERE d.kind = 'title' AND d.source = '' AND d.item = b.title AND d.version = :models)
    ORDER BY b.title LIMIT :most
    """
)


class UnindexedProduct(NamedTuple):
    key: ProductKey
    market: str
    name: str
    brand: str | None
    reading: FoodReading
    version: str


class SearchUpkeep:
    """`models` names what documents are made with beside the reading of a name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unindexed_products(self, models: str, limit: int) -> list[UnindexedProduct]:
        """Return food products, and supplements of the mall, that were never indexed so."""
        with self._database.read() as connection:
            rows = connection.execute(_STALE, {"models": models, "most": limit}).all()
        return [
            UnindexedProduct(
                ProductKey(row.source, row.product_id),
                row.market,
                row.name,
                row.brand,
                reading,
                row.version,
            )
            for row in rows
            if (reading := reading_of(row)) is not None
        ]

    def unindexed_titles(self, models: str, limit: int) -> list[str]:
        """Return titles of food broadcasts that were never indexed so."""
        with self._database.read() as connection:
            return list(connection.execute(_TITLES, {"models": models, "most": limit}).scalars())

    def gone(self, limit: int) -> list[DocumentKey]:
        """Return documents of products and titles that are no more, or no longer what they were."""
        with self._database.read() as connection:
            rows = connection.execute(_GONE, {"most": limit})
            return [DocumentKey(DocumentKind(row.kind), row.source, row.item) for row in rows]
