"""Days of invented television with faults, moves and cancellations, lived through by the program.

EATS_WEEK=1 lives through the whole week with every site; it takes some minutes.
"""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from tests.helpers.simulated_world import MORNING, World
from tests.helpers.world_scores import bad_manners

SITES = ("hnsmall", "hmall", "nsmall", "btv_guide")
WEEK = bool(os.environ.get("EATS_WEEK"))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Two days with four sites; one of them is away for long enough to lose its day."""
    options = {} if WEEK else {"sources": SITES, "ahead": 2}
    with World(tmp_path_factory.mktemp("world") / "data", fault_share=0.2, **options) as lived:
        lived.outages["hmall"] = (MORNING + timedelta(hours=9), MORNING + timedelta(hours=29))
        lived.run(7 if WEEK else 2, events=24)
        yield lived


def test_nothing_stands_twice(world):
    assert world.findings.overlaps == set()


def test_nothing_that_airs_is_cancelled_or_moved(world):
    assert (world.findings.false_cancels, world.findings.false_moves) == (set(), set())


def test_what_is_stored_is_what_airs(world):
    slots, products = world.findings.slots, world.findings.products
    assert slots.right > 10_000
    assert min(slots.precision, slots.recall) > 0.97
    assert min(products.precision, products.recall) > 0.99


def test_every_change_that_could_be_heard_is_told_and_wishes_follow(world):
    assert world.events.wrong() == []
    told = {kind for kind, verdict in world.events.verdicts() if verdict == "right"}
    assert {"moved", "cancelled", "priced", "renamed"} <= told


def test_a_price_that_went_up_and_came_back_was_seen_three_times(world):
    back = [e for e in world.events.all if e.kind == "priced" and e.is_over and e.seen and e.stored]
    assert back
    for event in back:
        first, second = event.prices
        assert world.observed(event) == [first, second, first]


def test_sites_were_asked_politely(world):
    assert bad_manners(world.sites.visits) == []


def test_the_rules_ran_as_often_as_they_should(world):
    days = 7 if WEEK else 2
    assert 7 * days <= world.jobs["sync_today"] <= 9 * days + 2
    assert world.jobs["sync_later"] >= 2 * days
    assert world.jobs["sync_wished"] > 0
