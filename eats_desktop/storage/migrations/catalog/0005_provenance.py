"""Which source gave which part of a broadcast, and to which line-up a broadcast moved."""

from __future__ import annotations

from alembic import op

revision = "catalog_0005"
down_revision = "catalog_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE broadcast ADD COLUMN moved_lineup INTEGER")
    op.execute("ALTER TABLE broadcast ADD COLUMN given TEXT DEFAULT '[]' NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
