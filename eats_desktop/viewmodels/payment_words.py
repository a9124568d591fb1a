"""What the checkout says of a payment in each of its states; pure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import PaymentState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.payment import Payment

_S = PaymentState
_ASKING = "결제 결과를 확인하고 있어요. 다시 결제하지 마세요."
_NOT_CHARGED = "청구되지 않았어요. 장바구니는 그대로 있어요."

WAY_WORDS: Mapping[PaymentWay, tuple[str, str]] = MappingProxyType(
    {
        PaymentWay.COUNTER: ("계산대에서 결제", "주문 번호를 받아 계산대에서 결제해요."),
        PaymentWay.TOSS: (
            "간편결제(토스)",
            "결제 회사 화면을 브라우저나 휴대전화로 열어 결제해요.",
        ),
        PaymentWay.DEMO: ("시연용 결제", "결제 흐름을 보여 줄 뿐, 실제로 청구되지 않아요."),
    }
)


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """`step` is 3 while the shopper has something to do or to wait for, else 4 (the result).

    `support` says whom to ask and with which number, "" where nobody is needed.
    """

    step: int
    kind: str
    title: str
    help: str = ""
    support: str = ""


def payment_words(payment: Payment, now: datetime, *, is_slow: bool = False) -> PaymentWords:
    """Say where a payment stands; `is_slow`: no result for three seconds."""
    if payment.state in (_S.CREATED, _S.WAITING, _S.CONFIRMING):
        return _under_way(payment, is_slow=is_slow)
    if payment.state is _S.UNKNOWN:
        help_ = "답이 오면 저절로 바뀌어요. 그동안 다른 화면을 써도 괜찮아요."
        return PaymentWords(4, "warn", _ASKING, help_, _support(payment, now))
    if payment.state in (_S.REFUNDING, _S.REFUND_UNKNOWN):
        help_ = "환불을 요청했고 결제 회사의 답을 기다려요."
        return PaymentWords(4, "warn", "환불을 확인하고 있어요", help_, _support(payment, now))
    return _result(payment)


def _under_way(payment: Payment, *, is_slow: bool) -> PaymentWords:
    if payment.way is PaymentWay.COUNTER:
        help_ = "계산대에서 이 번호를 말하고 결제해 주세요. 아직 결제되지 않았어요."
        return PaymentWords(3, "info", f"주문 번호 {payment.order_no}", help_)
    if payment.turned_back:
        help_ = "청구되지 않는지 결제 회사에 확인하고 있어요. 다시 결제하지 마세요."
        return PaymentWords(3, "info", "결제를 그만두는 중이에요", help_)
    if payment.page_url:
        where = "결제 화면에서 결제를 마쳐 주세요. 끝나면 여기에 저절로 보여 드려요."
        return PaymentWords(3, "info", "결제 진행 중", f"{where} {_ASKING}" if is_slow else where)
    return PaymentWords(3, "info", "결제 진행 중", _ASKING if is_slow else "잠시만 기다려 주세요.")


def _result(payment: Payment) -> PaymentWords:
    if payment.is_late:
        help_ = "주문하지 않았어요. 돈은 모두 돌려 드려요."
        return PaymentWords(4, "warn", "취소한 뒤에 결제됐어요", help_, _ask_staff(payment))
    if payment.state is _S.PAID:
        return PaymentWords(4, "ok", "결제가 끝났어요", "주문을 접수했어요.")
    if payment.state is _S.DECLINED:
        why = f" ({payment.reason.rstrip('.')})" if payment.reason else ""
        return PaymentWords(4, "error", f"결제가 되지 않았어요.{why}", _NOT_CHARGED)
    if payment.state is _S.CANCELLED:
        help_ = payment.reason or "장바구니는 그대로 있어요."
        return PaymentWords(4, "info", "결제를 취소했어요. 청구되지 않았어요.", help_)
    if payment.state is _S.EXPIRED:
        return PaymentWords(
            4, "warn", "결제가 완료되지 않았어요. 청구되지 않았어요.", "장바구니는 그대로 있어요."
        )
    if payment.state is _S.REFUNDED:
        return PaymentWords(4, "ok", "환불이 끝났어요", "결제한 금액을 모두 돌려 드렸어요.")
    return PaymentWords(
        4, "error", "금액이 맞지 않아 결제를 멈췄어요.", "주문하지 않았어요.", _ask_staff(payment)
    )


def _support(payment: Payment, now: datetime) -> str:
    if payment.is_for_staff(now):
        return _ask_staff(payment)
    return f"오래 걸리면 가게에 주문 번호를 알려 주세요: {payment.order_no}"


def _ask_staff(payment: Payment) -> str:
    return f"가게에 주문 번호를 알려 주세요: {payment.order_no}. 확인하고 도와드릴게요."
