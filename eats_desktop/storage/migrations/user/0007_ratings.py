"""What the shopper did with recipes: looked, cooked, rated."""

from __future__ import annotations

from alembic import op

revision = "user_0007"
down_revision = "user_0006"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE recipe_event (
        event_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        recipe_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        value INTEGER,
        PRIMARY KEY (event_id)
    )
    """,
    "CREATE INDEX ix_recipe_event_at ON recipe_event (at)",
    """
    CREATE UNIQUE INDEX ix_recipe_event_rating ON recipe_event (source, recipe_id)
    WHERE kind = 'rate'
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
