"""How orders and their payments are written: states, ways, steps taken and steps to come."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import BOUGHT, STATE_WORDS, Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import PaymentState
from eats_desktop.viewmodels.payment_words import WAY_WORDS
from eats_desktop.viewmodels.texts import clock_text, day_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.order import Order, OrderEvent
    from eats_desktop.domain.payment import Payment

_S = OrderState
STATE_KINDS: Mapping[OrderState, str] = MappingProxyType(
    {
        _S.RECEIVED: "info",
        _S.PAYMENT_REQUESTED: "warn",
        _S.PAID: "ok",
        _S.PREPARING: "ok",
        _S.SHIPPING: "ok",
        _S.DELIVERED: "ok",
        _S.CANCELLED: "cancelled",
        _S.REFUND_REQUESTED: "moved",
        _S.REFUNDED: "ended",
    }
)
"""The tone of each state, as Theme.tone knows it."""

_WHO: Mapping[Actor, str] = MappingProxyType(
    {
        Actor.SHOPPER: "내가 했어요",
        Actor.STAFF: "직원이 했어요",
        Actor.PROVIDER: "결제 회사가 알렸어요",
        Actor.SYSTEM: "프로그램이 했어요",
    }
)
_WAY_OF_AN_ORDER = (_S.RECEIVED, _S.PAID, _S.PREPARING, _S.SHIPPING, _S.DELIVERED)
_STEP_WORDS = {**STATE_WORDS, _S.PAYMENT_REQUESTED: "결제 시작"}
_ENDS = frozenset({_S.CANCELLED, _S.REFUNDED})

ASKING = "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of an order; `kind` done, now, ended (nothing follows) or ahead."""

    key: str
    kind: str
    text: str
    whenText: str
    whoText: str
    reason: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class PaymentTexts:
    """`kind` is a tone; `fact` how, how much and when, "" where nothing was paid."""

    kind: str
    words: str
    fact: str = ""


def way_text(way: PaymentWay) -> str:
    name = WAY_WORDS[way][0]
    return f"{name} (실제로 청구되지 않아요)" if way is PaymentWay.DEMO else name


def long_day(instant: datetime, now: datetime) -> str:
    """Write the day, with its year when that is not this one."""
    day, today = korean_day(instant), korean_day(now)
    return day_text(day) if day.year == today.year else f"{day.year}년 {day_text(day)}"


def steps(order: Order, now: datetime) -> list[StepRow]:
    """Return what happened, the oldest first, then what is still to come on the usual way."""
    rows = [_taken(order, event, now) for event in order.events]
    taken = {event.state for event in order.events}
    if order.state is _S.REFUND_REQUESTED:
        ahead: Sequence[OrderState] = (_S.REFUNDED,)
    elif order.state in _ENDS:
        ahead = ()
    else:
        ahead = [state for state in _WAY_OF_AN_ORDER if state not in taken]
    return rows + [_to_come(state) for state in ahead]


def _taken(order: Order, event: OrderEvent, now: datetime) -> StepRow:
    last = event is order.events[-1]
    kind = "done" if not last else "ended" if order.state in _ENDS else "now"
    text = STATE_WORDS[event.state] if last else _STEP_WORDS[event.state]
    when = f"{long_day(event.at, now)} {clock_text(event.at)}"
    who = _WHO[event.actor]
    said = (text, when, who, event.reason, "지금 상태" if last else "")
    return StepRow(
        key=str(event.number),
        kind=kind,
        text=text,
        whenText=when,
        whoText=who,
        reason=event.reason,
        spokenText=", ".join(part for part in said if part),
    )


def _to_come(state: OrderState) -> StepRow:
    text = STATE_WORDS[state]
    return StepRow(state.value, "ahead", text, "", "", "", f"{text}, 아직이에요")


def payment_texts(order: Order, payment: Payment | None) -> PaymentTexts:
    """Say what is known of the money, and no more than that."""
    if payment is None:
        return _without_payment(order)
    fact = _fact(payment)
    won = format_won(payment.amount_krw)
    said: Mapping[PaymentState, tuple[str, str]] = {
        PaymentState.CREATED: _under_way(payment),
        PaymentState.WAITING: _under_way(payment),
        PaymentState.CONFIRMING: ("warn", ASKING),
        PaymentState.UNKNOWN: ("warn", ASKING),
        PaymentState.PAID: ("ok", "결제가 끝났어요."),
        PaymentState.DECLINED: ("error", _because("결제가 되지 않았어요.", payment.reason)),
        PaymentState.CANCELLED: ("info", "결제를 취소했어요. 청구되지 않았어요."),
        PaymentState.EXPIRED: ("info", "결제 시간이 지났어요. 청구되지 않았어요."),
        PaymentState.MISMATCH: (
            "error",
            "금액이 맞지 않아 결제를 멈췄어요. 직원에게 알려 주세요.",
        ),
        PaymentState.REFUNDING: ("warn", "환불을 확인하고 있어요. 다시 요청하지 마세요."),
        PaymentState.REFUND_UNKNOWN: ("warn", "환불을 확인하고 있어요. 다시 요청하지 마세요."),
        PaymentState.REFUNDED: ("ok", f"{won}을 돌려 드렸어요."),
    }
    if order.state is _S.REFUND_REQUESTED and payment.state is PaymentState.PAID:
        here = payment.way is PaymentWay.COUNTER
        words = f"계산대에서 {won}을 돌려받으세요." if here else f"{won}을 돌려 드릴 거예요."
        return PaymentTexts("warn", words, fact)
    return PaymentTexts(*said[payment.state], fact=fact)


def _under_way(payment: Payment) -> tuple[str, str]:
    if payment.way is PaymentWay.COUNTER:
        return "info", "계산대에서 주문 번호를 말하고 결제해 주세요. 아직 결제되지 않았어요."
    if payment.turned_back:
        return "warn", "결제를 그만두고 있어요. 결제 회사의 답을 기다려요."
    return "info", "결제 진행 중이에요. 아직 결제되지 않았어요."


def _without_payment(order: Order) -> PaymentTexts:
    paid = [event for event in order.events if event.state is _S.PAID]
    if paid:
        at = paid[0].at.astimezone(KST)
        fact = f"{format_won(order.total_krw)} · {at:%Y-%m-%d %H:%M}"
        return PaymentTexts("ok", "결제가 끝났어요.", fact)
    if order.state is _S.CANCELLED:
        return PaymentTexts("info", "결제하지 않고 취소한 주문이에요. 청구되지 않았어요.")
    return PaymentTexts("info", "아직 결제되지 않았어요.")


def _fact(payment: Payment) -> str:
    if payment.charged_krw is None:
        return ""
    return " · ".join(part for part in (payment.method, format_won(payment.charged_krw)) if part)


def _because(words: str, reason: str) -> str:
    return f"{words} ({reason})" if reason else words


def never_paid_text(state: OrderState, paid_at: datetime | None) -> str:
    """Tell an order that was never paid apart from a bought one, "" for the latter."""
    if paid_at is not None or state in BOUGHT:
        return ""
    return "결제하지 않았어요" if state is _S.CANCELLED else "아직 결제하지 않았어요"
