"""NS홈쇼핑 and NS샵+: a line-up and a price list per channel and day (sources document, part 4C).

A page's day runs from 02:00 to 02:00; its slots carry full calendar instants.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST, day_start
from eats_desktop.domain.errors import SourceChangedError, SourceError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing, Window
from eats_desktop.domain.schedule import EndKind, ProductRole
from eats_desktop.sources.base import CrawlTask, PageRequest, SourceInfo
from eats_desktop.sources.health import Tally, read_json
from eats_desktop.sources.prices import UNKNOWN, Price, price
from eats_desktop.sources.slots import close_minute_gaps
from eats_desktop.sources.text import clean, https

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from datetime import date

    from eats_desktop.sources.base import CrawlContext, Page

_CHANNELS = {"nsmall": ("tv", "TV"), "nsmall_plus": ("shopplus", "CTCOM")}
_SCHEDULE = "/md/api/v1/display/media/schedule"
_TURNS_AT = timedelta(hours=2)


class Nsmall:
    info = SourceInfo(
        name="nsmall",
        version=1,
        title="NS홈쇼핑",
        base_url="https://mapi.nsmall.com",
        channel_ids=tuple(_CHANNELS),
        horizon_days=11,
        rank=10,
    )

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        return [
            CrawlTask("nsmall", f"{channel}:{day:%Y%m%d}", channel, day)
            for day in days
            for channel in _CHANNELS
        ]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        task = context.task
        kind, code = _CHANNELS[task.channel_id or ""]
        stamp = f"{task.day:%Y%m%d}"
        lineup = yield PageRequest(
            f"{_SCHEDULE}/{kind}/{stamp}", (("formDate", stamp), ("cnnlCd", code))
        )
        prices = yield PageRequest(
            f"{_SCHEDULE}/brdctPriceInfo", (("formDate", stamp), ("CnnlCd", kind))
        )
        return parse(lineup, prices, context)


def parse(lineup: Page, prices: Page, context: CrawlContext) -> CrawlResult:
    day, channel = context.task.day, context.task.channel_id
    if day is None or channel is None:
        raise ValueError("a channel's day is asked for")
    tally = Tally(r"\d{8}")
    known = _prices(prices, tally)
    items = _result(read_json(lineup))
    items = items.get("totalOrgan") if isinstance(items, dict) else None
    if not isinstance(items, list):
        raise SourceChangedError("H2 totalOrgan 자리가 없어요")
    slots = _slots(items, channel, known, tally)
    window = _window(channel, day)
    tally.require_date(
        [s.starts_at.date() for s in slots if s.starts_at and not _inside(s.starts_at, window)],
        [],
    )
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (window,))


def _window(channel: str, day: date) -> Window:
    begins = day_start(day) + _TURNS_AT
    return Window(channel, begins, begins + timedelta(days=1))


def _inside(instant: datetime, window: Window) -> bool:
    return window.starts_at - _TURNS_AT <= instant < window.ends_at + _TURNS_AT


def _result(document: Any) -> Any:
    data = document.get("data") if isinstance(document, dict) else None
    return data.get("resultData") if isinstance(data, dict) else None


def _prices(page: Page, tally: Tally) -> dict[str, Price]:
    """Read the price list; without one the line-up still stands, its prices unknown."""
    try:
        rows = _result(read_json(page))
    except SourceError as error:
        tally.warn("H6", f"가격표를 읽지 못했어요: {error.detail}")
        return {}
    if not isinstance(rows, list):
        tally.warn("H6", "가격표 자리가 없어요")
        return {}
    return {
        str(row.get("goodsCd")): price(row.get("salePrice"), row.get("dcPrice"))
        for row in rows
        if isinstance(row, dict)
    }


def _slots(
    items: Sequence[Any], channel: str, prices: Mapping[str, Price], tally: Tally
) -> tuple[SlotListing, ...]:
    slots: dict[datetime | None, SlotListing] = {}
    for item in items:
        tally.seen += 1
        slot = _slot(item, channel, prices) if isinstance(item, dict) else None
        if slot is not None:
            tally.read += 1
            slots.setdefault(slot.starts_at, slot)
    return tuple(slots.values())


def _slot(item: dict[str, Any], channel: str, prices: Mapping[str, Price]) -> SlotListing | None:
    form = (item.get("goods") or {}).get("brdctInfo") or {}
    starts_at, ends_at = _instant(form.get("formStartDttm")), _instant(form.get("formEndDttm"))
    main = _product(item, ProductRole.MAIN, prices)
    if main is None or starts_at is None or ends_at is None or ends_at <= starts_at:
        return None
    related = [row for row in item.get("relTotalOrgan") or () if isinstance(row, dict)]
    sides = (_product(row, ProductRole.SIDE, prices) for row in related)
    products = (main, *(side for side in sides if side is not None))
    title = clean(item.get("pgmNm")) or None
    return SlotListing(channel, starts_at, ends_at, EndKind.GIVEN, title, products)


def _instant(text: Any) -> datetime | None:
    try:
        return datetime.strptime(str(text), "%Y-%m-%d %H:%M:%S").replace(second=0, tzinfo=KST)
    except ValueError:
        return None


def _product(
    item: dict[str, Any], role: ProductRole, prices: Mapping[str, Price]
) -> ProductListing | None:
    product_id = str(item.get("goodsCd") or "")
    raw = str((item.get("goods") or {}).get("productNm") or "")
    if not product_id.isdigit() or not clean(raw):
        return None
    asked = prices.get(product_id, UNKNOWN)
    return ProductListing(
        source="nsmall",
        product_id=product_id,
        raw_name=raw,
        name=clean(raw),
        role=role,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        thumbnail_url=https(item.get("imageUrl")),
        product_url=f"https://m.nsmall.com/goods/{product_id}",
    )
