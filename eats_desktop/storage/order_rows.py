"""Rows of orders, within a transaction of whoever changes them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.order import (
    Actor,
    Order,
    OrderEvent,
    OrderLine,
    OrderNo,
    OrderState,
    PaymentWay,
    check_step,
)
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.storage.cart import recipe_columns, recipe_of_row
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_tables import OrderEventRow, OrderLineRow, OrderRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.order import OrderDraft

_NEWEST = (OrderRow.created_at.desc(), OrderRow.order_id.desc())


def insert_order(connection: Connection, draft: OrderDraft, at: datetime, actor: Actor) -> int:
    """Add an order as received, with the next number of its Korean day; return its id."""
    day = korean_day(at).isoformat()
    last = connection.execute(select(func.max(OrderRow.number)).where(OrderRow.day == day)).scalar()
    order_id = connection.execute(
        insert(OrderRow)
        .values(
            day=day,
            number=(last or 0) + 1,
            request_key=draft.request_key,
            way=draft.way.value,
            total_krw=draft.total_krw,
            state=OrderState.RECEIVED.value,
            created_at=epoch(at),
        )
        .returning(OrderRow.order_id)
    ).scalar_one()
    connection.execute(
        insert(OrderLineRow),
        [
            {
                "order_id": order_id,
                "position": position,
                "source": line.product.source,
                "product_id": line.product.product_id,
                "name": line.name,
                "brand": line.brand,
                "quantity": line.quantity,
                "list_krw": line.list_krw,
                "unit_krw": line.unit_krw,
                "cart_line_id": cart_line,
                **recipe_columns(line.recipe),
            }
            for position, (line, cart_line) in enumerate(
                zip(draft.lines, draft.cart_lines, strict=True), 1
            )
        ],
    )
    _add_event(connection, order_id, OrderEvent(1, OrderState.RECEIVED, at, actor))
    return order_id


def add_step(
    connection: Connection,
    order_id: int,
    to: OrderState,
    at: datetime,
    actor: Actor,
    reason: str = "",
) -> None:
    """Move an order on; ConflictError for an illegal step."""
    state = connection.execute(
        select(OrderRow.state).where(OrderRow.order_id == order_id)
    ).scalar_one()
    check_step(OrderState(state), to)
    last = connection.execute(
        select(func.max(OrderEventRow.number)).where(OrderEventRow.order_id == order_id)
    ).scalar_one()
    _add_event(connection, order_id, OrderEvent(last + 1, to, at, actor, reason))
    paid = {"paid_at": epoch(at)} if to is OrderState.PAID else {}
    connection.execute(
        update(OrderRow).where(OrderRow.order_id == order_id).values(state=to.value, **paid)
    )


def _add_event(connection: Connection, order_id: int, event: OrderEvent) -> None:
    connection.execute(
        insert(OrderEventRow).values(
            order_id=order_id,
            number=event.number,
            state=event.state.value,
            at=epoch(event.at),
            actor=event.actor.value,
            reason=event.reason,
        )
    )


def same_number(order_no: OrderNo) -> tuple[Any, ...]:
    return (OrderRow.day == order_no.day.isoformat(), OrderRow.number == order_no.number)


def orders_where(
    connection: Connection, *conditions: Any, limit: int = -1, offset: int = 0
) -> tuple[Order, ...]:
    """Return orders with lines and history in three statements, however many there are."""
    rows = connection.execute(
        select(OrderRow.__table__).where(*conditions).order_by(*_NEWEST).limit(limit).offset(offset)
    ).all()
    ids = [row.order_id for row in rows]
    lines: dict[int, list[OrderLine]] = defaultdict(list)
    events: dict[int, list[OrderEvent]] = defaultdict(list)
    for part in _parts(ids):
        for row in connection.execute(
            select(OrderLineRow.__table__)
            .where(OrderLineRow.order_id.in_(part))
            .order_by(OrderLineRow.order_id, OrderLineRow.position)
        ):
            lines[row.order_id].append(line_of_row(row))
        for row in connection.execute(
            select(OrderEventRow.__table__)
            .where(OrderEventRow.order_id.in_(part))
            .order_by(OrderEventRow.order_id, OrderEventRow.number)
        ):
            events[row.order_id].append(_event(row))
    return tuple(
        Order(
            order_no=number_of_row(row),
            request_key=row.request_key,
            way=PaymentWay(row.way),
            created_at=moment(row.created_at),
            lines=tuple(lines[row.order_id]),
            events=tuple(events[row.order_id]),
        )
        for row in rows
    )


def _parts(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    """SQLite takes only so many values in one statement."""
    return (ids[begin : begin + size] for begin in range(0, len(ids), size))


def number_of_row(row: Any) -> OrderNo:
    return OrderNo(date.fromisoformat(row.day), row.number)


def line_of_row(row: Any) -> OrderLine:
    return OrderLine(
        ProductKey(row.source, row.product_id),
        row.name,
        row.brand,
        row.quantity,
        row.unit_krw,
        row.list_krw,
        recipe_of_row(row),
    )


def _event(row: Any) -> OrderEvent:
    return OrderEvent(
        row.number, OrderState(row.state), moment(row.at), Actor(row.actor), row.reason
    )
