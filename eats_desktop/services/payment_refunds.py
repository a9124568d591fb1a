"""Gives money back: committed first, asked about when the answer was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.payment import (
    KEY_WINDOW,
    Answer,
    Declined,
    Paid,
    Payment,
    PaymentState,
    Refunded,
    StartAnswer,
)

if TYPE_CHECKING:
    from eats_desktop.services.payment_talk import Talk

_PART_BACK = "일부만 돌려준 것으로 나와요."


class PaymentRefunds:
    """Takes REFUNDING and REFUND_UNKNOWN on by one step."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def advance(self, payment: Payment) -> Payment:
        if payment.state is PaymentState.REFUND_UNKNOWN:
            return self._look_up(payment)
        if payment.refund_sent_at is None:
            return self._give_back(payment)
        return self._look_up(self._talk.step(payment, PaymentState.REFUND_UNKNOWN))

    def _give_back(self, payment: Payment) -> Payment:
        sent = self._talk.learn(payment, refund_sent_at=self._talk.clock.now())
        answer = self._talk.ask(
            "refund", sent, lambda way, intent: way.refund(intent, payment.reason)
        )
        if isinstance(answer, Declined) and payment.charged_krw == payment.amount_krw:
            return self._talk.step(
                sent, PaymentState.PAID, reason_code=answer.code, reason=answer.text
            )
        return self._refunded(sent, answer) or self._talk.wait(
            self._talk.step(sent, PaymentState.REFUND_UNKNOWN, reason=payment.reason), answer
        )

    def _look_up(self, payment: Payment) -> Payment:
        answer = self._talk.ask("inquire", payment, lambda way, intent: way.inquire(intent))
        sent_at = payment.refund_sent_at or payment.changed_at
        if isinstance(answer, Paid) and self._talk.clock.now() - sent_at < KEY_WINDOW:
            again = self._talk.step(payment, PaymentState.REFUNDING, reason=payment.reason)
            said = self._talk.ask(
                "refund", again, lambda way, intent: way.refund(intent, again.reason)
            )
            return self._refunded(again, said) or self._talk.wait(
                self._talk.step(
                    again,
                    PaymentState.REFUND_UNKNOWN,
                    reason=again.reason,
                    inquiries=payment.inquiries,
                ),
                said,
            )
        return self._refunded(payment, answer) or self._talk.wait(payment, answer)

    def _refunded(self, payment: Payment, answer: Answer | StartAnswer) -> Payment | None:
        if not isinstance(answer, Refunded):
            return None
        if answer.remaining_krw == 0:
            return self._talk.step(payment, PaymentState.REFUNDED, reason=payment.reason)
        if payment.state is PaymentState.REFUNDING:
            payment = self._talk.step(payment, PaymentState.REFUND_UNKNOWN)
        return self._talk.learn(
            payment,
            reason_code="PAY-04",
            reason=_PART_BACK,
            inquiries=payment.inquiries + 1,
            ask_again_at=self._talk.next_inquiry(payment, payment.inquiries + 1),
        )
