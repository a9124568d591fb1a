"""The journal of payments: each call is one transaction, on the disk (FULL) when it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from eats_desktop.domain.order import NEXT, Actor, OrderState
from eats_desktop.domain.payment import UNSETTLED, Payment, PaymentEvent, PaymentState
from eats_desktop.storage import payment_rows
from eats_desktop.storage.cart_tables import CartLineRow
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_rows import add_step, orders_where, same_number
from eats_desktop.storage.order_tables import OrderLineRow, OrderRow
from eats_desktop.storage.payment_tables import PaymentEventRow, PaymentRow
from eats_desktop.storage.user_stores import put_in_inbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.domain.reminder import InboxDraft, InboxItem
    from eats_desktop.storage.database import Database

_UNSETTLED = [state.value for state in UNSETTLED]
_CLOSED = [
    state.value for state in (PaymentState.DECLINED, PaymentState.CANCELLED, PaymentState.EXPIRED)
]
_CLOSING = frozenset(
    {
        PaymentState.DECLINED,
        PaymentState.CANCELLED,
        PaymentState.EXPIRED,
        PaymentState.MISMATCH,
    }
)
_PAID_STEPS = {
    OrderState.RECEIVED: (OrderState.PAYMENT_REQUESTED, OrderState.PAID),
    OrderState.PAYMENT_REQUESTED: (OrderState.PAID,),
    OrderState.CANCELLED: (OrderState.REFUND_REQUESTED,),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """A payment after a step, the order after what followed, and what the inbox got of it."""

    payment: Payment
    order: Order
    arrived: tuple[InboxItem, ...] = ()
    order_moved: bool = False
    cart_changed: bool = False


class PaymentStore:
    """`OrderStore.create` adds the intent of an order together with the order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def step(
        self,
        payment: Payment,
        to: PaymentState,
        at: datetime,
        notice: Callable[[Order], InboxDraft | None],
        actor: Actor = Actor.PROVIDER,
        **learned: Any,
    ) -> Settled:
        """Take one step and all that follows from it, in one transaction.

        PAID advances the order and takes what was ordered out of the cart; an order that does
        not wait for it any more asks for a refund instead. A closed payment cancels its order,
        REFUNDING and REFUNDED move it likewise. ConflictError when another process was quicker.
        """
        with self._database.write() as connection:
            after = payment_rows.step(connection, payment, to, at, **learned)
            row = connection.execute(
                select(OrderRow.__table__).where(*same_number(payment.order_no))
            ).one()
            steps = _order_steps(OrderState(row.state), to)
            arrived: tuple[InboxItem, ...] = ()
            for state in steps:
                add_step(connection, row.order_id, state, at, actor, after.reason)
                (order,) = orders_where(connection, OrderRow.order_id == row.order_id)
                draft = notice(order)
                arrived += put_in_inbox(connection, () if draft is None else (draft,), at)
            cart = OrderState.PAID in steps and _take_ordered_out(connection, row.order_id)
            (order,) = orders_where(connection, OrderRow.order_id == row.order_id)
        return Settled(after, order, arrived, bool(steps), cart)

    def learn(self, payment: Payment, at: datetime, **learned: Any) -> Payment:
        """Keep what was learned of a payment without a step of it."""
        with self._database.write() as connection:
            return payment_rows.learn(connection, payment, at, **learned)

    def payment(self, payment_id: int) -> Payment | None:
        return self._first(PaymentRow.payment_id == payment_id)

    def of_order(self, order_no: OrderNo) -> Payment | None:
        """Return the last payment of an order."""
        with self._database.read() as connection:
            found = payment_rows.where(connection, *same_number(order_no))
        return found[-1] if found else None

    def open_with_provider(self) -> Payment | None:
        with self._database.read() as connection:
            return payment_rows.open_with_provider(connection)

    def unsettled(self) -> tuple[Payment, ...]:
        """Return what is undecided or moving with a provider, the oldest first."""
        with self._database.read() as connection:
            return payment_rows.where(
                connection, PaymentRow.way != "counter", PaymentRow.state.in_(_UNSETTLED)
            )

    def closed_since(self, since: datetime) -> tuple[Payment, ...]:
        """Return what was sent to a provider and closed without money at or after `since`."""
        with self._database.read() as connection:
            return payment_rows.where(
                connection,
                PaymentRow.way != "counter",
                PaymentRow.state.in_(_CLOSED),
                PaymentRow.changed_at >= epoch(since),
                PaymentRow.payment_id.in_(
                    select(PaymentEventRow.payment_id).where(
                        PaymentEventRow.state == PaymentState.WAITING.value
                    )
                ),
            )

    def made_since(self, since: datetime) -> tuple[Payment, ...]:
        """Return all payments with a provider made at or after `since`."""
        with self._database.read() as connection:
            return payment_rows.where(
                connection, PaymentRow.way != "counter", PaymentRow.created_at >= epoch(since)
            )

    def for_staff(self, now: datetime) -> tuple[Payment, ...]:
        """Return what needs a person: wrong amounts, long unknown, and money to give back."""
        with self._database.read() as connection:
            asked_back = payment_rows.where(
                connection,
                PaymentRow.state == PaymentState.PAID.value,
                OrderRow.state == OrderState.REFUND_REQUESTED.value,
            )
            doubtful = payment_rows.where(
                connection,
                PaymentRow.state.in_([*_UNSETTLED, PaymentState.MISMATCH.value]),
                PaymentRow.way != "counter",
            )
        stuck = (payment for payment in doubtful if payment.is_for_staff(now))
        return tuple(sorted((*asked_back, *stuck), key=lambda payment: payment.payment_id))

    def own_prefix(self) -> str | None:
        """Return how the names of this file's payments begin at the provider; None without any."""
        found = self._first(
            PaymentRow.payment_id == select(func.min(PaymentRow.payment_id)).scalar_subquery()
        )
        return (
            None
            if found is None
            else found.wire_id[: -len(found.idempotency_key)]
            + (found.idempotency_key[: payment_rows.OWN])
        )

    def knows(self, wire_id: str) -> bool:
        key = wire_id.rpartition("-")[2]
        return self._first(PaymentRow.idempotency_key == key) is not None

    def history(self, payment_id: int) -> tuple[PaymentEvent, ...]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(PaymentEventRow.__table__)
                .where(PaymentEventRow.payment_id == payment_id)
                .order_by(PaymentEventRow.number)
            ).all()
        return tuple(
            PaymentEvent(r.number, PaymentState(r.state), moment(r.at), r.reason_code, r.reason)
            for r in rows
        )

    def _first(self, *conditions: Any) -> Payment | None:
        with self._database.read() as connection:
            found = payment_rows.where(connection, *conditions)
        return found[0] if found else None


