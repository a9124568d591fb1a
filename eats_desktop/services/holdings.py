"""What counts as there when a recipe is looked at: typed, at home, bought lately, in the cart."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.order import OrderState
from eats_desktop.services.product_foods import foods_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.order import Order, PaidLine
    from eats_desktop.domain.pantry import PantryItem
    from eats_desktop.domain.use_up import StockItem
    from eats_desktop.services.product_foods import ProductFoods

LATELY = timedelta(days=7)
"""What was paid for so long ago to the second still counts as at home."""


class Pantry(Protocol):
    def items(self) -> tuple[PantryItem, ...]: ...
    def filled_orders(self) -> frozenset[str]: ...


class PaidOrders(Protocol):
    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]: ...
    def in_state(self, *states: OrderState) -> tuple[Order, ...]: ...


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...


class Holdings:
    """For reading threads. `read_line` reads what is typed in and not understood."""

    def __init__(
        self,
        pantry: Pantry,
        paid: PaidOrders,
        cart: Cart,
        products: Callable[[], ProductFoods],
        read_line: Callable[[str], IngredientLine],
        clock: Clock,
    ) -> None:
        self._pantry = pantry
        self._paid = paid
        self._cart = cart
        self._products = products
        self._read_line = read_line
        self._clock = clock

    def now(self, typed: Sequence[StockItem] = ()) -> tuple[Holding, ...]:
        """Return everything that is there at this moment."""
        return (*self._typed(typed), *self._at_home(), *self._bought(), *self._in_cart())

    def _typed(self, typed: Sequence[StockItem]) -> Iterator[Holding]:
        for item in typed:
            name = self._read_line(item.text).name if item.food is None else item.food
            yield Holding(name, Because.TYPED, item.text)

    def _at_home(self) -> Iterator[Holding]:
        """Neither an item past its day counts, nor one of an order that was given back."""
        today = korean_day(self._clock.now())
        items = self._pantry.items()
        returned: set[str] = set()
        if any(item.order_no is not None for item in items):
            back = self._paid.in_state(OrderState.REFUND_REQUESTED, OrderState.REFUNDED)
            returned = {str(order.order_no) for order in back}
        for item in items:
            if item.order_no not in returned and (item.use_by is None or item.use_by >= today):
                yield Holding(item.food or item.name, Because.PANTRY, item.name)

    def _bought(self) -> Iterator[Holding]:
        """Of an order that was put into the pantry counts what is still there."""
        since = self._clock.now() - LATELY
        filled = self._pantry.filled_orders()
        lines = [
            one
            for one in self._paid.paid_lines(since)
            if one.paid_at >= since and str(one.order_no) not in filled
        ]
        readings = self._products().readings({one.line.product: one.line.name for one in lines})
        for one in lines:
            for food in foods_of(readings[one.line.product]):
                yield Holding(food, Because.ORDER, one.line.name, korean_day(one.paid_at))

    def _in_cart(self) -> Iterator[Holding]:
        lines = self._cart.lines()
        readings = self._products().readings({line.product: line.name for line in lines})
        for line in lines:
            for food in foods_of(readings[line.product]):
                yield Holding(food, Because.CART, line.name)
