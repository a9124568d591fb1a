"""U+콕: the "load more" fragment of a mall category."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from eats_desktop.demo.web import html_response, not_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.demo.catalogue import MallProduct
    from eats_desktop.demo.web import Request, Response

_LIST = "/m/event/category/uplus/page"
_EMPTY = (
    '<div class="product-section"><ul class="product-section-ul"></ul>'
    '<p class="no-data">등록된 상품이 없습니다.</p></div>'
)


def respond(mall: Sequence[MallProduct], request: Request) -> Response:
    if request.path != _LIST:
        return not_found()
    size = _number(request, "size", 20)
    first = (_number(request, "page", 1) - 1) * size
    shelf = [product for product in mall if product.category == request.query.get("code")]
    cards = [_card(product) for product in shelf[first : first + size]]
    if not cards:
        return html_response(_EMPTY)
    body = "\n".join(f'<li class="product-section-li">\n{card}\n</li>' for card in cards)
    return html_response(
        f'<div class="product-section">\n<ul class="product-section-ul">\n{body}\n</ul>\n'
        '<div data-product-id="" class="empty"></div>\n</div>'
    )


def _number(request: Request, name: str, default: int) -> int:
    text = request.query.get(name, "")
    return max(int(text), 1) if text.isdigit() else default


def _card(product: MallProduct) -> str:
    """Return a card; the buttons inside it repeat the card's own product id."""
    number = product.product_id
    return (
        f'<div class="card product-section-ul-li{" soldout" if product.sold_out else ""}"'
        f' data-product-id="{number}">\n'
        f'\t<a href="javascript:goProduct(\'{number}\')"><div class="card_main-image">'
        f'<img src="{_image(product)}" alt=""></div></a>\n'
        f'\t<div class="card-info"><p class="card-info_title"><strong>{escape(product.store)}'
        f"</strong>{_title(product)}</p>\n"
        f'\t<div class="card-info_wrap">{_rate(product)}<span class="card-info_price">'
        f"{_price(product)}</span></div></div>\n"
        f'\t<button type="button" class="btn_wish" data-product-id="{number}">찜</button>\n'
        f'\t<button type="button" class="btn_cart" data-product-id="{number}">담기</button>\n</div>'
    )


def _title(product: MallProduct) -> str:
    """Return the name; some carry a no-break space, as the real ones do."""
    name = escape(product.name)
    return name.replace("] ", "] &nbsp;", 1) if product.no % 9 == 0 else name


def _rate(product: MallProduct) -> str:
    if not product.rate or product.sold_out:
        return ""
    return f'<span class="card-info_rate">{product.rate}%</span>'


def _price(product: MallProduct) -> str:
    if product.sold_out:
        return "<strong>품절</strong>"
    return f"<strong>{product.price_krw:,}</strong>원"


def _image(product: MallProduct) -> str:
    stem = f"{product.product_id}demo"
    return f"https://d-img.picnique.co.kr/product/normal/admin/{stem}_base_1.jpg"
