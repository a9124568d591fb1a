"""Checkout (결제): begins payments, takes them on step by step, never says more than is known."""

from __future__ import annotations

import logging
import secrets
import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import (
    ConflictError,
    InputError,
    NotFoundError,
    PaymentUncertainError,
    StorageFullError,
)
from eats_desktop.domain.events import PaymentChanged
from eats_desktop.domain.order import NEXT, Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import LATE_LOOK, Payment, PaymentState, ReconcileReport
from eats_desktop.services.payment_steps import NOT_CHARGED, PaymentSteps
from eats_desktop.services.payment_talk import Recorder, Talk
from eats_desktop.services.reconciling import Reconciliation

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.services.order_service import OrderService, OrderSlip
    from eats_desktop.services.payment_ports import Journal, Ways
    from eats_desktop.services.pin import PinBook

logger = logging.getLogger(__name__)

_JUST_BEGUN = timedelta(minutes=1)
_LATE = "취소한 뒤에 결제됐어요"
_NEVER_SENT = "결제를 시작하기 전에 끝났어요. 청구되지 않았어요."


class CheckoutService:
    """`begin`, `cancel`, `refund` and the counter's calls are local and for the writer's thread;
    `advance` and `reconcile` talk to the provider and are for the payment thread alone (or for
    a command of the command line). The rest reads. Each change publishes PaymentChanged."""

    def __init__(
        self,
        journal: Journal,
        orders: OrderService,
        ways: Ways,
        pin: PinBook,
        write: Callable[[Callable[[], Any]], Any],
        has_room: Callable[[], bool],
        refunds_late: Callable[[], bool],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._journal = journal
        self._orders = orders
        self._ways = ways
        self._pin = pin
        self._write = write
        self._has_room = has_room
        self._refunds_late = refunds_late
        self._clock = clock
        self._publish = publish
        self._recorder = Recorder(journal, orders.notice, clock, publish)
        self._talk = Talk(self._recorder, orders.order, ways, write, clock)
        self._steps = PaymentSteps(self._talk)
        self._reconciliation = Reconciliation(journal, self._steps, ways, clock)
        self._one_at_a_time = threading.Lock()

    def ways(self) -> tuple[PaymentWay, ...]:
        """Return how one can pay now; a way with an operator's fault is left out."""
        faults = self._talk.faults()
        return tuple(way for way in self._ways.offered() if way not in faults)

    def begin(
        self, slip: OrderSlip, way: PaymentWay, *, consented: bool, accepts_raised: bool = False
    ) -> Payment:
        """Make the order and the intent to pay in one durable transaction; nothing is sent.

        The same slip gives the same payment, however often. ConflictError when there is nothing
        to order, when price, stock or cart is no longer as on the slip, when a raised price was
        not accepted; PaymentOpenError (PAY-03, `order_no`) while another payment is open;
        InputError without consent; StorageFullError (DB-03) before anything was sent.
        """
        known = self._orders.of_request(slip.request_key)
        if known is None:
            self._require(way, consented=consented)
            known = self._orders.create(slip, way, accepts_raised=accepts_raised)
        payment = self._journal.of_order(known.order_no)
        if payment is None:
            raise NotFoundError(f"결제를 찾을 수 없어요: 주문 {known.order_no}")
        self._publish(PaymentChanged(payment))
        return payment

    def advance(self, payment_id: int) -> Payment:
        """Take the one step that is next: start, inquire, confirm or refund, and return the
        payment after it. The journal row of a step is committed before its call."""
        with self._one_at_a_time:
            payment = self._journal.payment(payment_id)
            if payment is None:
                raise NotFoundError(f"결제를 찾을 수 없어요: {payment_id}")
            return self._steps.advance(payment)

    def cancel(self, payment_id: int) -> Payment:
        """The shopper turns back. Closes at once where nothing was sent; else marks the wish
        (`turned_back`), and the next `advance` asks the provider before it closes.
        PaymentUncertainError (PAY-02) once a confirm was sent."""
        payment = self._journal.payment(payment_id)
        if payment is None:
            raise NotFoundError(f"결제를 찾을 수 없어요: {payment_id}")
        if payment.state is PaymentState.CREATED or payment.way is PaymentWay.COUNTER:
            return self._recorder.step(
                payment,
                PaymentState.CANCELLED,
                Actor.SHOPPER,
                reason_code="PAY-06",
                reason=NOT_CHARGED,
            ).payment
        if payment.turned_back or not payment.is_open:
            return payment
        if not payment.can_be_cancelled:
            raise PaymentUncertainError("결제 결과를 확인하고 있어서 취소할 수 없어요.")
        return self._recorder.learn(payment, turned_back=True, ask_again_at=None)

    def refund(self, order_no: OrderNo, reason: str, actor: Actor) -> Payment:
        """Ask for all the money back (REFUNDING); the payment thread then tells the provider.
        A shopper may while the order is PAID, the staff later too. At the counter only the
        order takes the step: `pay_back_at_counter` follows."""
        order, payment = self._paid(order_no)
        if actor is Actor.SHOPPER and order.state is not OrderState.PAID:
            raise ConflictError("상품 준비가 시작된 주문은 직원에게 말씀해 주세요.")
        if payment.way is PaymentWay.COUNTER:
            if OrderState.REFUND_REQUESTED in NEXT[order.state]:
                self._orders.advance(order_no, OrderState.REFUND_REQUESTED, actor, reason)
            return payment
        return self._recorder.step(
            payment,
            PaymentState.REFUNDING,
            actor,
            reason=reason,
            refund_key=secrets.token_hex(16),
            refund_sent_at=None,
        ).payment

    def require_staff_pin(self) -> None:
        """NotFoundError when no staff PIN was set: there is none to begin with."""
        if not self._pin.is_set:
            raise NotFoundError(
                "직원 PIN이 아직 없어요. 먼저 eats-desktop staff-pin set 으로 정해 주세요."
            )

    def check_staff(self, pin: str) -> None:
        """Return when it is the staff's PIN; PinWrongError, PinLockedError otherwise."""
        self.require_staff_pin()
        self._pin.check(pin)

    def confirm_at_counter(self, order_no: OrderNo, pin: str) -> Order:
        """The money lies at the counter. NotFoundError when no staff PIN was set (it says how),
        PinWrongError, PinLockedError; ConflictError when it is no counter order."""
        payment = self._at_counter(order_no, pin)
        step = self._recorder.step(
            payment, PaymentState.PAID, Actor.STAFF, charged_krw=payment.amount_krw
        )
        return self._orders.order(step.payment.order_no)

    def pay_back_at_counter(self, order_no: OrderNo, pin: str) -> Order:
        """The money of a counter order was handed back (REFUND_REQUESTED → REFUNDED)."""
        payment = self._at_counter(order_no, pin)
        if self._orders.order(order_no).state is not OrderState.REFUND_REQUESTED:
            raise ConflictError("환불을 요청한 주문이 아니에요.")
        self._recorder.step(payment, PaymentState.REFUNDED, Actor.STAFF)
        return self._orders.order(order_no)

    def open_payment(self) -> Payment | None:
        """Return the undecided payment with a provider: the banner "확인 중인 결제"."""
        return self._journal.open_with_provider()

    def payment(self, order_no: OrderNo) -> Payment | None:
        """Return the payment of an order, None when it has none."""
        return self._journal.of_order(order_no)

    def unsettled(self) -> tuple[Payment, ...]:
        """Return what the payment thread has to look after, the oldest first."""
        return self._journal.unsettled()

    def has_history(self) -> bool:
        """Return whether anything was lately paid with a provider: else there is no need to ask."""
        return bool(self._journal.made_since(self._clock.now() - LATE_LOOK))

    def for_staff(self) -> tuple[Payment, ...]:
        """Return what needs a person: wrong amounts, long unknown, money to give back."""
        return self._journal.for_staff(self._clock.now())

    def faults(self) -> dict[PaymentWay, str]:
        """Return the ways that the operator has to mend, with the provider's code."""
        return self._talk.faults()

    def discard_unsent(self, *, at_start: bool = False) -> tuple[Payment, ...]:
        """Close what was begun and never sent, by a program that ended; on the payment thread.

        While the program runs, only what is older than a minute: another window may be at it.
        """
        now = self._clock.now()
        left = [
            payment
            for payment in self._journal.unsettled()
            if payment.state is PaymentState.CREATED
            and (at_start or abs(now - payment.created_at) > _JUST_BEGUN)
        ]
        return tuple(self._discard(payment) for payment in left)

    def reconcile(self, stop: threading.Event) -> ReconcileReport:
        """Ask about every unsettled payment once, then `look_back`."""
        settled = (*self.discard_unsent(), *self._reconciliation.settle(stop, self._try))
        return replace(self.look_back(stop), settled=settled)

    def look_back(self, stop: threading.Event) -> ReconcileReport:
        """Ask about lately closed payments, and compare with the provider's list of the last
        days. What turns out paid late is asked back, by itself only where the shop wants it."""
        report = self._reconciliation.look_back(stop)
        for payment in report.for_staff:
            logger.warning("order %s needs the staff: %s", payment.order_no, payment.state)
        for payment in report.late if self._refunds_late() else ():
            self._write(partial(self.refund, payment.order_no, _LATE, Actor.SYSTEM))
        return report

    def _try(self, payment: Payment) -> Payment:
        """Another process may take the same step: then its word counts."""
        try:
            return self.advance(payment.payment_id)
        except ConflictError:
            return self._journal.payment(payment.payment_id) or payment

    def _require(self, way: PaymentWay, *, consented: bool) -> None:
        if not consented:
            raise InputError("주문 내용을 확인하고 결제에 동의해 주세요.")
        if way not in self.ways():
            raise ConflictError("지금은 이 방법으로 결제할 수 없어요.")
        if not self._has_room():
            raise StorageFullError("저장 공간이 부족해 결제를 시작하지 않았어요.")

    def _discard(self, payment: Payment) -> Payment:
        step = self._write(
            lambda: self._recorder.step(
                payment,
                PaymentState.CANCELLED,
                Actor.SYSTEM,
                reason_code="PAY-06",
                reason=_NEVER_SENT,
            )
        )
        discarded: Payment = step.payment
        return discarded

    def _paid(self, order_no: OrderNo) -> tuple[Order, Payment]:
        order, payment = self._orders.order(order_no), self._journal.of_order(order_no)
        if payment is None or payment.charged_krw is None:
            raise ConflictError("돌려드릴 결제가 없는 주문이에요.")
        return order, payment

    def _at_counter(self, order_no: OrderNo, pin: str) -> Payment:
        self.check_staff(pin)
        self._orders.order(order_no)
        payment = self._journal.of_order(order_no)
        if payment is None or payment.way is not PaymentWay.COUNTER:
            raise ConflictError("계산대에서 결제하는 주문이 아니에요.")
        return payment
