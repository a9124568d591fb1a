"""Taste is used only where it foretells what the household chooses next."""

from __future__ import annotations

import random

import numpy as np
import pytest

from eats_desktop.domain.recipe_search import RecipeOutline
from eats_desktop.search.recipe_shelf import RecipeShelf
from eats_desktop.search.taste import HALF_LIFE_DAYS, LEAST_CHOICES, Act, Taste

FOODS = ("고등어", "두부", "닭고기", "감자", "가지", "오징어")
OF_ONE = 60


@pytest.fixture(scope="module")
def shelf():
    """360 recipes, 60 around each food; the popular ones lie anywhere."""
    draw = random.Random(5)
    outlines = [
        RecipeOutline(row, draw.randrange(10_000), None, None, None, None, None, None)
        for row in range(len(FOODS) * OF_ONE)
    ]
    rows = {food: range(at * OF_ONE, (at + 1) * OF_ONE) for at, food in enumerate(FOODS)}
    return RecipeShelf(outlines, rows, {})


def choices(places):
    return [Act(float(day), 1.0, place, is_choice=True) for day, place in enumerate(places)]


def test_a_household_that_cooks_one_food_is_foretold_better_than_by_popularity(shelf):
    draw = random.Random(1)
    verdict = Taste(shelf).judged(choices(draw.sample(range(OF_ONE), OF_ONE)))
    assert verdict.is_better
    assert verdict.learned > verdict.popularity
    assert 0 < verdict.gain_low <= verdict.gain_high <= 1


def test_a_household_without_a_taste_is_left_to_popularity(shelf):
    draw = random.Random(2)
    verdict = Taste(shelf).judged(choices(draw.choices(range(shelf.count), k=80)))
    assert not verdict.is_better


def test_a_household_that_follows_the_crowd_is_left_to_popularity(shelf):
    crowd = np.exp(8 * shelf.liked).tolist()
    drawn = random.Random(4).choices(range(shelf.count), crowd, k=120)
    assert not Taste(shelf).judged(choices(drawn)).is_better


def test_few_choices_say_nothing(shelf):
    few = choices(range(LEAST_CHOICES - 1))
    assert Taste(shelf).judged(few) is None
    assert Taste(shelf).learned(few[:10]) is None


def test_the_same_acts_are_judged_the_same(shelf):
    acts = choices(random.Random(3).sample(range(shelf.count), 60))
    assert Taste(shelf).judged(acts) == Taste(shelf).judged(acts)


def test_what_was_bought_speaks_for_recipes_of_that_food(shelf):
    content = Taste(shelf).signals([Act(0.0, 2.0, foods=("가지",))], 1.0).content
    of_aubergine = shelf.needing("가지")
    assert content[of_aubergine].min() > 0
    assert content.sum() == pytest.approx(content[of_aubergine].sum())


def test_an_act_counts_half_after_its_half_life(shelf):
    taste = Taste(shelf)
    long_ago = [Act(0.0, 1.0, foods=("두부",)), Act(HALF_LIFE_DAYS, 1.0, foods=("감자",))]
    content = taste.signals(long_ago, HALF_LIFE_DAYS).content
    tofu, potato = content[shelf.needing("두부")][0], content[shelf.needing("감자")][0]
    assert tofu == pytest.approx(potato / 2)


def test_a_bad_rating_speaks_against_a_food(shelf):
    acts = [Act(0.0, -3.0, 0), Act(0.0, 1.0, OF_ONE)]
    taste = Taste(shelf)
    content = taste.signals(acts, 1.0).content
    assert content[shelf.needing("고등어")].max() < 0 < content[shelf.needing("두부")].min()
    assert taste.liked_foods(acts, 1.0, FOODS) == ["두부"]
