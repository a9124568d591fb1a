"""What a beat runs: rules in turn, one synchronisation at a time, care once a day."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import OfflineError, StorageFullError
from eats_desktop.domain.job_run import JobStatus, JobTrigger
from eats_desktop.jobs.catch_up import Rule
from eats_desktop.jobs.due_work import DueWork, SyncRule
from eats_desktop.jobs.task_runner import TaskRunner
from eats_desktop.storage.databases import Databases
from eats_desktop.sync.plan import SyncScope
from tests.helpers.broadcasts import at, broadcast

TODAY = SyncRule(Rule("sync_today", timedelta(hours=3)), SyncScope(days=1, mall=False))
LATER = SyncRule(Rule("sync_later", timedelta(hours=12)), SyncScope(first=1, days=7))


class Program:
    """Due work on the real job table; `fetch` stands for the network."""

    def __init__(self, data_dir):
        self.clock = ManualClock(at(9))
        self.tasks = TaskRunner()
        self.databases = Databases.open(data_dir, ())
        self.runs = self.databases.job_runs
        self.fetch = lambda stop: None
        self.asked = []
        self.wished = []
        self.auto = True
        self.tidied = 0
        self.work = DueWork(
            self.tasks,
            self,
            (TODAY, LATER),
            lambda _span: self.wished,
            self.runs,
            self.tidy,
            self.clock,
            lambda: self.auto,
        )

    def run(self, scope, trigger, stop, due_at=None, job=""):
        self.asked.append((job, trigger, scope))
        run_id = self.runs.start(job, trigger, due_at, self.clock.now())
        status = JobStatus.FAILED
        try:
            self.fetch(stop)
            status = JobStatus.COMPLETED
        finally:
            self.runs.finish(run_id, status, "", {}, self.clock.now())

    def tidy(self):
        self.tidied += 1

    def jobs(self):
        return [job for job, _, _ in self.asked]

    def beat(self, times=1):
        for _ in range(times):
            self.clock.advance(timedelta(seconds=30))
            self.work.run()

    def rows(self, job):
        return [run for run in reversed(self.runs.recent(50)) if run.job == job]

    def close(self):
        self.tasks.close()
        self.databases.close()


@pytest.fixture
def program(tmp_path):
    running = Program(tmp_path)
    yield running
    running.close()


def test_a_first_start_runs_every_rule_once(program):
    program.beat(10)
    assert program.jobs() == ["sync_today", "sync_later"]


def test_after_three_hours_of_sleep_there_is_one_catch_up(program):
    program.beat(2)
    program.asked.clear()
    program.clock.instant += timedelta(hours=3, minutes=30)
    program.beat(10)
    assert [(job, trigger) for job, trigger, _ in program.asked] == [
        ("sync_today", JobTrigger.CATCH_UP)
    ]


def test_a_run_knows_when_it_was_due(program):
    program.beat()
    program.clock.instant += timedelta(hours=5)
    program.beat()
    last = program.rows("sync_today")[-1]
    assert last.due_at == at(12) + timedelta(seconds=30)


def test_with_the_clock_set_back_nine_hours_there_is_one_run_and_not_one_per_beat(program):
    program.clock.instant = at(18)
    program.beat(2)
    program.asked.clear()
    program.clock.instant = at(9)
    program.beat(20)
    assert program.jobs() == ["sync_today", "sync_later"]


def test_offline_it_tries_again_after_a_quarter_of_an_hour(program):
    def offline(_stop):
        raise OfflineError

    program.fetch = offline
    program.beat(29)
    assert program.jobs().count("sync_today") == 1
    program.beat(2)
    assert program.jobs().count("sync_today") == 2


def test_with_automatic_fetching_off_only_the_care_is_taken(program):
    program.auto = False
    program.beat()
    assert (program.asked, program.tidied) == ([], 1)


def test_care_is_taken_once_a_day(program):
    program.beat(20)
    assert program.tidied == 1
    program.clock.instant += timedelta(hours=24)
    program.beat(20)
    assert program.tidied == 2


def test_care_that_fails_is_a_row_with_its_reason(program):
    def full():
        raise StorageFullError("저장 공간이 부족해요")

    program.work._tidy = full
    program.beat(2)
    (row,) = program.rows("care")
    assert (row.status, row.reason) == (JobStatus.FAILED, "DB-03 저장 공간이 부족해요")


class _Meanwhile:
    """A synchronisation on another thread that goes on until it is let go or stopped."""

    def __init__(self, program, start):
        self._go = threading.Event()
        self._begun = threading.Event()
        program.fetch = self._fetch
        self.stopped = False
        self._thread = threading.Thread(target=start)

    def _fetch(self, stop):
        self._begun.set()
        while not self._go.wait(0.01):
            if stop.is_set():
                self.stopped = True
                return

    def __enter__(self):
        self._thread.start()
        assert self._begun.wait(5)
        return self

    def __exit__(self, *_exc):
        self._go.set()
        self._thread.join(5)


def test_asking_while_one_runs_is_refused_and_noted(program):
    with _Meanwhile(program, program.work.run):
        assert not program.work.run_manual(SyncScope())
    (row,) = program.rows("sync_manual")
    assert (row.status, row.reason) == (JobStatus.SKIPPED, "이미 받고 있어요")


def test_a_beat_while_one_runs_starts_no_second(program):
    with _Meanwhile(program, lambda: program.work.run_manual(SyncScope())):
        program.beat(3)
        assert program.jobs() == ["sync_manual"]


def test_cancelling_ends_the_run_and_lets_the_due_ones_rest(program):
    with _Meanwhile(program, program.work.run) as meanwhile:
        program.work.cancel()
        meanwhile._thread.join(5)
        assert meanwhile.stopped
    program.beat(5)
    assert program.jobs() == ["sync_today"]
    program.beat(30)
    assert program.jobs() == ["sync_today", "sync_later"]


def test_asking_after_a_cancelled_run_works_at_once(program):
    program.work.cancel()
    assert program.work.run_manual(SyncScope())


def test_closing_ends_the_run_and_starts_no_other(program):
    with _Meanwhile(program, program.work.run) as meanwhile:
        program.work.close()
        meanwhile._thread.join(5)
        assert meanwhile.stopped
    program.beat(3)
    assert not program.work.run_manual(SyncScope())
    assert program.jobs() == ["sync_today"]


WISHED = broadcast(at(21, 40))


def test_the_seller_of_a_wished_show_is_asked_once_more_before_it(program):
    program.clock.instant = at(20)
    program.beat()
    program.asked.clear()
    program.wished = [WISHED]
    program.clock.instant = at(20, 40)
    program.beat(5)
    channels = frozenset({WISHED.id.channel_id})
    assert [(job, scope) for job, _, scope in program.asked] == [
        (
            "sync_wished",
            SyncScope(days=1, names=frozenset({"hmall"}), mall=False, channels=channels),
        )
    ]


def test_for_a_wished_show_after_midnight_the_next_day_is_asked_for(program):
    program.clock.instant = at(22, 30)
    program.beat()
    program.asked.clear()
    program.wished = [broadcast(at(0, 10, day=1))]
    program.clock.instant = at(23, 20)
    program.beat()
    assert [scope.days for _, _, scope in program.asked] == [2]


def looking(program, synced_at, at_night):
    """Let a day's synchronisation end at one moment, then come to another with a wish standing."""
    program.clock.instant = synced_at - timedelta(seconds=30)
    program.beat()
    program.asked.clear()
    program.wished = [WISHED]
    program.clock.instant = at_night


def test_a_synchronisation_ten_minutes_before_a_look_has_looked_already(program):
    looking(program, at(20, 30), at(20, 45))
    program.beat(3)
    assert program.asked == []


def test_one_eleven_minutes_before_has_not(program):
    looking(program, at(20, 29), at(20, 45))
    program.beat(3)
    assert program.jobs() == ["sync_wished"]


def test_a_machine_that_slept_over_both_looks_makes_up_for_them_once(program):
    looking(program, at(20, 10), at(21, 36))
    program.beat(3)
    assert [(job, trigger) for job, trigger, _ in program.asked] == [
        ("sync_wished", JobTrigger.CATCH_UP)
    ]
    assert program.rows("sync_wished")[0].due_at == at(21, 25)


def test_while_every_seller_is_unwell_nobody_is_asked_and_it_is_said_once_a_look(program):
    looking(program, at(20, 10), at(20, 40))
    program.work._asker = lambda _broadcast: None
    program.beat(5)
    assert program.asked == []
    (row,) = program.rows("sync_wished")
    assert row.status is JobStatus.SKIPPED
    program.clock.instant = at(21, 25)
    program.beat(3)
    assert len(program.rows("sync_wished")) == 2
