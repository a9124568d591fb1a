"""A shop's own source table: in force, broken, switched; and the file sent to whoever mends."""

from __future__ import annotations

import json
import shutil
import zipfile

import pytest

from tests.app.conftest import NOW
from tests.app.test_probe_command import site  # noqa: F401  a fixture
from tests.helpers.command_line import CommandLine
from tests.helpers.faulty_sites import Scenario


def own_table(command, text):
    command.data_dir.mkdir(parents=True, exist_ok=True)
    (command.data_dir / "sources.toml").write_text(text, encoding="utf-8")


def check(command, name):
    found = command("doctor", "--json").json["checks"]
    return next(item for item in found if item["name"] == name)


@pytest.mark.parametrize(
    ("text", "said"),
    [("[hmall]\nrank = 0\n", "hmall.rank"), ("[hmall\n", "sources.toml"), ("\xff", "sources.toml")],
)
def test_a_broken_table_stops_nothing_and_doctor_names_file_or_field(fresh, text, said):
    own_table(fresh, text)
    done = fresh("sync", "--source", "hmall", "--days", "1", "--json")
    assert (done.code, done.json["sources"][0]["status"]) == (0, "ok")
    found = check(fresh, "source-table")
    assert found["ok"] is False
    assert said in found["detail"]
    assert "[E-SRC-03]" in found["detail"]
    assert "sources.toml" in found["remedy"]


def test_a_table_in_force_is_said(fresh):
    own_table(fresh, '[hmall]\ntitle = "우리 현대"\n')
    assert check(fresh, "source-table") == {
        "name": "source-table",
        "ok": True,
        "detail": "가게에서 바꾼 값: 우리 현대(title)",
        "remedy": "",
    }


def test_the_table_switches_a_source_off_and_the_settings_on_again(fresh, tmp_path):
    own_table(fresh, "[kok]\nenabled = false\n")
    names = [s["name"] for s in fresh("sync", "--days", "1", "--json").json["sources"]]
    assert "kok" not in names
    (fresh.data_dir / "settings.toml").write_text("[sources.kok]\nenabled = true\n", "utf-8")
    names = [s["name"] for s in fresh("sync", "--days", "1", "--json").json["sources"]]
    assert "kok" in names


def test_the_smaller_budget_of_the_table_holds(site):  # noqa: F811  the fixture
    sites, command = site
    own_table(command, "[hmall]\ndaily_budget = 2\n")
    done = command("sync", "--source", "hmall", "--days", "3", "--json")
    assert done.json["sources"][0]["status"] == "blocked"
    assert "(2번)" in done.json["sources"][0]["message"]
    assert len(sites.requests("hmall", robots=True)) == 2


def test_diagnostics_hold_the_refused_page_and_a_case_draft_and_nothing_personal(
    site,  # noqa: F811
    tmp_path,
):
    sites, command = site
    sites.scenario["hmall"] = Scenario.DRIFT
    own_table(command, '[hmall]\ntitle = "우리 현대"\n')
    command("sync", "--source", "hmall", "--days", "1")
    target = tmp_path / "out.zip"
    done = command("doctor", "--export-diagnostics", target)
    assert done.code == 1  # the source is in trouble
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        reports = [n for n in names if n.startswith("quarantine/hmall/") and n.endswith(".json")]
        report = json.loads(archive.read(reports[0]))
        cases = [n for n in names if n.endswith(".expected.json")]
        case = json.loads(archive.read(cases[0]))
        about = json.loads(archive.read("about.json"))
        pages = [archive.read(f"fixtures/hmall/{page}") for page in case["pages"]]
    assert {"about.json", "sources.json", "sources.toml"} <= set(names)
    assert report["finding"].startswith("H9")
    assert len(report["fingerprint"]) == 16
    assert about["parsers"]["hmall"] >= 1
    assert (case["kind"], case["day"]) == ("drift", "2026-11-24")
    assert all(b"itemNo" in page for page in pages)
    assert not [name for name in names if name.endswith(".db")]
    again = command("doctor", "--export-diagnostics", target)
    assert (again.code, "[E-INP-01]" in again.err) == (1, True)


def test_naming_a_source_ends_its_pause(site):  # noqa: F811
    sites, command = site
    sites.scenario["hmall"] = Scenario.DRIFT
    words = ("sync", "--days", "1", "--json")
    for _ in range(3):
        command(*words, "--source", "hmall")
    sites.scenario["hmall"] = Scenario.OK
    statuses = {s["name"]: s["status"] for s in command(*words).json["sources"]}
    assert statuses["hmall"] == "skipped"
    done = command(*words, "--source", "hmall")
    assert done.json["sources"][0]["status"] == "ok"


def test_the_data_of_another_shop_is_not_needed(mine, tmp_path):
    shutil.rmtree(mine.data_dir / "quarantine", ignore_errors=True)
    target = tmp_path / "quiet.zip"
    assert CommandLine(mine.data_dir, None, NOW)("doctor", "--export-diagnostics", target).code == 0
    assert zipfile.is_zipfile(target)
