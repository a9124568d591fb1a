"""롯데홈쇼핑 and OneTV: the schedule JSON of a day, with the neighbours of its two nights."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, day_start, korean_day

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_STATIONS = {
    "/main/scheduleLive.lotte": "lotteimall",
    "/main/scheduleOne.lotte": "lotte_onetv",
}
_DAY = timedelta(days=1)
_NEIGHBOURS = timedelta(hours=2)


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    channel_id, day = _STATIONS.get(request.path), parse_day(request.query.get("bdDate", ""))
    if channel_id is None or day is None:
        return not_found()
    gap = timedelta(minutes=BY_CHANNEL[channel_id].end_gap)
    midnight = day_start(day)
    shown = [
        slot
        for each in (day - _DAY, day, day + _DAY)
        for slot in plan.listed(channel_id, each, korean_day(now))
        if midnight - _NEIGHBOURS <= slot.starts_at < midnight + _DAY + _NEIGHBOURS
    ]
    return json_response({"head": {}, "body": {"prod": [_row(slot, gap) for slot in shown]}})


def _row(slot: PlannedSlot, gap: timedelta) -> dict[str, object]:
    start, end = slot.starts_at.astimezone(KST), (slot.ends_at - gap).astimezone(KST)
    main, *sides = slot.products
    return {
        "bdPrgmId": f"P{start:%d%H%M}",
        "sdate": f"{start:%Y-%m-%d %H:%M}",
        "stime": f"{start:%H:%M}",
        "etime": f"{end:%H:%M}",
        **_offer(main),
        "brand": main.brand,
        "img_url": _image(main),
        **({"pgmMap": {"titNm": slot.show}} if slot.show else {}),
        "related": [{"goodsNo": side.product_id, **_offer(side)} for side in sides],
    }


def _offer(product: PlannedProduct) -> dict[str, object]:
    priced = product.sale in (Sale.PRICED, Sale.SOLD_OUT)
    return {
        "name": product.name,
        "price_disc": f"{product.price_krw:,}" if priced else "",
        "price_orig": str(product.list_krw) if priced else "",
        "linkInfo": f"/goods/viewGoodsDetail.lotte?goods_no={product.product_id}",
    }


def _image(product: PlannedProduct) -> str:
    number = product.product_id
    return f"//image.lotteimall.com/goods/{number[-2:]}/{number}_L.jpg"
