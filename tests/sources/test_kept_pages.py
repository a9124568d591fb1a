"""Pages on disk: those that could not be believed, and those last read well."""

from __future__ import annotations

import gzip
import json
import os
from datetime import timedelta

import pytest

from eats_desktop.domain.errors import SourceChangedError
from eats_desktop.sources.base import CrawlTask, Page
from eats_desktop.sources.page_cache import PageCache
from eats_desktop.sources.quarantine import Quarantine
from tests.helpers.listings import DAY, at
from tests.helpers.source_cases import SOURCES

INFO = SOURCES["hmall"].info
TASK = CrawlTask("hmall", "hmall_plus:20261124", "hmall_plus", DAY.date())
ERROR = SourceChangedError("H9 없어진 항목: slitmCd")


@pytest.fixture
def quarantine(tmp_path):
    return Quarantine(tmp_path / "quarantine")


def page(number=0, when=DAY):
    body = f'{{"n": {number}, "이름": "값"}}'.encode()
    return Page("https://site.example/a?b=1", 200, body, "application/json", when)


def test_a_page_is_kept_whole_with_what_is_needed_to_mend_the_parser(quarantine):
    kept = quarantine.keep(INFO, TASK, page(), ERROR)
    assert gzip.decompress(kept.body.read_bytes()) == page().body
    report = json.loads(kept.report.read_text("utf-8"))
    assert (report["source"], report["task"], report["url"]) == (
        "hmall",
        "hmall_plus:20261124",
        "https://site.example/a?b=1",
    )
    assert (report["code"], report["finding"]) == ("SRC-01", "H9 없어진 항목: slitmCd")
    assert (report["parser_version"], report["status"]) == (INFO.version, 200)
    assert report["fetched_at"] == DAY.isoformat()


def test_the_newest_twenty_of_a_source_are_kept(quarantine):
    for number in range(25):
        quarantine.keep(INFO, TASK, page(number, at(0, number)), ERROR)
    found = quarantine.pages()
    assert len(found) == 20
    numbers = [json.loads(gzip.decompress(p.body.read_bytes()))["n"] for p in found]
    assert numbers == list(range(24, 4, -1))


def test_sources_do_not_push_each_others_pages_out(quarantine):
    quarantine.keep(SOURCES["nsmall"].info, TASK, page(), ERROR)
    for number in range(25):
        quarantine.keep(INFO, TASK, page(number, at(0, number)), ERROR)
    assert len(quarantine.pages()) == 21


def test_names_of_kept_pages_stay_inside_their_folder(quarantine, tmp_path):
    odd = CrawlTask("hmall", "../../etc/x:1")
    kept = quarantine.keep(INFO, odd, page(), ERROR)
    assert kept.body.parent == tmp_path / "quarantine" / "hmall"


def test_old_pages_are_let_go(quarantine):
    kept = quarantine.keep(INFO, TASK, page(), ERROR)
    fresh = quarantine.keep(INFO, TASK, page(1), ERROR)
    old = DAY.timestamp() - 15 * 86400
    os.utime(kept.report, (old, old))
    os.utime(fresh.report, (DAY.timestamp(), DAY.timestamp()))
    quarantine.prune(DAY, timedelta(days=14))
    assert quarantine.pages() == (fresh,)
    assert not kept.body.exists()


def test_a_body_comes_back_as_it_was_put(tmp_path):
    cache = PageCache(tmp_path)
    cache.put("https://site.example/a", b"one")
    cache.put("https://site.example/a", b"two")
    assert cache.get("https://site.example/a") == b"two"
    assert cache.get("https://site.example/b") is None


@pytest.mark.parametrize("broken", [b"", b"not gzip", gzip.compress(b"x" * 99, mtime=0)[:-9]])
def test_a_broken_body_is_none(tmp_path, broken):
    cache = PageCache(tmp_path)
    cache.put("https://site.example/a", b"one")
    (file,) = tmp_path.iterdir()
    file.write_bytes(broken)
    assert cache.get("https://site.example/a") is None


def test_a_body_with_a_flipped_bit_is_none(tmp_path):
    cache = PageCache(tmp_path)
    cache.put("https://site.example/a", b"one" * 1000)
    (file,) = tmp_path.iterdir()
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    file.write_bytes(bytes(damaged))
    assert cache.get("https://site.example/a") is None


def test_bodies_not_used_for_long_are_let_go(tmp_path):
    cache = PageCache(tmp_path)
    for name in ("old", "new"):
        cache.put(name, name.encode())
    old = DAY.timestamp() - 15 * 86400
    os.utime(cache._path("old"), (old, old))
    os.utime(cache._path("new"), (DAY.timestamp(), DAY.timestamp()))
    cache.prune(DAY, timedelta(days=14))
    assert (cache.get("old"), cache.get("new")) == (None, b"new")


def test_letting_go_without_a_folder_is_harmless(tmp_path):
    PageCache(tmp_path / "none").prune(DAY, timedelta(days=14))
