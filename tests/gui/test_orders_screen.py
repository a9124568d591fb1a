"""주문 내역 and 주문 상세: what was ordered, how far it is, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.app.qt import order_models
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.viewmodels.orders_view_model import WINDOW
from tests.helpers.browsing import (
    is_seen,
    on_page,
    overlay_items,
    press,
    rows,
    spoken,
    state,
    texts_below,
    told,
)
from tests.helpers.ordering import TO_PAID, list_in_mall, ordered, stored
from tests.helpers.shopping import RICE, TOFU

pytestmark = pytest.mark.gui


def order_page(window, qtbot, order):
    window.models.navigator.openOrder(str(order.order_no))
    model = window.models.order
    qtbot.waitUntil(lambda: model.property("key") == str(order.order_no))
    qtbot.waitUntil(lambda: is_seen(window.item("order.reorder")))
    return model


def in_popup(window, qtbot, name):
    def found():
        return next((i for i in overlay_items(window) if i.objectName() == name), None)

    qtbot.waitUntil(lambda: is_seen(found()))
    return found()


def undo(window, qtbot):
    toast = told(window, qtbot)
    assert toast.action == "되돌리기"
    window.models.notices.act(toast.key)


def test_without_orders_it_says_so_and_leads_to_the_cart(bare_window, qtbot):
    QTest.keyClick(bare_window.window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    model = bare_window.models.orders
    qtbot.waitUntil(lambda: state(model) == "none")
    assert model.property("stateTitle") == "주문한 내역이 없어요."
    bare_window.item("orders").cartWanted.emit()
    assert bare_window.models.navigator.property("page") == "cart"


def test_ctrl_and_a_number_go_to_the_pages_in_the_order_of_the_rail(bare_window):
    named = [i for i in bare_window.items() if i.objectName().startswith("nav.")]
    rail = [i.objectName()[4:] for i in sorted(named, key=lambda item: item.y())]
    assert rail.pop() == "settings"
    for number, page in enumerate(rail):
        QTest.keyClick(
            bare_window.window,
            Qt.Key(Qt.Key.Key_1 + number),
            Qt.KeyboardModifier.ControlModifier,
        )
        assert bare_window.models.navigator.property("page") == page
    QTest.keyClick(bare_window.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert bare_window.models.navigator.property("page") == "settings"


def test_the_list_tells_paid_orders_from_others_and_opens_one(bare_window, qtbot):
    old = ordered(bare_window, TOFU)
    bare_window.clock.advance(timedelta(days=8))
    paid = ordered(bare_window, replace(RICE, sale_price_krw=10_000), quantity=2, steps=TO_PAID)
    model = on_page(bare_window, qtbot, "orders")
    new, first = rows(model, "rows")
    assert (new.stateText, new.noteText, new.totalText) == ("결제 완료", "", "20,000원")
    assert (first.key, first.noteText) == (str(old.order_no), "아직 결제하지 않았어요")
    line = bare_window.arrived(f"order.{new.key}", qtbot)
    assert {"결제 완료", RICE.name, "20,000원"} <= set(texts_below(line))
    assert "20,000원" in spoken(line)
    press(bare_window, qtbot, "orders.span.week")
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "rows")] == [new.key])
    bare_window.clock.advance(timedelta(days=8))
    model.refresh()
    qtbot.waitUntil(lambda: state(model) == "filtered")
    assert model.property("stateTitle") == "지난 7일 동안 주문한 상품이 없어요."
    assert model.property("stateAction") == "전체 보기"
    model.retry()
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 2)
    bare_window.arrived(f"order.{new.key}", qtbot).clicked.emit()
    detail = bare_window.models.order
    qtbot.waitUntil(lambda: detail.property("key") == str(paid.order_no))
    assert detail.property("totalText") == "20,000원"
    assert [row.kind for row in rows(detail, "steps")][:3] == ["done", "done", "now"]
    qtbot.waitUntil(lambda: is_seen(bare_window.item("order.line.1")))
    assert "10,000원 × 2개" in texts_below(bare_window.item("order.line.1"))
    assert bare_window.models.navigator.property("section") == "orders"


def test_of_many_orders_only_a_window_is_read(bare_window, qtbot):
    for _ in range(WINDOW + 2):
        ordered(bare_window, TOFU)
    model = on_page(bare_window, qtbot, "orders")
    assert len(rows(model, "rows")) == WINDOW
    assert model.property("windowText") == f"1–{WINDOW} / {WINDOW + 2}"
    assert not model.property("canNewer")
    model.older()
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 2)
    qtbot.waitUntil(lambda: is_seen(bare_window.item("orders.newer")))
    assert not bare_window.item("orders.older").property("enabled")
    ordered(bare_window, RICE)
    qtbot.waitUntil(lambda: len(rows(model, "rows")) == 3)
    press(bare_window, qtbot, "orders.newer")
    qtbot.waitUntil(lambda: rows(model, "rows")[0].title == RICE.name)


def test_an_unpaid_order_is_cancelled_after_asking(bare_window, qtbot):
    order = ordered(bare_window, RICE)
    model = order_page(bare_window, qtbot, order)
    assert not is_seen(bare_window.item("order.refund"))
    assert not is_seen(bare_window.item("order.fill"))
    assert model.property("receiptText") == "주문 확인서 저장"
    assert state(bare_window.models.orderRecipes) == "waiting"
    bare_window.item("order.cancel").clicked.emit()
    in_popup(bare_window, qtbot, "confirm.no").clicked.emit()
    assert stored(bare_window, order).state is OrderState.RECEIVED
    bare_window.item("order.cancel").clicked.emit()
    in_popup(bare_window, qtbot, "confirm.yes").clicked.emit()
    qtbot.waitUntil(lambda: model.property("stateText") == "주문 취소")
    assert told(bare_window, qtbot).text == "주문을 취소했어요. 청구되지 않았어요."
    assert rows(model, "steps")[-1].kind == "ended"
    assert not is_seen(bare_window.item("order.cancel"))


def test_the_money_of_a_paid_order_is_asked_back_with_a_reason(bare_window, qtbot):
    order = ordered(bare_window, RICE, steps=TO_PAID)
    model = order_page(bare_window, qtbot, order)
    assert not is_seen(bare_window.item("order.cancel"))
    bare_window.item("order.refund").clicked.emit()
    in_popup(bare_window, qtbot, "refund.why").setProperty("text", "봉지가 터졌어요")
    in_popup(bare_window, qtbot, "refund.yes").clicked.emit()
    qtbot.waitUntil(lambda: model.property("stateText") == "환불 요청")
    assert [row.reason for row in rows(model, "steps")][-2:] == ["봉지가 터졌어요", ""]
    assert "32,900원을 돌려받으세요" in model.property("paymentText")
    assert not is_seen(bare_window.item("order.refund"))


def test_what_was_bought_goes_into_cart_and_pantry_again_and_back(bare_window, qtbot):
    order = ordered(bare_window, RICE, TOFU, quantity=2, steps=TO_PAID)
    dishes = bare_window.models.orderRecipes
    list_in_mall(bare_window, replace(TOFU, price_kind=PriceKind.SOLD_OUT))
    model = order_page(bare_window, qtbot, order)
    cart, pantry = bare_window.box.purchases.cart, bare_window.box.recipes.pantry
    press(bare_window, qtbot, "order.reorder")
    qtbot.waitUntil(lambda: [x.quantity for x in cart.lines()] == [2])
    qtbot.waitUntil(lambda: TOFU.name in model.property("leftOutText"))
    undo(bare_window, qtbot)
    qtbot.waitUntil(lambda: cart.count() == 0)
    bare_window.models.notices.dismissAll()
    press(bare_window, qtbot, "order.fill")
    qtbot.waitUntil(lambda: len(pantry.items()) == 2)
    qtbot.waitUntil(lambda: not model.property("canFill"))
    undo(bare_window, qtbot)
    qtbot.waitUntil(lambda: pantry.items() == ())
    qtbot.waitUntil(lambda: is_seen(bare_window.item("order.fill")))
    qtbot.waitUntil(lambda: state(dishes) in ("ready", "none"), timeout=20_000)


def test_a_receipt_lands_in_the_downloads_and_never_over_another(
    bare_window, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "downloads"
    monkeypatch.setattr(order_models, "downloads", lambda: folder)
    order = ordered(bare_window, RICE, steps=TO_PAID)
    order_page(bare_window, qtbot, order)
    name = f"영수증-{order.order_no}"
    for file in (f"{name}.pdf", f"{name} (2).pdf"):
        press(bare_window, qtbot, "order.receipt")
        qtbot.waitUntil(lambda file=file: (folder / file).is_file())
        qtbot.waitUntil(lambda file=file: told(bare_window, qtbot).text == f"저장했어요: {file}")
    assert told(bare_window, qtbot).action == "열기"
    assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-")


def test_a_notice_of_an_order_and_a_link_lead_to_it(bare_window, qtbot):
    order = ordered(bare_window, RICE)
    inbox = on_page(bare_window, qtbot, "inbox")
    assert rows(inbox, "items")[0].opens
    inbox.open(rows(inbox, "items")[0].key)
    navigator, model = bare_window.models.navigator, bare_window.models.order
    qtbot.waitUntil(lambda: navigator.property("page") == "order")
    qtbot.waitUntil(lambda: model.property("key") == str(order.order_no))
    navigator.follow("eats://order/20261125-9999")
    qtbot.waitUntil(lambda: state(model) == "none")
    assert model.property("stateTitle") == "주문을 찾을 수 없어요."
    navigator.follow("eats://order/seven")
    assert navigator.property("page") == "home"
    navigator.follow("eats://orders")
    assert navigator.property("page") == "orders"


def test_notices_of_orders_can_be_switched_off(bare_window, qtbot):
    bare_window.models.navigator.go("settings")
    press(bare_window, qtbot, "settings.orders")
    assert not bare_window.box.settings.current.notifications.orders
    ordered(bare_window, RICE, steps=TO_PAID)
    assert bare_window.box.inbox.items() == ()
