"""현대홈쇼핑 and +샵: the schedule JSON, whole or through the cache in overlapping pages."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.stations import Station
    from eats_desktop.demo.web import Request, Response

_API = "/api/hf/dp/v1/main-tv-new/tv-list"
_CACHE = "/md/api/cache"
_STATIONS = {"etv": "hmall", "dtv": "hmall_plus"}
_PAGES = 8
_COUPON = 3_000
_WEEKDAYS = "월화수목금토일"
_LABEL_TURNS = 5 * 60 + 20
"""Before 05:20 the site labels a slot with the day before."""


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    query = request.query
    day = parse_day(query.get("brodDt", ""))
    channel_id = _STATIONS.get(query.get("brodType", ""))
    if not _is_schedule(request) or day is None or channel_id is None:
        return not_found()
    station = BY_CHANNEL[channel_id]
    slots = plan.listed(channel_id, day, korean_day(now))
    if request.path == _CACHE:
        slots = _page(slots, query.get("brodPrrgPage", "0"))
    items = [_item(slot, station, day, now) for slot in slots]
    return json_response(
        {
            "respCode": "dp.clt.00001",
            "successYn": "Y",
            "respData": {"broadItemList": items},
            "respMsg": "",
        }
    )


def _is_schedule(request: Request) -> bool:
    return request.path == _API or (request.path == _CACHE and request.query.get("url") == _API)


def _page(slots: tuple[PlannedSlot, ...], number: str) -> tuple[PlannedSlot, ...]:
    """Return one of the pages 0…7; each repeats its neighbours' nearest slots."""
    page = int(number) if number.isdigit() else _PAGES
    if page >= _PAGES:
        return ()
    low, high = (len(slots) * edge // _PAGES for edge in (page, page + 1))
    return slots[max(low - 1, 0) : high + 1]


def _item(slot: PlannedSlot, station: Station, day: date, now: datetime) -> dict[str, object]:
    start = slot.starts_at.astimezone(KST)
    end = (slot.ends_at - timedelta(minutes=station.end_gap)).astimezone(KST)
    clock = (f"{start:%H:%M}", f"{end:%H:%M}")
    label = f"{_label(start):%Y%m%d}"
    main, *sides = slot.products
    item = {
        **_product(main, label, clock),
        "prmoTxtCntn": slot.promotion,
        "brodTitl": slot.show,
        "liveYn": "Y" if slot.starts_at <= now < slot.ends_at else "N",
        "bfmtNo": f"{label}{3001 + slot.index}",
        "brodDispNm": f"{start:%m/%d}({_WEEKDAYS[start.weekday()]}) {start:%H:%M} 방송",
        "withItemList": _with_items(sides, main, label, clock, day <= korean_day(now)),
    }
    if start.hour * 60 + start.minute >= _LABEL_TURNS:
        item["brodStrtDtmParam"] = f"{start:%Y%m%d%H%M}00"
        item["brodEndDtmParam"] = f"{end:%Y%m%d%H%M}00"
    return item


def _label(start: datetime) -> date:
    early = start.hour * 60 + start.minute < _LABEL_TURNS
    return start.date() - timedelta(days=1) if early else start.date()


def _with_items(
    sides: Sequence[PlannedProduct],
    main: PlannedProduct,
    label: str,
    clock: tuple[str, str],
    known: bool,
) -> list[dict[str, object]] | None:
    """Return the products beside the main one; the site fills them in on the day itself.

    Their prices repeat the main price, as the real ones nearly always do; a later one may lack
    its time.
    """
    if not known:
        return None
    repeated = {name: _product(main, label, clock)[name] for name in ("sellPrc", "bbprc")}
    return [
        {**_product(side, label, clock if number < 2 else ("", "")), **repeated}
        for number, side in enumerate(sides)
    ]


def _coupon(product: PlannedProduct) -> int:
    """Return the won off a coupon gives, 0 for most: what everyone pays is the planned price."""
    return _COUPON if product.product_id.endswith("3") and product.price_krw > 5 * _COUPON else 0


def _product(product: PlannedProduct, label: str, clock: tuple[str, str]) -> dict[str, object]:
    coupon = _coupon(product)
    number = product.product_id
    extension = "png" if number.endswith("2") else "jpg"
    return {
        "brodDt": label,
        "newBrodDt": None,
        "brodStrtDtm": clock[0],
        "brodEndDtm": clock[1],
        "slitmCd": number,
        "slitmNm": escape(product.name, quote=False),
        "convertedSlitmNm": escape(product.name, quote=False),
        "brndNm": product.brand,
        "sellPrc": product.list_krw,
        "bbprc": product.price_krw - coupon,
        "copnAmt": coupon,
        "copnRate": coupon * 100 // max(product.list_krw, 1),
        "brodImgNm": f"onair{number}.{extension}",
        "thumImgNm": f"{number}_0.{extension}",
        "orglImgNm": f"{number}_0.{extension}",
        "prmoTxtCntn": "",
        "brodTitl": "",
        "itemEvalEvgScrg": 4.7,
        "itemStsfTotCnt": int(number) % 900,
        "monthRentalPrc": str(product.monthly_krw),
        "spymDcYn": "N",
        "wintInsmMths": None,
        "itemGbcd": "00",
        "itemSellGbcd": "00",
        "liveYn": "N",
        "onairPossYn": "N",
    }
