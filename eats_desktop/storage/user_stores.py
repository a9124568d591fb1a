"""What belongs to the shopper: wishes, reminders, the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.reminder import InboxItem, InboxKind, Reminder, ReminderState
from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.domain.wishlist import Wish, WishKind
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import InboxRow, ReminderRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from eats_desktop.domain.reminder import InboxDraft
    from eats_desktop.storage.database import Database


class WishStore:
    """Wishes by natural key, so that a catalogue fetched anew still meets them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wishes(self) -> tuple[Wish, ...]:
        with self._database.read() as connection:
            rows = connection.execute(select(WishRow.__table__).order_by(WishRow.wish_id))
            return tuple(_wish(row) for row in rows)

    def add_broadcast_wish(
        self,
        broadcast_id: BroadcastId,
        title: str,
        created_at: datetime,
        headline: ProductKey | None = None,
    ) -> Wish:
        """Add, or return the wish that this broadcast already has."""
        key = _broadcast_key(broadcast_id)
        return self._add(WishKind.BROADCAST, title, created_at, key, headline)

    def add_product_wish(self, product: ProductKey, title: str, created_at: datetime) -> Wish:
        key = {"source": product.source, "product_id": product.product_id}
        return self._add(WishKind.PRODUCT, title, created_at, key)

    def _add(
        self,
        kind: WishKind,
        title: str,
        created_at: datetime,
        key: dict[str, Any],
        headline: ProductKey | None = None,
    ) -> Wish:
        values = {
            "kind": kind.value,
            "title": title,
            "created_at": epoch(created_at),
            "headline_source": headline.source if headline else None,
            "headline_id": headline.product_id if headline else None,
        }
        same = [getattr(WishRow, name) == value for name, value in key.items()]
        with self._database.write() as connection:
            connection.execute(
                insert(WishRow).values(**values, **key, alarm_on=True).on_conflict_do_nothing()
            )
            return _wish(connection.execute(select(WishRow.__table__).where(*same)).one())

    def remove_wish(self, wish_id: int) -> bool:
        with self._database.write() as connection:
            done = connection.execute(delete(WishRow).where(WishRow.wish_id == wish_id))
            return done.rowcount > 0

    def set_alarm(self, wish_id: int, *, on: bool) -> bool:
        with self._database.write() as connection:
            done = connection.execute(
                update(WishRow).where(WishRow.wish_id == wish_id).values(alarm_on=on)
            )
            return done.rowcount > 0


