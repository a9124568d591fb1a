"""U+콕: a product page with the seller's name and the statutory notice (part 4D).

Of the seller's table only the name is read, of the reviews only the score, their number and shares.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.sources.details.base import (
    DetailReading,
    OnePage,
    ended,
    product_page,
    require_something,
)
from eats_desktop.sources.details.delivery import delivery_of
from eats_desktop.sources.details.facts import facts, table_pairs, without_people
from eats_desktop.sources.details.numbers import count, rating, review_shares
from eats_desktop.sources.details.pictures import addresses, pictures
from eats_desktop.sources.health import Tally
from eats_desktop.sources.prices import price

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

    from eats_desktop.sources.base import Page, PageRequest

_SITE = "https://kok.uplus.co.kr"
_SELLER = re.compile(r"^(?:판매자|판매처|상호|업체명)")
_MOST_NAME_CHARACTERS = 60


class KokDetail(OnePage):
    name = "kok"
    experimental = False

    def request(self, product_id: str) -> PageRequest:
        token = base64.b64encode(product_id.encode()).decode()
        return self._row.request("detail", id=product_id, id_base64=token)

    def parse(self, page: Page, product_id: str) -> DetailReading:
        return parse(page, product_id)


def parse(page: Page, product_id: str) -> DetailReading:
    key, tally = ProductKey("kok", product_id), Tally(r"\d{7,8}", seen=1)
    text = product_page(page, "product__title")
    if text is None:
        return ended(key, page, tally)
    soup = BeautifulSoup(text, "lxml")
    amounts = _amounts(soup)
    tally.judge_prices(amounts)
    asked = price(*amounts)
    seller, pairs = _tables(soup.select("table.row-table"))
    line, fee = delivery_of(pairs)
    detail = ProductDetail(
        key=key,
        fetched_at=page.fetched_at,
        image_urls=pictures("kok", _SITE, _addresses(soup)),
        facts=facts(pairs),
        delivery=line,
        delivery_fee_krw=fee,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        rating=rating(soup.select_one("button#review_show span")),
        review_count=count(soup.select_one("button#review_show strong")),
        seller=seller,
        shares=review_shares(
            soup.select(".review_info_list li.per > div"),
            soup.select(".review_info_list li.info > div"),
        ),
    )
    tally.read = 1
    return DetailReading(require_something(detail), tally.report())


def _amounts(soup: BeautifulSoup) -> tuple[str | None, str | None]:
    head = soup.select_one(".card-info") or soup
    shown = head.select_one(".card-info_price strong") or head.select_one(".card-info_price")
    before = head.select_one(".card-info-del_wrap del")
    return (
        before.get_text() if before is not None else None,
        shown.get_text() if shown is not None else None,
    )


def _tables(tables: Iterable[Tag]) -> tuple[str | None, list[tuple[str, str]]]:
    """Return the seller's name and the notice; a table that names a seller is about the seller."""
    seller: str | None = None
    notice: list[tuple[str, str]] = []
    for table in tables:
        pairs = list(table_pairs([table]))
        named = next((value for label, value in pairs if _SELLER.match(label)), None)
        if named is None:
            notice += pairs
        elif seller is None:
            seller = without_people(named)[:_MOST_NAME_CHARACTERS] or None
    return seller, notice


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the product's photo, the shared one (a blank may stand in), then the description."""
    for box in soup.select("div.card_main-image"):
        yield from addresses(box)
    shared = soup.select_one('meta[property="og:image"]')
    if shared is not None:
        yield str(shared.get("content") or "")
    for area in soup.select("div.product_info_area"):
        yield from addresses(area)
