"""What sellers share that list one channel's day per task."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from eats_desktop.domain.clock import day_start
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.slots import broadcast_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from eats_desktop.domain.listing import SlotListing, Window
    from eats_desktop.sources.base import CrawlContext, PageRequest
    from eats_desktop.sources.health import Tally
    from eats_desktop.sources.source_table import SourceRow

_SLACK = timedelta(hours=2)


class ChannelDays:
    """A seller by its row of the source table; its own class adds `crawl`."""

    name: ClassVar[str]
    version: ClassVar[int] = 1

    def __init__(self, row: SourceRow) -> None:
        self._row = row
        self.info = row.info(self.name, self.version)

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        channels = self.info.channel_ids
        alone = len(channels) == 1
        return [
            CrawlTask(self.name, f"{day:%Y%m%d}" if alone else f"{c}:{day:%Y%m%d}", c, day)
            for day in days
            for c in channels
        ]

    def request(self, context: CrawlContext, kind: str = "list", **values: str) -> PageRequest:
        """Return the request of one kind of page for the channel and day that are asked for."""
        channel, day = channel_day(context)
        code = self._row.channels[channel]
        return self._row.request(kind, day=day, body=None, code=code, **values)


def channel_day(context: CrawlContext) -> tuple[str, date]:
    """Return what a task asks for; ValueError when it is no channel's day."""
    channel, day = context.task.channel_id, context.task.day
    if channel is None or day is None:
        raise ValueError("a channel's day is asked for")
    return channel, day


def turned_day(
    context: CrawlContext, turns_at: timedelta, slots: Sequence[SlotListing], tally: Tally
) -> Window:
    """Return the window of a page whose day turns `turns_at` after midnight.

    Slots that start more than two hours off that day are another day's (H8).
    """
    channel, day = channel_day(context)
    begins = day_start(day) + turns_at
    first, last = begins - _SLACK, begins + timedelta(days=1) + _SLACK
    starts = (slot.starts_at for slot in slots if slot.starts_at is not None)
    tally.require_date([start.date() for start in starts if not first <= start < last], [])
    return broadcast_day(channel, day, turns_at, slots)
