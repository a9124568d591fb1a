"""Reads what found documents stand for: broadcasts in the order a shopper needs, mall products."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, case, false, or_, select, tuple_

from eats_desktop.domain.catalog import MallProduct
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.schedule import BroadcastState, ProductKey
from eats_desktop.storage.instants import epoch
from eats_desktop.storage.readings import amount_of, kind_of
from eats_desktop.storage.recipes import RecipeStore
from eats_desktop.storage.search_reader import price_conditions
from eats_desktop.storage.tables import BroadcastProductRow, BroadcastRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.search import SearchFilter
    from eats_desktop.domain.stored_recipe import RecipeFacts, RecipeKey
    from eats_desktop.storage.database import Database
    from eats_desktop.storage.schedule_reader import ScheduleReader

_RANK = {
    BroadcastState.LIVE: 0,
    BroadcastState.UPCOMING: 1,
    BroadcastState.CANCELLED: 2,
    BroadcastState.ENDED: 3,
}


class SearchHits:
    def __init__(self, database: Database, schedule: ScheduleReader) -> None:
        self._database = database
        self._schedule = schedule
        self._recipes = RecipeStore(database)

    def broadcasts(
        self,
        products: Sequence[ProductKey],
        titles: Sequence[str],
        narrowed: SearchFilter,
        limit: int,
        now: datetime,
    ) -> tuple[Broadcast, ...]:
        """Return food broadcasts of these foods or titles: on air, then soonest, past ones last."""
        wanted = and_(
            BroadcastRow.is_food.is_(True),
            or_(_sells(products, narrowed), _is_called(titles, narrowed)),
            *_aired(narrowed),
        )
        found = self._schedule.matching(wanted, _sql_order(epoch(now)), limit)
        return tuple(sorted(found, key=lambda b: _order(b, now)))

    def recipes(self, keys: Sequence[RecipeKey]) -> dict[RecipeKey, RecipeFacts]:
        """Return what is shown of those of the recipes that are there."""
        return self._recipes.facts(keys)

    def mall_products(
        self, keys: Sequence[ProductKey], *, supplements: bool = False
    ) -> dict[ProductKey, MallProduct]:
        """Return the mall products of these keys, what is known to be no food left out; only the
        health supplements among them when those are asked for."""
        is_supplement = ProductRow.kind == FoodKind.SUPPLEMENT.value
        with self._database.read() as connection:
            rows = connection.execute(
                select(ProductRow.__table__).where(
                    _is_one_of(ProductRow.source, ProductRow.product_id, keys),
                    ProductRow.market == "mall",
                    is_supplement if supplements else ProductRow.is_food.is_not(False),
                )
            )
            return {product.key: product for product in map(_mall_product, rows)}


def _sells(products: Sequence[ProductKey], narrowed: SearchFilter) -> ColumnElement[bool]:
    slot, product = BroadcastProductRow, ProductRow
    if not products:
        return false()
    slots = (
        select(slot.channel_id, slot.starts_at, slot.lineup)
        .join(product, and_(product.source == slot.source, product.product_id == slot.product_id))
        .where(
            _is_one_of(slot.source, slot.product_id, products),
            product.is_food.is_(True),
            *price_conditions(slot, narrowed),
        )
    )
    return tuple_(BroadcastRow.channel_id, BroadcastRow.starts_at, BroadcastRow.lineup).in_(slots)


def _is_called(titles: Sequence[str], narrowed: SearchFilter) -> ColumnElement[bool]:
    """A title alone tells no price."""
    if not titles or narrowed.has_price:
        return false()
    return BroadcastRow.title.in_(titles)


def _aired(narrowed: SearchFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if narrowed.channels:
        found.append(BroadcastRow.channel_id.in_(sorted(narrowed.channels)))
    if narrowed.starts_from is not None:
        found.append(BroadcastRow.starts_at >= epoch(narrowed.starts_from))
    if narrowed.starts_before is not None:
        found.append(BroadcastRow.starts_at < epoch(narrowed.starts_before))
    return found


def _is_one_of(source: Any, item: Any, keys: Sequence[ProductKey]) -> ColumnElement[bool]:
    return tuple_(source, item).in_([(key.source, key.product_id) for key in keys])


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
        kind_of(row),
        amount_of(row),
    )
