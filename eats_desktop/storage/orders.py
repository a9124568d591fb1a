"""Orders in user.db: made together with what leaves the cart, and moved on step by step."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.order import (
    BOUGHT,
    Actor,
    Order,
    OrderEvent,
    OrderLine,
    OrderNo,
    OrderState,
    PaidLine,
    PaymentWay,
    check_step,
)
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.storage.cart import recipe_columns, recipe_of_row
from eats_desktop.storage.cart_tables import CartLineRow
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_tables import OrderEventRow, OrderLineRow, OrderRow
from eats_desktop.storage.user_stores import put_in_inbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.order import OrderDraft
    from eats_desktop.domain.reminder import InboxDraft, InboxItem
    from eats_desktop.storage.database import Database

_NEWEST = (OrderRow.created_at.desc(), OrderRow.order_id.desc())


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
        """Make the order and take exactly its lines out of the cart.

        A request key that has an order already returns that order and None. ConflictError when
        the cart no longer holds the lines as they were drafted.
        """
        with self._database.write() as connection:
            known = _where(connection, OrderRow.request_key == draft.request_key)
            if known:
                return known[0], None
            _take_out(connection, draft)
            order_id = _insert(connection, draft, at)
            _add_event(connection, order_id, OrderEvent(1, OrderState.RECEIVED, at, actor))
            (order,) = _where(connection, OrderRow.order_id == order_id)
            return order, put_in_inbox(connection, _drafts(notice(order)), at)

    def advance(
        self,
        order_no: OrderNo,
        to: OrderState,
        at: datetime,
        actor: Actor,
        reason: str,
        notice: Callable[[Order], InboxDraft | None],
    ) -> tuple[Order, tuple[InboxItem, ...]]:
        """Take one step; NotFoundError without such an order, ConflictError for an illegal one."""
        with self._database.write() as connection:
            row = connection.execute(select(OrderRow.__table__).where(*_same(order_no))).first()
            if row is None:
                raise NotFoundError(f"주문을 찾을 수 없어요: {order_no}")
            check_step(OrderState(row.state), to)
            last = connection.execute(
                select(func.max(OrderEventRow.number)).where(OrderEventRow.order_id == row.order_id)
            ).scalar_one()
            event = OrderEvent(last + 1, to, at, actor, reason)
            _add_event(connection, row.order_id, event)
            paid = {"paid_at": epoch(at)} if to is OrderState.PAID else {}
            connection.execute(
                update(OrderRow)
                .where(OrderRow.order_id == row.order_id)
                .values(state=to.value, **paid)
            )
            (order,) = _where(connection, OrderRow.order_id == row.order_id)
            return order, put_in_inbox(connection, _drafts(notice(order)), at)

    def order(self, order_no: OrderNo) -> Order | None:
        with self._database.read() as connection:
            found = _where(connection, *_same(order_no))
        return found[0] if found else None

    def by_request(self, request_key: str) -> Order | None:
        with self._database.read() as connection:
            found = _where(connection, OrderRow.request_key == request_key)
        return found[0] if found else None

    def since(self, begins: datetime, limit: int) -> tuple[Order, ...]:
        """Return the orders made at or after `begins`, the newest first."""
        with self._database.read() as connection:
            return _where(connection, OrderRow.created_at >= epoch(begins), limit=limit)

    def newest(self, limit: int, offset: int = 0) -> tuple[Order, ...]:
        with self._database.read() as connection:
            return _where(connection, limit=limit, offset=offset)

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count(OrderRow.order_id))).scalar_one()

    def in_state(self, *states: OrderState) -> tuple[Order, ...]:
        """Return all orders in one of these states, e.g. to take up what a crash left."""
        names = [state.value for state in states]
        with self._database.read() as connection:
            return _where(connection, OrderRow.state.in_(names))

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
        return tuple(PaidLine(_no(row), _line(row), moment(row.paid_at)) for row in rows)


def _take_out(connection: Connection, draft: OrderDraft) -> None:
    """Remove the drafted lines; each must still be there with its product and quantity."""
    rows = connection.execute(
        delete(CartLineRow)
        .where(CartLineRow.line_id.in_(draft.cart_lines))
        .returning(CartLineRow.source, CartLineRow.product_id, CartLineRow.quantity)
    ).all()
    held = sorted((row.source, row.product_id, row.quantity) for row in rows)
    wanted = sorted((i.product.source, i.product.product_id, i.quantity) for i in draft.lines)
    if held != wanted:
        raise ConflictError("그사이 장바구니가 바뀌었어요. 다시 확인하고 주문해 주세요.")


def _insert(connection: Connection, draft: OrderDraft, at: datetime) -> int:
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
                **recipe_columns(line.recipe),
            }
            for position, line in enumerate(draft.lines, 1)
        ],
    )
    return order_id


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


def _drafts(notice: InboxDraft | None) -> Sequence[InboxDraft]:
    return () if notice is None else (notice,)


def _same(order_no: OrderNo) -> tuple[Any, ...]:
    return (OrderRow.day == order_no.day.isoformat(), OrderRow.number == order_no.number)


def _where(
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
            lines[row.order_id].append(_line(row))
        for row in connection.execute(
            select(OrderEventRow.__table__)
            .where(OrderEventRow.order_id.in_(part))
            .order_by(OrderEventRow.order_id, OrderEventRow.number)
        ):
            events[row.order_id].append(_event(row))
    return tuple(
        Order(
            order_no=_no(row),
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


def _no(row: Any) -> OrderNo:
    return OrderNo(date.fromisoformat(row.day), row.number)


def _line(row: Any) -> OrderLine:
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
