"""Mall products into the cart of an open window, and the cart's page."""

from __future__ import annotations

from tests.helpers.browsing import on_page, rows
from tests.helpers.storage_builders import FOOD, key


def list_in_mall(window, *products, at=None):
    at = at or window.clock.now()

    def write():
        with window.box.databases.writer.transaction() as tx:
            tx.save_mall(products, {key(p): FOOD for p in products}, at)

    window.box.tasks.write_now(write)


def fill(window, *products, quantity=1):
    """Put mall products in as another window would; return their lines."""
    list_in_mall(window, *products)
    cart = window.box.purchases.cart
    return [window.box.tasks.write_now(lambda p=p: cart.add(key(p), quantity)) for p in products]


def cart_page(window, qtbot, count):
    model = on_page(window, qtbot, "cart")
    qtbot.waitUntil(lambda: len(rows(model, "lines")) == count)
    for row in rows(model, "lines")[:2]:
        window.arrived(f"cart.{row.key}", qtbot)
    return model
