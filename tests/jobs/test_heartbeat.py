"""Sleep and set clocks are noticed from two clocks that should agree."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.jobs.heartbeat import Heartbeat
from tests.helpers.listings import at

HALF_MINUTE = timedelta(seconds=30)


@pytest.fixture
def clock():
    return ManualClock(at(12))


@pytest.mark.parametrize("jump", [timedelta(hours=3), timedelta(hours=-9), timedelta(seconds=100)])
def test_a_wall_clock_that_jumps_is_noticed_once(clock, jump):
    heartbeat = Heartbeat(clock)
    clock.advance(HALF_MINUTE)
    clock.instant += jump
    assert heartbeat.beat().noticed
    clock.advance(HALF_MINUTE)
    assert not heartbeat.beat().noticed


def test_sleep_through_which_the_monotonic_clock_went_on_is_noticed(clock):
    heartbeat = Heartbeat(clock)
    clock.advance(timedelta(hours=3))
    assert heartbeat.beat().noticed


@pytest.mark.parametrize("drift", [0, 5, -5, 60])
def test_a_busy_machine_or_a_small_correction_is_not_a_jump(clock, drift):
    heartbeat = Heartbeat(clock)
    clock.advance(HALF_MINUTE)
    clock.instant += timedelta(seconds=drift)
    assert not heartbeat.beat().noticed
