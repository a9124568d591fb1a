"""Orders in user.db: made together with their payment, and moved on step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from eats_desktop.crash_points import CrashPoint, crash_at
from eats_desktop.domain.errors import ConflictError, NotFoundError, PaymentOpenError
from eats_desktop.domain.order import (
    BOUGHT,
    Actor,
    Order,
    OrderNo,
    OrderState,
    PaidLine,
    PaymentWay,
)
from eats_desktop.storage.cart_tables import CartLineRow
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_rows import (
    add_step,
    insert_order,
    line_of_row,
    number_of_row,
    orders_where,
    same_number,
)
from eats_desktop.storage.order_tables import OrderLineRow, OrderRow
from eats_desktop.storage.payment_rows import follow_order, insert_intent, open_with_provider
from eats_desktop.storage.user_stores import put_in_inbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Connection

    from eats_desktop.domain.order import OrderDraft
    from eats_desktop.domain.reminder import InboxDraft, InboxItem
    from eats_desktop.storage.database import Database


class OrderStore:
    """Each change is one transaction: the step, its history row and what the inbox says of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        draft: OrderDraft,
        at: datetime,
        actor: Actor,
        notice: Callable[[Order], InboxDraft | None],
    ) -> tuple[Order, tuple[InboxItem, ...] | None]:
        """Make the order with the intent to pay it, in one transaction.

        At the counter the slip takes exactly its lines out of the cart; with a provider the cart
        stays whole until the money was taken. A request key that has an order already returns
        that order and None. ConflictError when the cart no longer holds the lines as drafted,
        PaymentOpenError while another payment with a provider is open.
        """
        with self._database.write() as connection:
            known = orders_where(connection, OrderRow.request_key == draft.request_key)
            if known:
                return known[0], None
            if draft.way is PaymentWay.COUNTER:
                _take_out(connection, draft)
            else:
                _require_free(connection)
                _require_held(connection, draft)
            order_id = insert_order(connection, draft, at, actor)
            insert_intent(connection, order_id, draft, at)
            (order,) = orders_where(connection, OrderRow.order_id == order_id)
            arrived = put_in_inbox(connection, _drafts(notice(order)), at)
            if draft.way is not PaymentWay.COUNTER:
                add_step(connection, order_id, OrderState.PAYMENT_REQUESTED, at, Actor.SYSTEM)
                (order,) = orders_where(connection, OrderRow.order_id == order_id)
                arrived += put_in_inbox(connection, _drafts(notice(order)), at)
            crash_at(CrashPoint.BEFORE_INTENT)
        crash_at(CrashPoint.AFTER_INTENT)
        return order, arrived

    def advance(
        self,
        order_no: OrderNo,
        to: OrderState,
        at: datetime,
        actor: Actor,
        reason: str,
        notice: Callable[[Order], InboxDraft | None],
    ) -> tuple[Order, tuple[InboxItem, ...]]:
        """Take one step and let the payment follow; NotFoundError without such an order.

        ConflictError for an illegal step, and for one that is the payment's to take.
        """
        with self._database.write() as connection:
            order_id = connection.execute(
                select(OrderRow.order_id).where(*same_number(order_no))
            ).scalar()
            if order_id is None:
                raise NotFoundError(f"주문을 찾을 수 없어요: {order_no}")
            add_step(connection, order_id, to, at, actor, reason)
            follow_order(connection, order_id, to, at, reason)
            (order,) = orders_where(connection, OrderRow.order_id == order_id)
            return order, put_in_inbox(connection, _drafts(notice(order)), at)

    def order(self, order_no: OrderNo) -> Order | None:
        with self._database.read() as connection:
            found = orders_where(connection, *same_number(order_no))
        return found[0] if found else None

    def by_request(self, request_key: str) -> Order | None:
        with self._database.read() as connection:
            found = orders_where(connection, OrderRow.request_key == request_key)
        return found[0] if found else None

    def since(self, begins: datetime, limit: int) -> tuple[Order, ...]:
        """Return the orders made at or after `begins`, the newest first."""
        with self._database.read() as connection:
            return orders_where(connection, OrderRow.created_at >= epoch(begins), limit=limit)

    def newest(self, limit: int, offset: int = 0) -> tuple[Order, ...]:
        with self._database.read() as connection:
            return orders_where(connection, limit=limit, offset=offset)

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count(OrderRow.order_id))).scalar_one()

    def in_state(self, *states: OrderState) -> tuple[Order, ...]:
        """Return all orders in one of these states, e.g. to take up what a crash left."""
        names = [state.value for state in states]
        with self._database.read() as connection:
            return orders_where(connection, OrderRow.state.in_(names))

    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]:
        """Return what was paid at or after `since` and is not given back, the newest first."""
        bought = [state.value for state in BOUGHT]
        with self._database.read() as connection:
            rows = connection.execute(
                select(OrderRow.day, OrderRow.number, OrderRow.paid_at, OrderLineRow.__table__)
                .join(OrderLineRow, OrderLineRow.order_id == OrderRow.order_id)
                .where(OrderRow.paid_at >= epoch(since), OrderRow.state.in_(bought))
                .order_by(OrderRow.paid_at.desc(), OrderRow.order_id, OrderLineRow.position)
            ).all()
        return tuple(
            PaidLine(number_of_row(row), line_of_row(row), moment(row.paid_at)) for row in rows
        )


def _require_free(connection: Connection) -> None:
    payment = open_with_provider(connection)
    if payment is not None:
        raise PaymentOpenError(payment.order_no)


_OF_LINE = (CartLineRow.source, CartLineRow.product_id, CartLineRow.quantity)


def _take_out(connection: Connection, draft: OrderDraft) -> None:
    """Remove the drafted lines; each must still be there with its product and quantity."""
    drafted = CartLineRow.line_id.in_(draft.cart_lines)
    _compare(connection.execute(delete(CartLineRow).where(drafted).returning(*_OF_LINE)), draft)


def _require_held(connection: Connection, draft: OrderDraft) -> None:
    """The drafted lines stay in the cart, but must be there as drafted."""
    drafted = CartLineRow.line_id.in_(draft.cart_lines)
    _compare(connection.execute(select(*_OF_LINE).where(drafted)), draft)


def _compare(rows: Iterable[Any], draft: OrderDraft) -> None:
    held = sorted((row.source, row.product_id, row.quantity) for row in rows)
    wanted = sorted((i.product.source, i.product.product_id, i.quantity) for i in draft.lines)
    if held != wanted:
        raise ConflictError("그사이 장바구니가 바뀌었어요. 다시 확인하고 주문해 주세요.")


def _drafts(notice: InboxDraft | None) -> Sequence[InboxDraft]:
    return () if notice is None else (notice,)
