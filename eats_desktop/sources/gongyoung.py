"""공영쇼핑: a JSON line-up per day, and prices as XML for up to 50 products (sources, part 5.6).

The line-up's own price is before any discount: it stands for a product that the price answer lacks.
Where that answer fails, prices are unknown, so that the known ones stay and no rise is made up.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import SourceBlockedError, SourceChangedError, SourceError
from eats_desktop.domain.listing import CrawlResult, ProductListing, SlotListing
from eats_desktop.domain.schedule import EndKind, PriceKind, ProductRole
from eats_desktop.sources.channel_days import ChannelDays, channel_day, turned_day
from eats_desktop.sources.fields import child, number, objects, text
from eats_desktop.sources.health import Tally, keys, read_json, read_xml
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import UNKNOWN, Price, price, won
from eats_desktop.sources.slots import close_minute_gaps
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest

_TURNS_AT = timedelta(hours=1)
_AT_ONCE = 50
_RATE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
_SITE = "https://www.gongyoungshop.kr"
_PICTURES = "https://img.publichs.com/ECMCFO/share/product"
_KEYS = keys(
    "prdNm",
    "brcBgnDtm brcEndDtm brcPgmNm cnmerUprc fileName goodsNo imgUrl prdId prdPrc searchBrcBgnDtm"
    " searchBrcEndDtm",
)


class Gongyoung(ChannelDays):
    name = "gongyoung"

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        page = yield self.request(context)
        rows = _rows(page)
        tally = Tally(r"\d{8}")
        ids = list(dict.fromkeys(n for row in rows if (n := _product_id(row)).isdecimal()))
        prices: dict[str, Price] = {}
        for at in range(0, len(ids), _AT_ONCE):
            wanted = {"prdInfoList": [{"prdId": number} for number in ids[at : at + _AT_ONCE]]}
            asked = self._row.request("prices", body=json.dumps(wanted).encode())
            answer: Page | None = None
            try:
                answer = yield asked
                prices |= _prices(answer)
            except SourceError as error:
                if answer is not None and isinstance(error, SourceBlockedError):
                    raise  # a refusal that came as a page: whoever drives this stops asking
                tally.go_without_prices("가격 응답을 읽지 못했어요")
                prices = {number: prices.get(number, UNKNOWN) for number in ids}
                break
        return parse(rows, prices, context, tally)


def _rows(page: Page) -> list[dict[str, Any]]:
    rows = child(read_json(page), "prdList")
    if not isinstance(rows, list):
        raise SourceChangedError("H2 prdList 자리가 없어요")
    return objects(rows)


def _prices(page: Page) -> dict[str, Price]:
    text = read_xml(page, "</goodsUnitInfoList>")  # without its end it was cut off
    found = {}
    for unit in BeautifulSoup(text, "xml").select("goodsUnitInfo"):
        fields = {field.name: field.get_text() for field in unit.find_all(recursive=False)}
        found[clean(fields.get("prdId"))] = _unit_price(fields)
    return found


def _unit_price(fields: Mapping[str, str]) -> Price:
    """Take the programme's own discount off the price; that of a card is a condition."""
    regular = won(fields.get("prdPrc"))
    if regular is None:
        words = clean(fields.get("prdPrc"))
        return Price(PriceKind.CONSULT) if words == "0" else price(None, words)
    cut, card = _percent(fields.get("pnmDcRate")), _percent(fields.get("dcCardRt"))
    sale = int(regular * (100 - cut) // 100)
    asked = price(regular, sale)
    if not card or asked.kind is not PriceKind.PRICED:
        return asked
    name = clean(fields.get("dcCardNm")) or "카드"
    return replace(
        asked,
        conditional_krw=int(sale * (100 - card) // 100),
        condition=f"{name}로 {card.normalize():f}% 할인받으면",
    )


def _percent(value: str | None) -> Decimal:
    """Read a percentage below 100, 0 where there is none."""
    match = _RATE.fullmatch(clean(value))
    return Decimal(match[0]) if match else Decimal(0)


def parse(
    rows: Sequence[dict[str, Any]],
    prices: Mapping[str, Price],
    context: CrawlContext,
    tally: Tally,
) -> CrawlResult:
    channel, _ = channel_day(context)
    tally.judge_keys(rows, _KEYS)
    tally.judge_prices(_own_price(row) for row in rows)
    timed = [(start, row) for row in rows if (start := _instant(row, "Bgn")) is not None]
    tally.seen += len(rows)
    slots = []
    for start, group in groupby(sorted(timed, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        slot, read = _slot(channel, start, [row for _, row in group], prices)
        tally.read += read
        slots += [slot] if slot is not None else []
    window = turned_day(context, _TURNS_AT, slots, tally)
    tally.judge_day(slots, context)
    return CrawlResult(tally.report(), close_minute_gaps(slots), (window,))


def _slot(
    channel: str, start: datetime, rows: Sequence[dict[str, Any]], prices: Mapping[str, Price]
) -> tuple[SlotListing | None, int]:
    """Make one slot of the rows of one minute; a row without any product is a public notice."""
    ends = [end for row in rows if (end := _instant(row, "End")) is not None and end > start]
    if not ends:
        return None, 0
    title = next((name for row in rows if (name := clean(text(row, "brcPgmNm")))), None)
    named = [row for row in rows if _product_id(row) or clean(text(row, "prdNm"))]
    found = [product for row in named if (product := _product(row, prices)) is not None]
    if named and not found:
        return None, 0
    sides = (replace(product, role=ProductRole.SIDE) for product in found[1:])
    read = len(rows) - len(named) + len(found)
    slot = SlotListing(channel, start, ends[0], EndKind.GIVEN, title, (*found[:1], *sides))
    return slot, read


def _instant(row: dict[str, Any], which: str) -> datetime | None:
    stamp = text(row, f"brc{which}Dtm") or text(row, f"searchBrc{which}Dtm")
    try:
        return datetime.strptime(stamp[:12], "%Y%m%d%H%M").replace(tzinfo=KST)
    except ValueError:
        return None


def _product_id(row: dict[str, Any]) -> str:
    return text(row, "prdId") or text(row, "goodsNo")


def _own_price(row: dict[str, Any]) -> str | float | None:
    own = number(row, "prdPrc")
    return number(row, "cnmerUprc") if own is None else own


def _product(row: dict[str, Any], prices: Mapping[str, Price]) -> ProductListing | None:
    product_id = _product_id(row)
    asked = prices.get(product_id) or price(None, _own_price(row))
    picture = text(row, "imgUrl") or text(row, "fileName")
    return listing(
        "gongyoung",
        product_id,
        text(row, "prdNm"),
        asked,
        image=f"{_PICTURES}{picture}" if picture.startswith("/") else None,
        link=f"{_SITE}/goods/selectGoodsDetail.do?prdId={product_id}",
    )
