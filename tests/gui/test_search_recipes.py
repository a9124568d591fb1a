"""검색 결과의 레시피: a section of their own, under what is sold, and the way to their page."""

from __future__ import annotations

import pytest

from tests.helpers.browsing import is_seen, press, rows, spoken, state, texts_below
from tests.helpers.recipes import STEW, own_recipe, put_recipe

pytestmark = pytest.mark.gui


def ask(window, qtbot, words, kind="ready"):
    model = window.models.search
    model.ask(words)
    window.models.navigator.search(words)
    qtbot.waitUntil(lambda: state(model) == kind and model.property("query") == words)
    return model


def test_recipes_have_a_section_with_their_count_and_open_their_page(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치찌개")
    count = model.property("recipeCount")
    assert count > 3
    press(demo_window, qtbot, "search.scope.recipes")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.recipes")))
    assert not is_seen(demo_window.item("search.broadcasts"))
    assert f"레시피 {count}" in texts_below(demo_window.item("search.scope"))
    row = next(row for row in rows(model, "recipes") if row.key == STEW)
    assert (row.title, row.factsText) == ("돼지고기 김치찌개", "3인분 · 45분")
    qtbot.waitUntil(lambda: demo_window.item(f"recipe.line.{STEW}") is not None)
    assert spoken(demo_window.item(f"recipe.line.{STEW}")) == row.spokenText
    press(demo_window, qtbot, f"recipe.line.{STEW}")
    navigator = demo_window.models.navigator
    assert (navigator.property("page"), navigator.property("recipe")) == ("recipe", STEW)
    navigator.back()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.recipes")))


def test_the_first_recipes_stand_under_what_is_sold(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    assert rows(model, "recipePreview") == rows(model, "recipes")[:5]
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    demo_window.item("search.products").positionViewAtEnd()
    press(demo_window, qtbot, "search.allRecipes")
    assert model.property("scope") == "recipes"


def test_recipes_alone_are_shown_alone(demo_window, qtbot):
    key = put_recipe(demo_window, own_recipe(title="달무리별찜", dish="달무리별찜"))
    food = demo_window.box.food
    while demo_window.box.tasks.write_now(food.step):
        pass
    model = ask(demo_window, qtbot, "달무리별찜")
    assert model.property("broadcastCount") + model.property("productCount") == 0
    assert [row.key for row in rows(model, "recipes")][:1] == [key]
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.recipes")))


def test_a_condition_of_what_is_sold_leaves_no_recipes(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    before = model.property("recipeCount")
    model.chooseSupplements("with")
    qtbot.waitUntil(lambda: model.property("chips").rowCount() == 1)
    assert model.property("recipeCount") == before
    model.choosePrice("10000")
    qtbot.waitUntil(lambda: model.property("recipeCount") == 0)
    model.chooseScope("recipes")
    qtbot.waitUntil(
        lambda: "조건에 맞는 레시피가 없어요." in texts_below(demo_window.window.contentItem())
    )


def test_what_is_like_the_words_by_meaning_alone_never_stands_alone(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김칫국물녀", kind="none")
    qtbot.waitUntil(lambda: rows(model, "nearest") != ())
    assert model.property("recipeCount") == 0
