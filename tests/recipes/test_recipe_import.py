"""Recipe files of other people come into the library: once, in batches, bad rows told."""

from __future__ import annotations

import json
import threading

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.sources.recipes.files import recipe_files
from tests.helpers.importing import Importing, crawled_csv, open_csv, open_row, replies
from tests.helpers.storage_builders import opened


@pytest.fixture
def store(tmp_path):
    with opened(tmp_path / "data") as databases:
        yield databases.recipes


@pytest.fixture
def imported(store, parser, tmp_path):
    return Importing(store, parser, tmp_path)


def test_the_same_file_again_changes_nothing_and_a_changed_row_only_itself(imported):
    one, two = open_row(9000001, "두부 1모"), open_row(9000002, "두부 2모")
    imported(open_csv(one, two))
    again = imported(open_csv(one, two))
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, 2)
    changed = imported(open_csv(one, open_row(9000002, "두부 3모")))
    assert (changed.inserted, changed.updated, changed.unchanged) == (0, 1, 1)


def test_bad_rows_are_counted_and_told(imported):
    count = imported(
        open_csv(
            open_row(9000001, ""),
            open_row("", "두부 1모"),
            "9000003,짧은 줄",
            open_row(9000004, "무 1개"),
            open_row(9000004, "무 2개"),
            open_row(9000005, "무 1개") + ",남는 값",
        )
    )
    assert (count.read, count.inserted, sum(count.bad.values())) == (6, 1, 5)
    assert imported.told == [
        ("1", "9000001", "재료가 없어요"),
        ("2", "", "레시피 번호가 없어요"),
        ("3", "9000003", "열의 수가 맞지 않아요"),
        ("5", "9000004", "앞에 나온 레시피와 번호가 같아요"),
        ("6", "9000005", "열의 수가 맞지 않아요"),
    ]


def test_without_bad_rows_there_is_no_report(imported):
    imported(open_csv(open_row(9000001, "두부 1모")))
    assert not imported.report.exists()


def test_a_line_too_long_for_a_table_is_told_and_the_next_is_read(imported):
    count = imported(open_csv(open_row(1, "두" * 200_000), open_row(2, "두부 1모")))
    assert (count.inserted, dict(count.bad)) == (1, {"줄을 읽지 못했어요": 1})


def test_a_stopped_import_goes_on_where_it_was(imported):
    content = open_csv(*(open_row(9000000 + n, "두부 1모") for n in range(450)))
    stop = threading.Event()
    stop.set()
    first = imported(content, stop=stop)
    assert (first.is_stopped, first.read, first.inserted) == (True, 200, 200)
    rest = imported(content)
    assert (rest.unchanged, rest.inserted, rest.is_stopped) == (200, 250, False)


def test_how_much_of_a_file_is_read_is_told_while_it_is_read(imported):
    content = open_csv(*(open_row(9000000 + n, "두부 1모" * 40) for n in range(1000)))
    (origin,) = recipe_files(imported.files([content]))
    shares = []
    imported.run(origin, progress=lambda count: shares.append(count.share))
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5 < shares[-1] <= 1
    assert origin.share() is None


def test_what_is_written_before_a_file_breaks_off_stays(imported, store):
    whole = replies({"RCP_SEQ": "1"}, {"RCP_SEQ": "2"}, {"RCP_SEQ": "3"})
    with pytest.raises(InputError):
        imported(whole[: whole.index('"RCP_SEQ": "3"')])
    assert store.versions("cookrcp01").keys() == {"1", "2"}


def test_a_file_without_steps_does_not_take_them_away(imported, store):
    full, poor = crawled_csv({}), crawled_csv({}, without=("조리순서", "레시피이미지"))
    imported(full)
    stored = store.find(RecipeKey("mangae", "7"))
    assert imported(poor).unchanged == 1
    assert store.find(RecipeKey("mangae", "7")) == stored
    changed = crawled_csv({"글 제목": "새 두부조림"}, without=("조리순서", "레시피이미지"))
    assert imported(changed).updated == 1
    found = store.find(RecipeKey("mangae", "7"))
    assert (found.title, found.steps, found.image_url) == (
        "새 두부조림",
        stored.steps,
        stored.image_url,
    )


@pytest.mark.parametrize(
    "content",
    ["이름,값\n가,나\n", "{}", "{", "[]", "[1, 2]", "", '[{"a": 1}]', b"\xff\xfe\x81\xff" * 40],
)
def test_another_file_is_refused(imported, content):
    with pytest.raises(InputError):
        imported(content)


def test_a_damaged_archive_is_refused(imported, tmp_path):
    (path,) = imported.files([open_csv(open_row(1, "두부 1모"))], packed=True)
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(InputError):
        recipe_files([path])


def test_an_unknown_format_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(InputError, match="xml"):
        recipe_files([tmp_path / "recipes"], "xml")
    with pytest.raises(InputError, match="recipes"):
        recipe_files([tmp_path / "recipes"])


def test_rows_come_one_after_the_other_from_a_reply_larger_than_what_is_read_at_once(imported):
    many = [{"RCP_SEQ": str(n), "MANUAL03": "가" * 700} for n in range(600)]
    spread = json.dumps(json.loads(replies(*many)), ensure_ascii=False, indent=2)
    assert imported(spread).inserted == 600
    assert imported(replies(*many), packed=True).unchanged == 600


def test_a_program_that_reads_files_otherwise_writes_all_anew_once(imported, monkeypatch):
    content = open_csv(open_row(9000001, "두부 1모"), open_row(9000002, "두부 2모"))
    imported(content)
    monkeypatch.setattr("eats_desktop.services.recipe_import._READING", "another")
    assert imported(content).updated == 2
    assert imported(content).unchanged == 2
