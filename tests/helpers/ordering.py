"""Orders in an open window, as another window or the counter would make them."""

from __future__ import annotations

from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from tests.helpers.storage_builders import FOOD, key

TO_PAID = (OrderState.PAYMENT_REQUESTED, OrderState.PAID)


def list_in_mall(window, *products):
    """Let the mall list products now."""

    def write():
        with window.box.databases.writer.transaction() as tx:
            tx.save_mall(products, {key(p): FOOD for p in products}, window.clock.now())

    window.box.tasks.write_now(write)


def ordered(window, *products, quantity=1, steps=()):
    """Order mall products and let the staff take the order these steps on."""
    list_in_mall(window, *products)

    def write():
        cart, orders = window.box.purchases.cart, window.box.purchases.orders
        for product in products:
            cart.add(key(product), quantity)
        order = orders.create(orders.slip(), PaymentWay.COUNTER)
        for state in steps:
            order = orders.advance(order.order_no, state, Actor.STAFF)
        return order

    return window.box.tasks.write_now(write)


def stored(window, order):
    """The order as it is kept now."""
    return window.box.purchases.orders.order(order.order_no)
