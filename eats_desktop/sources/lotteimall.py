"""롯데홈쇼핑 and OneTV: one JSON per channel and day (sources document, part 5.3).

A page also shows the neighbours of the nights before and after: only what starts on the requested
calendar day is its own.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.fields import child, number, objects, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import calendar_day, close_minute_gaps, join_same_start
from eats_desktop.sources.text import clean, clock_on, https, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_NUMBER = re.compile(r"goods_no=(\d+)")
_SITE = "https://www.lotteimall.com"
_EVENING, _MORNING = timedelta(hours=6), timedelta(hours=9)
"""How far before and after its day a page may show neighbours."""

_KEYS = keys(
    "sdate stime etime name linkInfo price_disc",
    "bdPrgmId brand img_url pgmMap price_orig related relatedAdd",
)


class Lotteimall(ChannelDays):
    name = "lotteimall"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        page = yield self.request(context)
        return parse(page, context)


def parse(page: Page, context: CrawlContext) -> CrawlResult:
    channel, day = channel_day(context)
    rows = child(child(read_json(page), "body"), "prod")
    if not isinstance(rows, list):
        raise SourceChangedError("H2 body.prod 자리가 없어요")
    items = objects(rows)
    tally = Tally(r"\d{8}")
    tally.judge_keys(items, _KEYS)
    tally.judge_prices(
        number(item, name) for item in items for name in ("price_disc", "price_orig")
    )
    days = [shown for item in items if (shown := _day(item)) is not None and _strays(item, day)]
    tally.require_date(days, [])
    own = [item for item in items if _day(item) in (day, None)]
    slots = [_slot(item, channel, day) for item in own]
    tally.seen += len(own)
    tally.read += sum(1 for slot in slots if slot is not None)
    joined = join_same_start([slot for slot in slots if slot is not None])
    tally.judge_day(joined, context)
    return CrawlResult(tally.report(), close_minute_gaps(joined), (calendar_day(channel, day),))


def _day(item: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(text(item, "sdate")[:10])
    except ValueError:
        return None


def _strays(item: dict[str, Any], day: date) -> bool:
    """Tell whether a row belongs neither to the day nor to the nights on both sides of it.

    The page of another day has neighbours here too, but its noon is not among them.
    """
    shown = _day(item) or day
    starts_at = clock_on(shown, text(item, "stime"))
    if starts_at is None:
        return abs((shown - day).days) > 1
    midnight = day_start(day)
    return not midnight - _EVENING <= starts_at < midnight + timedelta(days=1) + _MORNING


def _slot(item: dict[str, Any], channel: str, day: date) -> SlotListing | None:
    times = slot_times(day, text(item, "stime"), text(item, "etime"))
    main = _product(item, ProductRole.MAIN)
    if main is None or times is None or _day(item) is None:
        return None
    sides = (_product(row, ProductRole.SIDE) for row in objects(item.get("related")))
    products = (main, *(side for side in sides if side is not None))
    title = clean(text(item.get("pgmMap"), "titNm")) or None
    return SlotListing(channel, *times, EndKind.GIVEN, title, products)


def _product(item: dict[str, Any], role: ProductRole) -> ProductListing | None:
    """Read a product; `relatedAdd` (things for the kitchen beside it) is not on air."""
    match = _NUMBER.search(text(item, "linkInfo"))
    product_id = text(item, "goodsNo") or (match[1] if match else "")
    return listing(
        "lotteimall",
        product_id,
        text(item, "name"),
        price(number(item, "price_orig"), number(item, "price_disc")),
        role,
        brand=text(item, "brand"),
        image=https(text(item, "img_url")),
        link=f"{_SITE}/goods/viewGoodsDetail.lotte?goods_no={product_id}",
    )
