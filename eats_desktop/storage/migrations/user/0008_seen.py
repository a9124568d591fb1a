"""Which products the shopper looked at last."""

from __future__ import annotations

from alembic import op

revision = "user_0008"
down_revision = "user_0007"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE seen_product (
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (source, product_id)
    )
    """,
    "CREATE UNIQUE INDEX ix_seen_product_number ON seen_product (number)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
