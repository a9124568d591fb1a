"""홈앤쇼핑: a product page, and the description that stands in a frame of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.web import html_response, not_found

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.demo.details import DemoDetail, DemoDetails
    from eats_desktop.demo.web import Request, Response

_PATH = "/display/goods.do"
_FOLDER = "/images/itemdesc/pc/goods/describePage/"

_DETAIL = """<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="UTF-8">
<meta property="og:title" content="{name}">
<meta property="og:image" content="https://image.hnsmall.com/images/goods/{folder}/{id}_p.jpg">
</head>
<body>
<div class="goodsWrap">
\t<div class="imgBig"><img src="//image.hnsmall.com/images/goods/{folder}/{id}_p.jpg" alt=""></div>
\t<h2 class="goodsName">{name}</h2>
\t<div class="resultPrice"><div class="priceTotal">{price}</div></div>
\t<div class="reviewWrap"><em>{score}</em><span class="num">({reviews:,})</span></div>
\t<ul class="tabList"><li><a href="#tab1Cont">상품설명</a></li>
\t<li><a href="#tab2Cont">구매정보</a></li></ul>
\t<div id="tab1Cont"><iframe id="goodsDescribeView"
\t\tsrc="https://image.hnsmall.com/images/itemdesc/pc/goods/describePage/{id}"></iframe></div>
\t<div id="tab2Cont"><table class="itemTableRow v2"><tbody>
{rows}
\t\t<tr><td>배송비</td><td>{delivery}</td></tr>
\t\t<tr><th>소비자상담 전화번호</th><td>홈앤쇼핑 000-0000-0000</td></tr>
\t</tbody></table></div>
</div>
</body>
</html>
"""

_DESCRIPTION = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="UTF-8"></head>
<body>
<picture through="pc"><source srcset="{first}/dims/format/avif" type="image/avif">
<source srcset="{first}/dims/format/webp" type="image/webp">
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="{first}" alt=""></picture>
<img src="//image.hnsmall.com/images/common/blank.gif" data-original="{second}" alt="">
</body></html>
"""


def respond_detail(details: DemoDetails, request: Request, now: datetime) -> Response | None:
    """Return a product page or its description, None for another address."""
    number = request.query.get("goods_code", "")
    described = request.path.removeprefix(_FOLDER)
    if request.path == _PATH:
        return _answer(details.of_seller("hnsmall", number, now), _detail_page)
    if described != request.path:
        return _answer(details.of_seller("hnsmall", described, now), _description_page)
    return None


def _answer(detail: DemoDetail | None, page: Callable[[DemoDetail], str]) -> Response:
    return not_found() if detail is None else html_response(page(detail))


def _detail_page(detail: DemoDetail) -> str:
    return _DETAIL.format(
        id=detail.product_id,
        folder=detail.product_id[-3:],
        name=escape(detail.name),
        price=_price(detail),
        score=round(detail.score * 20),
        reviews=detail.reviews,
        rows="\n".join(
            f"\t\t<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in detail.facts
        ),
        delivery=escape(detail.delivery),
    )


def _description_page(detail: DemoDetail) -> str:
    folder = f"//image.hnsmall.com/images/itemdesc/{detail.product_id}"
    return _DESCRIPTION.format(first=f"{folder}/01.jpg", second=f"{folder}/02.jpg")


def _price(detail: DemoDetail) -> str:
    if detail.sale is Sale.SOLD_OUT:
        return '<span class="soldOut">품절</span>'
    if detail.sale is not Sale.PRICED:
        return '<span class="counsel">상담 예약 상품</span>'
    sale = f'<span class="sellPrice"><strong>{detail.price_krw:,}</strong>원</span>'
    if detail.list_krw <= detail.price_krw:
        return sale
    rate = (detail.list_krw - detail.price_krw) * 100 // detail.list_krw
    return (
        f'<span class="discount"><em>{rate}</em>%</span>'
        f'<span class="base"><em>{detail.list_krw:,}</em>원</span>{sale}'
    )
