"""GS샵: one HTML fragment per day that gives starts only (sources document, part 5.1).

GS마이샵 is read by the same parser: a table that names it in `channels` (gsmyshop = "DATA") has its
page asked as `page.list_data`. Its parameter is not proven, so an answer that does not say that it
is the channel asked for is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.fields import read_day
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.html_parts import attribute, picture, require_whole, words
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import calendar_day, end_at_next_start, join_same_start
from eats_desktop.sources.text import clean, clock_on, clock_range, https

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date, datetime

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_MAIN_CODE = "LIVE"
_ITEM = re.compile(r"(?:(\d{8})(\d{2})(\d{2})\d{2}_)?(?:.*_)?(\d+)")
"""Id of a list item: when its broadcast starts, and the product's number."""

_MARK = re.compile(r"^\[TV\s*상품\]\s*")
_TURNS = timedelta(hours=25)
"""The broadcast day turns about 01:00: what airs last ends there, as nothing gives its end."""

_NIGHT = timedelta(hours=6)
_DAY = timedelta(days=1)
_ASSUMED = timedelta(hours=1)


class Gsshop(ChannelDays):
    name = "gsshop"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        channel, day = channel_day(context)
        code = self._row.channels[channel]
        own = f"list_{code.lower()}"
        page = yield self.request(context, own if own in self._row.page else "list")
        return _Reader(channel, code, day).read(page, context)


class _Reader:
    """Reads the fragment of one channel's day."""

    def __init__(self, channel: str, code: str, day: date) -> None:
        self._channel = channel
        self._code = code
        self._day = day
        self._tally = Tally(r"\d{10}")
        self._shown: set[date] = set()
        self._last: datetime | None = None

    def read(self, page: Page, context: CrawlContext) -> CrawlResult:
        text = read_html(page, "broadTypCd", 'class="items')
        require_whole(text, "article")
        soup = BeautifulSoup(text, "lxml")
        self._check_channel(soup)
        tally = self._tally
        articles = soup.select("article.items:not(.onAirLast)")
        slots = self._ended([self._slot(article) for article in articles])
        self._check_dates()
        tally.judge_prices(words(box) for box in soup.select(".price-info strong"))
        tally.judge_day(slots, context)
        return CrawlResult(tally.report(), slots, (calendar_day(self._channel, self._day),))

    def _check_channel(self, soup: BeautifulSoup) -> None:
        """H8: another channel's day would be stored under this one's name."""
        shown = attribute(soup.select_one("input[name=broadTypCd]"), "value")
        if shown and shown != self._code:
            self._tally.fail("H8", f"다른 채널({shown})의 편성이 왔어요")
        elif not shown and self._code != _MAIN_CODE:
            self._tally.fail("H8", "어느 채널의 편성인지 알 수 없어요")

    def _check_dates(self) -> None:
        """H8: items carry their start, after midnight already the next day's."""
        allowed = (self._day, self._day + _DAY)
        self._tally.require_date(self._shown, allowed)
        if self._shown == {allowed[1]}:
            self._tally.fail("H8", f"{self._day:%Y-%m-%d} 편성이 없어요")

    def _slot(self, article: Tag) -> SlotListing | None:
        """Read one article; a start whose products cannot be read still ends what is before it."""
        self._tally.seen += 1
        items = article.select("li.prd-item")
        shown = clean(words(article.select_one("aside span.times")))
        clocks = clock_range(shown)
        starts_at = clock_on(self._start_day(items, shown), shown)
        if starts_at is None:
            return None
        starts_at = self._in_order(starts_at)
        ends_at = clock_on(self._day, clocks[1]) if clocks else None
        while ends_at is not None and ends_at <= starts_at:
            ends_at += _DAY
        main = _product(items[0], ProductRole.MAIN) if items else None
        products: tuple[ProductListing, ...] = ()
        if main is not None:
            self._tally.read += 1
            sides = (_product(item, ProductRole.SIDE) for item in items[1:])
            products = (main, *(side for side in sides if side is not None))
        return SlotListing(self._channel, starts_at, ends_at, EndKind.GIVEN, None, products)

    def _start_day(self, items: Sequence[Tag], shown: str) -> date:
        stamp = _ITEM.fullmatch(attribute(items[0], "id")) if items else None
        named = read_day(stamp[1]) if stamp is not None and stamp[1] else None
        if stamp is None or named is None:
            return self._day
        self._shown.add(named)
        is_next = named == self._day + _DAY and f"{stamp[2]}:{stamp[3]}" == shown[:5]
        return named if is_next else self._day

    def _in_order(self, starts_at: datetime) -> datetime:
        """Move a start that falls back behind a late one to the night it belongs to."""
        at_night = starts_at - day_start(self._day) < _NIGHT
        if at_night and self._last is not None and self._last - starts_at > _DAY / 2:
            starts_at += _DAY
        self._last = starts_at
        return starts_at

    def _ended(self, slots: Sequence[SlotListing | None]) -> tuple[SlotListing, ...]:
        """End each slot at the next start; nothing is concluded across an article without one."""
        turns = day_start(self._day) + _TURNS
        ended: list[SlotListing] = []
        runs = [list(run) for read, run in groupby(slots, key=bool) if read]
        for run in runs:
            read = [slot for slot in run if slot is not None]
            latest = max(slot.starts_at or turns for slot in read)
            frame = end_at_next_start(
                join_same_start([replace(slot, products=()) for slot in read]),
                turns if turns > latest else latest + _ASSUMED,
            )
            if run[-1] is not slots[-1]:
                frame = (*frame[:-1], _open(frame[-1]))
            ends = {slot.starts_at: (slot.ends_at, slot.end_kind) for slot in frame}
            for slot in read:
                ends_at, kind = ends[slot.starts_at]
                ended.append(replace(slot, ends_at=ends_at, end_kind=kind))
        return join_same_start([slot for slot in ended if slot.products])


def _open(slot: SlotListing) -> SlotListing:
    return replace(slot, ends_at=None) if slot.end_kind is EndKind.ASSUMED else slot


def _product(item: Tag, role: ProductRole) -> ProductListing | None:
    number = _ITEM.fullmatch(attribute(item, "id"))
    title = item.select_one("dt.prd-name")
    if number is None:
        return None
    raw = words(title) or ""
    box = item.select_one(".price-info")
    shown = box.select_one("strong") if box is not None else None
    return listing(
        "gsshop",
        number[4],
        raw,
        price(words(box.select_one(".org")) if box else None, words(shown or box)),
        role,
        name=_MARK.sub("", clean(raw)),
        image=picture(item.select_one("img")),
        link=_address(title, number[4]),
    )


def _address(title: Tag | None, number: str) -> str | None:
    """Return the product's page; what is sold by consultation has none, insurance another site."""
    link = title.select_one("a[href]") if title is not None else None
    if link is None:
        return None
    target = https(attribute(link, "href"))
    if target is not None and target.startswith("https://insu.gsshop.com/"):
        return target
    return f"https://www.gsshop.com/prd/prd.gs?prdid={number}"
