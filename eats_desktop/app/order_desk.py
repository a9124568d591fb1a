"""Wires what the screens of orders ask; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.services.order_book import OrderBook

if TYPE_CHECKING:
    from eats_desktop.app.container import Container


def order_book(box: Container) -> OrderBook:
    purchases = box.purchases
    return OrderBook(
        purchases.orders,
        box.databases.order_list,
        purchases.checkout,
        purchases.cart,
        lambda: box.recipes.pantry,
        box.databases.pantry.filled_orders,
        purchases.recipe_titles,
        box.clock,
    )
