"""What a shopper is told when a wished broadcast is moved, cancelled or back; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.links import broadcast_link
from eats_desktop.domain.reminder import InboxDraft, InboxKind
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.notifications import wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast
    from eats_desktop.domain.wishlist import Wish


def followed(broadcast: Broadcast) -> BroadcastId | None:
    """Return the slot that took this one's place (moved or corrected), None when it stands."""
    if broadcast.moved_to is None:
        return None
    lineup = broadcast.moved_lineup or broadcast.id.lineup
    return BroadcastId(broadcast.id.channel_id, broadcast.moved_to, lineup)


def moved_notice(old: Broadcast, new: Broadcast) -> InboxDraft:
    """Say that a broadcast moved; for a corrected key (not cancelled) there is nothing to say."""
    before, after = wording.clock(old.starts_at), wording.clock(new.starts_at)
    return InboxDraft(
        InboxKind.MOVED,
        f"방송 시간이 바뀌었어요 · {wording.place(new)}",
        f"{wording.name(new)}: {before} → {after}",
        broadcast_link(new.id),
        f"moved:{old.id}:{new.id}",
    )


def is_displaced(wish: Wish, broadcast: Broadcast) -> bool:
    """Tell whether another product took the slot: what was hearted is not sold in it any more."""
    keys = {product.key for product in broadcast.products}
    return wish.headline is not None and bool(keys) and wish.headline not in keys


def nearest_airing(
    airings: Iterable[Broadcast], displaced: Broadcast, now: datetime
) -> Broadcast | None:
    """Return where a displaced product is on instead: same channel, to come, nearest in time."""
    ahead = [
        b
        for b in airings
        if b.id.channel_id == displaced.id.channel_id
        and b.cancelled_at is None
        and b.ends_at > now
        and b.id != displaced.id
    ]
    return min(ahead, key=lambda b: abs(b.starts_at - displaced.starts_at), default=None)


def displaced_notice(wish: Wish, broadcast: Broadcast) -> InboxDraft:
    """Say that the hearted product left its slot and is on nowhere else, once."""
    return InboxDraft(
        InboxKind.CANCELLED,
        f"찜한 상품이 이 방송에서 빠졌어요 · {wording.place(broadcast)}",
        f"{wish.title} 대신 {wording.name(broadcast)} ({wording.clock(broadcast.starts_at)})",
        broadcast_link(broadcast.id),
        f"displaced:{broadcast.id}:{wish.headline}",
    )


def cancelled_key(broadcast_id: BroadcastId) -> str:
    return f"cancelled:{broadcast_id}:"


def cancelled_notice(broadcast: Broadcast, now: datetime) -> InboxDraft | None:
    """Say that a broadcast to come was cancelled, once per cancellation."""
    cancelled_at = broadcast.cancelled_at
    if cancelled_at is None or broadcast.moved_to is not None or broadcast.starts_at <= now:
        return None
    return InboxDraft(
        InboxKind.CANCELLED,
        f"방송이 취소됐어요 · {wording.place(broadcast)}",
        f"{wording.name(broadcast)} ({wording.clock(broadcast.starts_at)})",
        broadcast_link(broadcast.id),
        f"{cancelled_key(broadcast.id)}{int(cancelled_at.timestamp())}",
    )


def restored_notice(broadcast: Broadcast, last_cancelled_key: str) -> InboxDraft:
    """Say that a broadcast told as cancelled is on again."""
    return InboxDraft(
        InboxKind.RESTORED,
        f"다시 방송해요 · {wording.place(broadcast)}",
        f"{wording.name(broadcast)} ({wording.clock(broadcast.starts_at)})",
        broadcast_link(broadcast.id),
        f"restored:{last_cancelled_key}",
    )
