"""SK스토아: today's schedule as an HTML page; only the first block of a slot has its time."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.stations import BY_CHANNEL
from eats_desktop.demo.web import html_response, not_found
from eats_desktop.domain.clock import KST, korean_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from eats_desktop.demo.plan import Plan, PlannedProduct, PlannedSlot
    from eats_desktop.demo.web import Request, Response

_PAGE = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="UTF-8"><title>TV편성표</title></head><body>
<ul class="day-list">{days}</ul>
<div class="broadcast">
{blocks}</div>
</body></html>
"""
_RECOMMENDED = """\t<!-- 함께 보면 좋은 상품 -->
\t<div class="recommend">
{block}\t</div>
"""
_WORDS = {Sale.CONSULT: "상담 후 결정", Sale.RENTAL: "렌탈 상담", Sale.SOLD_OUT: "품절"}


def respond(plan: Plan, request: Request, now: datetime) -> Response:
    if request.path != "/tv_schedule":
        return not_found()
    opens = timedelta(minutes=BY_CHANNEL["skstoa"].opens)
    day = korean_day(now - opens)
    slots = plan.listed("skstoa", day, korean_day(now))
    blocks = "".join(part for slot in slots for part in _parts(slot))
    return html_response(_PAGE.format(days=_days(day), blocks=blocks))


def _days(day: date) -> str:
    near = (day + timedelta(days=ahead) for ahead in (-1, 0, 1))
    return "".join(
        f'<li value="{each:%Y%m%d}"{_ON if each == day else ""}>{each.day}</li>' for each in near
    )


_ON = ' class="on"'


def _parts(slot: PlannedSlot) -> Iterator[str]:
    start, end = (at.astimezone(KST) for at in (slot.starts_at, slot.ends_at))
    main, *sides = slot.products
    yield _block(main, f'<div class="time timebox">{start:%H:%M} ~ {end:%H:%M}</div>')
    yield from (_block(side, "") for side in sides)
    if sides:
        yield _RECOMMENDED.format(block=_block(main, ""))


def _block(product: PlannedProduct, time: str) -> str:
    number, name = product.product_id, escape(product.name)
    regular = product.list_krw if product.sale is not Sale.CONSULT else 0
    decimal = ".0" if number.endswith("3") else ""
    image = f"//image.skstoa.com/goods/{number[-3:]}/{number}_g.jpg"
    return (
        f'\t<div class="list ga-prd">{time}'
        f'<input type="hidden" class="ga-prd-data" p-id="{number}" p-name="{name}"'
        f' p-price="{regular}{decimal}" p-brand="{escape(product.brand)}" p-category="">'
        f"<a href=\"javascript:goGoodsDetail('{number}')\">"
        f'<img class="lazyload" src="/img/blank.gif" data-src="{image}" alt="{name}"></a>'
        f"{_price(product)}</div>\n"
    )


def _price(product: PlannedProduct) -> str:
    if product.sale is Sale.PRICED:
        return f'<span class="price"><span>{product.price_krw:,}</span>원</span>'
    return f'<span class="price">{_WORDS[product.sale]}</span>'
