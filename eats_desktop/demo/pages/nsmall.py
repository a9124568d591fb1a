"""NS홈쇼핑 and NS샵+: the schedule JSON, and the second call that gives its prices."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import json_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.stations import Station
    from eats_desktop.demo.web import Request, Response

    Slots = tuple[PlannedSlot, ...]

_ROOT = "/md/api/v1/display/media/schedule/"
_STATIONS = {"tv": "nsmall", "shopplus": "nsmall_plus"}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    if not request.path.startswith(_ROOT):
        return not_found()
    rest = request.path.removeprefix(_ROOT).split("/")
    if rest == ["brdctPriceInfo"]:
        kind, day = request.query.get("CnnlCd", ""), request.query.get("formDate", "")
        return _answer(plan, kind, day, now, _prices)
    if len(rest) == 2:
        return _answer(plan, rest[0], rest[1], now, _schedule)
    return not_found()


def _answer(
    plan: Plan, kind: str, day_text: str, now: datetime, read: Callable[[Slots, Station], object]
) -> Response:
    day = parse_day(day_text)
    channel_id = _STATIONS.get(kind)
    if day is None or channel_id is None:
        return not_found()
    station = BY_CHANNEL[channel_id]
    result = read(plan.listed(channel_id, day, korean_day(now)), station)
    return json_response({"code": "0000", "message": "", "data": {"resultData": result}})


def _schedule(slots: Slots, station: Station) -> dict[str, object]:
    gap = timedelta(minutes=station.end_gap)
    return {"totalOrgan": [_organ(slot, gap) for slot in slots]}


def _organ(slot: PlannedSlot, gap: timedelta) -> dict[str, object]:
    start, end = slot.starts_at.astimezone(KST), (slot.ends_at - gap).astimezone(KST)
    times = {
        "formStartDttm": f"{start:%Y-%m-%d %H:%M:%S}",
        "formEndDttm": f"{end:%Y-%m-%d %H:%M:%S}",
    }
    main, *sides = slot.products
    image = f"https://product-image.prod-nsmall.com/new/{main.product_id}_X6.jpg"
    return {
        **_entry(main, slot.nick, image, times),
        "relTotalOrgan": [
            _entry(
                side,
                None,
                f"http://product-image.prod-nsmall.com/new/{side.product_id}_F.jpg",
                times,
            )
            for side in sides
        ],
    }


def _entry(
    product: PlannedProduct, title: str | None, image: str, times: dict[str, str]
) -> dict[str, object]:
    return {
        "goodsCd": product.product_id,
        "pgmNm": title,
        "imageUrl": image,
        "goods": {"productNm": f"{product.name}  ", "brdctInfo": times},
    }


def _prices(slots: Slots, _station: Station) -> list[dict[str, object]]:
    """Return one row per product; the site leaves some side products out."""
    products = {
        product.product_id: product
        for slot in slots
        for place, product in enumerate(slot.products)
        if place == 0 or int(product.product_id) % 7
    }
    return [_price(product) for product in products.values()]


def _price(product: PlannedProduct) -> dict[str, object]:
    listed_krw, price = product.list_krw, product.price_krw
    return {
        "goodsCd": product.product_id,
        "salePrice": listed_krw,
        "dcPrice": price,
        "dcRate": (listed_krw - price) * 100 // listed_krw if listed_krw else 0,
    }
