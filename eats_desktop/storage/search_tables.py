"""The tables of the search index in catalog.db, and of the shopper's last queries in user.db.

`search_text` (FTS5 over letters) and `search_sign` (vec0 over signs of vectors) have the rowid of
`search_document`, see 0004_search.py. It lies in a range of its own for every section, so that one
section is searched without the others.
"""

from __future__ import annotations

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eats_desktop.storage.tables import CatalogBase, UserBase

ROWS_OF_A_SECTION = 1 << 40


class SearchDocumentRow(CatalogBase):
    """`concepts` and `ingredients` are blank-separated, as foods have no blanks.

    Recipes are looked up by what they, and their dishes, are called without blanks: see the
    indexes of 0010_recipe_finding.py, which SQLAlchemy cannot describe.
    """

    __tablename__ = "search_document"
    __table_args__ = (UniqueConstraint("kind", "source", "item"),)

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    source: Mapped[str]
    item: Mapped[str]
    title: Mapped[str]
    plain: Mapped[str]
    extra: Mapped[str]
    concepts: Mapped[str]
    ingredients: Mapped[str]
    category: Mapped[str]
    amount: Mapped[float | None]
    unit: Mapped[str]
    popularity: Mapped[float]
    version: Mapped[str]
    terms: Mapped[str]


class SearchConceptRow(CatalogBase):
    """A food a document is (`is_made_of` 0) or is made of (1), for looking up by food."""

    __tablename__ = "search_concept"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's declaration

    food: Mapped[str] = mapped_column(primary_key=True)
    is_made_of: Mapped[bool] = mapped_column(primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)


class SearchTermRow(CatalogBase):
    """The vocabulary: a word of titles, its letters, and in how many documents it is."""

    __tablename__ = "search_term"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    text: Mapped[str] = mapped_column(primary_key=True)
    letters: Mapped[str]
    first_sounds: Mapped[str]
    count: Mapped[int]


class SearchVectorRow(CatalogBase):
    """A document's meaning: float32 little-endian; vec0 takes long to read single rows again."""

    __tablename__ = "search_vector"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class SearchStateRow(CatalogBase):
    """One row: how often the index changed, and which model made the vectors."""

    __tablename__ = "search_state"

    only: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    changes: Mapped[int]
    model_id: Mapped[str]


class RecentQueryRow(UserBase):
    """A query of the shopper; `plain` is what makes two the same."""

    __tablename__ = "recent_query"

    plain: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    number: Mapped[int]
