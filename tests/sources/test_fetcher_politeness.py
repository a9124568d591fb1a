"""The one door to the network keeps its manners: gaps, one connection, robots, budget, its name."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from itertools import pairwise

import pytest

from eats_desktop import __version__
from eats_desktop.domain.clock import SystemClock
from eats_desktop.domain.errors import SourceBlockedError, SourceUnavailableError
from eats_desktop.sources.base import PageRequest
from tests.helpers.one_site import NOW, PAGE, ROBOTS, OneSite, robots, said


def test_a_page_comes_as_the_site_sent_it(asking, site):
    page = asking(request_interval_s=0).get(site)
    assert (page.status, page.body.decode(), page.not_modified) == (200, "<p>편성표</p>", False)
    assert (page.fetched_at, page.content_type) == (NOW, "text/html;charset=UTF-8")
    assert page.url.startswith(f"{site.url}/list?day=20261124&word=")
    assert dict(site.pages[0].query) == dict(PAGE.params)


def test_the_program_says_its_own_name_and_asks_in_korean(asker, site):
    asker.get(site, PageRequest("/", headers={"Referer": "https://shop.example/"}))
    headers = site.pages[0].headers
    assert headers["user-agent"].startswith(f"EatsDesktop/{__version__} (")
    assert "Mozilla" not in headers["user-agent"]
    assert headers["accept-language"].startswith("ko-KR")
    assert headers["accept-encoding"] == "gzip"
    assert (headers["accept"], headers["referer"]) == ("application/json", "https://shop.example/")
    assert "cookie" not in headers


def test_between_two_requests_to_a_host_lies_the_gap_and_some_jitter(asker, site):
    for _ in range(20):
        asker.get(site, gap=1.5)
    assert len(asker.waits) == 20  # robots.txt came first
    assert all(1.5 <= wait <= 2.25 for wait in asker.waits)
    assert len(set(asker.waits)) > 10


def test_time_that_has_passed_anyway_is_not_waited_for(asker, site):
    asker.get(site, gap=1.5)
    asker.waits.clear()
    asker.clock.advance(timedelta(seconds=60))
    asker.get(site, gap=1.5)
    assert asker.waits == []


def test_a_configured_interval_overrides_that_of_the_source(asking, site):
    asker = asking(request_interval_s=4.0)
    asker.get(site, gap=1.5)
    asker.get(site, gap=1.5)
    assert all(4.0 <= wait <= 4.75 for wait in asker.waits)


def test_the_site_sees_the_gap(asking):
    seen = []
    clock = SystemClock()

    def note(_request):
        seen.append(clock.monotonic())
        return said()

    with OneSite(note) as site:
        asker = asking(clock=clock, closing=threading.Event(), respect_robots=False)
        for _ in range(2):
            asker.get(site, gap=0.02)
    assert all(later - earlier >= 0.02 for earlier, later in pairwise(seen))


def test_hosts_do_not_wait_for_each_other(asker):
    with OneSite() as one, OneSite() as other:
        asker.get(one, gap=60.0)
        asker.waits.clear()
        asker.get(other, gap=60.0)
        assert all(wait < 3 for wait in asker.waits)  # only its own robots.txt came before


class Crowd:
    """Answers when as many as may are being answered, and one more has had its chance to come."""

    def __init__(self, allowed):
        self.most = 0
        self._now = 0
        self._allowed = allowed
        self._changed = threading.Condition()

    def __call__(self, request):
        with self._changed:
            self._now += 1
            self.most = max(self.most, self._now)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self.most >= self._allowed, timeout=5)
            self._changed.wait_for(lambda: self.most > self._allowed, timeout=0.03)
            self._now -= 1
        return said()


def test_a_host_is_asked_one_at_a_time_through_one_connection(asking):
    crowd = Crowd(allowed=1)
    with OneSite(crowd) as site, ThreadPoolExecutor(4) as pool:
        asker = asking(request_interval_s=0)
        list(pool.map(lambda _: asker.get(site), range(4)))
        assert crowd.most == 1
        assert len({request.connection for request in site.asked}) == 1


def test_at_most_four_hosts_are_asked_at_once(asking):
    crowd = Crowd(allowed=4)
    with ExitStack() as stack:
        sites = [stack.enter_context(OneSite(crowd)) for _ in range(7)]
        pool = stack.enter_context(ThreadPoolExecutor(7))
        asker = asking(request_interval_s=0)
        list(pool.map(asker.get, sites))
    assert crowd.most == 4


def test_the_daily_budget_ends_asking_until_the_next_korean_day(asking, site):
    asker = asking(request_interval_s=0, daily_budget=3)
    for _ in range(2):
        asker.get(site)
    with pytest.raises(SourceBlockedError, match="3번"):
        asker.get(site)
    assert len(site.asked) == 3
    asker.clock.instant = NOW.replace(hour=23, minute=59)
    with pytest.raises(SourceBlockedError):
        asker.get(site)
    asker.clock.advance(timedelta(minutes=1))
    asker.get(site)
    assert len(site.asked) == 4


def test_robots_are_read_first_and_once_a_day(asking, site):
    asker = asking(request_interval_s=0)
    asker.get(site)
    asker.get(site)
    assert [request.path for request in site.asked] == [ROBOTS, "/list", "/list"]
    asker.clock.advance(timedelta(hours=24))
    asker.get(site)
    assert [request.path for request in site.asked[3:]] == [ROBOTS, "/list"]


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /\n",
        "User-agent: *\nDisallow: /list\n",
        "User-agent: *\nAllow: /\n\nUser-agent: EatsDesktop\nDisallow: /list\n",
        "User-agent: *\nDisallow: /*day=\n",
    ],
)
def test_what_robots_forbid_is_not_asked(asker, site, rules):
    site.robots = robots(rules)
    with pytest.raises(SourceBlockedError, match=r"robots\.txt"):
        asker.get(site)
    assert site.pages == []


@pytest.mark.parametrize(
    "answer",
    [
        robots("User-agent: *\nDisallow: /cart\n"),
        robots("User-agent: Other\nDisallow: /\n"),
        robots("not found", 404),
        robots("forbidden", 403),
        robots("", 200),
    ],
)
def test_what_robots_do_not_forbid_is_asked(asker, site, answer):
    site.robots = answer
    assert asker.get(site).status == 200


def test_without_an_answer_about_robots_nothing_is_asked(asker, site):
    site.robots = robots("busy", 503)
    with pytest.raises(SourceUnavailableError, match=r"robots\.txt"):
        asker.get(site)
    site.robots = robots("", 200)
    assert asker.get(site).status == 200
    assert [request.path for request in site.asked] == [ROBOTS, ROBOTS, "/list"]


def test_robots_are_left_out_when_the_owner_says_so(asking, site):
    site.robots = robots("User-agent: *\nDisallow: /\n")
    asking(respect_robots=False).get(site)
    assert [request.path for request in site.asked] == ["/list"]
