"""A shop that takes payments from a provider whose every answer a test chooses."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import (
    Absent,
    Authorised,
    Paid,
    Pending,
    Refunded,
    Started,
    Unknown,
)
from eats_desktop.jobs.payment_job import PaymentJob
from eats_desktop.services.checkout_service import CheckoutService
from eats_desktop.services.pin import PinBook
from tests.helpers.shopping import NOON, Shopping
from tests.helpers.storage_builders import opened

PAGE = "https://pay.shop.example/checkout/1"
PIN = "482915"
LOST = Unknown("ReadTimeout")


def paid(payment, krw=None, **changes):
    said = {"currency": "KRW", "method": "카드", "wire_id": payment.wire_id, **changes}
    key = said.pop("provider_key", "pk-1")
    return Paid(key, krw or payment.amount_krw, **said)


def authorised(payment, krw=None, **changes):
    return Authorised("pk-1", krw or payment.amount_krw, **changes)


class Provider:
    """Answers as `say` was told, in that order, else as nothing had ever reached it.

    `seen` are the journal's states at each call: what was committed before it.
    """

    def __init__(self):
        self._lines = {call: [] for call in ("start", "inquire", "confirm", "refund")}
        self.calls = []
        self.seen = []
        self.keys = []
        self.list = None
        self.journal = None

    def say(self, call, *answers):
        self._lines[call].extend(answers)

    def start(self, intent):
        return self._answer("start", intent, Started(PAGE, NOON + timedelta(minutes=30)))

    def inquire(self, intent):
        return self._answer("inquire", intent, Absent())

    def confirm(self, intent):
        return self._answer("confirm", intent, LOST)

    def refund(self, intent, reason):
        return self._answer("refund", intent, Refunded(intent.amount_krw))

    def charges(self, since, until):
        return self.list

    def count(self, call):
        return Counter(self.calls)[call]

    def _answer(self, call, intent, otherwise):
        self.calls.append(call)
        self.keys.append(intent.refund_key if call == "refund" else intent.idempotency_key)
        self.seen.append((call, self.journal.unsettled()[-1].state if call != "inquire" else None))
        lines = self._lines[call]
        said = lines.pop(0) if lines else otherwise
        if isinstance(said, BaseException):
            raise said
        return said


class Ways:
    def __init__(self, provider):
        self.provider = provider
        self.on = (PaymentWay.COUNTER, PaymentWay.TOSS)

    def offered(self):
        return self.on

    def gateway(self, way):
        return self.provider


class PinMemory:
    def __init__(self):
        self.record = None

    def read(self):
        return self.record

    def write(self, record):
        self.record = record


class Till(Shopping):
    def __init__(self, databases, provider=None, **settings):
        super().__init__(databases, **settings)
        self.provider = provider or Provider()
        self.provider.journal = databases.payments
        self.ways = Ways(self.provider)
        self.pin = PinBook(PinMemory(), self.clock)
        self.has_room, self.refunds_late = True, False
        self.checkout = CheckoutService(
            databases.payments,
            self.orders,
            self.ways,
            self.pin,
            lambda work: work(),
            lambda: self.has_room,
            lambda: self.refunds_late,
            self.clock,
            self.events.append,
        )
        self.job = PaymentJob(self.checkout, self.clock)

    def begin(self, way=PaymentWay.TOSS, slip=None, **consent):
        consent = {"consented": True, **consent}
        return self.checkout.begin(slip or self.orders.slip(), way, **consent)

    def started(self, *listed):
        """A payment that waits for the shopper at the provider's page."""
        self.fill(*listed)
        return self.checkout.advance(self.begin().payment_id)

    def bought(self, *listed):
        """A payment that went through."""
        payment = self.started(*listed)
        self.provider.say("inquire", authorised(payment))
        self.provider.say("confirm", paid(payment))
        return self.go_on(payment)

    def go_on(self, payment, times=1):
        for _ in range(times):
            payment = self.checkout.advance(payment.payment_id)
        return payment

    def state(self, payment):
        return self.orders.order(payment.order_no).state

    def history(self, payment):
        return [event.state.value for event in self.databases.payments.history(payment.payment_id)]

    def reconcile(self):
        return self.checkout.reconcile(threading.Event())


@contextmanager
def till(folder, **settings):
    with opened(folder) as databases:
        yield Till(databases, **settings)


__all__ = ["LOST", "PAGE", "Pending", "Provider", "Till", "authorised", "paid", "till"]


def in_cart(shop):
    return {line.name: line.quantity for line in shop.cart.lines()}
