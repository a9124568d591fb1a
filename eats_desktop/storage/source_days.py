"""Which days of which channels each source spoke for, and as of when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.sync_report import SourceDay
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import SourcePageRow

if TYPE_CHECKING:
    from datetime import date

    from eats_desktop.storage.database import Database

_DAY, _HALF_DAY = 86_400, 43_200
"""Seconds; a page that speaks for less than half of a day does not cover it."""


class SourceDayReader:
    def __init__(self, database: Database) -> None:
        self._database = database

    def source_days(self, first: date, days: int) -> tuple[SourceDay, ...]:
        """Return what was fetched for these days; a day no source spoke for is left out."""
        page = SourcePageRow
        begins = [first + timedelta(days=n) for n in range(days)]
        with self._database.read() as connection:
            rows = connection.execute(
                select(
                    page.source, page.channel_id, page.window_start, page.window_end,
                    page.fetched_at,
                )
                .where(
                    page.window_end > epoch(day_start(first)),
                    page.window_start < epoch(day_start(first + timedelta(days=days))),
                )
                .order_by(page.source, page.channel_id, page.window_start)
            ).all()  # fmt: skip
        newest: dict[tuple[str, str, date], int] = {}
        for row in rows:
            for day in begins:
                start = epoch(day_start(day))
                shared = min(row.window_end, start + _DAY) - max(row.window_start, start)
                if shared >= _HALF_DAY:
                    key = (row.source, row.channel_id, day)
                    newest[key] = max(row.fetched_at, newest.get(key, 0))
        return tuple(SourceDay(*key, moment(at)) for key, at in newest.items())
