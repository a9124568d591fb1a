"""The state of the sources (데이터 출처), how far they cover the next days, and ending a pause."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import korean_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.sync_report import SourceDay, SourceState

DAYS_COVERED = 3
"""Sellers list today and two days in full, so so many days are counted."""

_SELLERS, _GUIDES, _MALLS = 10, 50, 90


class SourceGroup(enum.StrEnum):
    SELLER = "seller"
    GUIDE = "guide"
    MALL = "mall"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One line of the 데이터 출처 screen.

    `overridden` names the fields a shop replaced; `requests_today` counts since midnight or the
    program's start. `days` say how the source knows the next days of its channels.
    """

    name: str
    title: str
    base_url: str
    enabled: bool
    channel_names: tuple[str, ...]
    state: SourceState
    channel_ids: tuple[str, ...] = ()
    rank: int = _SELLERS
    horizon_days: int = DAYS_COVERED
    version: int = 1
    experimental: bool = False
    overridden: tuple[str, ...] = ()
    requests_today: int = 0
    days: tuple[SourceDay, ...] = ()

    @property
    def group(self) -> SourceGroup:
        if self.rank < _SELLERS:
            return SourceGroup.FEED
        if self.rank < _GUIDES:
            return SourceGroup.SELLER
        return SourceGroup.GUIDE if self.rank < _MALLS else SourceGroup.MALL

    @property
    def expected(self) -> int:
        """Return how many channel-days of the next three the source could list."""
        return len(self.channel_ids) * min(self.horizon_days, DAYS_COVERED)

    def newest(self, channel_id: str) -> datetime | None:
        """Return when the source last spoke for any of the channel's next days."""
        found = [d.fetched_at for d in self.days if d.channel_id == channel_id and d.fetched_at]
        return max(found, default=None)


class SourceStateStore(Protocol):
    def source_states(self) -> tuple[SourceState, ...]: ...

    def put(self, state: SourceState) -> None: ...


class SourceDays(Protocol):
    def source_days(self, first: date, days: int) -> tuple[SourceDay, ...]: ...


class SourceCatalog(Protocol):
    """What sources there are, as composed by the application."""

    @property
    def table_problem(self) -> str:
        """What is wrong with the shop's own source table, "" when nothing is."""

    def cards(
        self, states: tuple[SourceState, ...], days: tuple[SourceDay, ...]
    ) -> tuple[SourceCard, ...]: ...


class SourceService:
    def __init__(
        self, catalog: SourceCatalog, store: SourceStateStore, days: SourceDays, clock: Clock
    ) -> None:
        self._catalog = catalog
        self._store = store
        self._days = days
        self._clock = clock

    @property
    def table_problem(self) -> str:
        return self._catalog.table_problem

    def cards(self) -> tuple[SourceCard, ...]:
        return self._catalog.cards(self._store.source_states(), self.days())

    def days(self) -> tuple[SourceDay, ...]:
        """Return how each source knows today and the two days after it."""
        return self._days.source_days(korean_day(self._clock.now()), DAYS_COVERED)

    def stale(self) -> dict[tuple[str, str, date], datetime]:
        """Return since when a source failed to renew a channel's day, by source, channel, day."""
        states = {state.name: state for state in self._store.source_states()}
        found = ((d, states.get(d.source)) for d in self.days())
        since = ((d, d.stale_since(state)) for d, state in found if state is not None)
        return {(d.source, d.channel_id, d.day): at for d, at in since if at is not None}

    def resume(self, names: Iterable[str] | None = None) -> None:
        """End the pause of these sources, or of all; a site's own wish to rest is kept."""
        chosen = None if names is None else frozenset(names)
        for state in self._store.source_states():
            if state.paused_at is not None and (chosen is None or state.name in chosen):
                self._store.put(state.resumed())
