"""A schedule feed as a source: what another program crawled or a licensed provider made.

Ranked after the sellers' own pages and before the guides: a shop's own crawl is fresher than any
feed made of one, and a feed may hold slots that only a guide told of, which must not take the
seller's products away. Where a shop crawls nothing, the feed owns every slot.
"""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import InputError, SourceChangedError, SourceError
from eats_desktop.domain.listing import CrawlResult, ParseReport
from eats_desktop.sources.base import CrawlTask, SourceInfo
from eats_desktop.sources.feed_format import IMPORT, ChannelDay
from eats_desktop.sources.feed_location import FeedAddress, feed_files, opened_feed
from eats_desktop.sources.feed_reader import FeedReader
from eats_desktop.sources.health import Tally
from eats_desktop.sources.slots import calendar_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from typing import BinaryIO

    from eats_desktop.domain.listing import ProductListing
    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.feed_reader import FeedReport

RANK = 40
_OLD, _TOO_OLD, _FUTURE = timedelta(hours=24), timedelta(hours=72), timedelta(hours=1)
_FEED, _SHELVES = "feed", "shelves"
_ANY_ID = r"\S+"


class ImportFeed:
    """Asks for the feed once a run, in its first task; each channel's day is a task of its own.

    Keeps what the feed says of the days asked for until the next run plans its tasks. Days that a
    feed does not speak for, or not in full, bring a result that speaks for nothing.
    """

    def __init__(
        self,
        place: FeedAddress | Path,
        channels: Collection[str],
        keep_report: Callable[[FeedReport], object],
    ) -> None:
        self._place = place
        self._channels = channels
        self._keep_report = keep_report
        self._days: frozenset[date] = frozenset()
        self._heard: dict[tuple[str, date], ChannelDay] = {}
        self._products: dict[tuple[str, str], ProductListing] = {}
        self._failure: SourceError | None = None
        self.info = SourceInfo(
            name=IMPORT,
            version=1,
            title="들여온 편성(피드)",
            base_url=place.base_url if isinstance(place, FeedAddress) else str(place),
            channel_ids=tuple(channels),
            horizon_days=14,
            rank=RANK,
        )

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        self._days = frozenset(days)
        self._forget()
        return (
            CrawlTask(IMPORT, _FEED, leads=True),
            *(
                CrawlTask(IMPORT, f"{channel}:{day:%Y%m%d}", channel, day)
                for day in sorted(days)
                for channel in self._channels
            ),
            CrawlTask(IMPORT, _SHELVES, category=_SHELVES),
        )

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        task = context.task
        if task.key == _FEED:
            return (yield from self._read(context.now))
        if self._failure is not None:
            raise self._failure
        if task.key == _SHELVES:
            return _of_shelves(tuple(self._products.values()))
        heard = None
        if task.channel_id is not None and task.day is not None:
            heard = self._heard.get((task.channel_id, task.day))
        return CrawlResult(ParseReport()) if heard is None else channel_day_result(heard, context)

    def _forget(self) -> None:
        self._heard, self._products, self._failure = {}, {}, None

    def _read(self, now: datetime) -> Generator[PageRequest, Page, CrawlResult]:
        """Read the feed; when it cannot be believed, no later task of this run is."""
        self._forget()
        try:
            tally = Tally(_ANY_ID)
            if isinstance(self._place, FeedAddress):
                page = yield self._place.request
                self._take(io.BytesIO(page.body), page.url, now, tally)
            else:
                found = feed_files(self._place)
                for problem in found.problems:
                    tally.warn("H1", problem)
                for path in found.paths:
                    with opened_feed(path) as stream:
                        self._take(stream, path.name, now, tally)
            report = tally.report()
            if report.failed:
                raise SourceChangedError(report.worst())
        except InputError as exc:
            self._failure = SourceChangedError(f"H2 {exc.detail}")
            raise self._failure from exc
        except SourceError as exc:
            self._failure = exc
            raise
        return CrawlResult(report)

    def _take(self, stream: BinaryIO, label: str, now: datetime, tally: Tally) -> None:
        reader = FeedReader(stream, self._channels, label)
        _judge_age(reader.header.made_at, now, tally)
        for block in reader:
            if not isinstance(block, ChannelDay):
                self._products |= {(p.source, p.product_id): p for p in block.products}
            elif block.day in self._days:
                self._heard[block.channel_id, block.day] = block
        report = reader.report
        self._keep_report(report)
        tally.seen += report.lines
        tally.read += report.lines - report.bad
        if report.worst:
            tally.warn("H3", report.worst)


def _judge_age(made_at: datetime, now: datetime, tally: Tally) -> None:
    """H8: a feed that nobody makes any more must not be taken for the schedule of today."""
    age = now - made_at
    if age > _TOO_OLD:
        tally.fail("H8", f"{age.days}일 전에 만든 피드예요")
    elif age > _OLD:
        tally.warn("H8", "하루 넘게 새로 만들어지지 않은 피드예요")
    elif age < -_FUTURE:
        tally.fail("H8", "앞날에 만들었다는 피드예요")


def channel_day_result(heard: ChannelDay, context: CrawlContext) -> CrawlResult:
    """Judge a channel's day as any other page is judged."""
    tally = Tally(_ANY_ID, seen=len(heard.slots), read=len(heard.slots))
    tally.judge_day(heard.slots, context)
    window = calendar_day(heard.channel_id, heard.day)
    return CrawlResult(tally.report(), heard.slots, (window,))


def _of_shelves(products: tuple[ProductListing, ...]) -> CrawlResult:
    tally = Tally(_ANY_ID, seen=len(products), read=len(products))
    tally.judge_products(products)
    return CrawlResult(tally.report(), products=products)
