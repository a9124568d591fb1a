"""Which reminders should stand, given who asked for which airings; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.reminder import Reminder, ReminderState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.reminder import Owner
    from eats_desktop.domain.schedule import Broadcast, BroadcastId
    from eats_desktop.domain.wishlist import Wish

Key = tuple["Owner", "BroadcastId", int]

_KEPT = timedelta(days=30)
"""How long a reminder that was told is remembered."""


class Airing(Protocol):
    """A broadcast that somebody asked for; `rings` tells whether reminders are wanted."""

    @property
    def owner(self) -> Owner: ...

    @property
    def broadcast(self) -> Broadcast: ...

    @property
    def rings(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class WishedAiring:
    """A broadcast that a wish is about: the wished one itself, or an airing of a wished product."""

    wish: Wish
    broadcast: Broadcast

    @property
    def owner(self) -> Owner:
        return self.wish.owner

    @property
    def rings(self) -> bool:
        return self.wish.alarm_on


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    upserts: tuple[Reminder, ...]
    drops: tuple[Reminder, ...]


def plan_reminders(
    airings: Iterable[Airing],
    lead_minutes: Sequence[int],
    existing: Sequence[Reminder],
    now: datetime,
) -> ReminderPlan:
    """Return the reminders to add and to drop.

    One per (owner, broadcast, lead): owners of the same broadcast are told together when it is
    due. A lead whose moment is past when it would be added is left out, as is one that was told
    already for another owner; what was sent stays as it is.
    """
    wanted = _wanted(airings, lead_minutes)
    known = {_key(r): r for r in existing}
    told = {_key(r)[1:] for r in existing if r.state is ReminderState.SENT}
    upserts = [
        r
        for key, r in wanted.items()
        if key not in known and key[1:] not in told and r.due_at >= now
    ]
    drops = [r for key, r in known.items() if key not in wanted and _is_idle(r, now)]
    return ReminderPlan(tuple(upserts), tuple(drops))


def _key(reminder: Reminder) -> Key:
    return (reminder.owner, reminder.broadcast_id, reminder.lead_minutes)


def _is_idle(reminder: Reminder, now: datetime) -> bool:
    return reminder.state is ReminderState.PENDING or reminder.due_at < now - _KEPT


def _wanted(airings: Iterable[Airing], leads: Sequence[int]) -> dict[Key, Reminder]:
    """Return a reminder for each lead of the airings that will happen and whose owner rings."""
    planned = (
        Reminder(
            airing.owner,
            airing.broadcast.id,
            lead,
            airing.broadcast.starts_at - timedelta(minutes=lead),
        )
        for airing in airings
        if airing.rings
        and airing.broadcast.cancelled_at is None
        and airing.broadcast.moved_to is None
        for lead in leads
    )
    return {_key(reminder): reminder for reminder in planned}
