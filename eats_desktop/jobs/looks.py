"""Whom to ask once more before a wished broadcast: one source that is well, for that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.sync.plan import SyncScope

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.sync_report import SourceState
    from eats_desktop.jobs.catch_up import Look

_AILING = 3
"""Failures in a row from which on a source is left to the planned runs."""


def choose_asker(
    broadcast: Broadcast,
    serving: Sequence[str],
    states: Mapping[str, SourceState],
    now: datetime,
) -> str | None:
    """Return the source to ask about a broadcast: its owner, else the next that is well.

    `serving` are the sources of its channel, best first; None when all rest or ail.
    """
    wanted = [broadcast.source, broadcast.given.products or broadcast.source, *serving]
    return next((n for n in wanted if n in serving and _is_well(states.get(n), now)), None)


def _is_well(state: SourceState | None, now: datetime) -> bool:
    if state is None:
        return True
    rests = state.retry_at is not None and now < state.retry_at
    return not rests and state.failures_in_a_row < _AILING


def scope_of(
    looks: Sequence[Look], asker: Callable[[Broadcast], str | None], now: datetime
) -> SyncScope | None:
    """Return what to fetch for these looks in one run; None when nobody may be asked."""
    asked = [(look.broadcast, name) for look in looks if (name := asker(look.broadcast))]
    if not asked:
        return None
    last_day = max(korean_day(broadcast.starts_at) for broadcast, _ in asked)
    return SyncScope(
        days=(last_day - korean_day(now)).days + 1,
        names=frozenset(name for _, name in asked),
        mall=False,
        channels=frozenset(broadcast.id.channel_id for broadcast, _ in asked),
    )
