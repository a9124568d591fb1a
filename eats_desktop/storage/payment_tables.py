"""The journal of payments in user.db; see 0009_payments.py for what the file itself enforces."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase

_OPEN = "state IN ('created', 'waiting', 'confirming', 'unknown')"


class PaymentRow(UserBase):
    """`state` is that of the last event. Amount, keys and order never change."""

    __tablename__ = "payment"
    __table_args__ = (
        UniqueConstraint("idempotency_key"),
        Index("ix_payment_order_id", "order_id"),
        Index("ix_payment_state", "state"),
        Index("ux_payment_one_open_of_order", "order_id", unique=True, sqlite_where=text(_OPEN)),
        {"sqlite_autoincrement": True},
    )

    payment_id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.order_id"))
    way: Mapped[str]
    idempotency_key: Mapped[str]
    amount_krw: Mapped[int]
    state: Mapped[str]
    created_at: Mapped[int]
    changed_at: Mapped[int]
    expires_at: Mapped[int | None]
    provider_key: Mapped[str | None]
    page_url: Mapped[str | None]
    reason_code: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")
    inquiries: Mapped[int] = mapped_column(default=0)
    ask_again_at: Mapped[int | None]
    confirm_sent_at: Mapped[int | None]
    turned_back: Mapped[bool] = mapped_column(default=False)
    charged_krw: Mapped[int | None]
    method: Mapped[str] = mapped_column(default="")
    receipt_url: Mapped[str | None]
    refund_key: Mapped[str | None]
    refund_sent_at: Mapped[int | None]


class PaymentEventRow(UserBase):
    """The history: rows are added by legal steps only, never changed, never removed."""

    __tablename__ = "payment_event"

    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.payment_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    at: Mapped[int]
    reason_code: Mapped[str | None]
    reason: Mapped[str]


class PaymentStepRow(UserBase):
    """The steps a history may take, as domain.payment.NEXT_PAYMENT; `before` is "" at first."""

    __tablename__ = "payment_step"

    before: Mapped[str] = mapped_column(primary_key=True)
    after: Mapped[str] = mapped_column(primary_key=True)


class DemoChargeRow(UserBase):
    """The book of the demo way: play, not money."""

    __tablename__ = "demo_charge"

    wire_id: Mapped[str] = mapped_column(primary_key=True)
    amount_krw: Mapped[int]
    state: Mapped[str]
    asked: Mapped[int]
    at: Mapped[int]
