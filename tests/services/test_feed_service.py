"""편성 들여오기: each channel's day is judged and stored by itself."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.errors import StoppedError
from eats_desktop.domain.food import FoodReading
from eats_desktop.services.feed_service import FeedExport, FeedImport
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.page_watch import PageWatch
from tests.helpers.feeds import day, product, reader_of, slot, text, whole_day
from tests.helpers.listings import product as listed
from tests.helpers.listings import slot as slot_of
from tests.helpers.storage_builders import opened, rows
from tests.sync.test_listing_writer import listing

NOW = datetime(2026, 11, 24, 4, tzinfo=KST)
RANKS = {"hmall": 10, "import": 40, "btv_guide": 50}


class AllFood:
    version = "m1"

    def read(self, name):
        return FoodReading(is_food=True, probability=1.0, model_version="m1")

    read_title = read


class Desk:
    def __init__(self, databases):
        self.clock = ManualClock(NOW)
        self.told = []
        self.databases = databases
        self.listings = ListingWriter(databases.writer, AllFood(), RANKS)
        watch = PageWatch(databases.writer, RANKS)
        self.feed = FeedImport(
            self.listings, watch, lambda work: work(), self.clock, self.told.append
        )
        self.export = FeedExport(databases.feed_source, self.clock)

    def take(self, *lines, stop=None):
        return self.feed.run(reader_of(text(*lines)), stop or threading.Event())

    def broadcasts(self):
        return rows(
            self.databases.catalog,
            "SELECT channel_id, starts_at, source, cancelled_at, moved_to FROM broadcast"
            " ORDER BY channel_id, starts_at",
        )

    def written(self, days=8):
        """The exported lines but for the header."""
        return list(self.export.lines(days, "가게"))[1:]


@pytest.fixture
def desk(tmp_path):
    with opened(tmp_path / "data") as databases:
        yield Desk(databases)


def test_slots_are_kept_as_imported_and_products_under_their_own_source(desk):
    report = desk.take(*whole_day())
    assert (report.days, report.slots, report.changes["inserted"]) == (1, 18, 18)
    assert {row[2] for row in desk.broadcasts()} == {"import"}
    assert rows(desk.databases.catalog, "SELECT DISTINCT source, market FROM product") == [
        ("hmall", "tv")
    ]
    assert [sorted(event.days) for event in desk.told] == [[NOW.date()]]


def test_the_same_feed_again_inserts_nothing(desk):
    desk.take(*whole_day())
    before = desk.broadcasts()
    prices = rows(desk.databases.catalog, "SELECT count(*) FROM price_observation")
    report = desk.take(*whole_day())
    assert dict(report.changes) == {"unchanged": 18}
    assert desk.broadcasts() == before
    assert rows(desk.databases.catalog, "SELECT count(*) FROM price_observation") == prices


def test_a_coupon_that_comes_changes_the_broadcast_and_is_observed(desk):
    coupon = {"conditional_price_krw": 34900, "price_condition": "쿠폰 5,000원을 쓰면"}
    desk.take(day(1), slot(8, product()))
    report = desk.take(day(1), slot(8, product(**coupon)))
    assert report.changes == {"updated": 1}
    sql = "SELECT sale_price_krw, conditional_price_krw FROM price_observation ORDER BY id"
    assert rows(desk.databases.catalog, sql) == [(39900, None), (39900, 34900)]


def test_a_day_that_shrank_to_little_is_not_believed_and_others_are(desk):
    desk.take(*whole_day())
    report = desk.take(*whole_day(hours=(6, 7)), *whole_day("nsmall"))
    assert (report.days, report.slots) == (1, 18)
    assert report.refused[0].startswith("hmall 2026-11-24: H4")
    assert len([row for row in desk.broadcasts() if row[0] == "hmall" and row[3] is None]) == 18


def test_a_day_nobody_airs_anything_on_is_not_believed_when_it_is_near(desk):
    report = desk.take(day(0))
    assert report.refused[0].startswith("hmall 2026-11-24: H2")


def test_what_the_seller_lists_itself_is_not_overruled_by_a_feed(desk):
    at_eight = datetime(2026, 11, 24, 8, tzinfo=KST)
    own = slot_of(at_eight, at_eight + timedelta(hours=1), listed("555"))
    desk.listings.apply("hmall", "hmall:day", listing(own), NOW)
    desk.take(day(2), slot(8), slot(10, product()))
    found = rows(
        desk.databases.catalog, "SELECT source, confidence FROM broadcast ORDER BY starts_at"
    )
    assert found == [("hmall", "high"), ("import", "medium")]
    assert rows(desk.databases.catalog, "SELECT product_id FROM broadcast_product") == [
        ("555",),
        ("900001",),
    ]


def test_a_slot_moved_to_another_day_is_moved_not_lost(desk):
    special = product("77", name="들녘 햅쌀 10kg")
    first = [*whole_day(hours=range(6, 20))]
    tomorrow = "2026-11-25"
    desk.take(day(15), *first[1:], slot(22, special), *whole_day(on=tomorrow, hours=range(6, 20)))
    second = whole_day(on=tomorrow, hours=range(6, 20))
    moved = [day(15, on=tomorrow), *second[1:], slot(22, special, on=tomorrow)]
    desk.take(*first, *moved)
    (gone,) = [row for row in desk.broadcasts() if row[3] is not None]
    assert gone[4] == gone[1] + 86_400


def test_a_stop_leaves_whole_days(desk):
    stop = threading.Event()
    desk.feed._publish = lambda _event: stop.set()
    with pytest.raises(StoppedError):
        desk.take(*whole_day(), *whole_day("nsmall"), stop=stop)
    assert len(desk.broadcasts()) == 18


def test_what_is_exported_and_imported_elsewhere_is_exported_the_same(desk, tmp_path):
    coupon = {"conditional_price_krw": 34900, "price_condition": "쿠폰 5,000원을 쓰면"}
    rice = {"type": "product", **product("7", source="kok", category="쌀", list_price_krw=42900)}
    desk.take(
        *whole_day(),
        day(3, "nsmall"),
        slot(8, product(**coupon), product("2", role="side", price_kind="consult", price=None)),
        slot(9, lineup=2),
        slot(10, ends_at=None, title=None),
        {"type": "shelf", "category": "쌀", "products": 1},
        rice,
    )
    said = desk.written()
    assert any("쿠폰 5,000원을 쓰면" in line for line in said)
    with opened(tmp_path / "other") as databases:
        other = Desk(databases)
        report = other.feed.run(
            reader_of("\n".join(desk.export.lines(8, "가게"))), threading.Event()
        )
        assert (report.bad, report.refused) == (0, [])
        assert other.written() == said


def test_only_what_is_on_is_exported(desk):
    hours = range(6, 24)
    desk.take(*whole_day())
    for _ in range(2):
        desk.take(*whole_day(hours=[h for h in hours if h != 20]))
    said = desk.written()
    assert len(said) == 18
    assert not any("T20:00" in line for line in said)
    desk.clock.advance(timedelta(days=1))
    assert desk.written() == []
