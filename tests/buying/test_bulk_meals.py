"""When which dish eats up a big pack."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.search.bulk_meals import USUAL, Dish, lay_out


def dish(name, grams, number="1"):
    return Dish(RecipeKey("library", f"{name}-{number}"), name, name, Fraction(grams))


GRILLED, BRAISED, SOUP = dish("구이", 240), dish("조림", 320), dish("찌개", 160)


def cooked(laid):
    return [(meal.day, meal.dish) for meal in laid.meals]


def test_different_dishes_take_turns_three_times_a_week():
    laid = lay_out([GRILLED, BRAISED, SOUP], Fraction(1440), 60)
    assert cooked(laid) == [
        (0, "구이"),
        (2, "조림"),
        (4, "찌개"),
        (7, "구이"),
        (9, "조림"),
        (11, "찌개"),
    ]
    assert (laid.a_week, laid.left, laid.spoils) == (USUAL, 0, 0)


def test_the_last_meals_are_what_there_is_still_enough_for():
    laid = lay_out([BRAISED, SOUP], Fraction(960), None)
    assert [meal.dish for meal in laid.meals] == ["조림", "찌개", "조림", "찌개"]
    assert laid.left == 0
    assert lay_out([BRAISED], Fraction(900), None).left == 260


def test_of_one_dish_the_first_recipe_is_taken():
    laid = lay_out([GRILLED, dish("구이", 100, "2")], Fraction(500), 60)
    assert {meal.key.recipe_id for meal in laid.meals} == {"구이-1"}


def test_more_often_where_it_would_go_off_and_never_after_it_has():
    laid = lay_out([GRILLED, BRAISED], Fraction(2800), 6)
    assert laid.a_week == 7
    assert max(meal.day for meal in laid.meals) <= 6
    assert laid.spoils == Fraction(2800) - laid.left - sum(meal.grams for meal in laid.meals) > 0


def test_what_the_freezer_keeps_is_told_apart():
    laid = lay_out([GRILLED], Fraction(960), 2, freezer_days=90)
    assert [(meal.day, meal.is_thawed) for meal in laid.meals] == [
        (0, False),
        (2, False),
        (4, True),
        (7, True),
    ]
    assert laid.a_week == USUAL


def test_nobody_is_told_of_freezing_where_nobody_knows_how_long_it_keeps():
    assert {meal.is_thawed for meal in lay_out([GRILLED], Fraction(960), None).meals} == {None}


@pytest.mark.parametrize("dishes", [[], [dish("잔치", 5000)]])
def test_there_is_no_plan_without_a_dish_that_fits(dishes):
    laid = lay_out(dishes, Fraction(1000), 30)
    assert (laid.meals, laid.left) == ((), 1000)


@given(
    needs=st.lists(st.integers(20, 700), max_size=6),
    grams=st.integers(100, 20_000),
    keeps=st.none() | st.integers(1, 400),
    freezer=st.sampled_from([0, 90]),
)
def test_nothing_is_cooked_that_is_not_there(needs, grams, keeps, freezer):
    dishes = [dish(f"요리 {n}", need) for n, need in enumerate(needs)]
    laid = lay_out(dishes, Fraction(grams), keeps, freezer)
    used = sum((meal.grams for meal in laid.meals), Fraction(0))
    assert used + laid.spoils + laid.left == grams
    assert laid.left >= 0
    assert min(needs, default=grams + 1) > laid.left or len(laid.meals) == 365 or laid.spoils
    days = [meal.day for meal in laid.meals]
    assert days == sorted(days)
    assert keeps is None or max(days, default=0) <= keeps + freezer
    assert laid == lay_out(dishes, Fraction(grams), keeps, freezer)
    named = [meal.dish for meal in laid.meals]
    assert len(set(named[:3])) == min(3, len(set(named)), len(named))
