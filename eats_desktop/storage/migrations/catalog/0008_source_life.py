"""Failed cycles of a source, and since when and for which addresses it is paused."""

from __future__ import annotations

from alembic import op

revision = "catalog_0008"
down_revision = "catalog_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE source_state ADD COLUMN failed_cycles INTEGER DEFAULT '0' NOT NULL")
    op.execute("ALTER TABLE source_state ADD COLUMN paused_at INTEGER")
    op.execute("ALTER TABLE source_state ADD COLUMN paused_for TEXT DEFAULT '' NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
