"""Product photos over real HTTP: asked once, only where they belong, only as images."""

from __future__ import annotations

import random
import threading
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from pysqlite3 import dbapi2

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.sites import DemoSites
from eats_desktop.demo.web import Response
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.sources.photo_cache import CacheLimits, CacheSize, PhotoCache
from eats_desktop.sources.photo_fetcher import PhotoFetcher, PhotoPolicy
from eats_desktop.sources.photos import PHOTO_HOSTS, Photos

NOW = datetime(2026, 11, 24, 14, 20, tzinfo=KST)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
ADDRESS = "https://image.hmall.com/static/1/2/onair1.jpg?AR=0&SF=webp"


class Site:
    """Answers every photo with `answer` and remembers what it was asked."""

    def __init__(self):
        self.answer = Response(200, {"Content-Type": "image/png"}, PNG)
        self.robots = b"User-agent: *\nAllow: /\n"
        self.asked = []
        self.agents = set()
        self.sites = LoopbackSites(("hmall",), self.respond)

    def respond(self, request):
        self.agents.add(request.headers["user-agent"])
        if request.path == "/robots.txt":
            return Response(200, {"Content-Type": "text/plain"}, self.robots)
        self.asked.append((request.path, dict(request.query)))
        return self.answer


class Desk:
    """Photos over one data directory; `base_url` and `wanted` can be changed."""

    def __init__(self, folder, base_url, most_bytes=500 << 20):
        self.clock = ManualClock(NOW)
        self.base_url = base_url
        self.wanted = True
        self.closing = threading.Event()
        self.fetcher = PhotoFetcher(
            PhotoPolicy(gap_s=0, cap_bytes=1000), self.clock, self.closing, random.Random(1)
        )
        self.cache = PhotoCache(folder, self.clock, lambda: CacheLimits(most_bytes))
        self.photos = Photos(
            self.fetcher, self.cache, self.clock, lambda source: self.base_url, lambda: self.wanted
        )


@pytest.fixture
def site():
    found = Site()
    with found.sites:
        yield found


@pytest.fixture
def desk(site, tmp_path):
    found = Desk(tmp_path / "images", site.sites.base_urls["hmall"])
    yield found
    found.photos.close()


def test_a_photo_is_asked_of_the_configured_address_with_its_own_path(desk, site):
    assert desk.photos.get("hmall", ADDRESS) == PNG
    assert site.asked == [("/static/1/2/onair1.jpg", {"AR": "0", "SF": "webp"})]
    assert all(agent.startswith("EatsDesktop/") for agent in site.agents)


def test_a_photo_is_asked_for_once_and_survives_a_restart(desk, site, tmp_path):
    assert desk.photos.kept("hmall", ADDRESS) is None
    desk.photos.get("hmall", ADDRESS)
    again = Desk(tmp_path / "images", desk.base_url)
    assert again.photos.kept("hmall", ADDRESS) == PNG
    assert again.photos.get("hmall", ADDRESS) == PNG
    again.photos.close()
    assert len(site.asked) == 1


def test_two_threads_that_want_the_same_photo_ask_once(desk, site):
    threads = [threading.Thread(target=desk.photos.get, args=("hmall", ADDRESS)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("hmall", "https://evil.example/static/1.jpg"),
        ("hmall", "http://image.hmall.com/static/1.jpg"),
        ("hmall", "https://image.hmall.com@evil.example/1.jpg"),
        ("hmall", "https://image.hmall.com:444/1.jpg"),
        ("hmall", "file:///etc/passwd"),
        ("hmall", "https://[broken/1.jpg"),
        ("nsmall", ADDRESS),
        ("btv_guide", ADDRESS),
        ("nobody", ADDRESS),
    ],
)
def test_a_foreign_or_unsafe_address_is_never_asked(desk, site, source, address):
    assert desk.photos.get(source, address) is None
    assert site.asked == []


def test_photos_that_the_shopper_does_not_want_are_neither_asked_nor_shown(desk, site):
    desk.photos.get("hmall", ADDRESS)
    desk.wanted = False
    assert desk.photos.kept("hmall", ADDRESS) is None
    assert desk.photos.get("hmall", ADDRESS.replace("1.jpg", "2.jpg")) is None
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        Response(404, {"Content-Type": "image/png"}, PNG),
        Response(200, {"Content-Type": "text/html"}, b"<html></html>"),
        Response(200, {"Content-Type": "image/svg+xml"}, b"<svg/>"),
        Response(200, {}, PNG),
        Response(200, {"Content-Type": "image/png"}, bytes(1001)),
        Response(302, {"Location": "https://evil.example/1.png"}, b""),
    ],
    ids=["missing", "page", "svg", "untyped", "too large", "sent elsewhere"],
)
def test_what_is_no_photo_is_not_kept_and_not_asked_again_for_a_day(desk, site, answer):
    site.answer = answer
    assert desk.photos.get("hmall", ADDRESS) is None
    site.answer = Response(200, {"Content-Type": "image/png"}, PNG)
    desk.clock.advance(timedelta(hours=23))
    assert desk.photos.get("hmall", ADDRESS) is None
    assert len(site.asked) == 1
    desk.clock.advance(timedelta(hours=2))
    assert desk.photos.get("hmall", ADDRESS) == PNG


