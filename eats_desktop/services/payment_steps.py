"""Takes a payment on by one step: what to ask the provider, and what its answer makes of it."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.order import Actor
from eats_desktop.domain.payment import (
    KEY_WINDOW,
    PAID_LATE,
    POLL_S,
    SESSION,
    STAFF_AFTER,
    Absent,
    Answer,
    Authorised,
    Cancelled,
    Declined,
    Expired,
    Fault,
    Paid,
    Payment,
    PaymentState,
    Pending,
    Refunded,
    StartAnswer,
    Started,
)
from eats_desktop.services.payment_refunds import PaymentRefunds

if TYPE_CHECKING:
    from eats_desktop.services.payment_talk import Talk

logger = logging.getLogger(__name__)

_WON = "KRW"
NOT_CHARGED = "결제를 취소했어요. 청구되지 않았어요."
EXPIRED = "결제가 완료되지 않았어요. 청구되지 않았어요."
_GIVEN_BACK = "결제 회사에서 결제를 취소해 돈을 돌려줬어요."
_WRONG_AMOUNT = "금액이 맞지 않아 결제를 멈췄어요."
_NOT_OURS = "다른 주문의 결제가 돌아와 결제를 멈췄어요."
_PAID_LATE = "취소한 뒤에 결제됐어요. 모두 돌려 드려요."


class PaymentSteps:
    """On the payment thread: the calls to a provider block for up to a minute."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._refunds = PaymentRefunds(talk)

    def advance(self, payment: Payment) -> Payment:
        """Take the step that is next; a settled payment is returned as it is."""
        match payment.state:
            case PaymentState.CREATED:
                return self._start(payment)
            case PaymentState.WAITING | PaymentState.UNKNOWN:
                return self._look_up(payment)
            case PaymentState.CONFIRMING:
                return self._look_up(self._talk.step(payment, PaymentState.UNKNOWN))
            case PaymentState.REFUNDING | PaymentState.REFUND_UNKNOWN:
                return self._refunds.advance(payment)
        return payment

    def look_late(self, payment: Payment) -> Payment:
        """Ask about a payment that was closed without money; one that is paid asks it back."""
        answer = self._talk.ask("inquire", payment, lambda way, intent: way.inquire(intent))
        if isinstance(answer, Paid) and self._trouble(payment, answer) is None:
            logger.error("order %s was charged after it was closed", payment.order_no)
            return self._paid(payment, answer)
        return payment

    def _start(self, payment: Payment) -> Payment:
        if payment.turned_back:
            return self._close(payment, PaymentState.CANCELLED, "PAY-06", NOT_CHARGED)
        sent = self._talk.step(payment, PaymentState.WAITING)
        answer = self._talk.ask("start", sent, lambda way, intent: way.start(intent))
        if isinstance(answer, Started):
            return self._talk.learn(
                sent,
                page_url=answer.page_url,
                expires_at=answer.expires_at or self._talk.clock.now() + SESSION,
                provider_key=answer.provider_key,
            )
        if isinstance(answer, Declined):
            return self._close(sent, PaymentState.DECLINED, answer.code, answer.text)
        if isinstance(answer, Fault):
            return self._close(sent, PaymentState.DECLINED, "PAY-05", answer.text)
        lost = self._talk.step(sent, PaymentState.UNKNOWN, inquiries=payment.inquiries)
        return self._talk.wait(lost, answer)

    def _look_up(self, payment: Payment) -> Payment:
        if payment.state is PaymentState.WAITING and not payment.was_started:
            payment = self._talk.step(payment, PaymentState.UNKNOWN)  # the start's answer was lost
        answer = self._talk.ask("inquire", payment, lambda way, intent: way.inquire(intent))
        match answer:
            case Pending():
                return self._pending(payment, answer)
            case Authorised():
                return self._authorised(payment, answer)
            case Absent():
                return self._absent(payment)
            case Refunded(remaining_krw=0):
                return self._close(payment, PaymentState.CANCELLED, "PAY-06", _GIVEN_BACK)
            case Refunded():
                left = answer.remaining_krw
                return self._close(
                    payment, PaymentState.MISMATCH, "PAY-04", _WRONG_AMOUNT, charged_krw=left
                )
        return self._ended(payment, answer) or self._talk.wait(payment, answer)

    def _ended(self, payment: Payment, answer: Answer | StartAnswer) -> Payment | None:
        """Take a definite answer; None when it is not definite."""
        match answer:
            case Paid():
                trouble = self._trouble(payment, answer)
                if trouble is not None:
                    return self._mismatch(payment, trouble, answer.amount_krw)
                return self._paid(payment, answer)
            case Declined():
                return self._close(payment, PaymentState.DECLINED, answer.code, answer.text)
            case Cancelled():
                return self._close(payment, PaymentState.CANCELLED, "PAY-06", NOT_CHARGED)
            case Expired():
                return self._close(payment, PaymentState.EXPIRED, "PAY-06", EXPIRED)
        return None

    def _pending(self, payment: Payment, answer: Pending) -> Payment:
        if payment.confirm_sent_at is not None:
            return self._talk.wait(payment)
        if payment.turned_back and not answer.may_still_pay:
            return self._close(payment, PaymentState.CANCELLED, "PAY-06", NOT_CHARGED)
        page = payment.page_url or answer.page_url
        if payment.state is PaymentState.WAITING:
            again = self._talk.clock.now() + timedelta(seconds=POLL_S)
            return self._talk.learn(payment, inquiries=0, ask_again_at=again)
        if page is None and not payment.was_started:
            return self._start(payment) if self._knows_key(payment) else self._talk.wait(payment)
        ends = payment.expires_at or self._talk.clock.now() + SESSION
        return self._talk.step(payment, PaymentState.WAITING, page_url=page, expires_at=ends)

    def _absent(self, payment: Payment) -> Payment:
        """The provider knows nothing: never sent, given up, or not seen there yet."""
        if payment.confirm_sent_at is not None:
            return self._talk.wait(payment)
        if payment.turned_back:
            return self._close(payment, PaymentState.CANCELLED, "PAY-06", NOT_CHARGED)
        if not payment.was_started and self._knows_key(payment):
            return self._start(payment)
        ends = payment.expires_at or payment.created_at + SESSION
        if self._talk.clock.now() > ends + STAFF_AFTER:
            return self._close(payment, PaymentState.EXPIRED, "PAY-06", EXPIRED)
        return self._talk.wait(payment)

    def _knows_key(self, payment: Payment) -> bool:
        """The provider still answers a repeated call as the first one."""
        return self._talk.clock.now() - payment.created_at < KEY_WINDOW

    def _authorised(self, payment: Payment, answer: Authorised) -> Payment:
        trouble = self._trouble(payment, answer)
        if trouble is not None:
            return self._mismatch(payment, trouble, None)
        if payment.turned_back and payment.confirm_sent_at is None:
            return self._close(payment, PaymentState.CANCELLED, "PAY-06", NOT_CHARGED)
        now = self._talk.clock.now()
        first_sent = payment.confirm_sent_at
        if first_sent is not None and now - first_sent >= KEY_WINDOW:
            return self._talk.wait(payment)
        sent = self._talk.step(
            payment,
            PaymentState.CONFIRMING,
            provider_key=answer.provider_key,
            confirm_sent_at=first_sent or now,
        )
        said = self._talk.ask("confirm", sent, lambda way, intent: way.confirm(intent))
        if first_sent is None or isinstance(said, Paid):
            ended = self._ended(sent, said)
            if ended is not None:
                return ended
        # A refusal of the second call says nothing about the first: the inquiry decides.
        lost = self._talk.step(sent, PaymentState.UNKNOWN, inquiries=payment.inquiries)
        return self._talk.wait(lost, said)

    def _trouble(self, payment: Payment, answer: Paid | Authorised) -> str | None:
        """Compare a positive answer with the journal and with the order's lines themselves."""
        known, named = payment.provider_key, answer.wire_id
        if named is not None and named != payment.wire_id:
            return _NOT_OURS
        if known is not None and known != answer.provider_key:
            return _NOT_OURS
        due = self._talk.order(payment.order_no).total_krw
        same = answer.amount_krw == due == payment.amount_krw
        return None if same and answer.currency == _WON else _WRONG_AMOUNT

    def _paid(self, payment: Payment, answer: Paid) -> Payment:
        late: dict[str, Any] = (
            {} if payment.is_open else {"reason_code": PAID_LATE, "reason": _PAID_LATE}
        )
        return self._talk.step(
            payment,
            PaymentState.PAID,
            **late,
            provider_key=answer.provider_key,
            charged_krw=answer.amount_krw,
            method=answer.method,
            receipt_url=answer.receipt_url,
        )

    def _mismatch(self, payment: Payment, reason: str, charged_krw: int | None) -> Payment:
        logger.error("order %s: %s", payment.order_no, reason)
        return self._close(
            payment, PaymentState.MISMATCH, "PAY-04", reason, charged_krw=charged_krw
        )

    def _close(
        self, payment: Payment, to: PaymentState, code: str, reason: str, **learned: Any
    ) -> Payment:
        actor = Actor.SHOPPER if payment.turned_back else Actor.PROVIDER
        return self._talk.step(payment, to, actor, reason_code=code, reason=reason, **learned)
