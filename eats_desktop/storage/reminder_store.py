"""Reminders of wishes and of alarm rules, and their delivery into the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.reminder import InboxKind, Owner, OwnerKind, Reminder, ReminderState
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.storage.alarm_tables import AlarmRuleRow, RuleReminderRow
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import InboxRow, ReminderRow, WishRow
from eats_desktop.storage.user_stores import broadcast_key, put_in_inbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.reminder import InboxDraft, InboxItem
    from eats_desktop.storage.database import Database

_ROWS = {OwnerKind.WISH: ReminderRow, OwnerKind.RULE: RuleReminderRow}
_OWNERS = {OwnerKind.WISH: WishRow.wish_id, OwnerKind.RULE: AlarmRuleRow.rule_id}
_NUMBERS = {kind: column.key for kind, column in _OWNERS.items()}


class ReminderStore:
    """Each delivery is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reminders(self) -> tuple[Reminder, ...]:
        with self._database.read() as connection:
            found = [
                _reminder(kind, row)
                for kind, table in _ROWS.items()
                for row in connection.execute(
                    select(table.__table__).order_by(table.__table__.c.due_at)
                )
            ]
        return tuple(sorted(found, key=lambda r: (r.due_at, r.owner, r.lead_minutes)))

    def put(self, upserts: Sequence[Reminder], drops: Sequence[Reminder]) -> None:
        if not (upserts or drops):
            return
        with self._database.write() as connection:
            for drop in drops:
                same = _same_reminder(drop)
                connection.execute(delete(_ROWS[drop.owner.kind]).where(*same))
            _store(connection, upserts)

    def deliver(
        self, drafts: Sequence[InboxDraft], marks: Sequence[Reminder], at: datetime
    ) -> tuple[InboxItem, ...]:
        """Insert what was not told yet and mark the reminders, together; return what is new."""
        with self._database.write() as connection:
            arrived = put_in_inbox(connection, drafts, at)
            _store(connection, marks)
        return arrived

    def told_since(self, at: datetime) -> frozenset[str]:
        """Return the keys of the reminders that came to the inbox from `at` on."""
        with self._database.read() as connection:
            told = select(InboxRow.dedupe_key).where(
                InboxRow.kind == InboxKind.REMINDER.value, InboxRow.created_at >= epoch(at)
            )
            return frozenset(connection.execute(told).scalars())

    def last_key(self, prefix: str) -> str | None:
        """Return the newest inbox key that begins with `prefix`."""
        with self._database.read() as connection:
            return connection.execute(
                select(InboxRow.dedupe_key)
                .where(InboxRow.dedupe_key.startswith(prefix, autoescape=True))
                .order_by(InboxRow.item_id.desc())
                .limit(1)
            ).scalar()

    def move_wish(self, wish_id: int, to: BroadcastId) -> None:
        """Let a wish follow its broadcast; drop it when the new slot is wished already."""
        key = broadcast_key(to)
        same = [getattr(WishRow, name) == value for name, value in key.items()]
        with self._database.write() as connection:
            taken = connection.execute(select(WishRow.wish_id).where(*same)).first()
            mine = WishRow.wish_id == wish_id
            if taken is not None and taken.wish_id != wish_id:
                connection.execute(delete(WishRow).where(mine))
            else:
                connection.execute(update(WishRow).where(mine).values(**key))


def _reminder(kind: OwnerKind, row: Any) -> Reminder:
    return Reminder(
        Owner(kind, getattr(row, _NUMBERS[kind])),
        BroadcastId(row.channel_id, moment(row.starts_at), row.lineup),
        row.lead_minutes,
        moment(row.due_at),
        ReminderState(row.state),
    )


def _key(reminder: Reminder) -> dict[str, Any]:
    return {
        _NUMBERS[reminder.owner.kind]: reminder.owner.number,
        **broadcast_key(reminder.broadcast_id),
        "lead_minutes": reminder.lead_minutes,
    }


def _same_reminder(reminder: Reminder) -> tuple[Any, ...]:
    table = _ROWS[reminder.owner.kind]
    return tuple(getattr(table, name) == value for name, value in _key(reminder).items())


def _store(connection: Connection, reminders: Sequence[Reminder]) -> None:
    """Upsert reminders whose owner still exists; another process may have removed one."""
    for kind, table in _ROWS.items():
        alive = set(connection.execute(select(_OWNERS[kind])).scalars())
        rows = [
            {**_key(r), "due_at": epoch(r.due_at), "state": r.state.value}
            for r in reminders
            if r.owner.kind is kind and r.owner.number in alive
        ]
        if not rows:
            continue
        statement = insert(table)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=list(table.__table__.primary_key),
                set_={"due_at": statement.excluded.due_at, "state": statement.excluded.state},
            ),
            rows,
        )
