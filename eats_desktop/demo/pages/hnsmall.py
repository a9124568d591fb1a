"""홈앤쇼핑: one day of the TV schedule as an HTML page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.web import html_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_PAGE = """<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="UTF-8">
<title>TV편성표 | 홈앤쇼핑</title>
</head>
<body>
<header><nav><ul><li class="menu"><a href="/">홈</a></li></ul></nav></header>
<div id="scheduleWrap" class="schedule-wrap" date="{day:%Y%m%d}">
	{on_air}
	<ul class="schedule-list">
{items}
	</ul>
</div>
</body>
</html>
"""


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("broadDay", ""))
    if request.path != "/display/tvschedule-list" or day is None:
        return not_found()
    slots = plan.listed("hnsmall", day, korean_day(now))
    page = _PAGE.format(
        day=day,
        on_air="".join(_on_air(slot) for slot in slots if _is_on_air(slot, now)),
        items="\n".join(_item(slot, now) for slot in slots),
    )
    return html_response(page)


def _is_on_air(slot: PlannedSlot, now: datetime) -> bool:
    return slot.starts_at <= now < slot.ends_at


def _on_air(slot: PlannedSlot) -> str:
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at))
    return (
        f'<input type="hidden" id="onAirTime" bdStimeSecond="{start:%Y-%m-%d %H:%M:%S}"'
        f' bdEtimeSecond="{end:%Y-%m-%d %H:%M:%S}">'
    )


def _item(slot: PlannedSlot, now: datetime) -> str:
    on_air = _is_on_air(slot, now)
    main, *sides = slot.products
    return (
        f'\t\t<li class="item{" active" if on_air else ""}">\n'
        f'\t\t\t<div class="live-time">\n\t\t\t\t<p class="time">\n\t\t\t\t\t'
        f"<span>{'지금방송중' if on_air else _clock(slot)}</span>\n\t\t\t\t\t{escape(slot.nick)}\n"
        f"\t\t\t\t</p>\n\t\t\t</div>\n{_main(main)}\n{_sides(sides)}\t\t</li>"
    )


def _clock(slot: PlannedSlot) -> str:
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at))
    return f"<b>{start:%H:%M}</b> ~ {end:%H:%M}"


def _main(product: PlannedProduct) -> str:
    return (
        '\t\t\t<a href="javascript:void(0);" class="goods-info" '
        f"onclick=\"goGoods('{product.product_id}','1','tv_schedule');\">"
        f'<div class="goods-thumb"><img src="{_image(product, "wide")}" alt=""></div>'
        f'<div class="goods-txt"><p class="tit">{escape(product.name)}</p>'
        f"{_rate(product)}{_price(product)}</div></a>"
    )


def _sides(sides: list[PlannedProduct]) -> str:
    if not sides:
        return ""
    rows = "\n".join(
        '\t\t\t\t<li><a href="javascript:void(0);" '
        f"onclick=\"goGoods('{side.product_id}','2','tv_schedule');\">"
        f'<img src="{_image(side, "g")}" alt=""><p class="tit">{escape(side.name)}</p>'
        f"{_rate(side)}{_price(side)}</a></li>"
        for side in sides
    )
    return f'\t\t\t<div class="sub-prd"><ul>\n{rows}\n\t\t\t</ul></div>\n'


def _rate(product: PlannedProduct) -> str:
    if product.sale is not Sale.PRICED or product.list_krw <= product.price_krw:
        return ""
    rate = (product.list_krw - product.price_krw) * 100 // product.list_krw
    return f'<div class="rate"><span>{rate}%</span></div>'


def _price(product: PlannedProduct) -> str:
    if product.sale is Sale.PRICED:
        return f'<div class="price"><strong>{product.price_krw:,}</strong>원</div>'
    if product.sale is Sale.SOLD_OUT:
        return '<div class="price"><strong>품절</strong></div>'
    return '<div class="price"><p class="counselPrd">상담 예약 상품</p></div>'


def _image(product: PlannedProduct, size: str) -> str:
    number = product.product_id
    extension = ("jpg", "jpg", "png", "gif" if size == "g" else "jpg")[int(number[-1]) % 4]
    return f"//image.hnsmall.com/images/goods/{number[-3:]}/{number}_{size}.{extension}"
