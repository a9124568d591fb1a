"""Keeps the promise of a heart: plans reminders, tells once, follows broadcasts that move."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import KST
from eats_desktop.domain.events import InboxChanged, WishlistChanged
from eats_desktop.domain.reminder import InboxKind, ReminderState
from eats_desktop.notifications.changes import (
    cancelled_key,
    cancelled_notice,
    followed,
    moved_notice,
    restored_notice,
)
from eats_desktop.notifications.outbox import Due, decide
from eats_desktop.notifications.planner import WishedAiring, plan_reminders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.reminder import InboxDraft, InboxItem, Reminder
    from eats_desktop.domain.schedule import Broadcast, BroadcastId
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.services.schedule_service import ScheduleStore
    from eats_desktop.services.settings import NotificationSettings

_HORIZON = timedelta(days=14)
_HOPS = 5
_MERGE_FROM = 3


class ReminderStore(Protocol):
    def reminders(self) -> tuple[Reminder, ...]: ...

    def put(self, upserts: Sequence[Reminder], drops: Sequence[Reminder]) -> None: ...

    def deliver(
        self, drafts: Sequence[InboxDraft], marks: Sequence[Reminder], at: datetime
    ) -> tuple[InboxItem, ...]: ...

    def move_wish(self, wish_id: int, to: BroadcastId) -> None: ...

    def last_key(self, prefix: str) -> str | None: ...


class WishReader(Protocol):
    def wishes(self) -> tuple[Wish, ...]: ...


class Desktop(Protocol):
    def send(self, title: str, body: str) -> None: ...


class ReminderService:
    """Every method runs on the writer thread, so that plans and deliveries never interleave."""

    def __init__(
        self,
        reminders: ReminderStore,
        wishes: WishReader,
        schedule: ScheduleStore,
        settings: Callable[[], NotificationSettings],
        clock: Clock,
        publish: Callable[[Event], None],
        desktop: Desktop,
    ) -> None:
        self._reminders = reminders
        self._wishes = wishes
        self._schedule = schedule
        self._settings = settings
        self._clock = clock
        self._publish = publish
        self._desktop = desktop

    def replan(self) -> None:
        """Bring the reminder rows in line with wishes, schedule and settings."""
        settings = self._settings()
        now = self._clock.now()
        leads = settings.lead_minutes if settings.enabled else ()
        airings = list(self._airings(now))
        plan = plan_reminders(airings, leads, self._reminders.reminders(), now)
        self._reminders.put(plan.upserts, plan.drops)

    def tick(self) -> int:
        """Deliver what is due; return how many notices are new."""
        now = self._clock.now()
        due = [
            Due(reminder, self._schedule.broadcast(reminder.broadcast_id))
            for reminder in self._reminders.reminders()
            if reminder.state is ReminderState.PENDING and reminder.due_at <= now
        ]
        if not due:
            return 0
        delivery = decide(due, now)
        return self._tell(delivery.drafts, delivery.marks, now)

    def next_due(self) -> datetime | None:
        """Return when the next reminder is due, so that it can be told to the second."""
        pending = (
            r.due_at for r in self._reminders.reminders() if r.state is ReminderState.PENDING
        )
        return min(pending, default=None)

    def follow_changes(self) -> None:
        """Let wishes follow moved broadcasts and tell what changed; safe to repeat."""
        now = self._clock.now()
        drafts = [*self._follow_wishes(now), *self._notices_of_planned(now)]
        self._tell(drafts, (), now)
        self.replan()

    def _airings(self, now: datetime) -> Iterator[WishedAiring]:
        for wish in self._wishes.wishes():
            if wish.broadcast_id is not None:
                broadcast = self._schedule.broadcast(wish.broadcast_id)
                if broadcast is not None:
                    yield WishedAiring(wish, broadcast)
            elif wish.product is not None:
                for airing in self._schedule.airings(wish.product, now, now + _HORIZON):
                    yield WishedAiring(wish, airing)

    def _follow_wishes(self, now: datetime) -> Iterator[InboxDraft]:
        changed = False
        for wish in self._wishes.wishes():
            old = self._schedule.broadcast(wish.broadcast_id) if wish.broadcast_id else None
            if old is None:
                continue
            new = self._newest(old)
            if new.id != old.id:
                self._reminders.move_wish(wish.wish_id, new.id)
                changed = True
                notice = moved_notice(old, new)
                if notice is not None:
                    yield notice
            yield from self._standing(new, now)
        if changed:
            self._publish(WishlistChanged())

    def _standing(self, broadcast: Broadcast, now: datetime) -> Iterator[InboxDraft]:
        """Say that a wished broadcast is off, or on again after it was told to be off."""
        notice = cancelled_notice(broadcast, now)
        if notice is not None:
            yield notice
        elif broadcast.cancelled_at is None:
            told = self._reminders.last_key(cancelled_key(broadcast.id))
            if told is not None:
                yield restored_notice(broadcast, told)

    def _notices_of_planned(self, now: datetime) -> Iterator[InboxDraft]:
        """Airings of wished products that went away while a reminder stood for them."""
        wished = {w.broadcast_id for w in self._wishes.wishes()}
        pending = {
            r.broadcast_id
            for r in self._reminders.reminders()
            if r.state is ReminderState.PENDING and r.broadcast_id not in wished
        }
        for broadcast_id in sorted(pending):
            old = self._schedule.broadcast(broadcast_id)
            if old is None:
                continue
            new = self._newest(old)
            notice = moved_notice(old, new) if new.id != old.id else cancelled_notice(old, now)
            if notice is not None:
                yield notice

    def _newest(self, broadcast: Broadcast) -> Broadcast:
        """Follow a chain of moves to where the broadcast is now."""
        for _ in range(_HOPS):
            target = followed(broadcast)
            moved = self._schedule.broadcast(target) if target is not None else None
            if moved is None:
                break
            broadcast = moved
        return broadcast

    def _tell(self, drafts: Iterable[InboxDraft], marks: Sequence[Reminder], now: datetime) -> int:
        arrived = self._reminders.deliver(tuple(drafts), marks, now)
        if not arrived:
            return 0
        quiet = self._is_quiet(now)
        self._publish(InboxChanged(arrived, quiet=quiet))
        if not quiet and self._settings().desktop:
            self._pop_up(arrived)
        return len(arrived)

    def _is_quiet(self, now: datetime) -> bool:
        hours = self._settings().quiet_hours
        return hours is not None and hours.covers(now.astimezone(KST).time())

    def _pop_up(self, arrived: Sequence[InboxItem]) -> None:
        reminders = [item for item in arrived if item.kind is InboxKind.REMINDER]
        if len(reminders) >= _MERGE_FROM:
            lines = "\n".join(item.body for item in reminders[:_MERGE_FROM])
            self._desktop.send(f"찜한 방송 {len(reminders)}개가 곧 시작해요", lines)
        for item in arrived:
            if item.kind is not InboxKind.REMINDER or len(reminders) < _MERGE_FROM:
                self._desktop.send(item.title, item.body)
