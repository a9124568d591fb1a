"""Wires what a shopper buys: the cart and the orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.services.cart_service import CartService
from eats_desktop.services.order_service import OrderService

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.services.settings import Settings
    from eats_desktop.storage.databases import Databases


class Purchases:
    """One per container."""

    def __init__(
        self,
        databases: Databases,
        settings: Callable[[], Settings],
        source_title: Callable[[str], str],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._databases = databases
        self.cart = CartService(
            databases.cart, databases.prices, databases.schedule, source_title, clock, publish
        )
        self.orders = OrderService(
            databases.orders,
            self.cart,
            lambda: settings().notifications.orders,
            clock,
            publish,
        )

    def recipe_titles(self, keys: Collection[RecipeKey]) -> dict[RecipeKey, str]:
        """Return what the stored ones of these recipes are called."""
        found = self._databases.recipes.recipes(list(keys)) if keys else {}
        return {key: recipe.title for key, recipe in found.items()}
