"""A window that takes (demo) payments, walked to a step of the checkout; payments by hand."""

from __future__ import annotations

from tests.helpers.browsing import is_seen, press, rows, state
from tests.helpers.cart_window import cart_page, fill

DEMO = "[checkout]\ndemo = true\n"


def announcements(window):
    """What a screen reader is told from now on."""
    heard = []
    window.models.notices.announced.connect(heard.append)
    return heard


def at_checkout(window, qtbot, *products, quantity=1):
    """Fill the cart, press 주문하기 and wait for the first step; return the view-model."""
    fill(window, *products, quantity=quantity)
    cart_page(window, qtbot, len(products))
    press(window, qtbot, "cart.order")
    return first_step(window, qtbot)


def first_step(window, qtbot):
    checkout = window.models.checkout
    qtbot.waitUntil(lambda: state(checkout) == "ready" and lines(checkout) != ())
    qtbot.waitUntil(lambda: checkout.property("checkingText") == "", timeout=15_000)
    assert checkout.property("stepText") == "1/4 확인"
    return checkout


def to_paying(window, qtbot):
    """From the first step to the pay button, consenting on the way."""
    press(window, qtbot, "checkout.next")
    press(window, qtbot, "checkout.consent")
    press(window, qtbot, "checkout.next")
    checkout = window.models.checkout
    qtbot.waitUntil(lambda: checkout.property("step") == 3 and checkout.property("isCalm"))
    return checkout


def pay(window, qtbot):
    press(window, qtbot, "checkout.next")
    checkout = window.models.checkout
    qtbot.waitUntil(lambda: checkout.property("showsPayment"))
    return checkout.property("payment")


def beat(window, **span):
    """Let the payment thread take its next step, `span` later."""
    if span:
        window.travel(**span)
    job = window.box.purchases.payment_job
    window.box.tasks._background.submit(job.beat).result(20)


def settled(window, qtbot, step=4, beats=6):
    """Let time pass until the payment has come to that step."""
    payment = window.models.checkout.property("payment")
    for _ in range(beats):
        beat(window, seconds=61)
    qtbot.waitUntil(lambda: payment.property("step") == step)
    qtbot.waitUntil(lambda: is_seen(window.item("checkout.result")))
    return payment


def lines(checkout):
    return rows(checkout.property("slip"), "rows")


def orders(window):
    return window.box.purchases.orders.newest()


def text_of(window, name):
    return window.item(name).property("text")
