"""What the screens and the command line may ask of the schedule (편성표)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import day_start
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.schedule import BroadcastState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast, BroadcastId, Channel, ProductKey
    from eats_desktop.domain.sync_report import ChannelCoverage, DayOverview


class ScheduleStore(Protocol):
    """Reads of the crawled schedule. Every list is ordered by start, then channel number."""

    def channels(self) -> tuple[Channel, ...]: ...

    def broadcasts(
        self, begins: datetime, ends: datetime, *, food_only: bool
    ) -> tuple[Broadcast, ...]:
        """Return the broadcasts, cancelled ones too, that overlap [begins, ends)."""

    def broadcast(self, broadcast_id: BroadcastId) -> Broadcast | None: ...

    def those(self, broadcast_ids: Collection[BroadcastId]) -> tuple[Broadcast, ...]: ...

    def airings(
        self, product: ProductKey, begins: datetime, ends: datetime
    ) -> tuple[Broadcast, ...]:
        """Return the broadcasts of one product that start in [begins, ends), cancelled ones too."""

    def overviews(self, first: date, days: int) -> tuple[DayOverview, ...]: ...

    def coverage(self, day: date) -> tuple[ChannelCoverage, ...]: ...


@dataclass(frozen=True, slots=True)
class DaySchedule:
    """One day as shown: its broadcasts and, per channel, how well the day is known."""

    day: date
    as_of: datetime
    broadcasts: tuple[Broadcast, ...]
    coverage: tuple[ChannelCoverage, ...]

    @property
    def fetched_at(self) -> datetime | None:
        """When some channel of this day was last fetched well; None: never."""
        return max((c.fetched_at for c in self.coverage if c.fetched_at), default=None)


@dataclass(frozen=True, slots=True)
class HomeSchedule:
    """The home screen's zones, food only, cancelled left out."""

    as_of: datetime
    live: tuple[Broadcast, ...]
    soon: tuple[Broadcast, ...]
    next_up: Broadcast | None
    missed: tuple[Broadcast, ...]
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class BroadcastDetail:
    broadcast: Broadcast
    next_airings: tuple[Broadcast, ...]


class ScheduleService:
    def __init__(self, store: ScheduleStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def channels(self) -> tuple[Channel, ...]:
        return self._store.channels()

    def day(self, day: date, *, food_only: bool = True) -> DaySchedule:
        """Return what starts on `day`, and what runs into it over midnight."""
        begins = day_start(day)
        broadcasts = self._store.broadcasts(begins, begins + timedelta(days=1), food_only=food_only)
        return DaySchedule(day, self._clock.now(), broadcasts, self._store.coverage(day))

    def home(self, soon: timedelta = timedelta(hours=3)) -> HomeSchedule:
        """Return what is on now, starts within `soon`, comes next, and ended since two hours."""
        now = self._clock.now()
        found = self._store.broadcasts(
            now - timedelta(hours=2), now + timedelta(hours=24), food_only=True
        )
        by_state: dict[BroadcastState, list[Broadcast]] = {state: [] for state in BroadcastState}
        for broadcast in found:
            by_state[broadcast.state_at(now)].append(broadcast)
        upcoming = by_state[BroadcastState.UPCOMING]
        overview = self._store.overviews(now.date(), 1)
        return HomeSchedule(
            as_of=now,
            live=tuple(by_state[BroadcastState.LIVE]),
            soon=tuple(b for b in upcoming if b.starts_at <= now + soon),
            next_up=upcoming[0] if upcoming else None,
            missed=tuple(reversed(by_state[BroadcastState.ENDED])),
            fetched_at=overview[0].fetched_at if overview else None,
        )

    def overviews(self, first: date, days: int) -> Sequence[DayOverview]:
        return self._store.overviews(first, days)

    def detail(self, broadcast_id: BroadcastId) -> BroadcastDetail:
        """Return a broadcast and the next airings of its headline product, or NotFoundError."""
        broadcast = self._store.broadcast(broadcast_id)
        if broadcast is None:
            raise NotFoundError(f"방송을 찾을 수 없어요: {broadcast_id}")
        return BroadcastDetail(broadcast, self._next_airings(broadcast))

    def _next_airings(self, broadcast: Broadcast) -> tuple[Broadcast, ...]:
        product = broadcast.headline
        if product is None:
            return ()
        now = self._clock.now()
        later = self._store.airings(product.key, now, now + timedelta(days=14))
        return tuple(b for b in later if b.id != broadcast.id and b.cancelled_at is None)
