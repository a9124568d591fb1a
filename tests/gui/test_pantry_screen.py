"""냉장고: by hand and out of paid orders, what goes first above, every change taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import EVENING
from tests.helpers.browsing import is_seen, on_page, press, rows, state, texts_below, told
from tests.helpers.dishes import answered, chips, enter, over, write
from tests.helpers.kitchen import ordered

pytestmark = pytest.mark.gui

TODAY = EVENING.date()


def put(window, text, day=None):
    pantry = window.box.recipes.pantry
    window.box.tasks.write_now(lambda: pantry.add(text, day))


def pantry_page(window, qtbot, count):
    model = on_page(window, qtbot, "pantry", ("ready",) if count else ("none",))
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == count)
    return model


def names(model):
    return [row.name for row in rows(model, "rows")]


def row_of(model, name):
    return next(row for row in rows(model, "rows") if row.name == name)


def undo(window, qtbot):
    window.models.notices.act(told(window, qtbot).key)


def test_an_empty_pantry_says_what_it_is_for(demo_window, qtbot):
    model = pantry_page(demo_window, qtbot, 0)
    assert model.property("stateTitle") == "냉장고가 비어 있어요."
    qtbot.waitUntil(lambda: "냉장고" in texts_below(demo_window.item("pantry")))
    assert not is_seen(demo_window.item("pantry.cookAll"))


def test_a_food_is_put_in_by_hand_with_its_day(demo_window, qtbot):
    model = pantry_page(demo_window, qtbot, 0)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("pantry.food")))
    write(demo_window, "pantry.food", "두부 2모")
    write(demo_window, "pantry.day", "모레")
    enter(demo_window)
    qtbot.waitUntil(lambda: names(model) == ["두부"])
    row = row_of(model, "두부")
    assert (row.amountText, row.dueKind) == ("2모", "warn")
    assert row.dueText == "11월 27일까지 · 모레까지예요"
    qtbot.waitUntil(lambda: demo_window.item("pantry.food").property("text") == "")
    assert demo_window.item("pantry.day").property("text") == ""


@pytest.mark.parametrize(("food", "day"), [("두부 2모", "언젠가"), ("3개", "")])
def test_what_cannot_be_read_is_told_and_stays_written(demo_window, qtbot, food, day):
    model = pantry_page(demo_window, qtbot, 0)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("pantry.food")))
    write(demo_window, "pantry.food", food)
    write(demo_window, "pantry.day", day)
    press(demo_window, qtbot, "pantry.put")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("pantry.problem")))
    assert (day or food) in model.property("problem")
    assert demo_window.item("pantry.food").property("text") == food
    assert names(model) == []


def test_what_has_to_go_first_stands_first(demo_window, qtbot):
    put(demo_window, "양파 3개")
    put(demo_window, "두부 2모", TODAY + timedelta(days=9))
    put(demo_window, "우유 1L", TODAY - timedelta(days=1))
    model = pantry_page(demo_window, qtbot, 3)
    assert names(model) == ["우유", "두부", "양파"]
    assert [row.dueKind for row in rows(model, "rows")] == ["old", "ok", ""]
    assert row_of(model, "양파").dueText == "기한을 몰라요"


def test_a_usual_day_is_only_offered_and_taken_by_a_press(demo_window, qtbot):
    put(demo_window, "양파 3개")
    model = pantry_page(demo_window, qtbot, 1)
    row = row_of(model, "양파")
    assert row.suggestText.startswith("보통 ")
    assert demo_window.box.recipes.pantry.items()[0].use_by is None
    press(demo_window, qtbot, f"pantry.suggest.{row.key}")
    qtbot.waitUntil(lambda: row_of(model, "양파").suggestText == "")
    assert demo_window.box.recipes.pantry.items()[0].use_by > TODAY
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: row_of(model, "양파").suggestText != "")


def test_amount_and_day_are_edited_and_the_change_taken_back(demo_window, qtbot):
    put(demo_window, "두부 2모", TODAY)
    model = pantry_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, f"pantry.{row_of(model, '두부').key}")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "pantry.edit.amount")))
    assert over(demo_window, "pantry.edit.amount").property("text") == "2모"
    assert over(demo_window, "pantry.edit.day").property("text") == "2026-11-25"
    write(demo_window, "pantry.edit.amount", "이것저것")
    over(demo_window, "pantry.edit.save").clicked.emit()
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "pantry.edit.problem")))
    write(demo_window, "pantry.edit.amount", "1모")
    write(demo_window, "pantry.edit.day", "5일 뒤")
    over(demo_window, "pantry.edit.save").clicked.emit()
    qtbot.waitUntil(lambda: not model.property("isEditing"))
    qtbot.waitUntil(lambda: row_of(model, "두부").amountText == "1모")
    assert demo_window.box.recipes.pantry.items()[0].use_by == date(2026, 11, 30)
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: row_of(model, "두부").amountText == "2모")


def test_a_food_goes_out_and_comes_back(demo_window, qtbot):
    put(demo_window, "두부 2모")
    model = pantry_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, f"pantry.remove.{row_of(model, '두부').key}")
    qtbot.waitUntil(lambda: state(model) == "none")
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: names(model) == ["두부"])
    line = demo_window.arrived(f"pantry.{row_of(model, '두부').key}", qtbot)
    line.forceActiveFocus()
    QTest.keyClick(demo_window.window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: state(model) == "none")


def test_paid_orders_are_put_in_once_and_taken_back_by_one_undo(demo_window, qtbot):
    for name, days in (("바다향 손질 고등어 500g", 3), ("무안 햇양파 1kg", 2)):
        ordered(demo_window.box.databases, name, EVENING - timedelta(days=days))
    model = pantry_page(demo_window, qtbot, 0)
    assert model.property("ordersText") == "주문한 것 넣기 2"
    press(demo_window, qtbot, "pantry.fill")
    qtbot.waitUntil(lambda: len(names(model)) == 2)
    fish = row_of(model, "바다향 손질 고등어 500g")
    assert (fish.foodText, fish.amountText) == ("고등어 500g", "")
    assert fish.originText == "11월 22일 주문"
    qtbot.waitUntil(lambda: model.property("ordersText") == "")
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: state(model) == "none")
    qtbot.waitUntil(lambda: model.property("ordersText") == "주문한 것 넣기 2")


def test_one_food_or_all_that_keep_are_cooked_from(demo_window, qtbot):
    put(demo_window, "두부 2모", TODAY + timedelta(days=1))
    put(demo_window, "감자 3/2개")
    put(demo_window, "우유 1L", TODAY - timedelta(days=1))
    model = pantry_page(demo_window, qtbot, 3)
    press(demo_window, qtbot, f"pantry.cook.{row_of(model, '두부').key}")
    answered(demo_window, qtbot)
    assert chips(demo_window) == ["두부 2모"]
    demo_window.models.navigator.back()
    pantry_page(demo_window, qtbot, 3)
    press(demo_window, qtbot, "pantry.cookAll")
    qtbot.waitUntil(lambda: len(chips(demo_window)) == 2)
    answered(demo_window, qtbot)
    assert chips(demo_window) == ["두부 2모", "감자 1과 1/2개"]
    assert rows(demo_window.models.recipes.property("stock"), "rows")[0].dateText == "11/26까지"
