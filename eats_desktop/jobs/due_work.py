"""Runs the synchronisations and the daily care that are due; what ticks does not matter here."""

from __future__ import annotations

import hashlib
import logging
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.job_run import JobStatus, JobTrigger
from eats_desktop.jobs.catch_up import LATE, Decision, Memory, Rule, decide, looks_due
from eats_desktop.jobs.looks import scope_of
from eats_desktop.sync.plan import SyncScope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.sync_report import SyncReport
    from eats_desktop.jobs.catch_up import Look
    from eats_desktop.jobs.task_runner import TaskRunner

logger = logging.getLogger(__name__)

CARE = Rule("care", timedelta(hours=24), retry=timedelta(hours=1))
WISHED_JOB, MANUAL_JOB = "sync_wished", "sync_manual"
_LOOK_AHEAD = timedelta(hours=1)
_REST_AFTER_CANCEL_S = 15 * 60
_NIGHT_SPREAD_S = 20 * 60


class Runs(Protocol):
    def last_success(self, job: str) -> datetime | None: ...

    def last_attempt(self, job: str) -> datetime | None: ...

    def skipped(self, job: str, trigger: JobTrigger, reason: str, at: datetime) -> None: ...

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

    def close_interrupted(self, at: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class SyncRule:
    """A rule with what it fetches."""

    rule: Rule
    scope: SyncScope


def sync_plan(days: int, malls: frozenset[str], installation: str) -> tuple[SyncRule, ...]:
    """Return what is due: today often, later days rarely, the malls daily.

    Each installation, told by its name, comes at minutes of its own.
    """
    seed = hashlib.sha256(installation.encode()).digest()
    offset = timedelta(seconds=int.from_bytes(seed[:4]) % _NIGHT_SPREAD_S)
    today = Rule("sync_today", timedelta(hours=3), offset=offset)
    later = Rule("sync_later", timedelta(hours=12), offset=offset)
    mall = Rule("sync_mall", timedelta(hours=24), offset=offset)
    return (
        SyncRule(today, SyncScope(days=1, mall=False)),
        SyncRule(later, SyncScope(first=1, days=max(days - 1, 1), mall=False)),
        SyncRule(mall, SyncScope(days=1, names=malls)),
    )


class SyncRunner(Protocol):
    def run(
        self,
        scope: SyncScope,
        trigger: JobTrigger,
        stop: threading.Event,
        due_at: datetime | None = None,
        job: str = ...,
    ) -> SyncReport: ...

    def keep_up(self, stop: threading.Event) -> None: ...


def owner_of(broadcast: Broadcast) -> str | None:
    return broadcast.source


class DueWork:
    """On job threads; one synchronisation at a time, whoever asked for it.

    `asker` names the source to ask once more about a wished broadcast, None while all are unwell.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        sync: SyncRunner,
        rules: Sequence[SyncRule],
        wished_ahead: Callable[[timedelta], Sequence[Broadcast]],
        runs: Runs,
        tidy: Callable[[], None],
        clock: Clock,
        auto: Callable[[], bool],
        asker: Callable[[Broadcast], str | None] = owner_of,
    ) -> None:
        self._tasks = tasks
        self._sync = sync
        self._rules = rules
        self._wished_ahead = wished_ahead
        self._runs = runs
        self._tidy = tidy
        self._clock = clock
        self._auto = auto
        self._asker = asker
        self._passed_over: datetime | None = None
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._closed = threading.Event()
        self._rests_until = clock.monotonic()

    def run(self) -> None:
        """Run everything that is due, one after the other."""
        if self._auto() and self._clock.monotonic() >= self._rests_until:
            self._run_rules()
        self._take_care()

    def run_manual(self, scope: SyncScope) -> bool:
        """Synchronise because somebody asked; False, with a row, while one is running."""
        now = self._clock.now()
        work = Decision(True, JobTrigger.MANUAL, now, "")
        if self._synchronise(work, scope, MANUAL_JOB):
            return True
        if not self._closed.is_set():
            reason = "이미 받고 있어요"
            self._tasks.write_now(
                lambda: self._runs.skipped(MANUAL_JOB, JobTrigger.MANUAL, reason, now)
            )
        return False

    def cancel(self) -> None:
        """End the running synchronisation soon; those that are due wait a while as well."""
        self._rests_until = self._clock.monotonic() + _REST_AFTER_CANCEL_S
        self._stop.set()

    def close(self) -> None:
        """End the running synchronisation soon and start nothing any more."""
        self._closed.set()
        self._stop.set()

    def _run_rules(self) -> None:
        for item in self._rules:
            decision = decide(item.rule, self._memory(item.rule), self._clock.now())
            if not decision.run:
                continue
            if not self._synchronise(decision, item.scope, item.rule.job) or self._stop.is_set():
                return
        self._look_again()

    def _look_again(self) -> None:
        """Ask the sellers of wished broadcasts once more shortly before they start."""
        now = self._clock.now()
        looks = self._looks(now)
        if not looks:
            return
        due_at = max(look.due_at for look in looks)
        trigger = JobTrigger.CATCH_UP if now - due_at > LATE else JobTrigger.SCHEDULED
        scope = scope_of(looks, self._asker, now)
        if scope is None:
            self._pass_over(trigger, now)
        else:
            self._synchronise(Decision(True, trigger, due_at, ""), scope, WISHED_JOB)

    def _looks(self, now: datetime) -> tuple[Look, ...]:
        last_look = _newest(self._runs.last_attempt(WISHED_JOB), self._passed_over)
        full = (MANUAL_JOB, *(item.rule.job for item in self._rules[:1]))
        last_sync = _newest(*(self._runs.last_success(job) for job in full))
        return looks_due(self._wished_ahead(_LOOK_AHEAD), last_look, now, last_sync)

    def _pass_over(self, trigger: JobTrigger, now: datetime) -> None:
        """Leave sources alone that refuse or fail; said once a look, not once a beat."""
        self._passed_over = now
        reason = "판매처가 쉬고 있어서 다시 묻지 않았어요"
        self._tasks.write_now(lambda: self._runs.skipped(WISHED_JOB, trigger, reason, now))

    def _memory(self, rule: Rule) -> Memory:
        return Memory(self._runs.last_success(rule.job), self._runs.last_attempt(rule.job))

    def _synchronise(self, decision: Decision, scope: SyncScope, job: str) -> bool:
        """Run one synchronisation; False when another one is running or the program closes."""
        if not self._busy.acquire(blocking=False):
            return False
        try:
            self._stop.clear()
            if self._closed.is_set():
                return False
            self._sync.run(scope, decision.trigger, self._stop, decision.due_at, job)
        except EatsError as error:
            logger.info("%s did not run: %s", job, error.code)
        finally:
            self._busy.release()
        return True

    def _take_care(self) -> None:
        """Back up and prune once a day, as a run with its own row."""
        decision = decide(CARE, self._memory(CARE), self._clock.now())
        if decision.run and not self._closed.is_set():
            self._tasks.write_now(lambda: self._care(decision))

    def _care(self, decision: Decision) -> None:
        now = self._clock.now
        run_id = self._runs.start(CARE.job, decision.trigger, decision.due_at, now())
        status, reason = JobStatus.COMPLETED, ""
        try:
            self._tidy()
        except EatsError as error:
            status, reason = JobStatus.FAILED, f"{error.code} {error.detail}"
        self._runs.finish(run_id, status, reason, {}, now())


def _newest(*instants: datetime | None) -> datetime | None:
    return max((at for at in instants if at is not None), default=None)
