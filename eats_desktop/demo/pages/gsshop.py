"""GS샵: one day of the schedule as an HTML fragment that gives starts only."""

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

_HEAD = '<input type="hidden" name="broadTypCd" value="LIVE">\n'
_LAST_ON_AIR = '<article class="items onAirLast"><aside></aside></article>\n'
_WORDS = {
    Sale.CONSULT: "상담신청상품",
    Sale.RENTAL: "렌탈 상담신청상품",
    Sale.SOLD_OUT: "품절",
}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("today", ""))
    if request.path != "/shop/tv/tvScheduleDetail.gs" or day is None:
        return not_found()
    slots = plan.listed("gsshop", day, korean_day(now))
    return html_response(_HEAD + "".join(_article(slot, now) for slot in slots))


def _article(slot: PlannedSlot, now: datetime) -> str:
    starts_at = slot.starts_at.astimezone(KST)
    items = "".join(
        _item(product, f"{starts_at:%Y%m%d%H%M%S}", leads=place == 0)
        for place, product in enumerate(slot.products)
    )
    after = _LAST_ON_AIR if slot.starts_at <= now < slot.ends_at else ""
    return (
        f'<article class="items">\n\t<aside><span class="times">{starts_at:%H:%M}</span></aside>\n'
        f'\t<ul class="prd-list">\n{items}\t</ul>\n</article>\n{after}'
    )


def _item(product: PlannedProduct, stamp: str, *, leads: bool) -> str:
    """A product without a price is sold by telephone: it has no page to link to."""
    number, name = product.product_id, escape(product.name)
    image = f"//image.gsshop.com/image/{number[:2]}/{number[2:4]}/{number}_L1.jpg"
    link = f'<a href="/prd/prd.gs?prdid={number}&amp;lseq=415680">'
    mark = "<span>[TV상품]</span>" if leads else ""
    is_sold_here = product.sale in (Sale.PRICED, Sale.SOLD_OUT)
    title = f"{link}{mark}{name}</a>" if is_sold_here else name
    picture = f'{link}<img src="{image}" alt=""></a>' if is_sold_here else ""
    return (
        f'\t\t<li class="prd-item" id="{stamp}_{number}">{picture}'
        f'<dl class="prd-info"><dt class="prd-name">{title}</dt>'
        f'<dd class="price-info">{_price(product)}</dd><dd class="ord-cnt"></dd></dl></li>\n'
    )


def _price(product: PlannedProduct) -> str:
    if product.sale is not Sale.PRICED:
        return _WORDS[product.sale]
    regular = ""
    if product.list_krw > product.price_krw:
        regular = f'<span class="org">{product.list_krw:,}원</span>'
    return f'{regular}<span class="price"><strong>{product.price_krw:,}</strong>원</span>'
