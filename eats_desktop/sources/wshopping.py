"""W쇼핑: one HTML page per day, seen through browsers only (sources document, part 5.8).

The plain page may hold the first broadcasts only, so that it speaks for the stretches it shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.html_parts import (
    attribute,
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
    from collections.abc import Generator
    from datetime import date

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

CHANNEL = "wshopping"
_GOODS = re.compile(r"/display/goods/(\d+)")


class Wshopping(ChannelDays):
    name = "wshopping"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        _, day = channel_day(context)
        return parse((yield self.request(context)), context, day)


def parse(page: Page, context: CrawlContext, day: date) -> CrawlResult:
    """Read the page; the id of its items is repeated, and it names no date."""
    text = read_html(page, "onairShow")
    require_whole(text, "html")
    soup = BeautifulSoup(text, "lxml")
    tally = Tally(r"\d{8}")
    read = [_slot(item, day) for item in soup.select("li#onairShow")]
    tally.seen += len(read)
    tally.read += sum(1 for slot in read if slot is not None)
    slots = join_same_start(place_lineups_on_air(read))
    tally.judge_prices(words(box) for box in soup.select("div.item_info .price"))
    tally.judge_day(slots, context)
    return CrawlResult(
        tally.report(), close_minute_gaps(slots), shown_stretches(CHANNEL, day, slots)
    )


def _slot(item: Tag, day: date) -> SlotListing | None:
    shown = clean(words(item.select_one(".schedule_left p.time")))
    clocks = clock_range(shown)
    times = slot_times(day, *clocks) if clocks else None
    if times is None and not says_on_air(shown):
        return None
    link = item.select_one(".schedule_left a[data-target-name=broadcast]")
    leads = _number(attribute(link, "href"))
    cards = item.select(".schedule_right div.item_info.type1")
    cards.sort(key=lambda card: _number(attribute(card, "onclick")) != leads)
    if not cards:
        return None
    image = picture(item.select_one(".schedule_left img"))
    main = _product(cards[0], ProductRole.MAIN, image)
    if main is None:
        return None
    sides = (_product(card, ProductRole.SIDE, None) for card in cards[1:])
    products = (main, *(side for side in sides if side is not None))
    starts_at, ends_at = times or (None, None)
    return SlotListing(CHANNEL, starts_at, ends_at, EndKind.GIVEN, None, products)


def _number(address: str) -> str:
    match = _GOODS.search(address)
    return match[1] if match is not None else ""


def _product(card: Tag, role: ProductRole, image: str | None) -> ProductListing | None:
    number = _number(attribute(card, "onclick"))
    box = card.select_one(".price")
    return listing(
        "wshopping",
        number,
        words(card.select_one(".tit")) or "",
        price(None, words((box.select_one("em") or box) if box is not None else None)),
        role,
        image=picture(card.select_one("img")) or image,
        link=f"https://www.w-shopping.co.kr/display/goods/{number}",
    )
