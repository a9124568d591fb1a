"""The table of the cart in user.db."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase


class CartLineRow(UserBase):
    """`seen_*` are the prices of one when the product was put in; see 0004_cart.py."""

    __tablename__ = "cart_line"
    __table_args__ = (UniqueConstraint("source", "product_id"), {"sqlite_autoincrement": True})

    line_id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    product_id: Mapped[str]
    market: Mapped[str]
    name: Mapped[str]
    brand: Mapped[str | None]
    quantity: Mapped[int]
    is_checked: Mapped[bool]
    seen_list_krw: Mapped[int | None]
    seen_sale_krw: Mapped[int | None]
    added_at: Mapped[int]
    recipe_source: Mapped[str | None]
    recipe_id: Mapped[str | None]
