"""The screens of the mall over 50,000 products, and a full cart; screens.py measures them."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.clock import KST
from eats_desktop.domain.food import FoodKind, FoodReading, NameReading
from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.mall import MallShelf
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from eats_desktop.viewmodels.cart_adding import CartAdding
from eats_desktop.viewmodels.cart_view_model import CartViewModel
from eats_desktop.viewmodels.detail_view_model import DetailViewModel
from eats_desktop.viewmodels.mall_list_view_model import MallListViewModel
from eats_desktop.viewmodels.mall_view_model import MallViewModel
from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
from eats_desktop.viewmodels.product_recipes_view_model import ProductRecipesViewModel
from eats_desktop.viewmodels.product_view_model import ProductViewModel
from eats_desktop.viewmodels.shelf_view_model import air_shelf
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.app.container import Container

PRODUCTS = 50_000
LINES = 50
ORIGINAL_ENTRY_MS = 1385.0
"""Mean time to the mall's entry that the authors of the original measured on their own server."""

_CHUNK = 1000
_FELL = 40
_REVIEWED = 8
"""One product in so many has reviews, as in the original's own sample (12.6 %)."""


class Entry(QObject):
    """The mall's entry with all its shelves; `shown` when the last of them is there."""

    shown = Signal()

    def __init__(self, box: Container, parent: QObject) -> None:
        super().__init__(parent)
        self._mall = MallViewModel(box.mall, box.tasks, NoticesViewModel(parent), parent)
        self._left = 0
        self._mall.shown.connect(self._came)
        for shelf in self._mall.property("shelves"):
            shelf.shown.connect(self._came)

    def refresh(self) -> None:
        self._left = 1 + len(self._mall.property("shelves"))
        self._mall.refresh()

    def _came(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.shown.emit()


class LongList(QObject):
    """All products of the mall; `shown` when the list and its first page are there."""

    shown = Signal()

    def __init__(self, box: Container, parent: QObject) -> None:
        super().__init__(parent)
        self._list = MallListViewModel(box.mall, box.tasks, parent)
        self._list.show(MallShelf.ALL.value)
        self._list.property("cards").modelReset.connect(self.shown)

    def refresh(self) -> None:
        self._list.askAgain()


class Page(QObject):
    """One product after another; `shown` when its price, amount and history are there."""

    shown = Signal()

    def __init__(self, box: Container, parent: QObject) -> None:
        super().__init__(parent)
        tasks, clock, notices = box.tasks, box.clock, NoticesViewModel(parent)
        write = Writing(tasks, notices)
        self._product = ProductViewModel(
            box.prices,
            air_shelf(box.shelves, tasks, clock, parent),
            DetailViewModel(box.product_pages.service, tasks, clock, parent, asks=False),
            ProductRecipesViewModel(box.recipes.cooked_from, tasks, parent),
            CartAdding(box.purchases.cart, write, notices),
            box.mall.saw,
            write,
            tasks,
            clock,
            parent,
        )
        self._next = 0
        self._product.stateChanged.connect(self._changed)

    def refresh(self) -> None:
        self._next += 7
        self._product.show(f"kok:{self._next}")

    def _changed(self) -> None:
        if self._product.property("state") == "ready":
            self.shown.emit()


def cart(box: Container, parent: QObject) -> CartViewModel:
    return CartViewModel(
        box.purchases.cart,
        box.purchases.recipe_titles,
        box.product_pages.service,
        box.tasks,
        NoticesViewModel(parent),
        parent,
    )


def fill_mall(box: Container) -> None:
    """List the products, a day later one in forty for less; read some pages."""
    now = box.clock.now().astimezone(KST)
    for first in range(0, PRODUCTS, _CHUNK):
        _list(box, range(first, first + _CHUNK), now - timedelta(days=1), off=0)
    _list(box, range(0, PRODUCTS, _FELL), now, off=10)
    for number in range(0, PRODUCTS, _REVIEWED):
        box.databases.details.save(_page(number, now))


def fill_cart(box: Container) -> None:
    fill_mall(box)
    for number in range(LINES):
        box.purchases.cart.add(ProductKey("kok", str(number)))


def _list(box: Container, numbers: range, at: datetime, *, off: int) -> None:
    """List products at `off` percent less."""
    listed = [_listing(number, off) for number in numbers]
    readings = {ProductKey("kok", one.product_id): _reading(int(one.product_id)) for one in listed}
    with box.databases.writer.transaction() as tx:
        tx.save_mall(listed, readings, at)


def _listing(number: int, off: int) -> ProductListing:
    rng = random.Random(number)  # noqa: S311  made up, no secret
    price = rng.randrange(30, 900) * 100
    list_krw = price * 100 // rng.randrange(60, 100) if rng.random() < 0.4 else None
    name = f"시험 식품 {number} {rng.randrange(1, 30) * 100}g"
    return ProductListing(
        "kok",
        str(number),
        name,
        name,
        ProductRole.MAIN,
        PriceKind.PRICED,
        list_krw,
        price * (100 - off) // 100,
        brand=f"시험 가게 {rng.randrange(300)}",
        category="1611",
    )


def _reading(number: int) -> FoodReading:
    rng = random.Random(number)  # noqa: S311  made up, no secret
    amount = Amount(Decimal(rng.randrange(1, 30) * 100), Unit.GRAM, 1)
    words = NameReading(foods=(f"식품{rng.randrange(400)}",))
    return FoodReading(
        is_food=True,
        probability=0.9,
        model_version="bench",
        kind=FoodKind.PREPARED,
        words=words,
        amount=amount,
    )


def _page(number: int, at: datetime) -> ProductDetail:
    rng = random.Random(number)  # noqa: S311  made up, no secret
    return ProductDetail(
        ProductKey("kok", str(number)),
        at,
        rating=round(rng.uniform(3, 5), 1),
        review_count=int(rng.paretovariate(0.9) * 3),
    )
