"""Sellers' product pages are kept, and whose is due next is known from what airs and is sold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.product_detail import ProductDetail, ProductFact, ReviewShares
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import PriceKind, ProductKey, ProductRole
from tests.helpers.listings import DAY, at, product, stored
from tests.helpers.storage_builders import (
    FOOD,
    OTHER,
    airing,
    changed,
    key,
    put,
    query_plan,
    rows,
    save,
)

FISH = product("1", "바다골 손질 고등어 8팩", 39900)
RICE = product("77", "들녘 햅쌀 10kg", 32900, source="kok")
NOON = at(12)
PAGE = ProductDetail(
    key(FISH),
    NOON,
    ("https://image.example/1.jpg", "https://image.example/2.jpg"),
    (ProductFact("원산지", "국산"), ProductFact("보관방법", "냉동")),
    "3,000원",
    3000,
    PriceKind.PRICED,
    49900,
    39900,
    4.7,
    118,
    "바다골수산",
    shares=ReviewShares((70, 20, 5, 3, 2), (("가격", 80), ("맛", 91))),
)
AHEAD = timedelta(hours=48)


def mall(databases, *products, seen=DAY, reading=FOOD):
    with databases.writer.transaction() as tx:
        tx.save_mall(products, {key(each): reading for each in products}, seen)


def on_air(databases, now=NOON, sources=("hmall",), limit=10):
    found = databases.details.on_air(sources, now, now + AHEAD, limit)
    return [each.product_id for each in found]


def observations(databases):
    return rows(
        databases.catalog,
        "SELECT list_price_krw, sale_price_krw, conditional_price_krw FROM price_observation"
        " ORDER BY id",
    )


def newest(databases):
    sql = (
        "SELECT price_kind, list_price_krw, sale_price_krw, conditional_price_krw FROM product"
        " WHERE product_id = '1'"
    )
    return rows(databases.catalog, sql)[0]


def test_a_page_comes_back_as_it_was_kept(databases):
    attempt = databases.details.save(PAGE)
    assert databases.details.detail(PAGE.key) == PAGE
    assert databases.details.attempt(PAGE.key) == attempt


def test_what_was_never_asked_for_is_unknown(databases):
    assert databases.details.detail(PAGE.key) is None
    assert databases.details.attempt(PAGE.key) is None
    assert not databases.details.is_food(PAGE.key)


def test_a_failure_takes_nothing_away_and_counts_up(databases):
    databases.details.failed(PAGE.key, NOON)
    assert databases.details.detail(PAGE.key) is None
    assert databases.details.attempt(PAGE.key).failures == 1
    databases.details.save(replace(PAGE, fetched_at=NOON + timedelta(hours=1)))
    assert databases.details.attempt(PAGE.key).failures == 0
    attempt = databases.details.failed(PAGE.key, NOON + timedelta(hours=9))
    assert (attempt.asked_at, attempt.failures) == (NOON + timedelta(hours=9), 1)
    assert databases.details.detail(PAGE.key) == replace(PAGE, fetched_at=at(13))


def test_a_product_that_ended_keeps_what_was_known_of_it(databases):
    databases.details.save(PAGE)
    ended = ProductDetail(PAGE.key, NOON + timedelta(days=1), is_ended=True)
    databases.details.save(ended)
    assert databases.details.detail(PAGE.key) == replace(
        PAGE, fetched_at=ended.fetched_at, is_ended=True
    )
    back = replace(PAGE, fetched_at=NOON + timedelta(days=31))
    databases.details.save(back)
    assert databases.details.detail(PAGE.key) == back


def test_foods_on_air_and_soon_come_in_the_order_they_air(databases):
    put(
        databases,
        airing(at(20), product("late")),
        airing(at(11), product("over"), minutes=60),
        airing(at(11, 30), product("now")),
        airing(at(13), product("side", role=ProductRole.SIDE), product("next")),
        airing(at(15), product("pan")),
        airing(NOON + AHEAD, product("far")),
        readings={"pan": OTHER},
    )
    assert on_air(databases)[0] == "now"
    assert set(on_air(databases)[1:3]) == {"side", "next"}
    assert on_air(databases)[3:] == ["late"]
    assert on_air(databases, limit=1) == ["now"]
    assert on_air(databases, sources=("kok",)) == on_air(databases, sources=()) == []


def test_a_cancelled_broadcast_makes_no_page_wanted(databases):
    slot = airing(at(15), FISH)
    put(databases, slot)
    gone = stored(slot, cancelled_at=NOON)
    save(databases, changed(ChangeKind.CANCELLED, stored(slot), gone))
    assert on_air(databases) == []


def test_a_page_is_wanted_again_when_its_time_has_come(databases):
    put(databases, airing(at(15), FISH), airing(at(15, day=7), FISH))
    attempt = databases.details.save(PAGE)
    assert on_air(databases, now=NOON + timedelta(hours=1)) == []
    assert on_air(databases, now=attempt.due_at - timedelta(seconds=1)) == []
    assert on_air(databases, now=attempt.due_at) == ["1"]


def test_the_mall_waits_in_line_those_never_asked_for_first(databases):
    first, second, pan = (product(no, source="kok") for no in ("10", "11", "12"))
    mall(databases, first, second, RICE)
    mall(databases, pan, reading=OTHER)
    mall(databases, product("9", source="kok"), seen=NOON - timedelta(days=4))
    put(databases, airing(at(15), FISH))
    wanted = [each.product_id for each in databases.details.mall(("kok", "hmall"), NOON, 9)]
    assert wanted == ["10", "11", "77"]
    databases.details.save(ProductDetail(key(first), NOON - timedelta(days=8)))
    wanted = [each.product_id for each in databases.details.mall(("kok",), NOON, 2)]
    assert wanted == ["11", "77"]


def test_wished_foods_keep_the_order_of_the_wishes(databases):
    mall(databases, RICE)
    put(databases, airing(at(15), FISH, product("pan")), readings={"pan": OTHER})
    wishes = [key(RICE), ProductKey("hmall", "pan"), ProductKey("kok", "gone"), key(FISH)]
    assert databases.details.due_foods(wishes, NOON) == (key(RICE), key(FISH))
    databases.details.save(PAGE)
    assert databases.details.due_foods(wishes, NOON) == (key(RICE),)
    assert databases.details.due_foods([], NOON) == ()


def test_requests_are_counted_by_source_and_korean_day(databases):
    asked = databases.details.asked
    asked("kok", at(0), failed=False, good=True)
    asked("kok", at(23, 59), failed=True, good=False)
    asked("hmall", at(9), failed=True, good=False)
    asked("kok", at(0, day=1), failed=False, good=False)
    assert databases.details.requests_on(NOON) == {"kok": 2, "hmall": 1}
    assert databases.details.requests_on(at(1, day=1)) == {"kok": 1}
    assert databases.details.last_good("kok") == at(0)
    assert databases.details.last_good("hmall") is None


def test_the_price_of_a_page_is_observed_and_beats_the_listings(databases):
    put(databases, airing(at(15), FISH))
    databases.details.save(replace(PAGE, list_price_krw=45900, sale_price_krw=37900))
    assert observations(databases) == [(None, 39900, None), (45900, 37900, None)]
    assert newest(databases) == ("priced", 45900, 37900, None)


def test_a_list_price_that_a_page_adds_is_no_other_price(databases):
    put(databases, airing(at(15), FISH))
    databases.details.save(PAGE)
    assert observations(databases) == [(49900, 39900, None)]
    mall(databases, RICE)
    put(databases, airing(at(18), FISH), at=NOON + timedelta(hours=1))
    assert observations(databases)[0] == (49900, 39900, None)
    assert newest(databases) == ("priced", 49900, 39900, None)


def test_the_one_price_of_a_page_may_be_the_listings_price_under_a_condition(databases):
    card = replace(FISH, conditional_price_krw=35900, price_condition="카드")
    put(databases, airing(at(15), card))
    databases.details.save(replace(PAGE, list_price_krw=None, sale_price_krw=35900))
    assert observations(databases) == [(None, 39900, 35900)]
    assert newest(databases) == ("priced", None, 39900, 35900)


@pytest.mark.parametrize(
    "page",
    [
        replace(PAGE, price_kind=PriceKind.UNKNOWN, list_price_krw=None, sale_price_krw=None),
        ProductDetail(PAGE.key, NOON, is_ended=True),
    ],
    ids=["without", "ended"],
)
def test_a_page_without_a_price_leaves_the_listings_alone(databases, page):
    put(databases, airing(at(15), FISH))
    databases.details.save(page)
    assert observations(databases) == [(None, 39900, None)]
    assert newest(databases) == ("priced", None, 39900, None)


def test_a_page_of_an_unknown_product_makes_no_price(databases):
    databases.details.save(PAGE)
    assert observations(databases) == []


def test_pages_go_with_their_products_and_counts_with_their_days(databases):
    put(databases, airing(at(15), FISH), airing(at(15, day=40), product("2")), at=DAY)
    databases.details.save(PAGE)
    databases.details.save(ProductDetail(ProductKey("hmall", "2"), NOON))
    databases.details.asked("hmall", NOON, failed=False, good=True)
    with databases.writer.transaction() as tx:
        tx.prune(at(0, day=30))
    assert databases.details.detail(PAGE.key) is None
    assert databases.details.detail(ProductKey("hmall", "2")) is not None
    assert databases.details.requests_on(NOON) == {}


def test_what_is_due_is_found_without_reading_whole_tables(databases):
    details, catalog = databases.details, databases.catalog
    plan = query_plan(catalog, lambda: on_air(databases))
    plan += query_plan(catalog, lambda: details.due_foods([key(FISH)], NOON))
    plan += query_plan(catalog, lambda: details.requests_on(NOON))
    plan += query_plan(catalog, lambda: details.detail(key(FISH)))
    assert not [line for line in plan if line.startswith("SCAN") and "CONSTANT" not in line], plan
