"""What the program remembers about its own work: sources, pages' validators, job runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.job_run import JobRun, JobStatus, JobTrigger
from eats_desktop.domain.sync_report import SourceState, SyncStatus
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import HttpValidatorRow, JobRunRow, SourceStateRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Select

    from eats_desktop.storage.database import Database


class SourceStateStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def source_states(self) -> tuple[SourceState, ...]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(SourceStateRow.__table__).order_by(SourceStateRow.name)
            )
            return tuple(_state(row) for row in rows)

    def put(self, state: SourceState) -> None:
        values = {
            "name": state.name,
            "status": None if state.status is None else state.status.value,
            "error_code": state.error_code,
            "message": state.message,
            "last_attempt_at": epoch(state.last_attempt_at),
            "last_ok_at": epoch(state.last_ok_at),
            "retry_at": epoch(state.retry_at),
            "failures_in_a_row": state.failures_in_a_row,
            "rows": state.rows,
            "failed_cycles": state.failed_cycles,
            "paused_at": epoch(state.paused_at),
            "paused_for": state.paused_for,
        }
        with self._database.write() as connection:
            connection.execute(insert(SourceStateRow).prefix_with("OR REPLACE"), [values])


def _state(row: Any) -> SourceState:
    return SourceState(
        row.name,
        None if row.status is None else SyncStatus(row.status),
        row.error_code,
        row.message,
        moment(row.last_attempt_at),
        moment(row.last_ok_at),
        moment(row.retry_at),
        row.failures_in_a_row,
        row.rows,
        row.failed_cycles,
        moment(row.paused_at),
        row.paused_for,
    )


@dataclass(frozen=True, slots=True)
class Validator:
    """What proves that a page is still the one last read."""

    etag: str | None
    last_modified: str | None
    sha256: str


class ValidatorStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, url: str) -> Validator | None:
        with self._database.read() as connection:
            row = connection.execute(
                select(
                    HttpValidatorRow.etag, HttpValidatorRow.last_modified, HttpValidatorRow.sha256
                ).where(HttpValidatorRow.url == url)
            ).first()
        return None if row is None else Validator(row.etag, row.last_modified, row.sha256)

    def put(
        self, url: str, etag: str | None, last_modified: str | None, sha256: str, at: datetime
    ) -> None:
        values = {
            "url": url,
            "etag": etag,
            "last_modified": last_modified,
            "sha256": sha256,
            "fetched_at": epoch(at),
        }
        with self._database.write() as connection:
            connection.execute(insert(HttpValidatorRow).prefix_with("OR REPLACE"), [values])

    def prune(self, before: datetime) -> None:
        with self._database.write() as connection:
            connection.execute(
                delete(HttpValidatorRow).where(HttpValidatorRow.fetched_at < epoch(before))
            )


class JobRunStore:
    """Every run, skip and catch-up of a job, with its reason."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, job: str, trigger: JobTrigger, due_at: datetime | None, at: datetime) -> int:
        return self._insert(job, trigger, JobStatus.RUNNING, "", due_at, at)

    def skipped(self, job: str, trigger: JobTrigger, reason: str, at: datetime) -> None:
        self._insert(job, trigger, JobStatus.SKIPPED, reason, None, at)

    def _insert(
        self,
        job: str,
        trigger: JobTrigger,
        status: JobStatus,
        reason: str,
        due_at: datetime | None,
        at: datetime,
    ) -> int:
        row = insert(JobRunRow).values(
            job=job,
            trigger=trigger.value,
            status=status.value,
            reason=reason,
            counts="{}",
            due_at=epoch(due_at),
            started_at=epoch(at),
            ended_at=None if status is JobStatus.RUNNING else epoch(at),
        )
        with self._database.write() as connection:
            return connection.execute(row.returning(JobRunRow.run_id)).scalar_one()

    def finish(
        self,
        run_id: int,
        status: JobStatus,
        reason: str,
        counts: Mapping[str, int],
        at: datetime,
    ) -> None:
        with self._database.write() as connection:
            connection.execute(
                update(JobRunRow)
                .where(JobRunRow.run_id == run_id)
                .values(
                    status=status.value,
                    reason=reason,
                    counts=json.dumps(dict(counts)),
                    ended_at=epoch(at),
                )
            )

    def last_success(self, job: str) -> datetime | None:
        """Return when the newest completed run ended: not the latest, the clock may go back."""
        done = (JobRunRow.job == job, JobRunRow.status == JobStatus.COMPLETED.value)
        return self._newest(select(JobRunRow.ended_at).where(*done))

    def last_attempt(self, job: str) -> datetime | None:
        """Return when the job was last started, skips left out."""
        tried = (JobRunRow.job == job, JobRunRow.status != JobStatus.SKIPPED.value)
        return self._newest(select(JobRunRow.started_at).where(*tried))

    def _newest(self, instants: Select[Any]) -> datetime | None:
        with self._database.read() as connection:
            newest = instants.order_by(JobRunRow.run_id.desc()).limit(1)
            return moment(connection.execute(newest).scalar())

    def recent(self, limit: int) -> tuple[JobRun, ...]:
        """Return the newest runs first."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(JobRunRow.__table__).order_by(JobRunRow.run_id.desc()).limit(limit)
            )
            return tuple(_run(row) for row in rows)

    def close_interrupted(self, at: datetime) -> int:
        """Mark runs that a killed process left running; return how many."""
        with self._database.write() as connection:
            done = connection.execute(
                update(JobRunRow)
                .where(JobRunRow.status == JobStatus.RUNNING.value)
                .values(status=JobStatus.INTERRUPTED.value, ended_at=epoch(at))
            )
            return done.rowcount

    def prune(self, before: datetime) -> None:
        with self._database.write() as connection:
            connection.execute(delete(JobRunRow).where(JobRunRow.started_at < epoch(before)))


def _run(row: Any) -> JobRun:
    return JobRun(
        row.run_id,
        row.job,
        JobTrigger(row.trigger),
        JobStatus(row.status),
        row.reason,
        json.loads(row.counts),
        moment(row.due_at),
        moment(row.started_at),
        moment(row.ended_at),
    )
