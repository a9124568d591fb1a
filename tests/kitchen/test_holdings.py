from __future__ import annotations

from datetime import date, timedelta

import pytest

from eats_desktop.domain.fulfilment import Availability, Because
from eats_desktop.domain.ingredient_line import IngredientLine
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.use_up import StockItem
from eats_desktop.search.fulfilling import Fulfilling
from tests.helpers.kitchen import NOW, ordered, put_in_cart
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import FOOD, airing, put

WEEK = timedelta(days=7)


def test_all_that_is_there_is_told_with_its_reason(shop):
    shop.pantry.add("두부 1모")
    ordered(shop.databases, "국산 대파 1단")
    put_in_cart(shop.databases, "진한 국간장 900ml")
    typed = (StockItem("양파 3개", "양파", None), StockItem("비법 뭉치 2개", None, None))
    assert shop.held(typed) == [
        ("국간장", "cart"),
        ("대파", "order"),
        ("두부", "pantry"),
        ("비법 뭉치", "typed"),
        ("양파", "typed"),
    ]


def test_an_order_tells_its_product_and_day(shop):
    ordered(shop.databases, "국산 대파 1단", NOW - timedelta(days=3))
    (held,) = shop.holdings.now()
    assert (held.name, held.since) == ("국산 대파 1단", date(2026, 11, 22))


@pytest.mark.parametrize(
    ("age", "is_there"),
    [
        (timedelta(days=3), True),
        (WEEK - timedelta(seconds=1), True),
        (WEEK, True),
        (WEEK + timedelta(seconds=1), False),
        (timedelta(days=8), False),
    ],
)
def test_an_order_counts_for_seven_times_twenty_four_hours(shop, age, is_there):
    ordered(shop.databases, "국산 대파 1단", NOW - age)
    assert shop.held() == ([("대파", "order")] if is_there else [])


def test_it_is_the_payment_that_counts_as_the_day(shop):
    ordered(shop.databases, "국산 대파 1단", NOW - timedelta(days=3))
    shop.clock.advance(timedelta(days=4))
    assert shop.held() == [("대파", "order")]
    shop.clock.advance(timedelta(seconds=1))
    assert shop.held() == []


@pytest.mark.parametrize(
    ("state", "is_there"),
    [
        (OrderState.RECEIVED, False),
        (OrderState.PAYMENT_REQUESTED, False),
        (OrderState.CANCELLED, False),
        (OrderState.PAID, True),
        (OrderState.DELIVERED, True),
        (OrderState.REFUND_REQUESTED, False),
        (OrderState.REFUNDED, False),
    ],
)
def test_only_what_is_paid_and_kept_counts(shop, state, is_there):
    ordered(shop.databases, "국산 대파 1단", to=state)
    assert bool(shop.held()) is is_there


def test_of_an_order_in_the_pantry_counts_what_is_left_there(shop):
    number = ordered(shop.databases, "국산 대파 1단")
    filled = shop.pantry.fill(number)
    assert shop.held() == [("대파", "pantry")]
    shop.pantry.remove([item.item_id for item in filled.after])
    assert shop.held() == []


def test_what_was_put_in_and_given_back_no_longer_counts(shop):
    from eats_desktop.domain.order import Actor, OrderNo

    number = ordered(shop.databases, "국산 대파 1단")
    shop.pantry.fill(number)
    shop.databases.orders.advance(
        OrderNo.parse(number), OrderState.REFUND_REQUESTED, NOW, Actor.STAFF, "", lambda _: None
    )
    assert shop.held() == []


def test_what_is_past_its_day_is_not_counted_on(shop):
    shop.pantry.add("두부 1모", NOW.date())
    assert shop.held() == [("두부", "pantry")]
    shop.clock.advance(timedelta(days=1))
    assert shop.held() == []


@pytest.mark.parametrize(
    ("name", "foods"),
    [
        ("무농약 양파즙 100ml 30포", ["양파즙"]),
        ("진한 나주곰탕 700g x 10팩", ["나주곰탕"]),
        ("스테인리스 프라이팬 28cm", []),
        ("홍삼정 에브리데이 10ml 30포", []),
    ],
)
def test_a_product_is_what_it_is_and_never_its_ingredient(shop, name, foods):
    put_in_cart(shop.databases, name)
    assert shop.held() == [(food, "cart") for food in foods]


def test_a_stored_product_counts_as_it_was_read(shop, reader):
    listed = product("777", "아주 별난 이름")
    read = reader.read("두부 300g")
    put(shop.databases, airing(at(9), listed), readings={"777": read})
    line = put_in_cart(shop.databases, "아주 별난 이름", product_id="777")
    assert line.product == ProductKey("kok", "777")
    assert shop.held() == []
    from eats_desktop.domain.cart import CartAddition

    known = CartAddition(ProductKey("hmall", "777"), "tv", "아주 별난 이름", None, 1, None, None)
    shop.databases.cart.add([known], NOW)
    assert shop.held() == [("두부", "cart")]
    assert FOOD.words.foods == ()


def test_owned_beats_cart_beats_missing(shop, foods):
    """Acceptance seed 14, through orders and cart as they are stored."""
    fulfilling = Fulfilling(foods)

    def status(food):
        line = IngredientLine(food, food, food)
        return fulfilling.status([line], shop.holdings.now())[0]

    assert status("대파").availability is Availability.MISSING
    put_in_cart(shop.databases, "국산 대파 1단")
    assert status("대파").availability is Availability.CART
    ordered(shop.databases, "흙대파 500g", NOW - WEEK)
    found = status("대파")
    assert (found.availability, found.holding.because) == (Availability.HAVE, Because.ORDER)
    assert found.holding.name == "흙대파 500g"
    shop.clock.advance(timedelta(seconds=1))
    assert status("대파").availability is Availability.CART


def test_leftovers_an_order_and_the_cart_meet_a_recipe(shop, foods, parser):
    """Journey J02, step 4."""
    ordered(shop.databases, "국산 대파 1단", NOW - timedelta(days=3))
    put_in_cart(shop.databases, "진한 국간장 900ml")
    typed = [
        StockItem(text, parser.line(text).food, parser.line(text).quantity)
        for text in ("다진마늘 50g", "양파 3개", "바지락 400g")
    ]
    recipe = (
        "바지락 200g",
        "양파 1/2개",
        "대파 1대",
        "다진 마늘 1큰술",
        "국간장 1큰술",
        "된장 2큰술",
    )
    lines = [parser.line(text) for text in (*recipe, "물 4컵")]

    def groups():
        found = Fulfilling(foods).status(lines, shop.holdings.now(typed))
        return {one.line.food: one.availability.value for one in found}

    assert groups() == {
        "바지락": "have",
        "양파": "have",
        "대파": "have",
        "다진마늘": "have",
        "국간장": "cart",
        "된장": "missing",
        "물": "have",
    }
    shop.clock.advance(timedelta(days=5))
    assert groups()["대파"] == "missing"
    put_in_cart(shop.databases, "흙대파 500g", NOW)
    ordered(shop.databases, "깐대파 300g", NOW)
    assert groups()["대파"] == "have"
