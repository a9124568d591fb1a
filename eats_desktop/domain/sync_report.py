"""What one synchronisation did, source by source."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
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
    is_paused: bool = False
    """Not asked, because it failed too often; trying again soon would change nothing."""


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

    `last_attempt_at` is when the last run began. `error_code` and `message` say what failed; with
    status OK, which check H1…H12 warns, and of what, though the data was believed ("" when none
    does). `failed_cycles` counts runs in a row in which the site answered and nothing could be
    used; after three the source is paused: `paused_at` says since when and `paused_for` with which
    addresses and parser, for others end the pause.
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
    failed_cycles: int = 0
    paused_at: datetime | None = None
    paused_for: str = ""

    @property
    def is_failing(self) -> bool:
        return self.status in (SyncStatus.UNAVAILABLE, SyncStatus.BLOCKED, SyncStatus.CHANGED)

    def resumed(self) -> SourceState:
        """Return the state after the pause was ended: three more cycles, at once."""
        if self.paused_at is None:
            return self
        return replace(self, paused_at=None, paused_for="", failed_cycles=0, retry_at=None)


@dataclass(frozen=True, slots=True)
class SourceDay:
    """How one source knows one channel's day; `fetched_at` None: it never spoke for that day."""

    source: str
    channel_id: str
    day: date
    fetched_at: datetime | None

    def stale_since(self, state: SourceState) -> datetime | None:
        """Return the last good fetch when the source has failed to renew it; None when current.

        None as well for what was never fetched: it is missing, not stale.
        """
        tried = state.last_attempt_at
        if not state.is_failing or tried is None or self.fetched_at is None:
            return None
        return self.fetched_at if self.fetched_at < tried else None


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
