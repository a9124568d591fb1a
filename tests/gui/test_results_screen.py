"""결과: combinations that use up, lists in pages, bounds, what is missing to buy, the link."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QGuiApplication

from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.stored_recipe import RecipeKey
from tests.gui.conftest import EVENING
from tests.helpers.browsing import is_seen, press, rows, spoken, state, texts_below, told
from tests.helpers.dishes import answered, chips, dishes, follow, over, stock_of
from tests.helpers.recipes import add_to_cart, badges, cart_lines
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui

SHELL = "eats://recipes/result?by=use&have=다진마늘 50g&have=양파 3개&have=바지락 400g"
TOFU = "eats://recipes/result?by=use&have=두부"


def shown(window, name):
    return texts_below(window.item(name))


def test_foods_with_amounts_are_used_up_by_combinations(demo_window, qtbot):
    model = follow(demo_window, qtbot, SHELL)
    assert model.property("headingText") == "가진 재료를 알뜰하게 쓰는 조합이에요"
    count = int(model.property("placeText").partition("/")[2])
    assert 1 < count <= 3
    assert model.property("usedText") == "다 쓰는 재료 3/3"
    qtbot.waitUntil(lambda: "조합 1/" in " ".join(shown(demo_window, "results.plan")))
    first = rows(model, "rows")[0]
    assert any(used.startswith(("양파", "다진마늘", "바지락")) for used in first.used)
    assert chips(demo_window) == ["다진마늘 50g", "양파 3개", "바지락 400g"]
    qtbot.waitUntil(lambda: "원" in model.property("costText"), timeout=20_000)


def test_combinations_are_turned_over_as_many_as_there_are(demo_window, qtbot):
    model = follow(demo_window, qtbot, SHELL)
    count = int(model.property("placeText").partition("/")[2])
    seen = [dishes(model)]
    assert not demo_window.item("results.before").isEnabled()
    for number in range(2, count + 1):
        press(demo_window, qtbot, "results.after")
        assert model.property("placeText") == f"조합 {number}/{count}"
        seen.append(dishes(model))
    assert len({tuple(plan) for plan in seen}) == count
    assert not demo_window.item("results.after").isEnabled()
    model.turn(1)
    assert model.property("placeText") == f"조합 {count}/{count}"
    demo_window.models.navigator.back()
    assert demo_window.models.navigator.property("page") == "home"


def test_a_chip_changed_on_the_page_asks_anew_and_the_last_one_leads_back(demo_window, qtbot):
    model = follow(demo_window, qtbot, SHELL)
    press(demo_window, qtbot, "stock.drop.바지락")
    qtbot.waitUntil(lambda: "바지락" not in demo_window.models.navigator.place.question)
    answered(demo_window, qtbot)
    assert model.property("usedText") == "다 쓰는 재료 2/2"
    stock_of(demo_window).remove("양파")
    stock_of(demo_window).remove("다진마늘")
    assert demo_window.models.navigator.property("page") == "recipes"


def test_a_planned_dish_opens_for_its_servings_and_all_it_lacks_can_be_bought(demo_window, qtbot):
    model = follow(demo_window, qtbot, "eats://recipes/result?by=use&have=삼겹살 1.2kg")
    row = next(row for row in rows(model, "rows") if row.moreText)
    assert len(row.missing) == 6
    place = dishes(model).index(row.key)
    demo_window.item("results.list").setProperty("currentIndex", place)
    demo_window.item("results.list").positionViewAtIndex(place, 0)
    press(demo_window, qtbot, f"dish.more.{row.key}")
    missing = model.property("missing")
    qtbot.waitUntil(lambda: state(missing) == "ready")
    assert {*row.missing} < {one.key for one in rows(missing, "rows")}
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "missing.close")))
    over(demo_window, "missing.close").clicked.emit()
    qtbot.waitUntil(lambda: not missing.property("isOpen"))
    model.open(row.key)
    recipe = demo_window.models.recipe
    qtbot.waitUntil(lambda: state(recipe) == "ready")
    scale = recipe.property("scale")
    assert scale.property("text") == f"{row.servings}인분"
    scale.reset()
    assert not scale.property("isScaled")
    demo_window.models.navigator.follow(f"eats://recipes/{row.key}?servings=7")
    assert scale.property("text") == "7인분"


def test_what_is_unknown_is_told_and_left_out(demo_window, qtbot):
    model = follow(demo_window, qtbot, SHELL + "&have=별나라가루")
    assert model.property("noteText") == "모르는 재료는 빼고 찾았어요: 별나라가루."
    assert model.property("usedText") == "다 쓰는 재료 3/3"
    qtbot.waitUntil(lambda: is_seen(demo_window.item("results.note")))


def test_a_list_grows_without_repeats_and_keeps_its_place(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    first = dishes(model)
    assert len(first) == 20
    view = demo_window.item("results.list")
    qtbot.waitUntil(lambda: view.property("contentHeight") > 3000)
    qtbot.wait(50)
    view.setProperty("contentY", 900)
    model.showMore()
    qtbot.waitUntil(lambda: len(dishes(model)) == 40)
    assert dishes(model)[:20] == first
    assert len(set(dishes(model))) == 40
    assert view.property("contentY") == 900
    demo_window.models.navigator.openRecipe(first[3])
    qtbot.waitUntil(lambda: state(demo_window.models.recipe) == "ready")
    demo_window.models.navigator.back()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("results.list")))
    answered(demo_window, qtbot)
    assert len(dishes(model)) == 40
    assert view.property("contentY") == 900


def test_bounds_narrow_the_list_and_can_be_cleared(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    facets = model.property("facets")
    total = model.property("countText")
    press(demo_window, qtbot, "results.facets")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "facets.minutes.15")))
    words = over(demo_window, "facets.minutes.15").property("text")
    over(demo_window, "facets.minutes.15").clicked.emit()
    answered(demo_window, qtbot)
    assert model.property("countText") == f"요리 {words.rpartition(' ')[2]}개" != total
    over(demo_window, "facets.done").clicked.emit()
    press(demo_window, qtbot, "facet.chip.minutes:")
    qtbot.waitUntil(lambda: model.property("countText") == total)
    facets.toggle("category", "음료·차")
    answered(demo_window, qtbot, ("filtered",))
    model.act()
    answered(demo_window, qtbot)
    assert model.property("countText") == total


def test_an_allergen_leaves_out_what_holds_or_may_hold_it(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    facets = model.property("facets")
    facets.look()
    qtbot.waitUntil(lambda: len(rows(facets, "allergens")) == 22)
    facets.toggle("allergen", "대두")
    answered(demo_window, qtbot, ("ready", "filtered"))
    assert [row.title for row in rows(model, "rows") if "두부" in row.title] == []
    facets.toggle("allergen", "대두")
    facets.leaveOut("양파")
    answered(demo_window, qtbot)
    assert all("양파" not in row.missing for row in rows(model, "rows"))
    assert [row.text for row in rows(facets, "chips")] == ["양파 빼고"]


def test_a_missing_food_opens_its_products_and_goes_into_the_cart(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    row = next(row for row in rows(model, "rows") if "양파" in row.missing)
    buying = model.property("buying")
    index = dishes(model).index(row.key)
    demo_window.item("results.list").setProperty("currentIndex", index)
    demo_window.item("results.list").positionViewAtIndex(index, 0)
    press(demo_window, qtbot, f"dish.buy.{row.key}.양파")
    qtbot.waitUntil(lambda: state(buying.property("buying")) == "ready")
    product = rows(buying.property("buying"), "rows")[0]
    assert "양파" in product.name
    qtbot.waitUntil(lambda: is_seen(over(demo_window, f"recipe.add.{product.key}")))
    over(demo_window, f"recipe.add.{product.key}").clicked.emit()
    qtbot.waitUntil(lambda: len(cart_lines(demo_window)) == 1)
    assert cart_lines(demo_window)[0].recipe == RecipeKey.parse(row.key)
    over(demo_window, "buy.close").clicked.emit()
    qtbot.waitUntil(lambda: not buying.property("isOpen"))


def test_a_dish_opened_here_counts_what_was_typed_as_there(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    row = rows(model, "rows")[0]
    demo_window.models.navigator.openRecipe(row.key)
    recipe = demo_window.models.recipe
    qtbot.waitUntil(lambda: badges(recipe).get("두부") == ("보유", "입력한 재료"))
    demo_window.models.navigator.go("home")
    demo_window.models.navigator.openRecipe(row.key)
    qtbot.waitUntil(lambda: badges(recipe)["두부"] == ("미보유", ""))


def test_nothing_found_says_so_and_leads_back(demo_window, qtbot):
    link = "eats://recipes/result?by=name&q=쀍쀍쀍"
    model = follow(demo_window, qtbot, link, ("none",))
    assert model.property("stateTitle") == "어울리는 요리를 찾지 못했어요."
    model.act()
    assert demo_window.models.navigator.property("page") == "recipes"


def test_a_broken_link_shows_no_older_answer(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    demo_window.models.navigator.go("home")
    add_to_cart(demo_window, demo_window.box.food.search.search("두부").products[0].key)
    qtbot.waitUntil(lambda: demo_window.models.cart.property("badge") == "1")
    demo_window.models.navigator.follow("eats://recipes/result?by=use")
    qtbot.wait(300)
    assert (state(model), dishes(model)) == ("none", [])
    assert model.property("stateTitle") == "이 링크로는 요리를 찾을 수 없어요."


def test_an_allergen_nobody_knows_is_told_and_no_list_is_shown(demo_window, qtbot):
    for by in ("use&have=두부", "use&have=두부 1모", "name&q=두부조림"):
        link = f"eats://recipes/result?by={by}&allergen=콩"
        model = follow(demo_window, qtbot, link, ("filtered",))
        assert model.property("stateTitle") == "모르는 알레르기 이름이에요: 콩"
        assert "대두" in model.property("stateHelp")
        assert (dishes(model), model.property("headingText")) == ([], "")
        model.act()
        answered(demo_window, qtbot)
        assert dishes(model)


def test_waiting_can_be_ended_and_begun_again(demo_window, qtbot):
    model = demo_window.models.results
    gate, whole = threading.Event(), model._asking

    class Slow:
        def answer(self, question, room):
            gate.wait(20)
            return whole.answer(question, room)

        cost = staticmethod(whole.cost)

    model._asking = Slow()
    demo_window.models.navigator.follow(TOFU)
    qtbot.waitUntil(lambda: state(model) == "loading")
    assert model.property("stateTitle") == "어울리는 요리를 찾는 중이에요"
    model._grow_slow()
    assert "[취소]" in model.property("slowText")
    model.cancel()
    gate.set()
    assert (state(model), model.property("isBusy")) == ("stopped", False)
    qtbot.wait(200)
    assert dishes(model) == []
    model.act()
    answered(demo_window, qtbot)
    assert dishes(model)


def test_a_failure_is_told_and_tried_again(demo_window, qtbot):
    model = demo_window.models.results
    whole = model._asking

    class Broken:
        def answer(self, question, room):
            raise ModelError("사전이 없어요")

    model._asking = Broken()
    follow(demo_window, qtbot, TOFU, ("error",))
    assert "ML-01" in model.property("stateTitle")
    model._asking = whole
    model.act()
    answered(demo_window, qtbot)
    assert dishes(model)


def test_the_link_of_a_result_leads_to_the_same_after_a_restart(
    demo_window, qtbot, tmp_path_factory, fetched
):
    model = follow(demo_window, qtbot, SHELL + "&minutes=60")
    press(demo_window, qtbot, "results.after")
    wanted = (dishes(model), model.property("placeText"), chips(demo_window))
    press(demo_window, qtbot, "results.link")
    link = QGuiApplication.clipboard().text()
    assert told(demo_window, qtbot).text == "이 결과로 오는 링크를 복사했어요."
    folder = tmp_path_factory.mktemp("again")
    for file in fetched.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    with open_window(folder, EVENING) as again:
        other = follow(again, qtbot, link)
        assert (dishes(other), other.property("placeText"), chips(again)) == wanted
        assert other.property("facets").property("count") == 1


def test_a_dish_says_what_it_uses_and_lacks(demo_window, qtbot):
    model = follow(demo_window, qtbot, TOFU)
    row = rows(model, "rows")[0]
    qtbot.waitUntil(lambda: is_seen(demo_window.item(f"dish.{row.key}")))
    assert spoken(demo_window.item(f"dish.{row.key}")) == row.spokenText
    assert "없는 재료" in row.spokenText
