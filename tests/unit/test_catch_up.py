"""Whether a job runs now, from when it last ran: sleep, midnight, failures, clocks set wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.jobs.catch_up import Memory, Rule, decide, looks_due
from tests.helpers.broadcasts import at, broadcast

RULE = Rule("sync_today", timedelta(hours=3))
HALF_PAST = timedelta(minutes=30)


def test_what_never_ran_runs_now():
    decision = decide(RULE, Memory(), at(9))
    assert (decision.run, decision.trigger) == (True, JobTrigger.SCHEDULED)


def test_before_its_time_it_waits_for_it():
    decision = decide(RULE, Memory(at(9), at(8, 55)), at(11, 59))
    assert (decision.run, decision.due_at) == (False, at(12))


def test_at_its_time_it_runs():
    decision = decide(RULE, Memory(at(9), at(8, 55)), at(12))
    assert (decision.run, decision.trigger) == (True, JobTrigger.SCHEDULED)


def test_after_a_night_of_sleep_it_is_one_catch_up():
    decision = decide(RULE, Memory(at(22), at(21, 55)), at(8, day=1))
    assert (decision.run, decision.trigger) == (True, JobTrigger.CATCH_UP)
    ran = Memory(at(8, 5, day=1), at(8, day=1))
    assert not decide(RULE, ran, at(8, 6, day=1)).run


def test_after_three_days_it_is_one_catch_up_as_well():
    decision = decide(RULE, Memory(at(22), at(21, 55)), at(22, day=3))
    assert (decision.trigger, decision.due_at) == (JobTrigger.CATCH_UP, at(1, day=1))


def test_midnight_is_nothing_special():
    memory = Memory(at(22), at(21, 55))
    assert not decide(RULE, memory, at(0, 59, day=1)).run
    assert decide(RULE, memory, at(1, day=1)).run


def test_at_night_an_installation_adds_its_own_minutes():
    rule = replace(RULE, offset=timedelta(minutes=13))
    memory = Memory(at(22), at(21, 55))
    assert not decide(rule, memory, at(1, 12, day=1)).run
    assert decide(rule, memory, at(1, 13, day=1)).run


def test_by_day_nothing_is_added():
    rule = replace(RULE, offset=timedelta(minutes=13))
    assert decide(rule, Memory(at(9), at(8, 55)), at(12)).run


def test_after_a_failure_it_waits_a_quarter_of_an_hour():
    memory = Memory(success=at(9), attempt=at(12))
    assert decide(RULE, memory, at(12, 14)).due_at == at(12, 15)
    assert not decide(RULE, memory, at(12, 14)).run
    assert decide(RULE, memory, at(12, 15)).run


def test_a_first_run_that_failed_waits_as_well():
    assert not decide(RULE, Memory(attempt=at(9)), at(9, 1)).run


def test_with_the_clock_set_back_by_hours_it_runs_once():
    assert decide(RULE, Memory(at(19), at(18, 55)), at(10)).trigger is JobTrigger.CATCH_UP
    assert not decide(RULE, Memory(at(10, 5), at(10)), at(10, 6)).run


def test_with_the_clock_set_back_a_failing_run_is_not_repeated_at_every_beat():
    memory = Memory(success=at(19), attempt=at(10))
    assert not decide(RULE, memory, at(10, 1)).run


def test_a_clock_corrected_by_seconds_makes_nothing_run():
    memory = Memory(at(9), at(8, 55))
    assert not decide(RULE, memory, at(9) - timedelta(seconds=20)).run


@given(st.integers(0, 400), st.integers(0, 60), st.integers(-2000, 2000), st.integers(0, 20))
def test_right_after_any_run_it_rests(success, lasted, jumped, offset):
    """Whatever the clock did before, a run that just ended well is not followed by another."""
    rule = replace(RULE, offset=timedelta(minutes=offset))
    now = at(12) + timedelta(minutes=success + jumped)
    memory = Memory(success=now, attempt=now - timedelta(minutes=lasted))
    assert not decide(rule, memory, now + timedelta(seconds=30)).run


SHOW = broadcast(at(21, 40))


def times(looks):
    return [look.due_at for look in looks]


def test_a_seller_is_asked_once_more_an_hour_and_a_quarter_before_a_wished_show():
    assert times(looks_due([SHOW], at(20), at(20, 39))) == []
    assert times(looks_due([SHOW], at(20), at(20, 40))) == [at(20, 40)]
    assert times(looks_due([SHOW], at(20, 40), at(21, 24))) == []
    assert times(looks_due([SHOW], at(20, 40), at(21, 25))) == [at(21, 25)]


def test_a_look_after_its_moment_counts_whoever_took_it():
    assert looks_due([SHOW], at(20, 41), at(20, 50)) == ()


def test_nobody_asks_again_once_the_show_runs():
    assert looks_due([SHOW], at(20), at(21, 40)) == ()


def test_a_slot_that_only_a_guide_knows_is_not_asked_for_again():
    assert looks_due([replace(SHOW, products=())], None, at(21)) == ()
