"""Reads which foods are on when, with what their names were read as, for standing alarms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from eats_desktop.domain.alarm_rule import AiredProduct, ProductAiring
from eats_desktop.domain.food import NameReading
from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import BroadcastProductRow, BroadcastRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Executable

    from eats_desktop.storage.database import Database


class AiredFoodReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def aired(self, begins: datetime, ends: datetime) -> tuple[AiredProduct, ...]:
        """Return the foods of broadcasts that start in [begins, ends), cancelled ones too."""
        with self._database.read() as connection:
            rows = connection.execute(_aired(epoch(begins), epoch(ends))).all()
        by_product: dict[tuple[str, str], list[Any]] = {}
        for row in rows:
            by_product.setdefault((row.source, row.product_id), []).append(row)
        return tuple(_product(found) for found in by_product.values())


def _aired(begins: int, ends: int) -> Executable:
    slot, product = BroadcastProductRow, ProductRow
    listed = or_(BroadcastRow.moved_to.is_(None), BroadcastRow.cancelled_at.is_not(None))
    return (
        select(
            slot.channel_id,
            slot.starts_at,
            slot.lineup,
            slot.source,
            slot.product_id,
            slot.list_price_krw,
            slot.sale_price_krw,
            product.name,
            product.foods,
            product.ingredients,
            product.derived,
        )
        .select_from(BroadcastRow)
        .join(
            slot,
            and_(
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
            ),
        )
        .join(product, and_(product.source == slot.source, product.product_id == slot.product_id))
        .where(
            BroadcastRow.starts_at >= begins,
            BroadcastRow.starts_at < ends,
            listed,
            product.is_food.is_(True),
        )
        .order_by(slot.starts_at, slot.channel_id, slot.lineup, slot.position)
    )


def _product(rows: Sequence[Any]) -> AiredProduct:
    first = rows[0]
    words = NameReading(
        foods=tuple(json.loads(first.foods)),
        ingredients=tuple(json.loads(first.ingredients)),
        derived=bool(first.derived),
    )
    airings = (
        ProductAiring(
            BroadcastId(row.channel_id, moment(row.starts_at), row.lineup),
            row.sale_price_krw or row.list_price_krw,
        )
        for row in rows
    )
    return AiredProduct(
        ProductKey(first.source, first.product_id), first.name, words, tuple(airings)
    )
