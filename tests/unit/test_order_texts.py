"""How an order is written: its steps, what is known of the money, sums that fit together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from eats_desktop.domain.order import (
    Actor,
    Order,
    OrderEvent,
    OrderLine,
    OrderNo,
    OrderState,
    PaymentWay,
)
from eats_desktop.domain.order_list import OrderHead
from eats_desktop.domain.payment import Payment, PaymentState
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.viewmodels.order_rows import OrderSums, line_row, order_row, sums
from eats_desktop.viewmodels.order_texts import ASKING, payment_texts, steps

S = OrderState
AT = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
NOW = AT + timedelta(hours=1)
NO = OrderNo(AT.date(), 7)


def line(krw=10_000, quantity=2, listed=None):
    return OrderLine(ProductKey("kok", "1"), "들녘 햅쌀", None, quantity, krw, listed)


LINE = line()


def order(*states, lines=(LINE,), way=PaymentWay.TOSS):
    events = tuple(
        OrderEvent(number, state, AT, Actor.STAFF, "까닭" if state is S.CANCELLED else "")
        for number, state in enumerate((S.RECEIVED, *states), 1)
    )
    return Order(NO, "k", way, AT, tuple(lines), events)


def payment(state, way=PaymentWay.TOSS, **values):
    return Payment(1, NO, "k", "i", way, 20_000, state, AT, AT, **values)


def written(found):
    return [(row.text, row.kind) for row in steps(found, NOW)]


def test_steps_to_come_follow_those_taken():
    assert written(order(S.PAYMENT_REQUESTED, S.PAID)) == [
        ("주문 접수", "done"),
        ("결제 시작", "done"),
        ("결제 완료", "now"),
        ("상품 준비 중", "ahead"),
        ("배송 중", "ahead"),
        ("배송 완료", "ahead"),
    ]
    assert written(order(S.PAYMENT_REQUESTED))[1] == ("결제 확인 중", "now")


def test_after_a_cancel_nothing_is_to_come_and_a_refund_awaits_its_end():
    assert written(order(S.CANCELLED)) == [("주문 접수", "done"), ("주문 취소", "ended")]
    asked = written(order(S.PAYMENT_REQUESTED, S.PAID, S.REFUND_REQUESTED))
    assert asked[-2:] == [("환불 요청", "now"), ("환불 완료", "ahead")]


def test_a_step_says_when_who_and_why():
    step = steps(order(S.CANCELLED), NOW)[-1]
    assert (step.whenText, step.whoText, step.reason) == (
        "11월 25일 (수) 20:00",
        "직원이 했어요",
        "까닭",
    )
    assert step.spokenText == "주문 취소, 11월 25일 (수) 20:00, 직원이 했어요, 까닭, 지금 상태"


@pytest.mark.parametrize("state", [PaymentState.CONFIRMING, PaymentState.UNKNOWN])
def test_a_lost_answer_is_never_called_failed(state):
    found = payment_texts(order(S.PAYMENT_REQUESTED), payment(state))
    assert (found.words, found.kind) == (ASKING, "warn")
    assert ASKING == "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."


@pytest.mark.parametrize("state", PaymentState)
def test_every_state_of_a_payment_has_its_words(state):
    assert payment_texts(order(S.PAYMENT_REQUESTED), payment(state)).words


@pytest.mark.parametrize(
    ("found", "paid", "words"),
    [
        (order(), None, "아직 결제되지 않았어요."),
        (order(S.CANCELLED), None, "결제하지 않고 취소한 주문이에요. 청구되지 않았어요."),
        (order(), payment(PaymentState.WAITING, PaymentWay.COUNTER), "계산대에서 주문 번호를"),
        (order(), payment(PaymentState.WAITING, turned_back=True), "결제 회사의 답을 기다려요"),
        (order(), payment(PaymentState.DECLINED, reason="한도 초과"), "(한도 초과)"),
        (
            order(S.PAYMENT_REQUESTED, S.PAID, S.REFUND_REQUESTED),
            payment(PaymentState.PAID),
            "20,000원을 돌려 드릴 거예요.",
        ),
    ],
)
def test_no_more_is_said_of_the_money_than_is_known(found, paid, words):
    assert words in payment_texts(found, paid).words


def test_seed_17_two_at_ten_thousand_are_twenty_thousand():
    row = line_row(1, line(), {})
    assert (row.eachText, row.sumText, row.listText) == ("10,000원 × 2개", "20,000원", "")
    assert sums(order()) == OrderSums(20_000, None, None)


def test_list_price_less_discount_is_the_total_whatever_is_not_known():
    found = order(lines=(line(listed=12_500), line(3_000, 1), line(5_000, 1, listed=4_000)))
    assert sums(found) == OrderSums(28_000, 33_000, 5_000)
    row = line_row(1, found.lines[0], {})
    assert (row.listText, row.discountText) == ("12,500원", "20%")
    assert line_row(3, found.lines[2], {}).listText == ""


@pytest.mark.parametrize(
    ("state", "paid_at", "note"),
    [
        (S.RECEIVED, None, "아직 결제하지 않았어요"),
        (S.CANCELLED, None, "결제하지 않았어요"),
        (S.CANCELLED, AT, ""),
        (S.DELIVERED, AT, ""),
        (S.REFUNDED, AT, ""),
    ],
)
def test_orders_never_paid_are_told_apart(state, paid_at, note):
    head = OrderHead(NO, state, AT, paid_at, 20_000, "들녘 햅쌀", 1, 2)
    row = order_row(head, NOW)
    assert row.noteText == note
    assert (note in row.spokenText) is True


def test_an_order_of_another_year_says_so():
    head = OrderHead(NO, S.PAID, AT, AT, 20_000, "들녘 햅쌀", 1, 2)
    assert order_row(head, AT.replace(year=2027)).dayText == "2026년 11월 25일 (수)"
