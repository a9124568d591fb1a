"""Counterparts as shelves show them: what it is, what it costs, why it stands here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.offer import compared
from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.viewmodels import pictures, texts
from eats_desktop.viewmodels.dated_rows import near_day
from eats_desktop.viewmodels.price_texts import PER, comparison_texts, unit_price_text

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.amount import UnitPrice
    from eats_desktop.services.shelf_service import MallCounterpart, TvCounterpart

_MEASURES = tuple(words.rstrip().replace("\N{NO-BREAK SPACE}", " ") for words in PER.values())


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """`key` is a product's "source:id" or a broadcast's id; times and state are "" in the mall."""

    key: str
    name: str
    sellerText: str
    whenText: str
    stateKind: str
    stateText: str
    isLive: bool
    reasonText: str
    priceText: str
    listPriceText: str
    discountText: str
    unitPriceText: str
    comparisonKind: str
    comparisonText: str
    photoUrl: str
    drawing: str
    spokenText: str


def mall_shelf_row(found: MallCounterpart, ours: UnitPrice | None) -> ShelfRow:
    offer = found.offer
    price, list_price, discount = texts.price_texts(offer)
    unit = unit_price_text(offer.unit_price)
    kind, comparison = comparison_texts(compared(ours, offer.unit_price))
    reason = _reason(found.why)
    return ShelfRow(
        key=str(offer.key),
        name=offer.name,
        sellerText=offer.brand or "",
        whenText="",
        stateKind="",
        stateText="",
        isLive=False,
        reasonText=reason,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        unitPriceText=unit,
        comparisonKind=kind,
        comparisonText=comparison,
        photoUrl=pictures.photo_address(offer.key.source, offer.thumbnail_url),
        drawing=pictures.drawing(offer.name),
        spokenText=_spoken(offer.name, offer.brand, price, unit, comparison, reason),
    )


def air_shelf_row(found: TvCounterpart, ours: UnitPrice | None, now: datetime) -> ShelfRow:
    broadcast, product = found.broadcast, found.product
    price, list_price, discount = texts.price_texts(product)
    unit = unit_price_text(product.unit_price)
    kind, comparison = comparison_texts(compared(ours, product.unit_price))
    state_kind, state = texts.state_texts(broadcast, now)
    when = f"{near_day(broadcast.starts_at, now)} {texts.span_text(broadcast)}"
    channel = f"{broadcast.channel.name} {broadcast.channel.channel_no}번"
    if broadcast.headline is not None and broadcast.headline.key != product.key:
        channel = f"{channel} · 함께 방송"
    reason = _reason(found.why)
    return ShelfRow(
        key=str(broadcast.id),
        name=product.name,
        sellerText=channel,
        whenText=when,
        stateKind=state_kind,
        stateText=state,
        isLive=broadcast.state_at(now) is BroadcastState.LIVE,
        reasonText=reason,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        unitPriceText=unit,
        comparisonKind=kind,
        comparisonText=comparison,
        photoUrl=pictures.photo_url(product),
        drawing=pictures.drawing(product.name),
        spokenText=_spoken(state, when, channel, product.name, price, unit, comparison, reason),
    )


def _reason(why: tuple[str, ...]) -> str:
    """Leave out how prices compare: that is said beside the price, from the price shown."""
    return " · ".join(words for words in why if not words.startswith(_MEASURES))


def _spoken(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
