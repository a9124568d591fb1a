"""Compares the provider's books with what a home believes: every difference is a violation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from eats_desktop.domain.order import NEXT, OrderState
from eats_desktop.domain.payment import NEXT_PAYMENT, PaymentState
from eats_desktop.notifications.orders import order_notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eats_desktop.app.container import Container
    from eats_desktop.demo.provider import Ledger
    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.domain.payment import Payment
    from eats_desktop.domain.schedule import ProductKey

_NOTHING = frozenset(
    {
        PaymentState.CREATED,
        PaymentState.DECLINED,
        PaymentState.CANCELLED,
        PaymentState.EXPIRED,
        PaymentState.REFUNDED,
    }
)
_ORDERS: Mapping[PaymentState, frozenset[OrderState]] = {
    PaymentState.PAID: frozenset({OrderState.PAID, OrderState.REFUND_REQUESTED}),
    PaymentState.REFUNDED: frozenset({OrderState.REFUNDED}),
    PaymentState.DECLINED: frozenset({OrderState.CANCELLED}),
    PaymentState.CANCELLED: frozenset({OrderState.CANCELLED}),
    PaymentState.EXPIRED: frozenset({OrderState.CANCELLED}),
    PaymentState.MISMATCH: frozenset({OrderState.CANCELLED}),
}
_UNKNOWN = (PaymentState.UNKNOWN, PaymentState.REFUND_UNKNOWN)
_MANY = 500


@dataclass
class Promises:
    """What the program told the shopper, before whatever ended it."""

    cart: Counter[ProductKey] = field(default_factory=Counter)
    """The pieces of each product that were ever put into the cart."""
    begun: set[OrderNo] = field(default_factory=set)
    paid: set[OrderNo] = field(default_factory=set)

    @property
    def count(self) -> int:
        return len(self.begun) + len(self.paid)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a home holds at the end, and what of it is wrong."""

    orders: tuple[Order, ...]
    payments: tuple[Payment, ...]
    charges: int
    refunds: int
    late: int
    unknowns: int
    violations: tuple[str, ...]


def judge(box: Container, ledger: Ledger, promises: Promises) -> Outcome:
    """Every order is in the provider's books with all or nothing, as the home says it is."""
    orders = box.databases.orders.newest(_MANY)
    since = box.clock.now() - timedelta(days=4000)
    payments = box.databases.payments.made_since(since)
    by_no = {order.order_no: order for order in orders}
    totals = ledger.totals()
    mine = {payment.wire_id: payment for payment in payments}
    entries = [entry for entry in ledger.entries if entry.order_id in mine]
    found = [
        *(problem for payment in payments for problem in _money(payment, totals)),
        *(problem for payment in payments for problem in _states(box, payment, by_no)),
        *(problem for order in orders for problem in _history(order)),
        *_notices(box, orders),
        *_cart(box, orders, promises.cart),
        *_promises(by_no, promises),
    ]
    charges = sum(totals.get(wire_id, (0, 0))[0] for wire_id in mine)
    late = sum(_is_late(order) for order in orders)
    unknowns = sum(_unknowns(box, payment) for payment in payments)
    refunds = len(entries) - charges
    return Outcome(orders, payments, charges, refunds, late, unknowns, tuple(found))


def strangers(ledger: Ledger, known: set[str]) -> tuple[str, ...]:
    """Name the orders with money at the provider that no home knows."""
    return tuple(
        f"{order_id}: charged, and no home has it"
        for order_id, (charges, _net) in ledger.totals().items()
        if charges and order_id not in known
    )


