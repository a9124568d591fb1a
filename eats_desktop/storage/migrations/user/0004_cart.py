"""The cart; numbers of lines are never dealt twice, so that an old one orders nothing else."""

from __future__ import annotations

from alembic import op

revision = "user_0004"
down_revision = "user_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE cart_line (
            line_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            product_id TEXT NOT NULL,
            market TEXT NOT NULL,
            name TEXT NOT NULL,
            brand TEXT,
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10),
            is_checked BOOLEAN NOT NULL,
            seen_list_krw INTEGER CHECK (seen_list_krw > 0),
            seen_sale_krw INTEGER CHECK (seen_sale_krw > 0),
            added_at INTEGER NOT NULL,
            recipe_source TEXT,
            recipe_id TEXT,
            UNIQUE (source, product_id)
        )
        """
    )


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
