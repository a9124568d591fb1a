"""The pictures of the orders: their list with every kind of state, and one that was paid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.domain.order import Actor, OrderState, PaymentWay

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Models
    from eats_desktop.domain.order import Order

_S = OrderState
_PAID = (_S.PAYMENT_REQUESTED, _S.PAID)
_ORDERS = (
    (("현미",), (_S.CANCELLED,)),
    (("만두", "사과"), (*_PAID, _S.PREPARING, _S.SHIPPING, _S.DELIVERED)),
    (("오징어",), (*_PAID, _S.REFUND_REQUESTED)),
    (("참기름",), ()),
    (("돼지고기", "된장", "양파"), _PAID),
)
"""What is searched for and ordered, and how far the staff takes it; the last is opened."""


class OrderPictures:
    """`shoot` takes a picture by name, `until` waits for what it is told of."""

    def __init__(
        self,
        models: Models,
        box: Container,
        shoot: Callable[[str], None],
        until: Callable[[str, Callable[[], bool]], None],
    ) -> None:
        self._models = models
        self._box = box
        self._shoot = shoot
        self._until = until

    def take(self, look: str) -> None:
        models, orders = self._models, self._box.purchases.orders
        if not orders.newest(len(_ORDERS))[len(_ORDERS) - 1 :]:
            for words, steps in _ORDERS:
                self._box.tasks.write_now(partial(self._order, words, steps))
        opened = next(o for o in orders.newest(len(_ORDERS)) if o.state is _S.PAID)
        models.navigator.go("orders")
        self._until("주문 내역", lambda: models.orders.property("state") == "ready")
        models.notices.dismissAll()
        self._shoot(f"orders{look}")
        models.navigator.openOrder(str(opened.order_no))
        self._until("주문 상세", lambda: models.order.property("key") == str(opened.order_no))
        dishes = models.orderRecipes
        self._until("주문으로 요리", lambda: dishes.property("state") in ("ready", "none"))
        models.notices.dismissAll()
        self._shoot(f"order{look}")

    def _order(self, words: Sequence[str], steps: Sequence[OrderState]) -> Order:
        cart, orders = self._box.purchases.cart, self._box.purchases.orders
        held = {line.product for line in cart.lines()}
        lines = []
        for word in words:
            found = self._box.food.search.search(word).products
            product = next(p.key for p in found if p.key not in held)
            lines.append(cart.add(product, 2).line_id)
        order = orders.create(orders.slip(line_ids=lines), PaymentWay.COUNTER)
        for state in steps:
            order = orders.advance(order.order_no, state, Actor.STAFF)
        return order
