"""Products of the mall (U+콕) as they are found and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

    @property
    def price_krw(self) -> int | None:
        return self.sale_price_krw or self.list_price_krw
