"""Product pages as a job: due every half hour, a few pages each time, a row before and after."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.job_run import JobStatus
from eats_desktop.jobs.catch_up import Memory, Rule, decide

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.catch_up import Decision
    from eats_desktop.jobs.due_work import Runs
    from eats_desktop.sync.enrichment import EnrichmentReport
    from eats_desktop.sync.service import Writer

ENRICH = Rule("enrich", timedelta(minutes=30))


class EnrichmentRunner(Protocol):
    def has_work(self) -> bool: ...

    def run(self, stop: threading.Event) -> EnrichmentReport: ...


class EnrichJob:
    """On job threads; one run at a time. What was stored stays, so a stopped run goes on later."""

    def __init__(
        self,
        enrichment: EnrichmentRunner,
        runs: Runs,
        write: Writer,
        clock: Clock,
        is_on: Callable[[], bool],
    ) -> None:
        self._enrichment = enrichment
        self._runs = runs
        self._write = write
        self._clock = clock
        self._is_on = is_on
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._closed = threading.Event()

    def run_due(self) -> None:
        """Run when it is time and pages are due, nobody else does, and the shopper wants it."""
        if not self._is_on() or not self._busy.acquire(blocking=False):
            return
        try:
            self._stop.clear()
            memory = Memory(
                self._runs.last_success(ENRICH.job), self._runs.last_attempt(ENRICH.job)
            )
            decision = decide(ENRICH, memory, self._clock.now())
            if decision.run and not self._closed.is_set() and self._enrichment.has_work():
                self._run(decision)
        finally:
            self._busy.release()

    def cancel(self) -> None:
        """End the run under way after the page it is at."""
        self._stop.set()

    def close(self) -> None:
        """As `cancel`, and start nothing any more."""
        self._closed.set()
        self._stop.set()

    def _run(self, decision: Decision) -> None:
        began = self._clock.now()
        run_id = self._write(
            lambda: self._runs.start(ENRICH.job, decision.trigger, decision.due_at, began)
        )
        try:
            report = self._enrichment.run(self._stop)
        except EatsError as error:
            self._finish(run_id, JobStatus.FAILED, f"{error.code} {error.detail}", {})
            return
        counts = {"read": report.read, "ended": report.ended, "failed": report.failed}
        counts.update({f"failed_{name}": n for name, n in sorted(report.failures.items())})
        self._finish(run_id, _status(report), _reason(report), counts)

    def _finish(self, run_id: int, status: JobStatus, reason: str, counts: dict[str, int]) -> None:
        at = self._clock.now()
        self._write(lambda: self._runs.finish(run_id, status, reason, counts, at))


def _status(report: EnrichmentReport) -> JobStatus:
    """A run in which every page failed did not succeed; one without work to do did."""
    nothing = not (report.read or report.ended)
    return JobStatus.FAILED if nothing and report.failed else JobStatus.COMPLETED


def _reason(report: EnrichmentReport) -> str:
    return "; ".join((*report.troubles, *(["멈췄어요"] if report.is_stopped else [])))
