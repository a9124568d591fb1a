"""How the plan for a big pack is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from eats_desktop.domain.bulk import BulkCost, BulkMeal, BulkPlan
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.viewmodels.bulk_texts import PlanTexts, plan_texts, week_rows, weight_text
from tests.helpers.buying import grams, offered, reading


def cost(name="고등어 960g", packs=1, total=32000, meal=8000, left=0):
    sold = offered(name, reading("고등어", amount=grams(960)))
    return BulkCost(sold.offer, packs, total, meal, Fraction(left))


def plan(*days, dishes=("구이", "조림"), **changes):
    meals = tuple(
        BulkMeal(
            day,
            RecipeKey("library", str(n)),
            dishes[n % len(dishes)],
            dishes[n % len(dishes)],
            Fraction(240),
            is_thawed=False,
        )
        for n, day in enumerate(days)
    )
    found = BulkPlan(
        "고등어", Fraction(960), 2, meals, 3, 60, False, Fraction(0), Fraction(0), cost(), None
    )
    return replace(found, **changes)


FOUR = plan(0, 2, 4, 7)


def test_meals_pace_keeping_and_cost_are_told():
    assert plan_texts(FOUR) == PlanTexts(
        "2명이 먹으면 4끼를 만들 양이에요.",
        "일주일에 3번 해 먹으면 8일이 걸려요.",
        "보통 60일쯤 두고 먹을 수 있어요.",
        "한 끼에 고등어 값 8,000원",
    )


@pytest.mark.parametrize("few", [None, plan(0, 2)])
def test_a_pack_of_few_meals_needs_no_plan(few):
    assert plan_texts(few) == PlanTexts()
    assert week_rows(few) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"keeps_days": None}, "얼마나 두고 먹을 수 있는지는 알 수 없어요."),
        ({"is_frozen": True, "keeps_days": 90}, "냉동실에서 90일쯤 두고 먹을 수 있어요."),
        (
            {"keeps_days": 2, "freeze": Fraction(480)},
            "냉장으로는 2일쯤이라 480g은 받은 날 얼려 두세요.",
        ),
        (
            {"keeps_days": 5, "spoils": Fraction(1500)},
            "보통 5일쯤 두고 먹는데, 1.5kg은 그 안에 다 먹기 어려워요.",
        ),
    ],
)
def test_how_long_it_keeps_is_told_as_far_as_it_is_known(changes, words):
    assert plan_texts(replace(FOUR, **changes)).keeping == words


def test_what_remains_is_told():
    assert plan_texts(replace(FOUR, bulk=cost(left=150))).pace.endswith(" 150g은 남아요.")


def test_every_day_is_told_as_such():
    assert plan_texts(replace(FOUR, a_week=7)).pace == "날마다 한 번 해 먹으면 8일이 걸려요."


def test_an_unknown_price_is_not_told():
    assert plan_texts(replace(FOUR, bulk=cost(total=None, meal=None), small=cost())).cost == ""


def test_the_small_pack_is_told_beside_it():
    small = cost("작은 고등어 400g", packs=3, total=27000, meal=6750, left=240)
    assert plan_texts(replace(FOUR, small=small)).cost == (
        "한 끼에 고등어 값 8,000원 · 콕의 ‘작은 고등어 400g’ 3개로는 6,750원, 240g이 남아요"
    )


def test_the_weeks_say_what_is_cooked_and_how_often():
    rows = week_rows(plan(0, 2, 4, 7))
    assert [(row.title, row.dishesText) for row in rows] == [
        ("1주째", "구이 2번, 조림"),
        ("2주째", "조림"),
    ]
    assert rows[0].spokenText == "1주째, 구이 2번, 조림"


def test_what_comes_after_four_weeks_is_counted():
    rows = week_rows(plan(*range(0, 42, 7)))
    assert [row.key for row in rows] == ["1", "2", "3", "4", "after"]
    assert rows[-1].dishesText == "2끼를 같은 순서로"


def test_one_dish_again_and_again_is_no_plan_of_weeks():
    assert week_rows(plan(0, 2, 4, dishes=("콩자반",))) == []


@pytest.mark.parametrize(
    ("weight", "words"), [(480, "480g"), (1000, "1kg"), (1660, "1.7kg"), (999.6, "1kg")]
)
def test_weights_are_written_in_grams_below_a_kilogram(weight, words):
    assert weight_text(Fraction(weight)) == words
