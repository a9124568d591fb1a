"""Orders as their screens need them: windows of the list, one in full, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import ConflictError, InputError, NotFoundError
from eats_desktop.domain.order import BOUGHT, Actor, OrderState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.order import Order, OrderNo
    from eats_desktop.domain.order_list import OrderWindow
    from eats_desktop.domain.pantry import PantryChange
    from eats_desktop.domain.payment import Payment
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.services.order_service import OrderService

_GIVEN_BACK_BY_SHOPPER = OrderState.PAID
"""Once the goods are being packed a shopper asks the staff."""


class OrderList(Protocol):
    def window(self, since: datetime | None, limit: int, offset: int) -> OrderWindow: ...


class Checkout(Protocol):
    """services.checkout_service has it."""

    def payment(self, order_no: OrderNo) -> Payment | None: ...

    def cancel(self, payment_id: int) -> Payment: ...

    def refund(self, order_no: OrderNo, reason: str, actor: Actor) -> Payment: ...


class Cart(Protocol):
    def add(
        self, product: ProductKey, quantity: int = 1, recipe: RecipeKey | None = None
    ) -> CartLine: ...


class Pantry(Protocol):
    def fill(self, order_no: str) -> PantryChange: ...

    def undo(self, change: PantryChange) -> None: ...


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """`payment` is None where none was begun; `is_filled`: its foods were put into the pantry."""

    order: Order
    payment: Payment | None
    is_filled: bool
    recipe_titles: Mapping[RecipeKey, str]

    @property
    def can_be_cancelled(self) -> bool:
        payment = self.payment
        return self.order.can_be_cancelled and (payment is None or payment.can_be_cancelled)

    @property
    def can_be_refunded(self) -> bool:
        uncertain = self.payment is not None and self.payment.is_uncertain
        return self.order.state is _GIVEN_BACK_BY_SHOPPER and not uncertain

    @property
    def can_fill(self) -> bool:
        return self.order.state in BOUGHT and not self.is_filled


@dataclass(frozen=True, slots=True)
class Reordered:
    """Lines with how many of each were put in, and names of what was not, each with the reason."""

    added: tuple[tuple[CartLine, int], ...]
    left_out: tuple[tuple[str, str], ...]


class OrderBook:
    """`window` and `detail` are for reading threads, the rest for the writer's."""

    def __init__(
        self,
        orders: OrderService,
        listed: OrderList,
        checkout: Checkout,
        cart: Cart,
        pantry: Callable[[], Pantry],
        filled_orders: Callable[[], Collection[str]],
        recipe_titles: Callable[[Collection[RecipeKey]], Mapping[RecipeKey, str]],
        clock: Clock,
    ) -> None:
        self._orders = orders
        self._listed = listed
        self._checkout = checkout
        self._cart = cart
        self._pantry = pantry
        self._filled_orders = filled_orders
        self._recipe_titles = recipe_titles
        self._clock = clock

    def window(self, days: int | None, limit: int, offset: int = 0) -> OrderWindow:
        """Return a window of the orders, of the last `days` times 24 hours or of all."""
        since = None if days is None else self._clock.now() - timedelta(days=days)
        return self._listed.window(since, limit, offset)

    def detail(self, order_no: OrderNo) -> OrderDetail:
        """Return an order in full; NotFoundError when there is none."""
        order = self._orders.order(order_no)
        recipes = {line.recipe for line in order.lines}
        return OrderDetail(
            order,
            self._checkout.payment(order_no),
            str(order_no) in self._filled_orders(),
            self._recipe_titles([key for key in recipes if key is not None]),
        )

    def cancel(self, order_no: OrderNo) -> None:
        """Turn back before it is paid; with money on its way only the provider's word ends it."""
        payment = self._checkout.payment(order_no)
        if payment is not None and payment.is_open:
            self._checkout.cancel(payment.payment_id)
        else:
            self._orders.cancel(order_no)

    def refund(self, order_no: OrderNo, reason: str) -> None:
        """Ask for the money back; ConflictError once the staff has to be asked."""
        if self._orders.order(order_no).state is not _GIVEN_BACK_BY_SHOPPER:
            raise ConflictError("이 주문은 여기서 환불을 요청할 수 없어요. 직원에게 말씀해 주세요.")
        self._checkout.refund(order_no, reason, Actor.SHOPPER)

    def reorder(self, order_no: OrderNo) -> Reordered:
        """Put into the cart again what can be bought now, at the prices of now."""
        added: list[tuple[CartLine, int]] = []
        left_out: list[tuple[str, str]] = []
        for line in self._orders.order(order_no).lines:
            try:
                put = self._cart.add(line.product, line.quantity, line.recipe)
            except NotFoundError:
                left_out.append((line.name, "더 이상 팔지 않아요."))
            except (ConflictError, InputError) as error:
                left_out.append((line.name, error.detail))
            else:
                added.append((put, line.quantity))
        return Reordered(tuple(added), tuple(left_out))

    def fill(self, order_no: OrderNo) -> PantryChange:
        """Put the foods of a paid order into the pantry, once."""
        return self._pantry().fill(str(order_no))

    def take_out(self, change: PantryChange) -> None:
        self._pantry().undo(change)
