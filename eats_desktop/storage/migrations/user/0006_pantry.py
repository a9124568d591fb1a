"""What is at home, which orders were put there, and the shopping list."""

from __future__ import annotations

from alembic import op

revision = "user_0006"
down_revision = "user_0005"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE pantry_item (
        item_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        food TEXT,
        low TEXT,
        high TEXT,
        unit TEXT,
        use_by TEXT,
        origin TEXT NOT NULL,
        order_no TEXT,
        added_at INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE pantry_fill (
        order_no TEXT NOT NULL PRIMARY KEY,
        filled_at INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE shopping_line (
        line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        name TEXT NOT NULL,
        food TEXT,
        low TEXT,
        high TEXT,
        unit TEXT,
        also TEXT,
        vague TEXT,
        recipe_source TEXT,
        recipe_id TEXT,
        recipe_title TEXT,
        is_done BOOLEAN NOT NULL,
        added_at INTEGER NOT NULL
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
