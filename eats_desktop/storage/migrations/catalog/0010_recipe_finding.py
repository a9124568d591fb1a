"""What finding recipes reads quickly: their facets, whole names, and whether any has changed."""

from __future__ import annotations

from alembic import op

revision = "catalog_0010"
down_revision = "catalog_0009"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE recipe_state (
        only INTEGER NOT NULL,
        changes INTEGER NOT NULL,
        PRIMARY KEY (only)
    )
    """,
    "INSERT INTO recipe_state VALUES (1, 0)",
    """
    CREATE TRIGGER recipe_inserted AFTER INSERT ON recipe
    BEGIN UPDATE recipe_state SET changes = changes + 1; END
    """,
    """
    CREATE TRIGGER recipe_updated AFTER UPDATE ON recipe
    BEGIN UPDATE recipe_state SET changes = changes + 1; END
    """,
    """
    CREATE TRIGGER recipe_deleted AFTER DELETE ON recipe
    BEGIN UPDATE recipe_state SET changes = changes + 1; END
    """,
    """
    CREATE INDEX ix_recipe_facets ON recipe (
        source, recipe_id, popularity, minutes, servings, category, occasion, method, difficulty
    )
    """,
    """
    CREATE INDEX ix_search_document_name ON search_document (replace(plain, ' ', ''))
    WHERE kind = 'recipe'
    """,
    """
    CREATE INDEX ix_search_document_dish ON search_document (replace(extra, ' ', ''))
    WHERE kind = 'recipe'
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
