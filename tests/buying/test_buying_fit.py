"""How well a product is the food that a recipe asks for."""

from __future__ import annotations

import pytest

from eats_desktop.domain.food import FoodKind
from eats_desktop.search.buying_fit import Way, asked_foods, fitting
from tests.helpers.buying import reading


@pytest.fixture
def fits(lexicon):
    def fits(food, *offered, name="", **of):
        return fitting(lexicon, food, name or " ".join(offered), reading(*offered, **of))

    return fits


@pytest.mark.parametrize(
    ("food", "offered", "way"),
    [
        ("감자", "감자", Way.SAME),
        ("감자", "수미감자", Way.KIND),
        ("돼지고기", "삼겹살", Way.KIND),
        ("다진마늘", "깐마늘", Way.FORM),
        ("다진마늘", "마늘", Way.FORM),
        ("고추", "건고추", Way.TREATED),
        ("삼겹살", "돼지고기", Way.WIDER),
        ("고등어", "삼치", Way.INSTEAD),
    ],
)
def test_the_way_a_product_meets_a_food(fits, food, offered, way):
    found = fits(food, offered)
    assert (found.way, found.food) == (way, offered)
    assert found.stands_in == (way in (Way.WIDER, Way.INSTEAD))


def test_nearer_ways_are_worth_more(fits):
    line = [
        fits("고추", "고추"),
        fits("고추", "청양고추"),
        fits("고추", "건고추"),
        fits("고추", "피망"),
    ]
    worths = [one.worth for one in line]
    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == 4


@pytest.mark.parametrize("food", ["양파", "돼지고기", "계란"])
def test_another_raw_food_is_none(fits, food):
    assert fits(food, "고사리") is None


def test_what_is_made_of_a_raw_food_or_ready_to_eat_is_not_it(fits):
    assert fits("양파", "양파", derived=True) is None
    assert fits("닭가슴살", "닭가슴살", kind=FoodKind.PREPARED) is None


def test_a_prepared_food_may_be_prepared(fits):
    assert fits("밥", "즉석밥", kind=FoodKind.PREPARED).way is Way.KIND


def test_a_product_that_may_be_a_dish_is_worth_less(fits):
    assert fits("삼겹살", "삼겹살", sure=0.7).worth < fits("삼겹살", "삼겹살").worth


@pytest.mark.parametrize("name", ["양념 삼겹살 500g", "삼겹살 구이 500g", "삼겹살 선물세트"])
def test_seasoned_cooked_and_given_ones_are_worth_less(fits, name):
    plain = fits("삼겹살", "삼겹살", name="삼겹살 구이용 500g").worth
    assert fits("삼겹살", "삼겹살", name=name).worth < plain


def test_an_assortment_is_worth_less_and_its_amount_is_not_that_of_the_food(fits):
    alone, both = fits("대파", "대파"), fits("대파", "대파", "쪽파")
    assert both.worth < alone.worth
    assert fits("쪽파", "대파", "쪽파").worth < both.worth
    assert (alone.is_alone, both.is_alone) == (True, False)


def test_two_kinds_of_the_food_are_no_assortment(fits):
    assert fits("고등어", "고등어", "순살고등어").is_alone


def test_a_food_nobody_knows_is_met_by_nothing(fits, lexicon):
    assert fits("없는재료", "감자") is None
    assert asked_foods(lexicon, "없는재료") == frozenset()


def test_all_that_may_meet_a_food_is_asked_for(lexicon):
    assert {"다진마늘", "마늘"} <= asked_foods(lexicon, "다진마늘")
    assert {"고등어", "삼치"} <= asked_foods(lexicon, "고등어")
