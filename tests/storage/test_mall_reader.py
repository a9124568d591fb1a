"""The mall: what is on its shelves, in which order, and pages that never overlap."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.mall import MallFilter, MallShelf, MallSort, settled_rating
from eats_desktop.domain.schedule import PriceKind
from tests.helpers.listings import DAY
from tests.helpers.mall import LONG_AGO, goods, ids, listed, page
from tests.helpers.storage_builders import FOOD, key, opened, rows

TOMORROW = DAY + timedelta(days=1)


def test_the_discount_is_computed_from_both_prices_and_rounded_down(databases):
    cheap, dear, plain = goods(1, 8000), goods(2, 27000), goods(3, 5000)
    listed(databases, cheap, dear, plain)
    page(databases, cheap, price_kind=PriceKind.PRICED, list_price_krw=9999, sale_price_krw=8000)
    page(databases, dear, price_kind=PriceKind.PRICED, list_price_krw=30000, sale_price_krw=27000)
    assert ids(databases, MallShelf.DEALS, MallSort.RATE) == [1, 2]
    assert rows(databases.catalog, "SELECT rate FROM mall_item ORDER BY product_id") == [
        (19,),
        (10,),
        (0,),
    ]
    assert ids(databases, least_rate=10) == [1, 2]
    assert ids(databases, least_rate=11) == [1]


def test_one_review_of_five_does_not_beat_a_thousand_of_four_nine(databases):
    """seed MAL-02: the best by a Bayesian mean; what nobody reviewed is not among them."""
    one, thousand, poor, silent = (goods(n) for n in (1, 2, 3, 4))
    listed(databases, one, thousand, poor, silent)
    page(databases, one, rating=5.0, review_count=1)
    page(databases, thousand, rating=4.9, review_count=1000)
    page(databases, poor, rating=3.0, review_count=200)
    assert ids(databases, MallShelf.BEST) == [2, 1, 3]
    assert ids(databases) == [2, 1, 4, 3]
    assert ids(databases, sort=MallSort.REVIEWS) == [2, 3, 1, 4]
    assert settled_rating(4.9, 1000, 4.3) > settled_rating(5.0, 1, 4.3) > 4.3
    assert settled_rating(3.0, 0, 4.3) == pytest.approx(4.3)


def test_orders_by_price_and_by_measure_put_the_unknown_last(databases):
    listed(databases, goods(1, 9000), grams=1000)
    listed(databases, goods(2, 3000), grams=200)
    listed(databases, goods(3, 5000))
    listed(databases, goods(4, None, price_kind=PriceKind.UNKNOWN))
    assert ids(databases, sort=MallSort.PRICE) == [2, 3, 1, 4]
    assert ids(databases, sort=MallSort.UNIT_PRICE) == [1, 2, 3, 4]


def test_conditions_narrow_a_list(databases):
    listed(databases, goods(1, 4000), food="두부", grams=300)
    listed(databases, goods(2, 12000, brand="바다가게"), food="굴", grams=1000)
    listed(databases, goods(3, 30000), food="쌀")
    page(databases, goods(2), rating=4.0, review_count=12, delivery_fee_krw=0)
    page(databases, goods(1), delivery_fee_krw=3000)
    assert ids(databases, highest_krw=12000) == [2, 1] or ids(databases, highest_krw=12000) == [
        1,
        2,
    ]
    assert ids(databases, lowest_krw=12000, highest_krw=12000) == [2]
    assert ids(databases, most_total=300) == [1]
    assert ids(databases, foods=frozenset({"굴", "쌀"}), sort=MallSort.PRICE) == [2, 3]
    assert ids(databases, stores=frozenset({"바다가게"})) == [2]
    assert ids(databases, least_reviews=10) == [2]
    assert ids(databases, is_free=True) == [2]
    assert ids(databases, foods=frozenset()) == []
    facets = databases.mall.facets()
    assert (facets.products, facets.reviewed) == (3, 1)
    assert facets.stores == (("들녘가게", 2), ("바다가게", 1))
    assert dict(facets.foods) == {"두부": 1, "굴": 1, "쌀": 1}


def test_what_cannot_be_bought_is_on_no_shelf(databases):
    on_sale, sold_out, ended, gone = (goods(n) for n in (1, 2, 3, 4))
    listed(databases, gone, at=DAY - timedelta(days=4))
    listed(databases, on_sale, replace(sold_out, price_kind=PriceKind.SOLD_OUT), ended)
    listed(databases, goods(5), is_food=False)
    page(databases, ended, is_ended=True)
    assert ids(databases) == [1]
    assert databases.mall.count() == 1
    listed(databases, ended, gone, at=TOMORROW)
    assert ids(databases, sort=MallSort.PRICE) == [1, 3, 4]


def test_a_product_read_as_food_later_comes_and_one_that_is_none_goes(databases):
    tofu = goods(1)
    listed(databases, tofu, is_food=False)
    assert ids(databases) == []
    for is_food, found in ((True, [1]), (False, [])):
        with databases.writer.transaction() as tx:
            tx.save_readings({key(tofu): replace(FOOD, is_food=is_food)})
        assert ids(databases) == found


def test_prices_that_fell_stand_on_their_shelf_the_newest_first_until_they_rise(databases):
    """seed 5: 9,000, then 8,000, then 9,000."""
    fell, rose, still = goods(1, 9000), goods(2, 9000), goods(3, 9000)
    listed(databases, fell, rose, still)
    listed(databases, replace(fell, sale_price_krw=8000), rose, still, at=DAY + timedelta(hours=1))
    listed(databases, replace(rose, sale_price_krw=5000), at=DAY + timedelta(hours=2))
    assert ids(databases, MallShelf.DROPS) == [2, 1]
    (item,) = databases.mall.items(MallShelf.DROPS, MallFilter(), MallSort.ADVISED, LONG_AGO, (), 1)
    card = databases.mall.cards([item])[item]
    assert (card.before_krw, card.drop_krw) == (9000, 4000)
    listed(databases, fell, at=DAY + timedelta(hours=3))
    assert ids(databases, MallShelf.DROPS) == [2]
    assert ids(databases, MallShelf.DROPS, since=TOMORROW) == []
    observed = "SELECT count(*) FROM price_observation WHERE product_id = 'mall-00001'"
    assert rows(databases.catalog, observed) == [(3,)]


def test_the_second_page_is_whole_and_disjoint_also_when_asked_for_twice(databases):
    """seed 21."""
    products = [goods(n, brand=f"가게 {n % 3}") for n in range(50)]
    listed(databases, *products)
    for n, one in enumerate(products):
        page(databases, one, rating=4.0 + n % 5 / 10, review_count=1 + n % 4)
    for _ in range(2):
        items = databases.mall.items(MallShelf.BEST, MallFilter(), MallSort.REVIEWS, LONG_AGO)
        first, second = items[:20], items[20:40]
        assert len(databases.mall.cards(second)) == 20
        assert not set(first) & set(second)
    assert len(set(items)) == 50


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["price", "add", "review", "sold out", "not food"]),
        st.integers(0, 39),
        st.integers(1000, 50000),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("mall")) as found:
        yield found


@settings(max_examples=40, deadline=None)
@given(sort=st.sampled_from(MallSort), between=st.lists(STEPS, min_size=4, max_size=4))
def test_pages_of_one_list_neither_repeat_nor_miss_whatever_is_written_between(
    lasting, sort, between
):
    databases = lasting
    _empty(databases)
    products = {n: goods(n, 1000 + 7 * n) for n in range(30)}
    listed(databases, *products.values())
    items = databases.mall.items(MallShelf.ALL, MallFilter(), sort, LONG_AGO)
    snapshot = list(items)
    seen = []
    for place, steps in enumerate(between):
        for kind, number, price in steps:
            _write(databases, products, kind, number, price)
        asked = items[8 * place : 8 * place + 8]
        cards = databases.mall.cards(asked)
        left = {n for n, one in products.items() if one is None}
        shown = [
            int(cards[item].offer.key.product_id.removeprefix("mall-"))
            for item in asked
            if item in cards
        ]
        assert not left & set(shown)
        seen += shown
    assert list(items) == snapshot
    assert len(seen) == len(set(seen))
    kept = {n for n in range(30) if products[n] is not None}
    assert kept <= set(seen)


def _empty(databases):
    with databases.catalog.write() as connection:
        for table in ("product", "product_detail", "price_observation"):
            connection.exec_driver_sql(f"DELETE FROM {table}")


def _write(databases, products, kind, number, price):
    one = products.get(number) or goods(number, price)
    if kind == "review" and products.get(number) is not None:
        page(databases, one, rating=4.5, review_count=price % 50)
        return
    if kind == "not food":
        if products.get(number) is not None:
            listed(databases, one, is_food=False)
            products[number] = None
        return
    if number in products and products[number] is None:
        return  # once gone it would come back under another number
    changes = {"price_kind": PriceKind.SOLD_OUT} if kind == "sold out" else {}
    products[number] = replace(one, sale_price_krw=price, **changes)
    listed(databases, products[number])
