from __future__ import annotations

import json

from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine
from tests.helpers.faulty_sites import FaultySites, Scenario
from tests.helpers.source_cases import SOURCES


def test_a_synchronisation_tells_what_each_source_brought(fetched):
    done = fetched.report
    assert done.code == 0
    report = done.json
    assert set(report) == {"started_at", "finished_at", "sources"}
    assert report["started_at"] == NOW.isoformat()
    assert [source["name"] for source in report["sources"]] == list(SOURCES)
    for source in report["sources"]:
        assert list(source) == [
            "name",
            "status",
            "message",
            "fetched",
            "inserted",
            "updated",
            "cancelled",
            "restored",
            "unchanged",
        ]
        assert source["status"] == "ok"
        assert source["fetched"] > 0


def test_the_same_pages_again_change_nothing(mine):
    done = mine("sync", "--days", "2", "--json")
    assert done.code == 0
    for source in done.json["sources"]:
        assert source["unchanged"] > 0
        assert source["inserted"] == source["cancelled"] == source["restored"] == 0


def test_only_the_named_sources_are_asked(fresh):
    done = fresh("sync", "--source", "hmall", "--source", "kok", "--days", "1", "--json")
    assert [source["name"] for source in done.json["sources"]] == ["hmall", "kok"]


def test_days_say_how_far_ahead_is_asked(fresh):
    done = fresh("sync", "--source", "nsmall", "--days", "1", "--json")
    (one_day,) = done.json["sources"]
    assert fresh("schedule", "--days", "9", "--all", "--json").json["broadcasts"]
    (more_days,) = fresh("sync", "--source", "nsmall", "--days", "3", "--json").json["sources"]
    assert more_days["fetched"] > 2 * one_day["fetched"]


def test_one_source_that_answers_is_a_success(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        sites.scenario["hmall"] = Scenario.BLOCKED
        done = _asking(sites, tmp_path)("sync", "--source", "hmall", "--source", "kok", "--json")
    assert done.code == 0
    blocked, kok = done.json["sources"]
    assert (blocked["name"], blocked["status"]) == ("hmall", "blocked")
    assert "HTTP 403" in blocked["message"]
    assert blocked["fetched"] == blocked["inserted"] == 0
    assert kok["status"] == "ok"


def test_what_is_odd_about_believed_pages_is_said_by_sync_and_doctor(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        sites.scenario["hmall"] = Scenario.WRONG_TYPE
        command = _asking(sites, tmp_path)
        done = command("sync", "--source", "hmall", "--days", "1", "--json")
        (hmall,) = done.json["sources"]
        assert (hmall["status"], hmall["inserted"] > 0) == ("ok", True)
        assert hmall["message"] == "H1 응답이 다른 형식이라고 적혀 있어요 (2번 중 2번)"
        checks = {check["name"]: check for check in command("doctor", "--json").json["checks"]}
        assert checks["sources"]["ok"] is True
        assert "현대홈쇼핑: H1 응답이 다른 형식이라고" in checks["sources"]["detail"]
        sites.scenario["hmall"] = Scenario.OK
        (again,) = command("sync", "--source", "hmall", "--days", "1", "--json").json["sources"]
    assert (again["status"], again["message"]) == ("ok", "")


def test_no_source_that_answers_is_a_failure_with_a_whole_report(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        sites.scenario["hmall"] = Scenario.SPA_SHELL
        sites.scenario["nsmall"] = Scenario.BLOCKED
        command = _asking(sites, tmp_path)
        done = command("sync", "--source", "hmall", "--source", "nsmall", "--days", "1", "--json")
    assert done.code == 1
    assert [source["status"] for source in done.json["sources"]] == ["changed", "blocked"]
    assert b"Traceback" not in done.stderr


def test_sites_that_are_gone_are_unavailable(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        command = _asking(sites, tmp_path)
    done = command("sync", "--source", "kok", "--json")
    assert done.code == 1
    assert done.json["sources"][0]["status"] == "unavailable"
    assert "연결하지 못했어요" in done.json["sources"][0]["message"]


def test_a_source_that_is_switched_off_is_not_asked(tmp_path):
    with FaultySites(lambda: NOW) as sites:
        command = _asking(sites, tmp_path, kok="enabled = false")
        done = command("sync", "--days", "1", "--json")
        assert sites.count("kok") == 0
    assert "kok" not in [source["name"] for source in done.json["sources"]]


def test_a_full_disk_is_said_before_anything_is_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("EATS_DISK_FREE_MB", "10")
    with FaultySites(lambda: NOW) as sites:
        done = _asking(sites, tmp_path)("sync", "--json")
        assert sites.requests(robots=True) == []
    assert (done.code, done.stdout) == (1, b"")
    assert "[E-DB-03]" in done.err
    assert "10MB" in done.err


def test_people_read_counts_in_korean(mine):
    done = mine("sync", "--source", "kok")
    assert done.code == 0
    assert "kok" in done.out
    assert "그대로" in done.out


def test_the_console_script_prints_one_document_and_nothing_else(fresh):
    done = fresh.apart("sync", "--source", "kok", "--days", "1", "--json")
    assert done.code == 0
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert json.loads(done.stdout)["sources"][0]["name"] == "kok"


def _asking(sites, tmp_path, **extra):
    lines = ["[sync]", "request_interval_s = 0", "retries = 0"]
    for name, url in sites.base_urls.items():
        lines += [f"[sources.{name}]", f'base_url = "{url}"', extra.get(name, "")]
    config = tmp_path / "sites.toml"
    config.write_text("\n".join(lines), encoding="utf-8")
    return CommandLine(tmp_path / "data", config, NOW)
