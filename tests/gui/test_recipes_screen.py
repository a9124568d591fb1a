"""레시피: foods at hand become chips, a name or the cart asks too, else dishes to like."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eats_desktop.domain.errors import ModelError
from eats_desktop.viewmodels.stock_view_model import TILES
from tests.helpers.browsing import (
    is_seen,
    on_page,
    press,
    rows,
    spoken,
    state,
    texts_below,
    told,
)
from tests.helpers.dishes import (
    answered,
    chips,
    dishes,
    enter,
    find,
    home,
    over,
    put,
    stock_of,
    write,
)
from tests.helpers.recipes import add_to_cart

pytestmark = pytest.mark.gui


def test_the_page_is_reached_from_the_rail_and_lit_below_it(demo_window, qtbot):
    press(demo_window, qtbot, "nav.recipes")
    navigator = demo_window.models.navigator
    assert navigator.property("page") == "recipes"
    for page in ("pantry", "shopping"):
        home(demo_window, qtbot)
        press(demo_window, qtbot, f"recipes.{page}")
        assert (navigator.property("page"), navigator.property("section")) == (page, "recipes")


def test_dishes_that_may_be_liked_stand_below_while_nothing_is_typed(demo_window, qtbot):
    model = home(demo_window, qtbot)
    liked = rows(model, "liked")
    assert len(liked) == 9
    press(demo_window, qtbot, f"recipe.line.{liked[0].key}")
    assert demo_window.models.navigator.property("recipe") == liked[0].key
    home(demo_window, qtbot)
    put(demo_window, qtbot, "양파")
    qtbot.waitUntil(lambda: not is_seen(demo_window.item(f"recipe.line.{liked[0].key}")))


def test_a_half_written_food_is_completed_and_asks_how_much(demo_window, qtbot):
    home(demo_window, qtbot)
    field = demo_window.item("recipes.food")
    field.forceActiveFocus()
    field.setProperty("text", "다진")
    composing = QInputMethodEvent("마", [])
    QApplication.sendEvent(field, composing)
    suggest = demo_window.models.recipes.property("suggest")
    qtbot.waitUntil(lambda: suggest.property("typed") == "다진마")
    assert rows(suggest, "rows")[0].text == "다진마늘"
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "suggest.다진마늘")))
    QTest.keyClick(demo_window.window, Qt.Key.Key_Down)
    enter(demo_window)
    qtbot.waitUntil(lambda: demo_window.item("recipes.amount").hasActiveFocus())
    assert field.property("text") == "다진마늘"
    write(demo_window, "recipes.amount", "50g")
    enter(demo_window)
    qtbot.waitUntil(lambda: chips(demo_window) == ["다진마늘 50g"])
    qtbot.waitUntil(lambda: field.property("text") == "" and field.hasActiveFocus())


def test_only_foods_are_suggested_and_nothing_for_an_amount(demo_window, qtbot):
    home(demo_window, qtbot)
    suggest = demo_window.models.recipes.property("suggest")
    write(demo_window, "recipes.food", "양")
    qtbot.waitUntil(lambda: suggest.property("typed") == "양")
    found = rows(suggest, "rows")
    assert {row.kind for row in found} == {"food"}
    cooked = [demo_window.box.recipes.is_cooked(row.text) for row in found]
    assert cooked == sorted(cooked, reverse=True)
    assert "양파" in [row.text for row in found]
    write(demo_window, "recipes.food", "양파 3")
    qtbot.waitUntil(lambda: suggest.property("typed") == "양파 3")
    assert rows(suggest, "rows") == ()


def test_several_foods_may_be_written_at_once(demo_window, qtbot):
    home(demo_window, qtbot)
    write(demo_window, "recipes.food", "양파 3개, 두부 1모, 우유 1L 11/27까지")
    enter(demo_window)
    qtbot.waitUntil(lambda: chips(demo_window) == ["양파 3개", "두부 1모", "우유 1L"])
    assert rows(stock_of(demo_window), "rows")[2].dateText == "11/27까지"


def test_a_food_typed_again_asks_and_is_changed_only_then(demo_window, qtbot):
    home(demo_window, qtbot)
    put(demo_window, qtbot, "양파", "3개")
    qtbot.waitUntil(lambda: chips(demo_window) == ["양파 3개"])
    for answer, expected in (("leave", "양파 3개"), ("save", "양파 5개")):
        put(demo_window, qtbot, "양파", "5개")
        stock = stock_of(demo_window)
        qtbot.waitUntil(lambda: stock_of(demo_window).property("isEditing"))
        qtbot.waitUntil(lambda: is_seen(over(demo_window, "amount.field")))
        assert stock.property("editTitle") == "이미 넣은 재료예요. 양을 바꿀까요?"
        assert stock.property("editHelp") == "지금은 양파 3개"
        over(demo_window, f"amount.{answer}").clicked.emit()
        qtbot.waitUntil(lambda: over(demo_window, "amount.field") is None)
        assert chips(demo_window) == [expected]


def test_a_chip_changes_its_amount_and_goes_away(demo_window, qtbot):
    home(demo_window, qtbot)
    put(demo_window, qtbot, "양파")
    put(demo_window, qtbot, "두부", "1모")
    qtbot.waitUntil(lambda: len(chips(demo_window)) == 2)
    press(demo_window, qtbot, "stock.양파")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "amount.field")))
    write(demo_window, "amount.field", "감자")
    over(demo_window, "amount.save").clicked.emit()
    qtbot.waitUntil(lambda: "감자" in stock_of(demo_window).property("problem"))
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "amount.problem")))
    write(demo_window, "amount.field", "2개")
    over(demo_window, "amount.save").clicked.emit()
    qtbot.waitUntil(lambda: "양파 2개" in chips(demo_window))
    qtbot.waitUntil(lambda: over(demo_window, "amount.field") is None)
    press(demo_window, qtbot, "stock.drop.두부")
    qtbot.waitUntil(lambda: chips(demo_window) == ["양파 2개"])


def test_an_amount_that_is_none_is_told_and_nothing_is_put_in(demo_window, qtbot):
    home(demo_window, qtbot)
    put(demo_window, qtbot, "감자", "0g")
    qtbot.waitUntil(lambda: stock_of(demo_window).property("problem") != "")
    assert "감자 0g" in stock_of(demo_window).property("problem")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("recipes.problem")))
    assert chips(demo_window) == []
    assert demo_window.item("recipes.food").property("text") == "감자"


def test_an_unknown_food_says_so_and_is_mended_by_what_it_may_have_meant(demo_window, qtbot):
    home(demo_window, qtbot)
    put(demo_window, qtbot, "별나라가루")
    put(demo_window, qtbot, "느타리버석")
    qtbot.waitUntil(lambda: len(chips(demo_window)) == 2)
    assert "모르는 재료라서 빼고 찾아요" in spoken(demo_window.item("stock.별나라가루"))
    assert not demo_window.item("recipes.find").isEnabled()
    press(demo_window, qtbot, "stock.느타리버석")
    qtbot.waitUntil(lambda: chips(demo_window) == ["별나라가루", "느타리버섯"])
    assert demo_window.item("recipes.find").isEnabled()


def test_common_foods_are_put_in_and_taken_away_by_one_press(demo_window, qtbot):
    home(demo_window, qtbot)
    named = demo_window.box.food.foods.named
    assert [food for food in TILES if named(food) != food] == []
    press(demo_window, qtbot, "tile.두부")
    qtbot.waitUntil(lambda: chips(demo_window) == ["두부"])
    press(demo_window, qtbot, "tile.두부")
    qtbot.waitUntil(lambda: chips(demo_window) == [])


def test_all_chips_go_at_once_and_come_back(demo_window, qtbot):
    home(demo_window, qtbot)
    put(demo_window, qtbot, "양파", "3개")
    put(demo_window, qtbot, "두부")
    qtbot.waitUntil(lambda: len(chips(demo_window)) == 2)
    before = chips(demo_window)
    press(demo_window, qtbot, "stock.clear")
    assert chips(demo_window) == []
    demo_window.models.notices.act(told(demo_window, qtbot).key)
    assert chips(demo_window) == before


def test_the_pantry_is_put_in_with_amounts_but_nothing_that_is_past(demo_window, qtbot):
    pantry, today = demo_window.box.recipes.pantry, demo_window.clock.now().date()
    for text, day in (("두부 2모", today), ("우유 1L", today - timedelta(days=1)), ("양파", None)):
        demo_window.box.tasks.write_now(lambda text=text, day=day: pantry.add(text, day))
    home(demo_window, qtbot)
    press(demo_window, qtbot, "recipes.pantry.take")
    qtbot.waitUntil(lambda: chips(demo_window) == ["두부 2모", "양파"])
    assert told(demo_window, qtbot).text.startswith("냉장고에서 2가지를 넣었어요.")


def test_one_food_is_enough_and_a_dish_is_found(demo_window, qtbot):
    home(demo_window, qtbot)
    assert not demo_window.item("recipes.find").isEnabled()
    put(demo_window, qtbot, "두부")
    qtbot.waitUntil(lambda: chips(demo_window) == ["두부"])
    model = find(demo_window, qtbot)
    assert model.property("headingText") == "“두부”를 쓰는 요리예요"
    assert all("두부" in " ".join(row.used) for row in rows(model, "rows")[:5])


def test_a_dish_is_found_by_its_name(demo_window, qtbot):
    home(demo_window, qtbot)
    press(demo_window, qtbot, "recipes.mode.name")
    write(demo_window, "recipes.name", "고등어조림")
    enter(demo_window)
    model = answered(demo_window, qtbot)
    assert model.property("headingText") == "“고등어조림”과 비슷한 요리예요"
    assert "고등어" in rows(model, "rows")[0].title


def test_the_cart_asks_with_what_is_chosen_there(demo_window, qtbot):
    home(demo_window, qtbot)
    press(demo_window, qtbot, "recipes.mode.cart")
    assert demo_window.models.recipes.property("cartText") == "장바구니가 비어 있어요."
    assert not demo_window.item("recipes.find.cart").isEnabled()
    fish = demo_window.box.food.search.search("자반 고등어").products[0].key
    line = add_to_cart(demo_window, fish)
    qtbot.waitUntil(lambda: demo_window.models.recipes.property("canFindFromCart"))
    press(demo_window, qtbot, "recipes.find.cart")
    model = answered(demo_window, qtbot)
    assert model.property("headingText") == "고른 상품으로 만들 수 있는 요리예요"
    assert dishes(model)
    cart = demo_window.box.purchases.cart
    demo_window.box.tasks.write_now(lambda: cart.check(line.line_id, on=False))
    qtbot.waitUntil(lambda: state(model) == "none")
    assert model.property("stateTitle") == "장바구니에서 고른 상품이 없어요."


def test_bounds_chosen_before_are_part_of_the_question(demo_window, qtbot):
    model = home(demo_window, qtbot)
    press(demo_window, qtbot, "recipes.facets")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "facets.minutes.15")))
    over(demo_window, "facets.minutes.15").clicked.emit()
    over(demo_window, "facets.done").clicked.emit()
    press(demo_window, qtbot, "tile.두부")
    found = find(demo_window, qtbot)
    assert found.property("facets").property("count") == 1
    assert "15분" in rows(found, "rows")[0].factsText
    assert model.property("facets") is found.property("facets")


def test_a_shelf_that_cannot_be_read_leaves_the_rest(demo_window, qtbot):
    class Broken:
        def suggested(self, limit):
            raise ModelError("모델이 없어요")

    parts = demo_window.models.recipes._parts
    object.__setattr__(parts, "taste", Broken())
    model = on_page(demo_window, qtbot, "recipes", ("error",))
    assert "ML-01" in model.property("stateTitle")
    put(demo_window, qtbot, "두부")
    qtbot.waitUntil(lambda: chips(demo_window) == ["두부"])
    assert "추천 받기" in texts_below(demo_window.item("recipes"))
