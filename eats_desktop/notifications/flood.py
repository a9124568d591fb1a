"""What a rule finds on a day on which it rang often enough already: one quiet list; pure."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.links import RULES
from eats_desktop.domain.reminder import InboxDraft, InboxKind, ReminderState
from eats_desktop.notifications import wording
from eats_desktop.notifications.outbox import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eats_desktop.domain.alarm_rule import RuleMatch
    from eats_desktop.domain.reminder import Owner
    from eats_desktop.notifications.outbox import Due

_LINES = 8


def list_of_the_day(rest: Iterable[Due]) -> Delivery:
    """Return a list per rule of what is still on that day, instead of those reminders."""
    by_owner: dict[Owner, list[Due]] = {}
    for due in rest:
        by_owner.setdefault(due.reminder.owner, []).append(due)
    drafts = [draft for group in by_owner.values() for draft in _list(group)]
    marks = [replace(d.reminder, state=ReminderState.DROPPED) for g in by_owner.values() for d in g]
    return Delivery(tuple(drafts), tuple(marks))


def _list(group: Sequence[Due]) -> list[InboxDraft]:
    matches: dict[str, RuleMatch] = {str(d.match.broadcast.id): d.match for d in group if d.match}
    if not matches:
        return []
    reminder, found = group[0].reminder, list(matches.values())
    lines = [f"{wording.start(m.broadcast)} · {wording.match_facts(m)}" for m in found]
    more = [f"이 밖에 {len(lines) - _LINES}번 더"] if len(lines) > _LINES else []
    digest = hashlib.sha256(" ".join(sorted(matches)).encode()).hexdigest()[:16]
    return [
        InboxDraft(
            InboxKind.DIGEST,
            f"{wording.rules(found[:1])} 알림: 오늘 {len(lines)}번 더 방송해요",
            "\n".join([*lines[:_LINES], *more]),
            RULES,
            f"more:{reminder.owner.number}:{korean_day(reminder.due_at)}:{digest}",
        )
    ]
