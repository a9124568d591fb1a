"""LG U+ programme guide: start times per channel and day, and today's U+TV numbers (part 6.1).

Channel ids are discovered on each crawl: channels of a genre named 홈쇼핑, or with a known name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, SlotListing, Window
from eats_desktop.domain.schedule import EndKind
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.fields import child, objects, read_day, text
from eats_desktop.sources.guide_titles import guide_title
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.slots import calendar_day, end_at_next_start
from eats_desktop.sources.text import clean, clock_on

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date, datetime

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.channels import ChannelTable
    from eats_desktop.sources.source_table import SourceRow

_CHANNEL_KEYS = keys(
    "urcBrdCntrTvChnlId",
    "urcBrdCntrTvChnlDscr urcBrdCntrTvChnlGnreCd urcBrdCntrTvChnlNm urcBrdCntrTvChnlNo",
)
_ROW_KEYS = keys(
    "epgStrtTme brdPgmTitNm",
    "brdCntrTvChnlBrdDt brdPgmDscr brdPgmRsolNm brdWtchAgeGrdCd explBrdYn silaBrdYn subtBrdYn"
    " urcBrdCntrTvChnlId urcBrdCntrTvChnlNm urcBrdCntrTvChnlNo urcBrdCntrTvSchdGnreCd",
)
_NUMBER = re.compile(r"\[\d+\]$")
_CHANNEL_NO = re.compile(r"[1-9]\d{0,2}", re.ASCII)


class UplusGuide:
    def __init__(self, row: SourceRow, channels: ChannelTable) -> None:
        self._row = row
        self._channels = channels
        self.info = row.info("uplus_guide", version=1, channel_ids=channels.ids())

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        return [CrawlTask("uplus_guide", f"{day:%Y%m%d}", day=day) for day in days]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        """Discover the channels, then ask for each one's day; a silent channel is left out."""
        day = context.task.day
        if day is None:
            raise ValueError("a day is asked for")
        listing = read_json((yield self._row.request("channels")))
        found = self._discover(listing)
        if not found:
            raise SourceChangedError("H2 홈쇼핑 채널을 찾지 못했어요")
        tally = Tally(r"")
        tally.judge_keys(objects(child(listing, "brdCntrTvChnlIDtoList")), _CHANNEL_KEYS)
        heard: list[Any] = []
        slots: list[SlotListing] = []
        windows: list[Window] = []
        for channel_id, (guide_id, _) in found.items():
            asked = self._row.request("list", day=day, id=guide_id)
            rows = _rows(read_json((yield asked)))
            heard += rows
            day_slots = _slots(rows, channel_id, day, tally)
            if day_slots:
                slots += day_slots
                windows.append(_window(channel_id, day, day_slots))
            if context.is_glance and day_slots:
                break
        tally.judge_keys(objects(heard), _ROW_KEYS)
        tally.judge_day(slots, context)
        numbers = {channel_id: number for channel_id, (_, number) in found.items() if number}
        return CrawlResult(
            tally.report(),
            tuple(slots),
            tuple(windows),
            channel_numbers=numbers,
            is_part=context.is_glance,
        )

    def _discover(self, document: Any) -> dict[str, tuple[str, int]]:
        """Return channel id → (the guide's id, U+TV number or 0)."""
        rows = child(document, "brdCntrTvChnlIDtoList")
        if not isinstance(rows, list):
            raise SourceChangedError("H2 brdCntrTvChnlIDtoList 자리가 없어요")
        found: dict[str, tuple[str, int]] = {}
        for row in objects(rows):
            guide_id = text(row, "urcBrdCntrTvChnlId")
            names = (text(row, "urcBrdCntrTvChnlDscr"), text(row, "urcBrdCntrTvChnlNm"))
            plain = [_NUMBER.sub("", clean(name)) for name in names]
            channel = next((c for c in map(self._channels.by_alias, plain) if c), None)
            if channel is not None and guide_id:
                shown = text(row, "urcBrdCntrTvChnlNo")
                number = int(shown) if _CHANNEL_NO.fullmatch(shown) else 0
                found.setdefault(channel, (guide_id, number))
        return found


def _rows(document: Any) -> list[Any]:
    rows = child(document, "brdCntTvSchIDtoList")
    if not isinstance(rows, list):
        raise SourceChangedError("H2 brdCntTvSchIDtoList 자리가 없어요")
    return rows


def _slots(rows: Sequence[Any], channel: str, day: date, tally: Tally) -> tuple[SlotListing, ...]:
    slots: dict[datetime, SlotListing] = {}
    for row in rows:
        tally.seen += 1
        starts_at = clock_on(day, text(row, "epgStrtTme"))
        if starts_at is None:
            continue
        tally.read += 1
        shown = read_day(text(row, "brdCntrTvChnlBrdDt"))
        tally.require_date([] if shown is None else [shown], [day])
        title = guide_title(text(row, "brdPgmTitNm"))
        slots[starts_at] = SlotListing(channel, starts_at, None, EndKind.NEXT_START, title)
    ordered = [slots[start] for start in sorted(slots)]
    return end_at_next_start(ordered, calendar_day(channel, day).ends_at)


def _window(channel: str, day: date, slots: Sequence[SlotListing]) -> Window:
    whole = calendar_day(channel, day)
    first = slots[0].starts_at or day_start(day)
    return Window(channel, first, whole.ends_at)
