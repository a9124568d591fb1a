"""Product listings as JSON text inside a source's remembered slot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.listing import ProductListing
from eats_desktop.domain.schedule import PriceKind, ProductRole

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIELDS = (
    "source",
    "product_id",
    "raw_name",
    "name",
    "role",
    "price_kind",
    "list_price_krw",
    "sale_price_krw",
    "brand",
    "thumbnail_url",
    "product_url",
    "category",
    "conditional_price_krw",
    "price_condition",
)


def dump_products(products: Sequence[ProductListing]) -> str:
    rows = [[getattr(product, name) for name in _FIELDS] for product in products]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def load_products(text: str) -> tuple[ProductListing, ...]:
    """Read what `dump_products` wrote; rows of an older program lack the last fields."""
    return tuple(_product(dict(zip(_FIELDS, row, strict=False))) for row in json.loads(text))


def _product(values: dict[str, Any]) -> ProductListing:
    return ProductListing(
        **{
            **values,
            "role": ProductRole(values["role"]),
            "price_kind": PriceKind(values["price_kind"]),
        }
    )
