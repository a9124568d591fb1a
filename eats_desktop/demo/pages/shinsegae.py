"""신세계쇼핑: one day of the schedule as an HTML fragment; what is on air has no clock."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.web import html_response, not_found, parse_day
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_WORDS = {Sale.CONSULT: "상담상품", Sale.RENTAL: "렌탈 상담상품", Sale.SOLD_OUT: "품절"}
_SAME_ON_BOTH = 4
"""Every so many slots the fragment names both line-ups although they sell the same."""


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    day = parse_day(request.query.get("fromDate", "").replace("/", ""))
    if request.path != "/broadcast/tvschedule-ajax" or day is None:
        return not_found()
    slots = plan.listed("shinsegae", day, korean_day(now))
    return html_response("".join(part for slot in slots for part in _parts(slot, now)))


def _parts(slot: PlannedSlot, now: datetime) -> Iterator[str]:
    part = _part(slot, now)
    yield part
    if slot.index % _SAME_ON_BOTH == 0:
        yield part


def _part(slot: PlannedSlot, now: datetime) -> str:
    on_air = slot.starts_at <= now < slot.ends_at
    label = '<span class="_onair">ON AIR</span>' if on_air else _clock(slot)
    main, *sides = slot.products
    cards = _card(main, ' data-main="Y"') + "".join(_card(side, "") for side in sides)
    return (
        f'<dl data-onair="{"Y" if on_air else "N"}">\n\t<dt>{label}</dt>\n\t<dd>\n{cards}'
        f'\t\t<div class="area-supporting-text"><span class="_goodsName">{escape(main.name)}</span>'
        "</div>\n\t</dd>\n</dl>\n"
    )


def _clock(slot: PlannedSlot) -> str:
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at))
    return f'<span class="_time">{start:%H:%M}~{end:%H:%M}</span>'


def _card(product: PlannedProduct, leads: str) -> str:
    number = product.product_id
    return (
        f'\t\t<div class="card gtm_list_item"{leads} data-gtm-item-id="{number}"'
        f' data-gtm-item-name="{escape(product.name)}"'
        f' data-gtm-item-brand="{escape(product.brand)}" data-gtm-item-category=""'
        f" data-gtm-item-discount=\"0\" onclick=\"goPage('/display/detail/{number}','tv')\">"
        f'<img src="//image.shinsegaetvshopping.com/g/{number}_wg_1.jpg" alt="">'
        f"{_price(product)}</div>\n"
    )


def _price(product: PlannedProduct) -> str:
    if product.sale is Sale.PRICED:
        return f'<span class="_bestPrice">{product.price_krw:,}</span>'
    return f'<span class="_promoCharge">{_WORDS[product.sale]}</span>'
