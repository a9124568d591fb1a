"""What to tell now: on-time reminders one by one, late ones in one digest; pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.links import INBOX, broadcast_link
from eats_desktop.domain.reminder import InboxDraft, InboxKind, ReminderState
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.notifications import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.domain.reminder import Owner, Reminder
    from eats_desktop.domain.schedule import Broadcast, BroadcastId

ON_TIME = timedelta(minutes=2)
"""A reminder this late is still on time: the tick is 30 s, a busy machine may add some."""

WORTH_TELLING = timedelta(hours=2)
"""A missed show that ended longer ago is not worth a notice."""

MOST_A_DAY = 5
"""How often one rule rings on one day; what else it finds is told in a list, see `flood`."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose moment has come, with its broadcast (None when the catalogue lost it) and
    what its rule found there (None for a wish)."""

    reminder: Reminder
    broadcast: Broadcast | None
    match: RuleMatch | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """`flooded` are the rules that rang often enough today; their reminders are not marked."""

    drafts: tuple[InboxDraft, ...]
    marks: tuple[Reminder, ...]
    flooded: frozenset[Owner] = frozenset()


def decide(due: Sequence[Due], now: datetime, rung: Mapping[Owner, int]) -> Delivery:
    """Return what goes to the inbox and the new state of every due reminder.

    Reminders of one broadcast and lead are one notice that names its reasons, whoever asked for
    it. `rung` tells how often each rule rang today.
    """
    punctual = [d for d in due if _is_punctual(d, now)]
    told, silent = _within_limits(_together(punctual), rung)
    punctual_ids = {d.reminder.broadcast_id for d in punctual}
    late = [d for d in due if not _is_punctual(d, now)]
    worth = _worth_telling(late, punctual_ids, now)
    drafts = [_reminder(group) for group in told]
    if worth:
        drafts.append(_digest(worth, now))
    missed = {d.reminder.broadcast_id for d in late} - punctual_ids - worth.keys()
    dropped = {d.reminder for group in silent for d in group}
    marks = [_marked(d.reminder, missed) for d in due if d.reminder not in dropped]
    return Delivery(tuple(drafts), tuple(marks), frozenset(r.owner for r in dropped))


def reminder_key(reminder: Reminder) -> str:
    """Return what makes a notice be told once, for all owners together."""
    return f"reminder:{reminder.broadcast_id}:{reminder.lead_minutes}"


def _is_punctual(due: Due, now: datetime) -> bool:
    broadcast = due.broadcast
    return (
        broadcast is not None
        and now - due.reminder.due_at <= ON_TIME
        and broadcast.state_at(now) in (BroadcastState.UPCOMING, BroadcastState.LIVE)
    )


def _together(due: Iterable[Due]) -> list[list[Due]]:
    """Group what is one notice."""
    groups: dict[str, list[Due]] = {}
    for one in due:
        groups.setdefault(reminder_key(one.reminder), []).append(one)
    return list(groups.values())


def _within_limits(
    groups: Iterable[list[Due]], rung: Mapping[Owner, int]
) -> tuple[list[list[Due]], list[list[Due]]]:
    """Part what is told from what only rules ask for that rang often enough."""
    counts = Counter(rung)
    told, silent = [], []
    for group in groups:
        if any(d.match is None or counts[d.reminder.owner] < MOST_A_DAY for d in group):
            told.append(group)
            counts.update(d.reminder.owner for d in group)
        else:
            silent.append(group)
    return told, silent


def _worth_telling(
    late: Sequence[Due], told: set[BroadcastId], now: datetime
) -> dict[BroadcastId, list[Due]]:
    """Late reminders by broadcast: those that run, come, or ended a short while ago."""
    found: dict[BroadcastId, list[Due]] = {}
    for due in late:
        broadcast = due.broadcast
        if (
            broadcast is not None
            and broadcast.id not in told
            and broadcast.cancelled_at is None
            and now - broadcast.ends_at < WORTH_TELLING
        ):
            found.setdefault(broadcast.id, []).append(due)
    return found


def _marked(reminder: Reminder, missed: set[BroadcastId]) -> Reminder:
    state = ReminderState.MISSED if reminder.broadcast_id in missed else ReminderState.SENT
    return replace(reminder, state=state)


def _reminder(group: Sequence[Due]) -> InboxDraft:
    first = group[0]
    broadcast, lead = first.broadcast, first.reminder.lead_minutes
    if broadcast is None:
        raise ValueError("a punctual reminder has a broadcast")
    matches = [d.match for d in group if d.match is not None]
    if len(matches) == len(group):
        title = f"{wording.rules(matches)} 알림: {wording.start(broadcast)}"
        body = f"{wording.starts_in(lead)} · {wording.match_facts(matches[0])}"
    else:
        title = f"{wording.starts_in(lead)} · {wording.place(broadcast)}"
        also = f"\n{wording.rules(matches)} 알림도 있어요" if matches else ""
        body = f"{wording.facts(broadcast)}{also}"
    key = reminder_key(first.reminder)
    return InboxDraft(InboxKind.REMINDER, title, body, broadcast_link(broadcast.id), key)


def _digest(worth: Mapping[BroadcastId, Sequence[Due]], now: datetime) -> InboxDraft:
    ids = " ".join(sorted(map(str, worth)))
    target = broadcast_link(next(iter(worth))) if len(worth) == 1 else INBOX
    lines = [_late_line(group, now) for group in worth.values()]
    return InboxDraft(
        InboxKind.DIGEST,
        f"놓친 알림 {len(worth)}건",
        "\n".join(lines[:5]),
        target,
        f"late:{hashlib.sha256(ids.encode()).hexdigest()[:16]}",
    )


def _late_line(group: Sequence[Due], now: datetime) -> str:
    """Write what became of a broadcast, and why it matters where no heart says so."""
    broadcast = group[0].broadcast
    if broadcast is None:
        raise ValueError("what is worth telling has a broadcast")
    matches = [d.match for d in group if d.match is not None]
    why = f"{wording.rules(matches)} 알림 · " if len(matches) == len(group) else ""
    return why + wording.late_line(broadcast, now)
