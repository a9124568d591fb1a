from __future__ import annotations

import logging
import re
import subprocess
import sys

import pytest

from eats_desktop.services.search_service import SearchService
from eats_desktop.storage.migrate import USER
from tests.app.conftest import NOW
from tests.helpers.command_line import ROOT, CommandLine, run_here

WRONG = [
    (["nosuch"], "없는 명령이에요: nosuch"),
    (["suggest"], "빠진 값이 있어요"),
    (["wish"], "할 일을 적어 주세요"),
    (["wish", "nosuch"], "없는 명령이에요: nosuch"),
    (["wish", "add"], "빠진 값이 있어요"),
    (["wish", "list", "--nosuch"], "--nosuch"),
    (["schedule", "--days", "0"], "1 이상이어야 해요"),
    (["schedule", "--days", "many"], "정수를 적어 주세요"),
    (["schedule", "--date", "tomorrow"], "날짜 형식이 아니에요"),
    (["schedule", "--date"], "--date"),
    (["schedule", "extra"], "남는 값이 있어요: extra"),
    (["schedule", "--channel", "999"], "없는 채널 번호예요: 999"),
    (["sync", "--source", "nosuch"], "모르는 출처예요: nosuch"),
    (["sync", "--days", "12"], "11 이하여야 해요"),
    (["search", "말", "--in", "nowhere"], "'broadcasts'"),
    (["search", "말", "--limit", "0"], "1 이상이어야 해요"),
    (["bench", "nosuch"], "'storage'"),
    (["--nosuch"], "--nosuch"),
    (["--now", "soon", "schedule"], "시각 형식이 아니에요"),
    (["--now", "0001-01-01T00:00", "schedule"], "다룰 수 없는 해예요"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_usage_is_explained_in_korean_with_exit_2(fetched, words, said):
    done = fetched(*words)
    assert (done.code, done.stdout) == (2, b"")
    assert said in done.err
    assert "--help" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_command_of_the_console_script_exits_with_2(fresh):
    done = fresh.apart("nosuch")
    assert (done.code, done.stdout) == (2, b"")
    assert "없는 명령이에요: nosuch" in done.err


@pytest.mark.parametrize("words", [["--help"], ["wish", "--help"], ["sync", "--help"]])
def test_help_is_no_failure(fetched, words):
    done = fetched(*words)
    assert (done.code, done.err) == (0, "")
    assert re.search("[가-힣]", done.out)


def test_the_data_directory_comes_from_the_environment(fetched, monkeypatch, tmp_path):
    monkeypatch.setenv("EATS_DATA_DIR", str(fetched.data_dir))
    found = run_here("--now", NOW.isoformat(), "schedule", "--json").json["broadcasts"]
    assert found
    given = ["--data-dir", tmp_path, "--now", NOW.isoformat()]
    assert run_here(*given, "schedule", "--json").json["broadcasts"] == []


def test_the_settings_file_comes_from_the_environment(config, monkeypatch, tmp_path):
    monkeypatch.setenv("EATS_CONFIG", str(config))
    done = CommandLine(tmp_path, now=NOW)("sync", "--source", "kok", "--json")
    assert (done.code, done.json["sources"][0]["status"]) == (0, "ok")


def test_a_settings_file_that_is_not_there_is_said(tmp_path):
    done = CommandLine(tmp_path, tmp_path / "nosuch.toml", NOW)("schedule")
    assert done.code == 1
    assert "nosuch.toml" in done.err
    assert "[E-INP-01]" in done.err


@pytest.mark.parametrize(
    ("text", "named"),
    [("[sync]\ndays = 99", "sync.days"), ("[sync\n", "설정 파일을 읽지 못했어요")],
)
def test_a_settings_file_that_is_wrong_is_said(tmp_path, text, named):
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    done = CommandLine(tmp_path / "data", tmp_path / "bad.toml", NOW)("schedule")
    assert done.code == 1
    assert named in done.err
    assert "Traceback" not in done.err


def test_a_data_directory_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = CommandLine(tmp_path / "file", now=NOW)("schedule")
    assert done.code == 1
    assert "[E-DB-01]" in done.err
    assert "Traceback" not in done.err


def test_files_of_a_newer_program_are_refused_untouched(mine):
    user = mine.data_dir / "user.db"
    newer = user.read_bytes().replace(USER.head().encode(), b"user_9999")
    assert newer != user.read_bytes()
    user.write_bytes(newer)
    done = mine("schedule")
    assert done.code == 1
    assert "[E-DB-04]" in done.err
    assert user.read_bytes() == newer


def test_a_reader_that_has_seen_enough_is_no_bug(fetched):
    command = [sys.executable, "-m", "eats_desktop", *fetched.before, "schedule", "--json"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()
    _, err = running.communicate()
    assert (running.returncode, err) == (1, b"")


def test_a_bug_is_logged_and_exits_with_70(fetched, monkeypatch, tmp_path):
    monkeypatch.setattr(SearchService, "search", lambda *_, **_named: {}["a bug"])
    command = CommandLine(tmp_path / "data", now=NOW)
    done = command("search", "말")
    assert (done.code, done.stdout) == (70, b"")
    assert "[E-APP-01]" in done.err
    logging.getLogger().handlers[0].flush()
    assert "KeyError" in (command.data_dir / "logs" / "eats.log").read_text(encoding="utf-8")
