"""The first schema of user.db."""

from __future__ import annotations

from alembic import op

revision = "user_0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE inbox (
        item_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        target TEXT NOT NULL,
        dedupe_key TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        read_at INTEGER,
        PRIMARY KEY (item_id),
        UNIQUE (dedupe_key)
    )
    """,
    "CREATE INDEX ix_inbox_created_at ON inbox (created_at)",
    """
    CREATE TABLE job_run (
        run_id INTEGER NOT NULL,
        job TEXT NOT NULL,
        "trigger" TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        counts TEXT NOT NULL,
        due_at INTEGER,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        PRIMARY KEY (run_id)
    )
    """,
    "CREATE INDEX ix_job_run_job ON job_run (job, status, ended_at)",
    """
    CREATE TABLE wish (
        wish_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        alarm_on BOOLEAN NOT NULL,
        channel_id TEXT,
        starts_at INTEGER,
        lineup INTEGER,
        source TEXT,
        product_id TEXT,
        headline_source TEXT,
        headline_id TEXT,
        PRIMARY KEY (wish_id),
        UNIQUE (channel_id, starts_at, lineup),
        UNIQUE (source, product_id)
    )
    """,
    """
    CREATE TABLE reminder (
        wish_id INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        lead_minutes INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (wish_id, channel_id, starts_at, lineup, lead_minutes),
        FOREIGN KEY(wish_id) REFERENCES wish (wish_id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_reminder_due_at ON reminder (due_at)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
