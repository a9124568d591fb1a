"""How a checkout ends: what does not fit, turning back, money given back, the counter, books."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import (
    ConflictError,
    NotFoundError,
    PaymentUncertainError,
    PinWrongError,
)
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import (
    Absent,
    Cancelled,
    Charge,
    Declined,
    Expired,
    Fault,
    PaymentState,
    Pending,
    Refunded,
)
from tests.helpers.shopping import RICE, TOFU
from tests.helpers.till import LOST, PIN, authorised, in_cart, paid, till

S = PaymentState


@pytest.fixture
def shop(tmp_path):
    with till(tmp_path) as found:
        yield found


# What does not fit.


@pytest.mark.parametrize(
    "wrong",
    [
        {"krw": 32800},
        {"currency": "USD"},
        {"wire_id": "eats-another"},
    ],
)
def test_a_success_that_does_not_fit_stops_and_is_for_the_staff(shop, wrong):
    payment = shop.started(RICE)
    shop.provider.say("inquire", paid(payment, **wrong))
    after = shop.go_on(payment)
    assert (after.state, after.reason_code) == (S.MISMATCH, "PAY-04")
    assert after.charged_krw == wrong.get("krw", 32900)
    assert shop.state(payment) is OrderState.CANCELLED
    assert in_cart(shop) == {RICE.name: 1}
    assert shop.checkout.for_staff() == (after,)


def test_another_amount_than_ordered_is_never_confirmed(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment, 32901))
    after = shop.go_on(payment)
    assert (after.state, after.charged_krw) == (S.MISMATCH, None)
    assert shop.provider.count("confirm") == 0
    with pytest.raises(ConflictError, match="돌려드릴"):
        shop.checkout.refund(payment.order_no, "", Actor.STAFF)


def test_the_key_of_another_payment_is_not_ours(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment))
    shop.provider.say("confirm", LOST)
    shop.go_on(payment)
    shop.databases.payments.learn(payment, shop.clock.now(), provider_key="pk-other")
    shop.provider.say("inquire", paid(payment))
    assert shop.go_on(payment).state is S.MISMATCH


def test_an_operators_fault_stops_selling_until_it_is_mended(shop):
    shop.fill(RICE)
    payment = shop.begin()
    fault = Fault("UNAUTHORIZED_KEY", "키를 받아 주지 않아요")
    shop.provider.say("start", fault)
    after = shop.go_on(payment)
    assert (after.state, after.reason_code) == (S.DECLINED, "PAY-05")
    assert shop.checkout.ways() == (PaymentWay.COUNTER,)
    assert shop.checkout.faults() == {PaymentWay.TOSS: "UNAUTHORIZED_KEY"}
    with pytest.raises(ConflictError):
        shop.begin()


def test_a_fault_in_the_confirm_leaves_it_unknown(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), authorised(payment))
    shop.provider.say("confirm", Fault("UNAUTHORIZED_KEY", ""), paid(payment))
    after = shop.go_on(payment)
    assert (after.state, after.reason_code) == (S.UNKNOWN, "PAY-05")
    assert PaymentWay.TOSS not in shop.checkout.ways()
    assert shop.go_on(payment).state is S.PAID
    assert PaymentWay.TOSS in shop.checkout.ways()


# Turning back.


def test_turning_back_before_anything_was_sent_closes_at_once(shop):
    shop.fill(RICE)
    after = shop.checkout.cancel(shop.begin().payment_id)
    assert (after.state, shop.provider.calls) == (S.CANCELLED, [])
    assert shop.state(after) is OrderState.CANCELLED


@pytest.mark.parametrize("answer", ["pending", "authorised", "absent"])
def test_turning_back_at_the_page_closes_once_the_provider_told(shop, answer):
    payment = shop.started(RICE)
    told = {"pending": Pending(), "authorised": authorised(payment), "absent": Absent()}
    wished = shop.checkout.cancel(payment.payment_id)
    assert (wished.state, wished.turned_back) == (S.WAITING, True)
    assert shop.checkout.cancel(payment.payment_id) == wished
    shop.provider.say("inquire", LOST, told[answer])
    assert shop.go_on(payment).is_open
    after = shop.go_on(payment)
    assert (after.state, shop.provider.count("confirm")) == (S.CANCELLED, 0)
    assert shop.orders.order(payment.order_no).events[-1].actor is Actor.SHOPPER


def test_turning_back_too_late_is_said_and_is_paid(shop):
    payment = shop.started(RICE)
    shop.provider.say("inquire", authorised(payment), paid(payment))
    shop.go_on(payment)
    with pytest.raises(PaymentUncertainError):
        shop.checkout.cancel(payment.payment_id)
    with pytest.raises(PaymentUncertainError):
        shop.orders.cancel(payment.order_no)
    assert shop.go_on(payment).state is S.PAID


def test_an_account_that_can_still_be_paid_into_is_not_closed(shop):
    payment = shop.started(RICE)
    shop.checkout.cancel(payment.payment_id)
    shop.provider.say("inquire", Pending(may_still_pay=True))
    assert shop.go_on(payment).is_open


def test_a_success_after_the_cancellation_asks_for_a_refund_and_is_never_an_order(shop):
    """Seed 16."""
    payment = shop.started(RICE)
    shop.provider.say("inquire", Cancelled(), paid(payment))
    shop.go_on(payment)
    report = shop.reconcile()
    (late,) = report.late
    assert (late.state, late.charged_krw, late.is_late) == (S.PAID, 32900, True)
    assert shop.state(payment) is OrderState.REFUND_REQUESTED
    states = [event.state for event in shop.orders.order(payment.order_no).events]
    assert OrderState.PAID not in states
    assert in_cart(shop) == {RICE.name: 1}
    assert report.for_staff == (late,)
    assert shop.provider.count("refund") == 0
    assert shop.reconcile().late == ()


def test_a_shop_may_choose_to_pay_late_money_back_by_itself(shop):
    shop.refunds_late = True
    payment = shop.started(RICE)
    shop.provider.say("inquire", Expired(), paid(payment))
    shop.go_on(payment)
    shop.reconcile()
    assert shop.go_on(payment).state is S.REFUNDED
    assert shop.state(payment) is OrderState.REFUNDED


# Giving back.


def test_a_refund_is_committed_first_and_moves_the_order(shop):
    payment = shop.bought(RICE)
    wished = shop.checkout.refund(payment.order_no, "단순 변심", Actor.SHOPPER)
    assert (wished.state, shop.state(payment)) == (S.REFUNDING, OrderState.REFUND_REQUESTED)
    assert shop.provider.count("refund") == 0
    after = shop.go_on(payment)
    assert (after.state, shop.state(payment)) == (S.REFUNDED, OrderState.REFUNDED)
    assert after.reason == "단순 변심"
    with pytest.raises(ConflictError):
        shop.checkout.refund(payment.order_no, "", Actor.STAFF)


def test_a_lost_refund_is_asked_about_and_repeated_with_its_key(shop):
    payment = shop.bought(RICE)
    shop.checkout.refund(payment.order_no, "단순 변심", Actor.SHOPPER)
    shop.provider.say("refund", LOST, LOST)
    shop.provider.say("inquire", LOST, paid(payment), Refunded(32900))
    assert shop.go_on(payment).state is S.REFUND_UNKNOWN
    assert shop.go_on(payment).inquiries == 2
    assert shop.go_on(payment).state is S.REFUND_UNKNOWN
    assert shop.go_on(payment).state is S.REFUNDED
    keys = [
        k
        for k, call in zip(shop.provider.keys, shop.provider.calls, strict=True)
        if call == "refund"
    ]
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_a_refused_refund_stays_with_the_staff(shop):
    payment = shop.bought(RICE)
    shop.checkout.refund(payment.order_no, "", Actor.SHOPPER)
    shop.provider.say("refund", Declined("NOT_CANCELABLE_PAYMENT", "취소할 수 없는 결제예요"))
    after = shop.go_on(payment)
    assert (after.state, after.reason) == (S.PAID, "취소할 수 없는 결제예요")
    assert shop.checkout.for_staff() == (after,)
    again = shop.checkout.refund(payment.order_no, "", Actor.STAFF)
    assert again.refund_key != after.refund_key
    assert shop.go_on(payment).state is S.REFUNDED


def test_a_part_given_back_is_not_a_refund(shop):
    payment = shop.bought(RICE)
    shop.checkout.refund(payment.order_no, "", Actor.SHOPPER)
    shop.provider.say("refund", Refunded(900, 32000))
    after = shop.go_on(payment)
    assert (after.state, after.reason_code) == (S.REFUND_UNKNOWN, "PAY-04")
    assert shop.state(payment) is OrderState.REFUND_REQUESTED


def test_a_shopper_gives_nothing_back_that_is_being_prepared(shop):
    payment = shop.bought(RICE)
    shop.orders.advance(payment.order_no, OrderState.PREPARING, Actor.STAFF)
    with pytest.raises(ConflictError, match="직원"):
        shop.checkout.refund(payment.order_no, "", Actor.SHOPPER)
    shop.checkout.refund(payment.order_no, "", Actor.STAFF)


# At the counter.


def test_the_counter_takes_the_money_with_the_staffs_pin(shop):
    shop.fill(RICE)
    payment = shop.begin(PaymentWay.COUNTER)
    assert (payment.state, in_cart(shop)) == (S.WAITING, {})
    assert shop.checkout.open_payment() is None
    with pytest.raises(NotFoundError, match="staff-pin set"):
        shop.checkout.confirm_at_counter(payment.order_no, PIN)
    shop.pin.set(PIN)
    with pytest.raises(PinWrongError):
        shop.checkout.confirm_at_counter(payment.order_no, "000000")
    assert shop.state(payment) is OrderState.RECEIVED
    order = shop.checkout.confirm_at_counter(payment.order_no, PIN)
    assert order.state is OrderState.PAID
    assert order.events[-1].actor is Actor.STAFF
    assert shop.checkout.payment(payment.order_no).charged_krw == 32900
    with pytest.raises(ConflictError):
        shop.checkout.confirm_at_counter(payment.order_no, PIN)
    shop.checkout.refund(payment.order_no, "흠집", Actor.SHOPPER)
    assert shop.checkout.for_staff() == (shop.checkout.payment(payment.order_no),)
    assert shop.checkout.pay_back_at_counter(payment.order_no, PIN).state is OrderState.REFUNDED
    assert shop.checkout.payment(payment.order_no).state is S.REFUNDED
    assert shop.provider.calls == []


def test_slips_at_the_counter_hold_up_nobody(shop):
    shop.fill(RICE)
    first = shop.begin(PaymentWay.COUNTER)
    shop.fill(TOFU)
    second = shop.begin(PaymentWay.COUNTER)
    shop.fill(RICE)
    shop.begin()
    cancelled = shop.orders.cancel(first.order_no)
    assert cancelled.state is OrderState.CANCELLED
    assert shop.checkout.payment(first.order_no).state is S.CANCELLED
    assert shop.checkout.cancel(second.payment_id).state is S.CANCELLED


def test_an_order_with_a_provider_is_paid_by_its_word_alone(shop):
    payment = shop.started(RICE)
    with pytest.raises(ConflictError, match="결제 회사의 답"):
        shop.orders.advance(payment.order_no, OrderState.PAID, Actor.STAFF)
    assert shop.state(payment) is OrderState.PAYMENT_REQUESTED


# Reconciliation.


def test_reconciliation_settles_and_compares_the_books(shop):
    done = shop.bought(RICE)
    unknown = shop.started(TOFU)
    shop.provider.say("inquire", paid(unknown, provider_key="pk-2"))
    now = shop.clock.now()
    stranger = f"{done.wire_id[:13]}{'0' * 24}"
    shop.provider.list = (
        Charge("pk-1", done.wire_id, 32900, now),
        Charge("pk-1", done.wire_id, -900, now),
        Charge("pk-9", stranger, 5000, now),
        Charge("pk-8", "eats-ffffffff-of-another-till", 7000, now),
    )
    report = shop.reconcile()
    assert [p.order_no for p in report.settled] == [unknown.order_no]
    assert [c.wire_id for c in report.strangers] == [stranger]
    found = {d.payment.order_no: (d.ours_krw, d.theirs_krw) for d in report.differing}
    assert found == {done.order_no: (32900, 32000), unknown.order_no: (3500, 0)}
    assert (report.compared, report.is_clean) == (True, False)
    assert shop.provider.count("refund") == 0


def test_a_list_that_cannot_be_read_is_no_proof(shop):
    shop.bought(RICE)
    report = shop.reconcile()
    assert (report.compared, report.differing, report.is_clean) == (False, (), True)
