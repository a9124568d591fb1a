"""Compares what is stored of a channel's time with what the sources say now.

Nothing here fetches or writes: given the stored slots, the merged slots of one healthy crawl and
the moment, it returns the rows to write. A slot that a healthy crawl of its own source omits is
counted missing, cancelled at the second omission, and restored when it returns; the same product at
another time of that day makes it moved at once. What has started is never cancelled: sites drop
programmes that are over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.reconciliation import ChangeKind, SlotChange, StoredSlot
from eats_desktop.domain.schedule import SAME_SLOT, Confidence, PriceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing, Window
    from eats_desktop.domain.reconciliation import MergedSlot
    from eats_desktop.domain.schedule import BroadcastId

OMISSIONS_TO_CANCEL = 2


@dataclass(frozen=True, slots=True)
class Crawled:
    """Whose crawl this is, and when: only its own slots can be counted missing."""

    source: str
    now: datetime


def reconcile(
    stored: Sequence[StoredSlot],
    merged: Sequence[MergedSlot],
    crawled: Crawled,
    window: Window | None = None,
) -> tuple[SlotChange, ...]:
    """Return one change per stored slot that is touched and per new slot.

    `stored` are the slots of `window`; what is merged outside it is not touched, but may be what
    a slot at its edge was corrected to.
    """
    known = {slot.slot.id: slot for slot in stored}
    outside = [] if window is None else [slot for slot in merged if not _is_in(slot, window)]
    inside = merged if window is None else [slot for slot in merged if _is_in(slot, window)]
    believed = [slot for slot in inside if not _overruled(slot, known)]
    present = {slot.id for slot in believed}
    appeared = [slot for slot in believed if _is_news(known.get(slot.id), slot)]
    vanished = [slot for slot in stored if slot.slot.id not in present and _is_on(slot)]
    gone, origins = _gone(vanished, [*believed, *outside], appeared, crawled)
    seen = [_seen(known.get(slot.id), slot, origins.get(slot.id)) for slot in believed]
    return (*seen, *gone)


def find_moves(
    vanished: Iterable[StoredSlot], appeared: Iterable[MergedSlot], moved_at: datetime
) -> tuple[SlotChange, ...]:
    """Pair vanished slots with new slots of the same main product, nearest in time first.

    For moves to another day, which show only when all days of a channel were crawled.
    """
    free = list(appeared)
    changes: list[SlotChange] = []
    for before in vanished:
        target = _same_product(before, free)
        if target is not None:
            free.remove(target)
            after = StoredSlot(target, moved_from=before.slot.id.starts_at)
            changes.append(_moved(before, target, moved_at))
            changes.append(SlotChange(ChangeKind.UPDATED, StoredSlot(target), after))
    return tuple(changes)


def is_news(change: SlotChange) -> bool:
    """Tell whether a change shows something at its time that came from nowhere known yet."""
    return change.after.moved_from is None and _is_news(change.before, change.after.slot)


def _is_news(before: StoredSlot | None, slot: MergedSlot) -> bool:
    """Tell whether nothing, or something else, was on at this slot's time before."""
    if before is None or not _is_on(before):
        return True
    return bool(slot.products and before.slot.products) and _main(slot) != _main(before.slot)


def _is_in(slot: MergedSlot, window: Window) -> bool:
    return window.starts_at <= slot.id.starts_at < window.ends_at


def _is_on(slot: StoredSlot | None) -> bool:
    return slot is not None and slot.cancelled_at is None and slot.moved_to is None


def _moved(before: StoredSlot, target: MergedSlot, moved_at: datetime) -> SlotChange:
    after = replace(before, missing_count=0, cancelled_at=moved_at, moved_to=target.id.starts_at)
    return SlotChange(ChangeKind.MOVED, before, after)


def _overruled(slot: MergedSlot, known: dict[BroadcastId, StoredSlot]) -> bool:
    """A guide alone does not bring back what the seller listed there and took off."""
    if slot.products:
        return False
    near = known.get(slot.id) or next(
        (
            other
            for other in known.values()
            if abs(other.slot.id.starts_at - slot.id.starts_at) <= SAME_SLOT
        ),
        None,
    )
    return near is not None and bool(near.slot.products)


def _seen(before: StoredSlot | None, slot: MergedSlot, origin: datetime | None) -> SlotChange:
    if before is None:
        return SlotChange(ChangeKind.INSERTED, None, StoredSlot(slot, moved_from=origin))
    after = StoredSlot(_keep_prices(before.slot, slot), moved_from=origin or before.moved_from)
    if not _is_on(before):
        return SlotChange(ChangeKind.RESTORED, before, after)
    kind = ChangeKind.UNCHANGED if _same(before, after) else ChangeKind.UPDATED
    return SlotChange(kind, before, after)


