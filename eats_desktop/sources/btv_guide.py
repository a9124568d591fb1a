"""SK Btv programme guide: three days of one channel per call, with ends (part 6.2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, SlotListing, Window
from eats_desktop.domain.schedule import EndKind
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.fields import child, objects, text
from eats_desktop.sources.guide_titles import guide_title
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.slots import close_minute_gaps

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.channels import ChannelTable
    from eats_desktop.sources.source_table import SourceRow

_STEP = 3
"""Days that one answer holds."""

_KEYS = keys("dtEventStart dtEventEnd nmTitle", "cdGenre cdRating eventDt nmSynop")


class BtvGuide:
    def __init__(self, row: SourceRow, channels: ChannelTable) -> None:
        self._row = row
        self._channels = channels
        self.info = row.info("btv_guide", version=1, channel_ids=channels.ids())

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        return [
            CrawlTask("btv_guide", f"{channel}:{day:%Y%m%d}", channel, day)
            for day in days[::_STEP]
            for channel in self._channels.ids()
            if self._channels.btv_svcid(channel) is not None
        ]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        task = context.task
        svcid = str(self._channels.btv_svcid(task.channel_id or ""))
        page = yield self._row.request("list", day=task.day, id=svcid)
        return parse(page, context)


def parse(page: Page, context: CrawlContext) -> CrawlResult:
    channel, day = context.task.channel_id, context.task.day
    if channel is None or day is None:
        raise ValueError("a channel's day is asked for")
    rows = _rows(read_json(page))
    tally = Tally(r"")
    tally.judge_keys(objects(rows), _KEYS)
    slots = _slots(rows, channel, tally)
    _check_dates(slots, day, tally)
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), slots, _windows(channel, slots))


def _check_dates(slots: Sequence[SlotListing], day: date, tally: Tally) -> None:
    """H8: the answer speaks of the day asked for and the two after, from the evening before on."""
    shown = {korean_day(slot.starts_at) for slot in slots if slot.starts_at}
    tally.require_date(shown, [day + timedelta(days=n) for n in range(-1, _STEP)])
    if shown and day not in shown:
        tally.fail("H8", f"{day:%Y-%m-%d} 편성이 없어요")


def _rows(document: Any) -> list[Any]:
    rows = child(child(document, "result"), "chnlFrmtInfoList")
    if not isinstance(rows, list):
        raise SourceChangedError("H2 chnlFrmtInfoList 자리가 없어요")
    return rows


def _slots(rows: Sequence[Any], channel: str, tally: Tally) -> tuple[SlotListing, ...]:
    slots: dict[datetime, SlotListing] = {}
    for row in rows:
        tally.seen += 1
        starts_at, ends_at = _instant(row, "dtEventStart"), _instant(row, "dtEventEnd")
        if starts_at is None or ends_at is None or ends_at <= starts_at:
            continue
        tally.read += 1
        title = guide_title(text(row, "nmTitle"))
        slots[starts_at] = SlotListing(channel, starts_at, ends_at, EndKind.GUIDE, title)
    return close_minute_gaps([slots[start] for start in sorted(slots)])


def _instant(row: Any, name: str) -> datetime | None:
    try:
        return datetime.strptime(text(row, name), "%Y%m%d%H%M%S").replace(second=0, tzinfo=KST)
    except ValueError:
        return None


def _windows(channel: str, slots: Sequence[SlotListing]) -> tuple[Window, ...]:
    """The answer speaks from its first start to its last end, nothing before or after."""
    if not slots:
        return ()
    first, last = slots[0].starts_at, max(s.ends_at for s in slots if s.ends_at)
    return (Window(channel, first, last),) if first is not None else ()
