"""Hearting (찜): a broadcast or a product, the reminders that follow, and the alarm switch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.events import WishlistChanged
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.domain.wishlist import WishKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.schedule import Broadcast, BroadcastId, ProductKey
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.services.schedule_service import ScheduleStore


class WishStore(Protocol):
    """Wishes of the shopper; each call is one transaction."""

    def wishes(self) -> tuple[Wish, ...]: ...

    def add_broadcast_wish(
        self,
        broadcast_id: BroadcastId,
        title: str,
        created_at: datetime,
        headline: ProductKey | None = None,
    ) -> Wish:
        """Add or return the existing wish of this broadcast."""

    def add_product_wish(self, product: ProductKey, title: str, created_at: datetime) -> Wish: ...

    def remove_wish(self, wish_id: int) -> bool:
        """Remove a wish with its reminders; tell whether it was there."""

    def set_alarm(self, wish_id: int, *, on: bool) -> bool: ...


@dataclass(frozen=True, slots=True)
class WishedBroadcast:
    """A wish beside what it means now: the broadcast, or a product's next (else last) airing.

    `broadcast` is None when the catalogue no longer holds it.
    """

    wish: Wish
    broadcast: Broadcast | None


class ReminderPlanner(Protocol):
    """Brings the reminder rows in line with the wishes; see notifications."""

    def replan(self) -> None: ...


class WishService:
    def __init__(
        self,
        wishes: WishStore,
        schedule: ScheduleStore,
        planner: ReminderPlanner,
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._wishes = wishes
        self._schedule = schedule
        self._planner = planner
        self._clock = clock
        self._publish = publish

    def wishlist(self) -> tuple[WishedBroadcast, ...]:
        """Return all wishes: on air first, then by start, past and unknown ones last."""
        now = self._clock.now()
        found = [WishedBroadcast(wish, self._meaning(wish)) for wish in self._wishes.wishes()]
        return tuple(sorted(found, key=lambda item: _order(item, now)))

    def wished_broadcasts(self) -> frozenset[BroadcastId]:
        """Return the broadcasts that are hearted themselves, for marking cards."""
        return frozenset(w.broadcast_id for w in self._wishes.wishes() if w.broadcast_id)

    def wished_products(self) -> frozenset[ProductKey]:
        return frozenset(w.product for w in self._wishes.wishes() if w.product)

    def wish_broadcast(self, broadcast_id: BroadcastId) -> Wish:
        """Heart a broadcast; ConflictError when it is over or cancelled."""
        broadcast = self._schedule.broadcast(broadcast_id)
        now = self._clock.now()
        if broadcast is None:
            raise NotFoundError(f"방송을 찾을 수 없어요: {broadcast_id}")
        if broadcast.state_at(now) is BroadcastState.ENDED:
            raise ConflictError("이미 끝난 방송이에요.")
        if broadcast.state_at(now) is BroadcastState.CANCELLED:
            raise ConflictError("취소된 방송이에요.")
        title = broadcast.display_title or broadcast.channel.name
        headline = broadcast.headline.key if broadcast.headline else None
        wish = self._wishes.add_broadcast_wish(broadcast_id, title, now, headline)
        self._told()
        return wish

    def wish_product(self, product: ProductKey, title: str) -> Wish:
        """Heart a product: every later airing of it will be told."""
        wish = self._wishes.add_product_wish(product, title, self._clock.now())
        self._told()
        return wish

    def remove(self, wish_id: int) -> None:
        if not self._wishes.remove_wish(wish_id):
            raise NotFoundError(f"찜을 찾을 수 없어요: {wish_id}")
        self._told()

    def toggle_broadcast(self, broadcast_id: BroadcastId) -> bool:
        """Heart or un-heart; return whether it is hearted now."""
        for wish in self._wishes.wishes():
            if wish.broadcast_id == broadcast_id:
                self.remove(wish.wish_id)
                return False
        self.wish_broadcast(broadcast_id)
        return True

    def toggle_product(self, product: ProductKey, title: str) -> bool:
        for wish in self._wishes.wishes():
            if wish.product == product:
                self.remove(wish.wish_id)
                return False
        self.wish_product(product, title)
        return True

    def set_alarm(self, wish_id: int, *, on: bool) -> None:
        if not self._wishes.set_alarm(wish_id, on=on):
            raise NotFoundError(f"찜을 찾을 수 없어요: {wish_id}")
        self._told()

    def _told(self) -> None:
        self._planner.replan()
        self._publish(WishlistChanged())

    def _meaning(self, wish: Wish) -> Broadcast | None:
        if wish.kind is WishKind.BROADCAST and wish.broadcast_id is not None:
            return self._schedule.broadcast(wish.broadcast_id)
        if wish.product is None:
            return None
        now = self._clock.now()
        span = timedelta(days=14)
        airings = self._schedule.airings(wish.product, now - span, now + span)
        ahead = [b for b in airings if b.ends_at > now and b.cancelled_at is None]
        if ahead:
            return ahead[0]
        return airings[-1] if airings else None


def _order(item: WishedBroadcast, now: datetime) -> tuple[int, float]:
    broadcast = item.broadcast
    if broadcast is None:
        return (4, item.wish.created_at.timestamp())
    rank = {
        BroadcastState.LIVE: 0,
        BroadcastState.UPCOMING: 1,
        BroadcastState.CANCELLED: 2,
        BroadcastState.ENDED: 3,
    }[broadcast.state_at(now)]
    start = broadcast.starts_at.timestamp()
    return (rank, -start if rank >= 2 else start)