def _money(payment: Payment, totals: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    charges, net = totals.get(payment.wire_id, (0, 0))
    where = f"{payment.order_no} {payment.state}"
    if charges > 1:
        yield f"{where}: charged {charges} times"
    if net not in (0, payment.amount_krw):
        yield f"{where}: {net} kept of {payment.amount_krw}"
    if payment.state is PaymentState.PAID:
        believed: int | None = payment.amount_krw
    elif payment.state is PaymentState.MISMATCH:
        believed = payment.charged_krw or 0
    else:
        believed = 0 if payment.state in _NOTHING else None
    if believed is None:
        yield f"{where}: still not settled, {net} kept"
    elif believed != net:
        yield f"{where}: believes {believed}, the provider kept {net}"


def _states(box: Container, payment: Payment, orders: Mapping[OrderNo, Order]) -> Iterator[str]:
    where = f"{payment.order_no} {payment.state}"
    order = orders.get(payment.order_no)
    if order is None:
        yield f"{where}: a payment without an order"
        return
    if order.total_krw != payment.amount_krw:
        yield f"{where}: pays {payment.amount_krw} for {order.total_krw}"
    allowed = _ORDERS.get(payment.state)
    if allowed is not None and order.state not in allowed:
        yield f"{where}: the order is {order.state}"
    history = [event.state for event in box.databases.payments.history(payment.payment_id)]
    if not history or history[0] is not PaymentState.CREATED or history[-1] is not payment.state:
        yield f"{where}: its history is {history}"
    for before, after in pairwise(history):
        if after not in NEXT_PAYMENT[before]:
            yield f"{where}: from {before} to {after}"


def _history(order: Order) -> Iterator[str]:
    states = [event.state for event in order.events]
    if states[0] is not OrderState.RECEIVED:
        yield f"{order.order_no}: begins with {states[0]}"
    for before, after in pairwise(states):
        if after not in NEXT[before]:
            yield f"{order.order_no}: from {before} to {after}"
    if states.count(OrderState.PAID) > 1:
        yield f"{order.order_no}: paid twice"
    if _is_late(order):
        yield f"{order.order_no}: closed as not charged, and then found charged"


def _notices(box: Container, orders: Sequence[Order]) -> Iterator[str]:
    """Each step is told once; the first goes without saying where the payment follows at once."""
    items = box.inbox.items(_MANY)
    told = Counter(item.dedupe_key for item in items)
    texts = Counter((item.title, item.body) for item in items)
    for order in orders:
        at_once = len(order.events) > 1 and order.events[1].state is OrderState.PAYMENT_REQUESTED
        for number in range(2 if at_once else 1, len(order.events) + 1):
            notice = order_notice(replace(order, events=order.events[:number]))
            times = max(told[notice.dedupe_key], texts[notice.title, notice.body])
            if times != 1:
                yield f"{order.order_no}: step {number} was told {times} times"


def _cart(box: Container, orders: Sequence[Order], put_in: Counter[ProductKey]) -> Iterator[str]:
    """The cart is what was put in, less the lines of what was paid."""
    wanted = Counter(put_in)
    for order in orders:
        if any(event.state is OrderState.PAID for event in order.events):
            wanted.subtract({line.product: line.quantity for line in order.lines})
    held = Counter({line.product: line.quantity for line in box.purchases.cart.lines()})
    if +wanted != held:
        yield f"the cart holds {dict(held)}, not {dict(+wanted)}"


def _promises(orders: Mapping[OrderNo, Order], promises: Promises) -> Iterator[str]:
    for order_no in promises.begun - orders.keys():
        yield f"{order_no}: was made, and is gone"
    for order_no in promises.paid & orders.keys():
        order = orders[order_no]
        if not _is_late(order) and all(e.state is not OrderState.PAID for e in order.events):
            yield f"{order_no}: was said to be paid, and never was"


def _unknowns(box: Container, payment: Payment) -> int:
    history = box.databases.payments.history(payment.payment_id)
    return sum(event.state in _UNKNOWN for event in history)


def _is_late(order: Order) -> bool:
    """Cancelled, and then found charged."""
    states = [event.state for event in order.events]
    return (OrderState.CANCELLED, OrderState.REFUND_REQUESTED) in pairwise(states)
