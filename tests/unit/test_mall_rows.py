"""How products of the mall are written on cards, and how conditions are put in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.mall import MallCard, MallFilter, MallShelf, MallSort
from eats_desktop.domain.offer import Offer
from eats_desktop.domain.schedule import PriceKind, ProductKey
from eats_desktop.services.mall_service import MallChoices
from eats_desktop.viewmodels.mall_filter import (
    MallConditions,
    chip_rows,
    choices_of,
    default_sort,
)
from eats_desktop.viewmodels.mall_rows import count_text, mall_card_row, rating_text, short_name

NOW = datetime(2026, 11, 24, 12, tzinfo=KST)
OFFER = Offer(
    ProductKey("kok", "1"),
    "mall",
    "[들녘] 햅쌀 10kg",
    "들녘곳간",
    PriceKind.PRICED,
    40000,
    31900,
    None,
    None,
    None,
    NOW,
)


def test_a_card_says_name_price_computed_discount_rating_and_fall():
    row = mall_card_row(MallCard(OFFER, 4.83, 1234, 33900, NOW))
    assert (row.name, row.store) == ("햅쌀 10kg", "들녘곳간")
    assert (row.priceText, row.listPriceText, row.discountText) == ("31,900원", "40,000원", "20%")
    assert (row.ratingText, row.dropText) == ("4.8 (1,234)", "▼ 2,000원 내렸어요")
    assert row.canCart
    assert row.spokenText == (
        "들녘곳간, [들녘] 햅쌀 10kg, 20% 할인, 31,900원, 별점 4.8, 리뷰 1234개, 2,000원 내렸어요"
    )


def test_what_is_not_known_is_not_on_a_card():
    row = mall_card_row(MallCard(replace(OFFER, list_price_krw=None, sale_price_krw=None)))
    assert (row.priceText, row.listPriceText, row.discountText) == ("가격 정보 없음", "", "")
    assert (row.ratingText, row.dropText, row.unitPriceText) == ("", "", "")
    assert not row.canCart
    assert mall_card_row(MallCard(OFFER, before_krw=30000)).dropText == ""
    sold_out = replace(OFFER, price_kind=PriceKind.SOLD_OUT)
    assert not mall_card_row(MallCard(sold_out)).canCart


@pytest.mark.parametrize(
    ("name", "brand", "wanted"),
    [
        ("[들녘] 쌀", "들녘", "쌀"),
        ("[들녘]쌀", "들녘곳간", "쌀"),
        ("[특가] 쌀", "들녘", "[특가] 쌀"),
        ("[들녘] 쌀", None, "[들녘] 쌀"),
        ("[들녘]", "들녘", "[들녘]"),
    ],
)
def test_a_brand_is_not_said_twice(name, brand, wanted):
    assert short_name(name, brand) == wanted


def test_counts_and_ratings_are_written_short():
    texts = [count_text(n) for n in (0, 9999, 10000, 12999, 123456)]
    assert texts == ["0", "9,999", "1만", "1.2만", "12.3만"]
    assert rating_text(None, 3) == rating_text(4.0, 0) == ""


def test_conditions_become_a_filter_and_chips():
    chosen = MallConditions("10000-20000", "10", "1", "500", "생선", "바다가게", "free")
    assert chosen.narrowed({"생선": frozenset({"고등어"})}) == MallFilter(
        10000, 20000, 10, 1, 500, frozenset({"고등어"}), frozenset({"바다가게"}), is_free=True
    )
    assert [row.text for row in chip_rows(chosen)] == [
        "1만~2만원",
        "할인 10% 이상",
        "리뷰 1개 이상",
        "양 500g 이하",
        "생선",
        "바다가게",
        "무료배송",
    ]
    assert MallConditions().narrowed({}) == MallFilter()
    assert MallConditions(price="0-5000").narrowed({}) == MallFilter(highest_krw=5000)
    assert MallConditions(price="30000-").narrowed({}) == MallFilter(lowest_krw=30000)
    assert MallConditions().chosen("no such", "x") == MallConditions()


def test_answers_of_the_mall_say_how_many_there_are():
    known = MallChoices(9, 1, (("생선", 1234),), (("바다가게", 5),), {})
    assert [row.text for row in choices_of("category", MallConditions(), known)] == [
        "모두",
        "생선 1,234",
    ]
    (every, store) = choices_of("store", MallConditions(store="바다가게"), known)
    assert (every.isOn, store.isOn) == (False, True)
    assert default_sort(MallShelf.DEALS) is MallSort.RATE
    assert default_sort(MallShelf.BEST) is MallSort.ADVISED
