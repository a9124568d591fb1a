"""The recipes that ship come into the library and the search, and follow a newer program."""

from __future__ import annotations

import threading

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.stored_recipe import LIBRARY, RecipeKey
from eats_desktop.services.shipped_recipes import ShippedRecipes
from tests.app.conftest import NOW


@pytest.fixture
def box(tmp_path):
    found = Container.open(tmp_path, None, ManualClock(NOW))
    yield found
    found.close()


def titles(box, query):
    return [hit.title for hit in box.food.search.search(query, "recipes", 20).recipes]


def test_after_keeping_up_every_shipped_recipe_is_there_and_found(box, library):
    assert titles(box, "갈비찜") == []
    box.sync_job.keep_up(threading.Event())
    assert box.databases.recipes.versions(LIBRARY).keys() == library.recipes.keys()
    assert "소갈비찜" in titles(box, "갈비찜")
    assert not box.food.step()


def test_a_hit_tells_dish_time_and_servings(box):
    box.sync_job.keep_up(threading.Event())
    hits = box.food.search.search("소갈비찜", "recipes", 5).recipes
    assert (hits[0].title, hits[0].facts) == ("소갈비찜", ("갈비찜", 150, 4))


def test_pages_never_repeat_a_recipe(box):
    box.sync_job.keep_up(threading.Event())
    pages = [box.food.search.search("김치", "recipes", 7, offset=at).recipes for at in (0, 7, 14)]
    keys = [(hit.source, hit.recipe_id) for page in pages for hit in page]
    assert len(keys) == len(set(keys)) == 21


def test_a_newer_program_changes_and_takes_away_only_what_differs(box, library):
    box.sync_job.keep_up(threading.Event())
    kept = [r for r in library.recipes.values() if r.id != "beef-short-rib-braise"]
    newer = ShippedRecipes(box.databases.recipes, lambda: kept)
    before = box.databases.recipes.versions(LIBRARY)
    assert newer.step()
    assert not newer.step()
    after = box.databases.recipes.versions(LIBRARY)
    assert before.keys() - after.keys() == {"beef-short-rib-braise"}
    assert box.databases.recipes.find(RecipeKey(LIBRARY, "beef-short-rib-braise")) is None
    while box.food.recipe_indexing.step():
        continue
    assert "소갈비찜" not in titles(box, "갈비찜")
