"""What a product costs and was seen to cost, as read back from the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.schedule import PriceKind, ProductKey
from tests.helpers.listings import DAY, at, product
from tests.helpers.storage_builders import FOOD, airing, key, put, query_plan

MACKEREL = product("1", "바다골 손질 고등어 8팩", 39900, list_price_krw=49900, brand="바다골")
RICE = product("77", "들녘 햅쌀 10kg", 32900, source="kok")
LONG_AGO = DAY - timedelta(days=400)


def mall(databases, *products, seen=DAY, reading=FOOD):
    with databases.writer.transaction() as tx:
        tx.save_mall(products, {key(p): reading for p in products}, seen)


def told(databases, *products, since=LONG_AGO):
    """The prices of each product in order, None where it could not be bought."""
    spans = databases.prices.spans([key(p) for p in products], since)
    return [[span.price_krw for span in spans.get(key(p), ())] for p in products]


def test_an_offer_holds_both_prices_amount_and_when_it_was_seen(databases):
    kilograms = replace(FOOD, amount=Amount(Decimal(10000), Unit.GRAM, None))
    mall(databases, RICE, seen=at(9), reading=kilograms)
    put(databases, airing(at(8), MACKEREL))
    offers = databases.prices.offers([key(RICE), key(MACKEREL), ProductKey("kok", "0")])
    assert set(offers) == {key(RICE), key(MACKEREL)}
    rice, fish = offers[key(RICE)], offers[key(MACKEREL)]
    assert (rice.market, rice.price_krw, rice.unit_price.value_krw) == ("mall", 32900, 329)
    assert (rice.seen_at, rice.amount) == (at(9), kilograms.amount)
    assert (fish.market, fish.list_price_krw, fish.sale_price_krw, fish.discount_rate) == (
        "tv",
        49900,
        39900,
        20,
    )
    assert databases.prices.offers([]) == {}


def test_a_price_that_goes_and_comes_back_is_three_spans_of_its_own_product(databases):
    for day, price in enumerate((32900, 29900, 32900)):
        mall(databases, replace(RICE, sale_price_krw=price), seen=at(6, day=day))
    mall(databases, replace(RICE, product_id="78"), seen=at(6))
    assert told(databases, RICE) == [[32900, 29900, 32900]]
    (first, *_) = databases.prices.spans([key(RICE)], LONG_AGO)[key(RICE)]
    assert (first.observed_at, first.last_seen_at) == (at(6), at(6))


def test_what_was_seen_last_before_the_moment_is_left_out(databases):
    mall(databases, RICE, seen=at(6))
    mall(databases, replace(RICE, sale_price_krw=29900), seen=at(6, day=1))
    assert told(databases, RICE, since=at(6)) == [[32900, 29900]]
    assert told(databases, RICE, since=at(6) + timedelta(seconds=1)) == [[29900]]


def test_a_price_nobody_can_pay_is_none(databases):
    mall(databases, RICE, seen=at(6))
    sold_out = replace(RICE, price_kind=PriceKind.SOLD_OUT)
    mall(databases, sold_out, seen=at(7))
    assert told(databases, RICE, MACKEREL) == [[32900, None], []]


def test_reading_prices_searches_an_index(databases):
    plan = query_plan(databases.catalog, lambda: databases.prices.spans([key(RICE)], DAY))
    assert any("ix_price_observation_product" in step for step in plan), plan
