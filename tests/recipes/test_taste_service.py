"""Suggestions follow a household only once its past proves that they would have helped."""

from __future__ import annotations

import random
import threading
from datetime import timedelta

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import LIBRARY, RecipeKey
from tests.app.conftest import NOW


@pytest.fixture
def box(tmp_path, monkeypatch):
    found = Container.open(tmp_path, None, ManualClock(NOW))
    monkeypatch.setattr(type(found.recipes), "_allergens_of", lambda _self, _food: frozenset())
    found.sync_job.keep_up(threading.Event())
    yield found
    found.close()


def cook(box, recipes):
    for recipe in recipes:
        box.clock.advance(timedelta(days=1))
        box.recipes.events.cooked(recipe)


def with_food(library, food):
    return [RecipeKey(LIBRARY, r.id) for r in library.recipes.values() if food in r.foods]


def test_a_new_household_sees_other_recipes_each_day_and_no_claim(box):
    today = box.recipes.taste.suggested(8)
    assert len({one.key for one in today}) == 8
    assert {one.why for one in today} == {()}
    assert box.recipes.taste.suggested(8) == today
    box.clock.advance(timedelta(days=1))
    assert {one.key for one in box.recipes.taste.suggested(8)} != {one.key for one in today}
    assert box.recipes.taste.verdict() is None


def test_a_household_that_keeps_to_few_foods_is_led_by_it(box, library):
    of_it = with_food(library, "두부") + with_food(library, "고등어")
    of_it += with_food(library, "오징어") + with_food(library, "콩나물")
    cook(box, random.Random(7).sample(of_it, k=50))
    verdict = box.recipes.taste.verdict()
    assert verdict is not None
    assert verdict.is_better
    found = box.recipes.taste.suggested(8)
    assert sum(one.key in of_it for one in found) >= 6
    assert any("즐겨 찾는 재료" in why for one in found for why in one.why)


def test_a_household_that_cooks_anything_is_not_led(box, library):
    every = [RecipeKey(LIBRARY, one) for one in library.recipes]
    cook(box, random.Random(8).choices(every, k=60))
    assert not box.recipes.taste.verdict().is_better
    assert {one.why for one in box.recipes.taste.suggested(5)} == {()}


def test_what_was_cooked_lately_is_not_suggested_again(box):
    first = box.recipes.taste.suggested(3)[0].key
    box.recipes.events.cooked(first)
    assert first not in [one.key for one in box.recipes.taste.suggested(400)]


def test_recipes_that_are_gone_and_products_never_stored_are_passed_over(box):
    box.recipes.events.viewed(RecipeKey("gone", "1"))
    box.wishes.wish_product(ProductKey("hmall", "1"), "국산 손질 고등어 10팩")
    assert len(box.recipes.taste.suggested(5)) == 5
