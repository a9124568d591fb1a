"""One synchronisation with all sites, through HTTP into real files, then another."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from eats_desktop.demo.stations import STATIONS
from eats_desktop.domain.job_run import JobStatus
from eats_desktop.domain.schedule import Confidence
from eats_desktop.sync.plan import SyncScope
from tests.helpers.synced import DAY, LIGHT, NOW, Sites, program, shopping

TODAY = NOW.date()
WEEK = SyncScope(days=8)


@pytest.fixture(scope="module")
def sites():
    with Sites(lambda: NOW) as running:
        yield running


@pytest.fixture(scope="module")
def synced(tmp_path_factory, sites):
    """A program after one synchronisation of the whole week; its `first` outcomes are kept."""
    with program(tmp_path_factory.mktemp("week") / "data", sites) as running:
        running.first = running.sync(WEEK)
        yield running


@pytest.fixture
def day(tmp_path):
    """A new program of its own."""
    with shopping(tmp_path / "data", after=DAY) as (running, _):
        yield running


def channels(broadcasts):
    return {b.id.channel_id for b in broadcasts}


def test_one_sync_fills_all_17_channels_for_the_week_and_the_mall(synced):
    outcomes = synced.first
    assert {o.status.value for o in outcomes.values()} == {"ok"}
    for ahead in range(8):
        assert len(channels(synced.broadcasts(TODAY + timedelta(days=ahead)))) == 17
    assert outcomes["kok"].inserted > 50
    assert synced.container.schedule.home().live


def test_a_second_sync_inserts_nothing_and_changes_nothing(synced, sites):
    first = synced.first
    assert sum(o.inserted for o in first.values()) > 1000
    before = synced.shown()
    sites.log.clear()
    second = synced.sync(WEEK)
    for outcome in second.values():
        touched = (outcome.inserted, outcome.updated, outcome.cancelled, outcome.restored)
        assert touched == (0, 0, 0, 0), outcome
        assert outcome.fetched == first[outcome.name].fetched
    assert synced.shown() == before
    assert {entry.status for entry in sites.requests()} == {304}


def test_a_second_sync_after_a_restart_inserts_nothing(day):
    before = day.shown()
    assert sum(outcome.inserted for outcome in day.sync(DAY).values()) == 0
    assert day.shown() == before


def test_sellers_own_their_slots_and_guides_fill_the_other_channels(synced):
    found = synced.broadcasts(TODAY)
    sold = {station.channel_id for station in STATIONS if station.seller}
    assert channels(b for b in found if b.products) == sold
    agreed = [b for b in found if b.products and b.confidence is Confidence.HIGH]
    assert len(agreed) > 0.9 * sum(1 for b in found if b.products)
    assert {b.confidence for b in found if not b.products} == {Confidence.LOW}


def test_no_guide_slot_stands_within_five_minutes_of_what_a_seller_lists(synced):
    for ahead in range(8):
        slots = synced.broadcasts(TODAY + timedelta(days=ahead))
        sold = [s for s in slots if s.products]
        for guessed in (s for s in slots if not s.products):
            assert not [
                s
                for s in sold
                if s.id.channel_id == guessed.id.channel_id
                and abs(s.starts_at - guessed.starts_at) <= timedelta(minutes=5)
            ]


def test_the_u_plus_guide_tells_todays_channel_numbers(synced):
    told = dict(synced.rows("SELECT channel_id, channel_no FROM channel_number"))
    assert len(told) == 17
    assert (told["hnsmall"], told["kshop"]) == (4, 2)


def test_the_run_is_recorded_with_its_counts(day):
    outcomes = day.sync(DAY)
    run = day.container.databases.job_runs.recent(1)[0]
    assert run.status is JobStatus.COMPLETED
    assert run.counts["unchanged"] == sum(o.unchanged for o in outcomes.values()) > 1000


def test_before_three_at_night_yesterdays_pages_are_asked_too(tmp_path):
    night = NOW.replace(hour=1, minute=30)
    with Sites(lambda: night) as sites, program(tmp_path / "d", sites, night) as running:
        running.sync(LIGHT)
        days = {e.request.query["broadDay"] for e in sites.requests("hnsmall")}
        assert days == {"20261123", "20261124"}
        late = running.broadcasts(TODAY - timedelta(days=1), "hnsmall")
        assert [b for b in late if b.ends_at > night.replace(hour=0, minute=0)]


def test_a_sync_that_is_stopped_keeps_what_it_has_and_says_skipped(day):
    before = day.shown()
    stop = threading.Event()
    stop.set()
    outcomes = day.sync(DAY, stop)
    assert day.shown() == before
    assert {o.status.value for o in outcomes.values()} == {"skipped"}


def test_screens_hear_which_days_changed_and_nothing_when_nothing_did(tmp_path):
    with shopping(tmp_path / "data", after=LIGHT) as (running, sites):
        running.sync()
        assert running.changed_days == []
        slot = next(s for s in sites.edit("hmall", TODAY).slots() if s.starts_at > NOW)
        sites.edit("hmall", TODAY).price(slot.index, 12_300)
        running.sync()
        assert running.changed_days == [frozenset({TODAY})]
