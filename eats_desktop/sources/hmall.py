"""현대홈쇼핑 and +샵: one JSON per channel and day (sources document, part 4B).

The response for a requested day holds that calendar day; the label of slots before 05:20 names the
day before and is not a date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.errors import SourceChangedError, SourceUnavailableError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day
from eats_desktop.sources.fields import child, number, objects, read_day, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import UNKNOWN, Price, price, with_coupon, won
from eats_desktop.sources.slots import (
    calendar_day,
    close_minute_gaps,
    join_same_start,
    place_on_air,
)
from eats_desktop.sources.text import clean, clock_on, slot_times

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date, datetime

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.source_table import SourceRow

_PAGES = 8
_LABEL_TURNS = timedelta(hours=5, minutes=20)
_KEYS = keys(
    "slitmCd slitmNm brodStrtDtm brodEndDtm sellPrc bbprc",
    "addCmpsItemNm bbprcMrgnRate bfmtNo brndCd brndNm brodDispNm brodDt brodEndDtmParam brodImgNm"
    " brodStrtDtmParam brodTitl convertedSlitmNm copnAmt copnRate itemDCsfCd itemEvalEvgScrg"
    " itemGbcd itemSellGbcd itemStsfTotCnt liveYn monthRentalPrc newBrodDt onairPossYn orglImgNm"
    " prmoTxtCntn simgNm spymDcYn thumImgNm wintInsmMths withItemList",
)


class Hmall(ChannelDays):
    """`variant` "api" asks the other documented address in one large page."""

    name = "hmall"
    version = 2

    def __init__(self, row: SourceRow, variant: str | None = None) -> None:
        super().__init__(row)
        self._whole = variant == "api"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        items: list[dict[str, Any]] = []
        known: set[tuple[str, str]] = set()
        _, day = channel_day(context)
        is_part = context.is_glance and not self._whole
        for turn in range(1 if self._whole else _PAGES):
            page = yield self._request(context, turn)
            fresh = [item for item in _items(page) if _identity(item) not in known]
            known.update(_identity(item) for item in fresh)
            items += fresh
            if not fresh or (is_part and any(_tells_day(item, day) for item in items)):
                break
        return replace(parse(items, context), is_part=is_part)

    def _request(self, context: CrawlContext, turn: int) -> PageRequest:
        return self.request(context, "list_api" if self._whole else "list", page=str(turn))


def _items(page: Page) -> list[dict[str, Any]]:
    """Return the items of one page; an error answer comes with status 200."""
    document = read_json(page)
    if not isinstance(document, dict):
        raise SourceChangedError("H2 응답 꼴이 달라요")
    if document.get("successYn") == "N":
        said = clean(text(document, "respMsg"))
        raise SourceUnavailableError(said or "사이트가 오류라고 답했어요")
    found = child(document.get("respData"), "broadItemList")
    if not isinstance(found, list):
        raise SourceChangedError("H2 broadItemList 자리가 없어요")
    return objects(found)


def _identity(item: dict[str, Any]) -> tuple[str, str]:
    return (text(item, "brodStrtDtm"), text(item, "slitmCd") or text(item, "slitmNm"))


def parse(items: Sequence[dict[str, Any]], context: CrawlContext) -> CrawlResult:
    channel, day = channel_day(context)
    tally = Tally(r"\d{10}")
    tally.judge_keys(items, _KEYS)
    tally.judge_prices(value for item in items for value in _amounts(item))
    tally.require_date((shown for item in items if (shown := _shown_day(item, day))), [day])
    slots = [_slot(item, channel, day) for item in items]
    tally.seen += len(slots)
    tally.read += sum(1 for slot in slots if slot is not None)
    joined = join_same_start(place_on_air(slots))
    tally.judge_day(joined, context)
    return CrawlResult(tally.report(), close_minute_gaps(joined), (calendar_day(channel, day),))


def _shown_day(item: dict[str, Any], day: date) -> date | None:
    """Return the calendar day an item's label means; before 05:20 it names the day before."""
    label = read_day(text(item, "newBrodDt") or text(item, "brodDt"))
    starts_at = clock_on(day, text(item, "brodStrtDtm"))
    if label is None or starts_at is None:
        return None
    at_night = starts_at - day_start(day) < _LABEL_TURNS
    return day if at_night and label == day - timedelta(days=1) else label


def _tells_day(item: dict[str, Any], day: date) -> bool:
    """Tell whether an item's label can only be its day."""
    starts_at = clock_on(day, text(item, "brodStrtDtm"))
    return starts_at is not None and starts_at - day_start(day) >= _LABEL_TURNS


def _slot(item: dict[str, Any], channel: str, day: date) -> SlotListing | None:
    main = _product(item, ProductRole.MAIN, None)
    times = _times(item, day)
    if main is None or (times is None and text(item, "liveYn") != "Y"):
        return None
    sides = (_product(side, ProductRole.SIDE, item) for side in objects(item.get("withItemList")))
    title = clean(text(item, "brodTitl")) or clean(text(item, "prmoTxtCntn"))
    products = (main, *(side for side in sides if side is not None))
    starts_at, ends_at = times or (None, None)
    return SlotListing(channel, starts_at, ends_at, EndKind.GIVEN, title or None, products)


def _times(item: dict[str, Any], day: date) -> tuple[datetime, datetime] | None:
    """Read the clocks; an item on air may lose them, and then its full instants may be left."""
    times = slot_times(day, text(item, "brodStrtDtm"), text(item, "brodEndDtm"))
    if times is not None:
        return times
    stamps = (text(item, "brodStrtDtmParam"), text(item, "brodEndDtmParam"))
    clocks = [f"{stamp[8:10]}:{stamp[10:12]}" for stamp in stamps]
    return slot_times(day, *clocks)


def _product(
    item: dict[str, Any], role: ProductRole, beside: dict[str, Any] | None
) -> ProductListing | None:
    product_id = text(item, "slitmCd")
    return listing(
        "hmall",
        product_id,
        text(item, "slitmNm"),
        _price(item, beside),
        role,
        brand=text(item, "brndNm"),
        image=_image(item, product_id, role),
        link=f"https://www.hmall.com/md/pda/itemPtc?slitmCd={product_id}",
    )


def _price(item: dict[str, Any], beside: dict[str, Any] | None) -> Price:
    """Read list and best price, a coupon taken out; a side with the main's prices has none."""
    if won(number(item, "monthRentalPrc")) is not None:
        return Price(PriceKind.RENTAL)
    own = _amounts(item)
    if beside is not None and own == _amounts(beside):
        return UNKNOWN
    return with_coupon(price(*own), won(number(item, "copnAmt")))


def _amounts(item: dict[str, Any]) -> tuple[str | float | None, str | float | None]:
    return (number(item, "sellPrc"), number(item, "bbprc"))


def _image(item: dict[str, Any], product_id: str, role: ProductRole) -> str | None:
    """Build the picture's address from the digits of the id (checked on 473 rows)."""
    name = text(item, "brodImgNm" if role is ProductRole.MAIN else "thumImgNm")
    if len(product_id) != 10 or "." not in name:
        return None
    suffix = name.rsplit(".", 1)[-1]
    p = product_id
    folder = f"https://image.hmall.com/static/{p[7]}/{p[6]}/{p[4:6]}/{p[2:4]}"
    if role is ProductRole.MAIN:
        return f"{folder}/onair{p}.{suffix}?AR=0&SF=webp"
    return f"{folder}/{p}_0.{suffix}?RS=125x125&AR=0&SF=webp"
