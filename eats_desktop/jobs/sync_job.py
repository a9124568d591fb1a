"""One synchronisation as a job: a row before and after, wishes follow, old things go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.events import SyncFailed
from eats_desktop.domain.job_run import JobStatus
from eats_desktop.domain.sync_report import SyncStatus

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping
    from datetime import datetime, timedelta

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.job_run import JobTrigger
    from eats_desktop.domain.sync_report import SyncReport
    from eats_desktop.sync.apply import ListingWriter
    from eats_desktop.sync.plan import SyncScope
    from eats_desktop.sync.service import SyncService, Writer

T = TypeVar("T")
SYNC_JOB = "sync_manual"


class JobRunStore(Protocol):
    def start(
        self, job: str, trigger: JobTrigger, due_at: datetime | None, at: datetime
    ) -> int: ...

    def finish(
        self,
        run_id: int,
        status: JobStatus,
        reason: str,
        counts: Mapping[str, int],
        at: datetime,
    ) -> None: ...


class SyncJob:
    """Runs on a job thread; writes through `write`.

    `index` brings the search a step nearer to the catalogue and says whether more is to do.
    """

    def __init__(
        self,
        sync: SyncService,
        listings: ListingWriter,
        runs: JobRunStore,
        follow_changes: Callable[[], None],
        write: Writer,
        clock: Clock,
        publish: Callable[[Event], None],
        keep: timedelta,
        prepare: Callable[[], None] = lambda: None,
        index: Callable[[], bool] = lambda: False,
    ) -> None:
        self._sync = sync
        self._listings = listings
        self._runs = runs
        self._follow_changes = follow_changes
        self._write = write
        self._clock = clock
        self._publish = publish
        self._keep = keep
        self._prepare = prepare
        self._index = index

    def run(
        self,
        scope: SyncScope,
        trigger: JobTrigger,
        stop: threading.Event,
        due_at: datetime | None = None,
        job: str = SYNC_JOB,
    ) -> SyncReport:
        """Synchronise and record the run; a foreseen failure is recorded, told and raised."""
        began = self._clock.now()
        run_id = self._write(lambda: self._runs.start(job, trigger, due_at, began))
        try:
            report = self._sync.run(scope, stop)
            self.follow_up(stop)
        except EatsError as error:
            reason = f"{error.code} {error.detail}"
            self._finish(run_id, JobStatus.FAILED, reason, {})
            self._publish(SyncFailed(error.code, error.detail))
            raise
        is_done = report.any_ok or all(outcome.is_paused for outcome in report.sources)
        status = JobStatus.COMPLETED if is_done else JobStatus.FAILED
        self._finish(run_id, status, _troubles(report), _counts(report))
        return report

    def keep_up(self, stop: threading.Event) -> None:
        """Read names anew where a model is newer, and bring the search up to the catalogue.

        What this needs is loaded here: on the writer thread others would wait for it.
        """
        self._prepare()
        for step in (self._listings.reread, self._index):
            while not stop.is_set() and self._write(step):
                continue

    def follow_up(self, stop: threading.Event) -> None:
        """Let wishes follow, prune what is old, keep names and the search up."""
        self._write(self._follow_changes)
        before = self._clock.now() - self._keep
        self._write(lambda: self._listings.prune(before))
        self.keep_up(stop)

    def _finish(
        self, run_id: int, status: JobStatus, reason: str, counts: Mapping[str, int]
    ) -> None:
        at = self._clock.now()
        self._write(lambda: self._runs.finish(run_id, status, reason, counts, at))


def _counts(report: SyncReport) -> dict[str, int]:
    names = ("fetched", "inserted", "updated", "cancelled", "restored", "unchanged")
    return {name: sum(getattr(outcome, name) for outcome in report.sources) for name in names}


def _troubles(report: SyncReport) -> str:
    return "; ".join(
        f"{outcome.name} {outcome.status.value}: {outcome.message}"
        for outcome in report.sources
        if outcome.status is not SyncStatus.OK
    )
