"""Compares what is stored of a channel's time with what the sources say now.

Nothing here fetches or writes: given the stored slots, the merged slots of one healthy crawl and
the moment, it returns the rows to write. A slot that a healthy crawl of its own source omits is
counted missing, cancelled at the second omission, and restored when it returns; the same product at
another time of that day makes it moved at once. What has started is never cancelled: sites drop
programmes that are over. What an outlived seller listed (`ownership`) gives way to fresher slots
over its time, moves with them, but is never cancelled for its seller's silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.reconciliation import ChangeKind, SlotChange, StoredSlot
from eats_desktop.domain.schedule import SAME_SLOT, Confidence, PriceKind
from eats_desktop.sync.ownership import NONE_AGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from eats_desktop.domain.listing import ProductListing, Window
    from eats_desktop.domain.reconciliation import MergedSlot
    from eats_desktop.domain.schedule import BroadcastId
    from eats_desktop.sync.ownership import Aged

OMISSIONS_TO_CANCEL = 2


@dataclass(frozen=True, slots=True)
class Crawled:
    """Whose crawl this is, and when: only its own slots can be counted missing."""

    source: str
    now: datetime
    aged: Aged = NONE_AGED

    def has_outlived(self, slot: MergedSlot) -> bool:
        return (slot.authority, korean_day(slot.id.starts_at)) in self.aged


def reconcile(
    stored: Sequence[StoredSlot],
    merged: Sequence[MergedSlot],
    crawled: Crawled,
    window: Window | None = None,
) -> tuple[SlotChange, ...]:
    """Return one change per stored slot that is touched and per new slot.

    `stored` are the slots of `window` and of five minutes around it; what lies outside it is not
    touched, but may be what a slot at its edge is corrected to, or corrected to such a slot.
    """
    known = {slot.slot.id: slot for slot in stored}
    outside = [] if window is None else [slot for slot in merged if not _is_in(slot, window)]
    inside = merged if window is None else [slot for slot in merged if _is_in(slot, window)]
    believed = [slot for slot in inside if not _overruled(slot, known, crawled)]
    present = {slot.id for slot in (*believed, *outside)}
    appeared = [slot for slot in believed if _is_newly_sold(known.get(slot.id), slot)]
    vanished = [slot for slot in stored if slot.slot.id not in present and _is_on(slot)]
    gone, origins = _gone(vanished, [*believed, *outside], appeared, crawled, window)
    seen = [
        replace(
            _seen(known.get(slot.id), slot, origins.get(slot.id)),
            prices_told=not crawled.has_outlived(slot),
        )
        for slot in believed
    ]
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


def _is_newly_sold(before: StoredSlot | None, slot: MergedSlot) -> bool:
    """As `_is_news`, and where a guide that was heard first already knew the new time."""
    filled = before is not None and bool(slot.products) and not before.slot.products
    return filled or _is_news(before, slot)


def _is_in(slot: MergedSlot, window: Window) -> bool:
    return window.starts_at <= slot.id.starts_at < window.ends_at


def _is_on(slot: StoredSlot | None) -> bool:
    return slot is not None and slot.cancelled_at is None and slot.moved_to is None


def _moved(before: StoredSlot, target: MergedSlot, moved_at: datetime) -> SlotChange:
    after = replace(
        before,
        missing_count=0,
        cancelled_at=moved_at,
        moved_to=target.id.starts_at,
        moved_lineup=target.id.lineup,
    )
    return SlotChange(ChangeKind.MOVED, before, after)


def _overruled(slot: MergedSlot, known: dict[BroadcastId, StoredSlot], crawled: Crawled) -> bool:
    """A guide alone does not bring back what the seller listed there and took off.

    Its own slot may be stored a few minutes beside the seller's, corrected to that.
    """
    if slot.products:
        return False
    return any(
        other.slot.products
        and abs(other.slot.id.starts_at - slot.id.starts_at) <= SAME_SLOT
        and not crawled.has_outlived(other.slot)
        for other in known.values()
    )


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
        product.conditional_price_krw,
        product.price_condition,
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
        conditional_price_krw=before.conditional_price_krw,
        price_condition=before.price_condition,
    )


def _gone(
    vanished: Sequence[StoredSlot],
    believed: Sequence[MergedSlot],
    appeared: Sequence[MergedSlot],
    crawled: Crawled,
    window: Window | None,
) -> tuple[list[SlotChange], dict[BroadcastId, datetime]]:
    """Return the changes of vanished slots, and the old start of each slot that one moved to."""
    free = list(appeared)
    changes: list[SlotChange] = []
    origins: dict[BroadcastId, datetime] = {}
    for before in vanished:
        is_aged = crawled.has_outlived(before.slot)
        correction = _correction(before, believed)
        if correction is not None:
            changes.append(_corrected(before, correction))
            continue
        if window is not None and not _is_in(before.slot, window):
            continue
        is_over = before.slot.id.starts_at <= crawled.now
        if is_over or not (is_aged or before.slot.authority == crawled.source):
            continue
        target = _same_product(before, _same_day(before, free))
        if target is None and is_aged:
            over = _over(before, believed)
            changes += [_corrected(before, over)] if over is not None else []
            continue
        if target is None:
            changes.append(_omitted(before, crawled.now))
            continue
        free.remove(target)
        origins[target.id] = before.slot.id.starts_at
        changes.append(_moved(before, target, crawled.now))
    return changes, origins


def _corrected(before: StoredSlot, target: MergedSlot) -> SlotChange:
    after = replace(
        before, missing_count=0, moved_to=target.id.starts_at, moved_lineup=target.id.lineup
    )
    return SlotChange(ChangeKind.CORRECTED, before, after)


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
    return _over(before, [s for s in believed if s.products])


def _over(before: StoredSlot, believed: Sequence[MergedSlot]) -> MergedSlot | None:
    """Return what is listed over a slot's time, the nearest start first."""
    over = [s for s in believed if _overlap(before.slot, s)]
    starts_at = before.slot.id.starts_at
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
