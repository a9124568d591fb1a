"""The embedded scheduler: APScheduler only ticks; what runs is decided from our own tables."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.jobs.catch_up import Decision, Memory, Rule, decide
from eats_desktop.jobs.heartbeat import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.sync_report import SyncReport
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.sync.plan import SyncScope

logger = logging.getLogger(__name__)

_BEAT_S = 30
_BEAT, _REMINDER = "heartbeat", "next_reminder"


class Runs(Protocol):
    def last_success(self, job: str) -> datetime | None: ...

    def last_attempt(self, job: str) -> datetime | None: ...

    def skipped(self, job: str, trigger: JobTrigger, reason: str, at: datetime) -> None: ...


class Reminders(Protocol):
    def tick(self) -> int: ...

    def next_due(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class SyncRule:
    """A rule with what it fetches."""

    rule: Rule
    scope: SyncScope


class SyncRunner(Protocol):
    def run(
        self,
        scope: SyncScope,
        trigger: JobTrigger,
        stop: threading.Event,
        due_at: datetime | None = None,
        job: str = ...,
    ) -> SyncReport: ...


class Scheduler:
    """Beats every 30 s and at the next reminder; each beat only submits work to the pools."""

    def __init__(
        self,
        tasks: TaskRunner,
        sync: SyncRunner,
        rules: Sequence[SyncRule],
        reminders: Reminders,
        runs: Runs,
        tidy: Callable[[], None],
        clock: Clock,
        auto: Callable[[], bool],
    ) -> None:
        self._tasks = tasks
        self._sync = sync
        self._rules = rules
        self._reminders = reminders
        self._runs = runs
        self._tidy = tidy
        self._clock = clock
        self._auto = auto
        self._heartbeat = Heartbeat(clock)
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._ticker = BackgroundScheduler(
            timezone="Asia/Seoul",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 3600},
        )

    def start(self) -> None:
        self._ticker.add_job(self.beat, IntervalTrigger(seconds=_BEAT_S), id=_BEAT)
        self._ticker.start()
        self._tasks.background(self.beat, _reported)

    def stop(self) -> None:
        """Stop ticking and ask a running synchronisation to end after its current page."""
        self._stop.set()
        if self._ticker.running:
            self._ticker.shutdown(wait=False)

    def cancel_sync(self) -> None:
        self._stop.set()

    def request_sync(self, scope: SyncScope, done: Callable[[Outcome[bool]], None]) -> None:
        """Synchronise now because somebody asked; refused politely while one is running."""
        work = Decision(True, JobTrigger.MANUAL, self._clock.now(), "")
        self._tasks.background(lambda: self._run(work, scope, "sync_manual"), done)

    def beat(self) -> None:
        """Notice sleep, tell due reminders, run what is due."""
        gap = self._heartbeat.beat()
        if gap.noticed:
            logger.info("clock jumped by %s", gap.jump)
        self._tasks.write(self._tell, _reported)
        if self._auto():
            self._tasks.background(self.run_due, _reported)

    def reminders_changed(self) -> None:
        """Set the one-shot tick for the next reminder anew; on any thread."""
        self._tasks.write(self._arm, _reported)

    def run_due(self) -> None:
        """Run every rule that is due, one after the other; on a job thread."""
        for item in self._rules:
            decision = decide(item.rule, self._memory(item.rule), self._clock.now())
            if decision.run and not self._run(decision, item.scope, item.rule.job):
                return
        self._tasks.write_now(self._tidy)

    def _memory(self, rule: Rule) -> Memory:
        return Memory(self._runs.last_success(rule.job), self._runs.last_attempt(rule.job))

    def _run(self, decision: Decision, scope: SyncScope, job: str) -> bool:
        """Run one synchronisation; False when another one is running."""
        if not self._busy.acquire(blocking=False):
            if decision.trigger is JobTrigger.MANUAL:
                now = self._clock.now()
                reason = "이미 받고 있어요"
                self._tasks.write_now(
                    lambda: self._runs.skipped(job, decision.trigger, reason, now)
                )
            return False
        try:
            self._stop.clear()
            self._sync.run(scope, decision.trigger, self._stop, decision.due_at, job)
        except EatsError as error:
            logger.info("%s did not run: %s", job, error.code)
        finally:
            self._busy.release()
        return True

    def _tell(self) -> None:
        self._reminders.tick()
        self._arm()

    def _arm(self) -> None:
        due_at = self._reminders.next_due()
        if not self._ticker.running:
            return
        if due_at is None:
            if self._ticker.get_job(_REMINDER):
                self._ticker.remove_job(_REMINDER)
            return
        moment = max(due_at, self._clock.now() + timedelta(seconds=1))
        self._ticker.add_job(
            lambda: self._tasks.write(self._tell, _reported),
            DateTrigger(moment),
            id=_REMINDER,
            replace_existing=True,
        )


def _reported(outcome: Outcome[object]) -> None:
    """A bug in a background job is a bug: it reaches the log with its trace."""
    if outcome.error is not None:
        logger.error("a background job failed", exc_info=outcome.error)
