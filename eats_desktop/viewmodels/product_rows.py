"""Products as lists show them: those of a broadcast and those of the mall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.money import discount_rate, format_won
from eats_desktop.domain.schedule import ProductRole
from eats_desktop.viewmodels import pictures, texts

if TYPE_CHECKING:
    from collections.abc import Collection

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.schedule import BroadcastProduct, ProductKey


@dataclass(frozen=True, slots=True)
class ProductRow:
    """`key` is "source:id"; `link` is the seller's page, "" when unknown.

    `canWish` tells whether a wish of it would ever be told: what only the mall sells is not aired.
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


def product_row(product: BroadcastProduct, wished: Collection[ProductKey]) -> ProductRow:
    price, list_price, discount = texts.price_texts(product)
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
        link=_web(product.product_url),
        isWished=product.key in wished,
        canWish=True,
        spokenText=", ".join(filter(None, (role, product.name, price))),
    )


def mall_row(product: MallProduct, wished: Collection[ProductKey]) -> ProductRow:
    price = product.price_krw
    rate = discount_rate(product.list_price_krw, product.sale_price_krw)
    price_text = format_won(price) if price else "가격 정보 없음"
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
        link=_web(product.product_url),
        isWished=product.key in wished,
        canWish=False,
        spokenText=", ".join(filter(None, ("콕 상품", product.name, price_text))),
    )


def _web(address: str | None) -> str:
    return address if address and address.startswith(("https://", "http://")) else ""
