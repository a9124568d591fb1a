"""The search follows the library: batch after batch, whatever changes meanwhile."""

from __future__ import annotations

import threading

import pytest

from eats_desktop.app.container import Container
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.import_report import ImportReport
from eats_desktop.sources.recipes.files import recipe_files
from tests.app.conftest import NOW
from tests.helpers.importing import open_csv, open_row
from tests.helpers.storage_builders import rows


@pytest.fixture
def box(tmp_path):
    found = Container.open(tmp_path / "data", None, ManualClock(NOW))
    found.sync_job.keep_up(threading.Event())
    yield found
    found.close()


@pytest.fixture
def imported(box, tmp_path):
    def run(*lines):
        path = tmp_path / "recipes.csv"
        path.write_text(open_csv(*lines), encoding="utf-8")
        with ImportReport(tmp_path / "report.csv") as report:
            box.recipe_imports.importer.run(recipe_files([path])[0], report, threading.Event())

    return run


def titles(box, query):
    return [hit.title for hit in box.food.search.search(query, "recipes", 20).recipes]


def imported_documents(box):
    sql = "SELECT count(*) FROM search_document WHERE kind = 'recipe' AND source = '10000recipe'"
    return rows(box.databases.catalog, sql)[0][0]


def test_every_imported_recipe_is_indexed_a_batch_at_a_time(box, imported):
    assert not box.food.is_behind()
    imported(*(open_row(n, "두부 1모", f"달빛요리 {n}호") for n in range(1, 451)))
    assert box.food.is_behind()
    counts = []
    while box.food.recipe_indexing.step():
        counts.append(imported_documents(box))
    assert counts[:3] == [200, 400, 450]
    assert not box.food.is_behind()
    assert "달빛요리 333호" in titles(box, "달빛요리 333호")


def test_what_changes_behind_the_batch_at_hand_is_indexed_too(box, imported):
    imported(*(open_row(n, "두부 1모", f"달빛요리 {n}호") for n in range(1, 251)))
    assert box.food.recipe_indexing.step()
    imported(open_row(1, "두부 1모", "별빛구이 하나"))
    while box.food.recipe_indexing.step():
        continue
    assert "별빛구이 하나" in titles(box, "별빛구이")
    assert not box.food.is_behind()


def test_a_recipe_that_goes_while_others_are_indexed_is_no_longer_found(box, imported):
    imported(*(open_row(n, "두부 1모", f"달빛요리 {n}호") for n in range(1, 251)))
    assert box.food.recipe_indexing.step()
    box.databases.recipes.delete([RecipeKey("10000recipe", "3")])
    while box.food.recipe_indexing.step():
        continue
    assert imported_documents(box) == 249
    assert "달빛요리 3호" not in titles(box, "달빛요리 3호")


def test_another_lexicon_reads_and_indexes_everything_again(box, imported):
    imported(open_row(1, "두부 1모"), open_row(2, "두부 2모"))
    box.sync_job.keep_up(threading.Event())
    assert not box.food.is_behind()
    box.food.line_reading = "another"
    assert box.food.is_behind()
    box.sync_job.keep_up(threading.Event())
    assert not box.food.is_behind()
    found = box.databases.recipes.find(RecipeKey("10000recipe", "1"))
    assert (found.reading, found.ingredients[0].food) == ("another", "두부")
