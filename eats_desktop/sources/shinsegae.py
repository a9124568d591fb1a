"""신세계쇼핑: one HTML fragment per day, two line-ups at once (sources document, part 5.7).

The fragment carries no date. An empty one says nothing of its day.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.html_parts import (
    attribute,
    judge_silent_slots,
    picture,
    require_whole,
    words,
)
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import calendar_day, close_minute_gaps
from eats_desktop.sources.split_lineups import number_lineups, place_lineups_on_air
from eats_desktop.sources.text import clean, clock_range, decode, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

CHANNEL = "shinsegae"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Shinsegae(ChannelDays):
    name = "shinsegae"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        _, day = channel_day(context)
        return parse((yield self.request(context)), context, day)


def parse(page: Page, context: CrawlContext, day: date) -> CrawlResult:
    tally = Tally(r"\d{8}|\d{10}")
    if not _COMMENT.sub("", decode(page.body)).strip():
        tally.judge_day((), context)
        return CrawlResult(tally.report())
    text = read_html(page, "data-onair")
    require_whole(text, "dl")
    soup = BeautifulSoup(text, "lxml")
    items = soup.select("dl[data-onair]")
    read = [_slot(item, day) for item in items]
    tally.seen += len(items)
    tally.read += sum(1 for slot in read if slot is not None)
    slots = number_lineups(place_lineups_on_air(read))
    on_air = any(attribute(item, "data-onair") == "Y" for item in items)
    _check_on_air(on_air, slots, context, day, tally)
    judge_silent_slots(slots, tally)
    tally.judge_prices(words(box) for box in soup.select("._bestPrice"))
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (calendar_day(CHANNEL, day),))


def _check_on_air(
    on_air: bool, slots: Sequence[SlotListing], context: CrawlContext, day: date, tally: Tally
) -> None:
    """H8: only the page of today, or of the night that began yesterday, is on air."""
    today = korean_day(context.now)
    if on_air and day not in (today, today - timedelta(days=1)):
        tally.fail("H8", "다른 날짜의 편성이 방송 중이라고 왔어요")
    starts = [slot.starts_at for slot in slots if slot.starts_at is not None]
    if starts and not on_air and day == today and min(starts) <= context.now < max(starts):
        tally.warn("H8", "오늘 편성인데 방송 중인 것이 없어요")


def _slot(item: Tag, day: date) -> SlotListing | None:
    clocks = clock_range(words(item.select_one("dt span._time")) or "")
    times = slot_times(day, *clocks) if clocks else None
    if times is None and attribute(item, "data-onair") != "Y":
        return None
    cards = item.select("dd div.card.gtm_list_item")
    cards.sort(key=lambda card: attribute(card, "data-main") != "Y")
    products: tuple[ProductListing, ...] = ()
    if cards:
        main = _product(cards[0], ProductRole.MAIN)
        if main is None:
            return None
        sides = (_product(card, ProductRole.SIDE) for card in cards[1:])
        products = (main, *(side for side in sides if side is not None))
    starts_at, ends_at = times or (None, None)
    title = None if products else clean(words(item.select_one("span._goodsName"))) or None
    return SlotListing(CHANNEL, starts_at, ends_at, EndKind.GIVEN, title, products)


def _product(card: Tag, role: ProductRole) -> ProductListing | None:
    number = attribute(card, "data-gtm-item-id")
    return listing(
        "shinsegae",
        number,
        attribute(card, "data-gtm-item-name"),
        price(None, words(card.select_one("._bestPrice") or card.select_one("._promoCharge"))),
        role,
        brand=attribute(card, "data-gtm-item-brand"),
        image=picture(card.select_one("img")),
        link=f"https://www.shinsegaetvshopping.com/display/detail/{number}",
    )
