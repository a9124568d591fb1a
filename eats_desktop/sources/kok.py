"""U+콕, the mall: category pages of cards (sources document, part 4D); health food is left out."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING
from urllib.parse import quote

from bs4 import BeautifulSoup

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.listing import CrawlResult, ProductListing
from eats_desktop.sources.base import CrawlTask
from eats_desktop.sources.health import Tally, read_html
from eats_desktop.sources.listings import listing
from eats_desktop.sources.prices import is_slip, price
from eats_desktop.sources.text import clean, https

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date

    from bs4 import Tag

    from eats_desktop.sources.base import CrawlContext, Page, PageRequest
    from eats_desktop.sources.source_table import SourceRow

_SIZE = 20
_MOST_PAGES = 60
_CARD = "div.card.product-section-ul-li"


class Kok:
    def __init__(self, row: SourceRow) -> None:
        self._row = row
        self.info = row.info("kok", version=1)

    def tasks(self, days: Sequence[date]) -> Sequence[CrawlTask]:
        return [CrawlTask("kok", code, category=code) for code in self._row.categories if days]

    def crawl(self, context: CrawlContext) -> Generator[PageRequest, Page, CrawlResult]:
        category = context.task.category or ""
        tally = Tally(r"\d{7,8}")
        found: dict[str, ProductListing] = {}
        for number in range(1, _MOST_PAGES + 1):
            page = yield self._row.request("list", code=category, page=str(number))
            cards = _cards(page, first=number == 1)
            fresh = _read(cards, category, tally)
            new = {p.product_id: p for p in fresh if p.product_id not in found}
            found.update(new)
            if len(cards) < _SIZE or not new or context.is_glance:
                break
        products = tuple(found.values())
        tally.judge_products(products)
        return CrawlResult(tally.report(), products=products, is_part=context.is_glance)


def _cards(page: Page, *, first: bool) -> list[Tag]:
    """Return the cards of a page; a first page without any must say so itself."""
    soup = BeautifulSoup(read_html(page, "product-section"), "lxml")
    if soup.select_one(".product-section-ul, .product-section") is None:
        raise SourceChangedError("H2 상품 목록 자리가 없어요")
    cards = list(soup.select(_CARD))
    if first and not cards and soup.select_one(".no-data") is None:
        raise SourceChangedError("H2 상품이 하나도 없어요")
    return cards


def _read(cards: Sequence[Tag], category: str, tally: Tally) -> list[ProductListing]:
    tally.judge_prices(map(_amount, cards))
    products = []
    for card in cards:
        tally.seen += 1
        product = _product(card, category)
        if product is not None:
            tally.read += 1
            products.append(product)
    return products


def _amount(card: Tag) -> str | None:
    words = card.select_one(".card-info_price strong") or card.select_one(".card-info_price")
    return words.get_text() if words is not None else None


def _product(card: Tag, category: str) -> ProductListing | None:
    """Read one card; the id is the card's own, whatever buttons inside repeat.

    A card with an impossible price is left out, so that the product keeps its known one.
    """
    product_id = str(card.get("data-product-id") or "")
    title = card.select_one(".card-info_title")
    if not product_id.isdecimal() or title is None:
        return None
    store = title.select_one("strong")
    brand = clean(store.get_text()) if store is not None else ""
    raw = title.get_text()
    if store is not None:
        store.extract()
    name = clean(title.get_text()) or brand
    shown = _amount(card)
    if is_slip(shown):
        return None
    image = card.select_one("img")
    token = quote(base64.b64encode(product_id.encode()).decode(), safe="")
    return listing(
        "kok",
        product_id,
        raw,
        price(None, shown),
        name=name,
        brand=brand,
        image=https(str(image.get("src") or "")) if image is not None else None,
        link=f"https://kok.uplus.co.kr/m/product?proCode={token}",
        category=category,
    )
