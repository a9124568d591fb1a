from __future__ import annotations

import json

import pytest

from eats_desktop.app.instance_lock import InstanceLock
from tests.app.conftest import NOW
from tests.helpers.command_line import CommandLine

NAMES = [
    "sqlite",
    "sqlite-vec",
    "integrity",
    "food-model",
    "search-model",
    "source-table",
    "sources",
    "disk",
    "payment",
    "backup",
    "notifier",
    "fonts",
]


def hearted(command):
    found = command("schedule", "--json").json["broadcasts"]
    target = next(item["id"] for item in found if item["state"] == "upcoming")
    command("wish", "add", target)
    return target


def wishes(command):
    return [wish["target"] for wish in command("wish", "list", "--json").json["wishes"]]


def test_a_sound_installation_passes_every_check(fetched):
    done = fetched("doctor", "--json")
    assert done.code == 0
    assert list(done.json) == ["ok", "checks"]
    assert done.json["ok"] is True
    assert [check["name"] for check in done.json["checks"]] == NAMES
    assert all(set(check) == {"name", "ok", "detail", "remedy"} for check in done.json["checks"])


def test_a_fresh_installation_passes_too(fresh):
    done = fresh("doctor", "--json")
    assert (done.code, done.json["ok"]) == (0, True)


def test_people_read_a_line_for_each_check(fetched):
    out = fetched("doctor").out
    assert all(name in out for name in NAMES)


def failed(done):
    assert done.code == 1
    assert done.json["ok"] is False
    return {check["name"]: check for check in done.json["checks"] if not check["ok"]}


def test_a_disk_that_is_nearly_full_is_a_finding(fetched, monkeypatch):
    monkeypatch.setenv("EATS_DISK_FREE_MB", "10")
    found = failed(fetched("doctor", "--json"))
    assert set(found) == {"disk"}
    assert "10MB" in found["disk"]["detail"]


def test_a_source_in_trouble_is_a_finding_with_a_remedy(mine, tmp_path):
    gone = tmp_path / "gone.toml"
    gone.write_text(
        '[sync]\nrequest_interval_s = 0\nretries = 0\n[sources.kok]\nbase_url = "http://127.0.0.1:9"',
        encoding="utf-8",
    )
    CommandLine(mine.data_dir, gone, NOW)("sync", "--source", "kok")
    found = failed(mine("doctor", "--json"))
    assert set(found) == {"sources"}
    assert found["sources"]["remedy"]


@pytest.mark.parametrize("name", ["catalog.db", "user.db"])
def test_a_file_that_cannot_be_opened_is_a_finding_not_an_end(mine, name):
    (mine.data_dir / name).write_bytes(b"no database at all " * 500)
    found = failed(mine("doctor", "--json"))
    assert "[E-DB-02]" in found["open"]["detail"]
    assert "restore" in found["open"]["remedy"]


def test_wrong_settings_are_a_finding(mine):
    (mine.data_dir / "settings.toml").write_text("[sync]\ndays = 99", encoding="utf-8")
    assert "sync.days" in failed(mine("doctor", "--json"))["open"]["detail"]


def test_a_backup_brings_the_wishes_back(mine, tmp_path):
    target = hearted(mine)
    done = mine("backup", tmp_path / "mine.db")
    assert done.code == 0
    assert str(tmp_path / "mine.db") in done.out
    mine("wish", "remove", target)
    assert wishes(mine) == []
    restored = mine("restore", tmp_path / "mine.db")
    assert restored.code == 0
    assert wishes(mine) == [target]


def test_a_backup_moves_to_another_machine(mine, fresh, tmp_path):
    target = hearted(mine)
    mine("backup", tmp_path / "mine.db")
    other = CommandLine(tmp_path / "other", None, NOW)
    assert other("restore", tmp_path / "mine.db").code == 0
    assert wishes(other) == [target]


def test_what_a_restore_replaces_is_kept_beside(mine, tmp_path):
    mine("backup", tmp_path / "empty.db")
    target = hearted(mine)
    mine("restore", tmp_path / "empty.db")
    assert wishes(mine) == []
    (aside,) = (mine.data_dir / "backups").glob("user-replaced-*.db")
    assert mine("restore", aside).code == 0
    assert wishes(mine) == [target]


def test_a_backup_without_a_name_goes_to_the_backups_folder(mine):
    assert mine("backup").code == 0
    (copy,) = (mine.data_dir / "backups").glob("user-*.db")
    assert copy.name == f"user-{NOW:%Y%m%d-%H%M%S}.db"


def test_a_place_that_cannot_be_written_is_said(mine, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in (tmp_path / "file" / "copy.db", tmp_path):
        done = mine("backup", place)
        assert (done.code, done.stdout) == (1, b"")
        assert "[E-DB-01]" in done.err
        assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["user.db", "catalog.db"])
def test_a_backup_never_overwrites_the_files_in_use(mine, name):
    before = (mine.data_dir / name).read_bytes()
    done = mine("backup", mine.data_dir / name)
    assert done.code == 1
    assert "[E-INP-01]" in done.err
    assert (mine.data_dir / name).read_bytes() == before


def test_only_a_whole_backup_of_ours_is_restored(mine, tmp_path):
    target = hearted(mine)
    (tmp_path / "torn.db").write_bytes(b"torn" * 1000)
    cases = {
        tmp_path / "nosuch.db": "INP-01",
        tmp_path / "torn.db": "DB-02",
        mine.data_dir / "catalog.db": "INP-01",
    }
    for file, code in cases.items():
        done = mine("restore", file)
        assert done.code == 1
        assert f"[E-{code}]" in done.err
    assert wishes(mine) == [target]


def test_nothing_is_restored_under_an_open_window(mine, tmp_path):
    mine("backup", tmp_path / "copy.db")
    window = InstanceLock(mine.data_dir)
    assert window.acquire()
    try:
        done = mine("restore", tmp_path / "copy.db")
    finally:
        window.release()
    assert done.code == 1
    assert "[E-INP-03]" in done.err


def test_doctor_of_the_console_script_prints_one_document(fetched):
    done = fetched.apart("doctor", "--json")
    assert (done.code, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["ok"] is True
