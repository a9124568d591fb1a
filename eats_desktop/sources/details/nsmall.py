"""NS홈쇼핑: product JSON (part 4C). Its address was only seen in a log, so it is experimental."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.sources.details.base import (
    DetailReading,
    OnePage,
    ended,
    require_something,
    says_over,
)
from eats_desktop.sources.details.delivery import delivery
from eats_desktop.sources.details.facts import facts, table_pairs
from eats_desktop.sources.details.numbers import count, rating
from eats_desktop.sources.details.pictures import addresses, pictures
from eats_desktop.sources.fields import child, number, objects, text
from eats_desktop.sources.health import Tally, keys, read_json
from eats_desktop.sources.prices import price
from eats_desktop.sources.text import decode

if TYPE_CHECKING:
    from eats_desktop.sources.base import Page

_IMAGES = "https://product-image.prod-nsmall.com"
_KEYS = keys(
    "goodsCd productNm salePrice dcPrice",
    "dcRate photoList goodsSpcsHtml brandNm mnfNm modelNm makeNatnText score ptcptCnt",
)
_NAMED = (("제조사", "mnfNm"), ("모델명", "modelNm"), ("제조국", "makeNatnText"))


class NsmallDetail(OnePage):
    name = "nsmall"
    experimental = True

    def parse(self, page: Page, product_id: str) -> DetailReading:
        return parse(page, product_id)


def parse(page: Page, product_id: str) -> DetailReading:
    key, tally = ProductKey("nsmall", product_id), Tally(r"\d{8}", seen=1)
    document = read_json(page)
    answer = child(child(document, "data"), "resultData")
    item = child(answer, "detailInfo")
    if not isinstance(item, dict):
        if says_over(decode(page.body)):
            return ended(key, page, tally)
        raise SourceChangedError("H2 detailInfo 자리가 없어요")
    tally.judge_keys([item], _KEYS)
    if text(item, "goodsCd") not in ("", product_id):
        tally.fail("H8", f"다른 상품이 왔어요: {text(item, 'goodsCd')}")
    amounts = (number(item, "salePrice"), number(item, "dcPrice"))
    tally.judge_prices(amounts)
    asked = price(*amounts)
    description = BeautifulSoup(text(item, "goodsSpcsHtml"), "lxml")
    named = [(label, text(item, name)) for label, name in _NAMED]
    line, fee = _delivery(child(answer, "dlvrInfo"))
    detail = ProductDetail(
        key=key,
        fetched_at=page.fetched_at,
        image_urls=pictures("nsmall", _IMAGES, (*_photos(item), *addresses(description))),
        facts=facts([*named, *table_pairs(description.select("table"))]),
        delivery=line,
        delivery_fee_krw=fee,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        rating=rating(number(item, "score")),
        review_count=count(number(item, "ptcptCnt")),
    )
    tally.read = 1
    return DetailReading(require_something(detail), tally.report())


def _photos(item: dict[str, Any]) -> list[str]:
    return [text(photo, "photoPath") for photo in objects(item.get("photoList"))]


def _delivery(said: Any) -> tuple[str | None, int | None]:
    line, fee = delivery(text(said, "dlvrPrcMsg"))
    amount = number(said, "dlvrPrc")
    if amount is None or isinstance(amount, str) or amount < 0:
        return line, fee
    return line or ("무료배송" if amount == 0 else f"{int(amount):,}원"), int(amount)
