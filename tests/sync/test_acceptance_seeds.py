"""What the original got wrong, each through sites, sync, files and services as a shopper has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.sync.plan import SyncScope
from tests.helpers.faulty_sites import Scenario
from tests.helpers.synced import LIGHT, NOW, shopping

TODAY = NOW.date()
TWO_DAYS = replace(LIGHT, days=2)


@pytest.fixture
def shop(tmp_path):
    """Sites and a program that has synchronised with them once."""
    with shopping(tmp_path / "data", after=LIGHT) as found:
        yield found


@pytest.fixture
def new_shop(tmp_path):
    with shopping(tmp_path / "data") as found:
        yield found


def planned(sites, channel, *, after=NOW, day=TODAY, food=None):
    """The slots that a channel has planned after a moment."""
    slots = sites.edit(channel, day).slots()
    return [s for s in slots if s.starts_at > after and food in (None, s.is_food)]


def stored(running, slot):
    broadcasts = running.container.schedule.day(slot.starts_at.date(), food_only=False).broadcasts
    (found,) = [
        b for b in broadcasts if (b.id.channel_id, b.starts_at) == (slot.channel_id, slot.starts_at)
    ]
    return found


def wish(running, slot):
    return running.container.wishes.wish_broadcast(stored(running, slot).id)


def wished(running):
    return [item.wish.broadcast_id for item in running.container.wishes.wishlist()]


def test_a_programme_on_air_without_a_clock_stays_one_row_with_its_own_start(shop):
    running, sites = shop
    slot = planned(sites, "hnsmall")[0]
    before = running.shown()
    for minutes in (1, 23, 40):
        running.clock.instant = slot.starts_at + timedelta(minutes=minutes)
        assert set(running.statuses().values()) == {"ok"}
    assert running.shown() == before
    assert stored(running, slot).state_at(running.clock.now()) is BroadcastState.LIVE


def test_an_on_air_programme_whose_predecessors_are_gone_keeps_its_stored_start(shop):
    running, sites = shop
    slot = planned(sites, "hnsmall")[0]
    before = running.shown()
    for past in sites.edit("hnsmall", TODAY, seen_by="hnsmall").slots():
        if past.ends_at <= slot.starts_at:
            sites.edit("hnsmall", TODAY, seen_by="hnsmall").remove(past.index)
    running.clock.instant = slot.starts_at + timedelta(minutes=23)
    assert running.statuses()["hnsmall"] == "ok"
    assert running.shown() == before


def test_an_on_air_programme_nobody_knew_is_dropped_rather_than_dated_by_the_clock(new_shop):
    running, sites = new_shop
    on_air = next(s for s in sites.edit("hnsmall", TODAY).slots() if s.starts_at <= NOW < s.ends_at)
    edit = sites.edit("hnsmall", TODAY, seen_by="hnsmall")
    for past in edit.slots():
        if past.ends_at <= on_air.starts_at:
            edit.remove(past.index)
    running.sync(SyncScope(days=1, names=frozenset({"hnsmall"})))
    starts = {b.starts_at for b in running.broadcasts(TODAY, "hnsmall")}
    assert starts == {s.starts_at for s in planned(sites, "hnsmall")}


def test_a_channel_that_fails_changes_no_row_of_it(shop):
    running, sites = shop
    before = running.shown()
    sites.scenario["hmall"] = Scenario.SERVER_ERROR
    sites.edit("hmall", TODAY, seen_by="hmall").remove(planned(sites, "hmall")[0].index)
    for _ in range(2):
        assert running.statuses()["hmall"] == "unavailable"
    assert running.shown() == before


def test_omitted_twice_is_cancelled_once_told_once_and_restored_with_its_wish(shop):
    running, sites = shop
    slot = planned(sites, "hmall", after=NOW + timedelta(hours=2))[0]
    heart = wish(running, slot)
    edit = sites.edit("hmall", TODAY).remove(slot.index)
    assert running.sync()["hmall"].cancelled == 0
    assert stored(running, slot).cancelled_at is None
    running.clock.advance(timedelta(hours=1))
    assert running.sync()["hmall"].cancelled == 1
    assert stored(running, slot).cancelled_at == running.clock.now()
    assert running.sync()["hmall"].cancelled == 0
    assert [title.split(" ·")[0] for title in running.inbox] == ["방송이 취소됐어요"]
    edit.undo()
    assert running.sync()["hmall"].restored == 1
    assert stored(running, slot).cancelled_at is None
    assert wished(running) == [heart.broadcast_id]
    due = [
        r.due_at for r in running.container.databases.reminders.reminders() if r.state == "pending"
    ]
    assert due
    assert len(running.inbox) == 2  # that it is on again


def test_an_omission_that_is_followed_by_the_slot_is_forgotten(shop):
    running, sites = shop
    slot = planned(sites, "hmall", after=NOW + timedelta(hours=2))[0]
    for _ in range(2):
        sites.edit("hmall", TODAY).remove(slot.index)
        running.sync()
        sites.edit("hmall", TODAY).undo()
        running.sync()
    assert stored(running, slot).cancelled_at is None


def test_a_slot_that_only_the_guide_still_lists_is_cancelled_by_its_seller(shop):
    running, sites = shop
    slot = planned(sites, "hmall", after=NOW + timedelta(hours=2))[0]
    sites.edit("hmall", TODAY, seen_by="hmall").remove(slot.index)
    running.sync()
    running.sync()
    assert stored(running, slot).cancelled_at is not None


def test_what_is_over_may_leave_the_page_and_is_not_cancelled(shop):
    running, sites = shop
    before = running.shown()["broadcast"]
    edit = sites.edit("hmall", TODAY)
    for past in edit.slots():
        if past.ends_at <= NOW:
            edit.remove(past.index)
    running.sync()
    running.sync()
    assert running.shown()["broadcast"] == before


def test_a_moved_slot_takes_the_wish_along_with_one_notice(shop):
    running, sites = shop
    slot = planned(sites, "hmall", after=NOW + timedelta(hours=2))[1]
    wish(running, slot)
    to = slot.starts_at + timedelta(hours=1)
    sites.edit("hmall", TODAY).move(slot.index, to)
    for _ in range(3):
        running.sync()
    (followed,) = wished(running)
    assert (followed.channel_id, followed.starts_at) == ("hmall", to)
    assert [title.split(" ·")[0] for title in running.inbox] == ["방송 시간이 바뀌었어요"]
    old = running.container.schedule.detail(stored(running, slot).id).broadcast
    assert (old.moved_to, old.cancelled_at is not None) == (to, True)


def test_a_broadcast_over_midnight_is_live_in_both_days_and_told_at_its_start(tmp_path):
    with shopping(tmp_path / "data", NOW.replace(hour=20)) as (running, sites):
        running.container.settings.update("notifications", lead_minutes=(0,))
        running.sync(TWO_DAYS)
        (late,) = [s for s in planned(sites, "hmall") if s.ends_at.date() > TODAY]
        assert late.starts_at == datetime(2026, 11, 24, 23, 55, tzinfo=KST)
        wish(running, late)
        running.clock.instant = late.starts_at
        running.container.reminders.tick()
        assert len(running.inbox) == 1
        running.clock.instant = datetime(2026, 11, 25, 0, 30, tzinfo=KST)
        for day in (TODAY, TODAY + timedelta(days=1)):
            views = running.broadcasts(day, "hmall")
            (seen,) = [b for b in views if b.starts_at == late.starts_at]
            assert seen.state_at(running.clock.now()) is BroadcastState.LIVE
        running.sync(TWO_DAYS)
        assert stored(running, late).cancelled_at is None


def test_a_price_that_goes_and_comes_back_is_three_observations_and_shown_as_now(shop):
    running, sites = shop
    edit = sites.edit("hmall", TODAY)
    slot = next(s for s in planned(sites, "hmall") if s.products[0].list_krw > 9000)
    for krw in (9000, 8000, 9000, 9000):
        edit.undo()
        edit.price(slot.index, krw)
        running.sync()
    main = slot.products[0].product_id
    seen = running.rows(
        "SELECT sale_price_krw FROM price_observation WHERE product_id = ? ORDER BY id", main
    )
    first = slot.products[0].price_krw
    assert [krw for (krw,) in seen] == [first, 9000, 8000, 9000]
    assert stored(running, slot).products[0].price_krw == 9000


def test_a_store_name_is_taken_off_once_however_often_it_is_read(new_shop):
    running, _ = new_shop
    mall = SyncScope(days=1, names=frozenset({"kok"}))
    running.sync(mall)
    names = running.rows("SELECT product_id, brand, name, raw_name FROM product ORDER BY 1")
    assert all(raw.startswith(brand) for _, brand, _, raw in names)
    running.sync(mall)
    assert running.rows("SELECT product_id, brand, name, raw_name FROM product ORDER BY 1") == names
