"""주문과 결제 through the window: J01 (4–7), J09 (1, 2, 5), J10, J11, and the counter's slip."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.payment import PaymentState
from eats_desktop.domain.schedule import PriceKind, ProductKey
from tests.gui.conftest import EVENING
from tests.helpers.browsing import (
    is_seen,
    later_today,
    press,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    web_browser,
)
from tests.helpers.cart_window import cart_page, fill, list_in_mall
from tests.helpers.checkout_window import (
    DEMO,
    announcements,
    at_checkout,
    beat,
    first_step,
    lines,
    orders,
    pay,
    settled,
    text_of,
    to_paying,
)
from tests.helpers.provider_double import KEY, provider
from tests.helpers.shopping import RICE, TOFU
from tests.helpers.storage_builders import key
from tests.helpers.storage_builders import rows as stored
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui

BUSY = "처리 중이에요"


@pytest.fixture
def paying_window(qtbot, qapp, tmp_path, fetched):
    shutil.copytree(fetched, tmp_path, dirs_exist_ok=True)
    with open_window(tmp_path, EVENING, settings=DEMO) as window:
        yield window


def test_buy_now_is_paid_once_and_leads_to_the_order_and_the_pantry(paying_window, qtbot):
    """J01, steps 4 to 7."""
    window, checkout = paying_window, paying_window.models.checkout
    heard = announcements(window)
    fill(window, RICE)
    list_in_mall(window, TOFU)
    checkout.buyNow(TOFU.source, TOFU.product_id, 2)
    first_step(window, qtbot)
    (line,) = lines(checkout)
    assert (line.name, line.piecesText, line.priceText) == (TOFU.name, "2개", "7,000원")
    assert texts_below(window.item("checkout.discount"))[-1] == "-1,000원"
    assert texts_below(window.item("checkout.shipping"))[-1] == "확인 필요"
    assert texts_below(window.item("checkout.total"))[-1] == "7,000원"
    press(window, qtbot, "checkout.next")
    qtbot.waitUntil(lambda: is_seen(window.item("checkout.consent")))
    assert not window.item("checkout.next").isEnabled()
    why = "내용을 읽고 동의해야 결제할 수 있어요."
    assert text_of(window, "checkout.why") == why
    checkout.next()
    assert heard[-1] == why
    press(window, qtbot, "checkout.consent")
    press(window, qtbot, "checkout.next")
    qtbot.waitUntil(lambda: checkout.property("step") == 3 and checkout.property("isCalm"))
    assert text_of(window, "checkout.next") == "7,000원 결제하기"
    payment = pay(window, qtbot)
    assert payment.property("title") == "결제 진행 중"
    assert checkout.property("stepText") == "3/4 결제"
    settled(window, qtbot)
    assert text_of(window, "checkout.result") == "결제가 끝났어요"
    (order,) = orders(window)
    assert (order.state, order.total_krw, order.pieces) == (OrderState.PAID, 7000, 2)
    assert [line.product for line in window.box.purchases.cart.lines()] == [key(RICE)]
    qtbot.waitUntil(lambda: not is_seen(window.item("banner.payment")))
    qtbot.waitUntil(lambda: window.models.inbox.property("unread") > 0)
    assert [t.text for t in toasts(window) if "결제가 끝났어요" in t.text] == []
    press(window, qtbot, "checkout.fill")
    qtbot.waitUntil(lambda: len(window.box.recipes.pantry.items()) == 1)
    qtbot.waitUntil(lambda: any("냉장고에 1가지" in t.text for t in toasts(window)))
    toast = next(t for t in toasts(window) if "냉장고에" in t.text)
    assert toast.action == "되돌리기"
    window.models.notices.act(toast.key)
    qtbot.waitUntil(lambda: window.box.recipes.pantry.items() == ())
    qtbot.waitUntil(lambda: is_seen(window.item("checkout.fill")))
    press(window, qtbot, "checkout.order")
    assert window.models.navigator.place.order == str(order.order_no)


def test_ten_hasty_presses_make_one_order_and_leaving_keeps_the_payment(paying_window, qtbot):
    """J09, steps 1 and 2: decided in the view-model before anything else happens."""
    window = paying_window
    checkout = at_checkout(window, qtbot, RICE)
    heard = announcements(window)
    press(window, qtbot, "checkout.next")
    press(window, qtbot, "checkout.consent")
    button = window.item("checkout.next")
    middle = button.mapToScene(button.boundingRect().center()).toPoint()
    for _ in range(2):
        QTest.mouseDClick(window.window, Qt.MouseButton.LeftButton, pos=middle)
    assert (checkout.property("step"), checkout.property("nextText")) == (3, "32,900원 결제하기")
    qtbot.waitUntil(lambda: checkout.property("isCalm"))
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.window, Qt.Key.Key_Return)
    assert text_of(window, "checkout.next") == "결제 진행 중"
    QTest.keyClick(window.window, Qt.Key.Key_Return)
    for _ in range(4):
        QTest.mouseDClick(window.window, Qt.MouseButton.LeftButton, pos=middle)
    assert [words for words in heard if words == BUSY] != []
    assert heard[heard.index(BUSY) :] == [BUSY] * heard.count(BUSY)
    qtbot.waitUntil(lambda: checkout.property("showsPayment"))
    checkout.next()
    assert heard[-1] == BUSY
    (order,) = orders(window)
    assert len(window.box.purchases.checkout.unsettled()) == 1
    assert [line.product for line in window.box.purchases.cart.lines()] == [key(RICE)]

    window.models.navigator.back()
    qtbot.waitUntil(lambda: is_seen(window.item("banner.payment")))
    assert "확인 중인 결제 1건" in spoken(window.item("banner.payment"))
    press(window, qtbot, "cart.order")
    qtbot.waitUntil(lambda: window.models.navigator.property("page") == "checkout")
    qtbot.waitUntil(lambda: checkout.property("payment").property("orderNo") == str(order.order_no))
    qtbot.waitUntil(lambda: not is_seen(window.item("banner.payment")))
    assert len(orders(window)) == 1


def test_three_seconds_without_a_result_tell_not_to_pay_again(paying_window, qtbot, monkeypatch):
    monkeypatch.setenv("EATS_PAY", "hang")
    window = paying_window
    at_checkout(window, qtbot, RICE)
    to_paying(window, qtbot)
    payment = pay(window, qtbot)
    beat(window)
    asking = "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."
    assert asking not in payment.property("help")
    payment._slow.setInterval(1)
    payment._slow.start()
    qtbot.waitUntil(lambda: asking in payment.property("help"))
    qtbot.waitUntil(lambda: window.models.checkout.property("isCalm"))
    press(window, qtbot, "checkout.turnBack")
    qtbot.waitUntil(lambda: payment.property("title") != "결제 진행 중")
    assert not window.item("checkout.turnBack").isEnabled()
    monkeypatch.setenv("EATS_PAY", "cancelled")
    settled(window, qtbot)
    assert text_of(window, "checkout.result") == "결제를 취소했어요. 청구되지 않았어요."
    press(window, qtbot, "checkout.again")
    first_step(window, qtbot)
    assert not window.models.checkout.property("consents")


@pytest.mark.parametrize(
    ("scene", "title", "state_"),
    [
        ("declined", "결제가 되지 않았어요. (카드사에서 거절했어요)", PaymentState.DECLINED),
        ("sold_out", "결제가 되지 않았어요. (그사이 품절됐어요)", PaymentState.DECLINED),
        ("expired", "결제가 완료되지 않았어요. 청구되지 않았어요.", PaymentState.EXPIRED),
        ("mismatch", "금액이 맞지 않아 결제를 멈췄어요.", PaymentState.MISMATCH),
        ("lost", "결제 결과를 확인하고 있어요. 다시 결제하지 마세요.", PaymentState.UNKNOWN),
    ],
)
def test_every_end_says_what_it_is_and_keeps_the_cart(
    paying_window, qtbot, monkeypatch, scene, title, state_
):
    """J09 step 5, J10 step 4, J08 step 3."""
    monkeypatch.setenv("EATS_PAY", scene)
    window = paying_window
    at_checkout(window, qtbot, RICE)
    to_paying(window, qtbot)
    payment = pay(window, qtbot)
    settled(window, qtbot)
    assert text_of(window, "checkout.result") == title
    assert payment.payment.state is state_
    assert len(window.box.purchases.cart.lines()) == 1
    assert [order for order in orders(window) if order.state is OrderState.PAID] == []
    tells_whom_to_ask = state_ in (PaymentState.MISMATCH, PaymentState.UNKNOWN)
    assert is_seen(window.item("checkout.support")) == tells_whom_to_ask
    assert is_seen(window.item("checkout.again")) != tells_whom_to_ask


def test_what_is_sold_out_is_named_left_out_and_stays_in_the_cart(paying_window, qtbot):
    """J10, steps 1, 2, 3, 5 and 6; nothing is dropped silently."""
    window = paying_window
    _rice, tofu = fill(window, RICE, TOFU)
    broadcast = next(b for b in later_today(window) if b.headline.product_url)
    cart = window.box.purchases.cart
    tv = window.box.tasks.write_now(lambda: cart.add(broadcast.headline.key))
    list_in_mall(window, replace(TOFU, price_kind=PriceKind.SOLD_OUT))
    cart_page(window, qtbot, 3)
    press(window, qtbot, "cart.order")
    checkout = first_step(window, qtbot)
    found = {line.key: line for line in lines(checkout)}
    left, seller = found[str(tofu.line_id)], found[str(tv.line_id)]
    assert (left.place, left.noteText) == ("left", "품절이에요. 주문에서 뺄게요.")
    assert left.noteText in spoken(window.arrived(f"checkout.{left.key}", qtbot))
    assert (seller.place, seller.sectionText) == ("sellers", "판매처에서 주문")
    assert text_of(window, "checkout.next") == "계속"
    assert checkout.property("slip").property("totalText") == "32,900원"
    assert "1가지는 빼고" in checkout.property("slip").property("leftText")
    press(window, qtbot, f"checkout.alarm.{left.key}")
    editor = window.models.alarmEditor
    qtbot.waitUntil(lambda: editor.property("isOpen"))
    assert editor.property("text") == TOFU.name
    editor.close()
    to_paying(window, qtbot)
    pay(window, qtbot)
    settled(window, qtbot)
    (order,) = orders(window)
    assert [line.product for line in order.lines] == [key(RICE)]
    kept = {line.line_id: line.is_checked for line in window.box.purchases.cart.lines()}
    assert kept == {tofu.line_id: False, tv.line_id: True}


def test_where_all_is_sold_out_nothing_can_be_paid(paying_window, qtbot):
    window = paying_window
    fill(window, TOFU)
    list_in_mall(window, replace(TOFU, price_kind=PriceKind.SOLD_OUT))
    cart_page(window, qtbot, 1)
    press(window, qtbot, "cart.order")
    first_step(window, qtbot)
    qtbot.waitUntil(lambda: text_of(window, "checkout.why") == "주문할 수 있는 상품이 없어요.")
    assert not window.item("checkout.next").isEnabled()
    press(window, qtbot, "checkout.back")
    assert window.models.navigator.property("page") == "cart"


def test_a_raised_price_waits_for_a_tick_and_a_later_rise_leads_back(paying_window, qtbot):
    """J11, steps 1 to 4."""
    window = paying_window
    fill(window, RICE, TOFU)
    list_in_mall(
        window,
        replace(RICE, sale_price_krw=34900),
        replace(TOFU, sale_price_krw=3000),
    )
    cart_page(window, qtbot, 2)
    press(window, qtbot, "cart.order")
    checkout = first_step(window, qtbot)
    notes = {line.name: line.noteText for line in lines(checkout)}
    assert notes[RICE.name] == "▲ 담은 뒤 값이 올랐어요: 32,900원 → 34,900원"
    assert notes[TOFU.name] == "▼ 담은 뒤 값이 내렸어요: 3,500원 → 3,000원"
    assert RICE.name in text_of(window, "checkout.accept")
    assert TOFU.name not in text_of(window, "checkout.accept")
    assert not window.item("checkout.next").isEnabled()
    press(window, qtbot, "checkout.accept")
    to_paying(window, qtbot)
    assert text_of(window, "checkout.next") == "37,900원 결제하기"
    list_in_mall(window, replace(RICE, sale_price_krw=35500))
    checkout.refresh()
    qtbot.waitUntil(lambda: checkout.property("stepText") == "1/4 확인")
    press(window, qtbot, "checkout.accept")
    to_paying(window, qtbot)
    assert text_of(window, "checkout.next") == "38,500원 결제하기"
    list_in_mall(window, replace(RICE, sale_price_krw=35900))
    press(window, qtbot, "checkout.next")
    qtbot.waitUntil(lambda: checkout.property("stepText") == "1/4 확인")
    qtbot.waitUntil(lambda: checkout.property("slip").property("totalText") == "38,900원")
    assert "바뀌었어요" in checkout.property("problemText")
    assert not checkout.property("acceptsRaised")
    assert not checkout.property("consents")
    assert orders(window) == ()
    press(window, qtbot, "checkout.accept")
    to_paying(window, qtbot)
    payment = pay(window, qtbot)
    assert payment.property("amountText") == "38,900원"


def test_an_old_price_is_asked_for_again_and_blocks_when_nobody_answers(paying_window, qtbot):
    """J11 step 5: six hours old is asked again, a day old and unreachable is not sold."""
    window = paying_window
    mall = "SELECT product_id FROM product WHERE source = 'kok' AND is_food ORDER BY product_id"
    product = ProductKey("kok", stored(window.box.databases.catalog, mall)[0][0])
    cart = window.box.purchases.cart
    window.box.tasks.write_now(lambda: cart.add(product))
    window.clock.advance(timedelta(hours=7))
    checkout = window.models.checkout
    checkout.open()
    first_step(window, qtbot)
    detail = window.box.databases.details.detail(product)
    assert detail.fetched_at == window.clock.now()
    qtbot.waitUntil(lambda: lines(checkout)[0].noteText == "")
    window.clock.advance(timedelta(hours=25))
    window.sites.stop()
    checkout.open()
    first_step(window, qtbot)
    qtbot.waitUntil(lambda: "지금 값을 확인할 수 없어요" in lines(checkout)[0].noteText)
    assert lines(checkout)[0].place == "left"
    assert not window.item("checkout.next").isEnabled()
    assert checkout.property("problemText") == "값과 재고를 확인하려면 인터넷이 필요해요."
    assert len(cart.lines()) == 1


def test_at_the_counter_one_slip_with_a_number_that_can_be_taken_back(demo_window, qtbot):
    window = demo_window
    window.box.settings.update("checkout", counter=True)
    checkout = at_checkout(window, qtbot, RICE)
    assert not is_seen(window.item("banner.play"))
    to_paying(window, qtbot)
    assert text_of(window, "checkout.next") == "주문 번호 받기"
    payment = pay(window, qtbot)
    (order,) = orders(window)
    qtbot.waitUntil(lambda: is_seen(window.item("checkout.waiting")))
    assert payment.property("title") == f"주문 번호 {order.order_no}"
    assert "아직 결제되지 않았어요" in payment.property("help")
    assert window.box.purchases.cart.lines() == ()
    assert toasts(window) == ()
    qtbot.waitUntil(lambda: checkout.property("isCalm"))
    press(window, qtbot, "checkout.turnBack")
    qtbot.waitUntil(lambda: payment.property("step") == 4)
    (order,) = orders(window)
    assert order.state is OrderState.CANCELLED


def test_two_ways_are_asked_for_and_none_is_chosen_beforehand(paying_window, qtbot):
    window = paying_window
    window.box.settings.update("checkout", counter=True)
    checkout = at_checkout(window, qtbot, RICE)
    assert is_seen(window.item("banner.play"))
    press(window, qtbot, "checkout.next")
    press(window, qtbot, "checkout.consent")
    press(window, qtbot, "checkout.next")
    qtbot.waitUntil(lambda: text_of(window, "checkout.why") == "결제 방법을 골라 주세요.")
    press(window, qtbot, "checkout.way.demo")
    qtbot.waitUntil(lambda: checkout.property("whyNot") == "" and checkout.property("isCalm"))
    assert [way.key for way in rows(checkout.property("ways"), "rows") if way.isChosen] == ["demo"]


def test_the_providers_page_is_a_link_and_a_code_and_the_result_comes_by_itself(
    qtbot, qapp, tmp_path, fetched, monkeypatch
):
    shutil.copytree(fetched, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("EATS_TOSS_KEY", KEY)
    with provider(ManualClock(EVENING)) as double:
        toss = f'[checkout.toss]\nenabled = true\nbase_url = "{double.base_url}"\n'
        with open_window(tmp_path, EVENING, settings=toss) as window, web_browser("http") as web:
            at_checkout(window, qtbot, RICE)
            assert not is_seen(window.item("banner.play"))
            to_paying(window, qtbot)
            payment = pay(window, qtbot)
            beat(window)
            press(window, qtbot, "checkout.openPage")
            assert web.visited == [payment.property("pageUrl")]
            assert window.item("checkout.qr").property("text") == web.visited[0]
            double.ledger.authorise(payment.payment.wire_id)
            settled(window, qtbot)
            assert text_of(window, "checkout.result") == "결제가 끝났어요"
            (order,) = orders(window)
            assert (order.state, order.total_krw) == (OrderState.PAID, 32900)
            again = window.box.purchases.checkout.advance
            number = payment.payment.payment_id
            told_twice = window.box.tasks._background.submit(lambda: again(number)).result(20)
            assert told_twice.state is PaymentState.PAID
            assert orders(window) == (order,)


def test_an_empty_checkout_leads_to_the_cart(paying_window, qtbot):
    window = paying_window
    window.models.navigator.follow("eats://checkout")
    qtbot.waitUntil(lambda: state(window.models.checkout) == "none")
    assert rows(window.models.checkout.property("slip"), "rows") == ()
