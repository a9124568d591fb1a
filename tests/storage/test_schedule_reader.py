"""The schedule is read whole and in order: what overlaps, who is known, how fresh it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import BroadcastId, PriceKind, ProductKey, ProductRole
from tests.helpers.listings import DAY, at, product, stored
from tests.helpers.storage_builders import (
    OTHER,
    airing,
    changed,
    inserted,
    key,
    opened,
    put,
    query_plan,
    save,
)

MACKEREL = product("1", "바다골 손질 고등어 8팩", 39900)
TODAY = DAY.date()


def day(databases, *, food_only=True):
    return databases.schedule.broadcasts(at(0), at(24), food_only=food_only)


def starts(broadcasts):
    return [broadcast.starts_at for broadcast in broadcasts]


def fetched(databases, *windows, source="hmall", seen=DAY):
    with databases.writer.transaction() as tx:
        tx.replace_listing(source, f"{source}:{seen}", windows, [], seen)


def test_a_broadcast_is_read_with_channel_products_and_prices(databases):
    side = product(
        "2", "들기름 소면", None, role=ProductRole.SIDE, price_kind=PriceKind.CONSULT, brand="들녘"
    )
    put(
        databases,
        airing(at(8), MACKEREL, side, title="아침 장보기"),
        at=at(6),
        readings={"2": OTHER},
    )
    (found,) = day(databases)
    assert (found.channel.name, found.channel.channel_no) == ("한가람쇼핑", 12)
    assert (found.ends_at, found.title, found.seen_at) == (at(9), "아침 장보기", at(6))
    assert [(p.name, p.price_krw, p.is_food) for p in found.products] == [
        ("바다골 손질 고등어 8팩", 39900, True),
        ("들기름 소면", None, False),
    ]
    assert found.products[1].brand == "들녘"
    assert found.products[1].price_kind is PriceKind.CONSULT


def test_broadcasts_come_by_start_then_channel_number(databases):
    put(
        databases,
        airing(at(9), MACKEREL),
        airing(at(8), MACKEREL, channel="nsmall"),
        airing(at(8), MACKEREL, channel="hnsmall"),
        airing(at(8), MACKEREL),
    )
    assert [(b.starts_at, b.channel.channel_no) for b in day(databases)] == [
        (at(8), 4),
        (at(8), 12),
        (at(8), 13),
        (at(9), 12),
    ]


def test_a_broadcast_over_midnight_is_on_both_days(databases):
    put(databases, airing(at(23, 30), MACKEREL, minutes=60))
    tomorrow = databases.schedule.broadcasts(at(24), at(48), food_only=True)
    assert len(day(databases)) == len(tomorrow) == 1


def test_what_only_touches_the_day_is_not_on_it(databases):
    put(databases, airing(at(-1), MACKEREL), airing(at(24), MACKEREL))
    assert day(databases) == ()


SPANS = st.lists(
    st.tuples(st.integers(0, 2879), st.integers(1, 479)), unique_by=lambda span: span[0], max_size=8
)


@settings(max_examples=25, deadline=None)
@given(spans=SPANS, begins=st.integers(0, 2879), length=st.integers(1, 1440))
def test_a_stretch_of_time_holds_exactly_what_overlaps_it(tmp_path_factory, spans, begins, length):
    slots = [airing(at(0, start), MACKEREL, minutes=minutes) for start, minutes in spans]
    with opened(tmp_path_factory.mktemp("data")) as databases:
        put(databases, *slots)
        found = databases.schedule.broadcasts(
            at(0, begins), at(0, begins + length), food_only=False
        )
    expected = [
        at(0, start)
        for start, minutes in sorted(spans)
        if start < begins + length and begins < start + minutes
    ]
    assert starts(found) == expected


@pytest.mark.parametrize(("is_food", "shown"), [(True, 1), (False, 0), (None, 0)])
def test_food_only_leaves_out_what_is_not_known_to_be_food(databases, is_food, shown):
    put(databases, airing(at(8), MACKEREL, is_food=is_food))
    assert len(day(databases)) == shown
    assert len(day(databases, food_only=False)) == 1


def test_cancelled_and_moved_broadcasts_are_listed(databases):
    save(
        databases,
        inserted(airing(at(8), MACKEREL), cancelled_at=at(3)),
        inserted(airing(at(9), MACKEREL), cancelled_at=at(3), moved_to=at(10)),
        inserted(airing(at(10), MACKEREL), moved_from=at(9)),
    )
    found = day(databases)
    assert starts(found) == [at(8), at(9), at(10)]
    assert [b.cancelled_at for b in found] == [at(3), at(3), None]
    assert (found[1].moved_to, found[2].moved_from) == (at(10), at(9))


def test_the_old_key_of_a_corrected_broadcast_is_followed_but_not_listed(databases):
    put(databases, airing(at(8), MACKEREL))
    before = stored(airing(at(8), MACKEREL))
    save(databases, changed(ChangeKind.CORRECTED, before, replace(before, moved_to=at(8, 3))))
    assert day(databases) == ()
    assert databases.schedule.airings(key(MACKEREL), at(0), at(24)) == ()
    assert databases.schedule.broadcast(BroadcastId("hmall", at(8))).moved_to == at(8, 3)


def test_a_broadcast_nobody_lists_is_none(databases):
    assert databases.schedule.broadcast(BroadcastId("hmall", at(8))) is None


def test_line_ups_are_told_apart(databases):
    second = replace(airing(at(8), MACKEREL), id=BroadcastId("hmall", at(8), 2), title="둘째")
    put(databases, airing(at(8), MACKEREL), second)
    assert databases.schedule.broadcast(BroadcastId("hmall", at(8), 2)).title == "둘째"
    assert databases.schedule.broadcast(BroadcastId("hmall", at(8))).title is None


def test_a_channel_that_left_the_table_is_left_out(databases):
    put(databases, airing(at(8), MACKEREL, channel="gone"), airing(at(9), MACKEREL))
    assert starts(day(databases)) == [at(9)]


def test_airings_of_a_product_come_with_all_their_products(databases):
    side = product("2", "들기름 소면", role=ProductRole.SIDE)
    put(
        databases,
        airing(at(8), side, MACKEREL),
        airing(at(9), side),
        airing(at(8, day=1), MACKEREL),
        airing(at(8, day=3), MACKEREL),
    )
    found = databases.schedule.airings(key(MACKEREL), at(8), at(8, day=3))
    assert starts(found) == [at(8), at(8, day=1)]
    assert [p.product_id for p in found[0].products] == ["2", "1"]


def test_a_product_number_of_another_source_is_another_product(databases):
    put(databases, airing(at(8), MACKEREL))
    assert databases.schedule.airings(ProductKey("nsmall", "1"), at(0), at(24)) == ()


def test_channels_come_by_number(databases):
    assert [c.channel_no for c in databases.schedule.channels()] == [4, 12, 13]


def test_an_overview_counts_the_food_that_starts_each_day(databases):
    put(
        databases,
        airing(at(0), MACKEREL),
        airing(at(23, 59), MACKEREL, channel="nsmall"),
        airing(at(24), MACKEREL),
        airing(at(12), MACKEREL, is_food=False),
    )
    save(
        databases,
        inserted(airing(at(9), MACKEREL), cancelled_at=at(3)),
        inserted(airing(at(10), MACKEREL), moved_to=at(10, 3)),
    )
    overviews = databases.schedule.overviews(TODAY - timedelta(days=1), 3)
    assert [(o.day, o.food_count) for o in overviews] == [
        (TODAY - timedelta(days=1), 0),
        (TODAY, 2),
        (TODAY + timedelta(days=1), 1),
    ]


def test_a_day_nobody_asked_for_was_never_fetched(databases):
    assert [o.fetched_at for o in databases.schedule.overviews(TODAY, 2)] == [None, None]


def test_a_day_is_as_fresh_as_its_freshest_channel(databases):
    for hour, channel in ((5, "hnsmall"), (7, "hmall"), (6, "nsmall")):
        fetched(databases, Window(channel, at(0), at(24)), source=channel, seen=at(hour))
    (overview,) = databases.schedule.overviews(TODAY, 1)
    assert overview.fetched_at == at(7)


@pytest.mark.parametrize(
    ("begins", "ends", "known"),
    [(at(0), at(24), True), (at(-12), at(12), True), (at(12, 1), at(36), False)],
    ids=["whole", "half", "less than half"],
)
def test_a_page_tells_of_a_day_when_it_covers_half_of_it(databases, begins, ends, known):
    fetched(databases, Window("hmall", begins, ends), seen=at(6))
    found = {c.channel_id: c.fetched_at for c in databases.schedule.coverage(TODAY)}
    assert found == {"hnsmall": None, "hmall": at(6) if known else None, "nsmall": None}


def test_coverage_counts_food_per_channel_in_order_of_number(databases):
    put(databases, airing(at(8), MACKEREL), airing(at(9), MACKEREL))
    put(databases, airing(at(8), MACKEREL, channel="nsmall", is_food=False))
    assert [(c.channel_id, c.food_count) for c in databases.schedule.coverage(TODAY)] == [
        ("hnsmall", 0),
        ("hmall", 2),
        ("nsmall", 0),
    ]


def test_a_day_costs_the_same_few_questions_however_full_it_is(databases):
    put(databases, airing(at(8), MACKEREL))
    few = len(query_plan(databases.catalog, lambda: day(databases)))
    put(databases, *(airing(at(9, minute), MACKEREL) for minute in range(60)))
    assert len(query_plan(databases.catalog, lambda: day(databases))) == few


def test_a_stored_slot_and_its_broadcast_agree(databases):
    slot = airing(at(8), MACKEREL)
    put(databases, slot)
    with databases.writer.transaction() as tx:
        assert tx.stored_slots(Window("hmall", at(0), at(24))) == (stored(slot),)
    (found,) = day(databases)
    assert (found.id, found.ends_at, found.source) == (slot.id, slot.ends_at, slot.source)
