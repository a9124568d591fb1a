"""현대홈쇼핑 and +샵: one JSON per channel and day (sources document, part 4B).

The response for a requested day holds that calendar day; the label of slots before 05:20 names the
day before and is not a date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceChangedError, SourceUnavailableError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.base import CrawlTask, PageRequest, SourceInfo
from eats_desktop.sources.health import Tally, read_json
from eats_desktop.sources.prices import UNKNOWN, Price, price, won
from eats_desktop.sources.slots import calendar_day, close_minute_gaps
from eats_desktop.sources.text import clean, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from eats_desktop.sources.base import CrawlContext, Page

_TYPES = {"hmall": "etv", "hmall_plus": "dtv"}
_API = "/api/hf/dp/v1/main-tv-new/tv-list"
_PAGES = 8
_REQUIRED = ("slitmCd", "slitmNm", "brodStrtDtm", "brodEndDtm", "sellPrc", "bbprc")


class Hmall:
    """`variant` "api" asks the other documented address in one large page."""

    info = SourceInfo(
        name="hmall",
        version=1,
        title="현대홈쇼핑",
        base_url="https://www.hmall.com",
        channel_ids=tuple(_TYPES),
        horizon_days=11,
        rank=10,
    )

    def __init__(self, variant: str | None = None) -> None:
        self._variant = variant

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        return [
            CrawlTask("hmall", f"{channel}:{day:%Y%m%d}", channel, day)
            for day in days
            for channel in _TYPES
        ]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        items: list[dict[str, Any]] = []
        known: set[tuple[Any, Any]] = set()
        for number in range(1 if self._variant == "api" else _PAGES):
            page = yield self._request(context, number)
            fresh = [item for item in _items(page) if _identity(item) not in known]
            known.update(_identity(item) for item in fresh)
            items += fresh
            if not fresh:
                break
        return parse(items, context)

    def _request(self, context: CrawlContext, number: int) -> PageRequest:
        task = context.task
        page = "200" if self._variant == "api" else str(number)
        params = (
            ("brodDt", f"{task.day:%Y%m%d}"),
            ("brodPrrgPage", page),
            ("brodType", _TYPES[task.channel_id or ""]),
            ("deviceInfo", "pc"),
        )
        headers = {"Referer": "https://www.hmall.com/"}
        if self._variant == "api":
            return PageRequest(_API, params, headers)
        return PageRequest("/md/api/cache", (("url", _API), *params), headers)


def _items(page: Page) -> list[dict[str, Any]]:
    """Return the items of one page; an error answer comes with status 200."""
    document = read_json(page)
    if not isinstance(document, dict):
        raise SourceChangedError("H2 응답 꼴이 달라요")
    if document.get("successYn") == "N":
        raise SourceUnavailableError(clean(document.get("respMsg")) or "사이트가 오류라고 답했어요")
    found = (document.get("respData") or {}).get("broadItemList")
    if not isinstance(found, list):
        raise SourceChangedError("H2 broadItemList 자리가 없어요")
    return [item for item in found if isinstance(item, dict)]


def _identity(item: dict[str, Any]) -> tuple[Any, Any]:
    return (item.get("brodStrtDtm"), item.get("slitmCd") or item.get("slitmNm"))


def parse(items: Sequence[dict[str, Any]], context: CrawlContext) -> CrawlResult:
    day, channel = context.task.day, context.task.channel_id
    if day is None or channel is None:
        raise ValueError("a channel's day is asked for")
    tally = Tally(r"\d{10}")
    _check_schema(items, tally)
    tally.require_date(_labels(items), (day, day - timedelta(days=1)))
    slots: dict[tuple[datetime, str], SlotListing] = {}
    for item in items:
        tally.seen += 1
        slot = _slot(item, channel, day)
        if slot is not None and slot.starts_at is not None:
            tally.read += 1
            slots.setdefault((slot.starts_at, slot.products[0].product_id), slot)
    joined = _join(list(slots.values()))
    tally.judge_day(joined, context)
    return CrawlResult(tally.report(), close_minute_gaps(joined), (calendar_day(channel, day),))


def _check_schema(items: Sequence[dict[str, Any]], tally: Tally) -> None:
    """H9: fields that the parser needs must be there, filled or not."""
    for item in items[:5]:
        tally.names.update(item)
    gone = [name for name in _REQUIRED if items and name not in tally.names]
    if gone:
        tally.fail("H9", f"없어진 항목: {', '.join(gone)}")


def _labels(items: Sequence[dict[str, Any]]) -> list[date]:
    texts = (str(item.get("newBrodDt") or item.get("brodDt") or "") for item in items)
    return [
        datetime.strptime(text, "%Y%m%d").replace(tzinfo=KST).date()
        for text in texts
        if len(text) == 8 and text.isdigit()
    ]


def _slot(item: dict[str, Any], channel: str, day: date) -> SlotListing | None:
    main = _product(item, ProductRole.MAIN, None)
    times = slot_times(day, str(item.get("brodStrtDtm") or ""), str(item.get("brodEndDtm") or ""))
    if main is None or times is None:
        return None
    own = (item.get("sellPrc"), item.get("bbprc"))
    sides = (_product(side, ProductRole.SIDE, own) for side in item.get("withItemList") or ())
    title = clean(item.get("brodTitl")) or clean(item.get("prmoTxtCntn"))
    products = (main, *(side for side in sides if side is not None))
    return SlotListing(channel, *times, EndKind.GIVEN, title or None, products)


def _join(slots: Sequence[SlotListing]) -> tuple[SlotListing, ...]:
    """Products that start at the same minute share one slot, the first one leading."""
    joined: dict[datetime | None, SlotListing] = {}
    for slot in slots:
        first = joined.get(slot.starts_at)
        if first is None:
            joined[slot.starts_at] = slot
            continue
        known = {product.product_id for product in first.products}
        more = tuple(_as_side(p) for p in slot.products if p.product_id not in known)
        joined[slot.starts_at] = replace(
            first, title=first.title or slot.title, products=first.products + more
        )
    return tuple(sorted(joined.values(), key=lambda slot: str(slot.starts_at)))


def _as_side(product: ProductListing) -> ProductListing:
    return replace(product, role=ProductRole.SIDE)


def _product(
    item: dict[str, Any], role: ProductRole, main_prices: tuple[Any, Any] | None
) -> ProductListing | None:
    product_id, raw = str(item.get("slitmCd") or ""), str(item.get("slitmNm") or "")
    if not product_id.isdigit() or not clean(raw):
        return None
    asked = _price(item, main_prices)
    return ProductListing(
        source="hmall",
        product_id=product_id,
        raw_name=raw,
        name=clean(raw),
        role=role,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        brand=clean(item.get("brndNm")) or None,
        thumbnail_url=_image(item, product_id, role),
        product_url=f"https://www.hmall.com/md/pda/itemPtc?slitmCd={product_id}",
    )


def _price(item: dict[str, Any], main_prices: tuple[Any, Any] | None) -> Price:
    """Read list and best price; a side that repeats the main's prices carries a placeholder."""
    own = (item.get("sellPrc"), item.get("bbprc"))
    if won(item.get("monthRentalPrc")) is not None:
        return Price(PriceKind.RENTAL)
    if main_prices is not None and own == main_prices:
        return UNKNOWN
    asked = price(*own)
    if asked.kind is PriceKind.UNKNOWN and own == (0, 0):
        return Price(PriceKind.CONSULT)
    return asked


def _image(item: dict[str, Any], product_id: str, role: ProductRole) -> str | None:
    """Build the picture's address from the digits of the id (checked on 473 rows)."""
    name = str(item.get("brodImgNm" if role is ProductRole.MAIN else "thumImgNm") or "")
    if len(product_id) != 10 or "." not in name:
        return None
    suffix = name.rsplit(".", 1)[-1]
    p = product_id
    folder = f"https://image.hmall.com/static/{p[7]}/{p[6]}/{p[4:6]}/{p[2:4]}"
    if role is ProductRole.MAIN:
        return f"{folder}/onair{p}.{suffix}?AR=0&SF=webp"
    return f"{folder}/{p}_0.{suffix}?RS=125x125&AR=0&SF=webp"
