"""Keeps the promise of hearts and alarm rules: plans reminders, tells once, follows what moves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import KST, day_start, korean_day
from eats_desktop.domain.events import InboxChanged, WishlistChanged
from eats_desktop.domain.reminder import InboxKind, OwnerKind, ReminderState
from eats_desktop.notifications.changes import (
    cancelled_key,
    cancelled_notice,
    displaced_notice,
    followed,
    is_displaced,
    moved_notice,
    nearest_airing,
    restored_notice,
)
from eats_desktop.notifications.flood import list_of_the_day
from eats_desktop.notifications.outbox import Due, decide, reminder_key
from eats_desktop.notifications.planner import WishedAiring, plan_reminders

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.reminder import InboxDraft, InboxItem, Owner, Reminder
    from eats_desktop.domain.schedule import Broadcast, BroadcastId
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.notifications.planner import Airing
    from eats_desktop.services.schedule_service import ScheduleStore
    from eats_desktop.services.settings import NotificationSettings

_HORIZON = timedelta(days=14)
_RULES_AHEAD = timedelta(days=2)
_RECENT = timedelta(days=1)
_HOPS = 5
_MERGE_FROM = 3


class ReminderStore(Protocol):
    def reminders(self) -> tuple[Reminder, ...]: ...

    def put(self, upserts: Sequence[Reminder], drops: Sequence[Reminder]) -> None: ...

    def deliver(
        self, drafts: Sequence[InboxDraft], marks: Sequence[Reminder], at: datetime
    ) -> tuple[InboxItem, ...]: ...

    def told_since(self, at: datetime) -> frozenset[str]:
        """Return the keys of the reminders that came to the inbox from `at` on."""

    def move_wish(self, wish_id: int, to: BroadcastId) -> None: ...

    def last_key(self, prefix: str) -> str | None: ...


class WishReader(Protocol):
    def wishes(self) -> tuple[Wish, ...]: ...


class RuleReader(Protocol):
    def standing(self, begins: datetime, ends: datetime) -> tuple[RuleMatch, ...]:
        """Return what starts in [begins, ends) and the rules that are on wait for."""


class Desktop(Protocol):
    def send(self, title: str, body: str) -> None: ...


class ReminderService:
    """Every method runs on the writer thread, so that plans and deliveries never interleave."""

    def __init__(
        self,
        reminders: ReminderStore,
        wishes: WishReader,
        rules: RuleReader,
        schedule: ScheduleStore,
        settings: Callable[[], NotificationSettings],
        clock: Clock,
        publish: Callable[[Event], None],
        desktop: Desktop,
    ) -> None:
        self._reminders = reminders
        self._wishes = wishes
        self._rules = rules
        self._schedule = schedule
        self._settings = settings
        self._clock = clock
        self._publish = publish
        self._desktop = desktop

    def replan(self) -> None:
        """Bring the reminder rows in line with wishes, rules, schedule and settings."""
        settings = self._settings()
        now = self._clock.now()
        leads = settings.lead_minutes if settings.enabled else ()
        begins = min((r.broadcast_id.starts_at for r in self._pending()), default=now)
        airings = self._airings(min(begins, now), now + _HORIZON)
        plan = plan_reminders(airings, leads, self._reminders.reminders(), now)
        self._reminders.put(plan.upserts, plan.drops)

    def tick(self) -> int:
        """Deliver what is due; return how many notices are new."""
        now = self._clock.now()
        due = self._dues([r for r in self._pending() if r.due_at <= now])
        if not due:
            return 0
        delivery = decide(due, now, self._rung(now))
        told = self._tell(delivery.drafts, delivery.marks, now)
        return told + (self._list_the_rest(delivery.flooded, now) if delivery.flooded else 0)

    def next_due(self) -> datetime | None:
        """Return when the next reminder is due, so that it can be told to the second."""
        return min((r.due_at for r in self._pending()), default=None)

    def follow_changes(self) -> None:
        """Tell what changed and let wishes follow; safe to repeat after a crash at any point."""
        now = self._clock.now()
        if self._settings().enabled:
            self._tell(tuple(self._notices(now)), (), now)
        self._keep_told(now)
        self._follow(now)
        self.replan()

    def wished_ahead(self, span: timedelta) -> tuple[Broadcast, ...]:
        """Return what starts within `span` and will be told."""
        now = self._clock.now()
        ahead = {
            airing.broadcast.id: airing.broadcast
            for airing in self._airings(now, now + span)
            if airing.rings and not airing.broadcast.cancelled_at
        }
        return tuple(ahead.values())

    def _airings(self, begins: datetime, ends: datetime) -> Iterator[Airing]:
        """Every broadcast that starts in [begins, ends) and that somebody asked for; what rules
        wait for only when it is near, for they may find much."""
        now = self._clock.now()
        first, last = max(begins, now - _RECENT), min(ends, now + _RULES_AHEAD)
        yield from self._rules.standing(first, last)
        yield from self._wished(begins, ends)

    def _wished(self, begins: datetime, ends: datetime) -> Iterator[WishedAiring]:
        for wish in self._wishes.wishes():
            if wish.product is not None:
                for airing in self._schedule.airings(wish.product, begins, ends):
                    yield WishedAiring(wish, airing)
            elif wish.broadcast_id is not None and begins <= wish.broadcast_id.starts_at < ends:
                broadcast = self._schedule.broadcast(wish.broadcast_id)
                if broadcast is not None:
                    yield WishedAiring(wish, broadcast)

    def _pending(self) -> list[Reminder]:
        stored = self._reminders.reminders()
        return [r for r in stored if r.state is ReminderState.PENDING]

    def _dues(self, reminders: Sequence[Reminder]) -> list[Due]:
        """Say what each reminder is of; a rule that no longer waits for it has nothing to say."""
        ruled = [r.broadcast_id.starts_at for r in reminders if r.owner.kind is OwnerKind.RULE]
        matches: Mapping[tuple[Owner, BroadcastId], RuleMatch] = {}
        if ruled:
            found = self._rules.standing(min(ruled), max(ruled) + timedelta(seconds=1))
            matches = {(match.owner, match.broadcast.id): match for match in found}
        dues = []
        for reminder in reminders:
            match = matches.get((reminder.owner, reminder.broadcast_id))
            if reminder.owner.kind is OwnerKind.RULE:
                dues.append(Due(reminder, match.broadcast if match else None, match))
            else:
                dues.append(Due(reminder, self._schedule.broadcast(reminder.broadcast_id)))
        return dues

    def _rung(self, now: datetime) -> Counter[Owner]:
        """Count how often each rule rang today; what came late, in a digest, is not counted."""
        told = self._reminders.told_since(day_start(korean_day(now)))
        return Counter(
            r.owner
            for r in self._reminders.reminders()
            if r.state is ReminderState.SENT and reminder_key(r) in told
        )

    def _list_the_rest(self, flooded: Collection[Owner], now: datetime) -> int:
        """Put what these rules still find today into the inbox, without ringing."""
        today = korean_day(now)
        rest = [r for r in self._pending() if r.owner in flooded and korean_day(r.due_at) == today]
        delivery = list_of_the_day(self._dues(rest))
        arrived = self._reminders.deliver(delivery.drafts, delivery.marks, now)
        if arrived:
            self._publish(InboxChanged(arrived, quiet=True))
        return len(arrived)

    def _notices(self, now: datetime) -> Iterator[InboxDraft]:
        """Say once of each broadcast asked for that it moved, is off, or is on again."""
        promised = {r.broadcast_id for r in self._pending()}
        ringing: dict[BroadcastId, Airing] = {
            a.broadcast.id: a for a in self._airings(now - _HORIZON, now + _HORIZON) if a.rings
        }
        for airing in ringing.values():
            wished = airing if isinstance(airing, WishedAiring) else None
            is_slot = wished is not None and wished.wish.product is None
            known = is_slot or airing.broadcast.id in promised
            yield from self._changes_of(airing.broadcast, now, promised=known)
            if wished is not None:
                yield from self._displacement_of(wished, now)

    def _displacement_of(self, airing: WishedAiring, now: datetime) -> Iterator[InboxDraft]:
        """Say once where a hearted product went when another one took its slot."""
        slot = self._path(airing.broadcast)[-1]
        if slot.starts_at <= now or not is_displaced(airing.wish, slot):
            return
        elsewhere = self._elsewhere(airing.wish, slot, now)
        if elsewhere is None:
            yield displaced_notice(airing.wish, slot)
        else:
            yield moved_notice(slot, elsewhere)

    def _elsewhere(self, wish: Wish, slot: Broadcast, now: datetime) -> Broadcast | None:
        """Return the airing that a displaced product moved to, within a day of its slot."""
        if wish.headline is None or not is_displaced(wish, slot):
            return None
        begins, ends = slot.starts_at - _RECENT, slot.starts_at + _RECENT
        return nearest_airing(self._schedule.airings(wish.headline, begins, ends), slot, now)

    def _changes_of(
        self, broadcast: Broadcast, now: datetime, *, promised: bool
    ) -> Iterator[InboxDraft]:
        path = self._path(broadcast)
        newest = path[-1]
        left = next((b for b in path[:-1] if b.cancelled_at is not None), None)
        if newest.ends_at <= now:
            return
        if promised and left is not None:
            yield moved_notice(left, newest)
        cancelled = cancelled_notice(newest, now) if promised else None
        if cancelled is not None:
            yield cancelled
        told = self._reminders.last_key(cancelled_key(newest.id))
        if told is not None and newest.cancelled_at is None:
            yield restored_notice(newest, told)

    def _keep_told(self, now: datetime) -> None:
        """A corrected start is the same broadcast: what was told of it is not told again."""
        told = [
            r
            for r in self._reminders.reminders()
            if r.state is not ReminderState.PENDING and r.due_at > now - _RECENT
        ]
        kept = []
        for reminder in told:
            broadcast = self._schedule.broadcast(reminder.broadcast_id)
            path = self._path(broadcast) if broadcast is not None else ()
            if len(path) > 1 and all(b.cancelled_at is None for b in path[:-1]):
                kept.append(replace(reminder, broadcast_id=path[-1].id))
        self._reminders.put(kept, ())

    def _follow(self, now: datetime) -> None:
        moved = False
        for airing in tuple(self._wished(now - _HORIZON, now + _HORIZON)):
            slot = self._path(airing.broadcast)[-1]
            newest = self._elsewhere(airing.wish, slot, now) or slot
            if airing.wish.product is None and newest.id != airing.broadcast.id:
                self._reminders.move_wish(airing.wish.wish_id, newest.id)
                moved = True
        if moved:
            self._publish(WishlistChanged())

    def _path(self, broadcast: Broadcast) -> tuple[Broadcast, ...]:
        """Return the broadcast and the slots that took its place, the present one last."""
        path = [broadcast]
        while len(path) <= _HOPS:
            target = followed(path[-1])
            successor = self._schedule.broadcast(target) if target is not None else None
            if successor is None:
                break
            path.append(successor)
        return tuple(path)

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
            self._desktop.send(f"기다리던 방송 {len(reminders)}개가 곧 시작해요", lines)
        for item in arrived:
            if item.kind is not InboxKind.REMINDER or len(reminders) < _MERGE_FROM:
                self._desktop.send(item.title, item.body)
