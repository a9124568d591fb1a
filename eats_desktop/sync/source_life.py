"""When a source is paused, asked carefully, and on again (sources document, part 12); pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import (
    OfflineError,
    SourceBlockedError,
    SourceChangedError,
    SourceRestingError,
)
from eats_desktop.domain.sync_report import SyncStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.errors import SourceError
    from eats_desktop.domain.sync_report import SourceState

_CYCLES = 3
_CAREFUL = timedelta(days=1)
"""A paused source is asked one thing so often."""

_PAUSE = timedelta(minutes=30)
_LONGEST_PAUSE = timedelta(hours=6)


def awake(state: SourceState, mark: str) -> SourceState:
    """End a pause whose reason may be gone: other addresses, limits or parser."""
    return state.resumed() if state.paused_for != mark else state


def is_at_rest(state: SourceState, now: datetime) -> bool:
    return state.retry_at is not None and now < state.retry_at


def is_failed_cycle(failures: Sequence[SourceError], attempted: int) -> bool:
    """Tell whether the site answered every task, and nothing of it could be used.

    No network, time-outs, 5xx and our own patience say nothing of the adapter.
    """
    return 0 < attempted == len(failures) and all(_speaks_against(error) for error in failures)


def _speaks_against(error: SourceError) -> bool:
    if isinstance(error, SourceBlockedError):
        return not isinstance(error, SourceRestingError) and error.retry_at is None
    return isinstance(error, SourceChangedError)


def after_failure(
    before: SourceState,
    failures: Sequence[SourceError],
    attempted: int,
    mark: str,
    now: datetime,
) -> SourceState:
    """Return the memory after a run with failures; the third failed cycle in a row pauses."""
    error = failures[-1]
    some_read = attempted > len(failures)
    failed = is_failed_cycle(failures, attempted)
    cycles = before.failed_cycles + 1 if failed else 0 if some_read else before.failed_cycles
    after = replace(
        before,
        error_code=error.code,
        last_ok_at=now if some_read else before.last_ok_at,
        retry_at=_retry_at(error, before, now),
        failures_in_a_row=before.failures_in_a_row + 1,
        failed_cycles=cycles,
    )
    if before.paused_at is None and cycles < _CYCLES:
        return after
    if isinstance(error, OfflineError):
        return replace(after, retry_at=before.retry_at)
    return replace(
        after, paused_at=before.paused_at or now, paused_for=mark, retry_at=now + _CAREFUL
    )


def _retry_at(error: SourceError, before: SourceState, now: datetime) -> datetime | None:
    """Return until when a refusing site is left alone.

    What it said itself, else from the second refusal in a row 30 minutes, doubling to 6 hours.
    """
    if not isinstance(error, SourceBlockedError):
        return None
    if error.retry_at is not None:
        return error.retry_at
    refusals = before.failures_in_a_row if before.status is SyncStatus.BLOCKED else 0
    return now + min(_PAUSE * 2 ** (refusals - 1), _LONGEST_PAUSE) if refusals else None
