"""NS홈쇼핑 and NS샵+: a line-up and a price list per channel and day (sources document, part 4C).

A page's day does not run from midnight to midnight: 홈쇼핑 turns at 02:00, 샵+ at 00:42. Its slots
carry full calendar instants.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day, turned_day
from eats_desktop.sources.fields import child, number, objects, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import UNKNOWN, Price, price
from eats_desktop.sources.slots import close_minute_gaps, join_same_start
from eats_desktop.sources.text import clean, https

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_CHANNEL_CODES = {"tv": "TV", "shopplus": "CTCOM"}
"""The second name that the line-up's address has for a channel."""

_TURNS_AT = {"nsmall": timedelta(hours=2), "nsmall_plus": timedelta(minutes=42)}
_KEYS = keys("goodsCd goods", "imageUrl pgmNm relTotalOrgan onAirFlag orderYn relGbn")
_GOODS_KEYS = keys("productNm brdctInfo")
_TIME_KEYS = keys("formStartDttm formEndDttm")
_PRICE_KEYS = keys("goodsCd salePrice dcPrice", "dcRate")


class Nsmall(ChannelDays):
    name = "nsmall"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        channel, _ = channel_day(context)
        code = self._row.channels[channel]
        lineup = yield self.request(context, id=_CHANNEL_CODES.get(code, code))
        prices = yield self.request(context, "prices")
        return parse(lineup, prices, context)


def parse(lineup: Page, prices: Page, context: CrawlContext) -> CrawlResult:
    channel, _ = channel_day(context)
    tally = Tally(r"\d{8}")
    known = _prices(prices, tally)
    items = child(_result(read_json(lineup)), "totalOrgan")
    if not isinstance(items, list):
        raise SourceChangedError("H2 totalOrgan 자리가 없어요")
    _check_keys(objects(items), tally)
    slots = _slots(items, channel, known, tally)
    window = turned_day(context, _TURNS_AT[channel], slots, tally)
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (window,))


def _check_keys(items: Sequence[dict[str, Any]], tally: Tally) -> None:
    goods = objects([item.get("goods") for item in items])
    tally.judge_keys(items, _KEYS)
    tally.judge_keys(goods, _GOODS_KEYS)
    tally.judge_keys(objects([row.get("brdctInfo") for row in goods]), _TIME_KEYS)


def _result(document: Any) -> Any:
    return child(child(document, "data"), "resultData")


def _prices(page: Page, tally: Tally) -> dict[str, Price]:
    """Read the price list; a product it leaves out has an unknown price."""
    rows = _result(read_json(page))
    if not isinstance(rows, list):
        tally.warn("H6", "가격표 자리가 없어요")
    tally.judge_keys(objects(rows), _PRICE_KEYS)
    tally.judge_prices(number(r, n) for r in objects(rows) for n in ("salePrice", "dcPrice"))
    return {
        text(row, "goodsCd"): price(number(row, "salePrice"), number(row, "dcPrice"))
        for row in objects(rows)
    }


def _slots(
    items: Sequence[Any], channel: str, prices: Mapping[str, Price], tally: Tally
) -> tuple[SlotListing, ...]:
    read = [_slot(item, channel, prices) for item in items]
    slots = [slot for slot in read if slot is not None]
    tally.seen += len(read)
    tally.read += len(slots)
    return join_same_start(slots)


def _slot(item: Any, channel: str, prices: Mapping[str, Price]) -> SlotListing | None:
    form = child(child(item, "goods"), "brdctInfo")
    starts_at, ends_at = _instant(text(form, "formStartDttm")), _instant(text(form, "formEndDttm"))
    main = _product(item, ProductRole.MAIN, prices)
    if main is None or starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    related = objects(child(item, "relTotalOrgan"))
    sides = (_product(row, ProductRole.SIDE, prices) for row in related)
    products = (main, *(side for side in sides if side is not None))
    title = clean(text(item, "pgmNm")) or None
    return SlotListing(channel, starts_at, ends_at, EndKind.GIVEN, title, products)


def _instant(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S").replace(second=0, tzinfo=KST)
    except ValueError:
        return None


def _product(item: Any, role: ProductRole, prices: Mapping[str, Price]) -> ProductListing | None:
    product_id = text(item, "goodsCd")
    return listing(
        "nsmall",
        product_id,
        text(child(item, "goods"), "productNm"),
        prices.get(product_id, UNKNOWN),
        role,
        image=https(text(item, "imageUrl")),
        link=f"https://m.nsmall.com/goods/{product_id}",
    )
