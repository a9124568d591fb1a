"""The ticking itself, with the real APScheduler and the real clock."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST, ManualClock, SystemClock
from eats_desktop.domain.job_run import JobStatus, JobTrigger
from eats_desktop.jobs import scheduler as scheduler_module
from eats_desktop.jobs.scheduler import Scheduler
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.storage.databases import Databases


class Reminders:
    """Notes when it was asked to tell; one reminder is due at `due_at`."""

    def __init__(self, clock, due_at=None):
        self._clock = clock
        self.due_at = due_at
        self.told_at = None
        self.told = threading.Event()
        self.followed = threading.Event()
        self.replanned = threading.Event()

    def tick(self):
        if self.due_at is None or self._clock.now() < self.due_at:
            return 0
        self.told_at, self.due_at = self._clock.now(), None
        self.told.set()
        return 1

    def next_due(self):
        return self.due_at

    def replan(self):
        self.replanned.set()

    def follow_changes(self):
        self.followed.set()

    def wished_ahead(self, span):
        return ()


class NoSync:
    def __init__(self):
        self.kept_up = threading.Event()

    def run(self, *_args):
        raise AssertionError("nothing is due")

    def keep_up(self, stop):
        if not stop.is_set():
            self.kept_up.set()


class Program:
    def __init__(self, data_dir, clock):
        self.databases = Databases.open(data_dir, ())
        self.tasks = TaskRunner()
        self.reminders = Reminders(clock)
        self.sync = NoSync()
        self.scheduler = Scheduler(
            self.tasks,
            self.sync,
            (),
            self.reminders,
            self.databases.job_runs,
            lambda: None,
            clock,
            lambda: True,
        )

    def settle(self):
        """Wait until the writer has done what it was given."""
        self.tasks.write_now(lambda: None)

    def close(self):
        self.scheduler.stop()
        self.tasks.close()
        self.databases.close()


@pytest.fixture
def program(tmp_path):
    running = Program(tmp_path, SystemClock())
    yield running
    running.close()


def test_a_reminder_is_told_within_two_seconds_of_its_moment(program):
    due_at = datetime.now(KST) + timedelta(seconds=1)
    program.scheduler.start()
    program.settle()
    program.reminders.due_at = due_at
    program.scheduler.reminders_changed()
    assert program.reminders.told.wait(5)
    assert timedelta() <= program.reminders.told_at - due_at < timedelta(seconds=2)


def test_without_a_next_reminder_nothing_is_armed(program):
    program.scheduler.start()
    program.settle()
    program.reminders.due_at = datetime.now(KST) + timedelta(hours=1)
    program.scheduler.reminders_changed()
    program.settle()
    assert program.scheduler._ticker.get_job("next_reminder") is not None
    program.reminders.due_at = None
    program.scheduler.reminders_changed()
    program.settle()
    assert program.scheduler._ticker.get_job("next_reminder") is None


def test_starting_follows_changes_that_a_killed_process_left(program):
    program.scheduler.start()
    assert program.reminders.followed.wait(5)


def test_starting_closes_runs_that_a_killed_process_left_open(program):
    runs = program.databases.job_runs
    runs.start("sync_today", JobTrigger.SCHEDULED, None, datetime.now(KST))
    program.scheduler.start()
    program.settle()
    assert [r.status for r in runs.recent(9) if r.job == "sync_today"] == [JobStatus.INTERRUPTED]


def test_other_settings_plan_anew(program):
    program.scheduler.settings_changed()
    assert program.reminders.replanned.wait(5)


def test_a_clock_set_back_by_hours_does_not_silence_the_beat(tmp_path):
    clock = ManualClock(datetime.now(KST))
    program = Program(tmp_path, clock)
    program.scheduler.start()
    ticker = program.scheduler._ticker
    ticker.modify_job("heartbeat", next_run_time=datetime.now(KST) + timedelta(hours=9))
    clock.advance(timedelta(seconds=30))
    clock.instant -= timedelta(hours=9)
    program.scheduler.check_clock()
    wait = ticker.get_job("heartbeat").next_run_time - datetime.now(KST)
    program.close()
    assert wait < timedelta(seconds=31)


def test_waking_up_tells_what_is_late_at_once(tmp_path):
    clock = ManualClock(datetime.now(KST))
    program = Program(tmp_path, clock)
    program.scheduler.start()
    program.settle()
    program.reminders.due_at = clock.now() + timedelta(hours=1)
    clock.instant += timedelta(hours=3)
    program.scheduler.check_clock()
    told = program.reminders.told.wait(5)
    program.close()
    assert told


def test_stopping_before_starting_is_harmless(program):
    program.scheduler.stop()


def test_what_an_older_program_left_is_taken_up_soon_after_the_start(program, monkeypatch):
    monkeypatch.setattr(scheduler_module, "_SETTLED_S", 0.01)
    program.scheduler.start()
    assert program.sync.kept_up.wait(10)
