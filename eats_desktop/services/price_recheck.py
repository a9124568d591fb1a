"""Before an order: which prices are too old to pay by, and asking their sellers for them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.cart_item import STALE_AFTER

if TYPE_CHECKING:
    from eats_desktop.domain.cart_item import CartItem
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.services.detail_service import DetailService
    from eats_desktop.services.order_service import OrderSlip

_MOST_ASKED = 10


class PriceRecheck:
    """`due` is for reading threads, `ask` for the thread that asks sellers."""

    def __init__(self, details: DetailService) -> None:
        self._details = details

    def due(self, slip: OrderSlip) -> tuple[ProductKey, ...]:
        """Return what was last priced more than six hours ago and can be asked for, at most ten."""
        items = (*slip.items, *(item for item, _remark in slip.left_out))
        old = [item.line.product for item in items if _is_old(item)]
        return tuple(key for key in old if self._details.of_product(key).can_ask)[:_MOST_ASKED]

    def ask(self, key: ProductKey) -> None:
        """Read the seller's page now; raises the SourceError or ConflictError that kept it away."""
        self._details.ask(key)


def _is_old(item: CartItem) -> bool:
    return item.checked_at is not None and item.now - item.checked_at > STALE_AFTER
