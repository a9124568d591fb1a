"""What the demonstration's product pages say: invented facts, made from a product's number."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.demo.catalogue import DemoProduct, Sale
from eats_desktop.demo.plan import offer_of, packs_of, product_number
from eats_desktop.domain.clock import korean_day
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from eats_desktop.demo.catalogue import DemoCatalogue, MallProduct

_SELLERS = ("hmall", "hnsmall")
_DELIVERY = ("무료배송", "무료배송 (제주와 섬은 3,000원 더)", "3,000원", "2,500원")
_AMOUNT = re.compile(
    r"\d[\d.,]*\s*(?:kg|g|ml|L|미|구|봉|팩|병|장|개|마리|포)[^\]]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DemoDetail:
    """One product page; prices are 0 where the product is not for sale at one."""

    product_id: str
    name: str
    brand: str
    sale: Sale
    list_krw: int
    price_krw: int
    facts: tuple[tuple[str, str], ...]
    delivery: str
    score: float
    reviews: int


class DemoDetails:
    """Knows the page of every food of the demonstration; others have none."""

    def __init__(self, catalogue: DemoCatalogue, facts: Path | None = None) -> None:
        file = facts or resources() / "demo" / "catalogue" / "facts.toml"
        self._notices = _by_topic(tomllib.loads(file.read_text(encoding="utf-8")))
        self._foods = dict(self._numbered(catalogue))
        self._mall = {product.product_id: product for product in catalogue.mall}

    def of_seller(self, seller: str, product_id: str, now: datetime) -> DemoDetail | None:
        found = self._foods.get((seller, product_id))
        if found is None:
            return None
        product, pack = found
        offered = (offer_of(product, seller, korean_day(now)), *packs_of(product, seller))[pack]
        notice = self._notices[product.topic]
        return self._detail(
            product_id,
            offered.name,
            offered.brand,
            offered.sale,
            (offered.list_krw, offered.price_krw),
            notice,
        )

    def of_mall(self, product_id: str) -> DemoDetail | None:
        product = self._mall.get(product_id)
        if product is None:
            return None
        return self._detail(
            product_id,
            product.name,
            product.store,
            Sale.SOLD_OUT if product.sold_out else Sale.PRICED,
            (_before(product), product.price_krw),
            self._notices[product.category],
        )

    def _numbered(
        self, catalogue: DemoCatalogue
    ) -> Iterator[tuple[tuple[str, str], tuple[DemoProduct, int]]]:
        for product in catalogue.products:
            if product.topic in self._notices:
                for seller in _SELLERS:
                    for pack in range(1 + len(product.packs)):
                        yield (seller, product_number(seller, product.no, pack)), (product, pack)

    @staticmethod
    def _detail(
        product_id: str,
        name: str,
        brand: str,
        sale: Sale,
        prices: tuple[int, int],
        notice: Mapping[str, str],
    ) -> DemoDetail:
        rng = random.Random(f"page {product_id}")
        plain = re.sub(r"\[[^\]]*\]|\([^)]*\)", "", name).strip()
        amount = _AMOUNT.search(name)
        lines = (
            ("제품명", plain),
            ("식품의 유형", notice["type"]),
            ("제조원", f"{brand} 식품공방" if brand else "상세설명 참조"),
            ("소비기한", notice["keeps"]),
            ("포장단위별 내용물의 용량(중량), 수량", amount[0] if amount else "상세설명 참조"),
            ("원재료명 및 함량", notice["parts"]),
            ("원산지", notice["origin"]),
            ("알레르기 유발 물질", notice["allergy"]),
            ("보관방법", notice["storage"]),
            ("유전자변형식품 여부", "해당 없음"),
        )
        score, reviews = round(rng.uniform(4.1, 5.0), 1), int(rng.paretovariate(0.9) * 6)
        return DemoDetail(
            product_id, name, brand, sale, *prices, lines, rng.choice(_DELIVERY), score, reviews
        )


def _before(product: MallProduct) -> int:
    """Return the list price whose discount, in whole percent, is the one on the shelf."""
    if not product.rate:
        return product.price_krw
    return -(-product.price_krw * 100 // (100 - product.rate) // 100) * 100


def _by_topic(document: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    return {topic: notice for notice in document.values() for topic in notice["topics"]}
