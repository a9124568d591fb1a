"""The tables of orders in user.db; see 0005_orders.py for what the file itself enforces."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase


class OrderRow(UserBase):
    """`day` is the Korean day (YYYY-MM-DD), `number` a count in it; `state` that of the last
    event, `paid_at` the moment of the PAID one."""

    __tablename__ = "shop_order"
    __table_args__ = (
        UniqueConstraint("day", "number"),
        UniqueConstraint("request_key"),
        Index("ix_shop_order_created_at", "created_at"),
        Index("ix_shop_order_paid_at", "paid_at"),
        {"sqlite_autoincrement": True},
    )

    order_id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str]
    number: Mapped[int]
    request_key: Mapped[str]
    way: Mapped[str]
    total_krw: Mapped[int]
    state: Mapped[str]
    created_at: Mapped[int]
    paid_at: Mapped[int | None]


class OrderLineRow(UserBase):
    """`cart_line_id` is the number of the cart line it was ordered from."""

    __tablename__ = "order_line"

    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.order_id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    product_id: Mapped[str]
    name: Mapped[str]
    brand: Mapped[str | None]
    quantity: Mapped[int]
    list_krw: Mapped[int | None]
    unit_krw: Mapped[int]
    recipe_source: Mapped[str | None]
    recipe_id: Mapped[str | None]
    cart_line_id: Mapped[int | None]


class OrderEventRow(UserBase):
    """The history: rows are added by legal steps only, never changed, never removed."""

    __tablename__ = "order_event"

    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.order_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    at: Mapped[int]
    actor: Mapped[str]
    reason: Mapped[str]


class OrderStepRow(UserBase):
    """The steps a history may take, as domain.order.NEXT; `before` is "" for the first."""

    __tablename__ = "order_step"

    before: Mapped[str] = mapped_column(primary_key=True)
    after: Mapped[str] = mapped_column(primary_key=True)
