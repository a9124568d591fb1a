"""What the inbox says of an order's step; pure."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.links import order_link
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.reminder import InboxDraft, InboxKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eats_desktop.domain.order import Order

_TITLES: Mapping[OrderState, str] = MappingProxyType(
    {
        OrderState.RECEIVED: "주문을 받았어요",
        OrderState.PAYMENT_REQUESTED: "결제를 확인하고 있어요",
        OrderState.PAID: "결제가 끝났어요",
        OrderState.PREPARING: "상품을 준비하고 있어요",
        OrderState.SHIPPING: "상품을 보냈어요",
        OrderState.DELIVERED: "상품이 도착했어요",
        OrderState.CANCELLED: "주문을 취소했어요",
        OrderState.REFUND_REQUESTED: "환불을 요청했어요",
        OrderState.REFUNDED: "환불이 끝났어요",
    }
)


def order_notice(order: Order) -> InboxDraft:
    """Say what the last step of an order was; the key holds its number, so it is said once."""
    last = order.events[-1]
    parts = [f"주문 {order.order_no}", order.title, format_won(order.total_krw)]
    if last.reason:
        parts.append(last.reason)
    return InboxDraft(
        InboxKind.ORDER,
        _TITLES[last.state],
        " · ".join(parts),
        order_link(order.order_no),
        f"order:{order.order_no}:{last.number}",
    )
