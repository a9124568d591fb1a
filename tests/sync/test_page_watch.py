"""A site that answers otherwise than for days is not believed; a new one is, with a doubt."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from eats_desktop.sync.plan import SyncScope
from tests.helpers.faulty_sites import Scenario
from tests.helpers.synced import NOW, shopping

NAMES = frozenset({"hmall", "btv_guide"})
GUIDE = SyncScope(first=1, days=1, names=frozenset({"btv_guide"}))
TOMORROW = SyncScope(first=1, days=1, names=NAMES)
TODAY = SyncScope(days=1, names=frozenset({"hnsmall"}))
DAY = timedelta(days=1)


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path / "data") as found:
        yield found


@pytest.fixture
def known(shop):
    """Three days on which tomorrow's pages were as ever, and the morning after them."""
    running, _ = shop
    for _ in range(3):
        assert set(running.statuses(TOMORROW).values()) == {"ok"}
        running.clock.advance(DAY)
    return shop


def tomorrow(running):
    return running.clock.now().date() + DAY


def refused(running, scope=TOMORROW):
    """Synchronise; tell what hmall is refused for, and that nothing of it was touched."""
    heard, shown = running.heard("hmall"), running.shown()["broadcast"]
    outcome = running.sync(scope)["hmall"]
    assert outcome.status.value == "changed"
    assert running.state("hmall").error_code == "SRC-02"
    assert running.container.quarantine.pages()
    rows = [row for row in running.shown()["broadcast"] if row[6] == "hmall"]
    assert rows == [row for row in shown if row[6] == "hmall"]
    assert running.heard("hmall") == heard
    return outcome.message


def both(sites, day):
    return [sites.edit(channel, day, seen_by="hmall") for channel in ("hmall", "hmall_plus")]


def test_a_day_with_far_fewer_slots_than_such_days_have_is_refused(known):
    running, sites = known
    for edit in both(sites, tomorrow(running)):
        for number, slot in enumerate(edit.slots()):
            if number % 3:
                edit.remove(slot.index)
    assert "H4 방송이 평소에는" in refused(running)


def unlike_the_guide(running, sites):
    running.sync(GUIDE)
    for edit in both(sites, tomorrow(running)):
        edit.shift(timedelta(minutes=12))


def test_a_day_that_no_guide_confirms_any_more_is_refused(known):
    running, sites = known
    running.sync(TOMORROW)
    running.clock.advance(DAY)
    unlike_the_guide(running, sites)
    assert "H10 편성 안내와 시각이 맞는 방송이 " in refused(running)


def test_a_new_channel_that_no_guide_confirms_is_a_doubt(shop):
    running, sites = shop
    unlike_the_guide(running, sites)
    outcome = running.sync(TOMORROW)["hmall"]
    assert (outcome.status.value, outcome.inserted > 20) == ("ok", True)
    assert outcome.message.startswith("H10 편성 안내와 시각이 맞는 방송이 ")


def test_a_page_declared_as_something_else_than_ever_is_refused(known):
    running, sites = known
    sites.scenario["hmall"] = Scenario.WRONG_TYPE
    assert "H1 응답이 다른 형식이라고 적혀 있어요" in refused(running)


def test_a_page_of_another_size_than_ever_is_refused(known):
    running, _ = known
    running.container.tasks.write_now(lambda: _swell(running, 10))
    assert "H1 응답 크기가 평소의 " in refused(running)


def _swell(running, times):
    with running.container.databases.catalog.write() as connection:
        connection.exec_driver_sql("UPDATE page_measure SET size_bytes = size_bytes * ?", (times,))


def test_measures_of_more_than_a_week_ago_say_nothing(known):
    running, sites = known
    running.clock.advance(7 * DAY)
    sites.scenario["hmall"] = Scenario.WRONG_TYPE
    assert running.statuses(TOMORROW)["hmall"] == "ok"


def test_a_refused_page_teaches_nothing(known):
    running, sites = known
    sites.scenario["hmall"] = Scenario.WRONG_TYPE
    before = running.rows("SELECT count(*) FROM page_measure WHERE source = 'hmall'")
    refused(running)
    assert running.rows("SELECT count(*) FROM page_measure WHERE source = 'hmall'") == before


def test_an_unchanged_page_is_not_measured_twice(shop):
    running, _ = shop
    for _ in range(3):
        running.sync(TOMORROW)
        running.clock.advance(timedelta(minutes=1))
    assert running.rows("SELECT count(*) FROM page_measure WHERE source = 'hmall'") == [(2,)]


def with_two_holes(running, sites):
    """Leave out two stretches of the afternoon and evening of 홈앤쇼핑."""
    edit = sites.edit("hnsmall", running.clock.now().date())
    slots = [s for s in edit.slots() if s.starts_at > running.clock.now()]
    for first in (0, 4):
        for slot in slots[first : first + 3]:
            edit.remove(slot.index)


def test_holes_in_the_first_page_of_today_are_a_doubt(shop):
    running, sites = shop
    running.clock.instant = NOW.replace(hour=8)
    with_two_holes(running, sites)
    outcome = running.sync(TODAY)["hnsmall"]
    assert (outcome.status.value, outcome.inserted > 10) == ("ok", True)
    assert outcome.message == "H5 오늘 편성에서 비거나 겹치는 곳이 2군데예요 (1번 중 1번)"
    state = running.state("hnsmall")
    assert (state.error_code, state.message) == ("H5", outcome.message[3:-10])


def test_holes_on_a_channel_that_never_had_any_are_refused(shop):
    running, sites = shop
    running.clock.instant = NOW.replace(hour=1)
    for _ in range(3):
        assert running.sync(TODAY)["hnsmall"].message == ""
        running.clock.advance(timedelta(hours=2, minutes=10))
    before = running.shown()
    with_two_holes(running, sites)
    assert running.statuses(TODAY) == {"hnsmall": "changed"}
    assert running.state("hnsmall").message.startswith("H5 오늘 편성에서")
    assert running.shown() == before


def test_a_new_field_is_noted_in_the_log(shop, caplog):
    running, sites = shop
    sites.scenario["hmall"] = Scenario.DRIFT
    with caplog.at_level(logging.INFO, "eats_desktop.sync"):
        assert running.sync(TOMORROW)["hmall"].message.startswith(
            "H9 없어진 항목: sellPrc, slitmCd"
        )
    assert "H9 새 항목: itemNo, salePrice" in caplog.text
