"""The pictures of the checkout: every step, every way a payment may end, in the look of now."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from eats_desktop.domain.cart import MALL, CartAddition
from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import PaymentState
from eats_desktop.domain.schedule import ProductKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Models

_PAGE = "https://pay.example.com/checkout/4f1c7a92"
_GONE = CartAddition(
    ProductKey("kok", "0"), MALL, "들깨 듬뿍 절편 1kg", "고개너머 떡집", 1, None, 12900
)
_WANTED = ("두부", "김치", "고등어")
_WAS_CHEAPER = 0.9
_ENDS = ("declined", "expired", "mismatch", "lost", "ok")
_MOST_STEPS = 5


class CheckoutPictures:
    """`shoot` takes a picture by name, `until` waits for what it is told of."""

    def __init__(
        self,
        models: Models,
        box: Container,
        shoot: Callable[[str], None],
        until: Callable[[str, Callable[[], bool]], None],
    ) -> None:
        self._models = models
        self._checkout = models.checkout
        self._box = box
        self._shoot = shoot
        self._until = until

    def take(self, look: str, *, briefly: bool = False) -> None:
        """Walk through the checkout, with dear and vanished products in the cart."""
        self._box.settings.update("checkout", counter=True, demo=True)
        self._models.notices.dismissAll()
        self._begin()
        self._shoot(f"checkout{look}")
        self._agree(lambda step: self._shoot(f"checkout-{step}{look}"))
        self._pay(PaymentWay.COUNTER)
        self._shoot(f"checkout-counter{look}")
        for end in _ENDS[-2:] if briefly else _ENDS:
            self._come_to(end, look)
        del os.environ["EATS_PAY"]
        self._models.notices.dismissAll()

    def _come_to(self, end: str, look: str) -> None:
        os.environ["EATS_PAY"] = end
        if self._box.purchases.checkout.open_payment() is None:
            self._begin()
            self._agree(lambda _step: None)
            self._pay(PaymentWay.DEMO)
        if end == "lost":
            self._at_the_page(look)
        self._advance(end)
        self._models.notices.dismissAll()
        self._shoot(f"checkout-{end}{look}")
        if end == "lost":
            self._models.navigator.go("cart")
            self._shoot(f"checkout-banner{look}")
            self._checkout.openPending()

    def _begin(self) -> None:
        for words in _WANTED:
            product = self._box.food.search.search(words).products[0].key
            offer = self._box.databases.prices.offers([product])[product]
            seen = round((offer.price_krw or 0) * _WAS_CHEAPER)
            self._put(CartAddition(product, MALL, offer.name, offer.brand, 1, None, seen))
        self._put(_GONE)
        self._checkout.open()
        slip = self._checkout.property("slip")
        self._until("주문과 결제", lambda: slip.property("rows").rowCount() > len(_WANTED))
        self._until("값 확인", lambda: not self._checkout.property("checkingText"))

    def _put(self, addition: CartAddition) -> None:
        known = {line.product: line for line in self._box.purchases.cart.lines()}
        held = known.get(addition.product)
        cart, now = self._box.databases.cart, self._box.clock.now()
        if held is None:
            self._box.tasks.write_now(partial(cart.add, [addition], now))
        else:
            self._box.tasks.write_now(partial(cart.check, held.line_id, on=True))

    def _agree(self, met: Callable[[str], None]) -> None:
        if self._checkout.property("slip").property("raisedText"):
            self._checkout.toggleAccepts()
        self._checkout.next()
        met("consent")
        self._checkout.toggleConsent()
        self._checkout.next()
        met("ways")

    def _pay(self, way: PaymentWay) -> None:
        self._checkout.property("ways").choose(way.value)
        self._until("결제 단추", lambda: bool(self._checkout.property("isCalm")))
        self._checkout.next()
        self._until("결제 시작", lambda: bool(self._checkout.property("showsPayment")))

    def _at_the_page(self, look: str) -> None:
        """As a provider with a page of its own would have it."""
        shown = self._checkout.property("payment")
        waiting = replace(shown.payment, state=PaymentState.WAITING, page_url=_PAGE)
        shown.hear(waiting)
        self._shoot(f"checkout-waiting{look}")

    def _advance(self, end: str) -> None:
        shown = self._checkout.property("payment")
        wanted = PaymentState.UNKNOWN if end == "lost" else None
        for _ in range(_MOST_STEPS):
            self._step(shown.payment.payment_id)
            if shown.payment.state is wanted or not shown.payment.is_open:
                return

    def _step(self, number: int) -> None:
        done: list[bool] = []
        self._box.tasks.background(
            partial(self._box.purchases.checkout.advance, number),
            lambda outcome: done.append(outcome.error is None),
        )
        self._until("결제 한 걸음", lambda: bool(done))