def _order_steps(order: OrderState, to: PaymentState) -> tuple[OrderState, ...]:
    """Return the steps of the order that follow from one of its payment."""
    if to is PaymentState.PAID:
        return _PAID_STEPS.get(order, ())
    if to in _CLOSING:
        return (OrderState.CANCELLED,) if OrderState.CANCELLED in NEXT[order] else ()
    if to is PaymentState.REFUNDING:
        back = OrderState.REFUND_REQUESTED
        return () if order is back else (back,)
    return (OrderState.REFUNDED,) if to is PaymentState.REFUNDED else ()


def _take_ordered_out(connection: Connection, order_id: int) -> bool:
    """Take the ordered pieces off the cart lines the order was made of; more than that stays."""
    changed = False
    for row in connection.execute(
        select(OrderLineRow.cart_line_id, OrderLineRow.quantity).where(
            OrderLineRow.order_id == order_id, OrderLineRow.cart_line_id.is_not(None)
        )
    ).all():
        same = CartLineRow.line_id == row.cart_line_id
        gone = connection.execute(
            delete(CartLineRow).where(same, CartLineRow.quantity <= row.quantity)
        ).rowcount
        fewer = connection.execute(
            update(CartLineRow).where(same).values(quantity=CartLineRow.quantity - row.quantity)
        ).rowcount
        changed = changed or bool(gone or fewer)
    return changed
