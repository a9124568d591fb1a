"""What to tell now: on-time reminders one by one, late ones in one digest; pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.links import INBOX, broadcast_link
from eats_desktop.domain.reminder import InboxDraft, InboxKind, ReminderState
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.notifications import wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.reminder import Reminder
    from eats_desktop.domain.schedule import Broadcast, BroadcastId

ON_TIME = timedelta(minutes=2)
"""A reminder this late is still on time: the tick is 30 s, a busy machine may add some."""

WORTH_TELLING = timedelta(hours=2)
"""A missed show that ended longer ago is not worth a notice."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose moment has come, with its broadcast (None when the catalogue lost it)."""

    reminder: Reminder
    broadcast: Broadcast | None


@dataclass(frozen=True, slots=True)
class Delivery:
    drafts: tuple[InboxDraft, ...]
    marks: tuple[Reminder, ...]


def decide(due: Sequence[Due], now: datetime) -> Delivery:
    """Return what goes to the inbox and the new state of every due reminder."""
    punctual = [d for d in due if _is_punctual(d, now)]
    told = {d.reminder.broadcast_id for d in punctual}
    late = [d for d in due if not _is_punctual(d, now)]
    worth = _worth_telling(late, told, now)
    drafts = [_reminder(d) for d in punctual]
    if worth:
        drafts.append(_digest(worth, now))
    missed = {d.reminder.broadcast_id for d in late} - told - {b.id for b in worth}
    marks = [_marked(d.reminder, missed) for d in due]
    return Delivery(tuple(drafts), tuple(marks))


def _is_punctual(due: Due, now: datetime) -> bool:
    broadcast = due.broadcast
    return (
        broadcast is not None
        and now - due.reminder.due_at <= ON_TIME
        and broadcast.state_at(now) in (BroadcastState.UPCOMING, BroadcastState.LIVE)
    )


def _worth_telling(late: Sequence[Due], told: set[BroadcastId], now: datetime) -> list[Broadcast]:
    """Broadcasts of late reminders, once each, that run, come, or ended a short while ago."""
    found = {
        d.broadcast.id: d.broadcast
        for d in late
        if d.broadcast is not None
        and d.broadcast.id not in told
        and d.broadcast.cancelled_at is None
        and now - d.broadcast.ends_at < WORTH_TELLING
    }
    return list(found.values())


def _marked(reminder: Reminder, missed: set[BroadcastId]) -> Reminder:
    state = ReminderState.MISSED if reminder.broadcast_id in missed else ReminderState.SENT
    return replace(reminder, state=state)


def _reminder(due: Due) -> InboxDraft:
    broadcast, lead = due.broadcast, due.reminder.lead_minutes
    if broadcast is None:
        raise ValueError("a punctual reminder has a broadcast")
    return InboxDraft(
        InboxKind.REMINDER,
        f"{wording.starts_in(lead)} · {wording.place(broadcast)}",
        wording.facts(broadcast),
        broadcast_link(broadcast.id),
        f"reminder:{broadcast.id}:{lead}",
    )


def _digest(broadcasts: Sequence[Broadcast], now: datetime) -> InboxDraft:
    ids = " ".join(sorted(str(b.id) for b in broadcasts))
    target = broadcast_link(broadcasts[0].id) if len(broadcasts) == 1 else INBOX
    return InboxDraft(
        InboxKind.DIGEST,
        f"놓친 알림 {len(broadcasts)}건",
        "\n".join(wording.late_line(b, now) for b in broadcasts[:5]),
        target,
        f"late:{hashlib.sha256(ids.encode()).hexdigest()[:16]}",
    )
