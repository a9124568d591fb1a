"""The embedded scheduler: APScheduler only ticks; what runs is decided from our own tables."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from eats_desktop.jobs.due_work import DueWork, owner_of
from eats_desktop.jobs.heartbeat import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.jobs.due_work import Runs, SyncRule, SyncRunner
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.sync.plan import SyncScope

logger = logging.getLogger(__name__)

_SETTLED_S = 20
"""The window has long been shown: what an older program left is read and indexed anew then."""

_BEAT_S = 30
_BEAT, _REMINDER = "heartbeat", "next_reminder"


class Reminders(Protocol):
    def tick(self) -> int: ...

    def next_due(self) -> datetime | None: ...

    def replan(self) -> None: ...

    def follow_changes(self) -> None: ...

    def wished_ahead(self, span: timedelta) -> Sequence[Broadcast]: ...


class Enriching(Protocol):
    def run_due(self) -> None: ...

    def cancel(self) -> None: ...

    def close(self) -> None: ...


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
        enriching: Enriching | None = None,
        asker: Callable[[Broadcast], str | None] = owner_of,
    ) -> None:
        self._tasks = tasks
        self._sync = sync
        self._enriching = enriching
        self._reminders = reminders
        self._runs = runs
        self._clock = clock
        self._work = DueWork(
            tasks, sync, rules, reminders.wished_ahead, runs, tidy, clock, auto, asker
        )
        self._heartbeat = Heartbeat(clock)
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._watch_clock, name="eats-clock", daemon=True)
        self._ticker = BackgroundScheduler(
            timezone="Asia/Seoul",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 3600},
        )

    def start(self) -> None:
        """Take up what a killed run left, then tick."""
        self._ticker.add_job(self.beat, IntervalTrigger(seconds=_BEAT_S), id=_BEAT)
        self._ticker.start()
        self._watch.start()
        self._tasks.write(self._take_up, _reported)
        self.beat()

    def stop(self) -> None:
        """Stop ticking and ask a running synchronisation to end after its current page."""
        self._ended.set()
        self._work.close()
        if self._enriching is not None:
            self._enriching.close()
        if self._ticker.running:
            self._ticker.shutdown()
        if self._watch.is_alive():
            self._watch.join()

    def cancel_sync(self) -> None:
        self._work.cancel()
        if self._enriching is not None:
            self._enriching.cancel()

    def request_sync(self, scope: SyncScope, done: Callable[[Outcome[bool]], None]) -> None:
        """Synchronise now because somebody asked; refused politely while one is running."""
        self._tasks.background(lambda: self._work.run_manual(scope), done)

    def beat(self) -> None:
        """Tell due reminders, run what is due."""
        self._tasks.write(self._tell, _reported)
        self._tasks.background(self._work.run, _reported)
        if self._enriching is not None:
            self._tasks.background(self._enriching.run_due, _reported)

    def check_clock(self) -> None:
        """After sleep or a set clock, beat at once and count the next beats from now.

        APScheduler waits for wall times: set back by hours, it would not tick for hours.
        """
        gap = self._heartbeat.beat()
        if not gap.noticed:
            return
        logger.info("clock jumped by %s in %s", gap.jump, gap.passed)
        with suppress(JobLookupError):
            self._ticker.reschedule_job(_BEAT, trigger=IntervalTrigger(seconds=_BEAT_S))
            self.beat()

    def reminders_changed(self) -> None:
        """Set the one-shot tick for the next reminder anew; on any thread."""
        self._tasks.write(self._arm, _reported)

    def settings_changed(self) -> None:
        """Plan anew, for lead times may be others now; on any thread."""
        self._tasks.write(self._replan, _reported)

    def _watch_clock(self) -> None:
        if not self._ended.wait(_SETTLED_S):
            self._tasks.background(lambda: self._sync.keep_up(self._ended), _reported)
        while not self._ended.wait(_BEAT_S):
            self.check_clock()

    def _take_up(self) -> None:
        self._runs.close_interrupted(self._clock.now())
        self._reminders.follow_changes()

    def _replan(self) -> None:
        self._reminders.replan()
        self._arm()

    def _tell(self) -> None:
        self._reminders.tick()
        self._arm()

    def _arm(self) -> None:
        due_at = self._reminders.next_due()
        if not self._ticker.running:
            return
        if due_at is None:
            with suppress(JobLookupError):
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
