"""쇼핑엔티: today's schedule as an HTML page; ends a minute short, what is on air has no clock."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import html_response, not_found
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from eats_desktop.demo.plan import Plan, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_PAGE = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="UTF-8"><title>TV편성표</title></head><body>
<ul class="calendar-list">{days}</ul>
<ul class="time-list">
{items}</ul>
</body></html>
"""
_ON = ' class="on"'
_WORDS = {Sale.CONSULT: "상담 상품", Sale.RENTAL: "렌탈 상담 상품", Sale.SOLD_OUT: "품절"}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    """Give a product's side offers no room: the page has one product per broadcast."""
    if request.path != "/broadcast/tvBroadcastMain":
        return not_found()
    station = BY_CHANNEL["shoppingnt"]
    day = korean_day(now - timedelta(minutes=station.opens))
    slots = plan.listed(station.channel_id, day, korean_day(now))
    gap = timedelta(minutes=station.end_gap)
    items = "".join(_item(slot, now, gap) for slot in slots)
    return html_response(_PAGE.format(days=_days(day), items=items))


def _days(day: date) -> str:
    return "".join(
        f'<li{_ON if each == day else ""}><button type="button" class="day">{each:%m.%d}</button>'
        "</li>"
        for each in (day + timedelta(days=ahead) for ahead in (-1, 0, 1))
    )


def _item(slot: PlannedSlot, now: datetime, gap: timedelta) -> str:
    on_air = slot.starts_at <= now < slot.ends_at
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at - gap))
    label = f"방송시간 {start:%H:%M} ~ {end:%H:%M}"
    if on_air:
        label = '현재 방송 중<button type="button">채널안내</button>'
    product = slot.products[0]
    number = product.product_id
    is_priced = product.sale is Sale.PRICED
    price = f"{product.price_krw:,}" if is_priced else _WORDS[product.sale]
    return (
        f'\t<li{_ON if on_air else ""}>\n\t\t<div class="tit-time">{label}</div>\n'
        '\t\t<div class="prd-img">'
        f'<img src="https://img.shoppingntmall.com/goods/{number[-3:]}/{number}_h.jpg" alt="">'
        "</div>\n"
        f'\t\t<a class="tit tit-h2" href="/display/goods/{number}">'
        f'<span class="name">{escape(product.name)}</span></a>\n'
        f'\t\t<em class="txt-2xl">{price}</em>{"원" if is_priced else ""}\n\t</li>\n'
    )
