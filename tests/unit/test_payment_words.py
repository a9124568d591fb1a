"""What the checkout says of a payment: the truth of its state, never more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.order import OrderNo, PaymentWay
from eats_desktop.domain.payment import Payment, PaymentState
from eats_desktop.viewmodels.payment_words import payment_words
from tests.helpers.listings import at

NOON = at(12)
PAYMENT = Payment(
    1, OrderNo(NOON.date(), 7), "r", "k", PaymentWay.TOSS, 29800, PaymentState.WAITING, NOON, NOON
)
ASKING = "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."


def words(state, now=NOON, *, is_slow=False, **changes):
    return payment_words(replace(PAYMENT, state=state, **changes), now, is_slow=is_slow)


@pytest.mark.parametrize(
    "state", [PaymentState.CREATED, PaymentState.WAITING, PaymentState.CONFIRMING]
)
def test_under_way_it_is_asked_not_to_pay_again_after_three_seconds(state):
    assert words(state).title == "결제 진행 중"
    assert ASKING not in words(state).help
    assert ASKING in words(state, is_slow=True).help
    assert words(state).step == 3


def test_the_page_is_named_as_the_place_to_pay_however_slow():
    slow = words(PaymentState.WAITING, is_slow=True, page_url="https://pay.example/1")
    assert "결제 화면에서" in slow.help
    assert ASKING in slow.help


def test_unknown_is_never_called_failed_and_names_whom_to_ask():
    young = words(PaymentState.UNKNOWN)
    old = words(PaymentState.UNKNOWN, NOON + timedelta(hours=2))
    assert (young.step, young.title) == (4, ASKING)
    assert str(PAYMENT.order_no) in young.support
    assert young.support != old.support


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (PaymentState.PAID, "결제가 끝났어요"),
        (PaymentState.DECLINED, "결제가 되지 않았어요."),
        (PaymentState.CANCELLED, "결제를 취소했어요. 청구되지 않았어요."),
        (PaymentState.EXPIRED, "결제가 완료되지 않았어요. 청구되지 않았어요."),
        (PaymentState.MISMATCH, "금액이 맞지 않아 결제를 멈췄어요."),
        (PaymentState.REFUND_UNKNOWN, "환불을 확인하고 있어요"),
        (PaymentState.REFUNDED, "환불이 끝났어요"),
    ],
)
def test_every_end_has_its_words(state, title):
    assert words(state).title == title
    assert words(state).step == 4


def test_a_reason_stands_beside_the_refusal():
    declined = words(PaymentState.DECLINED, reason="한도를 넘었어요.")
    assert declined.title == "결제가 되지 않았어요. (한도를 넘었어요)"


def test_at_the_counter_the_number_is_what_counts():
    slip = words(PaymentState.WAITING, way=PaymentWay.COUNTER, is_slow=True)
    assert slip.title == f"주문 번호 {PAYMENT.order_no}"
    assert "아직 결제되지 않았어요" in slip.help
    assert ASKING not in slip.help


def test_turning_back_is_not_yet_cancelled():
    turning = words(PaymentState.WAITING, turned_back=True)
    assert turning.title == "결제를 그만두는 중이에요"
