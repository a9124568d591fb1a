"""Plain text search over stored names: every word must occur, blanks do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from eats_desktop.domain.catalog import MallProduct
from eats_desktop.domain.schedule import BroadcastState, ProductKey
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
        slot = BroadcastProductRow
        sells = (
            select(slot.starts_at)
            .join(
                ProductRow,
                and_(ProductRow.source == slot.source, ProductRow.product_id == slot.product_id),
            )
            .where(
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
                ProductRow.is_food.is_(True),
                _holds(words, ProductRow.name, ProductRow.brand),
            )
            .exists()
        )
        wanted = and_(BroadcastRow.is_food.is_(True), or_(sells, _holds(words, BroadcastRow.title)))
        found = self._schedule.matching(wanted)
        return tuple(sorted(found, key=lambda b: _order(b, now))[:limit])

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
