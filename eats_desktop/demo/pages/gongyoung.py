"""공영쇼핑: the line-up JSON of a day, and prices as XML for the products a POST names."""

from __future__ import annotations

import json
from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.web import json_response, not_found, parse_day, xml_response
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_LINEUP, _PRICES = "/tvshopping/selectScheduleSub.do", "/goods/getGoodsUnitInfo.do"
_AHEAD = 8


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    if request.path == _PRICES and request.body is not None:
        return _answer_prices(plan, request.body, now)
    day = parse_day(request.query.get("brcStdDate", ""))
    if request.path != _LINEUP or day is None:
        return not_found()
    slots = plan.listed("gongyoung", day, korean_day(now))
    return json_response({"prdList": [row for slot in slots for row in _rows(slot)]})


def _rows(slot: PlannedSlot) -> Iterator[dict[str, object]]:
    start, end = slot.starts_at.astimezone(KST), slot.ends_at.astimezone(KST)
    for product in slot.products:
        yield {
            "brcBgnDtm": f"{start:%Y%m%d%H%M}",
            "brcEndDtm": f"{end:%Y%m%d%H%M}",
            "brcPgmNm": slot.show or slot.nick,
            "prdId": product.product_id,
            "prdNm": product.name,
            "prdPrc": _regular(product),
            "imgUrl": f"/demo/{product.product_id}.jpg",
        }


def _regular(product: PlannedProduct) -> int | None:
    return product.list_krw if product.sale in (Sale.PRICED, Sale.SOLD_OUT) else None


def _answer_prices(plan: Plan, body: bytes, now: datetime) -> Response:
    wanted = {str(row["prdId"]) for row in json.loads(body)["prdInfoList"]}
    units = "\n".join(
        _unit(product) for product in _aired(plan, now) if product.product_id in wanted
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return xml_response(
        f"{head}\n<result><goodsUnitInfoList>\n{units}\n</goodsUnitInfoList></result>"
    )


def _aired(plan: Plan, now: datetime) -> Sequence[PlannedProduct]:
    """Return the products of the days near, each once."""
    today = korean_day(now)
    days = (today + timedelta(days=ahead) for ahead in range(-1, _AHEAD))
    slots = (slot for day in days for slot in plan.listed("gongyoung", day, today))
    return list({p.product_id: p for slot in slots for p in slot.products}.values())


def _unit(product: PlannedProduct) -> str:
    """Return one product's prices; the site discounts by whole percents only."""
    regular = _regular(product) or 0
    cut = 100 - product.price_krw * 100 // regular if regular else 0
    even = regular * (100 - cut) // 100 == product.price_krw
    shown, rate = (regular, cut) if regular and even else (_sale(product), 0)
    return (
        f"<goodsUnitInfo><prdId>{product.product_id}</prdId>"
        f"<prdNm>{escape(product.name)}</prdNm><prdPrc>{shown or ''}</prdPrc>"
        f"<pnmDcRate>{rate or ''}</pnmDcRate><freeDlvYn>Y</freeDlvYn></goodsUnitInfo>"
    )


def _sale(product: PlannedProduct) -> int | None:
    return product.price_krw if product.sale in (Sale.PRICED, Sale.SOLD_OUT) else None
