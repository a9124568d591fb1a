"""Between a payment's steps and the outside: commits, tells, asks the provider, counts misses."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.crash_points import CrashPoint, crash_at, within
from eats_desktop.domain.events import CartChanged, InboxChanged, OrdersChanged, PaymentChanged
from eats_desktop.domain.order import Actor
from eats_desktop.domain.payment import Fault, PaymentIntent, Unknown, pause_s

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.order import Order, OrderNo, PaymentWay
    from eats_desktop.domain.payment import (
        Answer,
        Payment,
        PaymentGateway,
        PaymentState,
        StartAnswer,
    )
    from eats_desktop.domain.reminder import InboxDraft
    from eats_desktop.services.payment_ports import Journal, Settled, Ways

logger = logging.getLogger(__name__)

_FAULT_S = 600.0
"""After an operator's fault a way is not offered for so long; then somebody may have mended it."""


class Recorder:
    """Commits a step, then tells; only on the writer's thread."""

    def __init__(
        self,
        journal: Journal,
        notice: Callable[[Order], InboxDraft | None],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self.journal = journal
        self._notice = notice
        self._clock = clock
        self._publish = publish

    def step(
        self, payment: Payment, to: PaymentState, actor: Actor = Actor.PROVIDER, **learned: Any
    ) -> Settled:
        settled = self.journal.step(payment, to, self._clock.now(), self._notice, actor, **learned)
        with within(to.value):
            crash_at(CrashPoint.AFTER_COMMIT)
        self._publish(PaymentChanged(settled.payment))
        if settled.order_moved:
            self._publish(OrdersChanged())
        if settled.cart_changed:
            self._publish(CartChanged())
        if settled.arrived:
            self._publish(InboxChanged(settled.arrived, quiet=actor is Actor.SHOPPER))
        return settled

    def learn(self, payment: Payment, **learned: Any) -> Payment:
        after = self.journal.learn(payment, self._clock.now(), **learned)
        self._publish(PaymentChanged(after))
        return after


class Talk:
    """On the payment thread: calls to a provider block for up to a minute.

    `write` runs work on the writer's thread and waits for it.
    """

    def __init__(
        self,
        recorder: Recorder,
        order: Callable[[OrderNo], Order],
        ways: Ways,
        write: Callable[[Callable[[], Any]], Any],
        clock: Clock,
    ) -> None:
        self._recorder = recorder
        self._ways = ways
        self._write = write
        self._faults: dict[PaymentWay, tuple[str, float]] = {}
        self.order = order
        self.clock = clock

    def faults(self) -> dict[PaymentWay, str]:
        """Return the ways that the operator has to mend, with the provider's code."""
        since = self.clock.monotonic() - _FAULT_S
        return {way: code for way, (code, at) in [*self._faults.items()] if at > since}

    def ask(
        self,
        call: str,
        payment: Payment,
        ask: Callable[[PaymentGateway, PaymentIntent], Answer | StartAnswer],
    ) -> Answer | StartAnswer:
        intent = self._intent(payment)
        with within(call):
            crash_at(CrashPoint.BEFORE_SEND)
            answer = ask(self._ways.gateway(payment.way), intent)
            crash_at(CrashPoint.AFTER_ANSWER)
        if isinstance(answer, Fault):
            logger.error("%s of order %s: %s", call, payment.order_no, answer.code)
            self._faults[payment.way] = (answer.code, self.clock.monotonic())
        elif isinstance(answer, Unknown):
            logger.warning("%s of order %s: %s", call, payment.order_no, answer.reason)
        else:
            self._faults.pop(payment.way, None)
        return answer

    def step(
        self, payment: Payment, to: PaymentState, actor: Actor = Actor.PROVIDER, **learned: Any
    ) -> Payment:
        after: Payment = self._write(
            lambda: self._recorder.step(payment, to, actor, **learned)
        ).payment
        return after

    def learn(self, payment: Payment, **learned: Any) -> Payment:
        after: Payment = self._write(lambda: self._recorder.learn(payment, **learned))
        return after

    def wait(self, payment: Payment, answer: Answer | StartAnswer | None = None) -> Payment:
        """Keep that an inquiry brought nothing, and when to ask again."""
        misses = payment.inquiries + 1
        learned: dict[str, Any] = {}
        if isinstance(answer, Fault):
            learned = {"reason_code": "PAY-05"}
        return self.learn(
            payment, inquiries=misses, ask_again_at=self.next_inquiry(payment, misses), **learned
        )

    def next_inquiry(self, payment: Payment, misses: int) -> datetime:
        now = self.clock.now()
        return now + timedelta(seconds=pause_s(replace(payment, inquiries=misses), now))

    def _intent(self, payment: Payment) -> PaymentIntent:
        order = self.order(payment.order_no)
        return PaymentIntent(
            payment.wire_id,
            order.total_krw,
            order.title,
            payment.idempotency_key,
            payment.provider_key,
            payment.refund_key,
        )
