"""Products are kept with how they were read, and every price they were seen at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import BroadcastId, PriceKind, ProductKey, ProductRole
from eats_desktop.storage.product_rows import MallCounts
from tests.helpers.listings import DAY, at, product, stored
from tests.helpers.storage_builders import (
    FOOD,
    OTHER,
    airing,
    changed,
    inserted,
    key,
    opened,
    put,
    rows,
    save,
)

MACKEREL = product("1", "바다골 손질 고등어 8팩", 39900)
RICE = product("77", "들녘 햅쌀 10kg", 32900, source="kok", category="쌀")
WEEK = Window("hmall", DAY, DAY + timedelta(days=7))


def prices(databases):
    found = rows(databases.catalog, "SELECT sale_price_krw FROM price_observation ORDER BY id")
    return [price for (price,) in found]


def seen_between(databases):
    return rows(
        databases.catalog, "SELECT observed_at, last_seen_at FROM price_observation ORDER BY id"
    )


def mall(databases, *products, seen=DAY, reading=FOOD):
    readings = {key(each): reading for each in products} if reading else {}
    with databases.writer.transaction() as tx:
        return tx.save_mall(products, readings, seen)


def reading_of(databases, product_id):
    sql = "SELECT is_food, p_food, model_version FROM product WHERE product_id = ?"
    return rows(databases.catalog, sql, product_id)[0]


def stale(databases, version="m2", limit=10):
    with databases.writer.transaction() as tx:
        return tx.stale_readings(version, limit)


def reread(databases, readings):
    with databases.writer.transaction() as tx:
        tx.save_readings(readings)


def test_a_price_that_goes_and_comes_back_is_three_observations(databases):
    for day, price in enumerate((39900, 34900, 39900)):
        put(databases, airing(at(8, day=day), replace(MACKEREL, sale_price_krw=price)))
    assert prices(databases) == [39900, 34900, 39900]


def test_a_price_that_stays_is_one_observation_seen_longer(databases):
    for day in range(3):
        put(databases, airing(at(8, day=day), MACKEREL), at=at(6, day=day))
    (span,) = seen_between(databases)
    assert span == (int(at(6).timestamp()), int(at(6, day=2).timestamp()))


def test_three_broadcasts_on_one_page_are_observed_in_their_order(databases):
    cheap = replace(MACKEREL, sale_price_krw=34900)
    put(databases, airing(at(20), MACKEREL), airing(at(8), MACKEREL), airing(at(14), cheap))
    assert prices(databases) == [39900, 34900, 39900]


@settings(max_examples=25, deadline=None)
@given(told=st.lists(st.sampled_from([29900, 34900, 39900]), min_size=1, max_size=8))
def test_observations_are_the_prices_without_repeats(tmp_path_factory, told):
    with opened(tmp_path_factory.mktemp("data")) as databases:
        for day, price in enumerate(told):
            put(databases, airing(at(8, day=day), replace(MACKEREL, sale_price_krw=price)))
        assert prices(databases) == [price for price, _ in groupby(told)]


@pytest.mark.parametrize("kind", [PriceKind.CONSULT, PriceKind.RENTAL, PriceKind.UNKNOWN])
def test_a_price_that_nobody_told_is_no_observation(databases, kind):
    put(databases, airing(at(8), replace(MACKEREL, price_kind=kind, sale_price_krw=None)))
    assert prices(databases) == []


def test_being_sold_out_is_an_observation(databases):
    put(databases, airing(at(8), MACKEREL))
    put(databases, airing(at(9), replace(MACKEREL, price_kind=PriceKind.SOLD_OUT)))
    assert prices(databases) == [39900, 39900]


def test_an_observation_knows_its_broadcast(databases):
    put(databases, airing(at(8), MACKEREL))
    assert rows(databases.catalog, "SELECT channel_id, starts_at FROM price_observation") == [
        ("hmall", int(at(8).timestamp()))
    ]


def test_a_cancelled_slot_tells_no_price(databases):
    before = stored(airing(at(8), MACKEREL))
    gone = replace(before, cancelled_at=at(3))
    save(databases, changed(ChangeKind.CANCELLED, before, gone))
    assert prices(databases) == []


def test_a_product_is_renamed_by_the_newest_page(databases):
    put(databases, airing(at(8), MACKEREL), at=at(1))
    put(databases, airing(at(9), replace(MACKEREL, name="고등어 10팩")), at=at(2))
    assert databases.schedule.product_name(key(MACKEREL)) == "고등어 10팩"
    assert rows(databases.catalog, "SELECT first_seen_at, seen_at FROM product") == [
        (int(at(1).timestamp()), int(at(2).timestamp()))
    ]


def test_a_product_nobody_listed_has_no_name(databases):
    assert databases.schedule.product_name(ProductKey("hmall", "nothing")) is None


def test_a_picture_once_seen_is_kept(databases):
    put(databases, airing(at(8), replace(MACKEREL, thumbnail_url="https://a.test/1.jpg")))
    put(databases, airing(at(9), MACKEREL))
    found = databases.schedule.broadcast(BroadcastId("hmall", at(9)))
    assert found.products[0].thumbnail_url == "https://a.test/1.jpg"


def test_the_main_product_tells_the_name_where_a_page_has_two(databases):
    side = replace(MACKEREL, name="[함께] 고등어", role=ProductRole.SIDE)
    put(databases, airing(at(8), MACKEREL), airing(at(9), side))
    assert databases.schedule.product_name(key(MACKEREL)) == MACKEREL.name


def test_mall_products_are_counted_as_new_changed_or_the_same(databases):
    other = replace(RICE, product_id="78")
    assert mall(databases, RICE, other) == MallCounts(2, 0, 0)
    cheaper = replace(RICE, sale_price_krw=29900)
    assert mall(databases, cheaper, other, replace(RICE, product_id="79")) == MallCounts(1, 1, 1)


def test_a_mall_product_listed_twice_is_one(databases):
    assert mall(databases, RICE, RICE) == MallCounts(1, 0, 0)


def test_many_mall_products_are_compared_in_portions(databases):
    many = [replace(RICE, product_id=str(number)) for number in range(900)]
    mall(databases, *many)
    assert mall(databases, *many) == MallCounts(0, 0, 900)


def test_a_mall_price_belongs_to_no_broadcast(databases):
    mall(databases, RICE)
    sql = "SELECT channel_id, starts_at, sale_price_krw FROM price_observation"
    assert rows(databases.catalog, sql) == [(None, None, 32900)]


def test_a_reading_is_stored_with_who_said_so(databases):
    put(databases, airing(at(8), MACKEREL))
    assert reading_of(databases, "1") == (1, 0.97, "m1")


def test_a_new_reading_replaces_the_old_one(databases):
    put(databases, airing(at(8), MACKEREL))
    put(databases, airing(at(9), MACKEREL), readings={"1": OTHER})
    assert reading_of(databases, "1") == (0, 0.02, "m1")


def test_products_read_by_another_model_are_stale(databases):
    put(databases, airing(at(8), MACKEREL))
    mall(databases, RICE, reading=None)
    assert stale(databases, "m2") == ((key(MACKEREL), MACKEREL.name), (key(RICE), RICE.name))
    assert stale(databases, "m0") == stale(databases, "m2")
    assert stale(databases, "m1") == ((key(RICE), RICE.name),)
    assert len(stale(databases, "m2", limit=1)) == 1


def test_reading_again_leaves_nothing_stale(databases):
    put(databases, airing(at(8), MACKEREL))
    reread(databases, {key(MACKEREL): FoodReading(True, 0.8, "m2")})
    assert stale(databases, "m2") == ()


@pytest.mark.parametrize(
    ("first", "second", "food"), [(True, False, True), (False, False, False), (False, True, True)]
)
def test_a_broadcast_is_food_when_one_of_its_products_is(databases, first, second, food):
    side = product("2", "들기름 소면", role=ProductRole.SIDE)
    put(databases, airing(at(8), MACKEREL, side, is_food=None))
    reread(
        databases,
        {
            key(MACKEREL): FoodReading(first, 0.5, "m2"),
            key(side): FoodReading(second, 0.5, "m2"),
        },
    )
    assert databases.schedule.broadcast(BroadcastId("hmall", at(8))).is_food is food


def test_a_reading_changes_no_broadcast_without_the_product(databases):
    put(databases, airing(at(8), MACKEREL), airing(at(9), title="안내", is_food=None))
    reread(databases, {key(MACKEREL): FoodReading(False, 0.1, "m2")})
    assert databases.schedule.broadcast(BroadcastId("hmall", at(9))).is_food is None


def test_pruning_forgets_broadcasts_that_ended_before(databases):
    with_past = [inserted(airing(at(8, day=day), product(str(day)))) for day in range(4)]
    for day, change in enumerate(with_past):
        save(databases, change, at=at(6, day=day))
    with databases.writer.transaction() as tx:
        assert tx.prune(at(0, day=2)) > 0
        left = tx.stored_slots(WEEK)
    assert [each.slot.id.starts_at for each in left] == [at(8, day=2), at(8, day=3)]
    for table in ("broadcast_product", "product", "price_observation"):
        assert rows(databases.catalog, f"SELECT count(*) FROM {table}") == [(2,)], table


def test_pruning_keeps_a_product_that_is_still_shown(databases):
    put(databases, airing(at(8, day=3), MACKEREL), at=at(6))
    with databases.writer.transaction() as tx:
        tx.prune(at(0, day=2))
    assert databases.schedule.product_name(key(MACKEREL)) == MACKEREL.name


def test_pruning_forgets_old_pages_and_history(databases):
    put(databases, airing(at(8), MACKEREL))
    before = stored(airing(at(8), MACKEREL))
    save(databases, changed(ChangeKind.CANCELLED, before, replace(before, cancelled_at=at(3))))
    with databases.writer.transaction() as tx:
        tx.replace_listing("hmall", "a", [Window("hmall", DAY, at(24))], [], at(3))
        tx.prune(at(0, day=2))
    for table in ("broadcast_change", "source_page", "source_slot"):
        assert rows(databases.catalog, f"SELECT count(*) FROM {table}") == [(0,)], table


def test_pruning_an_empty_catalogue_counts_nothing(databases):
    with databases.writer.transaction() as tx:
        assert tx.prune(at(0)) == 0


COUPON = {"conditional_price_krw": 34900, "price_condition": "쿠폰 5,000원을 쓰면"}


def test_a_price_under_a_condition_stands_beside_the_price(databases):
    put(databases, airing(at(8), replace(MACKEREL, **COUPON)))
    offer = databases.prices.offers([key(MACKEREL)])[key(MACKEREL)]
    assert (offer.price_krw, offer.conditional.price_krw) == (39900, 34900)
    assert offer.conditional.condition == "쿠폰 5,000원을 쓰면"
    (broadcast,) = databases.schedule.broadcasts(at(0), at(23), food_only=True)
    assert broadcast.products[0].conditional == offer.conditional


def test_a_coupon_that_comes_and_goes_is_observed_and_changes_no_price(databases):
    for day, changes in enumerate(({}, COUPON, {})):
        put(databases, airing(at(8, day=day), replace(MACKEREL, **changes)))
    spans = databases.prices.spans([key(MACKEREL)], DAY)[key(MACKEREL)]
    assert [span.price_krw for span in spans] == [39900, 39900, 39900]
    assert [span.conditional and span.conditional.price_krw for span in spans] == [
        None,
        34900,
        None,
    ]


def thin(databases, before):
    with databases.writer.transaction() as tx:
        return tx.thin_prices(before)


def test_of_an_old_month_first_last_and_lowest_stay(databases):
    for day, price in enumerate((39900, 36900, 29900, 38900, 37900)):
        put(
            databases,
            airing(at(8, day=day), replace(MACKEREL, sale_price_krw=price)),
            at=at(6, day=day),
        )
    assert thin(databases, at(0, day=90)) == 2
    assert prices(databases) == [39900, 29900, 37900]
    assert thin(databases, at(0, day=90)) == 0


def test_the_lowest_with_a_coupon_of_an_old_month_stays_too(databases):
    for day, price in enumerate((39900, 38900, 37900, 29900, 39900)):
        seen = replace(MACKEREL, sale_price_krw=price, **(COUPON if day == 2 else {}))
        put(databases, airing(at(8, day=day), seen), at=at(6, day=day))
    thin(databases, at(0, day=90))
    assert prices(databases) == [39900, 37900, 29900, 39900]


def test_prices_seen_since_are_never_thinned(databases):
    told = (39900, 36900, 39900, 36900)
    for day, price in enumerate(told):
        put(
            databases,
            airing(at(8, day=day), replace(MACKEREL, sale_price_krw=price)),
            at=at(6, day=day),
        )
    thin(databases, at(0, day=1))
    assert prices(databases) == list(told)


@settings(max_examples=25, deadline=None)
@given(told=st.lists(st.sampled_from([29900, 34900, 39900]), min_size=1, max_size=8))
def test_after_thinning_the_next_price_is_compared_with_the_last_one(tmp_path_factory, told):
    with opened(tmp_path_factory.mktemp("data")) as databases:
        for day, price in enumerate(told):
            put(
                databases,
                airing(at(8, day=day), replace(MACKEREL, sale_price_krw=price)),
                at=at(6, day=day),
            )
        thin(databases, at(0, day=120))
        kept = prices(databases)
        put(
            databases,
            airing(at(8, day=130), replace(MACKEREL, sale_price_krw=told[-1])),
            at=at(6, day=130),
        )
        assert prices(databases) == kept
        assert min(kept) == min(told)
