"""What a schedule feed is written from: settled broadcasts that are on, and the mall's shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.listing import ProductListing, SlotListing
from eats_desktop.domain.schedule import ProductRole
from eats_desktop.storage.broadcast_rows import listing_of, stored_slots
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import BroadcastRow, ProductRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from eats_desktop.domain.listing import Window
    from eats_desktop.storage.database import Database


class FeedSource:
    """Any thread but the UI's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def channel_days(self, begins: datetime, ends: datetime) -> tuple[tuple[str, date], ...]:
        """Return the channels' Korean days on which something is on, by channel and day."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(BroadcastRow.channel_id, BroadcastRow.starts_at).where(
                    BroadcastRow.starts_at >= epoch(begins),
                    BroadcastRow.starts_at < epoch(ends),
                    BroadcastRow.cancelled_at.is_(None),
                    BroadcastRow.moved_to.is_(None),
                )
            ).all()
        return tuple(sorted({(row.channel_id, korean_day(moment(row.starts_at))) for row in rows}))

    def slots(self, window: Window) -> tuple[SlotListing, ...]:
        """Return the broadcasts of a window that are on, as their source would list them."""
        with self._database.read() as connection:
            found = stored_slots(connection, window)
        return tuple(
            SlotListing(
                s.slot.id.channel_id,
                s.slot.id.starts_at,
                s.slot.ends_at,
                s.slot.end_kind,
                s.slot.title,
                s.slot.products,
                s.slot.id.lineup,
            )
            for s in found
            if s.cancelled_at is None and s.moved_to is None
        )

    def shelves(self, since: datetime) -> Iterator[tuple[str, tuple[ProductListing, ...]]]:
        """Yield each shelf's products seen since, by category and number."""
        category = func.coalesce(ProductRow.category, "")
        fresh = (ProductRow.market == "mall", ProductRow.seen_at >= epoch(since))
        with self._database.read() as connection:
            names = connection.execute(
                select(category).where(*fresh).distinct().order_by(category)
            ).scalars()
            for name in names.all():
                rows = connection.execute(
                    select(ProductRow.__table__)
                    .where(*fresh, category == name)
                    .order_by(ProductRow.source, ProductRow.product_id)
                )
                yield (
                    name,
                    tuple(listing_of(row, ProductRole.MAIN) for row in rows),
                )
