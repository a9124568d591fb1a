"""J08 through the window: the program ends in the middle of a payment and starts again."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import timedelta

import pytest

from eats_desktop.domain.order import OrderState
from eats_desktop.domain.payment import PaymentState
from tests.gui.conftest import EVENING
from tests.helpers.browsing import is_seen, press, spoken
from tests.helpers.checkout_window import (
    DEMO,
    at_checkout,
    beat,
    orders,
    pay,
    settled,
    text_of,
    to_paying,
)
from tests.helpers.shopping import RICE
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui

LATER = EVENING + timedelta(minutes=5)


@pytest.fixture
def folder(qapp, tmp_path, fetched):
    shutil.copytree(fetched, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def broken_off(folder, qtbot, monkeypatch):
    """A data directory whose window was closed while the shopper was at the provider's page."""
    monkeypatch.setenv("EATS_PAY", "hang")
    with open_window(folder, EVENING, settings=DEMO) as window:
        at_checkout(window, qtbot, RICE)
        to_paying(window, qtbot)
        pay(window, qtbot)
        beat(window)
        (order,) = orders(window)
    return folder, order


@contextmanager
def started_again(folder, qtbot):
    with open_window(folder, LATER, settings=DEMO) as window:
        window.box.tasks._background.submit(window.box.purchases.payment_job.take_up).result(20)
        yield window


def see_pending(window, qtbot):
    qtbot.waitUntil(lambda: is_seen(window.item("banner.payment")))
    assert "확인 중인 결제 1건" in spoken(window.item("banner.payment"))


def test_after_a_restart_the_payment_is_found_and_done_once(broken_off, qtbot, monkeypatch):
    folder, order = broken_off
    with started_again(folder, qtbot) as window:
        see_pending(window, qtbot)
        checkout = window.models.checkout
        checkout.buyNow(RICE.source, RICE.product_id, 3)
        qtbot.waitUntil(
            lambda: checkout.property("payment").property("orderNo") == str(order.order_no)
        )
        assert window.models.navigator.property("page") == "checkout"
        assert [line.quantity for line in window.box.purchases.cart.lines()] == [1]
        monkeypatch.setenv("EATS_PAY", "ok")
        settled(window, qtbot)
        assert text_of(window, "checkout.result") == "결제가 끝났어요"
        (paid,) = orders(window)
        assert (paid.order_no, paid.state) == (order.order_no, OrderState.PAID)
        assert window.box.purchases.cart.lines() == ()
        qtbot.waitUntil(lambda: not is_seen(window.item("banner.payment")))
        assert window.box.inbox.items()[0].title == "결제가 끝났어요"


def test_what_stays_unknown_says_so_and_the_rest_of_the_program_works(
    broken_off, qtbot, monkeypatch
):
    folder, order = broken_off
    monkeypatch.setenv("EATS_PAY", "lost")
    with started_again(folder, qtbot) as window:
        see_pending(window, qtbot)
        for _ in range(14):
            beat(window, minutes=5)
        window.models.navigator.go("schedule")
        see_pending(window, qtbot)
        window.models.checkout.openPending()
        qtbot.waitUntil(lambda: is_seen(window.item("checkout.support")))
        assert (
            text_of(window, "checkout.result")
            == "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."
        )
        assert str(order.order_no) in text_of(window, "checkout.support")
        assert window.models.checkout.property("payment").payment.state is PaymentState.UNKNOWN


def test_an_expired_one_leaves_the_cart_and_gives_way_to_a_new_key(broken_off, qtbot, monkeypatch):
    folder, order = broken_off
    monkeypatch.setenv("EATS_PAY", "expired")
    with started_again(folder, qtbot) as window:
        see_pending(window, qtbot)
        window.models.checkout.openPending()
        settled(window, qtbot)
        assert text_of(window, "checkout.result") == "결제가 완료되지 않았어요. 청구되지 않았어요."
        old = window.models.checkout.property("payment").payment
        monkeypatch.setenv("EATS_PAY", "ok")
        press(window, qtbot, "checkout.again")
        to_paying(window, qtbot)
        new = pay(window, qtbot).payment
        assert new.idempotency_key != old.idempotency_key
        assert new.order_no != order.order_no


def test_what_was_never_sent_is_closed_without_a_charge(folder, qtbot):
    with open_window(folder, EVENING, settings=DEMO) as window:
        at_checkout(window, qtbot, RICE)
        to_paying(window, qtbot)
        pay(window, qtbot)
    with started_again(folder, qtbot) as window:
        (order,) = orders(window)
        assert order.state is OrderState.CANCELLED
        assert "청구되지 않았어요" in window.box.inbox.items()[0].body
        assert window.box.purchases.checkout.open_payment() is None
        assert len(window.box.purchases.cart.lines()) == 1
