"""Changes of broadcasts are written so that the next crawl, and the shopper, find them again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import (
    BroadcastId,
    Confidence,
    EndKind,
    PriceKind,
    ProductKey,
    ProductRole,
)
from tests.helpers.listings import DAY, at, merged, product, stored
from tests.helpers.storage_builders import (
    OTHER,
    airing,
    changed,
    inserted,
    opened,
    put,
    query_plan,
    rows,
    save,
    window,
)

MAIN = product("1", "바다골 손질 고등어 8팩", brand="바다골", category="수산")
SIDE = product("2", "들기름 소면", 9900, role=ProductRole.SIDE)


def settled(databases, where=None):
    with databases.writer.transaction() as tx:
        return tx.stored_slots(where or window())


def history(databases):
    found = rows(databases.catalog, "SELECT kind, before, after FROM broadcast_change ORDER BY id")
    return [(kind, json.loads(before), json.loads(after)) for kind, before, after in found]


def test_a_stored_slot_comes_back_as_it_was_settled(databases):
    slot = airing(at(8), MAIN, SIDE, title="아침 장보기", end_kind=EndKind.GUIDE)
    life = {"missing_count": 1, "cancelled_at": at(3), "moved_to": at(9), "moved_from": at(7)}
    save(databases, inserted(airing(at(8), MAIN, SIDE)))
    save(databases, changed(ChangeKind.UPDATED, stored(slot), stored(slot, **life)))
    assert settled(databases) == (stored(replace(slot, title="아침 장보기"), **life),)


def test_slots_come_back_by_start_and_line_up(databases):
    second = replace(airing(at(8)), id=BroadcastId("hmall", at(8), 2))
    put(databases, airing(at(9)), second, airing(at(8)))
    assert [each.slot.id for each in settled(databases)] == [
        BroadcastId("hmall", at(8)),
        BroadcastId("hmall", at(8), 2),
        BroadcastId("hmall", at(9)),
    ]


def test_slots_of_another_channel_or_day_stay_out(databases):
    put(databases, airing(at(8), channel="nsmall"), airing(at(24)), airing(at(-1)))
    assert settled(databases) == ()


def test_products_keep_their_order_in_the_slot(databases):
    products = [product(str(number)) for number in (9, 2, 5)]
    put(databases, airing(at(8), *products))
    assert settled(databases)[0].slot.products == tuple(products)


def test_a_product_taken_off_the_slot_goes(databases):
    put(databases, airing(at(8), MAIN, SIDE))
    before = settled(databases)[0]
    after = stored(airing(at(8), SIDE))
    save(databases, changed(ChangeKind.UPDATED, before, after))
    assert settled(databases)[0].slot.products == (SIDE,)


def test_a_slot_that_lost_all_products_has_none(databases):
    put(databases, airing(at(8), MAIN))
    before = settled(databases)[0]
    save(databases, changed(ChangeKind.UPDATED, before, stored(merged(at(8), title="안내"))))
    assert settled(databases)[0].slot.products == ()


def test_an_unchanged_slot_is_only_seen_again(databases):
    put(databases, airing(at(8), MAIN))
    before = settled(databases)[0]
    save(databases, changed(ChangeKind.UNCHANGED, before, before), at=at(3))
    assert settled(databases) == (before,)
    found = databases.schedule.broadcast(BroadcastId("hmall", at(8)))
    assert found.seen_at == at(3)
    assert history(databases) == []


def test_unchanged_slots_are_written_with_one_statement(databases):
    put(databases, *(airing(at(8, minute), MAIN) for minute in range(60)))
    same = [changed(ChangeKind.UNCHANGED, slot, slot) for slot in settled(databases)]
    plan = query_plan(databases.catalog, lambda: save(databases, *same, at=at(3)))
    assert len(plan) == 1
    assert "sqlite_autoindex_broadcast_1 (channel_id=? AND starts_at=? AND lineup=?)" in plan[0]


def test_seen_again_after_an_omission_is_counted_from_nothing(databases):
    put(databases, airing(at(8), MAIN))
    missing = replace(settled(databases)[0], missing_count=1)
    save(databases, changed(ChangeKind.MISSING, settled(databases)[0], missing))
    assert settled(databases)[0].missing_count == 1
    back = replace(missing, missing_count=0)
    save(databases, changed(ChangeKind.UNCHANGED, missing, back))
    assert settled(databases)[0].missing_count == 0
    assert history(databases) == []


def test_when_it_was_first_seen_never_moves(databases):
    put(databases, airing(at(8), MAIN), at=at(1))
    before = settled(databases)[0]
    later = stored(replace(before.slot, ends_at=at(10)))
    save(databases, changed(ChangeKind.UPDATED, before, later), at=at(2))
    assert rows(databases.catalog, "SELECT first_seen_at, seen_at FROM broadcast") == [
        (int(at(1).timestamp()), int(at(2).timestamp()))
    ]


@pytest.mark.parametrize(
    ("kind", "life", "name"),
    [
        (ChangeKind.CANCELLED, {"cancelled_at": at(3)}, "cancelled"),
        (ChangeKind.MOVED, {"cancelled_at": at(3), "moved_to": at(9)}, "moved_to"),
    ],
)
def test_what_a_shopper_would_notice_is_remembered(databases, kind, life, name):
    put(databases, airing(at(8), MAIN))
    before = settled(databases)[0]
    save(databases, changed(kind, before, replace(before, **life)))
    ((told, was, became),) = history(databases)
    assert told == kind.value
    assert was[name] != became[name]


def test_a_restored_broadcast_is_remembered(databases):
    gone = stored(airing(at(8), MAIN), cancelled_at=at(3))
    save(databases, changed(ChangeKind.CANCELLED, stored(gone.slot), gone))
    save(databases, changed(ChangeKind.RESTORED, gone, stored(gone.slot)))
    assert [kind for kind, _, _ in history(databases)] == ["cancelled", "restored"]
    assert settled(databases)[0].cancelled_at is None


@pytest.mark.parametrize(
    "after",
    [
        airing(at(8), MAIN, minutes=90),
        airing(at(8), replace(MAIN, sale_price_krw=29900)),
        airing(at(8), SIDE),
    ],
    ids=["end", "price", "product"],
)
def test_a_new_end_price_or_main_product_is_remembered(databases, after):
    put(databases, airing(at(8), MAIN))
    save(databases, changed(ChangeKind.UPDATED, settled(databases)[0], stored(after)))
    assert [kind for kind, _, _ in history(databases)] == ["updated"]


def test_a_new_title_is_not_worth_remembering(databases):
    put(databases, airing(at(8), MAIN))
    after = stored(airing(at(8), MAIN, title="아침 장보기"))
    save(databases, changed(ChangeKind.UPDATED, settled(databases)[0], after))
    assert history(databases) == []
    assert settled(databases) == (after,)


def test_a_corrected_key_keeps_its_products_for_the_trail(databases):
    put(databases, airing(at(8), MAIN))
    before = settled(databases)[0]
    corrected = replace(before, moved_to=at(8, 3))
    save(databases, changed(ChangeKind.CORRECTED, before, corrected))
    assert settled(databases) == (corrected,)


def test_linking_a_move_does_not_forget_what_the_product_is(databases):
    """A move to another day is saved without readings: the page was read long before."""
    put(databases, airing(at(8), MAIN), readings={"1": OTHER})
    before = settled(databases)[0]
    with databases.writer.transaction() as tx:
        after = replace(before, moved_from=at(7))
        tx.save([changed(ChangeKind.UPDATED, before, after)], {}, at(3))
    found = databases.schedule.broadcast(BroadcastId("hmall", at(8)))
    assert [each.is_food for each in found.products] == [False]


SLOTS = st.lists(
    st.builds(
        lambda start, length, products, confidence, food: merged(
            DAY + timedelta(minutes=start),
            DAY + timedelta(minutes=start + length),
            *products,
            source="hmall",
            confidence=confidence,
            is_food=food,
        ),
        start=st.integers(0, 1439),
        length=st.integers(1, 480),
        products=st.lists(
            st.builds(
                product,
                st.sampled_from("abc"),
                name=st.just("손질 고등어"),
                price=st.one_of(st.none(), st.integers(1, 10**7)),
                price_kind=st.sampled_from(PriceKind),
            ),
            unique_by=lambda listed: ProductKey(listed.source, listed.product_id),
            max_size=3,
        ),
        confidence=st.sampled_from(Confidence),
        food=st.sampled_from([True, False, None]),
    ),
    unique_by=lambda slot: slot.id,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(slots=SLOTS)
def test_what_is_saved_is_what_the_next_crawl_compares_with(tmp_path_factory, slots):
    with opened(tmp_path_factory.mktemp("data")) as databases:
        put(databases, *slots)
        expected = sorted(slots, key=lambda slot: slot.id)
        assert [each.slot for each in settled(databases)] == expected
