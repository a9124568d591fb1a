"""KT알파쇼핑: one JSON per day (sources document, part 5.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError, SourceUnavailableError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day, turned_day
from eats_desktop.sources.fields import child, number, objects, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import price
from eats_desktop.sources.slots import close_minute_gaps, join_same_start
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Generator

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_TURNS_AT = timedelta(minutes=30)
_SITE, _PICTURES = "https://www.kshop.co.kr", "https://imgs.kshop.co.kr"
_PICTURE_FIELDS = ("rectPrdImgFlNm", "prdImgFlNm", "all3ImgFlNm")
_DIGITS = (12, 14)
_KEYS = keys("brdBgnDtm brdClDtm productList", "brdSchdId schdNm")
_ITEM_KEYS = keys(
    "dpPrdId prdNm priceSummary",
    "all3ImgFlNm brndNm dlgPrdYn mobPrdNm prdImgFlNm rectPrdImgFlNm",
)


class Kshop(ChannelDays):
    name = "kshop"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        page = yield self.request(context)
        return parse(page, context)


def parse(page: Page, context: CrawlContext) -> CrawlResult:
    channel, _ = channel_day(context)
    rows = _rows(page)
    items = [item for row in rows for item in objects(row.get("productList"))]
    tally = Tally(r"\d{7,8}")
    tally.judge_keys(rows, _KEYS)
    tally.judge_keys(items, _ITEM_KEYS)
    if items and not any("dlgPrdYn" in item for item in items):
        tally.warn("H9", "대표 상품 표시가 없어져 첫 상품을 대표로 보았어요")
    tally.judge_prices(number(item.get("priceSummary"), "ecSlPc") for item in items)
    slots = [_slot(row, channel) for row in rows]
    tally.seen += len(slots)
    tally.read += sum(1 for slot in slots if slot is not None)
    joined = join_same_start([slot for slot in slots if slot is not None])
    window = turned_day(context, _TURNS_AT, joined, tally)
    tally.judge_day(joined, context)
    return CrawlResult(tally.report(), close_minute_gaps(joined, window.ends_at), (window,))


def _rows(page: Page) -> list[dict[str, Any]]:
    document = read_json(page)
    code, rows = text(document, "code"), child(child(document, "data"), "tvScheduleList")
    if not rows and code not in ("", "0000"):
        raise SourceUnavailableError(f"사이트가 오류라고 답했어요 ({code})")
    if not isinstance(rows, list):
        raise SourceChangedError("H2 tvScheduleList 자리가 없어요")
    return objects(rows)


def _slot(row: dict[str, Any], channel: str) -> SlotListing | None:
    """Read a slot; one without products, such as a public notice, still has its time."""
    starts_at, ends_at = _instant(text(row, "brdBgnDtm")), _instant(text(row, "brdClDtm"))
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    items = objects(row.get("productList"))
    items.sort(key=lambda item: text(item, "dlgPrdYn") != "Y")  # who leads is not always first
    found = [product for item in items if (product := _product(item)) is not None]
    if items and not found:
        return None
    sides = (replace(product, role=ProductRole.SIDE) for product in found[1:])
    title = clean(text(row, "schdNm")) or None
    return SlotListing(channel, starts_at, ends_at, EndKind.GIVEN, title, (*found[:1], *sides))


def _instant(stamp: str) -> datetime | None:
    """Read YYYY-MM-DD HH:MM[:SS], ISO, 12 or 14 digits; a Korean clock unless it tells its zone."""
    stamp = clean(stamp).replace("/", "-")
    if stamp.isdecimal():
        stamp = f"{stamp[:8]}T{stamp[8:12]}" if len(stamp) in _DIGITS else ""
    if len(stamp) < min(_DIGITS):
        return None
    try:
        instant = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    korean = instant.replace(tzinfo=KST) if instant.tzinfo is None else instant.astimezone(KST)
    return korean.replace(second=0, microsecond=0)


def _product(item: dict[str, Any]) -> ProductListing | None:
    product_id = text(item, "dpPrdId")
    return listing(
        "kshop",
        product_id,
        text(item, "prdNm") or text(item, "mobPrdNm"),
        price(None, number(item.get("priceSummary"), "ecSlPc")),
        brand=text(item, "brndNm"),
        image=_picture(item),
        link=f"{_SITE}/display/product/{product_id}",
    )


def _picture(item: dict[str, Any]) -> str | None:
    path = next((text(item, name) for name in _PICTURE_FIELDS if text(item, name)), "")
    return f"{_PICTURES}{path}" if path.startswith("/") else None
