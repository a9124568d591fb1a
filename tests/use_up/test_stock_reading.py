"""What is at home as it is typed: foods, amounts, dates, and amounts that are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.pantry import Origin, PantryItem
from eats_desktop.domain.use_up import StockItem
from tests.helpers.use_up import NOW


def read(shop, text):
    return [
        (
            item.food,
            *(
                (None, None)
                if item.quantity is None
                else (item.quantity.middle, item.quantity.unit)
            ),
        )
        for item in shop.service.stock(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("삼겹살 600g, 김치 1/4포기", [("삼겹살", 600, "g"), ("김치", Fraction(1, 4), "포기")]),
        ("감자 1,000g,양파3개", [("감자", 1000, "g"), ("양파", 3, "개")]),
        ("감자 2\n두부", [("감자", 2, "개"), ("두부", None, None)]),
        ("고등어 2", [("고등어", 2, "마리")]),
        ("계란 열 개; 우유 반 컵", [("계란", 10, "개"), ("우유", Fraction(1, 2), "컵")]),
        ("다진마늘 조금", [("다진마늘", None, None)]),
        (["두부 1모", "대파 반 단"], [("두부", 1, "모"), ("대파", Fraction(1, 2), "단")]),
        ("달나라떡잎 3개", [(None, 3, "개")]),
    ],
)
def test_items_are_read_with_their_amounts(shop, text, found):
    assert read(shop, text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("두부 1모 내일까지", date(2026, 11, 26)),
        ("우유 1L (12/3까지)", date(2026, 12, 3)),
        ("우유 1L 1월 2일까지", date(2027, 1, 2)),
        ("우유 1L 2026-11-30까지", date(2026, 11, 30)),
        ("우유 1L", None),
    ],
)
def test_a_day_until_which_it_keeps_is_read(shop, text, day):
    (item,) = shop.service.stock(text)
    assert (item.use_by, item.quantity.middle, item.text) == (day, 1, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("감자 0g", "양을 읽지 못했어요"),
        ("감자 -2개", "양을 읽지 못했어요"),
        ("감자 3박스", "양을 읽지 못했어요"),
        ("감자 1/0개", "양을 읽지 못했어요"),
        ("감자 500", "단위를 적어"),
        ("두부 9000000g", "양을 읽지 못했어요"),
        ("500g", "재료 이름이 없어요"),
        ("우유 1L 2월 31일까지", "없는 날짜"),
        (" , ", "재료를 적어"),
    ],
)
def test_an_amount_that_is_none_is_refused_with_a_sentence(shop, text, said):
    with pytest.raises(InputError, match=said):
        shop.service.stock(text)


def test_the_pantry_is_a_stock_with_its_days(shop):
    day, bare = date(2026, 11, 28), Quantity(Fraction(2), Fraction(2), None)
    items = [
        PantryItem(1, "햇감자", "감자", bare, day, Origin.HAND, NOW),
        PantryItem(2, "수수께끼", None, None, None, Origin.ORDER, NOW, "E1"),
    ]
    assert shop.service.stock_of(items) == (
        StockItem("햇감자", "감자", replace(bare, unit="개"), day),
        StockItem("수수께끼", None, None, None),
    )
