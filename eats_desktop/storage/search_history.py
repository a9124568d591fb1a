"""The shopper's last queries, in user.db."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.storage.search_tables import RecentQueryRow

if TYPE_CHECKING:
    from eats_desktop.storage.database import Database


class RecentQueryStore:
    """Newest first; `plain` decides what is the same query."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, plain: str, text: str, keep: int) -> None:
        """Put a query on top, also one that was there; forget all but the newest `keep`."""
        row = RecentQueryRow
        with self._database.write() as connection:
            newest = connection.execute(select(func.max(row.number))).scalar() or 0
            values = {"plain": plain, "text": text, "number": newest + 1}
            connection.execute(insert(row).prefix_with("OR REPLACE"), [values])
            kept = select(row.plain).order_by(row.number.desc()).limit(keep)
            connection.execute(delete(row).where(row.plain.not_in(kept)))

    def newest(self, limit: int) -> tuple[str, ...]:
        row = RecentQueryRow
        with self._database.read() as connection:
            found = connection.execute(select(row.text).order_by(row.number.desc()).limit(limit))
            return tuple(found.scalars())

    def delete(self, plain: str) -> None:
        with self._database.write() as connection:
            connection.execute(delete(RecentQueryRow).where(RecentQueryRow.plain == plain))

    def clear(self) -> None:
        with self._database.write() as connection:
            connection.execute(delete(RecentQueryRow))
