"""A mall in a real file: products with prices, readings and pages, written as the program does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.food import NameReading
from eats_desktop.domain.mall import MallFilter, MallShelf, MallSort
from eats_desktop.domain.product_detail import ProductDetail
from tests.helpers.listings import DAY, product
from tests.helpers.storage_builders import FOOD, key

LONG_AGO = DAY - timedelta(days=14)


def goods(number, price=9900, **changes):
    """A product of the mall; its id has `number` so that ties stand in that order."""
    values = {"source": "kok", "brand": "들녘가게", **changes}
    return product(f"mall-{number:05}", f"시험 상품 {number}", price, **values)


def listed(databases, *products, at=DAY, food="", grams=None, is_food=True):
    """Let a synchronisation list products at `at`."""
    amount = None if grams is None else Amount(Decimal(grams), Unit.GRAM, 1)
    words = NameReading(foods=(food,) if food else ())
    reading = replace(FOOD, is_food=is_food, words=words, amount=amount)
    with databases.writer.transaction() as tx:
        tx.save_mall(products, {key(one): reading for one in products}, at)


def page(databases, listed_product, at=DAY, **said):
    """Let the product's own page have been read."""
    databases.details.save(ProductDetail(key(listed_product), at, **said))


def ids(databases, shelf=MallShelf.ALL, sort=MallSort.ADVISED, since=LONG_AGO, **asked):
    """Return the numbers of the products of a list, in order."""
    stores, limit = asked.pop("of_stores", ()), asked.pop("limit", -1)
    narrowed = MallFilter(**asked)
    items = databases.mall.items(shelf, narrowed, sort, since, stores, limit)
    return [
        int(databases.mall.cards([item])[item].offer.key.product_id.removeprefix("mall-"))
        for item in items
    ]
