"""Which reminders should stand, given wishes, airings and lead times; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.reminder import Reminder, ReminderState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId
    from eats_desktop.domain.wishlist import Wish

Key = tuple["BroadcastId", int]

_KEPT = timedelta(days=30)
"""How long a reminder that was told is remembered."""


@dataclass(frozen=True, slots=True)
class WishedAiring:
    """A broadcast that a wish is about: the wished one itself, or an airing of a wished product."""

    wish: Wish
    broadcast: Broadcast


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    upserts: tuple[Reminder, ...]
    drops: tuple[Reminder, ...]


def plan_reminders(
    airings: Sequence[WishedAiring],
    lead_minutes: Sequence[int],
    existing: Sequence[Reminder],
    now: datetime,
) -> ReminderPlan:
    """Return the reminders to add and to drop.

    One per (broadcast, lead) however many wishes want it, a wish of the broadcast itself first. A
    lead whose moment is past when it would be added is left out; what was sent stays as it is.
    """
    alive = _alive(airings)
    wanted = _wanted(alive, lead_minutes)
    known = {(r.broadcast_id, r.lead_minutes): r for r in existing}
    upserts = [r for key, r in wanted.items() if key not in known and r.due_at >= now]
    drops = [r for key, r in known.items() if key not in wanted and _is_idle(r, now)]
    adopted = [
        wanted[key]
        for key, r in known.items()
        if r.state is ReminderState.PENDING and key in wanted and wanted[key].wish_id != r.wish_id
    ]
    orphaned = [known[(r.broadcast_id, r.lead_minutes)] for r in adopted]
    return ReminderPlan((*upserts, *adopted), (*drops, *orphaned))


def _is_idle(reminder: Reminder, now: datetime) -> bool:
    return reminder.state is ReminderState.PENDING or reminder.due_at < now - _KEPT


def _alive(airings: Sequence[WishedAiring]) -> list[WishedAiring]:
    """Airings that will happen and whose wish rings; wishes of broadcasts before products."""
    ringing = [
        airing
        for airing in airings
        if airing.wish.alarm_on
        and airing.broadcast.cancelled_at is None
        and airing.broadcast.moved_to is None
    ]
    return sorted(ringing, key=lambda a: (a.wish.broadcast_id is None, a.wish.wish_id))


def _wanted(airings: Sequence[WishedAiring], leads: Sequence[int]) -> dict[Key, Reminder]:
    wanted: dict[Key, Reminder] = {}
    for airing in airings:
        broadcast = airing.broadcast
        for lead in leads:
            due_at = broadcast.starts_at - timedelta(minutes=lead)
            reminder = Reminder(airing.wish.wish_id, broadcast.id, lead, due_at)
            wanted.setdefault((broadcast.id, lead), reminder)
    return wanted