def test_a_site_in_trouble_is_asked_again_after_a_few_minutes(desk, site):
    site.answer = Response(500, {}, b"")
    assert desk.photos.get("hmall", ADDRESS) is None
    site.answer = Response(200, {"Content-Type": "image/png"}, PNG)
    assert desk.photos.get("hmall", ADDRESS) is None
    desk.clock.advance(timedelta(minutes=6))
    assert desk.photos.get("hmall", ADDRESS) == PNG
    assert len(site.asked) == 2


def test_missing_photos_do_not_turn_a_host_away_but_refusals_do(desk, site):
    addresses = [ADDRESS.replace("1.jpg", f"{number}.jpg") for number in range(20)]
    site.answer = Response(404, {}, b"")
    for address in addresses[:10]:
        desk.photos.get("hmall", address)
    assert len(site.asked) == 10
    site.answer = Response(403, {}, b"")
    for address in addresses[10:]:
        desk.photos.get("hmall", address)
    assert len(site.asked) == 12


def test_robots_txt_is_obeyed(desk, site):
    site.robots = b"User-agent: *\nDisallow: /static/\n"
    assert desk.photos.get("hmall", ADDRESS) is None
    assert site.asked == []


def test_a_dead_host_costs_the_picture_only(desk, site):
    site.sites.stop()
    assert desk.photos.get("hmall", ADDRESS) is None


def test_pictures_of_imported_recipes_come_from_their_own_hosts_alone(desk, site):
    own = "https://www.foodsafetykorea.go.kr/uploadimg/cook/1.png"
    assert desk.photos.get("cookrcp01", own) == PNG
    assert desk.photos.get("web", own) is None
    assert desk.photos.get("mangae", own) is None
    assert len(site.asked) == 1


def test_a_closed_fetcher_asks_nobody_and_remembers_nothing(desk, site):
    desk.photos.close()
    assert desk.photos.get("hmall", ADDRESS) is None
    assert site.asked == []


def test_the_photos_unused_for_longest_make_room(desk, tmp_path):
    cache = PhotoCache(tmp_path / "small", desk.clock, lambda: CacheLimits(1000))
    for number in range(4):
        cache.put(f"https://x/{number}", bytes([65 + number]) * 240)
        desk.clock.advance(timedelta(minutes=1))
    cache.get("https://x/0")
    desk.clock.advance(timedelta(minutes=1))
    cache.put("https://x/4", b"E" * 240)
    kept = [number for number in range(5) if cache.get(f"https://x/{number}")]
    assert kept == [0, 3, 4]


def test_tidying_drops_what_nobody_looked_at_for_long_and_what_is_too_much(desk, tmp_path):
    limits = CacheLimits(10_000, timedelta(days=60))
    cache = PhotoCache(tmp_path / "small", desk.clock, lambda: limits)
    for number in range(4):
        cache.put(f"https://x/{number}", bytes(300))
    desk.clock.advance(timedelta(days=40))
    cache.get("https://x/1")
    desk.clock.advance(timedelta(days=21))
    assert cache.tidy() == CacheSize(3, 900)
    assert cache.get("https://x/1") is not None
    cache.put("https://x/1", bytes(500))
    desk.clock.advance(timedelta(minutes=1))
    cache.put("https://x/5", bytes(400))
    limits = CacheLimits(600)
    assert cache.tidy() == CacheSize(1, 500)
    assert cache.size() == CacheSize(1, 400)


def test_all_photos_can_be_dropped_and_are_asked_for_again(desk, site):
    desk.photos.get("hmall", ADDRESS)
    assert desk.photos.stored() == CacheSize(1, len(PNG))
    assert desk.photos.clear() == CacheSize(1, len(PNG))
    assert desk.photos.kept("hmall", ADDRESS) is None
    desk.photos.get("hmall", ADDRESS)
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "body", [b"<svg></svg>" + bytes(99), b"RIFF....WAVE" + bytes(99), b"MZ" + bytes(99), b""]
)
def test_what_only_calls_itself_a_picture_is_not_kept(desk, site, body):
    site.answer = Response(200, {"Content-Type": "image/png"}, body)
    assert desk.photos.get("hmall", ADDRESS) is None
    assert desk.photos.stored() == CacheSize(0, 0)


def test_a_disk_that_takes_nothing_still_gives_the_photo(site, tmp_path):
    (tmp_path / "images").write_bytes(b"a file where the folder should be")
    desk = Desk(tmp_path / "images", site.sites.base_urls["hmall"])
    assert desk.photos.get("hmall", ADDRESS) == PNG
    assert desk.photos.kept("hmall", ADDRESS) is None
    desk.photos.close()


def stored_addresses(data_dir):
    with closing(dbapi2.connect(data_dir / "catalog.db")) as database:
        return database.execute(
            "SELECT DISTINCT source, thumbnail_url FROM product WHERE thumbnail_url IS NOT NULL"
        ).fetchall()


def test_every_photo_of_the_demonstration_comes_from_loopback(fetched, tmp_path):
    """What the sources stored is on the list of hosts, and the demo site has it."""
    with DemoSites(lambda: NOW) as sites:
        desk = Desk(tmp_path / "images", None)
        desk.fetcher = PhotoFetcher(
            PhotoPolicy(gap_s=0), desk.clock, desk.closing, random.Random(1)
        )
        photos = Photos(desk.fetcher, desk.cache, desk.clock, sites.base_urls.get, lambda: True)
        found = stored_addresses(fetched.data_dir)
        assert {source for source, _ in found} == set(PHOTO_HOSTS)
        bodies = [photos.get(source, address) for source, address in found]
        photos.close()
    assert None not in bodies
    assert len(set(bodies)) > 20
