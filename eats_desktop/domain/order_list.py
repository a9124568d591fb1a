"""The list of orders: of each what a line says, a window of them at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.order import title_of

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.order import OrderNo, OrderState


@dataclass(frozen=True, slots=True)
class OrderHead:
    """An order without its lines; `paid_at` is None when it was never paid."""

    order_no: OrderNo
    state: OrderState
    created_at: datetime
    paid_at: datetime | None
    total_krw: int
    first_name: str
    lines: int
    pieces: int

    @property
    def title(self) -> str:
        return title_of(self.first_name, self.lines)


@dataclass(frozen=True, slots=True)
class OrderWindow:
    """`heads` are the orders from `offset` on, the newest first, of `total` in all."""

    heads: tuple[OrderHead, ...]
    offset: int
    total: int
