"""A page in one transaction: believed whole or not at all, heard with its neighbours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.food import FoodReading
from eats_desktop.domain.listing import CrawlResult, ParseReport, Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import EndKind
from eats_desktop.sync.apply import ListingWriter
from eats_desktop.sync.health_gate import SuspiciousListingError
from tests.helpers.listings import DAY, at, product, slot
from tests.helpers.storage_builders import opened, rows

RANKS = {"hmall": 10, "btv_guide": 50}
WHOLE = Window("hmall", DAY, DAY + timedelta(days=1))
NOON = at(12)


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


def listing(*slots, window=WHOLE):
    return CrawlResult(ParseReport(len(slots), len(slots)), slots, (window,))


def hours(*starts, number=100):
    return [slot(at(h), at(h + 1), product(str(number + h))) for h in starts]


def tell(writer, *slots, source="hmall", now=NOON, window=WHOLE):
    return writer.apply(source, f"{source}:day", listing(*slots, window=window), now)


def stored(databases):
    return rows(
        databases.catalog,
        "SELECT starts_at, source, cancelled_at, moved_to FROM broadcast ORDER BY starts_at",
    )


def test_a_listing_below_a_third_of_what_was_ahead_is_not_believed(writer, databases):
    tell(writer, *hours(*range(13, 23)))
    before = stored(databases)
    with pytest.raises(SuspiciousListingError, match="10개에서 2개"):
        tell(writer, *hours(13, 14))
    assert stored(databases) == before


def test_a_listing_that_shrinks_a_little_is_believed(writer):
    tell(writer, *hours(*range(13, 23)))
    assert tell(writer, *hours(*range(13, 16))).counts[ChangeKind.MISSING] == 7


@pytest.mark.parametrize("known", [1, 5])
def test_a_listing_without_any_slot_cancels_not_even_a_few(writer, databases, known):
    tell(writer, *hours(*range(13, 13 + known)))
    before = stored(databases)
    for _ in range(2):
        with pytest.raises(SuspiciousListingError):
            tell(writer)
    assert stored(databases) == before


def test_late_in_the_day_only_what_is_over_is_left_on_the_page(writer, databases):
    tell(writer, *hours(*range(8, 20)))
    assert tell(writer, *hours(*range(8, 20)), now=at(23)).counts[ChangeKind.UNCHANGED] == 12
    assert tell(writer, *hours(*range(14, 20)), now=at(23)).counts[ChangeKind.MISSING] == 0


def test_the_evening_before_is_heard_when_the_night_is_settled(writer, databases):
    evening = slot(at(23), at(1, day=1), product())
    tell(writer, evening)
    tomorrow = Window("hmall", at(0, day=1), at(0, day=2))
    guessed = slot(at(0, 10, day=1), at(0, 50, day=1), title="심야", end_kind=EndKind.GUIDE)
    tell(writer, guessed, source="btv_guide", window=tomorrow)
    assert [row[1] for row in stored(databases)] == ["hmall"]


def test_an_on_air_slot_without_a_clock_takes_no_start_from_a_corrected_key(writer, databases):
    tell(writer, slot(at(11, 28), at(13), title="고등어"), source="btv_guide")
    tell(writer, slot(at(11, 30), at(13), product()))
    tell(writer, slot(at(11, 28), at(13), title="고등어"), source="btv_guide")
    clockless = slot(None, at(13), product("99999999"))
    tell(writer, clockless, *hours(14))
    now_on = [row for row in stored(databases) if row[3] is None and row[2] is None]
    assert [row[0] for row in now_on] == [int(at(11, 30).timestamp()), int(at(14).timestamp())]


def test_an_unchanged_page_counts_its_omissions_once_more(writer):
    tell(writer, *hours(13, 14, 15))
    assert tell(writer, *hours(13, 14)).counts[ChangeKind.MISSING] == 1
    assert writer.confirm("hmall", "hmall:day", NOON).counts[ChangeKind.CANCELLED] == 1
    assert writer.confirm("hmall", "hmall:day", NOON).counts[ChangeKind.CANCELLED] == 0


def test_a_start_guessed_from_the_slot_before_gives_way_to_the_known_one(writer, databases):
    tell(writer, *hours(10, 11))
    guessed = slot(at(10, 30), at(12, 30), product("111"))
    tell(writer, guessed, *hours(13), now=at(11, 40))
    assert int(at(10, 30).timestamp()) not in [row[0] for row in stored(databases)]
    assert len(stored(databases)) == 3


def test_another_product_on_air_is_listed_where_the_page_says(writer, databases):
    tell(writer, *hours(10, 11))
    tell(writer, slot(at(11, 20), at(12, 30), product("7")), *hours(13), now=at(11, 40))
    assert int(at(11, 20).timestamp()) in [row[0] for row in stored(databases)]


def test_two_lineups_that_a_page_swaps_change_nothing(writer):
    first = slot(at(14), at(15), product("1"))
    second = replace(slot(at(14), at(15), product("2")), lineup=2)
    tell(writer, first, second)
    swapped = (replace(second, lineup=1), replace(first, lineup=2))
    assert tell(writer, *swapped).counts == {ChangeKind.UNCHANGED: 2}
