"""The week plan is stable, covers every minute, and always has food to show."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.plan import WeekPlan, starting_on
from eats_desktop.demo.stations import BY_CHANNEL, STATIONS
from eats_desktop.domain.clock import day_start, korean_day

TODAY = date(2026, 11, 24)
CATALOGUE = load_catalogue()
PLAN = WeekPlan(CATALOGUE)
NATIVES = [station for station in STATIONS if station.seller]
MINUTE = timedelta(minutes=1)


def week(station, first=-1, last=10):
    return [
        slot
        for ahead in range(first, last + 1)
        for slot in PLAN.slots(station.channel_id, TODAY + timedelta(days=ahead))
    ]


def by_day(slots):
    return [slot for slot in slots if not slot.at_night]


def test_all_seventeen_channels_are_planned():
    assert len(STATIONS) == 17
    assert all(PLAN.slots(station.channel_id, TODAY) for station in STATIONS)


def test_a_day_is_the_same_in_another_process():
    script = (
        "from datetime import date\n"
        "from eats_desktop.demo.catalogue import load_catalogue\n"
        "from eats_desktop.demo.plan import WeekPlan\n"
        "import hashlib\n"
        "plan = WeekPlan(load_catalogue()).slots('hmall', date(2026, 11, 24))\n"
        "print(hashlib.sha256(repr(plan).encode()).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_a_day_does_not_depend_on_the_days_drawn_before_it():
    fresh = WeekPlan(CATALOGUE)
    fresh.slots("nsmall", TODAY + timedelta(days=3))
    assert fresh.slots("nsmall", TODAY) == PLAN.slots("nsmall", TODAY)


def test_two_days_are_not_alike():
    tomorrow = PLAN.slots("hnsmall", TODAY + timedelta(days=1))
    assert [s.nick for s in tomorrow] != [s.nick for s in PLAN.slots("hnsmall", TODAY)]


@pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.channel_id)
def test_a_channel_has_no_gap_and_no_overlap_for_twelve_days(station):
    assert all(one.ends_at == two.starts_at for one, two in pairwise(week(station)))


@pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.channel_id)
def test_the_broadcast_day_turns_where_the_channel_turns_it(station):
    first = PLAN.slots(station.channel_id, TODAY)[0]
    assert first.starts_at == day_start(TODAY) + station.opens * MINUTE


def test_a_slot_lasts_an_hour_in_the_middle():
    minutes = [(s.ends_at - s.starts_at) / MINUTE for station in STATIONS for s in week(station)]
    assert median(minutes) == 60
    assert min(minutes) == 5


def test_the_night_has_a_show_over_midnight_and_shows_until_dawn():
    over_midnight = [s for s in PLAN.slots("hmall_plus", TODAY) if korean_day(s.ends_at) != TODAY]
    assert [f"{s.starts_at:%H:%M}-{s.ends_at:%H:%M}" for s in over_midnight] == ["23:40-00:40"]
    starts = [f"{slot.starts_at:%H:%M}" for slot in PLAN.slots("nsmall", TODAY)]
    assert starts[0] == "02:00"
    assert "05:20" in starts


def test_about_half_of_the_natives_daytime_is_food():
    slots = by_day(slot for station in NATIVES for slot in week(station))
    assert 0.4 <= sum(slot.is_food for slot in slots) / len(slots) <= 0.6


def test_about_a_third_and_more_of_the_other_channels_is_food_too():
    slots = [slot for station in STATIONS if not station.seller for slot in week(station)]
    assert 0.3 <= sum(slot.is_food for slot in slots) / len(slots) <= 0.5


def test_food_is_live_at_every_minute_and_starts_within_every_hour():
    foods = [slot for station in NATIVES for slot in week(station, -1, 3) if slot.is_food]
    for minute in range(3 * 24 * 60):
        now = day_start(TODAY) + minute * MINUTE
        assert any(slot.starts_at <= now < slot.ends_at for slot in foods), now
        assert any(now < slot.starts_at <= now + 60 * MINUTE for slot in foods), now


def test_heroes_air_every_other_day_under_one_id():
    mains = [(s.products[0], s.day) for s in week(BY_CHANNEL["nsmall"], 0, 6)]
    heroes = {product.name for product in CATALOGUE.products if product.hero}
    sold_here = {product.product_id for product, _ in mains if product.name in heroes}
    assert len(sold_here) >= 8
    for number in sold_here:
        assert len({day for product, day in mains if product.product_id == number}) >= 3


def test_a_heros_price_changes_from_day_to_day():
    prices: dict[str, set] = {}
    for slot in week(BY_CHANNEL["hmall"]):
        prices.setdefault(slot.products[0].product_id, set()).add(slot.products[0].price_krw)
    assert any(len(seen) == 2 for seen in prices.values())


def test_far_days_are_thin_and_only_ever_fill_up():
    for station in NATIVES:
        day = TODAY + timedelta(days=5)
        far = PLAN.listed(station.channel_id, day, TODAY)
        near = PLAN.listed(station.channel_id, day, TODAY + timedelta(days=2))
        on_the_day = PLAN.listed(station.channel_id, day, day)
        assert set(far) <= set(near) <= set(on_the_day)
        assert len(far) < len(on_the_day)
        assert on_the_day == PLAN.slots(station.channel_id, day)


def test_nothing_is_listed_beyond_the_horizon():
    assert PLAN.listed("hnsmall", TODAY + timedelta(days=10), TODAY)
    assert PLAN.listed("hnsmall", TODAY + timedelta(days=11), TODAY) == ()
    assert PLAN.listed("hnsmall", TODAY - timedelta(days=2), TODAY) == ()
    assert PLAN.listed("nsmall_plus", TODAY + timedelta(days=7), TODAY) == ()
    assert PLAN.listed("gsmyshop", TODAY, TODAY) == ()
    assert PLAN.listed("skstoa", TODAY + timedelta(days=1), TODAY) == ()


def test_a_calendar_day_takes_its_slots_from_two_broadcast_days():
    slots = starting_on(PLAN, BY_CHANNEL["nsmall"], TODAY)
    assert {slot.day for slot in slots} == {TODAY, TODAY - timedelta(days=1)}
    assert {korean_day(slot.starts_at) for slot in slots} == {TODAY}


def test_some_slots_show_products_beside_the_main_one():
    counts = [len(slot.products) for station in NATIVES for slot in week(station)]
    assert min(counts) == 1
    assert max(counts) >= 3


def test_no_slot_lists_a_product_twice():
    for station in STATIONS:
        for slot in week(station):
            ids = [product.product_id for product in slot.products]
            assert len(set(ids)) == len(ids)
