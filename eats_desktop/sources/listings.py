"""A product as a page lists it, whatever the page: one number, one name, one price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import ProductRole
from eats_desktop.sources.text import clean

if TYPE_CHECKING:
    from eats_desktop.sources.prices import Price


def listing(
    source: str,
    product_id: str,
    raw_name: str,
    asked: Price,
    role: ProductRole = ProductRole.MAIN,
    *,
    name: str | None = None,
    brand: str = "",
    image: str | None = None,
    link: str | None = None,
    category: str | None = None,
) -> ProductListing | None:
    """Return the product, None without a number or a name; `name` where it is not the raw one."""
    named = clean(raw_name) if name is None else name
    if not (product_id.isascii() and product_id.isdecimal()) or not named:
        return None
    return ProductListing(
        source=source,
        product_id=product_id,
        raw_name=raw_name,
        name=named,
        role=role,
        price_kind=asked.kind,
        list_price_krw=asked.list_krw,
        sale_price_krw=asked.sale_krw,
        brand=clean(brand) or None,
        thumbnail_url=image,
        product_url=link,
        category=category,
        conditional_price_krw=asked.conditional_krw,
        price_condition=asked.condition,
    )
