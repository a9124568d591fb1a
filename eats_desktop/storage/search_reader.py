"""Plain text search over stored names: every word must occur, blanks do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from eats_desktop.domain.catalog import MallProduct
from eats_desktop.domain.schedule import BroadcastState, ProductKey
from eats_desktop.storage.instants import epoch
from eats_desktop.storage.tables import BroadcastProductRow, BroadcastRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.storage.database import Database
    from eats_desktop.storage.schedule_reader import ScheduleReader

_RANK = {
    BroadcastState.LIVE: 0,
    BroadcastState.UPCOMING: 1,
    BroadcastState.CANCELLED: 2,
    BroadcastState.ENDED: 3,
}


class SearchReader:
    def __init__(self, database: Database, schedule: ScheduleReader) -> None:
        self._database = database
        self._schedule = schedule

    def matching_broadcasts(
        self, words: tuple[str, ...], limit: int, now: datetime
    ) -> tuple[Broadcast, ...]:
        """Return food broadcasts that hold every word: on air, then soonest, past ones last."""
        slot, product = aliased(BroadcastProductRow), aliased(ProductRow)
        sells = (
            select(slot.starts_at)
            .join(
                product,
                and_(product.source == slot.source, product.product_id == slot.product_id),
            )
            .where(
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
                product.is_food.is_(True),
                _holds(words, product.name, product.brand),
            )
            .exists()
        )
        wanted = and_(BroadcastRow.is_food.is_(True), or_(sells, _holds(words, BroadcastRow.title)))
        found = self._schedule.matching(wanted, _sql_order(epoch(now)), limit)
        return tuple(sorted(found, key=lambda b: _order(b, now)))

    def matching_products(self, words: tuple[str, ...], limit: int) -> tuple[MallProduct, ...]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(ProductRow.__table__)
                .where(
                    ProductRow.market == "mall",
                    _holds(words, ProductRow.name, ProductRow.brand),
                )
                .order_by(func.length(ProductRow.name), ProductRow.source, ProductRow.product_id)
                .limit(limit)
            )
            return tuple(_mall_product(row) for row in rows)


def _holds(words: Sequence[str], *columns: Any) -> ColumnElement[bool]:
    """Every word occurs in one of the columns, compared without blanks; no pattern in words."""
    texts = [func.replace(func.coalesce(column, ""), " ", "") for column in columns]
    return and_(*(or_(*(text.contains(word, autoescape=True) for text in texts)) for word in words))


def _sql_order(now: int) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Say in SQL what `_order` says of a broadcast, so that a limit keeps the right ones."""
    starts_at = BroadcastRow.starts_at
    rank = case(
        (BroadcastRow.cancelled_at.is_not(None), _RANK[BroadcastState.CANCELLED]),
        (starts_at > now, _RANK[BroadcastState.UPCOMING]),
        (BroadcastRow.ends_at > now, _RANK[BroadcastState.LIVE]),
        else_=_RANK[BroadcastState.ENDED],
    )
    return rank, case((rank == _RANK[BroadcastState.ENDED], -starts_at), else_=starts_at)


def _order(broadcast: Broadcast, now: datetime) -> tuple[int, float]:
    rank = _RANK[broadcast.state_at(now)]
    start = broadcast.starts_at.timestamp()
    return (rank, -start if rank == _RANK[BroadcastState.ENDED] else start)


def _mall_product(row: Any) -> MallProduct:
    return MallProduct(
        ProductKey(row.source, row.product_id),
        row.name,
        row.brand,
        row.list_price_krw,
        row.sale_price_krw,
        row.thumbnail_url,
        row.product_url,
    )
