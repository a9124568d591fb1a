"""export-feed and import-feed: one machine crawls, another has the same in the end."""

from __future__ import annotations

import json

import pytest

from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine
from tests.helpers.feeds import day, slot, text, whole_day
from tests.helpers.storage_builders import opened, rows


@pytest.fixture(scope="module")
def exported(fetched, tmp_path_factory):
    path = tmp_path_factory.mktemp("feed") / "kitchen.jsonl"
    done = fetched("export-feed", "--days", "2", "--producer", "주방", "--out", str(path))
    assert (done.code, done.stdout) == (0, b"")
    return path


@pytest.fixture
def kiosk(tmp_path):
    """A machine that knows no site at all."""
    return CommandLine(tmp_path / "kiosk", None, NOW)


def told(command):
    """What the schedule shows, but for when it was seen and from whom."""
    found = command("schedule", "--days", "2", "--all", "--json").json["broadcasts"]
    own = ("source", "confidence", "seen_at", "moved_from")
    return [{name: value for name, value in one.items() if name not in own} for one in found]


def test_a_kiosk_that_imports_shows_what_the_crawler_shows(fetched, exported, kiosk):
    done = kiosk("import-feed", str(exported), "--json")
    assert done.code == 0
    (feed,) = done.json["feeds"]
    assert (feed["producer"], feed["bad_lines"], feed["refused"]) == ("주방", 0, [])
    assert feed["slots"] > 500
    assert told(kiosk) == told(fetched)
    again = kiosk("export-feed", "--days", "2", "--producer", "주방").stdout
    assert again == exported.read_bytes()


def test_importing_twice_inserts_nothing_the_second_time(exported, kiosk):
    kiosk("import-feed", str(exported))
    (feed,) = kiosk("import-feed", str(exported), "--json").json["feeds"]
    assert feed["inserted"] == feed["updated"] == feed["cancelled"] == 0
    assert feed["unchanged"] > 500


def test_imported_products_are_found(exported, kiosk):
    kiosk("import-feed", str(exported))
    hits = kiosk("search", "고등어", "--in", "products", "--json").json["hits"]
    assert hits


def test_bad_lines_are_told_and_written_down(kiosk, tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(text(*whole_day(), day(1, "nsmall"), slot(9, lineup=0)), encoding="utf-8")
    done = kiosk("import-feed", str(path))
    assert done.code == 0
    assert "쓰지 못한 줄 1개: 22번째 줄: lineup" in done.err
    (kept,) = (kiosk.data_dir / "feeds").glob("*.report.json")
    report = json.loads(kept.read_text("utf-8"))
    assert report["refused"][0].startswith("nsmall 2026-11-24")
    assert str(kept) in done.err


@pytest.mark.parametrize("body", ["", "<html>", "{}\n"])
def test_what_is_no_feed_is_refused_in_korean(kiosk, tmp_path, body):
    path = tmp_path / "feed.jsonl"
    path.write_text(body, encoding="utf-8")
    done = kiosk("import-feed", str(path))
    assert done.code == 1
    assert "편성 피드가 아니에요" in done.err
    assert "[E-INP-01]" in done.err


@pytest.mark.parametrize("place", ["nothing.jsonl", "http://shop.example/feed.jsonl"])
def test_a_place_without_a_feed_is_told(kiosk, place):
    done = kiosk("import-feed", place)
    assert (done.code, "Traceback" in done.err) == (1, False)


def test_a_feed_in_the_settings_is_a_source_like_the_others(exported, tmp_path):
    config = tmp_path / "shop.toml"
    config.write_text(f'[feed]\nlocation = "{exported}"\nonly = true\n', encoding="utf-8")
    shop = CommandLine(tmp_path / "shop", config, NOW)
    done = shop("sync", "--days", "2", "--json")
    assert done.code == 0
    (source,) = done.json["sources"]
    assert (source["name"], source["status"]) == ("import", "ok")
    assert source["inserted"] > 500
    (again,) = shop("sync", "--days", "2", "--json").json["sources"]
    assert (again["inserted"], again["cancelled"]) == (0, 0)
    shown = shop("schedule", "--all", "--json").json["broadcasts"]
    assert {one["source"] for one in shown} == {"import"}


def test_a_day_the_feed_no_longer_tells_of_stays_as_it_was(tmp_path):
    feed, config = tmp_path / "feed.jsonl", tmp_path / "shop.toml"
    config.write_text(f'[feed]\nlocation = "{feed}"\nonly = true\n', encoding="utf-8")
    shop = CommandLine(tmp_path / "shop", config, NOW)
    for lines in ([*whole_day(), *whole_day("nsmall")], whole_day("nsmall")) * 2:
        feed.write_text(text(*lines), encoding="utf-8")
        assert shop("sync", "--days", "1", "--json").json["sources"][0]["cancelled"] == 0
    with opened(shop.data_dir) as databases:
        known = rows(databases.catalog, "SELECT DISTINCT channel_id FROM source_page")
    assert sorted(known) == [("hmall",), ("nsmall",)]
    assert len(shop("schedule", "--all", "--json").json["broadcasts"]) == 36


def test_an_unsafe_place_in_the_settings_is_named(tmp_path):
    config = tmp_path / "shop.toml"
    config.write_text('[feed]\nlocation = "http://shop.example/feed"\n', encoding="utf-8")
    done = CommandLine(tmp_path / "shop", config, NOW)("schedule")
    assert done.code == 1
    assert "feed.location" in done.err


def test_an_export_that_cannot_be_written_leaves_nothing(fetched, tmp_path):
    done = fetched("export-feed", "--out", str(tmp_path / "no" / "feed.jsonl"))
    assert done.code == 1
    assert list(tmp_path.iterdir()) == []
