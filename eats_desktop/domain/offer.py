"""A product as it is sold now (판매 조건), and how its price by measure compares with another's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import price_of_unit
from eats_desktop.domain.money import discount_rate

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.amount import Amount, Per, UnitPrice
    from eats_desktop.domain.money import ConditionalPrice
    from eats_desktop.domain.schedule import PriceKind, ProductKey


@dataclass(frozen=True, slots=True)
class Offer:
    """A stored product with the list and sale price its seller last showed, as of `seen_at`.

    `market` is "tv" or "mall". A price under a condition (card, coupon) stands beside these, never
    in their place.
    """

    key: ProductKey
    market: str
    name: str
    brand: str | None
    price_kind: PriceKind
    list_price_krw: int | None
    sale_price_krw: int | None
    amount: Amount | None
    thumbnail_url: str | None
    product_url: str | None
    seen_at: datetime
    conditional: ConditionalPrice | None = None

    @property
    def discount_rate(self) -> int | None:
        return discount_rate(self.list_price_krw, self.sale_price_krw)

    @property
    def price_krw(self) -> int | None:
        """The price a shopper pays: the sale price, else the list price."""
        return self.sale_price_krw or self.list_price_krw

    @property
    def unit_price(self) -> UnitPrice | None:
        """What 100 g, 100 ml or one costs; None when price or amount is unknown."""
        return price_of_unit(self.price_krw, self.amount)


@dataclass(frozen=True, slots=True)
class PageCheck:
    """What reading a product's own page told: that its sale is over, or a price (or sold out)."""

    fetched_at: datetime
    is_ended: bool
    tells_price: bool

    def ends(self, offer: Offer) -> bool:
        """Whether the sale is over: a list that shows the product later says otherwise."""
        return self.is_ended and offer.seen_at <= self.fetched_at


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """Two prices for the same measure, both more than 0 won."""

    per: Per
    ours_krw: int
    theirs_krw: int

    @property
    def percent(self) -> int:
        """How much theirs differs from ours, in whole percent of ours; never negative."""
        return round(abs(self.theirs_krw - self.ours_krw) * 100 / self.ours_krw)

    @property
    def is_cheaper(self) -> bool:
        return self.theirs_krw < self.ours_krw


def compared(ours: UnitPrice | None, theirs: UnitPrice | None) -> UnitComparison | None:
    """Compare two unit prices; None where one is unknown or they are for different measures."""
    if ours is None or theirs is None or ours.per is not theirs.per:
        return None
    if ours.value_krw <= 0 or theirs.value_krw <= 0:
        return None
    return UnitComparison(ours.per, ours.value_krw, theirs.value_krw)
