"""Who owns a channel's day when its seller is not heard any more, through merge and storage."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import CrawlResult, ParseReport, Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import Confidence, EndKind, ProductKey
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.ownership import aged_sources
from tests.helpers.listings import DAY, at, heard, product, slot
from tests.helpers.storage_builders import opened, rows

RANKS = {"import": 5, "hmall": 10, "btv_guide": 50}
WHOLE = Window("hmall", DAY, DAY + timedelta(days=1))
EARLY = at(1)
LATE = at(14, 30)


class AllFood:
    version = "m1"

    def read(self, name):
        return FoodReading(is_food=True, probability=1.0, model_version="m1")

    read_title = read


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def writer(databases):
    return ListingWriter(databases.writer, AllFood(), RANKS)


def tell(writer, *slots, source="hmall", now=EARLY):
    found = CrawlResult(ParseReport(len(slots), len(slots)), slots, (WHOLE,))
    return writer.apply(source, f"{source}:day", found, now)


def guide(writer, *slots, now=LATE):
    return tell(writer, *slots, source="btv_guide", now=now)


def told(starts_at, ends_at, title="고등어"):
    return slot(starts_at, ends_at, title=title, end_kind=EndKind.GUIDE)


def on(databases):
    return [
        b
        for b in databases.schedule.broadcasts(DAY, DAY + timedelta(days=1), food_only=False)
        if b.cancelled_at is None
    ]


def test_a_seller_is_outlived_after_thirteen_hours_and_only_beside_a_lesser_source():
    seller = heard(slot(at(20), at(21), product()), seen_at=at(1))
    fresh = heard(told(at(20), at(21)), "btv_guide", seen_at=at(14))
    fresher = heard(told(at(20), at(21)), "btv_guide", seen_at=at(14, 1))
    assert aged_sources([seller, fresh], RANKS, at(15)) == frozenset()
    assert aged_sources([seller, fresher], RANKS, at(15)) == {("hmall", DAY.date())}
    assert aged_sources([seller], RANKS, at(23)) == frozenset()
    older = heard(slot(at(20), at(21)), "btv_guide", seen_at=at(1, day=-1))
    assert aged_sources([seller, older], RANKS, at(23)) == frozenset()


def test_a_day_that_is_over_keeps_its_owner():
    seller = heard(slot(at(20), at(21), product()), seen_at=at(1))
    fresher = heard(told(at(20), at(21)), "btv_guide", seen_at=at(20))
    assert aged_sources([seller, fresher], RANKS, at(1, day=1)) == frozenset()


def test_an_outlived_sellers_products_stand_at_the_guides_time(writer, databases):
    tell(writer, slot(at(20), at(21), product()))
    guide(writer, told(at(20, 4), at(21, 10)))
    (only,) = on(databases)
    assert (only.starts_at, only.ends_at, only.source) == (at(20, 4), at(21, 10), "btv_guide")
    assert [p.key for p in only.products] == [ProductKey("hmall", "10000001")]
    given = only.given
    assert (given.end, given.title, given.products) == ("btv_guide", "btv_guide", "hmall")
    assert only.confidence is Confidence.MEDIUM


def test_a_seller_that_is_heard_again_owns_at_once(writer, databases):
    tell(writer, slot(at(20), at(21), product()))
    guide(writer, told(at(20, 4), at(21, 10)))
    tell(writer, slot(at(20), at(21), product()), now=at(15))
    (only,) = on(databases)
    assert (only.starts_at, only.source) == (at(20), "hmall")
    assert only.confidence is Confidence.HIGH


def test_a_page_that_says_the_same_again_keeps_its_seller_young(writer, databases):
    tell(writer, slot(at(20), at(21), product()))
    writer.confirm("hmall", "hmall:day", at(14))
    guide(writer, told(at(20, 4), at(21, 10)))
    (only,) = on(databases)
    assert (only.starts_at, only.source) == (at(20), "hmall")


def test_what_the_guide_lists_an_hour_later_under_the_products_name_has_moved(writer, databases):
    tell(writer, slot(at(20), at(21), product(name="바다골 손질 고등어 8팩")))
    applied = guide(writer, told(at(20, 20), at(21, 20), title="손질고등어"))
    assert applied.counts[ChangeKind.MOVED] == 1
    (only,) = on(databases)
    assert (only.starts_at, only.moved_from) == (at(20, 20), at(20))
    assert only.products


def test_over_an_outlived_sellers_time_the_guide_is_believed_without_a_cancellation(
    writer, databases
):
    tell(writer, slot(at(20), at(21), product()))
    for minutes in range(3):
        guide(
            writer,
            told(at(19, 30), at(20, 30), title="무선 청소기"),
            told(at(20, 30), at(21, 30), title="편백 도마"),
            now=LATE + timedelta(minutes=minutes),
        )
    assert [b.title for b in on(databases)] == ["무선 청소기", "편백 도마"]
    assert rows(databases.catalog, "SELECT count(cancelled_at) FROM broadcast") == [(0,)]


def test_where_the_guide_is_silent_an_outlived_sellers_slot_stands(writer, databases):
    tell(writer, slot(at(20), at(21), product()))
    for minutes in range(3):
        guide(writer, told(at(22), at(23)), now=LATE + timedelta(minutes=minutes))
    assert [b.starts_at for b in on(databases)] == [at(20), at(22)]


def test_remembered_prices_are_not_observed_anew(writer, databases):
    cheap, dear = product("1", price=9_900), product("1", price=12_900)
    tell(writer, slot(at(20), at(21), cheap), slot(at(22), at(23), dear))
    guide(writer, told(at(20, 4), at(21)), told(at(22, 4), at(23)))
    prices = rows(databases.catalog, "SELECT sale_price_krw FROM price_observation ORDER BY id")
    assert prices == [(9_900,), (12_900,)]


def test_a_fresh_seller_takes_over_from_an_import_that_stopped(writer, databases):
    tell(writer, slot(at(20), at(21), product("1")), source="import")
    tell(writer, slot(at(20, 30), at(21, 30), product("2")), now=LATE)
    (only,) = on(databases)
    assert (only.starts_at, only.source) == (at(20, 30), "hmall")
