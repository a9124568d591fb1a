"""Reads what products cost now and every price they were seen at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, tuple_

from eats_desktop.domain.offer import Offer, PageCheck
from eats_desktop.domain.price_history import PriceSpan
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.storage.conditional_prices import conditional_of
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.readings import amount_of
from eats_desktop.storage.tables import PriceObservationRow, ProductDetailRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from eats_desktop.storage.database import Database

_TOLD = (PriceKind.PRICED.value, PriceKind.SOLD_OUT.value)


class PriceReader:
    """Any thread but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offers(self, keys: Collection[ProductKey]) -> dict[ProductKey, Offer]:
        """Return the products of these keys that are stored."""
        key = tuple_(ProductRow.source, ProductRow.product_id)
        with self._database.read() as connection:
            rows = connection.execute(
                select(ProductRow.__table__).where(key.in_(_pairs(keys)))
            ).all()
        return {offer.key: offer for offer in map(offer_of, rows)}

    def page_checks(self, keys: Collection[ProductKey]) -> dict[ProductKey, PageCheck]:
        """Return when the own pages of these products were last read, and what that told."""
        page = ProductDetailRow
        with self._database.read() as connection:
            rows = connection.execute(
                select(
                    page.source, page.product_id, page.fetched_at, page.is_ended, page.price_kind
                ).where(
                    tuple_(page.source, page.product_id).in_(_pairs(keys)),
                    page.fetched_at.is_not(None),
                )
            )
            return {
                ProductKey(row.source, row.product_id): PageCheck(
                    moment(row.fetched_at),
                    is_ended=row.is_ended,
                    tells_price=row.price_kind in _TOLD,
                )
                for row in rows
            }

    def spans(
        self, keys: Collection[ProductKey], since: datetime
    ) -> Mapping[ProductKey, tuple[PriceSpan, ...]]:
        """Return the prices of each product that were still seen at or after `since`."""
        seen = PriceObservationRow
        with self._database.read() as connection:
            rows = connection.execute(
                select(
                    seen.source,
                    seen.product_id,
                    seen.price_kind,
                    seen.list_price_krw,
                    seen.sale_price_krw,
                    seen.conditional_price_krw,
                    seen.price_condition,
                    seen.observed_at,
                    seen.last_seen_at,
                )
                .where(
                    tuple_(seen.source, seen.product_id).in_(_pairs(keys)),
                    seen.last_seen_at >= epoch(since),
                )
                .order_by(seen.source, seen.product_id, seen.id)
            ).all()
        found: dict[ProductKey, list[PriceSpan]] = defaultdict(list)
        for row in rows:
            found[ProductKey(row.source, row.product_id)].append(_span(row))
        return {key: tuple(spans) for key, spans in found.items()}


def _pairs(keys: Collection[ProductKey]) -> list[tuple[str, str]]:
    return sorted((key.source, key.product_id) for key in keys)


def offer_of(row: Any) -> Offer:
    """Return the offer of a product's row."""
    return Offer(
        key=ProductKey(row.source, row.product_id),
        market=row.market,
        name=row.name,
        brand=row.brand,
        price_kind=PriceKind(row.price_kind),
        list_price_krw=row.list_price_krw,
        sale_price_krw=row.sale_price_krw,
        conditional=conditional_of(row),
        amount=amount_of(row),
        thumbnail_url=row.thumbnail_url,
        product_url=row.product_url,
        seen_at=moment(row.seen_at),
    )


def _span(row: Any) -> PriceSpan:
    """A sold-out product keeps a price on its page that nobody can pay."""
    is_sold = PriceKind(row.price_kind) is PriceKind.PRICED
    return PriceSpan(
        (row.sale_price_krw or row.list_price_krw) if is_sold else None,
        moment(row.observed_at),
        moment(row.last_seen_at),
        conditional_of(row) if is_sold else None,
    )
