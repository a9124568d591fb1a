"""KT알파쇼핑: the schedule JSON of a day; who leads a slot is marked, not always first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_PATH = "/display/web/emc/display/broadcast"


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("dateValue", ""))
    if request.path != _PATH or day is None:
        return not_found()
    gap = timedelta(minutes=BY_CHANNEL["kshop"].end_gap)
    rows = [_row(slot, gap) for slot in plan.listed("kshop", day, korean_day(now))]
    return json_response({"code": "0000", "data": {"tvScheduleList": rows}})


def _row(slot: PlannedSlot, gap: timedelta) -> dict[str, object]:
    start, end = slot.starts_at.astimezone(KST), (slot.ends_at - gap).astimezone(KST)
    main, *sides = slot.products
    items = [_item(side, leads=False) for side in sides]
    items.insert(min(len(items), start.day % 2), _item(main, leads=True))
    return {
        "brdSchdId": f"{start:%d%H%M}",
        "schdNm": slot.show,
        "brdBgnDtm": f"{start:%Y-%m-%d %H:%M:%S}",
        "brdClDtm": f"{end:%Y-%m-%d %H:%M:%S}",
        "productList": items,
    }


def _item(product: PlannedProduct, *, leads: bool) -> dict[str, object]:
    priced = product.sale in (Sale.PRICED, Sale.SOLD_OUT)
    picture = f"/goods/{product.product_id[-3:]}/{product.product_id}.jpg"
    return {
        "dpPrdId": product.product_id,
        "prdNm": product.name,
        "mobPrdNm": product.name,
        "brndNm": product.brand,
        "dlgPrdYn": "Y" if leads else "N",
        "priceSummary": {"ecSlPc": product.price_krw} if priced else None,
        "rectPrdImgFlNm": picture,
        "prdImgFlNm": picture,
    }
