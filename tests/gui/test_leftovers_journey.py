"""J02: leftovers become a dish, what it lacks goes into the cart, and the way back is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.gui.conftest import EVENING
from tests.helpers.browsing import is_seen, press, rows, state, texts_below, told
from tests.helpers.dishes import answered, chips, dishes, enter, find, home, over, put, write
from tests.helpers.kitchen import ordered, put_in_cart
from tests.helpers.recipes import badges, cart_lines, line, own_recipe, put_recipe

pytestmark = pytest.mark.gui

LEFTOVERS = ["다진마늘 50g", "양파 3개", "바지락 400g"]


def clam_soup():
    """A dish of all the leftovers, so that the first combination is known."""
    ingredients = (
        line("바지락", 400, "g"),
        line("양파", 3),
        line("다진마늘", 50, "g"),
        line("대파", 1, "대"),
        line("국간장", 1, "큰술"),
        line("된장", 1, "큰술"),
    )
    return own_recipe(
        "j2", title="바지락 된장국", dish="바지락된장국", ingredients=ingredients, servings=2
    )


@pytest.fixture
def kitchen(demo_window):
    """An order of 대파 three days ago, an older one of 된장, and 국간장 in the cart."""
    databases = demo_window.box.databases
    ordered(databases, "무안 대파 1단", EVENING - timedelta(days=3))
    ordered(databases, "구수한 된장 1kg", EVENING - timedelta(days=8))
    put_in_cart(databases, "찰진 국간장 500ml", EVENING)
    put_recipe(demo_window, clam_soup())
    return demo_window


def type_leftovers(window, qtbot):
    home(window, qtbot)
    suggest = window.models.recipes.property("suggest")
    write(window, "recipes.food", "다진마")
    qtbot.waitUntil(lambda: [r.text for r in rows(suggest, "rows")][:1] == ["다진마늘"])
    put(window, qtbot, "다진마늘", "50g")
    qtbot.waitUntil(lambda: chips(window) == LEFTOVERS[:1])
    put(window, qtbot, "양파", "3개")
    qtbot.waitUntil(lambda: chips(window) == LEFTOVERS[:2])
    write(window, "recipes.food", "바지락 400g")
    enter(window)
    qtbot.waitUntil(lambda: chips(window) == LEFTOVERS)


def test_leftovers_to_missing_ingredients_to_the_cart(kitchen, qtbot):
    window, navigator = kitchen, kitchen.models.navigator
    type_leftovers(window, qtbot)
    put(window, qtbot, "양파")
    stock = window.models.recipes.property("stock")
    qtbot.waitUntil(lambda: is_seen(over(window, "amount.leave")))
    assert stock.property("editTitle") == "이미 넣은 재료예요. 양을 바꿀까요?"
    over(window, "amount.leave").clicked.emit()
    qtbot.waitUntil(lambda: over(window, "amount.leave") is None)

    results = find(window, qtbot)
    assert chips(window) == LEFTOVERS
    count = int(results.property("placeText").partition("/")[2])
    assert results.property("placeText") == f"조합 1/{count}"
    assert results.property("usedText") == "다 쓰는 재료 3/3"
    assert results.property("leftText") == "남는 재료가 없어요"
    for _ in range(count):
        if "own:j2" in dishes(results):
            break
        results.turn(1)
    soup = next(row for row in rows(results, "rows") if row.key == "own:j2")
    assert {"바지락 400g", "양파 3개", "다진마늘 50g"} == set(soup.used)

    place = results.property("placeText")
    press(window, qtbot, "dish.own:j2")
    recipe = window.models.recipe
    qtbot.waitUntil(lambda: badges(recipe).get("양파") == ("보유", "입력한 재료"))
    there = badges(recipe)
    assert there["다진마늘"] == there["바지락"] == ("보유", "입력한 재료")
    assert there["대파"] == ("보유", "11월 22일 주문")
    assert there["국간장"] == ("장바구니", "장바구니")
    assert there["된장"] == ("미보유", "")

    row = next(row for row in rows(recipe, "ingredients") if row.name == "된장")
    press(window, qtbot, f"recipe.ingredient.{row.key}")
    buying = recipe.property("buying")
    qtbot.waitUntil(lambda: state(buying) == "ready")
    assert 0 < len(rows(buying, "rows")) <= 5
    press(window, qtbot, f"recipe.ingredient.{row.key}")
    qtbot.waitUntil(lambda: state(buying) == "waiting")

    before = len(cart_lines(window))
    press(window, qtbot, "recipe.buyall")
    missing = recipe.property("missing")
    qtbot.waitUntil(lambda: state(missing) == "ready" and missing.property("canAdd"))
    qtbot.waitUntil(lambda: is_seen(over(window, "missing.add")))
    over(window, "missing.add").clicked.emit()
    qtbot.waitUntil(lambda: len(cart_lines(window)) == before + 1)
    qtbot.waitUntil(lambda: window.models.cart.property("badge") == str(before + 1))
    window.models.notices.act(told(window, qtbot).key)
    qtbot.waitUntil(lambda: len(cart_lines(window)) == before)

    navigator.back()
    answered(window, qtbot)
    assert (results.property("placeText"), chips(window)) == (place, LEFTOVERS)
    navigator.back()
    assert navigator.property("page") == "recipes"
    assert chips(window) == LEFTOVERS
    qtbot.waitUntil(lambda: "바지락 400g" in texts_below(window.item("stock.chips")))
