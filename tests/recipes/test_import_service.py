"""The 식약처 service gives its recipes page by page; its key is in no message and no log."""

from __future__ import annotations

import logging

import pytest

from eats_desktop.demo.web import json_response
from eats_desktop.domain.errors import (
    InputError,
    SourceBlockedError,
    SourceChangedError,
    SourceUnavailableError,
)
from eats_desktop.services.key_files import KeyFiles
from eats_desktop.sources.recipes.cookrcp_service import CookrcpService
from tests.helpers.importing import REPLY, Importing
from tests.helpers.one_site import Asker, OneSite, said
from tests.helpers.storage_builders import opened

KEY = "a1b2c3d4e5f6"


def answer(total):
    def reply(request):
        _, _, key, service, kind, first, last = request.path.split("/")
        assert (key, service, kind) == (KEY, "COOKRCP01", "json")
        numbers = range(int(first), min(int(last), total) + 1)
        rows = [{**REPLY, "RCP_SEQ": str(n)} for n in numbers]
        if not rows:
            return told("INFO-200")
        result = {"CODE": "INFO-000", "MSG": "정상"}
        return json_response(
            {"COOKRCP01": {"total_count": str(total), "row": rows, "RESULT": result}}
        )

    return reply


def told(code):
    return json_response({"COOKRCP01": {"RESULT": {"CODE": code, "MSG": "알림"}}})


@pytest.fixture
def asker(tmp_path):
    found = Asker(tmp_path / "pages", retries=0)
    yield found
    found.close()


@pytest.fixture
def imported(parser, tmp_path):
    with opened(tmp_path / "data") as databases:
        yield Importing(databases.recipes, parser, tmp_path)


@pytest.mark.parametrize(("total", "asked"), [(0, 1), (3, 1), (1000, 1), (2345, 3)])
def test_all_recipes_come_a_thousand_at_a_time(imported, asker, total, asked):
    with OneSite(answer(total)) as site:
        count = imported.run(CookrcpService(asker.fetcher, KEY, site.url))
        paths = [request.path for request in site.pages]
    assert (count.read, count.inserted) == (total, total)
    assert [path.split("/")[-2:] for path in paths] == [
        [str(1000 * n + 1), str(1000 * n + 1000)] for n in range(asked)
    ]


def test_pages_are_asked_with_pauses_and_the_share_is_told(imported, asker):
    shares = []
    with OneSite(answer(2345)) as site:
        service = CookrcpService(asker.fetcher, KEY, site.url)
        imported.run(service, progress=lambda count: shares.append(count.share))
    assert len([pause for pause in asker.waits if pause > 0.5]) >= 2
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("reply", "error", "words"),
    [
        (told("INFO-100"), InputError, "인증키"),
        (told("INFO-400"), InputError, "인증키"),
        (said(body="<script>alert('인증키가 유효하지 않습니다.')</script>"), InputError, "인증키"),
        (told("INFO-300"), SourceBlockedError, "오늘"),
        (told("ERROR-500"), SourceUnavailableError, "나중에"),
        (told("ERROR-601"), SourceUnavailableError, "나중에"),
        (told("ERROR-310"), SourceChangedError, "ERROR-310"),
        (json_response([1]), SourceChangedError, "식약처"),
        (json_response({"other": 1}), SourceChangedError, "식약처"),
        (said(body="<html>점검</html>"), SourceChangedError, "JSON"),
        (said(500), SourceUnavailableError, "HTTP 500"),
    ],
)
def test_what_the_service_refuses_is_said_in_korean(imported, asker, reply, error, words):
    with OneSite(reply) as site, pytest.raises(error, match=words):
        imported.run(CookrcpService(asker.fetcher, KEY, site.url))


@pytest.mark.parametrize("key", [None, "", "../etc", "a b"])
def test_without_a_good_key_nothing_is_asked(imported, asker, key):
    with OneSite(answer(3)) as site:
        with pytest.raises(InputError, match="인증키"):
            imported.run(CookrcpService(asker.fetcher, key, site.url))
        assert site.asked == []


def test_the_key_is_in_no_message_no_log_and_no_file(imported, asker, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3").setLevel(logging.WARNING)  # as the program has it
    caplog.set_level(logging.WARNING, "eats_desktop.demo")  # the double, which knows the key
    with OneSite(told("INFO-100")) as site:
        gone = site.url
        with pytest.raises(InputError) as refused:
            imported.run(CookrcpService(asker.fetcher, KEY, gone))
    with pytest.raises(SourceUnavailableError) as offline:
        imported.run(CookrcpService(asker.fetcher, KEY, gone))
    assert offline.value.__cause__ is None
    texts = [str(refused.value), str(offline.value), refused.value.detail, caplog.text]
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(KEY in text for text in texts)
    assert not any(KEY.encode() in content for content in files)


def test_a_key_is_kept_for_its_owner_only_and_the_environment_comes_first(tmp_path):
    keys = KeyFiles(tmp_path / "keys", {})
    assert keys.get("cookrcp") is None
    keys.put("cookrcp", f" {KEY}\n")
    assert keys.get("cookrcp") == KEY
    assert (tmp_path / "keys" / "cookrcp").stat().st_mode & 0o077 == 0
    assert KeyFiles(tmp_path / "keys", {"EATS_COOKRCP_KEY": "other"}).get("cookrcp") == "other"
    keys.put("cookrcp", "")
    assert keys.get("cookrcp") is None
