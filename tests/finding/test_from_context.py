"""Recipes from a product, a cart, a broadcast, or what is at home."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.order import OrderNo
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.services.basket_recipes import BasketRecipes
from tests.helpers.finding import dishes, raw

ONE, TWO, THREE = (ProductKey("kok", str(number)) for number in range(3))
ORDER = OrderNo(date(2026, 11, 25), 1)


@pytest.fixture
def cook(shop):
    shop.put(
        shop.recipe("고등어조림", "고등어,무,대파", popularity=5),
        shop.recipe("무생채", "무,고춧가루", popularity=5),
        shop.recipe("양파볶음", "양파", popularity=5),
        shop.recipe("딸기잼", "딸기,설탕", popularity=5),
    )
    return shop


def test_a_raw_product_finds_what_is_cooked_from_it(cook):
    cook.products[ONE] = raw("고등어")
    page = cook.finder.for_product(ONE, 5)
    assert (dishes(page), page.reason) == (["고등어조림"], None)


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (raw("양파", kind=FoodKind.PREPARED, derived=True), "가공"),
        (raw("고등어조림", kind=FoodKind.PREPARED), "조리"),
        (raw("양파", kind=None, is_food=False), "식품이 아니에요"),
        (raw(), "어떤 재료인지"),
        (None, "저장"),
    ],
)
def test_what_is_nothing_to_cook_with_finds_nothing_and_says_why(cook, reading, said):
    if reading is not None:
        cook.products[ONE] = reading
    page = cook.finder.for_product(ONE, 5)
    assert (page.recipes, page.total) == ((), 0)
    assert said in page.reason


def test_unrelated_products_find_what_uses_the_most_of_them(cook):
    cook.products |= {ONE: raw("고등어"), TWO: raw("무", "딸기"), THREE: raw("갈비탕", kind=None)}
    page = cook.finder.for_products([THREE, TWO, ONE])
    assert dishes(page)[0] == "고등어조림"
    assert set(dishes(page)) == {"고등어조림", "무생채", "딸기잼"}
    assert page == cook.finder.for_products([ONE, TWO, THREE])


def test_what_is_at_home_is_cooked_from_but_not_what_lies_in_the_cart(cook):
    cook.held = [
        Holding("양파", Because.PANTRY, "양파 3개"),
        Holding("딸기", Because.CART, "딸기 1kg"),
    ]
    assert dishes(cook.finder.for_pantry()) == ["양파볶음"]


def test_an_empty_kitchen_says_so(cook):
    cook.held = [Holding("딸기", Because.CART, "딸기 1kg")]
    page = cook.finder.for_pantry()
    assert page.total == 0
    assert "냉장고" in page.reason


class Basket:
    """A cart, and the one order there is."""

    def __init__(self, *lines):
        self._lines = lines

    def lines(self):
        return self._lines

    def order(self, order_no):
        return SimpleNamespace(lines=self._lines) if order_no == ORDER else None


def test_chosen_lines_find_different_dishes_first_and_count_as_what_they_are(cook):
    cook.products |= {ONE: raw("고등어"), TWO: raw("딸기")}
    cook.put(*(cook.recipe("고등어조림", "고등어,무", title=f"조림 {n}") for n in range(6)))
    cook.held = [Holding("고등어", Because.CART, "고등어"), Holding("무", Because.PANTRY, "무")]
    chosen, left = (
        SimpleNamespace(product=product, is_checked=product is ONE) for product in (ONE, TWO)
    )
    found = BasketRecipes(lambda: cook.finder, Basket(chosen, left), Basket()).of_cart()
    assert (found.products, found.total, len(found.recipes)) == (1, 7, 5)
    first = found.recipes[0]
    assert (first.at_hand, first.in_cart, first.not_held) == (("무",), ("고등어",), 0)
    other = BasketRecipes(lambda: cook.finder, Basket(left), Basket(chosen, left))
    assert other.of_cart().products == 0
    assert "고른" in other.in_cart().reason
    ordered = other.of_order(ORDER)
    assert ordered.products == 2
    assert {one.dish for one in ordered.recipes} == {"고등어조림", "딸기잼"}
    assert "주문" in other.in_order(OrderNo(ORDER.day, 2)).reason
