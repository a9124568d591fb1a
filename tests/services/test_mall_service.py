"""Browsing the mall: what was bought and looked at fills shelves, categories narrow lists."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.mall import MallShelf
from eats_desktop.domain.order import Actor
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.paths import resources
from eats_desktop.services.mall_service import SEEN_KEPT, MallQuestion, MallService
from eats_desktop.viewmodels.mall_filter import MallConditions
from tests.helpers.mall import goods, listed
from tests.helpers.shopping import NOON, shopping
from tests.helpers.storage_builders import key

RIVER, HILL, SEA, FIELD = (
    goods(n, brand=brand) for n, brand in enumerate(("강가", "언덕", "바다", "들"), start=1)
)


@pytest.fixture(scope="module")
def lexicon():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path) as found:
        yield found


@pytest.fixture
def mall(shop, lexicon):
    data = shop.databases
    return MallService(
        data.mall,
        data.seen_products,
        data.prices,
        data.orders.paid_lines,
        lambda: lexicon,
        shop.clock,
    )


def names(shelf):
    return [card.offer.name for card in shelf.cards]


def test_stores_of_paid_orders_fill_their_shelf_and_nothing_else_does(shop, mall):
    listed(shop.databases, RIVER, HILL, SEA, FIELD, at=NOON)
    assert mall.shelf(MallShelf.STORES, 12).cards == ()
    shop.ordered(SEA)
    assert mall.bought_stores() == ()
    shop.paid(HILL)
    given_back = shop.paid(FIELD, quantity=9)
    shop.paid(RIVER, quantity=3)
    shop.orders.advance(given_back.order_no, _refund(given_back), Actor.STAFF)
    shelf = mall.shelf(MallShelf.STORES, 12)
    assert shelf.stores == ("강가", "언덕")
    assert sorted(names(shelf)) == sorted([RIVER.name, HILL.name])
    listed_all = mall.items(MallQuestion(MallShelf.STORES))
    assert len(listed_all) == 2
    shop.clock.advance(timedelta(days=366))
    assert mall.bought_stores() == ()


def _refund(order):
    return type(order.state)("refund_requested")


def test_what_was_looked_at_stands_newest_first_with_its_price_of_now(shop, mall):
    shop.offer(RIVER, HILL)
    for product in (RIVER, HILL, RIVER):
        mall.saw(key(product))
    mall.saw(ProductKey("kok", "99999999"))
    shop.price(RIVER, 7000)
    shelf = mall.shelf(MallShelf.SEEN, 12)
    assert names(shelf) == [RIVER.name, HILL.name]
    assert shelf.cards[0].offer.price_krw == 7000
    for number in range(SEEN_KEPT + 5):
        mall.saw(ProductKey("kok", str(number)))
    assert len(shop.databases.seen_products.newest(500)) == SEEN_KEPT
    mall.forget_seen()
    assert mall.shelf(MallShelf.SEEN, 12).cards == ()


def test_a_list_narrows_by_the_category_a_name_was_read_as(shop, mall):
    listed(shop.databases, RIVER, HILL, at=NOON, food="두부")
    listed(shop.databases, SEA, at=NOON, food="고등어")
    choices = mall.choices()
    assert dict(choices.categories) == {"콩": 2, "생선": 1}
    narrowed = MallConditions(category="생선").narrowed(choices.foods)
    items = mall.items(MallQuestion(narrowed=narrowed))
    assert [card.offer.name for card in mall.cards(items).values()] == [SEA.name]
    none = MallConditions(category="없는 것").narrowed(choices.foods)
    assert list(mall.items(MallQuestion(narrowed=none))) == []


def test_the_same_question_has_the_same_answer_also_after_a_restart(tmp_path, lexicon):
    found = []
    for turn in range(2):
        with shopping(tmp_path) as shop:
            data = shop.databases
            if turn == 0:
                listed(data, HILL, RIVER, FIELD, SEA, at=NOON)
            mall = MallService(
                data.mall, data.seen_products, data.prices, lambda _since: (), lambda: lexicon,
                shop.clock,
            )  # fmt: skip
            found.append(list(mall.items(MallQuestion())))
    assert found[0] == found[1]
    assert len(found[0]) == 4
