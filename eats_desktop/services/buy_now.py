"""바로 주문: one product straight to the checkout, or to the payment that already holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.domain.payment import Payment
    from eats_desktop.domain.schedule import ProductKey


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...

    def add(self, product: ProductKey, quantity: int = 1) -> CartLine: ...

    def set_quantity(self, line_id: int, quantity: int) -> CartLine: ...


class Orders(Protocol):
    def order(self, order_no: OrderNo) -> Order: ...


class OpenPayments(Protocol):
    def open_payment(self) -> Payment | None: ...


class BuyNow:
    """For the writer thread."""

    def __init__(self, cart: Cart, orders: Orders, payments: OpenPayments) -> None:
        self._cart = cart
        self._orders = orders
        self._payments = payments

    def __call__(self, product: ProductKey, quantity: int) -> int | Payment:
        """Return the cart line that holds `quantity` pieces now; the open payment when the
        product is in it: then the cart stays as it is."""
        pending = self._payments.open_payment()
        if pending is not None:
            ordered = self._orders.order(pending.order_no).lines
            if any(line.product == product for line in ordered):
                return pending
        held = next((line for line in self._cart.lines() if line.product == product), None)
        if held is None:
            return self._cart.add(product, quantity).line_id
        if held.quantity != quantity:
            self._cart.set_quantity(held.line_id, quantity)
        return held.line_id
