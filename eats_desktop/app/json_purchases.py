"""The public JSON of cart and orders: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.app.json_shapes import instant
from eats_desktop.domain.cart import MALL, TV
from eats_desktop.domain.cart_item import sums

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.cart_item import CartItem, SellerGroup
    from eats_desktop.domain.order import Order, OrderEvent, OrderLine
    from eats_desktop.domain.stored_recipe import RecipeKey


def cart(as_of: datetime, groups: Sequence[SellerGroup]) -> dict[str, Json]:
    """The sums are of the checked lines, apart by who takes the order."""
    items = [item for group in groups for item in group.items]
    return {
        "as_of": instant(as_of),
        "groups": [
            {
                "market": group.market,
                "source": group.source,
                "seller": group.seller,
                "lines": [cart_item(item) for item in group.items],
            }
            for group in groups
        ],
        "sums": {
            market: _sums([item for item in items if item.line.market == market])
            for market in (MALL, TV)
        },
    }


def cart_item(value: CartItem) -> dict[str, Json]:
    line = value.line
    return {
        "id": line.line_id,
        "product": str(line.product),
        "market": line.market,
        "name": line.name,
        "brand": line.brand,
        "quantity": line.quantity,
        "is_checked": line.is_checked,
        "seen_price_krw": line.seen_krw,
        "list_price_krw": value.list_krw,
        "price_krw": value.price_krw,
        "change_krw": value.change_krw,
        "sum_krw": value.sum_krw,
        "remarks": [remark.value for remark in value.remarks],
        "price_seen_at": instant(value.checked_at),
        "broadcast": None if value.airing is None else str(value.airing.id),
        "recipe": _recipe(line.recipe),
        "added_at": instant(line.added_at),
    }


def order(value: Order) -> dict[str, Json]:
    return {
        "order_no": str(value.order_no),
        "state": value.state.value,
        "way": value.way.value,
        "created_at": instant(value.created_at),
        "total_krw": value.total_krw,
        "pieces": value.pieces,
        "can_be_cancelled": value.can_be_cancelled,
        "lines": [_order_line(line) for line in value.lines],
        "history": [_event(event) for event in value.events],
    }


def _sums(items: Sequence[CartItem]) -> dict[str, Json]:
    found = sums(items)
    return {
        "lines": found.lines,
        "pieces": found.pieces,
        "list_krw": found.list_krw,
        "discount_krw": found.discount_krw,
        "total_krw": found.total_krw,
        "unknown": found.unknown,
    }


def _order_line(value: OrderLine) -> dict[str, Json]:
    return {
        "product": str(value.product),
        "name": value.name,
        "brand": value.brand,
        "quantity": value.quantity,
        "list_price_krw": value.list_krw,
        "price_krw": value.unit_krw,
        "sum_krw": value.sum_krw,
        "recipe": _recipe(value.recipe),
    }


def _event(value: OrderEvent) -> dict[str, Json]:
    return {
        "number": value.number,
        "state": value.state.value,
        "at": instant(value.at),
        "actor": value.actor.value,
        "reason": value.reason or None,
    }


def _recipe(value: RecipeKey | None) -> str | None:
    return None if value is None else str(value)
