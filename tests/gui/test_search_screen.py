"""검색: broadcasts and mall products that hold the words, nothing found, and what a click opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.browsing import (
    is_seen,
    on_page,
    press,
    rows,
    spoken,
    state,
    texts_below,
    unreadable,
    web_browser,
)

pytestmark = pytest.mark.gui


def ask(window, qtbot, words, kind="ready"):
    model = window.models.search
    model.ask(words)
    on_page(window, qtbot, "search", kinds=(kind,))
    qtbot.waitUntil(lambda: words in model.property("headingText"))
    return model


def test_before_anything_is_asked_the_page_says_what_to_do(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "search", kinds=("none",))
    assert model.property("stateTitle") == "무엇을 찾으세요?"


def test_broadcasts_and_products_stand_side_by_side_under_their_counts(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    broadcasts, products = rows(model, "broadcasts"), rows(model, "products")
    assert broadcasts
    assert products
    count = len(broadcasts) + len(products)
    assert model.property("headingText") == f"“김치” 검색 결과 {count}개"
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    counts = {f"방송 {len(broadcasts)}개", f"콕 상품 {len(products)}개"}
    content = demo_window.window.contentItem()
    qtbot.waitUntil(lambda: counts <= set(texts_below(content)))
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.scope")))


def test_a_broadcast_that_was_found_says_its_day(demo_window, qtbot):
    found = rows(ask(demo_window, qtbot, "김치"), "broadcasts")
    assert {row.timeText.split()[0] for row in found} >= {"오늘", "내일"}
    assert all(row.spokenText.startswith(row.timeText.split()[0]) for row in found)


def test_where_there_is_no_room_one_section_stands_at_a_time(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.scope")))
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.products")))
    press(demo_window, qtbot, "search.scope.products")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))


def test_words_that_nothing_holds_say_so_and_leave_no_old_rows(demo_window, qtbot):
    ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: demo_window.item("search.broadcasts").property("count") > 0)
    model = ask(demo_window, qtbot, "없는말", kind="none")
    assert model.property("stateTitle") == "“없는말”에 맞는 결과를 찾지 못했어요."
    assert rows(model, "broadcasts") == rows(model, "products") == ()
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))


def test_words_of_the_mall_alone_show_the_mall_alone(demo_window, qtbot):
    model = ask(demo_window, qtbot, "도토리묵")
    assert rows(model, "broadcasts") == ()
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.products")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.broadcasts")))
    qtbot.waitUntil(lambda: not is_seen(demo_window.item("search.scope")))


def test_a_mall_product_opens_its_page_or_its_seller_and_promises_no_broadcast(demo_window, qtbot):
    row = rows(ask(demo_window, qtbot, "김치"), "products")[0]
    name = f"product.{row.key}"
    qtbot.waitUntil(lambda: is_seen(demo_window.item(name)))
    assert spoken(demo_window.item(name)) == row.spokenText
    qtbot.waitUntil(lambda: not is_seen(demo_window.item(f"product.wish.{row.key}")))
    with web_browser() as browser:
        press(demo_window, qtbot, f"product.seller.{row.key}")
    assert browser.visited == [row.link]
    assert row.link.startswith("https://")
    press(demo_window, qtbot, name)
    assert demo_window.models.navigator.property("product") == row.key
    qtbot.waitUntil(lambda: state(demo_window.models.product) == "ready")


def test_in_the_list_enter_opens_and_w_wishes(demo_window, qtbot):
    model = ask(demo_window, qtbot, "김치")
    qtbot.waitUntil(lambda: is_seen(demo_window.item("search.broadcasts")))
    window = demo_window.window
    window.requestActivate()
    demo_window.item("search.broadcasts").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Down)
    chosen = rows(model, "broadcasts")[1]
    assert window.activeFocusItem().objectName() == f"line.{chosen.key}"
    QTest.keyClick(window, Qt.Key.Key_W)
    wished = demo_window.box.wishes.wished_broadcasts
    qtbot.waitUntil(lambda: [str(key) for key in wished()] == [chosen.key])
    qtbot.waitUntil(lambda: rows(model, "broadcasts")[1].isWished)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert demo_window.models.navigator.property("broadcast") == chosen.key


def test_a_failing_first_read_says_so_and_can_be_tried_again(demo_window, qtbot):
    model = demo_window.models.search
    with unreadable(demo_window.box.databases.catalog):
        model.ask("김치")
        qtbot.waitUntil(lambda: state(model) == "error")
        assert model.property("stateAction") == "다시 시도"
    model.retry()
    qtbot.waitUntil(lambda: state(model) == "ready")
    assert rows(model, "broadcasts")
