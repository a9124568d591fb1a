"""The feed as a source: asked for once a run, believed by its age, heard day by day."""

from __future__ import annotations

import gzip
from datetime import date, datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.errors import InputError, SourceChangedError
from eats_desktop.sources.base import CrawlContext
from eats_desktop.sources.crawler import CrawlError, crawl
from eats_desktop.sources.feed import ImportFeed
from eats_desktop.sources.feed_location import FeedAddress, feed_files, feed_place
from eats_desktop.sync.plan import SyncScope, plan
from tests.helpers.feeds import CHANNELS, day, header, product, slot, text, whole_day
from tests.helpers.one_site import said

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
TODAY = date(2026, 11, 24)


class Run:
    """One synchronisation's tasks of a feed, in turn."""

    def __init__(self, place, now=NOW, days=(TODAY,), fetcher=None):
        self.reports = []
        self.source = ImportFeed(place, CHANNELS, self.reports.append)
        self.now, self.days, self.fetcher = now, days, fetcher

    def results(self):
        """Every task's result by key; a failed one's error in its place."""
        found = {}
        for task in self.source.tasks(self.days):
            context = CrawlContext(task, self.now)
            try:
                base_url = self.source.info.base_url
                found[task.key] = crawl(self.source, context, self.fetcher, base_url).result
            except CrawlError as error:
                found[task.key] = error.cause
        return found

    def speaking(self):
        """The tasks whose result speaks for something."""
        results = self.results()
        return [k for k, r in results.items() if not getattr(r, "is_silent", True)]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(text(*whole_day()), encoding="utf-8")
    return path


def warnings(result):
    return [f"{f.code} {f.severity.value}" for f in result.report.findings]


def test_days_that_the_feed_tells_of_are_heard_and_others_say_nothing(file):
    results = Run(file, days=(TODAY, TODAY + timedelta(days=1))).results()
    heard = results["hmall:20261124"]
    assert (len(heard.slots), len(heard.windows)) == (18, 1)
    assert heard.slots[0].products[0].source == "hmall"
    silent = [key for key, result in results.items() if result.is_silent]
    assert len(silent) == len(results) - 1
    assert Run(file).source.info.name == "import"


def test_a_run_for_one_channel_reads_the_feed_first(file):
    source = ImportFeed(file, CHANNELS, lambda _report: None)
    scope = SyncScope(days=1, channels=frozenset({"hmall"}))
    (planned,) = plan([source], scope, NOW)
    assert [task.key for task in planned.tasks] == ["feed", "hmall:20261124"]


def test_mall_products_are_one_result(tmp_path):
    path = tmp_path / "feed.jsonl"
    rice = {"type": "product", **product("7", source="kok", category="쌀")}
    path.write_text(text({"type": "shelf", "category": "쌀", "products": 1}, rice), "utf-8")
    assert [p.product_id for p in Run(path).results()["shelves"].products] == ["7"]


@pytest.mark.parametrize(
    ("age", "found"),
    [(0, []), (23, []), (30, ["H8 warn"]), (71, ["H8 warn"])],
)
def test_an_old_feed_is_believed_with_a_warning(file, age, found):
    results = Run(file, now=NOW.replace(hour=9, minute=0) + timedelta(hours=age)).results()
    assert warnings(results["feed"]) == found


@pytest.mark.parametrize("age", [80, 24 * 30, -3])
def test_a_feed_too_old_or_of_tomorrow_is_not_believed_nor_any_of_its_days(file, age):
    results = Run(file, now=NOW.replace(hour=9) + timedelta(hours=age)).results()
    assert all(isinstance(result, SourceChangedError) for result in results.values())
    assert "H8" in results["feed"].detail


def test_bad_lines_are_a_warning_and_a_report(file):
    file.write_text(text(*whole_day("nsmall"), day(1), slot(9, lineup="x")), encoding="utf-8")
    run = Run(file)
    assert warnings(run.results()["feed"]) == ["H3 warn"]
    (report,) = run.reports
    assert (report.bad, report.feed) == (1, "feed.jsonl")


def test_a_feed_of_mostly_bad_lines_fails_whole(file):
    file.write_text(text(*whole_day(), *["{"] * 9), encoding="utf-8")
    results = Run(file).results()
    assert isinstance(results["hmall:20261124"], SourceChangedError)
    assert "H3" in results["feed"].detail


