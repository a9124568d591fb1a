"""Kitchen clocks: run, hold, go on, run down; by the wall clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.viewmodels.cook_timers import CookTimer, clock_text, spoken_span, timer_row
from tests.helpers.listings import at

FIVE = timedelta(minutes=5)
NOON = at(12)


def fresh():
    return CookTimer("own:stew/2", "찌개", 2, FIVE, FIVE)


def after(**span):
    return NOON + timedelta(**span)


def test_a_clock_runs_down_and_never_below_nothing():
    running = fresh().start(NOON)
    assert running.remaining(after(minutes=2)) == timedelta(minutes=3)
    assert running.remaining(after(hours=2)) == timedelta()


def test_a_held_clock_stands_and_goes_on_from_there():
    held = fresh().start(NOON).pause(after(minutes=2))
    assert held.remaining(after(hours=1)) == timedelta(minutes=3)
    again = held.start(after(hours=1))
    assert again.remaining(after(hours=1, minutes=1)) == timedelta(minutes=2)
    assert held.pause(after(hours=1)) == held


def test_starting_a_running_clock_changes_nothing():
    running = fresh().start(NOON)
    assert running.start(after(minutes=1)) == running


def test_a_clock_that_ran_down_starts_with_its_whole_length():
    done = fresh().start(NOON).finish()
    assert done.is_done
    assert done.start(after(minutes=9)).remaining(after(minutes=9)) == FIVE


def test_a_minute_more_runs_on_holds_on_or_starts_anew():
    minute = timedelta(minutes=1)
    running = fresh().start(NOON).longer(minute, after(minutes=1))
    assert running.remaining(after(minutes=1)) == FIVE
    held = fresh().start(NOON).pause(after(minutes=1)).longer(minute, after(minutes=3))
    assert (held.is_running, held.remaining(after(hours=1))) == (False, FIVE)
    done = fresh().start(NOON).finish().longer(minute, after(hours=1))
    assert (done.is_running, done.remaining(after(hours=1))) == (True, minute)


@pytest.mark.parametrize(
    ("span", "written", "said"),
    [
        (timedelta(minutes=4, seconds=5), "4:05", "4분 5초"),
        (timedelta(seconds=59, milliseconds=10), "1:00", "1분"),
        (timedelta(hours=1, minutes=20), "1:20:00", "80분"),
        (timedelta(), "0:00", "0초"),
    ],
)
def test_what_is_to_go_is_written_as_a_clock_does_seconds_rounded_up(span, written, said):
    assert (clock_text(span), spoken_span(span)) == (written, said)


def test_a_row_names_the_dish_only_where_another_is_cooked():
    running = fresh().start(NOON)
    row = timer_row(running, after(minutes=1), names=False)
    assert (row.kind, row.label, row.leftText) == ("running", "2단계", "4:00")
    assert row.share == pytest.approx(0.2)
    assert row.spokenText == "2단계 타이머, 4분 남았어요"
    assert timer_row(running, NOON, names=True).label == "찌개 2단계"
    assert timer_row(running.pause(NOON), NOON, names=False).kind == "paused"
    done = timer_row(running.finish(), NOON, names=False)
    assert (done.kind, done.leftText, done.spokenText) == (
        "done",
        "끝났어요",
        "2단계 타이머, 끝났어요",
    )
