"""The program remembers its sources, its pages' validators and its runs."""

from __future__ import annotations

from dataclasses import replace

from eats_desktop.domain.job_run import JobStatus, JobTrigger
from eats_desktop.domain.sync_report import SourceState, SyncStatus
from eats_desktop.storage.state_stores import Validator
from tests.helpers.listings import at

FAILED = SourceState(
    "hmall",
    SyncStatus.BLOCKED,
    "NET-04",
    "429",
    last_attempt_at=at(8),
    last_ok_at=at(6),
    retry_at=at(9),
    failures_in_a_row=2,
    rows=37,
)


def ran(databases, job, hour, status=JobStatus.COMPLETED):
    run = databases.job_runs.start(job, JobTrigger.SCHEDULED, None, at(hour))
    databases.job_runs.finish(run, status, "", {}, at(hour, 5))
    return run


def test_a_source_state_comes_back_as_it_was_put(databases):
    never = SourceState("btv_guide")
    databases.source_states.put(FAILED)
    databases.source_states.put(never)
    assert databases.source_states.source_states() == (never, FAILED)


def test_the_last_state_of_a_source_counts(databases):
    databases.source_states.put(FAILED)
    fine = replace(FAILED, status=SyncStatus.OK, retry_at=None, failures_in_a_row=0)
    databases.source_states.put(fine)
    assert databases.source_states.source_states() == (fine,)


def test_a_validator_is_kept_per_address(databases):
    databases.validators.put("https://a.test/1", '"x"', None, "00", at(8))
    databases.validators.put("https://a.test/1", '"y"', "Tue, 24 Nov", "11", at(9))
    assert databases.validators.get("https://a.test/1") == Validator('"y"', "Tue, 24 Nov", "11")
    assert databases.validators.get("https://a.test/2") is None


def test_old_validators_are_forgotten(databases):
    databases.validators.put("https://a.test/1", None, None, "00", at(8))
    databases.validators.put("https://a.test/2", None, None, "00", at(9))
    databases.validators.prune(at(9))
    assert databases.validators.get("https://a.test/1") is None
    assert databases.validators.get("https://a.test/2") is not None


def test_a_run_tells_why_it_ran_and_how_it_ended(databases):
    run = databases.job_runs.start("sync_today", JobTrigger.CATCH_UP, at(6), at(8))
    (running,) = databases.job_runs.recent(10)
    assert (running.status, running.ended_at, running.counts) == (JobStatus.RUNNING, None, {})
    databases.job_runs.finish(run, JobStatus.FAILED, "offline", {"inserted": 3}, at(9))
    (ended,) = databases.job_runs.recent(10)
    assert (ended.run_id, ended.job, ended.trigger) == (run, "sync_today", JobTrigger.CATCH_UP)
    assert (ended.due_at, ended.started_at, ended.ended_at) == (at(6), at(8), at(9))
    assert (ended.status, ended.reason) == (JobStatus.FAILED, "offline")
    assert ended.counts == {"inserted": 3}


def test_a_skip_is_remembered_with_its_reason(databases):
    databases.job_runs.skipped("sync_today", JobTrigger.SCHEDULED, "running already", at(8))
    (skip,) = databases.job_runs.recent(10)
    assert (skip.status, skip.reason, skip.ended_at) == (
        JobStatus.SKIPPED,
        "running already",
        at(8),
    )


def test_recent_runs_come_newest_first_and_no_more_than_asked(databases):
    runs = [ran(databases, "sync_today", hour) for hour in (8, 9, 10)]
    assert [run.run_id for run in databases.job_runs.recent(2)] == [runs[2], runs[1]]


def test_the_last_success_is_of_this_job_and_a_success(databases):
    assert databases.job_runs.last_success("sync_today") is None
    ran(databases, "sync_today", 8)
    ran(databases, "sync_today", 9, JobStatus.FAILED)
    ran(databases, "sync_mall", 10)
    assert databases.job_runs.last_success("sync_today") == at(8, 5)


def test_a_success_after_the_clock_was_set_back_is_the_last_one(databases):
    ran(databases, "sync_today", 20)
    ran(databases, "sync_today", 8)
    assert databases.job_runs.last_success("sync_today") == at(8, 5)


def test_an_attempt_is_any_run_but_a_skip(databases):
    ran(databases, "sync_today", 8)
    ran(databases, "sync_today", 9, JobStatus.FAILED)
    databases.job_runs.skipped("sync_today", JobTrigger.SCHEDULED, "asleep", at(10))
    assert databases.job_runs.last_attempt("sync_today") == at(9)


def test_runs_that_a_killed_program_left_are_closed(databases):
    ran(databases, "sync_today", 8)
    left = databases.job_runs.start("sync_mall", JobTrigger.SCHEDULED, None, at(9))
    assert databases.job_runs.close_interrupted(at(10)) == 1
    assert databases.job_runs.close_interrupted(at(11)) == 0
    newest = databases.job_runs.recent(1)[0]
    assert (newest.run_id, newest.status, newest.ended_at) == (
        left,
        JobStatus.INTERRUPTED,
        at(10),
    )


def test_old_runs_are_forgotten(databases):
    ran(databases, "sync_today", 8)
    kept = ran(databases, "sync_today", 9)
    databases.job_runs.prune(at(9))
    assert [run.run_id for run in databases.job_runs.recent(10)] == [kept]
