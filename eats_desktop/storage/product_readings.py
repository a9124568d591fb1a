"""What stored products were read as, by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, tuple_

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.storage.readings import reading_of
from eats_desktop.storage.tables import ProductRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.storage.database import Database

_MOST_KEYS = 400


class ProductReadings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, keys: Collection[ProductKey]) -> dict[ProductKey, FoodReading]:
        """Return the readings of those of the products that are stored and were read."""
        wanted = sorted({(key.source, key.product_id) for key in keys})
        found: dict[ProductKey, FoodReading] = {}
        pair = tuple_(ProductRow.source, ProductRow.product_id)
        with self._database.read() as connection:
            for at in range(0, len(wanted), _MOST_KEYS):
                some = select(ProductRow.__table__).where(pair.in_(wanted[at : at + _MOST_KEYS]))
                for row in connection.execute(some):
                    reading = reading_of(row)
                    if reading is not None:
                        found[ProductKey(row.source, row.product_id)] = reading
        return found
