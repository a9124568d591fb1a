"""import-recipes: what a script and a person get told, and how it is stopped."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from eats_desktop.services.recipe_import import RecipeImport
from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine
from tests.helpers.importing import REPLY, crawled_csv, open_csv, open_row, replies
from tests.helpers.one_site import OneSite, said

PAGE = {
    "@context": "https://schema.org",
    "@type": "Recipe",
    "name": "달밤 두부조림",
    "recipeIngredient": ["두부 1모"],
}


@pytest.fixture
def command(tmp_path):
    return CommandLine(tmp_path / "data", None, NOW)


@pytest.fixture
def written(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write


def site_settings(path, name, site):
    path.write_text(
        f'[sync]\nrequest_interval_s = 0\n[sources.{name}]\nbase_url = "{site.url}"\n',
        encoding="utf-8",
    )
    return path


def test_json_is_one_document_with_counts_reasons_and_the_report(command, written):
    one = written("one.csv", open_csv(open_row(1, "두부 1모"), open_row(2, "")))
    two = written("two.json", replies({}))
    done = command("import-recipes", one, two, "--json")
    assert (done.code, done.err) == (0, "")
    first, second = done.json["imports"]
    assert first["file"] == "one.csv"
    assert {name: first[name] for name in ("read", "inserted", "updated", "unchanged")} == {
        "read": 2,
        "inserted": 1,
        "updated": 0,
        "unchanged": 0,
    }
    assert (first["bad"], first["stopped"], first["error"]) == ({"재료가 없어요": 1}, False, None)
    assert (second["inserted"], second["bad"], second["report"]) == (1, {}, None)
    assert first["seconds"] <= done.json["seconds"]
    report = Path(first["report"]).read_text(encoding="utf-8-sig")
    assert report.splitlines() == ["file,row,id,reason", "one.csv,2,2,재료가 없어요"]


def test_people_are_told_the_same_in_words(command, written, tmp_path):
    path = written("one.csv", open_csv(open_row(1, "두부 1모"), open_row(2, "")))
    done = command("import-recipes", path, "--report", tmp_path / "left out.csv")
    assert done.out.splitlines() == [
        "one.csv: 2줄, 새 레시피 1, 바뀜 0, 그대로 0, 빠짐 1",
        f"  재료가 없어요: 1줄 ({tmp_path / 'left out.csv'})",
    ]


def test_what_is_imported_is_found_at_once(command, written):
    command("import-recipes", written("one.csv", crawled_csv({"글 제목": "달빛 두부조림"})))
    hits = command("search", "달빛 두부조림", "--in", "recipes", "--json").json["hits"]
    assert hits[0]["title"] == "달빛 두부조림"


def test_ctrl_c_ends_after_the_batch_and_the_next_run_goes_on(command, written, monkeypatch):
    path = written("one.csv", open_csv(*(open_row(n, "두부 1모") for n in range(1, 501))))
    run = RecipeImport.run

    def interrupted(self, origin, report, stop, progress, count):
        def press(so_far):
            progress(so_far)
            signal.raise_signal(signal.SIGINT)

        return run(self, origin, report, stop, press, count)

    monkeypatch.setattr(RecipeImport, "run", interrupted)
    handled_before = signal.getsignal(signal.SIGINT)
    done = command("import-recipes", path, "--json")
    monkeypatch.undo()
    assert done.code == 1
    assert "200줄까지" in done.err
    assert "[E-SCH-03]" in done.err
    (first,) = done.json["imports"]
    assert (first["stopped"], first["read"], first["inserted"]) == (True, 200, 200)
    assert signal.getsignal(signal.SIGINT) is handled_before
    (rest,) = command("import-recipes", path, "--json").json["imports"]
    assert (rest["stopped"], rest["unchanged"], rest["inserted"]) == (False, 200, 300)


def test_a_file_that_breaks_off_is_told_with_what_came_before_it(command, written):
    broken = written("one.json", replies({"RCP_SEQ": "1"}, {"RCP_SEQ": "2"})[:-160])
    whole = written("two.csv", open_csv(open_row(1, "두부 1모")))
    done = command("import-recipes", broken, whole, "--json")
    assert done.code == 1
    first, second = done.json["imports"]
    assert (first["inserted"], second["inserted"]) == (1, 1)
    assert first["error"]
    assert first["error"] in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("nothing.csv",), 1),
        (("http://127.0.0.1:9/recipe",), 1),
        (("--service",), 1),
        (("nothing.csv", "--format", "xml"), 1),
    ],
)
def test_what_cannot_be_imported_is_a_foreseen_failure(command, words, code, monkeypatch):
    monkeypatch.delenv("EATS_COOKRCP_KEY", raising=False)
    done = command("import-recipes", *words)
    assert done.code == code
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_a_page_is_imported_by_its_address(tmp_path):
    script = f'<script type="application/ld+json">{json.dumps(PAGE)}</script>'
    with OneSite(said(body=f"<html>{script}</html>")) as site:
        config = site_settings(tmp_path / "sites.toml", "recipe_pages", site)
        command = CommandLine(tmp_path / "data", config, NOW)
        done = command("import-recipes", "https://kitchen.example/recipe/7", "--json")
    (told,) = done.json["imports"]
    assert (told["file"], told["inserted"]) == ("https://kitchen.example/recipe/7", 1)


def test_the_service_is_asked_with_the_key_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("EATS_COOKRCP_KEY", "a1b2c3d4")
    reply = {"COOKRCP01": {"total_count": "1", "row": [REPLY], "RESULT": {"CODE": "INFO-000"}}}
    with OneSite(said(body=json.dumps(reply))) as site:
        config = site_settings(tmp_path / "sites.toml", "cookrcp01", site)
        command = CommandLine(tmp_path / "data", config, NOW)
        done = command("--verbose", "import-recipes", "--service", "--json")
        assert site.pages[0].path == "/api/a1b2c3d4/COOKRCP01/json/1/1000"
    assert done.json["imports"][0]["inserted"] == 1
    log = (tmp_path / "data" / "logs" / "eats.log").read_text(encoding="utf-8")
    own = [line for line in log.splitlines() if "eats_desktop.demo" not in line]
    assert not [line for line in own if "a1b2c3d4" in line]
