"""Products that a test sells, and needs for them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.buying import Need, OfferedProduct
from eats_desktop.domain.food import FoodKind, FoodReading, NameReading
from eats_desktop.domain.offer import Offer
from eats_desktop.domain.schedule import PriceKind, ProductKey
from tests.helpers.broadcasts import at, broadcast

NOW = at(12)


def grams(value, packs=None):
    return Amount(Decimal(value), Unit.GRAM, packs)


def need(food, weight=None, **amounts):
    return Need(food, None if weight is None else Fraction(weight), **amounts)


def reading(*foods, kind=FoodKind.INGREDIENT, derived=False, sure=0.99, amount=None):
    words = NameReading(None, foods, (), derived, kind)
    return FoodReading(True, 0.99, "test", kind, sure, words, amount)


def offered(name, read, *, price=9900, starts=None, product_id=None, amount=None, minutes=60):
    """Sell a product in the mall, or on TV from `starts` on; `amount` as read when not given."""
    source = "kok" if starts is None else "hmall"
    key = ProductKey(source, product_id or name)
    return OfferedProduct(
        Offer(
            key=key,
            market="mall" if starts is None else "tv",
            name=name,
            brand=None,
            price_kind=PriceKind.UNKNOWN if price is None else PriceKind.PRICED,
            list_price_krw=None,
            sale_price_krw=price,
            amount=amount or read.amount,
            thumbnail_url=None,
            product_url=None,
            seen_at=NOW,
        ),
        read,
        None if starts is None else broadcast(starts, minutes, product=key, name=name),
    )


class Market:
    """A store in memory that counts how often it is asked."""

    def __init__(self, lexicon, *products):
        self._lexicon = lexicon
        self.products = products
        self.asked = 0

    def offered(self, foods, now):
        self.asked += 1
        return [one for one in self.products if self._is_one_of(one, foods)]

    def _is_one_of(self, one, foods):
        known = [food for food in one.reading.words.foods if food in self._lexicon.foods]
        return any(up in foods for food in known for up in self._lexicon.ancestors(food))