@pytest.mark.parametrize("body", ["", "<html>", text(*whole_day(), head=header(version=9))])
def test_what_is_no_feed_says_so(file, body):
    file.write_text(body, encoding="utf-8")
    assert "피드" in Run(file).results()["feed"].detail


def test_a_file_that_is_not_there_says_so(tmp_path):
    assert "편성 피드가 없어요" in Run(tmp_path / "none.jsonl").results()["feed"].detail


def test_of_a_folder_every_producers_newest_feed_is_read(tmp_path):
    def put(name, producer, hour, *lines):
        head = header(producer=producer, made_at=f"2026-11-24T{hour:02}:00:00+09:00")
        (tmp_path / name).write_text(text(*lines, head=head), encoding="utf-8")

    put("1.jsonl", "가게", 8, *whole_day("hmall", range(6, 10)))
    put("2.jsonl", "가게", 9, *whole_day("hmall"))
    put("3.jsonl", "방송", 7, *whole_day("nsmall"))
    (tmp_path / "0.jsonl").write_text("broken", encoding="utf-8")
    (tmp_path / "note.txt").write_text("not a feed", encoding="utf-8")
    assert [path.name for path in feed_files(tmp_path).paths] == ["3.jsonl", "2.jsonl"]
    results = Run(tmp_path).results()
    assert len(results["hmall:20261124"].slots) == 18
    assert len(results["nsmall:20261124"].slots) == 18
    assert warnings(results["feed"]) == ["H1 warn"]


def test_where_two_producers_tell_of_a_day_the_newer_is_heard(tmp_path):
    for producer, hour, count in (("가게", 8, 6), ("방송", 9, 12)):
        head = header(producer=producer, made_at=f"2026-11-24T{hour:02}:00:00+09:00")
        lines = whole_day("hmall", range(6, 6 + count))
        (tmp_path / f"{count}.jsonl").write_text(text(*lines, head=head), encoding="utf-8")
    assert len(Run(tmp_path).results()["hmall:20261124"].slots) == 12


def test_a_zipped_feed_is_read_and_a_torn_one_refused(tmp_path):
    path = tmp_path / "feed.jsonl.gz"
    packed = gzip.compress(text(*whole_day()).encode())
    path.write_bytes(packed)
    assert Run(path).speaking() == ["hmall:20261124"]
    path.write_bytes(packed[:-30])
    assert "읽지 못했어요" in Run(path).results()["feed"].detail


def feed_at(site, path="/feeds/day.jsonl"):
    return feed_place(f"{site.url}{path}")


def test_a_server_is_asked_once_a_run(asking, site):
    asker = asking(request_interval_s=0)
    site.answers = [said(body=text(*whole_day()))]
    run = Run(feed_at(site, "/feeds/day.jsonl?shop=3"), fetcher=asker.fetcher)
    assert run.speaking() == ["hmall:20261124"]
    (asked,) = site.pages
    assert (asked.path, asked.query) == ("/feeds/day.jsonl", {"shop": "3"})


def test_a_feed_read_well_is_only_asked_for_again_if_it_changed(asking, site):
    asker = asking(request_interval_s=0)
    site.answers = [said(body=text(*whole_day()), ETag='"1"'), said(304, body="")]
    run = Run(feed_at(site), fetcher=asker.fetcher)
    context = CrawlContext(run.source.tasks(run.days)[0], NOW)
    outcome = crawl(run.source, context, asker.fetcher, run.source.info.base_url)
    asker.fetcher.confirm(outcome.pages[0])
    assert run.speaking() == ["hmall:20261124"]
    assert site.pages[-1].headers["if-none-match"] == '"1"'


def test_a_server_that_refuses_is_asked_once_and_nothing_is_heard(asking, site):
    asker = asking(request_interval_s=0)
    site.answers = [said(403)]
    run = Run(feed_at(site), fetcher=asker.fetcher)
    results = run.results()
    assert len(site.pages) == 1
    assert type(results["feed"]).__name__ == "SourceBlockedError"
    assert results["hmall:20261124"] is results["feed"]


@pytest.mark.parametrize(
    "location",
    ["http://shop.example/feed.jsonl", "https://user:secret@shop.example/f", "https:///f"],
)
def test_an_unsafe_address_is_refused(location):
    with pytest.raises(InputError):
        feed_place(location)


@pytest.mark.parametrize("location", ["https://shop.example/f.jsonl", "http://127.0.0.1:80/f"])
def test_https_and_this_machine_are_addresses(location):
    assert isinstance(feed_place(location), FeedAddress)
