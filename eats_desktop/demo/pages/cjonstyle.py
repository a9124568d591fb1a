"""CJ온스타일 and 플러스: the schedule JSON, its instants in epoch milliseconds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_PATH = "/c/rest/tv/tvSchedule"
_STATIONS = {"live": "cjonstyle", "plus": "cjonstyle_plus"}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    channel_id = _STATIONS.get(request.query.get("broadType", ""))
    day = parse_day(request.query.get("bdDt", ""))
    if request.path != _PATH or channel_id is None or day is None:
        return not_found()
    gap = timedelta(minutes=BY_CHANNEL[channel_id].end_gap)
    programmes = [_programme(slot, gap) for slot in plan.listed(channel_id, day, korean_day(now))]
    result = {"bdDt": f"{day:%Y%m%d}", "programList": programmes}
    return json_response({"result": result, "status": 200})


def _programme(slot: PlannedSlot, gap: timedelta) -> dict[str, object]:
    start, end = slot.starts_at, slot.ends_at - gap
    return {
        "pgmCd": f"{start:%d%H%M}",
        "pgmNm": slot.show or "일반방송",
        "bdStrDtm": int(start.timestamp() * 1000),
        "bdEndDtm": int(end.timestamp() * 1000),
        "itemList": [_item(product) for product in slot.products],
    }


def _item(product: PlannedProduct) -> dict[str, object]:
    priced = product.sale in (Sale.PRICED, Sale.SOLD_OUT)
    return {
        "itemCd": product.product_id,
        "itemNm": product.name,
        "brandName": None,
        "salePrice": product.price_krw if priced else None,
        "chnCd": "30002002",
    }
