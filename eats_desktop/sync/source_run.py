"""One source within one synchronisation: its tasks in turn, its failures, its state afterwards."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import (
    SourceBlockedError,
    SourceChangedError,
    SourceError,
    SourceUnavailableError,
    StoppedError,
)
from eats_desktop.domain.listing import Severity
from eats_desktop.domain.reconciliation import ChangeKind
from eats_desktop.domain.sync_report import SourceOutcome, SourceState, SyncStatus
from eats_desktop.sources.base import CrawlContext
from eats_desktop.sources.crawler import CrawlError, crawl
from eats_desktop.sync.apply import Applied
from eats_desktop.sync.health_gate import require_healthy, warnings_of
from eats_desktop.sync.source_life import after_failure, awake, is_at_rest

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from eats_desktop.domain.listing import Finding
    from eats_desktop.domain.reconciliation import MergedSlot, StoredSlot
    from eats_desktop.sources.base import CrawlTask, Page
    from eats_desktop.sources.crawler import CrawlOutcome
    from eats_desktop.sync.plan import SourcePlan
    from eats_desktop.sync.service import SyncEquipment

_log = logging.getLogger(__name__)

_GIVE_UP_AFTER = 3
"""Failures in a row after which the rest of a source's tasks wait for the next run."""


class SourceRun:
    def __init__(
        self,
        gear: SyncEquipment,
        chosen: SourcePlan,
        stop: threading.Event,
        step: Callable[[str, int], None],
        changed: Callable[[Applied], None],
    ) -> None:
        self._gear = gear
        self._source = chosen.source
        self._tasks = chosen.tasks
        self._stop = stop
        self._step = step
        self._changed = changed
        self._counts: Counter[ChangeKind] = Counter()
        self._fetched = 0
        self._failures: list[SourceError] = []
        self._in_a_row = 0
        self._is_careful = False
        self._began_at = gear.clock.now()
        self._stopped = False
        self._mark = gear.marks(chosen.source)
        self._cautions: list[Finding] = []
        self._vanished: list[StoredSlot] = []
        self._appeared: list[MergedSlot] = []

    @property
    def _name(self) -> str:
        return self._source.info.name

    def run(self) -> SourceOutcome:
        self._began_at = self._gear.clock.now()
        before = awake(self._state(), self._mark)
        if is_at_rest(before, self._began_at):
            self._step(self._name, len(self._tasks))
            return self._rested(before)
        self._is_careful = before.paused_at is not None
        attempted = self._run_tasks()
        self._link_moves()
        outcome = self._outcome(attempted)
        if attempted:
            after = self._next_state(before, outcome, attempted)
            self._gear.write(lambda: self._gear.states.put(after))
        return outcome

    def _rested(self, state: SourceState) -> SourceOutcome:
        if state.paused_at is not None:
            message = f"꺼져 있어요. 하루에 한 번만 살펴봐요. {state.message}"
            return SourceOutcome(self._name, SyncStatus.SKIPPED, message, is_paused=True)
        until = f"{state.retry_at:%H:%M}" if state.retry_at else ""
        return SourceOutcome(
            self._name, SyncStatus.BLOCKED, f"{until}까지 묻지 않아요. {state.message}"
        )

    def _run_tasks(self) -> int:
        for number, task in enumerate(self._tasks):
            if self._stop.is_set() or self._given_up():
                self._step(self._name, len(self._tasks) - number)
                return number
            self._run_task(task)
            if self._stopped:
                self._step(self._name, len(self._tasks) - number)
                return number
            self._step(self._name, 1)
        return len(self._tasks)

    def _given_up(self) -> bool:
        blocked = bool(self._failures) and isinstance(self._failures[-1], SourceBlockedError)
        most = 1 if self._is_careful else _GIVE_UP_AFTER
        return blocked or self._in_a_row >= most

    def _run_task(self, task: CrawlTask) -> None:
        pages: tuple[Page, ...] = ()
        fingerprint = ""
        try:
            found = self._crawl(task)
            pages, fingerprint = found.pages, found.result.report.fingerprint
            applied = self._apply(task, found)
        except CrawlError as error:
            self._failed(task, error.cause, error.pages)
            return
        except SourceError as error:
            self._failed(task, error, pages, fingerprint)
            return
        for page in pages:
            self._gear.write(partial(self._gear.fetcher.confirm, page))
        self._in_a_row = 0
        self._is_careful = False
        self._counts.update(applied.counts)
        self._fetched += applied.fetched
        self._vanished += applied.vanished
        self._appeared += applied.appeared
        self._changed(applied)

    def _crawl(self, task: CrawlTask) -> CrawlOutcome:
        context = CrawlContext(task, self._gear.clock.now())
        base_url = self._gear.base_urls(self._source)
        return crawl(self._source, context, self._gear.fetcher, base_url)

    def _apply(self, task: CrawlTask, found: CrawlOutcome) -> Applied:
        self._note_news(task, found)
        require_healthy(found.result.report)
        return self._gear.write(lambda: self._store(task, found))

    def _store(self, task: CrawlTask, found: CrawlOutcome) -> Applied:
        """On the writer thread: store a page that its past does not speak against."""
        gear, now, result = self._gear, self._gear.clock.now(), found.result
        if result.is_silent and not found.pages:
            self._cautions += warnings_of(result.report.findings)
            return Applied(Counter(), 0, frozenset())
        examined = gear.watch.examine(task, found, now)
        if found.unchanged and not result.products:
            applied = gear.listings.confirm(self._name, task.key, now)
        else:
            applied = gear.listings.apply(self._name, task.key, result, now)
            gear.watch.remember(examined, now)
        self._cautions += warnings_of((*result.report.findings, *examined.findings))
        return applied

    def _note_news(self, task: CrawlTask, found: CrawlOutcome) -> None:
        """Log what is neither wrong nor odd but new, such as a field (H9)."""
        for finding in found.result.report.findings:
            if finding.severity is Severity.INFO and not found.unchanged:
                _log.info("%s %s: %s %s", self._name, task.key, finding.code, finding.detail)

    def _failed(
        self,
        task: CrawlTask,
        error: SourceError,
        pages: tuple[Page, ...],
        fingerprint: str = "",
    ) -> None:
        if isinstance(error, StoppedError):
            self._stopped = True
            return
        self._failures.append(error)
        self._in_a_row += 1
        if isinstance(error, SourceChangedError):
            for page in pages:
                self._gear.quarantine.keep(
                    self._source.info, task, page, error, fingerprint=fingerprint
                )

    def _link_moves(self) -> None:
        if not (self._vanished and self._appeared):
            return
        now = self._gear.clock.now()
        applied = self._gear.write(
            lambda: self._gear.listings.link_moves(self._vanished, self._appeared, now)
        )
        self._changed(applied)

    def _outcome(self, attempted: int) -> SourceOutcome:
        count = self._counts
        return SourceOutcome(
            name=self._name,
            status=self._status(attempted),
            message=self._message(attempted),
            fetched=self._fetched,
            inserted=count[ChangeKind.INSERTED],
            updated=count[ChangeKind.UPDATED] + count[ChangeKind.CORRECTED],
            cancelled=count[ChangeKind.CANCELLED] + count[ChangeKind.MOVED],
            restored=count[ChangeKind.RESTORED],
            unchanged=count[ChangeKind.UNCHANGED] + count[ChangeKind.MISSING],
        )

    def _status(self, attempted: int) -> SyncStatus:
        kinds = [type(error) for error in self._failures]
        if any(issubclass(kind, SourceBlockedError) for kind in kinds):
            return SyncStatus.BLOCKED
        if any(issubclass(kind, SourceChangedError) for kind in kinds):
            return SyncStatus.CHANGED
        if any(issubclass(kind, SourceUnavailableError) for kind in kinds):
            return SyncStatus.UNAVAILABLE
        return SyncStatus.OK if attempted == len(self._tasks) else SyncStatus.SKIPPED

    def _message(self, attempted: int) -> str:
        if self._failures:
            share = f"{len(self._tasks)}번 중 {len(self._failures)}번 실패"
            return f"{self._failures[-1].detail} ({share})"
        if attempted < len(self._tasks):
            return "멈췄어요"
        caution = self._caution()
        if caution is None:
            return ""
        count = sum(1 for finding in self._cautions if finding.code == caution.code)
        return f"{caution.code} {caution.detail} ({len(self._tasks)}번 중 {count}번)"

    def _caution(self) -> Finding | None:
        """Return the warning that most pages of this run carry, in the words of the first one."""
        codes = Counter(finding.code for finding in self._cautions).most_common(1)
        return next((f for f in self._cautions if codes and f.code == codes[0][0]), None)

    def _state(self) -> SourceState:
        states = {state.name: state for state in self._gear.states.source_states()}
        return states.get(self._name, SourceState(self._name))

    def _next_state(
        self, before: SourceState, outcome: SourceOutcome, attempted: int
    ) -> SourceState:
        now = self._gear.clock.now()
        if outcome.status in (SyncStatus.OK, SyncStatus.SKIPPED):
            caution = self._caution()
            return replace(
                SourceState(self._name, SyncStatus.OK),
                error_code=caution.code if caution else "",
                message=caution.detail if caution else "",
                last_attempt_at=self._began_at,
                last_ok_at=now,
                rows=outcome.fetched or before.rows,
            )
        after = after_failure(before, self._failures, attempted, self._mark, now)
        return replace(
            after,
            status=outcome.status,
            message=outcome.message,
            last_attempt_at=self._began_at,
        )
