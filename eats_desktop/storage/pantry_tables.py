"""The tables of what is at home and of the shopping list in user.db; see 0006_pantry.py."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase


class PantryItemRow(UserBase):
    """`low` and `high` are exact fractions as text, `use_by` a day; numbers are never re-used."""

    __tablename__ = "pantry_item"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy's declaration

    item_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    food: Mapped[str | None]
    low: Mapped[str | None]
    high: Mapped[str | None]
    unit: Mapped[str | None]
    use_by: Mapped[str | None]
    origin: Mapped[str]
    order_no: Mapped[str | None]
    added_at: Mapped[int]


class PantryFillRow(UserBase):
    """An order whose products were put into the pantry."""

    __tablename__ = "pantry_fill"

    order_no: Mapped[str] = mapped_column(primary_key=True)
    filled_at: Mapped[int]


class ShoppingLineRow(UserBase):
    """A line as it was put on the list; `also` is JSON of a second amount."""

    __tablename__ = "shopping_line"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    line_id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    name: Mapped[str]
    food: Mapped[str | None]
    low: Mapped[str | None]
    high: Mapped[str | None]
    unit: Mapped[str | None]
    also: Mapped[str | None]
    vague: Mapped[str | None]
    recipe_source: Mapped[str | None]
    recipe_id: Mapped[str | None]
    recipe_title: Mapped[str | None]
    is_done: Mapped[bool]
    added_at: Mapped[int]
