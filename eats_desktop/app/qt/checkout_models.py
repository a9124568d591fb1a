"""Builds the view-models of the checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.services.buy_now import BuyNow
from eats_desktop.services.price_recheck import PriceRecheck
from eats_desktop.viewmodels.checkout_checking import PriceChecking
from eats_desktop.viewmodels.checkout_parts import CheckoutModels, CheckoutParts
from eats_desktop.viewmodels.checkout_slip_view_model import CheckoutSlipViewModel
from eats_desktop.viewmodels.checkout_view_model import CheckoutViewModel
from eats_desktop.viewmodels.checkout_ways_view_model import CheckoutWaysViewModel
from eats_desktop.viewmodels.payment_view_model import PaymentParts, PaymentViewModel
from eats_desktop.viewmodels.payment_watch_view_model import PaymentWatchViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from eats_desktop.app.container import Container
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel


def checkout_model(
    box: Container, navigator: Navigator, notices: NoticesViewModel, parent: QObject
) -> CheckoutViewModel:
    tasks, bought = box.tasks, box.purchases
    recheck = PriceRecheck(box.product_pages.service)
    watch = PaymentWatchViewModel(bought.checkout, tasks, parent)
    paying = PaymentParts(
        bought.checkout, box.recipes.pantry, box.clock, tasks, Writing(tasks, notices)
    )
    models = CheckoutModels(
        CheckoutSlipViewModel(box.source_desk.title, parent),
        CheckoutWaysViewModel(watch, parent),
        PaymentViewModel(paying, navigator, notices, parent),
        watch,
        PriceChecking(recheck, tasks, parent),
        navigator,
        notices,
    )
    parts = CheckoutParts(
        bought.checkout,
        bought.orders,
        bought.cart,
        BuyNow(bought.cart, bought.orders, bought.checkout),
        recheck,
        tasks,
    )
    return CheckoutViewModel(parts, models, parent)
