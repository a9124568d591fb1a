"""장보기 목록: one line a food with its dishes, checked off, bought, cleared, copied."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.browsing import is_seen, on_page, press, rows, spoken, state, toasts, told
from tests.helpers.dishes import enter, over, write
from tests.helpers.recipes import STEW, cart_lines, line, open_recipe, own_recipe, put_recipe

pytestmark = pytest.mark.gui


def shopping_page(window, qtbot, count):
    model = on_page(window, qtbot, "shopping", ("ready",) if count else ("none",))
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == count)
    return model


def listed(window, *texts):
    service = window.box.recipes.shopping_list
    for text in texts:
        window.box.tasks.write_now(lambda text=text: service.add(text))


def row_of(model, name):
    return next(row for row in rows(model, "rows") if row.name == name)


def undo(window, qtbot):
    window.models.notices.act(told(window, qtbot).key)


def test_an_empty_list_leads_to_the_recipes(demo_window, qtbot):
    model = shopping_page(demo_window, qtbot, 0)
    assert model.property("stateTitle") == "장보기 목록이 비어 있어요."
    assert not is_seen(demo_window.item("shopping.copy"))


def test_a_line_is_written_by_hand(demo_window, qtbot):
    model = shopping_page(demo_window, qtbot, 0)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("shopping.field")))
    write(demo_window, "shopping.field", "두부 2모")
    enter(demo_window)
    qtbot.waitUntil(lambda: [r.name for r in rows(model, "rows")] == ["두부"])
    assert row_of(model, "두부").amountText == "2모"
    qtbot.waitUntil(lambda: demo_window.item("shopping.field").property("text") == "")
    assert model.property("countText") == "살 것 1가지"


def test_the_same_food_of_two_dishes_is_one_line_for_both(demo_window, qtbot):
    for number, title in (("1", "우리집 두부조림"), ("2", "우리집 두부국")):
        recipe = own_recipe(number, title=title, ingredients=(line("두부", 1, "모"),))
        open_recipe(demo_window, qtbot, put_recipe(demo_window, recipe)).listMissing()
        count = int(number)
        service = demo_window.box.recipes.shopping_list
        qtbot.waitUntil(
            lambda count=count, service=service: (
                [len(one.lines) for one in service.entries()] == [count]
            )
        )
    model = shopping_page(demo_window, qtbot, 1)
    row = row_of(model, "두부")
    assert (row.amountText, row.forText) == ("2모", "우리집 두부조림, 우리집 두부국")
    assert spoken(demo_window.arrived(f"shopping.{row.key}", qtbot)) == row.spokenText
    press(demo_window, qtbot, f"shopping.recipe.{row.key}")
    assert demo_window.models.navigator.property("recipe") == "own:1"


def test_what_is_bought_is_checked_off_and_on_again(demo_window, qtbot):
    listed(demo_window, "두부 2모", "대파 1대")
    model = shopping_page(demo_window, qtbot, 2)
    press(demo_window, qtbot, f"shopping.{row_of(model, '두부').key}")
    qtbot.waitUntil(lambda: [r.name for r in rows(model, "rows")] == ["대파", "두부"])
    done = row_of(model, "두부")
    assert (done.isDone, done.sectionText) == (True, "산 것")
    assert model.property("countText") == "살 것 1가지"
    press(demo_window, qtbot, f"shopping.{done.key}")
    qtbot.waitUntil(lambda: not row_of(model, "두부").isDone)


def test_bought_lines_are_cleared_and_come_back(demo_window, qtbot):
    listed(demo_window, "두부 2모", "대파 1대")
    model = shopping_page(demo_window, qtbot, 2)
    assert not is_seen(demo_window.item("shopping.clear"))
    model.toggle(row_of(model, "두부").key)
    press(demo_window, qtbot, "shopping.clear")
    qtbot.waitUntil(lambda: [r.name for r in rows(model, "rows")] == ["대파"])
    assert told(demo_window, qtbot).text == "산 것 1가지를 지웠어요."
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 2)
    assert row_of(model, "두부").isDone


def test_a_line_is_taken_off_and_comes_back(demo_window, qtbot):
    listed(demo_window, "두부 2모")
    model = shopping_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, f"shopping.remove.{row_of(model, '두부').key}")
    qtbot.waitUntil(lambda: state(model) == "none")
    undo(demo_window, qtbot)
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 1)


def test_the_list_is_copied_as_text(demo_window, qtbot):
    listed(demo_window, "두부 2모", "종량제 봉투")
    shopping_page(demo_window, qtbot, 2)
    press(demo_window, qtbot, "shopping.copy")
    qtbot.waitUntil(lambda: bool(toasts(demo_window)))
    assert QGuiApplication.clipboard().text() == "[ ] 두부 2모\n[ ] 종량제 봉투"


def test_a_line_shows_where_it_is_sold_and_goes_into_the_cart(demo_window, qtbot):
    listed(demo_window, "두부 2모")
    model = shopping_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, f"shopping.buy.{row_of(model, '두부').key}")
    products = model.property("buying").property("buying")
    qtbot.waitUntil(lambda: state(products) == "ready")
    assert products.property("title") == "두부 살 수 있는 곳 · 살 것은 2모"
    first = rows(products, "rows")[0]
    assert (first.mealsText, "이 요리" in first.spokenText) == ("", False)
    qtbot.waitUntil(lambda: is_seen(over(demo_window, f"recipe.add.{first.key}")))
    over(demo_window, f"recipe.add.{first.key}").clicked.emit()
    qtbot.waitUntil(lambda: len(cart_lines(demo_window)) == 1)
    assert cart_lines(demo_window)[0].recipe is None


def test_a_word_that_is_no_food_can_be_searched(demo_window, qtbot):
    listed(demo_window, "종량제 봉투")
    model = shopping_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, f"shopping.buy.{row_of(model, '종량제 봉투').key}")
    products = model.property("buying").property("buying")
    qtbot.waitUntil(lambda: state(products) == "none")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "recipe.buying.action")))
    over(demo_window, "recipe.buying.action").clicked.emit()
    qtbot.waitUntil(lambda: demo_window.models.navigator.property("page") == "search")


def test_a_long_list_stays_where_it_was_scrolled_to(demo_window, qtbot):
    open_recipe(demo_window, qtbot, STEW).listMissing()
    qtbot.waitUntil(lambda: len(demo_window.box.recipes.shopping_list.entries()) == 9)
    model = shopping_page(demo_window, qtbot, 9)
    demo_window.window.resize(1280, 560)
    view = demo_window.item("shopping.list")
    qtbot.waitUntil(lambda: view.property("contentHeight") > view.height() + 200)
    qtbot.waitUntil(lambda: view.property("contentY") == view.property("originY"))
    view.setProperty("contentY", 0)
    listed(demo_window, "종량제 봉투")
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 10)
    qtbot.wait(100)
    assert view.property("contentY") == 0 > view.property("originY")
