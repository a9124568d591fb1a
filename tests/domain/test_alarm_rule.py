"""What a standing alarm waits for: names, foods, limits."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.alarm_rule import FoodName, RuleKind, RuleTerms
from eats_desktop.domain.food import NameReading

KINDS = {"수미감자": ("수미감자", "감자"), "감자칩": ("감자칩", "과자")}


def ancestors(food):
    return KINDS.get(food, (food,))


def name_of(name="바다골 손질 고등어 8팩", foods=(), of=None, derived=False):
    words = NameReading(None, foods, foods if of is None else of, derived)
    return FoodName.of(name, words, ancestors)


def keyword(text, **limits):
    return RuleTerms(RuleKind.KEYWORD, text, **limits)


def ingredient(food, **limits):
    return RuleTerms(RuleKind.INGREDIENT, food, food, **limits)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("고등어", "바다골 손질 고등어 8팩"),
        ("고등어 손질", "바다골 손질 고등어 8팩"),
        ("손질고등어", "바다골 손질 고 등 어 8팩"),
        ("LA갈비", "la 갈비 2kg"),
        ("100%", "100 % 착즙"),
        ("a_b", "A_B 세트"),
        (unicodedata.normalize("NFD", "고등어"), "손질 고등어"),
        ("고등어", unicodedata.normalize("NFD", "손질 고등어")),
    ],
)
def test_a_keyword_means_every_name_that_holds_all_its_words(text, name):
    assert keyword(text).mean(name_of(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [("고등어 굴비", "손질 고등어"), ("%", "손질 고등어"), ("고_어", "손질 고등어")],
)
def test_a_keyword_with_a_word_that_is_not_there_means_nothing(text, name):
    assert not keyword(text).mean(name_of(name))


def test_an_ingredient_means_what_is_the_food_or_a_kind_of_it():
    assert ingredient("감자").mean(name_of(foods=("감자",)))
    assert ingredient("감자").mean(name_of(foods=("수미감자",)))
    assert not ingredient("수미감자").mean(name_of(foods=("감자",)))


def test_an_ingredient_means_the_dish_that_is_made_of_it():
    assert ingredient("소갈비").mean(name_of(foods=("갈비탕",), of=("소갈비",)))


def test_an_ingredient_does_not_mean_what_only_was_it():
    """양파즙 is stored as 양파 or as 양파즙, of 양파; 수미감자칩 as 수미감자, of 감자."""
    assert not ingredient("양파").mean(name_of(foods=("양파",), derived=True))
    assert not ingredient("양파").mean(name_of(foods=("양파즙",), of=("양파",), derived=True))
    assert not ingredient("감자").mean(name_of(foods=("수미감자",), of=("감자",), derived=True))


def test_a_derived_product_is_still_the_food_it_has_become():
    chips = name_of(foods=("감자칩",), of=("감자",), derived=True)
    assert ingredient("감자칩").mean(chips)
    assert ingredient("과자").mean(chips)
    assert not ingredient("감자").mean(chips)


def test_a_name_without_a_known_food_means_no_ingredient():
    assert not ingredient("고등어").mean(name_of("손질 고등어"))


def test_a_price_limit_holds_in_that_broadcast_and_never_for_an_unknown_price():
    terms = keyword("고등어", highest_price_krw=20000)
    assert terms.allow("hmall", 20000)
    assert not terms.allow("hmall", 20001)
    assert not terms.allow("hmall", None)
    assert keyword("고등어").allow("hmall", None)


def test_channels_limit_where_none_are_named_all_are_meant():
    assert keyword("고등어").allow("nsmall", 1)
    assert keyword("고등어", channel_ids=frozenset({"hmall"})).allow("hmall", 1)
    assert not keyword("고등어", channel_ids=frozenset({"hmall"})).allow("nsmall", 1)


def test_the_same_food_in_other_words_is_the_same_rule():
    egg = RuleTerms(RuleKind.INGREDIENT, "달걀", "계란")
    assert egg.plain == RuleTerms(RuleKind.INGREDIENT, "계란", "계란").plain
    assert keyword("손질 고등어").plain == keyword("손질고등어").plain


names = st.text("가나다 %_aB", min_size=1, max_size=12)


@given(names, st.data())
def test_any_piece_of_a_name_is_a_keyword_that_finds_it(name, data):
    begin = data.draw(st.integers(0, len(name) - 1))
    piece = name[begin : data.draw(st.integers(begin + 1, len(name)))]
    assert keyword(piece).mean(name_of(name))
