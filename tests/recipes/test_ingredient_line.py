"""What one written line of ingredients says."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.ingredient_line import WATER


def amount(quantity):
    if quantity is None:
        return None
    if quantity.low == quantity.high:
        return str(quantity.low), quantity.unit
    return f"{quantity.low}~{quantity.high}", quantity.unit


AMOUNTS = [
    ("간장 1큰술", ("1", "큰술")),
    ("간장 1T", ("1", "큰술")),
    ("간장 1t", ("1", "작은술")),
    ("간장 1 큰 술", ("1", "큰술")),
    ("간장 1스푼", ("1", "큰술")),
    ("간장 2티스푼", ("2", "작은술")),
    ("간장 ½컵", ("1/2", "컵")),
    ("물 2½컵", ("5/2", "컵")),
    ("물 2와1/2컵", ("5/2", "컵")),
    ("물 1과 1/2컵", ("3/2", "컵")),
    ("물 2 1/2컵", ("5/2", "컵")),
    ("물 1.5L", ("3/2", "L")),
    ("물 1,500ml", ("1500", "ml")),
    ("물 500cc", ("500", "ml")),
    ("물 1컵과 2큰술", ("23/20", "컵")),
    ("무 1/4개", ("1/4", "개")),
    ("두부1/2모", ("1/2", "모")),
    ("감자 1~2개", ("1~2", "개")),
    ("감자 4-5개", ("4~5", "개")),
    ("감자 1/2~1개", ("1/2~1", "개")),
    ("대파 반 대", ("1/2", "대")),
    ("대파 반대", ("1/2", "대")),
    ("콩나물 한 줌", ("1", "줌")),
    ("두부 한모", ("1", "모")),
    ("계란 세알", ("3", "알")),
    ("마늘 서너 쪽", ("3~4", "쪽")),
    ("쪽파 한두 뿌리", ("1~2", "뿌리")),
    ("양파 1개 반", ("3/2", "개")),
    ("양파 1개반", ("3/2", "개")),
    ("생강 1톨 정도", ("1", "톨")),
    ("소고기 약 200g", ("200", "g")),
    ("새우 10여마리", ("10", "마리")),
    ("소금 1꼬집", ("1", "꼬집")),
    ("마늘 5", ("5", None)),
    ("고춧가루1", ("1", None)),
    ("청양고추 1~2", ("1~2", None)),
    ("400g 두부", ("400", "g")),
    ("간장 1/0컵", None),
    ("간장 0큰술", None),
    ("식용유", None),
    ("100%현미 2컵", ("2", "컵")),
    ("3분카레 1봉", ("1", "봉")),
]


@pytest.mark.parametrize(("text", "said"), AMOUNTS)
def test_an_amount_is_read_as_written(text, said, parser):
    assert amount(parser.line(text).quantity) == said


@pytest.mark.parametrize(
    ("text", "name", "forms", "food"),
    [
        ("다진 마늘 1큰술", "마늘", ("다진",), "다진마늘"),
        ("다진마늘 1큰술", "마늘", ("다진",), "다진마늘"),
        ("냉동 새우 10마리", "새우", ("냉동",), "새우"),
        ("깐 밤 5톨", "밤", ("깐",), "깐밤"),
        ("마늘 다진 것 1큰술", "마늘", ("다진것",), "마늘"),
        ("마늘다진것 2g", "마늘", ("다진것",), "마늘"),
        ("대파 흰 부분 1대", "대파", ("흰부분",), "대파"),
        ("굵은 소금 1큰술", "굵은 소금", (), "굵은소금"),
        ("고추가루 1T", "고추가루", (), "고춧가루"),
        ("돼지고기(목살) 200g", "돼지고기", (), "돼지목살"),
        ("끓는 물 1컵", "끓는 물", (), WATER),
        ("쌀뜨물 1컵", "쌀뜨물", (), WATER),
        ("우주먼지 1큰술", "우주먼지", (), None),
        ("① 두부 1모", "두부", (), "두부"),
        ("치킨스톡 1개", "치킨스톡", (), "치킨스톡"),
        ("치킨스톡", "치킨스톡", (), "치킨스톡"),
        ("기름 2큰술", "기름", (), "식용유"),
        ("계란물 1컵", "계란물", (), "계란"),
    ],
)
def test_the_ingredient_is_told_from_its_form(text, name, forms, food, parser, kitchen):
    line = parser.line(text)
    assert (line.name, line.forms) == (name, forms)
    assert line.food == (food if food in (None, WATER) else kitchen.food(food))


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("소금 약간", "약간"),
        ("소금약간", "약간"),
        ("후추 톡톡", "톡톡"),
        ("참기름 적당량", "적당량"),
        ("설탕 조금", "조금"),
        ("소금 (약간)", "약간"),
        ("소금 취향껏", "취향껏"),
        ("설탕 먹을 만큼", "먹을 만큼"),
    ],
)
def test_a_vague_amount_stays_vague(text, vague, parser):
    line = parser.line(text)
    assert (line.vague, line.quantity) == (vague, None)
    assert line.name in {"소금", "후추", "참기름", "설탕"}


def test_the_same_amount_in_brackets_stands_beside(parser):
    line = parser.line("고등어 2마리(600g)")
    assert (amount(line.quantity), amount(line.also)) == (("2", "마리"), ("600", "g"))
    line = parser.line("두부 400g(1팩)")
    assert (amount(line.quantity), amount(line.also)) == (("400", "g"), ("1", "팩"))
    assert amount(parser.line("두부 (1모)").quantity) == ("1", "모")


def test_other_words_in_brackets_are_a_note(parser):
    line = parser.line("버터 10g (선택)")
    assert (line.name, line.note) == ("버터", "선택")


def test_a_number_counts_before_a_vague_word(parser):
    line = parser.line("고추장 2큰술 듬뿍")
    assert (amount(line.quantity), line.vague, line.note) == (("2", "큰술"), None, "듬뿍")


def test_a_block_is_split_into_groups(parser):
    lines = parser.block("[재료] 새우 5개| 떡국떡 200g [양념] 국간장 1큰술| 소금 약간")
    assert [(line.name, line.group) for line in lines] == [
        ("새우", "재료"),
        ("떡국떡", "재료"),
        ("국간장", "양념"),
        ("소금", "양념"),
    ]
    assert [line.group for line in parser.block("두부 1모\n대파 1대")] == [None, None]


def test_a_line_may_open_with_its_heading(parser):
    lines = parser.listing("●양념장 : 간장 10g(2작은술), 식초 5g\n소스: 케첩 3g\n간장: 2큰술")
    assert [(line.name, line.group) for line in lines] == [
        ("간장", "양념장"),
        ("식초", "양념장"),
        ("케첩", "소스"),
        ("간장", "소스"),
    ]


def test_a_bracket_may_hold_words_beside_the_amount(parser):
    line = parser.line("소고기(등심, 120g)")
    assert (amount(line.quantity), line.note) == (("120", "g"), "등심")


def test_commas_part_a_listing_but_not_a_bracket_or_a_number(parser):
    lines = parser.listing("두부 1모(연한 것, 물기 뺀 것), 물 1,200ml, 소금 약간")
    assert [line.name for line in lines] == ["두부", "물", "소금"]
    assert amount(lines[1].quantity) == ("1200", "ml")


def test_name_and_amount_may_stand_in_two_columns(parser):
    line = parser.pair("밀가루(박력분)", "100g(1컵)")
    assert (line.name, line.note) == ("밀가루", "박력분")
    assert (amount(line.quantity), amount(line.also)) == (("100", "g"), ("1", "컵"))
    assert parser.pair("들기름", "").quantity is None
    assert parser.pair("후추", "톡톡").vague == "톡톡"
    odd = parser.pair("감자", "중간크기로")
    assert (odd.name, odd.note, odd.text) == ("감자", "중간크기로", "감자 중간크기로")


UNITS = (
    "개",
    "큰술",
    "작은술",
    "컵",
    "g",
    "kg",
    "ml",
    "L",
    "줌",
    "마리",
    "쪽",
    "모",
    "대",
    "장",
    "봉지",
)
FOODS = ("두부", "고등어", "양파", "간장", "고춧가루", "돼지고기", "표고버섯", "멸치액젓")
numbers = st.one_of(
    st.integers(1, 2000).map(Fraction),
    st.builds(Fraction, st.integers(1, 9), st.integers(2, 9)),
    st.builds(lambda n: Fraction(n, 10), st.integers(1, 99)),
)


def written(number):
    return (
        str(number.numerator)
        if number.denominator == 1
        else f"{number.numerator}/{number.denominator}"
    )


@settings(deadline=None)
@given(st.sampled_from(FOODS), numbers, st.sampled_from(UNITS), st.sampled_from(["", " "]))
def test_what_is_written_is_read_back(parser, food, number, unit, blank):
    line = parser.line(f"{food} {written(number)}{blank}{unit}")
    assert (line.name, line.quantity.low, line.quantity.high) == (food, number, number)
    assert line.quantity.unit == unit


@settings(deadline=None)
@given(st.sampled_from(FOODS), numbers, numbers, st.sampled_from(UNITS))
def test_a_range_is_read_back_in_order(parser, food, one, other, unit):
    low, high = sorted((one, other))
    line = parser.line(f"{food} {written(low)}~{written(high)}{unit}")
    assert (line.quantity.low, line.quantity.high, line.quantity.unit) == (low, high, unit)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_kept_and_never_fails(parser, text):
    line = parser.line(text)
    assert line.text == text
    assert line.quantity is None or 0 < line.quantity.low <= line.quantity.high
    assert line.quantity is None or line.vague is None


@settings(deadline=None)
@given(st.text(alphabet="소금물무 약간적당량0123456789/.~½한두반개컵큰술gTt()[],|", max_size=40))
def test_texts_of_cooking_signs_never_fail(parser, text):
    for line in (*parser.block(text), *parser.listing(text), parser.pair(text, text)):
        assert line.quantity is None or 0 < line.quantity.low <= line.quantity.high


@settings(deadline=None)
@given(st.text(max_size=30))
def test_blanks_around_a_line_change_nothing(parser, text):
    bare, padded = parser.line(text), parser.line(f"  {text} ")
    assert (bare.name, bare.quantity, bare.vague) == (padded.name, padded.quantity, padded.vague)
