"""Reads windows of the list of orders from user.db."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from eats_desktop.domain.order import OrderNo, OrderState
from eats_desktop.domain.order_list import OrderHead, OrderWindow
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.order_tables import OrderLineRow, OrderRow

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.storage.database import Database

_NEWEST = (OrderRow.created_at.desc(), OrderRow.order_id.desc())


class OrderListReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def window(self, since: datetime | None, limit: int, offset: int) -> OrderWindow:
        """Return up to `limit` orders made at or after `since`, the newest first.

        An `offset` behind the last order gives the last window.
        """
        made = () if since is None else (OrderRow.created_at >= epoch(since),)
        with self._database.read() as connection:
            total = connection.execute(
                select(func.count(OrderRow.order_id)).where(*made)
            ).scalar_one()
            offset = max(0, min(offset, (total - 1) // limit * limit))
            rows = connection.execute(
                select(OrderRow.__table__)
                .where(*made)
                .order_by(*_NEWEST)
                .limit(limit)
                .offset(offset)
            ).all()
            first = case((OrderLineRow.position == 1, OrderLineRow.name))
            lines = {
                row.order_id: row
                for row in connection.execute(
                    select(
                        OrderLineRow.order_id,
                        func.count().label("lines"),
                        func.sum(OrderLineRow.quantity).label("pieces"),
                        func.max(first).label("first_name"),
                    )
                    .where(OrderLineRow.order_id.in_([row.order_id for row in rows]))
                    .group_by(OrderLineRow.order_id)
                )
            }
        return OrderWindow(tuple(_head(row, lines[row.order_id]) for row in rows), offset, total)


def _head(row: Any, lines: Any) -> OrderHead:
    return OrderHead(
        OrderNo(date.fromisoformat(row.day), row.number),
        OrderState(row.state),
        moment(row.created_at),
        moment(row.paid_at),
        row.total_krw,
        lines.first_name,
        lines.lines,
        lines.pieces,
    )
