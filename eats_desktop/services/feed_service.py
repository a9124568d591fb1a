"""Writes what is stored as a schedule feed, and takes one in (편성 내보내기와 들여오기)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from eats_desktop.domain.clock import day_start, korean_day
from eats_desktop.domain.errors import SourceError, StoppedError
from eats_desktop.domain.events import ScheduleChanged
from eats_desktop.domain.listing import CrawlResult, ParseReport
from eats_desktop.sources.base import CrawlContext, CrawlTask
from eats_desktop.sources.crawler import CrawlOutcome
from eats_desktop.sources.feed import channel_day_result
from eats_desktop.sources.feed_format import IMPORT, ChannelDay, Shelf, feed_lines
from eats_desktop.sources.slots import calendar_day
from eats_desktop.sync.health_gate import require_healthy

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.listing import ProductListing, SlotListing, Window
    from eats_desktop.domain.reconciliation import MergedSlot, StoredSlot
    from eats_desktop.sources.feed_reader import FeedReader, FeedReport
    from eats_desktop.sync.apply import Applied, ListingWriter
    from eats_desktop.sync.page_watch import PageWatch

T = TypeVar("T")
_MOVES = timedelta(days=14)
_ON_SHELF = timedelta(days=7)
"""What a mall has not listed for longer is no offer any more."""


class FeedStore(Protocol):
    def channel_days(self, begins: datetime, ends: datetime) -> tuple[tuple[str, date], ...]: ...

    def slots(self, window: Window) -> tuple[SlotListing, ...]: ...

    def shelves(self, since: datetime) -> Iterator[tuple[str, tuple[ProductListing, ...]]]: ...


class Writer(Protocol):
    """Runs work on the writer thread and waits for it."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


class FeedExport:
    """Any thread but the UI's."""

    def __init__(self, store: FeedStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def lines(self, days: int, producer: str) -> Iterator[str]:
        """Yield the feed of today and the days after it, and of the mall, line by line."""
        now = self._clock.now()
        return feed_lines(producer, now, self._blocks(days, now))

    def _blocks(self, days: int, now: datetime) -> Iterator[ChannelDay | Shelf]:
        begins = day_start(korean_day(now))
        for channel_id, day in self._store.channel_days(begins, begins + timedelta(days=days)):
            slots = self._store.slots(calendar_day(channel_id, day))
            yield ChannelDay(channel_id, day, slots)
        for category, products in self._store.shelves(now - _ON_SHELF):
            yield Shelf(category, products)


class FeedImport:
    """For a job thread: reads a feed once and writes it as a synchronisation writes pages.

    Each channel's day is judged, merged and reconciled by itself, in a transaction of its own; one
    that is not believed is named in the report and leaves what is stored as it was.
    """

    def __init__(
        self,
        listings: ListingWriter,
        watch: PageWatch,
        write: Writer,
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._listings = listings
        self._watch = watch
        self._write = write
        self._clock = clock
        self._publish = publish

    def run(self, reader: FeedReader, stop: threading.Event) -> FeedReport:
        """Take the feed in; StoppedError leaves whole days that are stored already."""
        report = reader.report
        vanished: list[StoredSlot] = []
        appeared: list[MergedSlot] = []
        for block in reader:
            if stop.is_set():
                raise StoppedError("멈췄어요")
            applied = self._take(block, report)
            if applied is not None:
                vanished += applied.vanished
                appeared += self._ahead(applied.appeared)
        if vanished and appeared:
            now = self._clock.now()
            moved = self._write(lambda: self._listings.link_moves(vanished, appeared, now))
            self._told(moved, report)
        return report

    def _ahead(self, slots: Iterable[MergedSlot]) -> list[MergedSlot]:
        """Only what airs soon may be what another slot moved to: a long feed needs no memory."""
        now = self._clock.now()
        return [slot for slot in slots if now < slot.id.starts_at < now + _MOVES]

    def _take(self, block: ChannelDay | Shelf, report: FeedReport) -> Applied | None:
        try:
            if isinstance(block, ChannelDay):
                applied = self._store_day(block)
                report.days += 1
                report.slots += len(block.slots)
            else:
                applied = self._store_shelf(block)
                report.products += len(block.products)
        except SourceError as error:
            report.refuse(block.label, error.detail)
            return None
        self._told(applied, report)
        return applied

    def _store_day(self, block: ChannelDay) -> Applied:
        now = self._clock.now()
        task = CrawlTask(
            IMPORT, f"{block.channel_id}:{block.day:%Y%m%d}", block.channel_id, block.day
        )
        result = channel_day_result(block, CrawlContext(task, now))
        require_healthy(result.report)

        def store() -> Applied:
            examined = self._watch.examine(task, CrawlOutcome(result, (), unchanged=False), now)
            applied = self._listings.apply(IMPORT, task.key, result, now)
            self._watch.remember(examined, now)
            return applied

        return self._write(store)

    def _store_shelf(self, block: Shelf) -> Applied:
        count = len(block.products)
        result = CrawlResult(ParseReport(count, count), products=block.products)
        key = f"shelf:{block.category}"
        return self._write(lambda: self._listings.apply(IMPORT, key, result, self._clock.now()))

    def _told(self, applied: Applied, report: FeedReport) -> None:
        report.count({kind.value: number for kind, number in applied.counts.items()})
        if applied.days:
            self._publish(ScheduleChanged(applied.days))
