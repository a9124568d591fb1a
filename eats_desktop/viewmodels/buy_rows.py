"""Products that a recipe lacks: what they cost, where and when they are sold, how far they go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import MOST_OF_ONE
from eats_desktop.viewmodels import pictures, texts
from eats_desktop.viewmodels.dated_rows import near_day
from eats_desktop.viewmodels.price_texts import unit_price_text

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.buying import Buyable
    from eats_desktop.domain.schedule import Broadcast

_MARKETS = {"tv": "방송", "mall": "콕"}
_MANY = 20


@dataclass(frozen=True, slots=True)
class BuyRow:
    """`key` is the product's "source:id"; `broadcast` the airing that sells it, "" in the mall.

    `stateKind` and `stateText` are those of the airing, `mealsText` how often the need fits.
    """

    key: str
    name: str
    brand: str
    market: str
    marketText: str
    priceText: str
    listPriceText: str
    discountText: str
    unitPriceText: str
    broadcast: str
    whenText: str
    stateKind: str
    stateText: str
    mealsText: str
    reasonText: str
    photoUrl: str
    drawing: str
    quantity: int
    spokenText: str


def buy_row(found: Buyable, now: datetime) -> BuyRow:
    offer, broadcast = found.offer, found.broadcast
    price, list_price, discount = texts.price_texts(offer)
    unit = unit_price_text(offer.unit_price)
    market = _MARKETS.get(offer.market, "")
    when = "" if broadcast is None else _when(broadcast, now)
    kind, state = ("", "") if broadcast is None else texts.state_texts(broadcast, now)
    meals = meals_text(found.meals)
    reason = " · ".join(found.why)
    said = (market, offer.name, offer.brand, price, unit, state, when, meals, reason)
    return BuyRow(
        key=str(offer.key),
        name=offer.name,
        brand=offer.brand or "",
        market=offer.market,
        marketText=market,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        unitPriceText=unit,
        broadcast="" if broadcast is None else str(broadcast.id),
        whenText=when,
        stateKind=kind,
        stateText=state,
        mealsText=meals,
        reasonText=reason,
        photoUrl=pictures.photo_address(offer.key.source, offer.thumbnail_url),
        drawing=pictures.drawing(offer.name),
        quantity=packs(found.meals),
        spokenText=", ".join(part for part in said if part),
    )


def list_buy_row(found: Buyable, now: datetime) -> BuyRow:
    """Write a product for a line of a shopping list: it is for no certain dish."""
    row = buy_row(found, now)
    said = row.spokenText if not row.mealsText else row.spokenText.replace(f", {row.mealsText}", "")
    return replace(row, mealsText="", spokenText=said)


def meals_text(meals: Fraction | None) -> str:
    """Say how many times a pack is enough for this dish, "" when that is not known."""
    if meals is None:
        return ""
    if meals < 1:
        return f"이 요리에 {packs(meals)}개가 필요해요"
    times = int(meals)
    return f"이 요리를 {times}번 할 양" if times <= _MANY else f"이 요리를 {_MANY}번 넘게 할 양"


def packs(meals: Fraction | None) -> int:
    """Return how many packs the dish needs, one where that is not known."""
    if meals is None or meals >= 1:
        return 1
    return (
        MOST_OF_ONE
        if meals <= Fraction(1, MOST_OF_ONE)
        else -(-meals.denominator // meals.numerator)
    )


def _when(broadcast: Broadcast, now: datetime) -> str:
    channel = broadcast.channel
    day = near_day(broadcast.starts_at, now)
    return f"{day} {texts.span_text(broadcast)} · {channel.name} {channel.channel_no}번"
