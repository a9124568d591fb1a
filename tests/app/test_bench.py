from __future__ import annotations

from datetime import datetime

import pytest

from eats_desktop.app.bench import importing, parsing, recipes, run_suites, search, storage, useup
from eats_desktop.app.bench.figures import Figure, share
from eats_desktop.app.bench.pages import a_day
from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.domain.clock import KST


def test_the_storage_suite_measures_beside_a_baseline(tmp_path):
    found = storage.figures(tmp_path, days=2, baseline_days=1, queries=4)
    assert len(found) == 2
    for figure in found:
        assert figure.value > 0
        assert figure.baseline > 0
        assert figure.baseline_name in figure.as_line()


def test_the_search_suite_measures_beside_plain_sqlite(tmp_path):
    found = search.figures(tmp_path, documents=300, queries=12)
    assert {figure.baseline_name for figure in found} == {"LIKE", "FTS5 trigram"}
    assert all(figure.value > 0 for figure in found)


def test_the_importing_suite_measures_beside_a_bare_load(tmp_path):
    found = importing.figures(tmp_path, recipes=450)
    assert {figure.baseline_name for figure in found} == {"CSV만 SQLite로"}
    assert all(figure.value > 0 and figure.baseline > 0 for figure in found)


def test_the_recipe_suite_measures_beside_plain_sqlite(tmp_path):
    folder = tmp_path / "bench"
    folder.mkdir()
    found = recipes.figures(folder, recipes=1_700, dishes=5, queries=10)
    assert {figure.baseline_name for figure in found} == {"LIKE", "GROUP BY"}
    assert all(figure.value > 0 for figure in found)
    assert all(0 < figure.value <= 1 for figure in found if not figure.unit)


def test_the_use_up_suite_measures_beside_the_greedy_search(tmp_path):
    found = {figure.name: figure for figure in useup.figures(tmp_path, stocks=4)}
    used = found["남은 재료를 쓰는 비율"]
    assert used.value > used.baseline > 0
    assert found["최적임이 증명됨"].value == 100
    assert found["최적값과의 차이"].value == 0
    assert found["최적값과의 차이"].baseline > 0


@pytest.mark.parametrize("suite", ["classify", "sync"])
def test_a_suite_leaves_nothing_behind(tmp_path, suite):
    found = run_suites(suite, tmp_path / "data")
    assert found
    assert all(figure.value > 0 for figure in found)
    assert list((tmp_path / "data").iterdir()) == []


def test_every_source_tells_how_fast_it_reads_beside_the_libraries_alone():
    crawls = a_day(datetime(2026, 11, 24, 6, 0, tzinfo=KST))
    found = list(parsing.figures(crawls))
    assert len(found) == len(SOURCES) - 1  # the mall has no television pages
    assert all(figure.value > 0 and figure.baseline > 0 for figure in found)


def test_the_pages_that_are_read_are_those_the_sites_answer_with():
    crawls = a_day(datetime(2026, 11, 24, 6, 0, tzinfo=KST))
    assert {page.status for crawl in crawls for page in crawl.pages} == {200}


def test_a_figure_is_written_with_its_unit_and_size():
    figure = Figure("하루 읽기", 1234.5, "ms", "빈 것", 0.5, "7일")
    assert figure.as_line() == "하루 읽기: 1,234 ms  (빈 것: 0.500 ms) [7일]"
    assert figure.as_json()["baseline"] == 0.5


def test_a_share_is_a_measured_value():
    assert share([3.0, 1.0, 2.0], 0.95) == 3.0
    assert share([1.0], 0.5) == 1.0


def test_the_command_prints_figures_as_one_document(fresh):
    done = fresh("bench", "classify", "--json")
    assert done.code == 0
    assert [set(figure) for figure in done.json["figures"]] == [
        {"name", "value", "unit", "baseline_name", "baseline", "size"}
    ] * len(done.json["figures"])
    assert "이름/초" in fresh("bench", "classify").out
