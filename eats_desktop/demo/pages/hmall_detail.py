"""현대홈쇼핑: a product page with the JSON its server sends along."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.web import html_response, not_found

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.demo.details import DemoDetail, DemoDetails
    from eats_desktop.demo.web import Request, Response

_PATH = "/md/pda/itemPtc"

_PAGE = """<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta property="og:title" content="{name}">
<meta property="og:image" content="{folder}/{id}_0.jpg">
</head>
<body>
<div id="__next">
 <div class="brandshop-link"><a class="link" ga-custom-creative="{brand}">{brand}</a></div>
 <div class="pdname">{name}</div>
 <div class="pdpricebox">
  <span class="sale-before"><em>{before:,}</em>원</span>
  <span class="sale-price"><em>{price:,}</em>원</span>
 </div>
 <table><tbody>
  <tr><th>상품코드</th><td><em>{id}</em></td></tr>
  <tr><th>가격</th><td><em>{price:,}원</em></td></tr>
  <tr><th>배송비</th><td>{delivery}</td></tr>
  <tr><th>반품/교환</th><td><span>반품 5,000원</span><span>교환 10,000원</span></td></tr>
 </tbody></table>
 <div class="speedycat-container">
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="{folder}/{id}_d1.jpg" alt="">
  <img src="//image.hmall.com/blank.png" alt="">
  <img data-src="{folder}/{id}_d2.jpg?RS=860&amp;SF=webp" alt="">
 </div>
 <div class="accordion-panel product-essential-info">
{facts}
  <h4 class="subheadings">소비자상담 관련 전화번호</h4><p class="abstract2">000-0000-0000</p>
 </div>
</div>
<script id="__NEXT_DATA__" type="application/json">{data}</script>
</body>
</html>
"""


def respond_detail(details: DemoDetails, request: Request, now: datetime) -> Response | None:
    """Return a product page, None for another address."""
    if request.path != _PATH:
        return None
    detail = details.of_seller("hmall", request.query.get("slitmCd", ""), now)
    return not_found() if detail is None else html_response(_page(detail))


def _page(detail: DemoDetail) -> str:
    p = detail.product_id
    return _PAGE.format(
        id=p,
        name=escape(detail.name),
        brand=escape(detail.brand),
        folder=f"https://image.hmall.com/static/{p[7]}/{p[6]}/{p[4:6]}/{p[2:4]}",
        before=detail.list_krw,
        price=detail.price_krw,
        delivery=escape(detail.delivery),
        facts="\n".join(
            f'  <h4 class="subheadings">{escape(label)}</h4>'
            f'<p class="abstract2">{escape(value)}</p>'
            for label, value in detail.facts
        ),
        data=json.dumps(_data(detail), ensure_ascii=False, separators=(",", ":")),
    )


def _data(detail: DemoDetail) -> dict[str, object]:
    item = {
        "slitmCd": detail.product_id,
        "slitmNm": detail.name,
        "brndNm": detail.brand,
        "sellPrc": detail.list_krw,
        "bbprc": detail.price_krw,
        "itemEvalEvgScrg": detail.score,
        "itemStsfTotCnt": detail.reviews,
    }
    return {"props": {"pageProps": {"respData": {"itemPtc": item}}}, "page": _PATH}
