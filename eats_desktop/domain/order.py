"""Orders (주문): what was bought at which price, and the only steps its state may take."""

from __future__ import annotations

import enum
import re
import secrets
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey


class OrderState(enum.StrEnum):
    RECEIVED = "received"
    PAYMENT_REQUESTED = "payment_requested"
    PAID = "paid"
    PREPARING = "preparing"
    SHIPPING = "shipping"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUND_REQUESTED = "refund_requested"
    REFUNDED = "refunded"


NEXT: Mapping[OrderState, frozenset[OrderState]] = MappingProxyType(
    {
        OrderState.RECEIVED: frozenset({OrderState.PAYMENT_REQUESTED, OrderState.CANCELLED}),
        OrderState.PAYMENT_REQUESTED: frozenset({OrderState.PAID, OrderState.CANCELLED}),
        OrderState.PAID: frozenset({OrderState.PREPARING, OrderState.REFUND_REQUESTED}),
        OrderState.PREPARING: frozenset({OrderState.SHIPPING, OrderState.REFUND_REQUESTED}),
        OrderState.SHIPPING: frozenset({OrderState.DELIVERED, OrderState.REFUND_REQUESTED}),
        OrderState.DELIVERED: frozenset({OrderState.REFUND_REQUESTED}),
        OrderState.CANCELLED: frozenset({OrderState.REFUND_REQUESTED}),
        OrderState.REFUND_REQUESTED: frozenset({OrderState.REFUNDED}),
        OrderState.REFUNDED: frozenset(),
    }
)
"""The legal steps. A payment that succeeds after the order was cancelled is paid back."""

BOUGHT = frozenset(
    {OrderState.PAID, OrderState.PREPARING, OrderState.SHIPPING, OrderState.DELIVERED}
)
"""Paid, and neither given back nor about to be."""

STATE_WORDS: Mapping[OrderState, str] = MappingProxyType(
    {
        OrderState.RECEIVED: "주문 접수",
        OrderState.PAYMENT_REQUESTED: "결제 확인 중",
        OrderState.PAID: "결제 완료",
        OrderState.PREPARING: "상품 준비 중",
        OrderState.SHIPPING: "배송 중",
        OrderState.DELIVERED: "배송 완료",
        OrderState.CANCELLED: "주문 취소",
        OrderState.REFUND_REQUESTED: "환불 요청",
        OrderState.REFUNDED: "환불 완료",
    }
)


class Actor(enum.StrEnum):
    """Who took a step: the shopper, the shop's staff, the payment provider, the program."""

    SHOPPER = "shopper"
    STAFF = "staff"
    PROVIDER = "provider"
    SYSTEM = "system"


class PaymentWay(enum.StrEnum):
    """How an order is paid: at the counter, by Toss Payments, or in play (demo, no money)."""

    COUNTER = "counter"
    TOSS = "toss"
    DEMO = "demo"


def check_step(before: OrderState, after: OrderState) -> None:
    """Raise ConflictError for a step that the table does not have."""
    if after not in NEXT[before]:
        raise ConflictError(
            f"‘{STATE_WORDS[before]}’인 주문은 ‘{STATE_WORDS[after]}’ 상태로 바꿀 수 없어요."
        )


_NO = re.compile(r"(\d{8})-(\d{4,9})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class OrderNo:
    """The number on the slip, `20261125-0007`: the Korean day of the order and a count in it."""

    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.day:%Y%m%d}-{self.number:04}"

    @classmethod
    def parse(cls, text: str) -> OrderNo:
        """Read the text form; raise InputError when it is not one."""
        match = _NO.fullmatch(text.strip())
        if match is None or int(match[2]) == 0:
            raise InputError(f"주문 번호 형식이 아니에요 (예: 20261125-0007): {text}")
        try:
            day = date.fromisoformat(match[1])
        except ValueError as exc:
            raise InputError(f"주문 번호의 날짜가 맞지 않아요: {text}") from exc
        return cls(day, int(match[2]))


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A product at the price per piece that was agreed; `list_krw` is None when not known."""

    product: ProductKey
    name: str
    brand: str | None
    quantity: int
    unit_krw: int
    list_krw: int | None = None
    recipe: RecipeKey | None = None

    @property
    def sum_krw(self) -> int:
        return self.unit_krw * self.quantity


def title_of(first: str, lines: int) -> str:
    """Write the name of the first product and how many more lines there are."""
    return f"{first} 외 {lines - 1}개" if lines > 1 else first


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """One step of the history; `number` counts from 1 and alone decides what came last."""

    number: int
    state: OrderState
    at: datetime
    actor: Actor
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """`events` is never empty; `request_key` is the same for every try of one wish to order."""

    order_no: OrderNo
    request_key: str
    way: PaymentWay
    created_at: datetime
    lines: tuple[OrderLine, ...]
    events: tuple[OrderEvent, ...]

    @property
    def state(self) -> OrderState:
        return self.events[-1].state

    @property
    def total_krw(self) -> int:
        return sum(line.sum_krw for line in self.lines)

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def can_be_cancelled(self) -> bool:
        return OrderState.CANCELLED in NEXT[self.state]

    @property
    def title(self) -> str:
        """The first product and how many more, e.g. "제주 은갈치 외 2개"."""
        return title_of(self.lines[0].name, len(self.lines))


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """What to order; `cart_lines` are the numbers of the cart lines, as `lines` stand.

    `idempotency_key` is random, of the one payment this order is made with.
    """

    request_key: str
    way: PaymentWay
    lines: tuple[OrderLine, ...]
    cart_lines: tuple[int, ...]
    idempotency_key: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def total_krw(self) -> int:
        return sum(line.sum_krw for line in self.lines)


@dataclass(frozen=True, slots=True)
class PaidLine:
    """A line of an order that was paid at `paid_at` and neither cancelled nor given back."""

    order_no: OrderNo
    line: OrderLine
    paid_at: datetime
