"""What one synchronisation did, source by source."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class SyncStatus(enum.StrEnum):
    OK = "ok"
    UNAVAILABLE = "unavailable"
    BLOCKED = "blocked"
    CHANGED = "changed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """Counts of the broadcasts (mall products for a mall) that one source's pages touched."""

    name: str
    status: SyncStatus
    message: str = ""
    fetched: int = 0
    inserted: int = 0
    updated: int = 0
    cancelled: int = 0
    restored: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class SyncReport:
    started_at: datetime
    finished_at: datetime
    sources: tuple[SourceOutcome, ...]

    @property
    def any_ok(self) -> bool:
        return any(outcome.status is SyncStatus.OK for outcome in self.sources)


@dataclass(frozen=True, slots=True)
class SourceState:
    """Memory of one source across runs; `status` None means never asked.

    `error_code` and `message` say what failed; with status OK, which check H1…H12 warns, and of
    what, though the data was believed ("" when none does).
    """

    name: str
    status: SyncStatus | None = None
    error_code: str = ""
    message: str = ""
    last_attempt_at: datetime | None = None
    last_ok_at: datetime | None = None
    retry_at: datetime | None = None
    failures_in_a_row: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class DayOverview:
    """One day of the date strip: its food broadcasts, and when it was last fetched well."""

    day: date
    food_count: int
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChannelCoverage:
    """How one channel's day is known; `fetched_at` None: no source has answered for it."""

    channel_id: str
    day: date
    food_count: int
    fetched_at: datetime | None
