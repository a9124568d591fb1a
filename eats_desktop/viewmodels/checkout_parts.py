"""What the checkout's view-model is made of, and what a reading thread brings it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.buy_now import BuyNow
    from eats_desktop.services.cart_service import CartService
    from eats_desktop.services.checkout_service import CheckoutService
    from eats_desktop.services.order_service import OrderService, OrderSlip
    from eats_desktop.services.price_recheck import PriceRecheck
    from eats_desktop.viewmodels.checkout_checking import PriceChecking
    from eats_desktop.viewmodels.checkout_slip_view_model import CheckoutSlipViewModel
    from eats_desktop.viewmodels.checkout_ways_view_model import CheckoutWaysViewModel
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.payment_view_model import PaymentViewModel
    from eats_desktop.viewmodels.payment_watch_view_model import Look, PaymentWatchViewModel


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reading thread found; without a slip the open payment is shown, or nothing."""

    look: Look
    slip: OrderSlip | None = None
    due: tuple[ProductKey, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckoutParts:
    checkout: CheckoutService
    orders: OrderService
    cart: CartService
    buy_now: BuyNow
    recheck: PriceRecheck
    tasks: TaskRunner


@dataclass(frozen=True, slots=True)
class CheckoutModels:
    """The view-models that the checkout is made of."""

    slip: CheckoutSlipViewModel
    ways: CheckoutWaysViewModel
    payment: PaymentViewModel
    watch: PaymentWatchViewModel
    checking: PriceChecking
    navigator: Navigator
    notices: NoticesViewModel
