"""The tables of standing alarms in user.db."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase


class AlarmRuleRow(UserBase):
    """`plain` decides what is the same rule; `channel_ids` is a JSON list, empty for all."""

    __tablename__ = "alarm_rule"
    __table_args__ = (UniqueConstraint("kind", "plain"),)

    rule_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    plain: Mapped[str]
    text: Mapped[str]
    food: Mapped[str | None]
    highest_price_krw: Mapped[int | None]
    channel_ids: Mapped[str]
    is_on: Mapped[bool]
    created_at: Mapped[int]


class RuleReminderRow(UserBase):
    """As `reminder`, owned by a rule; a table of its own so that each goes with its owner."""

    __tablename__ = "rule_reminder"
    __table_args__ = (Index("ix_rule_reminder_due_at", "due_at"),)

    rule_id: Mapped[int] = mapped_column(
        ForeignKey("alarm_rule.rule_id", ondelete="CASCADE"), primary_key=True
    )
    channel_id: Mapped[str] = mapped_column(primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True)
    lineup: Mapped[int] = mapped_column(primary_key=True)
    lead_minutes: Mapped[int] = mapped_column(primary_key=True)
    due_at: Mapped[int]
    state: Mapped[str]
