"""Two line-ups of one minute keep their numbers, whatever order a page lists them in."""

from __future__ import annotations

from dataclasses import replace

from eats_desktop.domain.listing import Window
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.notifications.changes import followed
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.lineups import keep_lineups
from eats_desktop.sync.reconcile import Crawled, reconcile
from tests.helpers.broadcasts import broadcast
from tests.helpers.listings import at, heard, merged, product, slot, stored

BY_SELLER = Crawled("hmall", at(9))


def lineup(number, product_id, hour=14):
    return replace(slot(at(hour), at(hour + 1), product(product_id)), lineup=number)


def numbers(slots):
    return {s.products[0].product_id: s.lineup for s in slots}


def test_a_page_that_lists_them_the_other_way_round_changes_no_number():
    before = [heard(lineup(1, "a")), heard(lineup(2, "b"))]
    assert numbers(keep_lineups(before, [lineup(1, "b"), lineup(2, "a")])) == {"a": 1, "b": 2}


def test_what_is_left_when_the_first_goes_stays_the_second():
    before = [heard(lineup(1, "a")), heard(lineup(2, "b"))]
    assert numbers(keep_lineups(before, [lineup(1, "b")])) == {"b": 2}


def test_a_second_one_that_comes_takes_no_number_away():
    before = [heard(lineup(1, "a"))]
    assert numbers(keep_lineups(before, [lineup(1, "b"), lineup(2, "a")])) == {"a": 1, "b": 2}


def test_a_product_that_follows_another_alone_takes_its_place():
    before = [heard(lineup(1, "a"))]
    assert numbers(keep_lineups(before, [lineup(1, "b")])) == {"b": 1}


def test_two_that_sell_the_same_are_one():
    assert numbers(keep_lineups([], [lineup(1, "a"), lineup(2, "a")])) == {"a": 1}


def test_other_starts_and_slots_without_a_clock_are_left_alone():
    clockless = replace(lineup(1, "c"), starts_at=None)
    assert keep_lineups([], [lineup(1, "a"), lineup(1, "b", 16), clockless]) == (
        lineup(1, "a"),
        lineup(1, "b", 16),
        clockless,
    )


def at_lineup(value, number):
    return replace(value, id=replace(value.id, lineup=number))


def test_one_of_two_that_goes_is_cancelled_and_the_other_is_not():
    first = merged(at(14), at(15), product("a"))
    second = at_lineup(merged(at(14), at(15), product("b")), 2)
    changes = reconcile([stored(first, missing_count=1), stored(second)], [second], BY_SELLER)
    assert {c.after.slot.id.lineup: c.kind for c in changes} == {
        1: ChangeKind.CANCELLED,
        2: ChangeKind.UNCHANGED,
    }


def test_a_second_lineup_that_moves_to_a_minute_of_its_own_is_followed_there():
    second = at_lineup(merged(at(14), at(15), product("b")), 2)
    there = merged(at(17), at(18), product("b"))
    _, moved = reconcile([stored(second)], [there], BY_SELLER)
    assert (moved.after.moved_to, moved.after.moved_lineup) == (at(17), 1)
    old = replace(
        broadcast(at(14)),
        id=second.id,
        moved_to=moved.after.moved_to,
        moved_lineup=moved.after.moved_lineup,
    )
    assert followed(old) == BroadcastId("hmall", at(17), 1)


def test_where_it_moved_is_remembered_with_its_lineup(tmp_path):
    second = at_lineup(merged(at(14), at(15), product("b")), 2)
    changes = reconcile([stored(second)], [merged(at(17), at(18), product("b"))], BY_SELLER)
    databases = Databases.open(tmp_path, ())
    with databases.writer.transaction() as tx:
        tx.save(reconcile([], [second], BY_SELLER), {}, at(9))
        tx.save(changes, {}, at(9))
    with databases.writer.transaction() as tx:
        old, new = tx.stored_slots(Window("hmall", at(0), at(23)))
    databases.close()
    assert (old.slot.id.lineup, old.moved_to, old.moved_lineup) == (2, at(17), 1)
    assert (new.slot.id.lineup, new.moved_from) == (1, at(14))
