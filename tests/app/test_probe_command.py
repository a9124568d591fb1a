"""probe asks each site for one thing, judges the answer, and stores nothing."""

from __future__ import annotations

import json

import pytest

from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine
from tests.helpers.faulty_sites import FaultySites, Scenario

CODES = [f"H{n}" for n in range(1, 13)]


@pytest.fixture
def site(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        lines = ["[sync]", "request_interval_s = 0", "retries = 0"]
        for name, url in sites.base_urls.items():
            lines += [f"[sources.{name}]", f'base_url = "{url}"']
        config = tmp_path / "sites.toml"
        config.write_text("\n".join(lines), encoding="utf-8")
        yield sites, CommandLine(tmp_path / "data", config, NOW)


def checks(probe):
    return {check["code"]: check["state"] for check in probe["checks"]}


@pytest.mark.parametrize(
    "name",
    [
        "hnsmall",
        "hmall",
        "nsmall",
        "btv_guide",
        "uplus_guide",
        "kok",
        "gsshop",
        "shinsegae",
        "skstoa",
        "wshopping",
        "shoppingnt",
    ],
)
def test_a_sound_site_passes_every_check(site, name):
    sites, command = site
    done = command("probe", name, "--json")
    assert done.code == 0, done.out
    (probe,) = done.json["probes"]
    assert list(checks(probe)) == CODES
    assert not {"fail", "unknown"} & set(checks(probe).values())
    assert (probe["source"], probe["status"], probe["error"]) == (name, 200, None)
    assert probe["bytes"] > 100
    assert probe["slots"] + probe["products"] > 0
    assert probe["requests"] == len(sites.requests(name, robots=True)) <= 3


def test_nothing_is_written_and_nothing_is_asked_conditionally(site):
    sites, command = site
    command("probe", "hmall")
    command("probe", "hmall")
    assert all("if-none-match" not in entry.request.headers for entry in sites.requests("hmall"))
    assert command("schedule", "--all", "--json").json["broadcasts"] == []
    found = command("doctor", "--json").json["checks"]
    assert next(c for c in found if c["name"] == "sources")["detail"] == "아직 받은 적이 없어요"


@pytest.mark.parametrize(
    ("scenario", "code", "status"),
    [
        (Scenario.DRIFT, "H9", 200),
        (Scenario.SPA_SHELL, "H11", 200),
        (Scenario.WRONG_DATE, "H8", 200),
        (Scenario.BLOCKED, "H1", 403),
        (Scenario.EMPTY_DAY, "H2", 200),
    ],
)
def test_a_fault_fails_its_check_with_exit_code_1(site, scenario, code, status):
    sites, command = site
    sites.scenario["hmall"] = scenario
    done = command("probe", "hmall", "--json")
    assert (done.code, done.json["ok"]) == (1, False)
    (probe,) = done.json["probes"]
    assert checks(probe)[code] == "fail"
    assert probe["status"] == status
    assert b"Traceback" not in done.stderr


def test_a_site_that_does_not_answer_fails_and_leaves_the_checks_open(site):
    sites, command = site
    sites.stop()
    done = command("probe", "kok", "--json")
    (probe,) = done.json["probes"]
    assert (done.code, probe["error"]["code"], probe["status"]) == (1, "NET-01", None)
    assert set(checks(probe).values()) == {"unknown"}
    sites.start()


def test_people_read_one_line_for_each_check(site):
    _, command = site
    out = command("probe", "hnsmall").out
    assert all(f"{code} " in out for code in CODES)
    assert "HTTP 200" in out


def test_an_unknown_source_is_wrong_usage(site):
    _, command = site
    assert command("probe", "nowhere").code == 2


def test_what_was_read_becomes_the_draft_of_a_fixture_case(site, tmp_path):
    sites, command = site
    sites.scenario["hmall"] = Scenario.DRIFT
    command("probe", "hmall", "--export", tmp_path / "cases")
    (path,) = (tmp_path / "cases" / "hmall").glob("*.expected.json")
    said = json.loads(path.read_text("utf-8"))
    assert (said["kind"], said["channel"], said["day"]) == ("drift", "hmall", "2026-11-24")
    assert said["about"].startswith("H9") or "없어진 항목" in said["about"]
    assert all((path.parent / page).stat().st_size for page in said["pages"])
