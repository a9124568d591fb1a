"""이 재료로 만드는 요리: the recipes on the page of a broadcast and of a mall product."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from eats_desktop.domain.food import FoodKind
from tests.helpers.browsing import (
    is_seen,
    on_page,
    open_broadcast,
    press,
    rows,
    spoken,
    state,
    texts_below,
    today,
    unreadable,
)

pytestmark = pytest.mark.gui


def recipes_of(model):
    return model.property("recipes")


def cooked_from(window):
    """A broadcast whose main product makes many meals, and what can be cooked from it."""
    for broadcast in today(window):
        if broadcast.food_products:
            found = window.box.recipes.cooked_from.of(broadcast.headline.key)
            if found.recipes and found.plan is not None and len(found.plan.dishes) > 2:
                return broadcast, found
    raise AssertionError("no broadcast of a raw food with recipes")


def open_with_recipes(window, qtbot, broadcast, expected="ready"):
    detail = open_broadcast(window, qtbot, broadcast)
    qtbot.waitUntil(lambda: state(recipes_of(detail)) == expected)
    return recipes_of(detail)


def mall_ingredient(window):
    """A mall product that recipes of the library are cooked from."""
    for broadcast in today(window):
        for found in broadcast.food_products and window.box.shelves.mall(broadcast.headline.key):
            if window.box.recipes.cooked_from.of(found.offer.key).recipes:
                return found.offer.key
    raise AssertionError("no mall product with recipes")


def test_a_broadcast_leads_to_the_recipes_of_its_product_and_back(demo_window, qtbot):
    navigator = demo_window.models.navigator
    on_page(demo_window, qtbot, "schedule")
    broadcast, found = cooked_from(demo_window)
    shelf = open_with_recipes(demo_window, qtbot, broadcast)
    shown = rows(shelf, "rows")
    assert [row.key for row in shown] == [str(one.key) for one in found.recipes]
    qtbot.waitUntil(lambda: is_seen(demo_window.item(f"recipe.line.{shown[0].key}")))
    seen = texts_below(demo_window.item("broadcast.recipes"))
    assert "이 재료로 만드는 요리" in seen
    assert {row.title for row in shown} <= set(seen)
    press(demo_window, qtbot, f"recipe.line.{shown[0].key}")
    qtbot.waitUntil(lambda: navigator.property("page") == "recipe")
    assert navigator.property("recipe") == shown[0].key
    navigator.back()
    qtbot.waitUntil(lambda: demo_window.models.broadcast.property("key") == str(broadcast.id))


def test_a_line_says_all_it_shows(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    broadcast, _ = cooked_from(demo_window)
    row = rows(open_with_recipes(demo_window, qtbot, broadcast), "rows")[0]
    item = demo_window.arrived(f"recipe.line.{row.key}", qtbot)
    assert spoken(item) == f"레시피, {row.title}, {row.factsText}, {row.whyText}"


def test_a_big_pack_tells_its_meals_week_by_week(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    broadcast, found = cooked_from(demo_window)
    shelf = open_with_recipes(demo_window, qtbot, broadcast)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("broadcast.recipes.plan")))
    seen = texts_below(demo_window.item("broadcast.recipes.plan"))
    assert f"2명이 먹으면 {len(found.plan.meals)}끼를 만들 양이에요." in seen
    weeks = rows(shelf, "weeks")
    assert weeks
    for week in weeks:
        assert {week.title, week.dishesText} <= set(seen)


def test_what_is_no_ingredient_gives_one_reason(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    ready = next(
        b for b in today(demo_window) if b.headline and b.headline.kind is FoodKind.PREPARED
    )
    shelf = open_with_recipes(demo_window, qtbot, ready, "none")
    assert not rows(shelf, "rows")
    assert not rows(shelf, "weeks")
    assert shelf.property("mealsText") == ""
    qtbot.waitUntil(lambda: is_seen(demo_window.item("broadcast.recipes.note")))
    assert spoken(demo_window.item("broadcast.recipes.note")) == (
        "만들 요리를 찾지 않았어요. " + shelf.property("stateHelp")
    )
    assert not is_seen(demo_window.item("broadcast.recipes.plan"))


def test_another_product_of_the_broadcast_brings_its_own_recipes(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    broadcast, _ = cooked_from(demo_window)
    shelf = open_with_recipes(demo_window, qtbot, broadcast)
    other = next(
        b for b in today(demo_window) if b.headline and b.headline.kind is FoodKind.PREPARED
    )
    open_with_recipes(demo_window, qtbot, other, "none")
    assert not rows(shelf, "rows")
    open_with_recipes(demo_window, qtbot, broadcast)
    assert rows(shelf, "rows")


def test_a_mall_product_leads_to_its_recipes(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    wanted = mall_ingredient(demo_window)
    navigator, model = demo_window.models.navigator, demo_window.models.product
    navigator.openProduct(str(wanted))
    qtbot.waitUntil(lambda: state(recipes_of(model)) == "ready")
    row = rows(recipes_of(model), "rows")[0]
    qtbot.waitUntil(lambda: is_seen(demo_window.item("product.recipes")))
    press(demo_window, qtbot, f"recipe.line.{row.key}")
    qtbot.waitUntil(lambda: navigator.property("recipe") == row.key)


@pytest.mark.parametrize("width", [1280, 700])
def test_the_shelf_stands_there_at_every_width(demo_window, qtbot, width):
    demo_window.window.resize(width, 760)
    on_page(demo_window, qtbot, "schedule")
    broadcast, _ = cooked_from(demo_window)
    shelf = open_with_recipes(demo_window, qtbot, broadcast)
    name = f"recipe.line.{rows(shelf, 'rows')[0].key}"
    qtbot.waitUntil(lambda: is_seen(demo_window.item(name)))
    item, view = demo_window.item(name), demo_window.item("broadcast.scroll")
    left = item.mapToItem(view, 0, 0).x()
    assert left >= 0
    assert left + item.width() <= view.width()


def test_recipes_that_cannot_be_read_say_so_and_can_be_asked_for_again(demo_window, qtbot):
    on_page(demo_window, qtbot, "schedule")
    broadcast, _ = cooked_from(demo_window)
    detail = open_broadcast(demo_window, qtbot, broadcast)
    qtbot.waitUntil(lambda: state(recipes_of(detail)) == "ready")
    recipes_of(detail).show(None)
    with unreadable(demo_window.box.databases.catalog):
        recipes_of(detail).show(broadcast.headline.key)
        qtbot.waitUntil(lambda: state(recipes_of(detail)) == "error")
        qtbot.waitUntil(lambda: is_seen(demo_window.item("broadcast.recipes.retry")))
    demo_window.item("broadcast.recipes.retry").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    press(demo_window, qtbot, "broadcast.recipes.retry")
    qtbot.waitUntil(lambda: state(recipes_of(detail)) == "ready")
