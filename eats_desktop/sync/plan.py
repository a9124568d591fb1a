"""Chooses what a synchronisation asks for: which sources, which days, nearest days first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from eats_desktop.sources.base import CrawlTask, Source

_NIGHT_HOUR = 3
"""Until this hour yesterday's pages still speak for what is on air (sources document, part 3)."""

GUIDE_RANK, MALL_RANK = 50, 90
"""Sources ranked from here on confirm sellers (guides), or list no broadcasts (the mall)."""


@dataclass(frozen=True, slots=True)
class SyncScope:
    """What to ask for: `first` and `days` count days from today; None names all sources.

    With `channels`, only pages that speak for one of these channels alone.
    """

    first: int = 0
    days: int = 8
    names: frozenset[str] | None = None
    mall: bool = True
    channels: frozenset[str] | None = None

    def dates(self, now: datetime) -> tuple[date, ...]:
        today = korean_day(now)
        begin = -1 if self.first == 0 and now.hour < _NIGHT_HOUR else self.first
        return tuple(today + timedelta(days=n) for n in range(begin, self.first + self.days))


@dataclass(frozen=True, slots=True)
class SourcePlan:
    source: Source
    tasks: tuple[CrawlTask, ...]


def plan(sources: Iterable[Source], scope: SyncScope, now: datetime) -> tuple[SourcePlan, ...]:
    """Return the tasks per source; a source outside the scope is left out."""
    return tuple(
        SourcePlan(source, _tasks(source, scope, now))
        for source in sources
        if (scope.names is None or source.info.name in scope.names)
        and (scope.mall or source.info.rank < MALL_RANK)
    )


def _tasks(source: Source, scope: SyncScope, now: datetime) -> tuple[CrawlTask, ...]:
    last = korean_day(now) + timedelta(days=source.info.horizon_days - 1)
    days: Sequence[date] = [day for day in scope.dates(now) if day <= last]
    tasks = [task for task in source.tasks(days) if _is_wanted(task, scope)]
    return tuple(sorted(tasks, key=lambda task: task.day or days[0])) if days else ()


def _is_wanted(task: CrawlTask, scope: SyncScope) -> bool:
    return task.leads or scope.channels is None or task.channel_id in scope.channels
