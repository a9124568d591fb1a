"""홈앤쇼핑: a product page, and its description as a page of the image host (part 4A)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.sources.details.base import (
    DetailReading,
    SellerPages,
    ended,
    product_page,
    require_something,
    says_over,
)
from eats_desktop.sources.details.delivery import delivery_of
from eats_desktop.sources.details.facts import facts, table_pairs
from eats_desktop.sources.details.numbers import count, rating
from eats_desktop.sources.details.pictures import addresses, pictures
from eats_desktop.sources.health import Tally
from eats_desktop.sources.prices import price
from eats_desktop.sources.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import Tag

    from eats_desktop.sources.base import Page, PageRequest

_TABLES = "table.itemTableRow, table.itemInfoRow"
_IMAGES = "https://image.hnsmall.com"
_LAST_NUMBER = re.compile(r"/(\d{6,})/?(?:\?.*)?$")


class HnsmallDetail(SellerPages):
    name = "hnsmall"
    experimental = False

    def more_pictures(self, product_id: str) -> PageRequest | None:
        return self._row.request("description", id=product_id)

    def parse(self, page: Page, product_id: str) -> DetailReading:
        return parse(page, product_id)

    def with_description(self, reading: DetailReading, page: Page) -> DetailReading:
        return with_description(reading, page)


def parse(page: Page, product_id: str) -> DetailReading:
    key, tally = ProductKey("hnsmall", product_id), Tally(r"\d{8}", seen=1)
    text = product_page(page, "resultPrice")
    if text is None:
        return ended(key, page, tally)
    soup = BeautifulSoup(text, "lxml")
    box = soup.select_one(".resultPrice .priceTotal")
    if box is not None and says_over(str(box)):
        return ended(key, page, tally)
    _check_number(soup, product_id, tally)
    amounts = _amounts(box)
    tally.judge_prices(amounts)
    asked = price(*amounts)
    pairs = list(table_pairs(soup.select(_TABLES)))
    line, fee = delivery_of(pairs)
    detail = ProductDetail(
        key=key,
        fetched_at=page.fetched_at,
        image_urls=pictures("hnsmall", _IMAGES, _main_pictures(soup)),
        facts=facts(pairs),
        delivery=line,
        delivery_fee_krw=fee,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        rating=rating(soup.select_one("div.reviewWrap em"), out_of=100),
        review_count=count(soup.select_one("div.reviewWrap span.num")),
    )
    tally.read = 1
    return DetailReading(require_something(detail), tally.report())


def with_description(reading: DetailReading, page: Page) -> DetailReading:
    """Add what the description shows; the photo of the product stays first."""
    soup = BeautifulSoup(decode(page.body), "lxml")
    more = pictures("hnsmall", _IMAGES, (*reading.detail.image_urls, *addresses(soup)))
    known = [(fact.label, fact.value) for fact in reading.detail.facts]
    told = facts([*known, *table_pairs(soup.select(_TABLES))])
    return replace(reading, detail=replace(reading.detail, image_urls=more, facts=told))


def _check_number(soup: BeautifulSoup, product_id: str, tally: Tally) -> None:
    """H8: the description of the page belongs to the product that was asked for."""
    frame = soup.select_one("iframe#goodsDescribeView[src]")
    shown = _LAST_NUMBER.search(str(frame["src"])) if frame is not None else None
    if shown is not None and shown[1] != product_id:
        tally.fail("H8", f"다른 상품이 왔어요: {shown[1]}")


def _amounts(box: Tag | None) -> tuple[str | None, str | None]:
    """Return list and sale price; with no number, the words that stand there instead."""
    if box is None:
        return None, None
    sale = box.select_one(".sellPrice strong")
    if sale is None:
        return None, box.get_text(" ")
    marked = box.select_one(".base em")
    others = (em for em in box.select("em") if not em.find_parent(class_=["sellPrice", "discount"]))
    base = marked or next(others, None)
    return (base.get_text() if base is not None else None), sale.get_text()


def _main_pictures(soup: BeautifulSoup) -> Sequence[str]:
    found = [address for box in soup.select("div.imgBig") for address in addresses(box)]
    shared = soup.select_one('meta[property="og:image"]')
    return found or ([str(shared.get("content") or "")] if shared is not None else [])
