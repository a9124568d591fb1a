"""What found documents stand for: food broadcasts in the order a shopper needs, mall products."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.search import SearchFilter
from tests.helpers.listings import at, product, stored
from tests.helpers.storage_builders import FOOD, OTHER, airing, changed, inserted, key, put, save

NOW = at(12)
ALL = SearchFilter()
MACKEREL = ProductKey("hmall", "1")


def named(name="고등어", product_id="1", **changes):
    return product(product_id, name, **changes)


def found(databases, *keys, titles=(), narrowed=ALL, limit=50):
    wanted = keys or (MACKEREL,)
    hits = databases.search_hits.broadcasts(wanted, titles, narrowed, limit, NOW)
    return [broadcast.starts_at for broadcast in hits]


def test_on_air_comes_first_then_the_soonest_and_the_past_last(databases):
    past = [airing(at(hour), named()) for hour in (8, 9)]
    live = airing(at(11, 30), named())
    ahead = [airing(at(hour), named()) for hour in (14, 13)]
    put(databases, *past, live, *ahead)
    save(databases, inserted(airing(at(15), named()), cancelled_at=at(3)))
    assert found(databases) == [at(11, 30), at(13), at(14), at(15), at(9), at(8)]


@pytest.mark.parametrize("limit", range(1, 7))
def test_a_limit_keeps_the_first_ones(databases, limit):
    slots = [airing(at(hour), named()) for hour in (8, 9, 13, 14)]
    put(databases, *slots, airing(at(11), named(), minutes=61))
    save(databases, inserted(airing(at(15), named()), cancelled_at=at(3)))
    assert found(databases, limit=limit) == found(databases)[:limit]


def test_what_starts_or_ends_this_moment_is_on_the_right_side(databases):
    put(databases, airing(at(11), named()), airing(at(12), named()))
    assert found(databases, limit=1) == [at(12)]


def test_only_food_is_found(databases):
    put(
        databases,
        airing(at(13), named("고등어 그릴"), named("소면", "2")),
        airing(at(14), named("고등어 그릇", "3"), is_food=False),
        readings={"1": OTHER, "3": OTHER},
    )
    assert found(databases) == []
    assert found(databases, ProductKey("hmall", "2")) == [at(13)]


def test_a_guide_title_stands_for_its_broadcasts(databases):
    put(databases, airing(at(13), title="아침 장보기"), airing(at(14), title="저녁 장보기"))
    assert found(databases, titles=("아침 장보기",)) == [at(13)]


def test_the_old_key_of_a_corrected_broadcast_is_not_found(databases):
    put(databases, airing(at(13), named()))
    before = stored(airing(at(13), named()))
    save(databases, changed(ChangeKind.CORRECTED, before, replace(before, moved_to=at(13, 3))))
    assert found(databases) == []


@pytest.mark.parametrize(
    ("narrowed", "hours"),
    [
        (SearchFilter(channels=frozenset({"nsmall"})), [14]),
        (SearchFilter(starts_from=at(14)), [14]),
        (SearchFilter(starts_before=at(14)), [13]),
        (SearchFilter(lowest_krw=30000), [13]),
        (SearchFilter(highest_krw=20000), [14]),
        (SearchFilter(lowest_krw=1, highest_krw=2), []),
    ],
)
def test_channel_time_and_price_narrow(databases, narrowed, hours):
    put(
        databases,
        airing(at(13), named(price=39900)),
        airing(at(14), named(price=9900), channel="nsmall"),
    )
    assert found(databases, narrowed=narrowed) == [at(hour) for hour in hours]


def test_mall_products_come_by_key_and_no_other_things(databases):
    listed = [named("햅쌀", "1", source="kok", price=32900), named("쌀통", "2", source="kok")]
    with databases.writer.transaction() as tx:
        tx.save_mall(listed, {key(listed[0]): FOOD, key(listed[1]): OTHER}, at(6))
    put(databases, airing(at(13), named()))
    keys = [ProductKey("kok", "1"), ProductKey("kok", "2"), ProductKey("kok", "3"), MACKEREL]
    products = databases.search_hits.mall_products(keys)
    assert {each.product_id: p.price_krw for each, p in products.items()} == {"1": 32900}
