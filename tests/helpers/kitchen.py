"""Orders and carts in real files, and the kitchen's services over them."""

from __future__ import annotations

from datetime import datetime

from eats_desktop.domain.cart import CartAddition
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.order import Actor, OrderDraft, OrderLine, OrderState, PaymentWay
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.services.holdings import Holdings
from eats_desktop.services.pantry_service import PantryService
from eats_desktop.services.product_foods import ProductFoods

NOW = datetime(2026, 11, 25, 18, 30, tzinfo=KST)


def put_in_cart(databases, name, at=NOW, quantity=1, product_id=None):
    """Put a product nobody fetched into the cart; return its line."""
    key = ProductKey("kok", product_id or f"k{abs(hash((name, at))) % 10**8}")
    added = CartAddition(key, "mall", name, None, quantity, None, 5000)
    return databases.cart.add([added], at)[0]


def ordered(databases, name, at=NOW, quantity=1, to=OrderState.PAID):
    """Order one product and take the order to a state, all at one moment; return its number."""
    line = put_in_cart(databases, name, at, quantity)
    wanted = OrderLine(line.product, name, None, quantity, 5000)
    draft = OrderDraft(f"r-{name}-{at}", PaymentWay.COUNTER, (wanted,), (line.line_id,))
    order, _ = databases.orders.create(draft, at, Actor.SHOPPER, _silent)
    for state in _way(to):
        databases.orders.advance(order.order_no, state, at, Actor.SYSTEM, "", _silent)
    return str(order.order_no)


def _silent(_order):
    return None


def _way(to):
    paid = [OrderState.PAYMENT_REQUESTED, OrderState.PAID]
    ways = {
        OrderState.RECEIVED: [],
        OrderState.PAYMENT_REQUESTED: paid[:1],
        OrderState.CANCELLED: [OrderState.CANCELLED],
        OrderState.PAID: paid,
        OrderState.DELIVERED: [
            *paid,
            OrderState.PREPARING,
            OrderState.SHIPPING,
            OrderState.DELIVERED,
        ],
        OrderState.REFUND_REQUESTED: [*paid, OrderState.REFUND_REQUESTED],
        OrderState.REFUNDED: [*paid, OrderState.REFUND_REQUESTED, OrderState.REFUNDED],
    }
    return ways[to]


class KitchenShop:
    """Pantry and holdings of one data directory at a clock that is moved by hand."""

    def __init__(self, databases, parser, reader, lexicon):
        self.databases = databases
        self.clock = ManualClock(NOW)
        self.events = []

        def products():
            return ProductFoods(databases.product_readings, reader.read)

        self.pantry = PantryService(
            databases.pantry,
            databases.orders,
            products,
            parser.line,
            lexicon.shelf_days,
            self.clock,
            self.events.append,
        )
        self.holdings = Holdings(
            databases.pantry,
            databases.orders,
            databases.cart,
            products,
            parser.line,
            self.clock,
        )

    def held(self, typed=()):
        """What is there, as (food, because)."""
        return sorted((one.food, one.because.value) for one in self.holdings.now(typed))
