"""CJ온스타일 and 플러스: one JSON per channel and day, instants in epoch ms (sources, part 5.2).

The brand of each product has an address of its own; it is not asked, for it would be a request per
product for what reading the name gives.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError, SourceUnavailableError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day, turned_day
from eats_desktop.sources.fields import number, objects, read_day, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import Price, price
from eats_desktop.sources.slots import close_minute_gaps, join_same_start
from eats_desktop.sources.text import clean, https

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_TURNS_AT = {"cjonstyle": timedelta(hours=1), "cjonstyle_plus": timedelta(minutes=45)}
_WARES = (
    "건강식품|식품|주방|생활|리빙|침구|가구|인테리어|가전|디지털|패션|의류|언더웨어|잡화|명품|쥬얼리"
    "|뷰티|이미용|화장품|여행|렌탈|보험|상조|교육|유아동|스포츠|레저|레포츠"
)
_GENERIC = re.compile(
    rf"(?:weekly best.*|심야|(?:심야\s?)?재방송?|(?:(?:일반|심야|{_WARES})\s?(?:방송|상품)?))"
    r"(?:\s*\d{1,2}부)?",
    re.IGNORECASE,
)
"""Names of a kind of hour or of goods, with or without a part ("2부"), not of a programme."""

_SITE = "https://display.cjonstyle.com"
_KEYS = keys("bdStrDtm bdEndDtm itemList", "pgmCd pgmNm")
_ITEM_KEYS = keys("itemCd itemNm salePrice", "brandName chnCd itemImgUrl")


class Cjonstyle(ChannelDays):
    name = "cjonstyle"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        page = yield self.request(context)
        return parse(page, context)


def parse(page: Page, context: CrawlContext) -> CrawlResult:
    channel, day = channel_day(context)
    result = _result(page)
    programmes = result.get("programList")
    if not isinstance(programmes, list):
        raise SourceChangedError("H2 programList 자리가 없어요")
    rows = objects(programmes)
    items = [item for row in rows for item in objects(row.get("itemList"))]
    tally = Tally(r"\d{10}")
    tally.judge_keys(rows, _KEYS)
    tally.judge_keys(items, _ITEM_KEYS)
    tally.judge_prices(number(item, "salePrice") for item in items)
    if (label := read_day(text(result, "bdDt"))) is not None:
        tally.require_date([label], [day])
    slots = [_slot(row, channel) for row in rows]
    tally.seen += len(slots)
    tally.read += sum(1 for slot in slots if slot is not None)
    joined = join_same_start([slot for slot in slots if slot is not None])
    window = turned_day(context, _TURNS_AT.get(channel, timedelta()), joined, tally)
    tally.judge_day(joined, context)
    return CrawlResult(tally.report(), close_minute_gaps(joined, window.ends_at), (window,))


def _result(page: Page) -> dict[str, Any]:
    """Return the answer's result; an error answer comes with status 200."""
    document = read_json(page)
    if not isinstance(document, dict):
        raise SourceChangedError("H2 응답 꼴이 달라요")
    status, result = text(document, "status"), document.get("result")
    if status not in ("", "200"):
        raise SourceUnavailableError(f"사이트가 오류라고 답했어요 ({status})")
    if not isinstance(result, dict):
        raise SourceChangedError("H2 result 자리가 없어요")
    return result


def _slot(row: dict[str, Any], channel: str) -> SlotListing | None:
    """Read a programme; one without products still has its time."""
    starts_at, ends_at = _instant(row, "bdStrDtm"), _instant(row, "bdEndDtm")
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    name = clean(text(row, "pgmNm"))
    title = name if name and not _GENERIC.fullmatch(name) else None
    found = [_product(item) for item in objects(row.get("itemList"))]
    products = [product for product in found if product is not None]
    if found and not products:
        return None
    return SlotListing(channel, starts_at, ends_at, EndKind.GIVEN, title, _led(products))


def _led(products: Sequence[ProductListing]) -> tuple[ProductListing, ...]:
    """Let the first product lead; the rest are sold beside it."""
    sides = (replace(product, role=ProductRole.SIDE) for product in products[1:])
    return (*products[:1], *sides)


def _instant(row: dict[str, Any], name: str) -> datetime | None:
    """Read epoch milliseconds as Korean time of whole minutes."""
    value = text(row, name)
    if not value.isdecimal() or len(value) != 13:
        return None
    return datetime.fromtimestamp(int(value) // 60_000 * 60, UTC).astimezone(KST)


def _product(item: dict[str, Any]) -> ProductListing | None:
    product_id, channel = text(item, "itemCd"), text(item, "chnCd") or "30002002"
    return listing(
        "cjonstyle",
        product_id,
        text(item, "itemNm"),
        _price(item),
        brand=text(item, "brandName"),
        image=https(text(item, "itemImgUrl")),
        link=f"{_SITE}/p/item/{product_id}?channelCode={channel}",
    )


def _price(item: dict[str, Any]) -> Price:
    """Read the sale price; the page prices what is sold by consultation with 0 or nothing."""
    sale = number(item, "salePrice")
    return Price(PriceKind.CONSULT) if sale in (None, 0, "0", "") else price(None, sale)
