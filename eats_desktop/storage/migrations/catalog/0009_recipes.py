"""Recipes with their ingredient lines; a line points at the row of its recipe in this file."""

from __future__ import annotations

from alembic import op

revision = "catalog_0009"
down_revision = "catalog_0008"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE recipe (
        "row" INTEGER NOT NULL,
        source TEXT NOT NULL,
        recipe_id TEXT NOT NULL,
        title TEXT NOT NULL,
        dish TEXT NOT NULL,
        category TEXT,
        occasion TEXT,
        method TEXT,
        servings INTEGER,
        minutes INTEGER,
        difficulty TEXT,
        popularity INTEGER NOT NULL,
        image_url TEXT,
        source_url TEXT,
        steps TEXT NOT NULL,
        tips TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY ("row"),
        UNIQUE (source, recipe_id)
    )
    """,
    """
    CREATE TABLE recipe_line (
        "row" INTEGER NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        name TEXT NOT NULL,
        food TEXT,
        low TEXT,
        high TEXT,
        unit TEXT,
        also TEXT,
        vague TEXT,
        note TEXT,
        forms TEXT NOT NULL,
        heading TEXT,
        PRIMARY KEY ("row", position)
    ) WITHOUT ROWID
    """,
    'CREATE INDEX ix_recipe_line_food ON recipe_line (food, "row")',
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
