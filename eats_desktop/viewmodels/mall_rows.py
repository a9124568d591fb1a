"""Products of the mall as cards show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.viewmodels import pictures, texts
from eats_desktop.viewmodels.price_texts import unit_price_text

if TYPE_CHECKING:
    from eats_desktop.domain.mall import MallCard

_CARTED = (PriceKind.PRICED, PriceKind.UNKNOWN)
_MANY = 10_000
_BRAND = re.compile(r"^\[([^\]]+)\]\s*")


@dataclass(frozen=True, slots=True)
class MallCardRow:
    """`key` is "source:id"; texts are "" where nothing is known. `isHere`: not a blank card."""

    key: str
    name: str = ""
    store: str = ""
    priceText: str = ""
    listPriceText: str = ""
    discountText: str = ""
    unitPriceText: str = ""
    ratingText: str = ""
    dropText: str = ""
    photoUrl: str = ""
    drawing: str = ""
    spokenText: str = ""
    canCart: bool = False
    isHere: bool = True


def mall_card_row(card: MallCard) -> MallCardRow:
    offer = card.offer
    price, list_price, discount = texts.price_texts(offer)
    unit = unit_price_text(offer.unit_price)
    rating, drop = rating_text(card.rating, card.reviews), _drop_text(card)
    spoken = (
        offer.brand,
        offer.name,
        f"{discount} 할인" if discount else "",
        price,
        unit,
        _spoken_rating(card),
        drop.removeprefix("▼ "),
    )
    return MallCardRow(
        key=str(offer.key),
        name=short_name(offer.name, offer.brand),
        store=offer.brand or "",
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        unitPriceText=unit,
        ratingText=rating,
        dropText=drop,
        photoUrl=pictures.photo_address(offer.key.source, offer.thumbnail_url),
        drawing=pictures.drawing(offer.name),
        spokenText=", ".join(part for part in spoken if part),
        canCart=offer.price_kind in _CARTED and bool(offer.price_krw),
    )


def short_name(name: str, brand: str | None) -> str:
    """Leave out of a name a bracketed brand that the line above it shows already."""
    found = _BRAND.match(name)
    if found is None or not brand or not brand.startswith(found[1].strip()):
        return name
    return name[found.end() :] or name


def count_text(count: int) -> str:
    """Write a count; from ten thousand on in 만, one decimal, rounded down."""
    if count < _MANY:
        return f"{count:,}"
    tenths = count * 10 // _MANY
    return f"{tenths // 10:,}.{tenths % 10}만" if tenths % 10 else f"{tenths // 10:,}만"


def rating_text(rating: float | None, reviews: int) -> str:
    """Write a rating with its number of reviews, "" without any."""
    return "" if rating is None or not reviews else f"{rating:.1f} ({count_text(reviews)})"


def _spoken_rating(card: MallCard) -> str:
    if card.rating is None or not card.reviews:
        return ""
    return f"별점 {card.rating:.1f}, 리뷰 {card.reviews}개"


def _drop_text(card: MallCard) -> str:
    return f"▼ {format_won(card.drop_krw)} 내렸어요" if card.drop_krw else ""
