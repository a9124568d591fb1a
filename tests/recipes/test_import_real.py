"""Each set of other people's recipes comes in whole; of the largest one, a slice."""

from __future__ import annotations

import gzip
import itertools
from pathlib import Path

import pytest

from eats_desktop.sources.recipes.files import recipe_files
from tests.helpers.importing import Importing
from tests.helpers.storage_builders import opened, rows

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "recipes"
SLICE = 4000

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not here"),
]


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def imported(databases, parser, tmp_path):
    importing = Importing(databases.recipes, parser, tmp_path)

    def run(*paths):
        (origin,) = recipe_files(paths)
        return importing.run(origin)

    return run


def known_foods(databases):
    """Return the share of ingredient lines whose food is known."""
    sql = "SELECT avg(food IS NOT NULL) FROM recipe_line"
    return rows(databases.catalog, sql)[0][0]


def all_there(count):
    """Tell that every row is either a recipe or a row with a reason."""
    new = count.inserted + count.updated + count.unchanged
    return count.read == new + sum(count.bad.values())


def test_open_data_in_its_own_layout(imported, databases):
    count = imported(DATA / "TB_RECIPE_SEARCH_1300.csv.gz")
    assert (count.inserted, dict(count.bad)) == (1300, {})
    assert known_foods(databases) > 0.93


def test_the_collected_layout_with_steps_and_pictures(imported, databases):
    count = imported(DATA / "mangae_full_rows_2500.csv.gz")
    assert count.read == 2500
    assert all_there(count)
    assert count.inserted >= 2490
    sql = "SELECT count(*) FROM recipe WHERE steps <> '[]' AND image_url IS NOT NULL"
    assert rows(databases.catalog, sql)[0][0] >= 2400
    assert known_foods(databases) > 0.9


def test_the_large_set_a_slice_of_it(imported, databases, tmp_path):
    path = tmp_path / "slice.csv"
    with (
        gzip.open(DATA / "mangae_81510.csv.gz", "rt", encoding="utf-8", newline="") as whole,
        path.open("w", encoding="utf-8", newline="") as part,
    ):
        part.writelines(itertools.islice(whole, SLICE))
    count = imported(path)
    assert count.read > 500
    assert all_there(count)
    assert set(count.bad) <= {"재료가 없어요", "열의 수가 맞지 않아요"}
    assert known_foods(databases) > 0.9
    assert imported(path).inserted == 0


def test_the_reply_of_the_public_service(imported, databases):
    count = imported(DATA / "COOKRCP01_1000.json.gz")
    assert (count.inserted, dict(count.bad)) == (998, {"재료가 없어요": 2})
    assert known_foods(databases) > 0.85


def test_the_three_public_tables(imported, databases):
    tables = ("recipe_process", "recipes", "recipe_ingredients")
    count = imported(*(DATA / f"mafra_{table}.json.gz" for table in tables))
    assert count.inserted == 533
    assert count.bad["재료가 없어요"] == 4
    assert all_there(count)
    assert known_foods(databases) > 0.9
