"""What belongs to the shopper: wishes and the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.reminder import InboxItem, InboxKind
from eats_desktop.domain.schedule import BroadcastId, ProductKey
from eats_desktop.domain.wishlist import Wish, WishKind
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import InboxRow, WishRow

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
        key = broadcast_key(broadcast_id)
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


class InboxStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def items(self, limit: int) -> tuple[InboxItem, ...]:
        """Return the newest items first."""
        newest = (InboxRow.created_at.desc(), InboxRow.item_id.desc())
        with self._database.read() as connection:
            rows = connection.execute(select(InboxRow.__table__).order_by(*newest).limit(limit))
            return tuple(inbox_item(row) for row in rows)

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
            return None if row is None else inbox_item(row)

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


def broadcast_key(broadcast_id: BroadcastId) -> dict[str, Any]:
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


def put_in_inbox(
    connection: Connection, drafts: Sequence[InboxDraft], at: datetime
) -> tuple[InboxItem, ...]:
    """Insert what was not told yet, within a transaction; return what is new."""
    arrived: list[InboxItem] = []
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
            arrived.append(inbox_item(row))
    return tuple(arrived)


def inbox_item(row: Any) -> InboxItem:
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
