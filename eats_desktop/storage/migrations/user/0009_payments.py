"""The journal of payments: one open with a provider, a history that only grows by legal steps.

A slip that lay at the counter before gets its row; the cart line an order line came from is kept,
because with a provider the cart stays whole until the money was taken.
"""

from __future__ import annotations

from alembic import op

revision = "user_0009"
down_revision = "user_0008"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE order_line ADD COLUMN cart_line_id INTEGER",
    """
    CREATE TABLE payment (
        payment_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        order_id INTEGER NOT NULL,
        way TEXT NOT NULL,
        idempotency_key TEXT NOT NULL,
        amount_krw INTEGER NOT NULL CHECK (amount_krw > 0),
        state TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        expires_at INTEGER,
        provider_key TEXT,
        page_url TEXT,
        reason_code TEXT,
        reason TEXT NOT NULL DEFAULT '',
        inquiries INTEGER NOT NULL DEFAULT 0,
        ask_again_at INTEGER,
        confirm_sent_at INTEGER,
        turned_back BOOLEAN NOT NULL DEFAULT 0,
        charged_krw INTEGER,
        method TEXT NOT NULL DEFAULT '',
        receipt_url TEXT,
        refund_key TEXT,
        refund_sent_at INTEGER,
        UNIQUE (idempotency_key),
        FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
    )
    """,
    "CREATE INDEX ix_payment_order_id ON payment (order_id)",
    "CREATE INDEX ix_payment_state ON payment (state)",
    """
    CREATE UNIQUE INDEX ux_payment_one_open ON payment (way <> 'counter')
    WHERE way <> 'counter' AND state IN ('created', 'waiting', 'confirming', 'unknown')
    """,
    """
    CREATE UNIQUE INDEX ux_payment_one_open_of_order ON payment (order_id)
    WHERE state IN ('created', 'waiting', 'confirming', 'unknown')
    """,
    """
    CREATE TABLE payment_event (
        payment_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        at INTEGER NOT NULL,
        reason_code TEXT,
        reason TEXT NOT NULL,
        PRIMARY KEY (payment_id, number),
        FOREIGN KEY(payment_id) REFERENCES payment (payment_id)
    )
    """,
    """
    CREATE TABLE payment_step (
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        PRIMARY KEY (before, after)
    )
    """,
    """
    INSERT INTO payment_step (before, after) VALUES
        ('', 'created'), ('created', 'cancelled'), ('created', 'waiting'),
        ('waiting', 'cancelled'), ('waiting', 'confirming'), ('waiting', 'declined'),
        ('waiting', 'expired'), ('waiting', 'mismatch'), ('waiting', 'paid'),
        ('waiting', 'unknown'), ('confirming', 'cancelled'), ('confirming', 'declined'),
        ('confirming', 'expired'), ('confirming', 'mismatch'), ('confirming', 'paid'),
        ('confirming', 'unknown'), ('unknown', 'cancelled'), ('unknown', 'confirming'),
        ('unknown', 'declined'), ('unknown', 'expired'), ('unknown', 'mismatch'),
        ('unknown', 'paid'), ('unknown', 'waiting'), ('paid', 'refunded'), ('paid', 'refunding'),
        ('declined', 'paid'), ('cancelled', 'paid'), ('expired', 'paid'),
        ('mismatch', 'refunding'), ('refunding', 'paid'), ('refunding', 'refund_unknown'),
        ('refunding', 'refunded'), ('refund_unknown', 'paid'), ('refund_unknown', 'refunded'),
        ('refund_unknown', 'refunding')
    """,
    """
    INSERT INTO payment (order_id, way, idempotency_key, amount_krw, state, created_at, changed_at)
    SELECT order_id, way, lower(hex(randomblob(16))), total_krw, 'waiting', created_at, created_at
    FROM shop_order WHERE state = 'received'
    """,
    """
    INSERT INTO payment_event (payment_id, number, state, at, reason)
    SELECT payment_id, 1, 'created', created_at, '' FROM payment
    UNION ALL SELECT payment_id, 2, 'waiting', created_at, '' FROM payment
    """,
    """
    CREATE TRIGGER payment_event_takes_a_legal_step BEFORE INSERT ON payment_event
    WHEN NOT EXISTS (
        SELECT 1 FROM payment_step
        WHERE after = NEW.state AND before = coalesce(
            (SELECT state FROM payment_event WHERE payment_id = NEW.payment_id
             ORDER BY number DESC LIMIT 1), '')
    )
    BEGIN SELECT RAISE(ABORT, 'illegal payment step'); END
    """,
    """
    CREATE TRIGGER payment_event_never_changes BEFORE UPDATE ON payment_event
    BEGIN SELECT RAISE(ABORT, 'payment history only grows'); END
    """,
    """
    CREATE TRIGGER payment_event_never_goes BEFORE DELETE ON payment_event
    BEGIN SELECT RAISE(ABORT, 'payment history only grows'); END
    """,
    """
    CREATE TRIGGER payment_state_is_the_last_event BEFORE UPDATE OF state ON payment
    WHEN NEW.state <> (SELECT state FROM payment_event WHERE payment_id = NEW.payment_id
                       ORDER BY number DESC LIMIT 1)
    BEGIN SELECT RAISE(ABORT, 'payment state without its event'); END
    """,
    """
    CREATE TRIGGER payment_keeps_what_it_is BEFORE UPDATE ON payment
    WHEN NEW.order_id <> OLD.order_id OR NEW.amount_krw <> OLD.amount_krw
        OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.way <> OLD.way
    BEGIN SELECT RAISE(ABORT, 'a payment keeps its order, amount, way and key'); END
    """,
    """
    CREATE TRIGGER payment_never_goes BEFORE DELETE ON payment
    BEGIN SELECT RAISE(ABORT, 'payments stay'); END
    """,
    """
    CREATE TABLE demo_charge (
        wire_id TEXT NOT NULL PRIMARY KEY,
        amount_krw INTEGER NOT NULL,
        state TEXT NOT NULL,
        asked INTEGER NOT NULL,
        at INTEGER NOT NULL
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
