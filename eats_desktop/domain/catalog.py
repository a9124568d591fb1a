"""Products of the mall (U+콕) as they are found and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import price_of_unit

if TYPE_CHECKING:
    from eats_desktop.domain.amount import Amount, UnitPrice
    from eats_desktop.domain.food import FoodKind, FoodReading
    from eats_desktop.domain.schedule import ProductKey


@dataclass(frozen=True, slots=True)
class MallProduct:
    """A mall product with its latest prices in won; an unknown price is None."""

    key: ProductKey
    name: str
    brand: str | None
    list_price_krw: int | None
    sale_price_krw: int | None
    thumbnail_url: str | None
    product_url: str | None
    kind: FoodKind | None = None
    amount: Amount | None = None

    @property
    def price_krw(self) -> int | None:
        return self.sale_price_krw or self.list_price_krw

    @property
    def unit_price(self) -> UnitPrice | None:
        """What 100 g, 100 ml or one costs; None when price or amount is unknown."""
        return price_of_unit(self.price_krw, self.amount)


@dataclass(frozen=True, slots=True)
class ReadProduct:
    """A product of either market with what its name was read as; an unknown price is None."""

    key: ProductKey
    name: str
    reading: FoodReading
    price_krw: int | None = None
