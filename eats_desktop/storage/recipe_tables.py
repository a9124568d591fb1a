"""The tables of recipes in catalog.db; see 0009_recipes.py."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import CatalogBase


class RecipeRow(CatalogBase):
    """`steps` and `tips` are JSON; `version` tells one content of a recipe from another.

    `reading` is what read its lines, NULL where they are not read again (shipped recipes).
    """

    __tablename__ = "recipe"
    __table_args__ = (
        UniqueConstraint("source", "recipe_id"),
        Index("ix_recipe_reading", "reading"),
        Index(
            "ix_recipe_facets",
            "source", "recipe_id", "popularity", "minutes", "servings",
            "category", "occasion", "method", "difficulty",
        ),
    )  # fmt: skip

    row: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    recipe_id: Mapped[str]
    title: Mapped[str]
    dish: Mapped[str]
    category: Mapped[str | None]
    occasion: Mapped[str | None]
    method: Mapped[str | None]
    servings: Mapped[int | None]
    minutes: Mapped[int | None]
    difficulty: Mapped[str | None]
    popularity: Mapped[int]
    image_url: Mapped[str | None]
    source_url: Mapped[str | None]
    steps: Mapped[str]
    tips: Mapped[str]
    version: Mapped[str]
    reading: Mapped[str | None]


class RecipeLineRow(CatalogBase):
    """Numbers are fractions as text (1/2); `also` is JSON of low, high, unit; `forms` of words."""

    __tablename__ = "recipe_line"
    __table_args__ = (
        Index("ix_recipe_line_food", "food", "row"),
        {"sqlite_with_rowid": False},
    )

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    name: Mapped[str]
    food: Mapped[str | None]
    low: Mapped[str | None]
    high: Mapped[str | None]
    unit: Mapped[str | None]
    also: Mapped[str | None]
    vague: Mapped[str | None]
    note: Mapped[str | None]
    forms: Mapped[str]
    heading: Mapped[str | None]
    amount_at: Mapped[int | None]


class RecipeStateRow(CatalogBase):
    """One row: how often a recipe was inserted, updated or deleted; triggers count."""

    __tablename__ = "recipe_state"

    only: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    changes: Mapped[int]
