"""What the checkout says beside and on its buttons; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.order import PaymentWay
from eats_desktop.viewmodels.screen_view_model import ScreenState

if TYPE_CHECKING:
    from eats_desktop.services.order_service import OrderSlip

STEPS = ("확인", "동의", "결제", "결과")
BUSY = "처리 중이에요"
CHECKING = "값과 재고를 다시 확인하고 있어요."
CHANGED = "그사이 값이나 장바구니가 바뀌었어요. 다시 확인해 주세요."
PENDING = "이미 처리 중인 주문이 있어요."
NOTHING = ScreenState(
    "none", "지금 결제할 것이 없어요.", "장바구니에서 상품을 고르고 주문해 주세요.", "장바구니로"
)


def step_text(step: int) -> str:
    return f"{step}/4 {STEPS[step - 1]}"


def what_is_missing(
    step: int, slip: OrderSlip, way: PaymentWay | None, *, accepts: bool, consents: bool
) -> str:
    """Say why the step cannot be left forwards, "" when it can."""
    if not slip.items:
        return "주문할 수 있는 상품이 없어요."
    if slip.raised and not accepts:
        return "오른 값을 받아들여야 주문할 수 있어요."
    if step >= 2 and not consents:
        return "내용을 읽고 동의해야 결제할 수 있어요."
    return "결제 방법을 골라 주세요." if step == 3 and way is None else ""


def next_text(step: int, way: PaymentWay | None, total: str, *, is_submitting: bool) -> str:
    """Return what the button to the next step says."""
    if is_submitting:
        return "결제 진행 중"
    if step < 3:
        return "계속"
    return "주문 번호 받기" if way is PaymentWay.COUNTER else f"{total} 결제하기"
