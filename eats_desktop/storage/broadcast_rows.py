"""Broadcast rows with the products of the slot: read as stored slots, written as changes."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.reconciliation import ChangeKind, MergedSlot, StoredSlot
from eats_desktop.domain.schedule import (
    BroadcastId,
    Confidence,
    EndKind,
    PriceKind,
    ProductRole,
    Provenance,
)
from eats_desktop.storage.instants import epoch, moment
from eats_desktop.storage.tables import (
    BroadcastChangeRow,
    BroadcastProductRow,
    BroadcastRow,
    ProductRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from eats_desktop.domain.listing import Window
    from eats_desktop.domain.reconciliation import SlotChange

_KEY = ("channel_id", "starts_at", "lineup")
_REMEMBERED = {ChangeKind.MOVED, ChangeKind.CANCELLED, ChangeKind.RESTORED, ChangeKind.UPDATED}


def stored_slots(connection: Connection, window: Window) -> tuple[StoredSlot, ...]:
    """Return the broadcasts that start in the window, by start."""
    inside = (
        BroadcastRow.channel_id == window.channel_id,
        BroadcastRow.starts_at >= epoch(window.starts_at),
        BroadcastRow.starts_at < epoch(window.ends_at),
    )
    rows = connection.execute(
        select(BroadcastRow.__table__)
        .where(*inside)
        .order_by(BroadcastRow.starts_at, BroadcastRow.lineup)
    ).all()
    products = _products(connection, window)
    return tuple(_stored(row, products.get((row.starts_at, row.lineup), ())) for row in rows)


def _products(
    connection: Connection, window: Window
) -> dict[tuple[int, int], list[ProductListing]]:
    slot, product = BroadcastProductRow, ProductRow
    rows = connection.execute(
        select(
            slot.starts_at,
            slot.lineup,
            slot.source,
            slot.product_id,
            slot.role,
            slot.price_kind,
            slot.list_price_krw,
            slot.sale_price_krw,
            slot.conditional_price_krw,
            slot.price_condition,
            product.name,
            product.raw_name,
            product.brand,
            product.category,
            product.thumbnail_url,
            product.product_url,
        )
        .join(
            product,
            and_(product.source == slot.source, product.product_id == slot.product_id),
        )
        .where(
            slot.channel_id == window.channel_id,
            slot.starts_at >= epoch(window.starts_at),
            slot.starts_at < epoch(window.ends_at),
        )
        .order_by(slot.starts_at, slot.lineup, slot.position)
    )
    found: dict[tuple[int, int], list[ProductListing]] = defaultdict(list)
    for row in rows:
        found[(row.starts_at, row.lineup)].append(listing_of(row, ProductRole(row.role)))
    return found


def listing_of(row: Any, role: ProductRole) -> ProductListing:
    """Return a product as it was listed."""
    return ProductListing(
        source=row.source,
        product_id=row.product_id,
        raw_name=row.raw_name,
        name=row.name,
        role=role,
        price_kind=PriceKind(row.price_kind),
        list_price_krw=row.list_price_krw,
        sale_price_krw=row.sale_price_krw,
        brand=row.brand,
        thumbnail_url=row.thumbnail_url,
        product_url=row.product_url,
        category=row.category,
        conditional_price_krw=row.conditional_price_krw,
        price_condition=row.price_condition,
    )


def _stored(row: Row[Any], products: Sequence[ProductListing]) -> StoredSlot:
    slot = MergedSlot(
        id=BroadcastId(row.channel_id, moment(row.starts_at), row.lineup),
        ends_at=moment(row.ends_at),
        end_kind=EndKind(row.end_kind),
        title=row.title,
        products=tuple(products),
        source=row.source,
        confidence=Confidence(row.confidence),
        is_food=row.is_food,
        given=provenance_of(row),
    )
    return StoredSlot(
        slot,
        row.missing_count,
        moment(row.cancelled_at),
        moment(row.moved_to),
        moment(row.moved_from),
        row.moved_lineup,
    )


def provenance_of(row: Row[Any]) -> Provenance:
    return Provenance(*json.loads(row.given))


def save(connection: Connection, changes: Sequence[SlotChange], at: datetime) -> None:
    """Write changed rows whole; rows that only were seen again get their time moved."""
    seen = [c for c in changes if c.kind is ChangeKind.UNCHANGED and not _counted(c)]
    changed = [c for c in changes if c.kind is not ChangeKind.UNCHANGED or _counted(c)]
    _mark_seen(connection, seen, at)
    _write(connection, changed, at)
    _write_products(connection, [c for c in changed if c.after.moved_to is None])
    _write_history(connection, changed, at)


def _counted(change: SlotChange) -> bool:
    return change.before is not None and change.before.missing_count != change.after.missing_count


def _key(change: SlotChange) -> dict[str, object]:
    slot_id = change.after.slot.id
    return dict(
        zip(_KEY, (slot_id.channel_id, epoch(slot_id.starts_at), slot_id.lineup), strict=True)
    )


def _mark_seen(connection: Connection, seen: Sequence[SlotChange], at: datetime) -> None:
    if seen:
        connection.execute(
            update(BroadcastRow)
            .where(*(getattr(BroadcastRow, name) == bindparam(f"_{name}") for name in _KEY))
            .values(seen_at=epoch(at)),
            [{f"_{name}": value for name, value in _key(c).items()} for c in seen],
        )


def _write(connection: Connection, changes: Sequence[SlotChange], at: datetime) -> None:
    rows = [_broadcast_values(change, at) for change in changes]
    if not rows:
        return
    statement = insert(BroadcastRow)
    renewed = {
        name: statement.excluded[name]
        for name in rows[0]
        if name not in (*_KEY, "first_seen_at", "seen_at")
    }
    renewed["seen_at"] = statement.excluded["seen_at"]
    connection.execute(
        statement.on_conflict_do_update(index_elements=list(_KEY), set_=renewed), rows
    )


def _broadcast_values(change: SlotChange, at: datetime) -> dict[str, object]:
    after, slot = change.after, change.after.slot
    return {
        **_key(change),
        "ends_at": epoch(slot.ends_at),
        "end_kind": slot.end_kind.value,
        "title": slot.title,
        "source": slot.source,
        "confidence": slot.confidence.value,
        "is_food": slot.is_food,
        "missing_count": after.missing_count,
        "first_seen_at": epoch(at),
        "seen_at": epoch(at),
        "cancelled_at": epoch(after.cancelled_at),
        "moved_to": epoch(after.moved_to),
        "moved_from": epoch(after.moved_from),
        "moved_lineup": after.moved_lineup,
        "given": json.dumps([slot.given.end, slot.given.title, slot.given.products]),
    }


def _write_products(connection: Connection, changes: Sequence[SlotChange]) -> None:
    listed = [
        c for c in changes if c.before is None or c.before.slot.products != c.after.slot.products
    ]
    stale = [{f"_{name}": value for name, value in _key(c).items()} for c in listed if c.before]
    if stale:
        connection.execute(
            delete(BroadcastProductRow).where(
                *(getattr(BroadcastProductRow, name) == bindparam(f"_{name}") for name in _KEY)
            ),
            stale,
        )
    rows = [row for change in listed for row in _product_values(change)]
    if rows:
        connection.execute(insert(BroadcastProductRow).prefix_with("OR REPLACE"), rows)


def _product_values(change: SlotChange) -> Iterable[dict[str, object]]:
    for position, product in enumerate(change.after.slot.products):
        yield {
            **_key(change),
            "source": product.source,
            "product_id": product.product_id,
            "role": product.role.value,
            "position": position,
            "price_kind": product.price_kind.value,
            "list_price_krw": product.list_price_krw,
            "sale_price_krw": product.sale_price_krw,
            "conditional_price_krw": product.conditional_price_krw,
            "price_condition": product.price_condition,
        }


def _write_history(connection: Connection, changes: Sequence[SlotChange], at: datetime) -> None:
    rows = [
        {
            **_key(change),
            "kind": change.kind.value,
            "before": _summary(change.before),
            "after": _summary(change.after),
            "at": epoch(at),
        }
        for change in changes
        if change.kind in _REMEMBERED and _summary(change.before) != _summary(change.after)
    ]
    if rows:
        connection.execute(insert(BroadcastChangeRow), rows)


def _summary(stored: StoredSlot | None) -> str:
    """Write what a shopper would notice: end, main product and price, cancelled, moved."""
    if stored is None:
        return ""
    main = stored.slot.products[0] if stored.slot.products else None
    return json.dumps(
        {
            "ends_at": epoch(stored.slot.ends_at),
            "product": main.product_id if main else None,
            "price_krw": (main.sale_price_krw or main.list_price_krw) if main else None,
            "cancelled": stored.cancelled_at is not None,
            "moved_to": epoch(stored.moved_to),
        },
        separators=(",", ":"),
    )
