"""Which foods a product is at home: what it is, never what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.schedule import ProductKey


class StoredReadings(Protocol):
    def of(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, FoodReading]: ...


class ProductFoods:
    """`read` reads the name of a product the catalogue no longer holds."""

    def __init__(self, stored: StoredReadings, read: Callable[[str], FoodReading]) -> None:
        self._stored = stored
        self._read = read

    def readings(self, names: Mapping[ProductKey, str]) -> dict[ProductKey, FoodReading]:
        """Return the reading of every product, given with what it was called."""
        stored = self._stored.of(names) if names else {}
        return {
            key: stored[key] if key in stored else self._read(name) for key, name in names.items()
        }


def foods_of(reading: FoodReading) -> tuple[str, ...]:
    """Return the canonical foods a product is to a cook.

    A raw product (식재료) is each of its foods. Of a prepared one (완제품) counts only a food that
    is itself prepared (만두), so that no dish or juice passes for its ingredient.
    """
    if not reading.is_food or reading.kind is FoodKind.SUPPLEMENT:
        return ()
    if reading.kind is FoodKind.INGREDIENT:
        return reading.words.foods
    return reading.words.foods[:1] if reading.words.kind is FoodKind.PREPARED else ()