def _same(before: StoredSlot, after: StoredSlot) -> bool:
    """Compare what belongs to the broadcast; a product's picture and link are the product's."""
    return (
        before.moved_from == after.moved_from
        and replace(before.slot, products=()) == replace(after.slot, products=())
        and [_face(p) for p in before.slot.products] == [_face(p) for p in after.slot.products]
    )


def _face(product: ProductListing) -> tuple[object, ...]:
    return (
        product.source,
        product.product_id,
        product.role,
        product.name,
        product.price_kind,
        product.list_price_krw,
        product.sale_price_krw,
    )


def _keep_prices(before: MergedSlot, after: MergedSlot) -> MergedSlot:
    """A price that is unknown now but was known for this broadcast stays."""
    old = {(p.source, p.product_id, p.role): p for p in before.products}
    products = tuple(
        _keep_price(old.get((p.source, p.product_id, p.role)), p) for p in after.products
    )
    return after if products == after.products else replace(after, products=products)


def _keep_price(before: ProductListing | None, after: ProductListing) -> ProductListing:
    if before is None or after.price_kind is not PriceKind.UNKNOWN:
        return after
    if before.price_kind is not PriceKind.PRICED:
        return after
    return replace(
        after,
        price_kind=before.price_kind,
        list_price_krw=before.list_price_krw,
        sale_price_krw=before.sale_price_krw,
    )


def _gone(
    vanished: Sequence[StoredSlot],
    believed: Sequence[MergedSlot],
    appeared: Sequence[MergedSlot],
    crawled: Crawled,
) -> tuple[list[SlotChange], dict[BroadcastId, datetime]]:
    """Return the changes of vanished slots, and the old start of each slot that one moved to."""
    free = list(appeared)
    changes: list[SlotChange] = []
    origins: dict[BroadcastId, datetime] = {}
    for before in vanished:
        correction = _correction(before, believed)
        if correction is not None:
            after = replace(before, missing_count=0, moved_to=correction.id.starts_at)
            changes.append(SlotChange(ChangeKind.CORRECTED, before, after))
            continue
        if before.slot.source != crawled.source or before.slot.id.starts_at <= crawled.now:
            continue
        target = _same_product(before, _same_day(before, free))
        if target is None:
            changes.append(_omitted(before, crawled.now))
            continue
        free.remove(target)
        origins[target.id] = before.slot.id.starts_at
        changes.append(_moved(before, target, crawled.now))
    return changes, origins


def _same_day(before: StoredSlot, slots: Sequence[MergedSlot]) -> list[MergedSlot]:
    day = korean_day(before.slot.id.starts_at)
    return [slot for slot in slots if korean_day(slot.id.starts_at) == day]


def _omitted(before: StoredSlot, now: datetime) -> SlotChange:
    missing = before.missing_count + 1
    if missing >= OMISSIONS_TO_CANCEL:
        after = replace(before, missing_count=missing, cancelled_at=now)
        return SlotChange(ChangeKind.CANCELLED, before, after)
    return SlotChange(ChangeKind.MISSING, before, replace(before, missing_count=missing))


def _correction(before: StoredSlot, believed: Sequence[MergedSlot]) -> MergedSlot | None:
    """Find the slot that is this broadcast under a corrected key.

    Either the same thing at most five minutes off, or what the seller lists over a guide's slot.
    """
    starts_at = before.slot.id.starts_at
    near = [s for s in believed if abs(s.id.starts_at - starts_at) <= SAME_SLOT]
    same = [s for s in near if not before.slot.products or _main(s) == _main(before.slot)]
    if same:
        return min(same, key=lambda s: abs(s.id.starts_at - starts_at))
    if before.slot.confidence is not Confidence.LOW:
        return None
    over = [s for s in believed if s.products and _overlap(before.slot, s)]
    return min(over, key=lambda s: abs(s.id.starts_at - starts_at), default=None)


def _overlap(one: MergedSlot, other: MergedSlot) -> bool:
    shared = min(one.ends_at, other.ends_at) - max(one.id.starts_at, other.id.starts_at)
    return shared > SAME_SLOT


def _same_product(before: StoredSlot, candidates: Sequence[MergedSlot]) -> MergedSlot | None:
    """Return the nearest candidate with the same main product, or for a guide the same title."""
    wanted = _main(before.slot)
    if wanted is None:
        return None
    channel_id, starts_at = before.slot.id.channel_id, before.slot.id.starts_at
    matching = [s for s in candidates if s.id.channel_id == channel_id and _main(s) == wanted]
    return min(matching, key=lambda slot: abs(slot.id.starts_at - starts_at), default=None)


def _main(slot: MergedSlot) -> tuple[str, str] | None:
    if slot.products:
        return (slot.products[0].source, slot.products[0].product_id)
    return ("title", slot.title) if slot.title else None
