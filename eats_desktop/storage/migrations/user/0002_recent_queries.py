"""What the shopper searched for last."""

from __future__ import annotations

from alembic import op

revision = "user_0002"
down_revision = "user_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE recent_query (
            plain TEXT NOT NULL,
            text TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (plain)
        )
        """
    )


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
