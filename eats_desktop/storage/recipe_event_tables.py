"""The table of what a shopper did with recipes, in user.db."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import UserBase


class RecipeEventRow(UserBase):
    """`kind` is view, cook or rate; `value` the stars of a rating, one rating per recipe."""

    __tablename__ = "recipe_event"
    __table_args__ = (
        Index("ix_recipe_event_at", "at"),
        Index(
            "ix_recipe_event_rating",
            "source",
            "recipe_id",
            unique=True,
            sqlite_where=text("kind = 'rate'"),
        ),
    )

    event_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    source: Mapped[str]
    recipe_id: Mapped[str]
    at: Mapped[int]
    value: Mapped[int | None]
