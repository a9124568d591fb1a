"""The row that every list of broadcasts shows: ready text and flags, made in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.clock import KST
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.viewmodels import pictures, texts
from eats_desktop.viewmodels.price_texts import unit_price_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId

GUIDE_ONLY = "편성 정보 (상품 미확인)"
_OLD = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class BroadcastRow:
    """One slot as cards and lists show it; `key` is the text of its BroadcastId."""

    key: str
    title: str
    channel: str
    channelNo: str
    timeText: str
    hourText: str
    stateKind: str
    stateText: str
    priceText: str
    listPriceText: str
    discountText: str
    unitPriceText: str
    othersText: str
    noteText: str
    photoUrl: str
    drawing: str
    isLive: bool
    isOver: bool
    isWished: bool
    canWish: bool
    progress: float
    spokenText: str


def broadcast_row(
    broadcast: Broadcast, now: datetime, wished: Collection[BroadcastId]
) -> BroadcastRow:
    """Write a broadcast as it is at `now`."""
    state = broadcast.state_at(now)
    kind, words = texts.state_texts(broadcast, now)
    headline = broadcast.headline
    price, list_price, discount = texts.price_texts(headline)
    others = len(broadcast.food_products) - 1
    others_text = f"외 {others}개" if others > 0 else ""
    title = broadcast.display_title or "상품 정보가 아직 없어요"
    span = texts.span_text(broadcast)
    is_wished = broadcast.id in wished
    is_over = state in (BroadcastState.ENDED, BroadcastState.CANCELLED)
    row = BroadcastRow(
        key=str(broadcast.id),
        title=title,
        channel=broadcast.channel.name,
        channelNo=str(broadcast.channel.channel_no),
        timeText=span,
        hourText=f"{broadcast.starts_at.astimezone(KST):%H}시",
        stateKind=kind,
        stateText=words,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        unitPriceText=unit_price_text(headline.unit_price if headline else None),
        othersText=others_text,
        noteText=note_text(broadcast, now),
        photoUrl=pictures.photo_url(headline),
        drawing=pictures.drawing(headline.name if headline else broadcast.title or ""),
        isLive=state is BroadcastState.LIVE,
        isOver=is_over,
        isWished=is_wished,
        canWish=is_wished or not is_over,
        progress=_progress(broadcast, now) if state is BroadcastState.LIVE else 0.0,
        spokenText="",
    )
    return _spoken(row)


def note_text(broadcast: Broadcast, now: datetime) -> str:
    """Say what the reader should know of this slot's data; "" when all is as usual."""
    if broadcast.moved_from is not None and broadcast.cancelled_at is None:
        return f"시간이 바뀌었어요 (전: {texts.moment_text(broadcast.moved_from, now)})"
    if not broadcast.products:
        return GUIDE_ONLY
    if broadcast.ends_at > now and now - broadcast.seen_at > _OLD:
        return f"{texts.moment_text(broadcast.seen_at, now)} 정보예요"
    return ""


def _progress(broadcast: Broadcast, now: datetime) -> float:
    whole = broadcast.ends_at - broadcast.starts_at
    return min(1.0, (now - broadcast.starts_at) / whole) if whole else 0.0


def _spoken(row: BroadcastRow) -> BroadcastRow:
    """Add what a screen reader says: channel, hours, product, prices, state, wish."""
    parts = (
        f"{row.channel} {row.channelNo}번",
        row.timeText.replace("~", "부터 ").replace("(+1)", " 다음 날") + "까지",
        row.title,
        row.priceText,
        f"{row.discountText} 할인" if row.discountText else "",
        row.unitPriceText,
        row.stateText,
        row.othersText,
        "찜함" if row.isWished else "",
    )
    return replace(row, spokenText=", ".join(part for part in parts if part))
