"""홈앤쇼핑: one HTML page per day (sources document, part 4A)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.fields import read_day
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import (
    calendar_day,
    close_minute_gaps,
    join_same_start,
    place_on_air,
)
from eats_desktop.sources.text import clean, clock_range, https, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

CHANNEL = "hnsmall"
_ON_AIR = "지금방송중"
_ID = re.compile(r"'(\d+)'")


class Hnsmall(ChannelDays):
    name = "hnsmall"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        _, day = channel_day(context)
        return parse((yield self.request(context)), context, day)


def parse(page: Page, context: CrawlContext, day: date) -> CrawlResult:
    soup = BeautifulSoup(read_html(page, "scheduleWrap"), "lxml")
    wrap = soup.select_one("#scheduleWrap")
    if wrap is None:
        raise SourceChangedError("H2 #scheduleWrap 자리가 없어요")
    tally = Tally(r"\d{8}")
    _check_date(wrap, day, tally)
    slots = _slots(wrap, day, _on_air_end(soup), tally)
    tally.judge_prices(_amount(box) for box in wrap.select(".price"))
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (calendar_day(CHANNEL, day),))


def _check_date(wrap: Tag, day: date, tally: Tally) -> None:
    shown = read_day(str(wrap.get("date") or ""))
    if shown is None:
        tally.fail("H8", "페이지에 날짜가 없어요")
        return
    tally.require_date([shown], [day])


def _on_air_end(soup: BeautifulSoup) -> datetime | None:
    """Read the on-air end; the parser lower-cases attribute names."""
    tag = soup.select_one("#onAirTime")
    text = str(tag.get("bdetimesecond") or "") if tag is not None else ""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(second=0, tzinfo=KST)
    except ValueError:
        return None


def _slots(
    wrap: Tag, day: date, on_air_end: datetime | None, tally: Tally
) -> tuple[SlotListing, ...]:
    slots = [_slot(item, day, on_air_end) for item in wrap.select("li.item")]
    tally.seen += len(slots)
    tally.read += sum(1 for slot in slots if slot is not None)
    return join_same_start(place_on_air(slots))


def _slot(item: Tag, day: date, on_air_end: datetime | None) -> SlotListing | None:
    label = item.select_one(".live-time p.time")
    span = label.select_one("span") if label is not None else None
    head = item.select_one("a.goods-info")
    if label is None or span is None or head is None:
        return None
    main = _product(head, ProductRole.MAIN)
    shown = clean(span.get_text())
    times = _times(shown, day)
    if main is None or (times is None and _ON_AIR not in shown.replace(" ", "")):
        return None
    sides = (_product(a, ProductRole.SIDE) for a in item.select(".sub-prd ul li a[onclick]"))
    return SlotListing(
        CHANNEL,
        times[0] if times else None,
        times[1] if times else on_air_end,
        EndKind.GIVEN,
        clean(label.get_text().replace(span.get_text(), "", 1)) or None,
        (main, *(side for side in sides if side is not None)),
    )


def _times(shown: str, day: date) -> tuple[datetime, datetime] | None:
    clocks = clock_range(shown)
    return slot_times(day, *clocks) if clocks else None


def _amount(box: Tag | None) -> str | None:
    words = (box.select_one("strong") or box) if box is not None else None
    return words.get_text(" ") if words is not None else None


def _product(tag: Tag, role: ProductRole) -> ProductListing | None:
    """Read one product inside its own link, so that a side's rate or price is never the main's."""
    match = _ID.search(str(tag.get("onclick") or ""))
    title = tag.select_one(".tit")
    if match is None or title is None:
        return None
    image = tag.select_one("img")
    return listing(
        "hnsmall",
        match[1],
        title.get_text(),
        price(None, _amount(tag.select_one(".price"))),
        role,
        image=https(str(image.get("src") or "")) if image is not None else None,
        link=f"https://www.hnsmall.com/display/goods.do?goods_code={match[1]}",
    )
