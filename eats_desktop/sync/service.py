"""One synchronisation: ask every source politely, judge, write, and report source by source."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from eats_desktop.domain.errors import StorageFullError
from eats_desktop.domain.events import (
    ScheduleChanged,
    SyncFinished,
    SyncProgressed,
    SyncStarted,
)
from eats_desktop.domain.sync_report import SyncReport
from eats_desktop.sync.plan import GUIDE_RANK, MALL_RANK, plan
from eats_desktop.sync.source_run import SourceRun
from eats_desktop.threads import step_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.sync_report import SourceOutcome, SourceState
    from eats_desktop.sources.base import Source
    from eats_desktop.sources.http import Fetcher
    from eats_desktop.sources.quarantine import Quarantine
    from eats_desktop.sync.apply import Applied, ListingWriter
    from eats_desktop.sync.page_watch import PageWatch
    from eats_desktop.sync.plan import SourcePlan, SyncScope

T = TypeVar("T")
_WORKERS = 4


class SourceStateStore(Protocol):
    def source_states(self) -> tuple[SourceState, ...]: ...

    def put(self, state: SourceState) -> None: ...


class Writer(Protocol):
    """Runs work on the writer thread and waits for it (TaskRunner.write_now)."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


@dataclass(frozen=True, slots=True)
class SyncEquipment:
    """Everything a run works with; wired in the application."""

    sources: Callable[[], Sequence[Source]]
    """Those switched on, asked for anew at each run."""
    base_urls: Callable[[Source], str]
    marks: Callable[[Source], str]
    """What a source is asked with: another value ends the pause of one that failed."""
    fetcher: Fetcher
    listings: ListingWriter
    watch: PageWatch
    states: SourceStateStore
    quarantine: Quarantine
    write: Writer
    clock: Clock
    publish: Callable[[Event], None]
    free_bytes: Callable[[], int]
    minimum_free_bytes: int


@dataclass(slots=True)
class _Progress:
    """Counts finished tasks over all sources."""

    total: int
    publish: Callable[[Event], None]
    done: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def step(self, source: str, count: int = 1) -> None:
        with self.lock:
            self.done += count
            done = self.done
        self.publish(SyncProgressed(done, self.total, source))


class SyncService:
    """Runs on a job thread: it waits for sources and for the writer, never for the UI."""

    def __init__(self, equipment: SyncEquipment) -> None:
        self._equipment = equipment

    def run(self, scope: SyncScope, stop: threading.Event) -> SyncReport:
        """Synchronise once; StorageFullError before anything is asked when the disk is too full."""
        gear = self._equipment
        self._require_space()
        started_at = gear.clock.now()
        plans = plan(gear.sources(), scope, started_at)
        progress = _Progress(sum(len(p.tasks) for p in plans), gear.publish)
        gear.publish(SyncStarted(progress.total))
        outcomes = self._run_all(plans, progress, stop)
        report = SyncReport(started_at, gear.clock.now(), tuple(outcomes))
        gear.publish(SyncFinished(report))
        return report

    def _require_space(self) -> None:
        free = self._equipment.free_bytes()
        if free < self._equipment.minimum_free_bytes:
            raise StorageFullError(f"지금 {free // (1 << 20)}MB 남았어요")

    def _run_all(
        self, plans: Sequence[SourcePlan], progress: _Progress, stop: threading.Event
    ) -> list[SourceOutcome]:
        """Ask sellers and the mall first: what they list need not be corrected by them later."""
        with ThreadPoolExecutor(_WORKERS, "eats-net", step_back) as pool:

            def start(chosen: Iterable[SourcePlan]) -> list[Future[SourceOutcome]]:
                return [pool.submit(self._run_source, p, progress, stop) for p in chosen]

            sellers = start(p for p in plans if p.source.info.rank < GUIDE_RANK)
            malls = start(p for p in plans if p.source.info.rank >= MALL_RANK)
            done = [future.result() for future in sellers]
            guides = start(p for p in plans if GUIDE_RANK <= p.source.info.rank < MALL_RANK)
            done += [future.result() for future in (*guides, *malls)]
        order = {p.source.info.name: n for n, p in enumerate(plans)}
        return sorted(done, key=lambda outcome: order[outcome.name])

    def _run_source(
        self, chosen: SourcePlan, progress: _Progress, stop: threading.Event
    ) -> SourceOutcome:
        gear = self._equipment
        run = SourceRun(gear, chosen, stop, progress.step, self._changed)
        return run.run()

    def _changed(self, applied: Applied) -> None:
        days: frozenset[date] = applied.days
        if days:
            self._equipment.publish(ScheduleChanged(days))
