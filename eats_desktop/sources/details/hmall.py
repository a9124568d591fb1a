"""현대홈쇼핑: a product page whose numbers stand in the JSON the server sends along (part 4B)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.sources.details.base import (
    DetailReading,
    OnePage,
    ended,
    product_page,
    require_something,
    says_over,
)
from eats_desktop.sources.details.delivery import delivery_of
from eats_desktop.sources.details.facts import facts, own_text, table_pairs
from eats_desktop.sources.details.numbers import count, rating
from eats_desktop.sources.details.pictures import pictures
from eats_desktop.sources.fields import child, number, text
from eats_desktop.sources.health import Tally, keys
from eats_desktop.sources.prices import price, with_coupon, won

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.sources.base import Page

_IMAGES = "https://image.hmall.com"
_KEYS = keys(
    "slitmCd sellPrc bbprc",
    "slitmNm brndNm brndCd itemEvalEvgScrg itemStsfTotCnt bbprcMrgnRate copnAmt copnRate",
)


class HmallDetail(OnePage):
    name = "hmall"
    experimental = False

    def parse(self, page: Page, product_id: str) -> DetailReading:
        return parse(page, product_id)


def parse(page: Page, product_id: str) -> DetailReading:
    key, tally = ProductKey("hmall", product_id), Tally(r"\d{10}", seen=1)
    body = product_page(page, "__NEXT_DATA__")
    if body is None:
        return ended(key, page, tally)
    soup = BeautifulSoup(body, "lxml")
    item = _item(soup)
    if item is None and says_over(body):
        return ended(key, page, tally)
    if item is not None:
        tally.judge_keys([item], _KEYS)
        if text(item, "slitmCd") not in ("", product_id):
            tally.fail("H8", f"다른 상품이 왔어요: {text(item, 'slitmCd')}")
    amounts = _amounts(soup, item)
    tally.judge_prices(amounts)
    asked = with_coupon(price(*amounts), won(number(item, "copnAmt")))
    pairs = list(table_pairs(soup.select("table")))
    line, fee = delivery_of(pairs)
    detail = ProductDetail(
        key=key,
        fetched_at=page.fetched_at,
        image_urls=pictures("hmall", _IMAGES, _addresses(soup)),
        facts=facts([*_essentials(soup), *pairs]),
        delivery=line,
        delivery_fee_krw=fee,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        rating=rating(number(item, "itemEvalEvgScrg")),
        review_count=count(number(item, "itemStsfTotCnt")),
    )
    tally.read = 1
    return DetailReading(require_something(detail), tally.report())


def _item(soup: BeautifulSoup) -> dict[str, Any] | None:
    script = soup.select_one("script#__NEXT_DATA__")
    try:
        document = json.loads(script.get_text()) if script is not None else None
    except ValueError:
        return None
    answer = child(child(child(document, "props"), "pageProps"), "respData")
    item = child(answer, "itemPtc")
    return item if isinstance(item, dict) else None


def _amounts(
    soup: BeautifulSoup, item: dict[str, Any] | None
) -> tuple[str | float | None, str | float | None]:
    """Read the JSON, else the price box."""
    if item is not None and number(item, "sellPrc") is not None:
        return number(item, "sellPrc"), number(item, "bbprc")
    marks = (".pdpricebox .sale-before em", ".pdpricebox .sale-price em")
    before, sale = (soup.select_one(mark) for mark in marks)
    return (
        before.get_text() if before is not None else None,
        sale.get_text() if sale is not None else None,
    )


def _essentials(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield the notice's headings with the text right under each; one without text is no fact."""
    for heading in soup.select(".product-essential-info h4.subheadings"):
        text_below = heading.find_next_sibling()
        if text_below is not None and text_below.name == "p":
            yield own_text(heading), own_text(text_below)


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the shared photo, then the description; an image without data-src only holds place."""
    shared = soup.select_one('meta[property="og:image"]')
    if shared is not None:
        yield str(shared.get("content") or "")
    for image in soup.select(".speedycat-container img[data-src]"):
        yield str(image["data-src"])
