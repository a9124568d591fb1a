"""Wires what a shopper buys: the cart, the orders and their payments."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.events import PaymentChanged
from eats_desktop.jobs.payment_job import PaymentJob
from eats_desktop.payments.keys import TossKey
from eats_desktop.payments.ways import PaymentWays, WaySettings
from eats_desktop.services.cart_service import CartService
from eats_desktop.services.checkout_service import CheckoutService
from eats_desktop.services.order_service import OrderService
from eats_desktop.services.pin import PinBook, PinFile

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.jobs.events import EventBus
    from eats_desktop.services.settings import Settings
    from eats_desktop.storage.databases import Databases


def _at_once(work: Callable[[], Any]) -> Any:
    return work()


class Purchases:
    """One per container. `write` runs work on the writer's thread and waits for it."""

    def __init__(
        self,
        databases: Databases,
        settings: Callable[[], Settings],
        source_title: Callable[[str], str],
        clock: Clock,
        publish: Callable[[Event], None],
        write: Callable[[Callable[[], Any]], Any] = _at_once,
        free_bytes: Callable[[], int] | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._databases = databases
        self._settings = settings
        self._clock = clock
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
        self.toss_key = TossKey(environment)
        self.ways = PaymentWays(
            self._way_settings, self.toss_key, databases.demo_charges, environment, clock, write
        )
        self.staff_pin = PinBook(PinFile(databases.data_dir / "staff-pin.json"), clock)
        self.checkout = CheckoutService(
            databases.payments,
            self.orders,
            self.ways,
            self.staff_pin,
            write,
            lambda: free_bytes is None or free_bytes() > 0,
            lambda: settings().checkout.refund_late,
            clock,
            publish,
        )

    @cached_property
    def payment_job(self) -> PaymentJob:
        return PaymentJob(self.checkout, self._clock)

    def start_payments(self, bus: EventBus) -> None:
        """Take up what an ended program left, before anything else, and look after payments."""
        bus.subscribe(PaymentChanged, self.payment_job.hear)
        self.payment_job.start()

    def close(self) -> None:
        """End the payment thread before the writer's does."""
        if "payment_job" in self.__dict__:
            self.payment_job.close()
        self.ways.close()

    def recipe_titles(self, keys: Collection[RecipeKey]) -> dict[RecipeKey, str]:
        """Return what the stored ones of these recipes are called."""
        found = self._databases.recipes.recipes(list(keys)) if keys else {}
        return {key: recipe.title for key, recipe in found.items()}

    def _way_settings(self) -> WaySettings:
        given = self._settings().checkout
        return WaySettings(
            given.counter,
            given.demo,
            given.toss.enabled,
            given.toss.base_url,
            given.toss.return_url,
            given.toss.timeout_s,
            given.toss.confirm_timeout_s,
        )
