"""Reads what can be bought of some foods now: mall products, and TV products with an airing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from eats_desktop.domain.buying import OfferedProduct
from eats_desktop.domain.schedule import BroadcastId, PriceKind, ProductKey
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.price_reader import offer_of
from eats_desktop.storage.readings import reading_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.schedule import Broadcast, BroadcastProduct
    from eats_desktop.storage.database import Database
    from eats_desktop.storage.schedule_reader import ScheduleReader

# CROSS JOIN: SQLite begins with the few rows of the foods, whatever it knows of the tables.
_NAMED = """
    FROM (SELECT DISTINCT d.source, d.item FROM search_concept c
          CROSS JOIN search_document d ON d."row" = c."row"
          WHERE c.food IN :foods AND c.is_made_of = 0 AND d.kind = :market) named
    JOIN product p ON p.source = named.source AND p.product_id = named.item
"""
_MALL = text(
    f"""
    SELECT p.* {_NAMED}
    LEFT JOIN product_detail page ON page.source = p.source AND page.product_id = p.product_id
    WHERE p.market = 'mall' AND p.is_food AND p.price_kind <> 'soldout'
      AND coalesce(page.is_ended, 0) = 0
    ORDER BY p.source, p.product_id
    """
).bindparams(bindparam("foods", expanding=True))
_TV = text(
    f"""
    SELECT * FROM (
        SELECT p.*, b.channel_id, b.starts_at, b.lineup, row_number() OVER (
            PARTITION BY p.source, p.product_id ORDER BY b.starts_at, b.channel_id, b.lineup
        ) AS place
        {_NAMED}
        JOIN broadcast_product s ON s.source = p.source AND s.product_id = p.product_id
        JOIN broadcast b ON b.channel_id = s.channel_id AND b.starts_at = s.starts_at
            AND b.lineup = s.lineup
        WHERE p.market = 'tv' AND p.is_food AND s.price_kind <> 'soldout' AND b.ends_at > :now
          AND b.cancelled_at IS NULL AND b.moved_to IS NULL
    ) WHERE place = 1 ORDER BY source, product_id
    """  # noqa: S608  constants
).bindparams(bindparam("foods", expanding=True))


class BuyableReader:
    """Any thread but the UI's."""

    def __init__(self, database: Database, schedule: ScheduleReader) -> None:
        self._database = database
        self._schedule = schedule

    def offered(self, foods: Collection[str], now: datetime) -> tuple[OfferedProduct, ...]:
        """Return the products that are one of `foods` or a kind of it, not sold out.

        Of TV only what is on air or still to come, each with its next airing and the price there.
        """
        wanted = sorted(foods)
        with self._database.read() as connection:
            mall = connection.execute(_MALL, {"foods": wanted, "market": "mall"}).all()
            aired = connection.execute(
                _TV, {"foods": wanted, "market": "tv", "now": epoch(now)}
            ).all()
        return (*_on_the_shelf(mall), *self._on_air(aired))

    def _on_air(self, rows: Sequence[Any]) -> Iterator[OfferedProduct]:
        slots = {_slot(row) for row in rows}
        broadcasts = {one.id: one for one in self._schedule.those(slots)}
        for row in rows:
            reading, broadcast = reading_of(row), broadcasts.get(_slot(row))
            if reading is None or broadcast is None:
                continue
            sold = _sold(broadcast, ProductKey(row.source, row.product_id))
            if sold is not None and sold.price_kind is not PriceKind.SOLD_OUT:
                yield OfferedProduct(_as_sold(offer_of(row), sold), reading, broadcast)


def _on_the_shelf(rows: Sequence[Any]) -> Iterator[OfferedProduct]:
    for row in rows:
        reading = reading_of(row)
        if reading is not None:
            yield OfferedProduct(offer_of(row), reading)


def _slot(row: Any) -> BroadcastId:
    return BroadcastId(row.channel_id, moment(row.starts_at), row.lineup)


def _sold(broadcast: Broadcast, key: ProductKey) -> BroadcastProduct | None:
    return next((one for one in broadcast.products if one.key == key), None)


def _as_sold(offer: Offer, sold: BroadcastProduct) -> Offer:
    """Return the offer at the price of its broadcast."""
    return replace(
        offer,
        price_kind=sold.price_kind,
        list_price_krw=sold.list_price_krw,
        sale_price_krw=sold.sale_price_krw,
        conditional=sold.conditional,
    )
