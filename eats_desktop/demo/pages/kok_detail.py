"""U+콕: a product page with its seller, the statutory notice, and reviews that nobody may keep."""

from __future__ import annotations

import base64
import binascii
from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import Sale
from eats_desktop.demo.web import html_response, not_found

if TYPE_CHECKING:
    from eats_desktop.demo.details import DemoDetail, DemoDetails
    from eats_desktop.demo.web import Request, Response

_PATH = "/m/product"

_PAGE = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="UTF-8">
<meta property="og:title" content="{name}">
<meta property="og:image" content="{photo}">
</head><body>
<div class="card_main-image"><img src="about:blank" data-src="{photo}" alt=""></div>
<div class="card-info mt--4">
\t<span class="product__title"><strong>{store}</strong>{name}</span>
\t{before}
\t<span class="card-info_price">{price}</span>
\t<button type="button" id="review_show"><span>{score}</span><strong>{reviews}</strong></button>
</div>
<div class="product_info_area">
\t<img src="https://d-img.picnique.co.kr/product/detail/{id}_01.jpg" alt="">
\t<img src="https://d-img.picnique.co.kr/product/detail/banner.gif" alt="">
\t<img src="https://d-img.picnique.co.kr/product/detail/{id}_02.jpg" alt="">
</div>
<div class="tab_info product_more">
\t<div class="pro_detail_seller"><table class="row-table mb--40"><tbody>
\t\t<tr><th>판매자</th><td>{store}</td></tr><tr><th>대표자</th><td>나아무</td></tr>
\t\t<tr><th>사업자등록번호</th><td>000-00-00000</td></tr>
\t\t<tr><th>통신판매업신고</th><td>제0000-체험-0000호</td></tr>
\t\t<tr><th>연락처</th><td>000-0000-0000</td></tr>
\t</tbody></table></div>
\t<div class="pro_detail_buy_table_liner"></div>
\t<table class="row-table mb--40"><tbody>
{rows}
\t\t<tr><th>배송비</th><td>{delivery}</td></tr>
\t\t<tr><td colspan="2">위 내용은 판매자가 적은 것입니다.</td></tr>
\t</tbody></table>
</div>
<div class="review_info_list"><ul>{shares}</ul></div>
<ul class="review_list"><li class="review_info_info_item"><div class="phone">000****0000</div>
<div class="text">체험용 후기입니다. 저장되지 않아야 합니다.</div></li></ul>
</body></html>
"""


def respond_detail(details: DemoDetails, request: Request) -> Response | None:
    """Return a product page, None for another address."""
    if request.path != _PATH:
        return None
    detail = details.of_mall(_number(request.query.get("proCode", "")))
    return not_found() if detail is None else html_response(_page(detail))


def _shares(score: float) -> str:
    """Return how the reviews of a mean score are spread: stars from 5 down, then three aspects."""
    best = round((score - 4) * 90)
    good, fair = (100 - best) * 2 // 3, (100 - best) // 5
    percents = (best, good, fair, 100 - best - good - fair, 0)
    lines = [f'<li class="per"><div>{percent}%</div></li>' for percent in percents]
    for word, percent in (("가격", best), ("배송", min(99, best + 9)), ("맛", min(98, best + 4))):
        lines.append(f'<li class="info"><div>{word}</div></li>')
        lines.append(f'<li class="per"><div>{percent}%</div></li>')
    return "".join(lines)


def _number(token: str) -> str:
    try:
        return base64.b64decode(token, validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _page(detail: DemoDetail) -> str:
    number = detail.product_id
    is_less = detail.list_krw > detail.price_krw and detail.sale is Sale.PRICED
    return _PAGE.format(
        id=number,
        name=escape(detail.name),
        store=escape(detail.brand),
        photo=f"https://d-img.picnique.co.kr/product/normal/admin/{number}demo_base_1.jpg",
        before=(
            f'<div class="card-info-del_wrap"><del>{detail.list_krw:,}원</del></div>'
            if is_less
            else ""
        ),
        price=(
            f"<strong>{detail.price_krw:,}</strong>원"
            if detail.sale is Sale.PRICED
            else "<strong>품절</strong>"
        ),
        score=detail.score,
        shares=_shares(detail.score),
        reviews=detail.reviews,
        rows="\n".join(
            f"\t\t<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in detail.facts
        ),
        delivery=escape(detail.delivery),
    )
