"""쇼핑엔티: today's HTML page, seen through a browser only (sources document, part 5.9).

The plain page may hold less than the day, so that it speaks for the stretches it shows. `variant`
"list_2021" asks the older address, which takes a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.html_parts import (
    attribute,
    judge_silent_slots,
    picture,
    require_whole,
    says_on_air,
    words,
)
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import close_minute_gaps, join_same_start, shown_stretches
from eats_desktop.sources.split_lineups import place_lineups_on_air
from eats_desktop.sources.text import clean, clock_range, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.source_table import SourceRow

CHANNEL = "shoppingnt"
_GOODS = re.compile(r"/display/goods/(\d+)")
_DAY = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\s*")
_NIGHT_HOUR = 3


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of one of the two pages are."""

    page: str
    container: str
    whole: str
    item: str
    time: str
    name: str
    link: str
    price: str
    silent: str
    """What names a broadcast that sells nothing (공익방송)."""


_MAIN = _Layout(
    page="list",
    container="time-list",
    whole="html",
    item="ul.time-list > li",
    time=".tit-time",
    name="a.tit.tit-h2 span.name",
    link="a.tit.tit-h2",
    price="em.txt-2xl",
    silent="p.txt",
)
_LIST_2021 = _Layout(
    page="list_2021",
    container="scdList",
    whole="ol",
    item="div.scdList > ol > li",
    time="span.time em",
    name="span.tits a",
    link="span.tits a",
    price="span.price_txt span.num",
    silent="span.tits",
)


class Shoppingnt:
    def __init__(self, row: SourceRow, variant: str | None = None) -> None:
        self._row = row
        self._layout = _LIST_2021 if variant == "list_2021" else _MAIN
        info = row.info("shoppingnt", version=1)
        self.info = info if self._takes_a_day else replace(info, horizon_days=1)

    @property
    def _takes_a_day(self) -> bool:
        return self._layout is _LIST_2021

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        """Return one task per day, of a page that takes none the last day's alone."""
        asked = days if self._takes_a_day else days[-1:]
        return [CrawlTask("shoppingnt", f"{day:%Y%m%d}", CHANNEL, day) for day in asked]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        day = context.task.day
        if day is None:
            raise ValueError("a day is asked for")
        code = self._row.channels[CHANNEL]
        page = yield self._row.request(self._layout.page, day=day, code=code)
        return parse(page, context, day, self._layout)


def parse(page: Page, context: CrawlContext, day: date, layout: _Layout) -> CrawlResult:
    text = read_html(page, layout.container)
    require_whole(text, layout.whole)
    soup = BeautifulSoup(text, "lxml")
    tally = Tally(r"\d{8}")
    day = _day_shown(soup, context, day, tally)
    read = [_slot(item, day, layout) for item in soup.select(layout.item)]
    tally.seen += len(read)
    tally.read += sum(1 for slot in read if slot is not None)
    slots = join_same_start(place_lineups_on_air(read))
    judge_silent_slots(slots, tally)
    tally.judge_prices(words(box) for box in soup.select(layout.price))
    tally.judge_day(slots, context)
    return CrawlResult(
        tally.report(), close_minute_gaps(slots), shown_stretches(CHANNEL, day, slots)
    )


def _day_shown(soup: BeautifulSoup, context: CrawlContext, day: date, tally: Tally) -> date:
    """H8: month and day marked in the calendar; at night it may still be yesterday's."""
    label = clean(words(soup.select_one("ul.calendar-list li.on button.day")))
    marked = _DAY.fullmatch(label)
    if marked is None:
        return day
    allowed = [day]
    if context.now.astimezone(KST).hour < _NIGHT_HOUR and day == korean_day(context.now):
        allowed.append(day - timedelta(days=1))
    shown = (int(marked[1]), int(marked[2]))
    found = next((each for each in allowed if (each.month, each.day) == shown), None)
    if found is None:
        tally.fail("H8", f"다른 날짜가 왔어요: {label}")
    return found or day


def _slot(item: Tag, day: date, layout: _Layout) -> SlotListing | None:
    shown = clean(words(item.select_one(layout.time)))
    clocks = clock_range(shown)
    times = slot_times(day, *clocks) if clocks else None
    if times is None and not says_on_air(shown):
        return None
    product = _product(item, layout)
    title = None
    if product is None:
        title = clean(words(item.select_one(layout.silent))) or None
        if title is None or item.select_one("a[href]") is not None:
            return None
    starts_at, ends_at = times or (None, None)
    products = () if product is None else (product,)
    return SlotListing(CHANNEL, starts_at, ends_at, EndKind.GIVEN, title, products)


def _product(item: Tag, layout: _Layout) -> ProductListing | None:
    match = _GOODS.search(attribute(item.select_one(layout.link), "href"))
    if match is None:
        return None
    number = match[1]
    image = f"https://img.shoppingntmall.com/goods/{number[-3:]}/{number}_h.jpg"
    return listing(
        "shoppingnt",
        number,
        words(item.select_one(layout.name)) or "",
        price(None, words(item.select_one(layout.price))),
        image=picture(item.select_one("img")) or image,
        link=f"https://www.shoppingntmall.com/display/goods/{number}",
    )
