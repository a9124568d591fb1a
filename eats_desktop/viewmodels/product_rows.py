"""Products as lists show them: those of a broadcast and those of the mall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import TV
from eats_desktop.domain.money import discount_rate, format_won
from eats_desktop.domain.schedule import PriceKind, ProductRole
from eats_desktop.viewmodels import pictures, texts
from eats_desktop.viewmodels.pictures import web_address
from eats_desktop.viewmodels.price_texts import amount_text, price_words, unit_price_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.price_history import PriceHistory
    from eats_desktop.domain.schedule import BroadcastProduct, ProductKey

_CARTED = (PriceKind.PRICED, PriceKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ProductRow:
    """`key` is "source:id"; `link` is the seller's page, "" when unknown.

    `canWish` tells whether a wish of it would ever be told: what only the mall sells is not aired.
    `canCart`: it may be put into the cart; what the mall sells needs a price. `canBuy`: it is sold
    here, so that it may be checked out at once.
    What a price card says beyond the price (condition, verdict, lowest, watch; all of it as
    `worthText`) is "" where no card is shown.
    """

    key: str
    name: str
    brand: str
    roleText: str
    priceText: str
    listPriceText: str
    discountText: str
    photoUrl: str
    drawing: str
    link: str
    isWished: bool
    canWish: bool
    spokenText: str
    unitPriceText: str = ""
    amountText: str = ""
    verdictKind: str = ""
    verdictText: str = ""
    lowestText: str = ""
    watchText: str = ""
    worthText: str = ""
    conditionText: str = ""
    isChosen: bool = False
    canCart: bool = False
    canBuy: bool = False


def product_row(
    product: BroadcastProduct,
    wished: Collection[ProductKey],
    history: PriceHistory,
    now: datetime,
) -> ProductRow:
    price, list_price, discount = texts.price_texts(product)
    unit = unit_price_text(product.unit_price)
    amount = amount_text(product.amount)
    words = price_words(product.price_krw, history, now, product.conditional)
    role = "대표 상품" if product.role is ProductRole.MAIN else "함께 방송"
    return ProductRow(
        key=str(product.key),
        name=product.name,
        brand=product.brand or "",
        roleText=role,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        photoUrl=pictures.photo_url(product),
        drawing=pictures.drawing(product.name),
        link=web_address(product.product_url),
        isWished=product.key in wished,
        canWish=True,
        spokenText=", ".join(filter(None, (role, product.name, price, unit))),
        unitPriceText=unit,
        amountText=amount,
        verdictKind=words.verdict_kind,
        verdictText=words.verdict,
        lowestText=words.lowest,
        watchText=words.watch,
        worthText=words.spoken(unit, amount),
        conditionText=words.condition,
        canCart=product.price_kind in _CARTED,
    )


def offer_row(offer: Offer, history: PriceHistory, now: datetime) -> ProductRow:
    """Write a product for its own page."""
    price, list_price, discount = texts.price_texts(offer)
    unit = unit_price_text(offer.unit_price)
    amount = amount_text(offer.amount)
    words = price_words(offer.price_krw, history, now, offer.conditional)
    place = "콕 상품" if offer.market == "mall" else "방송 상품"
    return ProductRow(
        key=str(offer.key),
        name=offer.name,
        brand=offer.brand or "",
        roleText=place,
        priceText=price,
        listPriceText=list_price,
        discountText=discount,
        photoUrl=pictures.photo_address(offer.key.source, offer.thumbnail_url),
        drawing=pictures.drawing(offer.name),
        link=web_address(offer.product_url),
        isWished=False,
        canWish=False,
        spokenText=", ".join(filter(None, (place, offer.name, offer.brand, price, unit))),
        unitPriceText=unit,
        amountText=amount,
        verdictKind=words.verdict_kind,
        verdictText=words.verdict,
        lowestText=words.lowest,
        watchText=words.watch,
        worthText=words.spoken(unit, amount),
        conditionText=words.condition,
        canCart=offer.price_kind in _CARTED and (offer.market == TV or bool(offer.price_krw)),
        canBuy=offer.price_kind in _CARTED and offer.market != TV and bool(offer.price_krw),
    )


def mall_row(product: MallProduct, wished: Collection[ProductKey]) -> ProductRow:
    price = product.price_krw
    rate = discount_rate(product.list_price_krw, product.sale_price_krw)
    price_text = format_won(price) if price else "가격 정보 없음"
    unit = unit_price_text(product.unit_price)
    return ProductRow(
        key=str(product.key),
        name=product.name,
        brand=product.brand or "",
        roleText="콕 상품",
        priceText=price_text,
        listPriceText=format_won(product.list_price_krw) if rate and product.list_price_krw else "",
        discountText=f"{rate}%" if rate else "",
        photoUrl=pictures.photo_address(product.key.source, product.thumbnail_url),
        drawing=pictures.drawing(product.name),
        link=web_address(product.product_url),
        isWished=product.key in wished,
        canWish=False,
        spokenText=", ".join(filter(None, ("콕 상품", product.name, price_text, unit))),
        unitPriceText=unit,
        canCart=bool(price),
    )
