"""What pages measured, so that a page can be held against earlier ones."""

from __future__ import annotations

from alembic import op

revision = "catalog_0002"
down_revision = "catalog_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE page_measure (
            source TEXT NOT NULL,
            subject TEXT NOT NULL,
            days_ahead INTEGER NOT NULL,
            measured_at INTEGER NOT NULL,
            size_bytes INTEGER NOT NULL,
            mistyped BOOLEAN NOT NULL,
            slots INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            holes INTEGER NOT NULL,
            agreement DOUBLE,
            PRIMARY KEY (source, subject, days_ahead, measured_at)
        )
        """
    )


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
