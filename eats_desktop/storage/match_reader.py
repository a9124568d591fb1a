"""Reads the products that may be the counterpart of another, by food and by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select, tuple_

from eats_desktop.domain.catalog import ReadProduct
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.search import DocumentKind
from eats_desktop.storage.instants import epoch
from eats_desktop.storage.readings import reading_of
from eats_desktop.storage.search_tables import SearchConceptRow, SearchDocumentRow
from eats_desktop.storage.tables import BroadcastProductRow, BroadcastRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select

    from eats_desktop.storage.database import Database


class MatchReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def item(self, key: ProductKey) -> ReadProduct | None:
        """Return a stored product that was read, None when there is none."""
        wanted = and_(ProductRow.source == key.source, ProductRow.product_id == key.product_id)
        with self._database.read() as connection:
            row = connection.execute(select(ProductRow.__table__).where(wanted)).first()
        return None if row is None else _item(row)

    def items_of(
        self, foods: Collection[str], ingredients: Collection[str], market: str, now: datetime
    ) -> tuple[ReadProduct, ...]:
        """Return the foods of a market that are one of `foods` (or a kind of it), or made of one
        of `ingredients`; of TV only what is on air or still to come, not cancelled."""
        concept, document = SearchConceptRow, SearchDocumentRow
        named = (
            select(document.source, document.item)
            .join(concept, concept.row == document.row)
            .where(
                document.kind == DocumentKind(market).value,
                or_(
                    and_(concept.food.in_(foods), concept.is_made_of.is_(False)),
                    and_(concept.food.in_(ingredients), concept.is_made_of.is_(True)),
                ),
            )
            .distinct()
            .subquery()
        )
        chosen = and_(ProductRow.source == named.c.source, ProductRow.product_id == named.c.item)
        return self._offers(select(ProductRow.__table__).join(named, chosen), market, now)

    def items(
        self, keys: Collection[ProductKey], market: str, now: datetime
    ) -> tuple[ReadProduct, ...]:
        """Return those of these foods of a market that are offered."""
        wanted = tuple_(ProductRow.source, ProductRow.product_id).in_(
            [(key.source, key.product_id) for key in keys]
        )
        return self._offers(select(ProductRow.__table__).where(wanted), market, now)

    def _offers(self, chosen: Select[Any], market: str, now: datetime) -> tuple[ReadProduct, ...]:
        wanted = (
            ProductRow.market == market,
            ProductRow.is_food.is_(True),
            *_offered(market, now),
        )
        order = (ProductRow.source, ProductRow.product_id)
        with self._database.read() as connection:
            return _items(connection.execute(chosen.where(*wanted).order_by(*order)))


def _offered(market: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    if market == DocumentKind.MALL:
        return ()
    slot = BroadcastProductRow
    airs = (
        select(slot.product_id)
        .join(
            BroadcastRow,
            and_(
                slot.channel_id == BroadcastRow.channel_id,
                slot.starts_at == BroadcastRow.starts_at,
                slot.lineup == BroadcastRow.lineup,
            ),
        )
        .where(
            slot.source == ProductRow.source,
            slot.product_id == ProductRow.product_id,
            BroadcastRow.ends_at > epoch(now),
            BroadcastRow.cancelled_at.is_(None),
            BroadcastRow.moved_to.is_(None),
        )
        .exists()
    )
    return (airs,)


def _items(rows: Iterable[Any]) -> tuple[ReadProduct, ...]:
    return tuple(item for item in map(_item, rows) if item is not None)


def _item(row: Any) -> ReadProduct | None:
    reading = reading_of(row)
    if reading is None:
        return None
    price = row.sale_price_krw or row.list_price_krw
    return ReadProduct(ProductKey(row.source, row.product_id), row.name, reading, price)