class ReminderStore:
    """Reminders, and their delivery into the inbox in one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reminders(self) -> tuple[Reminder, ...]:
        with self._database.read() as connection:
            rows = connection.execute(
                select(ReminderRow.__table__).order_by(
                    ReminderRow.due_at, ReminderRow.wish_id, ReminderRow.lead_minutes
                )
            )
            return tuple(_reminder(row) for row in rows)

    def put(self, upserts: Sequence[Reminder], drops: Sequence[Reminder]) -> None:
        if not (upserts or drops):
            return
        with self._database.write() as connection:
            for drop in drops:
                connection.execute(delete(ReminderRow).where(*_same_reminder(drop)))
            _store(connection, upserts)

    def deliver(
        self, drafts: Sequence[InboxDraft], marks: Sequence[Reminder], at: datetime
    ) -> tuple[InboxItem, ...]:
        """Insert what was not told yet and mark the reminders, together; return what is new."""
        arrived: list[InboxItem] = []
        with self._database.write() as connection:
            for draft in drafts:
                row = connection.execute(
                    insert(InboxRow)
                    .values(
                        kind=draft.kind.value,
                        title=draft.title,
                        body=draft.body,
                        target=draft.target,
                        dedupe_key=draft.dedupe_key,
                        created_at=epoch(at),
                    )
                    .on_conflict_do_nothing()
                    .returning(InboxRow.__table__)
                ).first()
                if row is not None:
                    arrived.append(_item(row))
            _store(connection, marks)
        return tuple(arrived)

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
        key = _broadcast_key(to)
        same = [getattr(WishRow, name) == value for name, value in key.items()]
        with self._database.write() as connection:
            taken = connection.execute(select(WishRow.wish_id).where(*same)).first()
            mine = WishRow.wish_id == wish_id
            if taken is not None and taken.wish_id != wish_id:
                connection.execute(delete(WishRow).where(mine))
            else:
                connection.execute(update(WishRow).where(mine).values(**key))


class InboxStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def items(self, limit: int) -> tuple[InboxItem, ...]:
        """Return the newest items first."""
        newest = (InboxRow.created_at.desc(), InboxRow.item_id.desc())
        with self._database.read() as connection:
            rows = connection.execute(select(InboxRow.__table__).order_by(*newest).limit(limit))
            return tuple(_item(row) for row in rows)

    def unread_count(self) -> int:
        with self._database.read() as connection:
            unread = select(func.count()).where(InboxRow.read_at.is_(None))
            return connection.execute(unread).scalar_one()

    def mark_read(self, item_id: int, at: datetime) -> InboxItem | None:
        mine = InboxRow.item_id == item_id
        with self._database.write() as connection:
            connection.execute(
                update(InboxRow).where(mine, InboxRow.read_at.is_(None)).values(read_at=epoch(at))
            )
            row = connection.execute(select(InboxRow.__table__).where(mine)).first()
            return None if row is None else _item(row)

    def mark_all_read(self, at: datetime) -> int:
        with self._database.write() as connection:
            done = connection.execute(
                update(InboxRow).where(InboxRow.read_at.is_(None)).values(read_at=epoch(at))
            )
            return done.rowcount

    def prune(self, before: datetime) -> int:
        with self._database.write() as connection:
            done = connection.execute(delete(InboxRow).where(InboxRow.created_at < epoch(before)))
            return done.rowcount


def _broadcast_key(broadcast_id: BroadcastId) -> dict[str, Any]:
    return {
        "channel_id": broadcast_id.channel_id,
        "starts_at": epoch(broadcast_id.starts_at),
        "lineup": broadcast_id.lineup,
    }


def _wish(row: Any) -> Wish:
    kind = WishKind(row.kind)
    return Wish(
        wish_id=row.wish_id,
        kind=kind,
        title=row.title,
        created_at=moment(row.created_at),
        broadcast_id=BroadcastId(row.channel_id, moment(row.starts_at), row.lineup)
        if kind is WishKind.BROADCAST
        else None,
        product=ProductKey(row.source, row.product_id) if kind is WishKind.PRODUCT else None,
        alarm_on=row.alarm_on,
        headline=ProductKey(row.headline_source, row.headline_id) if row.headline_id else None,
    )


def _reminder(row: Any) -> Reminder:
    return Reminder(
        row.wish_id,
        BroadcastId(row.channel_id, moment(row.starts_at), row.lineup),
        row.lead_minutes,
        moment(row.due_at),
        ReminderState(row.state),
    )


def _same_reminder(reminder: Reminder) -> tuple[Any, ...]:
    key = _broadcast_key(reminder.broadcast_id)
    return (
        ReminderRow.wish_id == reminder.wish_id,
        ReminderRow.lead_minutes == reminder.lead_minutes,
        *(getattr(ReminderRow, name) == value for name, value in key.items()),
    )


def _store(connection: Connection, reminders: Sequence[Reminder]) -> None:
    """Upsert reminders of wishes that still exist; another process may have removed one."""
    alive = set(connection.execute(select(WishRow.wish_id)).scalars())
    rows = [
        {
            "wish_id": reminder.wish_id,
            **_broadcast_key(reminder.broadcast_id),
            "lead_minutes": reminder.lead_minutes,
            "due_at": epoch(reminder.due_at),
            "state": reminder.state.value,
        }
        for reminder in reminders
        if reminder.wish_id in alive
    ]
    if not rows:
        return
    statement = insert(ReminderRow)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["wish_id", "channel_id", "starts_at", "lineup", "lead_minutes"],
            set_={"due_at": statement.excluded.due_at, "state": statement.excluded.state},
        ),
        rows,
    )


def _item(row: Any) -> InboxItem:
    return InboxItem(
        row.item_id,
        InboxKind(row.kind),
        row.title,
        row.body,
        row.target,
        row.dedupe_key,
        moment(row.created_at),
        moment(row.read_at),
    )
