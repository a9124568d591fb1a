"""Writes of the catalogue: what sources listed, and the broadcasts settled from it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.listing import SlotListing, Window
from eats_desktop.domain.reconciliation import SourceSlot
from eats_desktop.domain.schedule import EndKind
from eats_desktop.storage import broadcast_rows, page_measures, product_rows
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.listing_json import dump_products, load_products
from eats_desktop.storage.pruning import prune_catalog, thin_prices
from eats_desktop.storage.tables import ChannelNumber, SourcePageRow, SourceSlotRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.listing import ProductListing
    from eats_desktop.domain.page_measure import PageMeasure, PageTopic
    from eats_desktop.domain.reconciliation import SlotChange, StoredSlot
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.storage.database import Database
    from eats_desktop.storage.product_rows import MallCounts


class CatalogWriter:
    """For the writer thread only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self) -> Iterator[CatalogTransaction]:
        with self._database.write() as connection:
            yield CatalogTransaction(connection)


class CatalogTransaction:
    """One write transaction: everything inside is stored together or not at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace_listing(
        self,
        source: str,
        task_key: str,
        windows: Sequence[Window],
        slots: Sequence[SlotListing],
        at: datetime,
    ) -> None:
        """Forget what `source` listed inside the windows, store these slots instead."""
        for window in windows:
            self._connection.execute(
                delete(SourceSlotRow).where(SourceSlotRow.source == source, *_inside(window))
            )
        rows = [_slot_values(source, slot, at) for slot in slots]
        if rows:
            self._connection.execute(insert(SourceSlotRow).prefix_with("OR REPLACE"), rows)
        self._remember_windows(source, task_key, windows, at)

    def _remember_windows(
        self, source: str, task_key: str, windows: Sequence[Window], at: datetime
    ) -> None:
        self._connection.execute(
            delete(SourcePageRow).where(
                SourcePageRow.source == source, SourcePageRow.task_key == task_key
            )
        )
        rows = [
            {
                "source": source,
                "task_key": task_key,
                "channel_id": window.channel_id,
                "window_start": epoch(window.starts_at),
                "window_end": epoch(window.ends_at),
                "fetched_at": epoch(at),
            }
            for window in windows
        ]
        if rows:
            self._connection.execute(insert(SourcePageRow).prefix_with("OR REPLACE"), rows)

    def touch_listing(self, source: str, task_key: str, at: datetime) -> tuple[Window, ...]:
        """Note that a page said the same again; return the windows it speaks for."""
        mine = and_(SourcePageRow.source == source, SourcePageRow.task_key == task_key)
        self._connection.execute(update(SourcePageRow).where(mine).values(fetched_at=epoch(at)))
        rows = self._connection.execute(
            select(SourcePageRow.channel_id, SourcePageRow.window_start, SourcePageRow.window_end)
            .where(mine)
            .order_by(SourcePageRow.channel_id, SourcePageRow.window_start)
        )
        windows = tuple(Window(row[0], moment(row[1]), moment(row[2])) for row in rows)
        for window in windows:
            self._connection.execute(
                update(SourceSlotRow)
                .where(SourceSlotRow.source == source, *_inside(window))
                .values(seen_at=epoch(at))
            )
        return windows

    def source_slots(self, window: Window) -> tuple[SourceSlot, ...]:
        """Return what every source last listed in the window, by start."""
        rows = self._connection.execute(
            select(SourceSlotRow.__table__)
            .where(*_inside(window))
            .order_by(SourceSlotRow.source, SourceSlotRow.starts_at, SourceSlotRow.lineup)
        )
        return tuple(
            SourceSlot(
                row.source,
                SlotListing(
                    row.channel_id,
                    moment(row.starts_at),
                    moment(row.ends_at),
                    EndKind(row.end_kind),
                    row.title,
                    load_products(row.products),
                    row.lineup,
                ),
                moment(row.seen_at),
            )
            for row in rows
        )

    def stored_slots(self, window: Window) -> tuple[StoredSlot, ...]:
        return broadcast_rows.stored_slots(self._connection, window)

    def save(
        self,
        changes: Sequence[SlotChange],
        readings: Mapping[ProductKey, FoodReading],
        at: datetime,
    ) -> None:
        """Write broadcasts, their products, price observations and history."""
        broadcast_rows.save(self._connection, changes, at)
        product_rows.save_from_slots(self._connection, changes, readings, at)

    def save_mall(
        self,
        products: Sequence[ProductListing],
        readings: Mapping[ProductKey, FoodReading],
        at: datetime,
    ) -> MallCounts:
        return product_rows.save_mall(self._connection, products, readings, at)

    def save_channel_numbers(self, numbers: Mapping[str, int], source: str, at: datetime) -> None:
        rows = [
            {"channel_id": name, "channel_no": number, "source": source, "seen_at": epoch(at)}
            for name, number in numbers.items()
        ]
        if rows:
            self._connection.execute(insert(ChannelNumber).prefix_with("OR REPLACE"), rows)

    def stale_readings(self, model_version: str, limit: int) -> tuple[tuple[ProductKey, str], ...]:
        return product_rows.stale_readings(self._connection, model_version, limit)

    def save_readings(self, readings: Mapping[ProductKey, FoodReading]) -> None:
        product_rows.save_readings(self._connection, readings)

    def measures(self, topic: PageTopic, since: datetime) -> tuple[PageMeasure, ...]:
        return page_measures.recent(self._connection, topic, since)

    def remember_measure(self, topic: PageTopic, measure: PageMeasure, at: datetime) -> None:
        page_measures.remember(self._connection, topic, measure, at)

    def starts_of(self, sources: Sequence[str], window: Window) -> tuple[datetime, ...]:
        return page_measures.starts(self._connection, sources, window)

    def prune(self, before: datetime) -> int:
        return prune_catalog(self._connection, epoch(before))

    def thin_prices(self, before: datetime) -> int:
        return thin_prices(self._connection, epoch(before))


def _inside(window: Window) -> tuple[ColumnElement[bool], ...]:
    return (
        SourceSlotRow.channel_id == window.channel_id,
        SourceSlotRow.starts_at >= epoch(window.starts_at),
        SourceSlotRow.starts_at < epoch(window.ends_at),
    )


def _slot_values(source: str, slot: SlotListing, at: datetime) -> dict[str, object]:
    return {
        "source": source,
        "channel_id": slot.channel_id,
        "starts_at": epoch(slot.starts_at),
        "lineup": slot.lineup,
        "ends_at": epoch(slot.ends_at),
        "end_kind": slot.end_kind.value,
        "title": slot.title,
        "products": dump_products(slot.products),
        "seen_at": epoch(at),
    }
