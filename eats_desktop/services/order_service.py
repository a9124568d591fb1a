"""Orders (주문): a slip of the checked lines, the order made of it once, and its later steps."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.cart_item import Remark
from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.events import CartChanged, InboxChanged, OrdersChanged
from eats_desktop.domain.order import Actor, OrderDraft, OrderLine, OrderState, PaymentWay
from eats_desktop.notifications.orders import order_notice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from eats_desktop.domain.cart_item import CartItem
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.domain.order import Order, OrderNo, PaidLine
    from eats_desktop.domain.reminder import InboxDraft, InboxItem

_MOST = 1000


class OrderStore(Protocol):
    """Each change is one transaction; see storage.orders."""

    def create(
        self,
        draft: OrderDraft,
        at: datetime,
        actor: Actor,
        notice: Callable[[Order], InboxDraft | None],
    ) -> tuple[Order, tuple[InboxItem, ...] | None]: ...

    def advance(
        self,
        order_no: OrderNo,
        to: OrderState,
        at: datetime,
        actor: Actor,
        reason: str,
        notice: Callable[[Order], InboxDraft | None],
    ) -> tuple[Order, tuple[InboxItem, ...]]: ...

    def order(self, order_no: OrderNo) -> Order | None: ...

    def by_request(self, request_key: str) -> Order | None: ...

    def since(self, begins: datetime, limit: int) -> tuple[Order, ...]: ...

    def newest(self, limit: int, offset: int = 0) -> tuple[Order, ...]: ...

    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]: ...


class CartReader(Protocol):
    def items(self) -> tuple[CartItem, ...]: ...


@dataclass(frozen=True, slots=True)
class OrderSlip:
    """What would be ordered at the prices of now, and what of the selection would not, and why.

    `request_key` makes an order out of this slip once, however often it is asked for.
    """

    request_key: str
    items: tuple[CartItem, ...]
    left_out: tuple[tuple[CartItem, Remark], ...]
    of_sellers: tuple[CartItem, ...]

    @property
    def total_krw(self) -> int:
        return sum(item.sum_krw or 0 for item in self.items)

    @property
    def raised(self) -> tuple[CartItem, ...]:
        """The items that cost more than when they were put in; the shopper has to agree."""
        return tuple(item for item in self.items if Remark.RAISED in item.remarks)


class OrderService:
    """Reading threads may ask for slips and orders; what changes is for the writer's thread."""

    def __init__(
        self,
        orders: OrderStore,
        cart: CartReader,
        tells: Callable[[], bool],
        clock: Clock,
        publish: Callable[[Event], None],
    ) -> None:
        self._orders = orders
        self._cart = cart
        self._tells = tells
        self._clock = clock
        self._publish = publish

    def slip(
        self, request_key: str | None = None, line_ids: Collection[int] | None = None
    ) -> OrderSlip:
        """Draw up a slip of the checked lines, or of these; those of the TV go to their sellers."""
        chosen = [
            item
            for item in self._cart.items()
            if (item.line.is_checked if line_ids is None else item.line.line_id in line_ids)
        ]
        ours = [item for item in chosen if item.is_sold_here]
        return OrderSlip(
            request_key or uuid.uuid4().hex,
            tuple(item for item in ours if item.block is None),
            tuple((item, item.block) for item in ours if item.block is not None),
            tuple(item for item in chosen if not item.is_sold_here),
        )

    def create(
        self,
        slip: OrderSlip,
        way: PaymentWay,
        actor: Actor = Actor.SHOPPER,
        *,
        accepts_raised: bool = False,
    ) -> Order:
        """Order what is on the slip, once, however often it is asked, with the intent to pay it.

        At the counter the slip takes its lines out of the cart, else the payment does later.
        ConflictError when there is nothing to order, when a price or the cart is no longer as on
        the slip, or when a raised price was not accepted. Then nothing has changed.
        """
        now = self.slip(slip.request_key, {item.line.line_id for item in slip.items})
        known = self._orders.by_request(slip.request_key)  # after the cart, which it emptied
        if known is not None:
            return known
        _check(slip, now, accepts_raised=accepts_raised)
        draft = OrderDraft(
            slip.request_key,
            way,
            tuple(_line(item) for item in slip.items),
            tuple(item.line.line_id for item in slip.items),
        )
        order, arrived = self._orders.create(draft, self._clock.now(), actor, self.notice)
        if arrived is not None:
            self._publish(CartChanged())
            self._tell(arrived, actor)
        return order

    def advance(self, order_no: OrderNo, to: OrderState, actor: Actor, reason: str = "") -> Order:
        """Take one step; ConflictError for one that the table of steps does not have."""
        order, arrived = self._orders.advance(
            order_no, to, self._clock.now(), actor, reason, self.notice
        )
        self._tell(arrived, actor)
        return order

    def cancel(self, order_no: OrderNo, actor: Actor = Actor.SHOPPER, reason: str = "") -> Order:
        """Cancel an order that is not paid; what is paid is given back, not cancelled."""
        return self.advance(order_no, OrderState.CANCELLED, actor, reason)

    def order(self, order_no: OrderNo) -> Order:
        found = self._orders.order(order_no)
        if found is None:
            raise NotFoundError(f"주문을 찾을 수 없어요: {order_no}")
        return found

    def of_request(self, request_key: str) -> Order | None:
        """Return the order that was made of a slip, None when none was."""
        return self._orders.by_request(request_key)

    def newest(self, limit: int = 30, offset: int = 0) -> tuple[Order, ...]:
        return self._orders.newest(limit, offset)

    def recent(self, days: int = 7) -> tuple[Order, ...]:
        """Return the orders of the last `days` times 24 hours, the newest first."""
        return self._orders.since(self._clock.now() - timedelta(days=days), _MOST)

    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]:
        """Return what was paid at or after `since` and neither cancelled nor given back."""
        return self._orders.paid_lines(since)

    def notice(self, order: Order) -> InboxDraft | None:
        """Return what the inbox shall say of the order's last step, None when it is to be still."""
        return order_notice(order) if self._tells() else None

    def _tell(self, arrived: tuple[InboxItem, ...], actor: Actor) -> None:
        """What the shopper does on this screen needs no toast beside it."""
        self._publish(OrdersChanged())
        if arrived:
            self._publish(InboxChanged(arrived, quiet=actor is Actor.SHOPPER))


def _check(slip: OrderSlip, now: OrderSlip, *, accepts_raised: bool) -> None:
    if not slip.items:
        raise ConflictError("주문할 수 있는 상품이 없어요.")
    if _agreed(now) != _agreed(slip):
        raise ConflictError("그사이 값이나 장바구니가 바뀌었어요. 다시 확인하고 주문해 주세요.")
    if slip.raised and not accepts_raised:
        names = ", ".join(item.line.name for item in slip.raised)
        raise ConflictError(f"담은 뒤 값이 오른 상품이 있어요. 오른 값을 받아들여 주세요: {names}")


def _agreed(slip: OrderSlip) -> list[tuple[int, int, int | None]]:
    return [(item.line.line_id, item.line.quantity, item.price_krw) for item in slip.items]


def _line(item: CartItem) -> OrderLine:
    line, price = item.line, item.price_krw
    if price is None:
        raise ConflictError(f"값을 확인할 수 없어요: {line.name}")
    return OrderLine(
        line.product, line.name, line.brand, line.quantity, price, item.list_krw, line.recipe
    )
