"""A shop with real database files: products at prices a test sets, a cart and orders."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from eats_desktop.app.purchases import Purchases
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.services.settings import Settings
from tests.helpers.listings import at, product
from tests.helpers.storage_builders import FOOD, airing, key, opened, put

RICE = product("77", "들녘 햅쌀 10kg", 32900, source="kok", brand="들녘곳간")
TOFU = product("78", "콩마을 두부 300g", 3500, source="kok", list_price_krw=4000, brand="콩마을")
MACKEREL = product("1", "바다골 손질 고등어 8팩", 39900)
NOON = at(12)
TITLES = {"kok": "열린장터", "hmall": "한가람쇼핑"}


class Shopping:
    """One window's view of a data directory; `events` are what it published."""

    def __init__(self, databases, now=NOON, **notifications):
        self.databases = databases
        self.clock = ManualClock(now)
        self.events = []
        settings = Settings(notifications=notifications)
        purchases = Purchases(
            databases, lambda: settings, TITLES.__getitem__, self.clock, self.events.append
        )
        self.cart, self.orders = purchases.cart, purchases.orders

    def offer(self, *products):
        """Let the mall list products now."""
        with self.databases.writer.transaction() as tx:
            tx.save_mall(products, {key(p): FOOD for p in products}, self.clock.now())

    def price(self, listed, krw, **changes):
        self.offer(replace(listed, sale_price_krw=krw, **changes))

    def broadcast(self, listed, starts_at=None):
        starts_at = starts_at or self.clock.now() + timedelta(hours=2)
        put(self.databases, airing(starts_at, listed), at=self.clock.now())

    def fill(self, *listed, quantity=1):
        """Put mall products in; return their lines in this order."""
        self.offer(*listed)
        return [self.cart.add(key(p), quantity) for p in listed]

    def ordered(self, *listed, quantity=1):
        self.fill(*listed, quantity=quantity)
        return self.orders.create(self.orders.slip(), PaymentWay.COUNTER)

    def paid(self, *listed, quantity=1):
        order = self.ordered(*listed, quantity=quantity)
        for state in (OrderState.PAYMENT_REQUESTED, OrderState.PAID):
            order = self.orders.advance(order.order_no, state, Actor.STAFF)
        return order

    def told(self):
        """The titles in the inbox, the oldest first."""
        return [item.title for item in reversed(self.databases.inbox.items(200))]


@contextmanager
def shopping(folder, now=NOON, **notifications):
    with opened(folder) as databases:
        yield Shopping(databases, now, **notifications)
