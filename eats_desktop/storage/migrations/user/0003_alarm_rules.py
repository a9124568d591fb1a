"""Standing alarms, and the reminders that they own."""

from __future__ import annotations

from alembic import op

revision = "user_0003"
down_revision = "user_0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE alarm_rule (
        rule_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        plain TEXT NOT NULL,
        text TEXT NOT NULL,
        food TEXT,
        highest_price_krw INTEGER,
        channel_ids TEXT NOT NULL,
        is_on BOOLEAN NOT NULL,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (rule_id),
        UNIQUE (kind, plain)
    )
    """,
    """
    CREATE TABLE rule_reminder (
        rule_id INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        lead_minutes INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (rule_id, channel_id, starts_at, lineup, lead_minutes),
        FOREIGN KEY(rule_id) REFERENCES alarm_rule (rule_id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_rule_reminder_due_at ON rule_reminder (due_at)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
