"""Two journeys below the window: a site that changed or refuses, a broadcast that moved or went."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.domain.job_run import JobStatus
from eats_desktop.domain.reminder import InboxKind
from eats_desktop.domain.sync_report import SyncStatus
from eats_desktop.sync.plan import SyncScope
from eats_desktop.viewmodels.source_lamps import source_rows
from tests.helpers.faulty_sites import Scenario
from tests.helpers.synced import DAY, LIGHT, NOW, shopping

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
TWO_DAYS = replace(LIGHT, days=2)
SOLD = SyncScope(days=1, names=frozenset({"hnsmall", "hmall", "nsmall"}))


SIX = NOW.replace(hour=18, minute=0)


def start(tmp_path, after):
    """Six in the evening, everything as a good synchronisation left it."""
    return shopping(tmp_path / "data", SIX, after=after)


@pytest.fixture
def shop(tmp_path):
    with start(tmp_path, DAY) as found:
        yield found


@pytest.fixture
def wishing(tmp_path):
    """A shop with fewer sources and two days, where reminders ring ten minutes before."""
    with start(tmp_path, TWO_DAYS) as found:
        found[0].container.settings.update("notifications", lead_minutes=(10,))
        yield found


def evening(running, sites, channel="hmall"):
    """A broadcast of tonight whose product airs only once today."""
    slots = [s for s in sites.edit(channel, TODAY).slots() if s.starts_at > running.clock.now()]
    mains = [s.products[0].product_id for s in sites.edit(channel, TODAY).slots()]
    late = running.clock.now() + timedelta(hours=2)
    return next(
        s for s in slots if s.starts_at > late and mains.count(s.products[0].product_id) == 1
    )


def found(running, slot):
    (one,) = [
        b for b in running.broadcasts(slot.day, slot.channel_id) if b.starts_at == slot.starts_at
    ]
    return one


def wish(running, slot):
    return running.container.wishes.wish_broadcast(found(running, slot).id)


def due(running):
    stored = running.container.databases.reminders.reminders()
    return [reminder.due_at for reminder in stored if reminder.state == "pending"]


def heads(running):
    return [title.split(" ·")[0] for title in running.inbox]


def rows_of(running, *channels):
    return {
        table: [row for row in rows if row[0] in channels]
        for table, rows in running.shown().items()
        if table in ("broadcast", "broadcast_product")
    }


def broken(running, sites):
    """J06: 홈앤쇼핑 renamed its fields, NS refuses for an hour, 현대 lists a new price."""
    sites.scenario["hnsmall"] = Scenario.DRIFT
    sites.scenario["nsmall"] = Scenario.BLOCKED
    sites.refusal = {"Retry-After": "3600"}
    slot = evening(running, sites)
    sites.edit("hmall", TODAY).price(slot.index, slot.products[0].price_krw + 1000)
    return slot


def test_a_changed_and_a_refusing_site_keep_their_rows_while_the_others_go_on(shop):
    running, sites = shop
    slot = broken(running, sites)
    hurt = ("hnsmall", "nsmall", "nsmall_plus")
    before = rows_of(running, *hurt)
    statuses = running.statuses(DAY)
    assert {name: s for name, s in statuses.items() if s != "ok"} == {
        "hnsmall": "changed",
        "nsmall": "blocked",
    }
    assert rows_of(running, *hurt) == before
    assert found(running, slot).products[0].price_krw == slot.products[0].price_krw + 1000


def test_the_run_says_which_sources_were_in_trouble(shop):
    running, sites = shop
    broken(running, sites)
    running.sync(DAY)
    run = running.container.databases.job_runs.recent(1)[0]
    assert run.status is JobStatus.COMPLETED
    assert "hnsmall changed" in run.reason
    assert "nsmall blocked" in run.reason


def test_the_cards_of_both_sources_say_why_since_when_and_until_when(shop):
    running, sites = shop
    broken(running, sites)
    good = running.clock.now()
    running.clock.advance(timedelta(minutes=40))
    running.sync(DAY)
    cards = {card.name: card.state for card in running.container.source_service.cards()}
    assert (cards["hnsmall"].error_code, cards["hnsmall"].last_ok_at) == ("SRC-01", good)
    refused = cards["nsmall"]
    assert (refused.error_code, refused.last_ok_at) == ("NET-04", good)
    assert refused.retry_at == running.clock.now() + timedelta(hours=1)
    assert cards["hmall"].status is SyncStatus.OK


def test_a_day_of_a_failing_channel_is_neither_empty_nor_newly_fetched(shop):
    running, sites = shop
    broken(running, sites)
    sites.scenario.update(dict.fromkeys(("btv_guide", "uplus_guide"), Scenario.SERVER_ERROR))
    good = running.clock.now()
    running.clock.advance(timedelta(minutes=40))
    running.sync(DAY)
    coverage = running.container.schedule.day(TODAY).coverage
    fetched = {c.channel_id: c.fetched_at for c in coverage}
    assert fetched["hnsmall"] == fetched["nsmall"] == good
    assert fetched["hmall"] == running.clock.now()
    assert running.broadcasts(TODAY, "hnsmall")


def test_a_refusing_site_is_not_asked_again_before_it_said_and_then_is(shop):
    running, sites = shop
    broken(running, sites)
    running.sync(SOLD)
    asked = sites.count("nsmall")
    running.clock.advance(timedelta(minutes=59))
    assert running.statuses(SOLD)["nsmall"] == "blocked"
    assert sites.count("nsmall") == asked
    running.clock.advance(timedelta(minutes=2))
    sites.scenario["nsmall"] = Scenario.OK
    assert running.statuses(SOLD)["nsmall"] == "ok"
    assert sites.count("nsmall") > asked


def test_a_restart_does_not_forget_that_a_site_refuses(tmp_path):
    with shopping(tmp_path / "data") as (running, sites):
        sites.scenario["nsmall"] = Scenario.BLOCKED
        sites.refusal = {"Retry-After": "3600"}
        running.sync(SOLD)
        asked = sites.count("nsmall")
        running.close()
        again = type(running)(tmp_path / "data", sites.base_urls, running.clock)
        assert again.statuses(SOLD)["nsmall"] == "blocked"
        again.close()
        assert sites.count("nsmall") == asked


def test_a_listing_of_five_rows_instead_of_sixty_is_quarantined(shop):
    running, sites = shop
    before = running.shown()
    sites.scenario["hmall"] = Scenario.FEW_ROWS
    assert running.statuses(SOLD)["hmall"] == "changed"
    assert running.state("hmall").error_code == "SRC-02"
    assert running.shown() == before
    assert running.container.quarantine.pages()


@pytest.mark.parametrize("krw", [1, 99_999_999])
def test_an_impossible_price_is_not_believed_and_the_known_one_stays(shop, krw):
    running, sites = shop
    for channel in ("hmall", "hnsmall", "nsmall"):
        slot = evening(running, sites, channel)
        sites.edit(channel, TODAY).price(slot.index, krw)
    before = running.shown()
    assert set(running.statuses(SOLD).values()) == {"ok"}
    assert running.shown() == before
    for row in source_rows(running.container.source_service.cards(), running.clock.now()):
        flagged = row.key in ("hmall", "hnsmall", "nsmall")
        assert (row.kind == "warn") is flagged, row
        assert ("있을 수 없는 가격은 쓰지 않았어요." in row.helpText) is flagged, row


def test_a_source_that_answers_well_again_has_a_clean_state(shop):
    running, sites = shop
    broken(running, sites)
    running.sync(SOLD)
    sites.scenario.update(hnsmall=Scenario.OK, nsmall=Scenario.OK)
    running.clock.advance(timedelta(hours=1))
    assert set(running.statuses(SOLD).values()) == {"ok"}
    for source in ("hnsmall", "nsmall"):
        state = running.state(source)
        assert (state.error_code, state.message, state.retry_at) == ("", "", None)
        assert (state.failures_in_a_row, state.last_ok_at) == (0, running.clock.now())


def test_a_broadcast_moved_to_tomorrow_takes_wish_and_alarm_along_within_one_sync(wishing):
    running, sites = wishing
    slot = evening(running, sites)
    wish(running, slot)
    assert due(running) == [slot.starts_at - timedelta(minutes=10)]
    to = NOW.replace(hour=10, minute=3) + timedelta(days=1)
    sites.edit("hmall", TODAY).move(slot.index, to)
    hide_overlapped(sites, to, slot)
    running.sync(TWO_DAYS)
    (item,) = running.container.wishes.wishlist()
    assert (item.broadcast.starts_at, item.broadcast.moved_from) == (to, slot.starts_at)
    old = found(running, slot)
    assert (old.moved_to, old.cancelled_at is not None) == (to, True)
    assert due(running) == [to - timedelta(minutes=10)]
    assert heads(running) == ["방송 시간이 바뀌었어요"]
    running.clock.instant = slot.starts_at
    running.container.reminders.tick()
    assert len(running.inbox) == 1


def hide_overlapped(sites, to, slot):
    """What aired there tomorrow is not on any page, today or tomorrow."""
    for other in sites.edit("hmall", TOMORROW).slots():
        length = slot.ends_at - slot.starts_at
        if other.starts_at < to + length and to < other.ends_at and other.index < 1000:
            sites.edit("hmall", TOMORROW).remove(other.index)


def test_a_broadcast_that_is_gone_loses_its_alarm_keeps_its_wish_and_is_told_once(wishing):
    running, sites = wishing
    slot = evening(running, sites)
    wish(running, slot)
    sites.edit("hmall", TODAY).remove(slot.index)
    for _ in range(3):
        running.sync(TWO_DAYS)
    assert due(running) == []
    assert heads(running) == ["방송이 취소됐어요"]
    (item,) = running.container.wishes.wishlist()
    assert item.broadcast.cancelled_at == running.clock.now()


def test_an_end_that_comes_earlier_is_used_at_once(wishing):
    running, sites = wishing
    slot = evening(running, sites)
    earlier = slot.ends_at - timedelta(minutes=20)
    sites.edit("hmall", TODAY).end(slot.index, earlier)
    running.sync()
    assert found(running, slot).ends_at == earlier


def test_a_failing_source_cancels_nothing_and_tells_nothing(wishing):
    running, sites = wishing
    slot = evening(running, sites)
    wish(running, slot)
    alarms = due(running)
    sites.edit("hmall", TODAY, seen_by="hmall").remove(slot.index)
    for scenario in (Scenario.DRIFT, Scenario.SERVER_ERROR, Scenario.FEW_ROWS, Scenario.EMPTY_DAY):
        sites.scenario["hmall"] = scenario
        running.sync()
    assert found(running, slot).cancelled_at is None
    assert due(running) == alarms
    assert {item.kind for item in running.container.inbox.items()} <= {InboxKind.SOURCE}


def test_the_history_says_what_happened_and_when(wishing):
    running, sites = wishing
    slot = evening(running, sites)
    sites.edit("hmall", TODAY).remove(slot.index)
    running.sync()
    running.clock.advance(timedelta(minutes=30))
    running.sync()
    history = running.rows(
        "SELECT kind, at FROM broadcast_change WHERE channel_id = 'hmall' AND starts_at = ?"
        " ORDER BY id",
        int(slot.starts_at.timestamp()),
    )
    kinds = [kind for kind, _ in history]
    assert kinds[-1] == "cancelled"
    assert history[-1][1] == int(running.clock.now().timestamp())


def test_of_a_product_on_air_twice_the_nearest_time_is_offered_and_the_other_named(wishing):
    running, _ = wishing
    airings = [
        b
        for day in (TODAY, TOMORROW)
        for b in running.broadcasts(day, "hmall")
        if b.starts_at > SIX and b.headline
    ]
    keys = [b.headline.key for b in airings]
    twice = next(key for key in keys if keys.count(key) > 1)
    first, second = [b for b in airings if b.headline.key == twice][:2]
    running.container.wishes.wish_product(twice, first.headline.name)
    (item,) = running.container.wishes.wishlist()
    assert item.broadcast.id == first.id
    assert second.id in [b.id for b in running.container.schedule.detail(first.id).next_airings]
