"""W쇼핑: one day of the schedule as an HTML page whose items all carry one id."""

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
<html lang="ko"><head><meta charset="UTF-8"><title>편성표</title></head><body>
<ul class="schedule_list">
{items}</ul>
</body></html>
"""
_WORDS = {Sale.CONSULT: "상담예약", Sale.RENTAL: "렌탈 상담예약", Sale.SOLD_OUT: "품절"}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("fromDate", "").replace("/", ""))
    if request.path != "/broadcast/main/" or day is None:
        return not_found()
    slots = plan.listed("wshopping", day, korean_day(now))
    return html_response(_PAGE.format(items="".join(_item(slot) for slot in slots)))


def _item(slot: PlannedSlot) -> str:
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at))
    number = slot.products[0].product_id
    image = f"http://img.w-shopping.co.kr/goods2022/{number[-3:]}/{number[3:5]}/{number}_p.jpg"
    cards = "".join(_card(product) for product in slot.products)
    return (
        '\t<li id="onairShow">\n\t\t<div class="schedule_left">'
        f'<p class="time">{start:%H:%M} ~ {end:%H:%M}</p><a data-target-name="broadcast"'
        f' href="https://www.w-shopping.co.kr/display/goods/{number}">'
        f'<img src="{image}" alt=""></a></div>\n'
        f'\t\t<div class="schedule_right"><ul>\n{cards}\t\t</ul></div>\n\t</li>\n'
    )


def _card(product: PlannedProduct) -> str:
    price = f"<em>{product.price_krw:,}</em>원" if product.sale is Sale.PRICED else ""
    return (
        '\t\t\t<li><div class="item_info type1"'
        f" onclick=\"location.href='/display/goods/{product.product_id}'\">"
        f'<p class="tit">{escape(product.name)}</p>'
        f'<span class="price">{price or _WORDS[product.sale]}</span></div></li>\n'
    )
