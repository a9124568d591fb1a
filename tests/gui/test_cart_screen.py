"""장바구니: from a product into the cart, how many, what it costs, out and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.schedule import PriceKind, ProductKey
from tests.helpers.browsing import (
    is_seen,
    later_today,
    on_page,
    open_broadcast,
    overlay_items,
    press,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    told,
    web_browser,
)
from tests.helpers.cart_window import cart_page, fill, list_in_mall
from tests.helpers.shopping import RICE, TOFU
from tests.helpers.storage_builders import key
from tests.helpers.storage_builders import rows as stored

pytestmark = pytest.mark.gui


def badge(window):
    return window.models.cart.property("badge")


def only(model):
    (row,) = rows(model, "lines")
    return row


def popup_item(window, qtbot, name):
    def found():
        return next((i for i in overlay_items(window) if i.objectName() == name), None)

    qtbot.waitUntil(lambda: is_seen(found()))
    return found()


def answer(window, qtbot, action):
    """Press the button of the newest toast."""
    toast = told(window, qtbot)
    assert toast.action == action
    window.models.notices.act(toast.key)


def test_an_empty_cart_leads_to_the_schedule(demo_window, qtbot):
    model = on_page(demo_window, qtbot, "cart", kinds=("none",))
    assert model.property("stateTitle") == "장바구니가 비어 있어요."
    assert badge(demo_window) == ""
    button = next(
        i for i in demo_window.items() if is_seen(i) and i.property("text") == "편성표 보기"
    )
    button.clicked.emit()
    assert demo_window.models.navigator.property("page") == "schedule"


def test_in_up_down_out_and_back(demo_window, qtbot):
    list_in_mall(demo_window, RICE)
    demo_window.models.navigator.openProduct(str(key(RICE)))
    qtbot.waitUntil(lambda: state(demo_window.models.product) == "ready")
    press(demo_window, qtbot, "product.cart")
    qtbot.waitUntil(lambda: badge(demo_window) == "1")
    qtbot.waitUntil(lambda: [t.text for t in toasts(demo_window)] == ["장바구니에 담았어요."])
    assert spoken(demo_window.item("nav.cart")) == "장바구니, 담은 것 1"
    press(demo_window, qtbot, "product.cart")
    qtbot.waitUntil(lambda: "2개로 바꿨어요" in toasts(demo_window)[-1].text)
    assert badge(demo_window) == "1"
    press(demo_window, qtbot, "nav.cart")
    model = cart_page(demo_window, qtbot, 1)
    number = only(model).key
    assert (only(model).quantity, only(model).priceText) == (2, "65,800원")
    press(demo_window, qtbot, f"cart.step.{number}.more")
    qtbot.waitUntil(lambda: only(model).quantity == 3)
    assert model.property("oursTotal") == "98,700원"
    assert "98,700원" in texts_below(demo_window.item("cart.total"))
    for count in (2, 1):
        press(demo_window, qtbot, f"cart.step.{number}.less")
        qtbot.waitUntil(lambda count=count: only(model).quantity == count)
    assert not demo_window.item(f"cart.step.{number}.less").isEnabled()
    press(demo_window, qtbot, f"cart.remove.{number}")
    qtbot.waitUntil(lambda: state(model) == "none")
    assert badge(demo_window) == ""
    answer(demo_window, qtbot, "되돌리기")
    qtbot.waitUntil(lambda: state(model) == "ready")
    assert (only(model).key, only(model).quantity) == (number, 1)
    qtbot.waitUntil(lambda: badge(demo_window) == "1")


def test_quick_presses_are_each_counted_and_the_eleventh_is_refused(demo_window, qtbot):
    (line,) = fill(demo_window, RICE, quantity=7)
    model = cart_page(demo_window, qtbot, 1)
    for _ in range(4):
        model.step(line.line_id, 1)
    qtbot.waitUntil(lambda: only(model).quantity == 10)
    qtbot.waitUntil(lambda: len(toasts(demo_window)) == 1)
    assert "10개까지" in told(demo_window, qtbot, 0).text
    assert not demo_window.item(f"cart.step.{line.line_id}.more").isEnabled()


def test_the_three_counts_and_choosing_all(demo_window, qtbot):
    rice, _tofu = fill(demo_window, RICE, TOFU)
    model = cart_page(demo_window, qtbot, 2)
    assert model.property("countText") == "총 2개 상품"
    assert (model.property("chosenText"), model.property("chosenKind")) == ("선택 2/2", "all")
    assert "전체 선택" in texts_below(demo_window.item("cart.checkAll"))
    press(demo_window, qtbot, f"cart.check.{rice.line_id}")
    qtbot.waitUntil(lambda: model.property("chosenText") == "선택 1/2")
    assert model.property("chosenKind") == "some"
    assert (model.property("oursTotal"), model.property("oursDiscount")) == ("3,500원", "-500원")
    press(demo_window, qtbot, "cart.checkAll")
    qtbot.waitUntil(lambda: model.property("chosenKind") == "all")
    press(demo_window, qtbot, "cart.checkAll")
    qtbot.waitUntil(lambda: model.property("chosenKind") == "none")
    assert not demo_window.item("cart.removeChosen").isEnabled()
    assert model.property("oursTotal") == ""


def test_the_head_keeps_the_keyboard_while_the_lines_change(demo_window, qtbot):
    fill(demo_window, RICE, TOFU)
    model = cart_page(demo_window, qtbot, 2)
    demo_window.item("cart.checkAll").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for kind in ("none", "all", "none"):
        QTest.keyClick(demo_window.window, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda kind=kind: model.property("chosenKind") == kind)
    fill(demo_window, TOFU)
    qtbot.waitUntil(lambda: model.property("chosenKind") != "none")
    QTest.keyClick(demo_window.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: model.property("chosenKind") == "all")


def test_several_go_after_a_question_and_come_back_together(demo_window, qtbot):
    fill(demo_window, RICE, TOFU)
    model = cart_page(demo_window, qtbot, 2)
    before = rows(model, "lines")
    press(demo_window, qtbot, "cart.removeChosen")
    popup_item(demo_window, qtbot, "confirm.yes").clicked.emit()
    qtbot.waitUntil(lambda: state(model) == "none")
    assert told(demo_window, qtbot).text == "2가지를 뺐어요."
    answer(demo_window, qtbot, "되돌리기")
    qtbot.waitUntil(lambda: rows(model, "lines") == before)


def test_a_single_one_goes_without_a_question(demo_window, qtbot):
    fill(demo_window, RICE)
    model = cart_page(demo_window, qtbot, 1)
    press(demo_window, qtbot, "cart.removeChosen")
    qtbot.waitUntil(lambda: state(model) == "none")


def test_what_changed_since_is_said_in_the_row(demo_window, qtbot):
    rice, tofu = fill(demo_window, RICE, TOFU)
    list_in_mall(
        demo_window,
        replace(RICE, sale_price_krw=34900),
        replace(TOFU, price_kind=PriceKind.SOLD_OUT),
    )
    model = cart_page(demo_window, qtbot, 2)
    by_key = {row.key: row for row in rows(model, "lines")}
    raised, gone = by_key[str(rice.line_id)], by_key[str(tofu.line_id)]
    assert raised.noticeText == "▲ 담은 뒤 값이 올랐어요: 32,900원 → 34,900원"
    assert (raised.noticeKind, raised.priceText) == ("warn", "34,900원")
    assert (gone.noticeText, gone.noticeKind) == ("품절이에요.", "error")
    assert (gone.priceText, gone.seenText) == ("가격 정보 없음", "담을 때 3,500원")
    assert raised.noticeText in texts_below(demo_window.item(f"cart.{raised.key}"))
    assert raised.noticeText in spoken(demo_window.item(f"cart.{raised.key}"))
    assert model.property("oursTotal") == "34,900원"
    assert "1가지는 뺀 금액" in model.property("oursNote")


def test_television_products_stand_apart_and_lead_to_their_seller(demo_window, qtbot):
    fill(demo_window, RICE)
    chosen = next(b for b in later_today(demo_window) if b.headline.product_url)
    open_broadcast(demo_window, qtbot, chosen)
    press(demo_window, qtbot, f"product.cart.{chosen.headline.key}")
    qtbot.waitUntil(lambda: badge(demo_window) == "2")
    demo_window.models.navigator.close()
    model = cart_page(demo_window, qtbot, 2)
    ours, tv = rows(model, "lines")
    assert (ours.isTv, tv.isTv) == (False, True)
    assert (ours.sectionText, tv.sectionText.endswith("방송 상품")) == ("들녘곳간", True)
    assert tv.broadcast == str(chosen.id)
    assert tv.airText.endswith("방송")
    assert (model.property("oursCount"), model.property("sellersCount")) == (
        "1가지 · 1개",
        "1가지 · 1개",
    )
    with web_browser() as browser:
        press(demo_window, qtbot, f"cart.seller.{tv.key}")
        assert browser.visited == [chosen.headline.product_url]
    demo_window.item(f"cart.{tv.key}").clicked.emit()
    qtbot.waitUntil(lambda: demo_window.models.navigator.property("broadcast") == str(chosen.id))


def test_opening_the_cart_asks_for_prices_that_grew_old(demo_window, qtbot):
    mall = "SELECT product_id FROM product WHERE source = 'kok' AND is_food ORDER BY product_id"
    product = ProductKey("kok", stored(demo_window.box.databases.catalog, mall)[0][0])
    cart = demo_window.box.purchases.cart
    demo_window.box.tasks.write_now(lambda: cart.add(product))
    demo_window.clock.advance(timedelta(hours=7))
    model = cart_page(demo_window, qtbot, 1)
    qtbot.waitUntil(lambda: only(model).noticeText == "", timeout=15_000)
    detail = demo_window.box.databases.details.detail(product)
    assert detail.fetched_at == demo_window.clock.now()


def test_where_nothing_is_taken_there_is_no_order_button(demo_window, qtbot):
    fill(demo_window, RICE)
    cart_page(demo_window, qtbot, 1)
    assert not is_seen(demo_window.item("cart.order"))


def test_keys_change_and_remove_the_line_that_has_the_focus(demo_window, qtbot):
    (line,) = fill(demo_window, RICE)
    model = cart_page(demo_window, qtbot, 1)
    item = demo_window.item(f"cart.{line.line_id}")
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    demo_window.window.requestActivate()
    QTest.keyClick(demo_window.window, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: only(model).quantity == 2)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: state(model) == "none")
