"""Reminders: which notice is due when, decided without touching clock or database."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, time

    from eats_desktop.domain.schedule import BroadcastId


class ReminderState(enum.StrEnum):
    """`DROPPED` was told in a list instead, because its rule rang often enough that day."""

    PENDING = "pending"
    SENT = "sent"
    MISSED = "missed"
    DROPPED = "dropped"


class OwnerKind(enum.StrEnum):
    """A wish (찜) or an alarm rule (알림 조건)."""

    WISH = "wish"
    RULE = "rule"


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """Who asked to be told, by kind and number."""

    kind: OwnerKind
    number: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """A promise to tell `lead_minutes` before a broadcast starts; unique per
    (owner, broadcast, lead). Owners of one broadcast are told together, once."""

    owner: Owner
    broadcast_id: BroadcastId
    lead_minutes: int
    due_at: datetime
    state: ReminderState = ReminderState.PENDING


class InboxKind(enum.StrEnum):
    REMINDER = "reminder"
    MOVED = "moved"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    DIGEST = "digest"
    SOURCE = "source"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class InboxDraft:
    """What to tell; `target` is an eats:// link or "", `dedupe_key` makes it be told once."""

    kind: InboxKind
    title: str
    body: str
    target: str
    dedupe_key: str


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One row of the inbox (알림함). `target` is an eats:// link or "", `dedupe_key` is unique."""

    item_id: int
    kind: InboxKind
    title: str
    body: str
    target: str
    dedupe_key: str
    created_at: datetime
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Korean times between which nothing pops up; may span midnight; equal times: never quiet."""

    starts: time
    ends: time

    def covers(self, moment: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= moment < self.ends
        return moment >= self.starts or moment < self.ends
