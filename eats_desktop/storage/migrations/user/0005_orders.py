"""Orders, what was ordered, and a history that only grows by the steps of `order_step`."""

from __future__ import annotations

from alembic import op

revision = "user_0005"
down_revision = "user_0004"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE shop_order (
        order_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        request_key TEXT NOT NULL,
        way TEXT NOT NULL,
        total_krw INTEGER NOT NULL CHECK (total_krw > 0),
        state TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        paid_at INTEGER,
        UNIQUE (day, number),
        UNIQUE (request_key)
    )
    """,
    "CREATE INDEX ix_shop_order_created_at ON shop_order (created_at)",
    "CREATE INDEX ix_shop_order_paid_at ON shop_order (paid_at)",
    """
    CREATE TABLE order_line (
        order_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        name TEXT NOT NULL,
        brand TEXT,
        quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10),
        list_krw INTEGER CHECK (list_krw > 0),
        unit_krw INTEGER NOT NULL CHECK (unit_krw > 0),
        recipe_source TEXT,
        recipe_id TEXT,
        PRIMARY KEY (order_id, position),
        FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
    )
    """,
    """
    CREATE TABLE order_event (
        order_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (order_id, number),
        FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
    )
    """,
    """
    CREATE TABLE order_step (
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        PRIMARY KEY (before, after)
    )
    """,
    """
    INSERT INTO order_step (before, after) VALUES
        ('', 'received'),
        ('received', 'payment_requested'), ('received', 'cancelled'),
        ('payment_requested', 'paid'), ('payment_requested', 'cancelled'),
        ('paid', 'preparing'), ('paid', 'refund_requested'),
        ('preparing', 'shipping'), ('preparing', 'refund_requested'),
        ('shipping', 'delivered'), ('shipping', 'refund_requested'),
        ('delivered', 'refund_requested'),
        ('cancelled', 'refund_requested'),
        ('refund_requested', 'refunded')
    """,
    """
    CREATE TRIGGER order_event_takes_a_legal_step BEFORE INSERT ON order_event
    WHEN NOT EXISTS (
        SELECT 1 FROM order_step
        WHERE after = NEW.state AND before = coalesce(
            (SELECT state FROM order_event WHERE order_id = NEW.order_id
             ORDER BY number DESC LIMIT 1), '')
    )
    BEGIN SELECT RAISE(ABORT, 'illegal order step'); END
    """,
    """
    CREATE TRIGGER order_event_never_changes BEFORE UPDATE ON order_event
    BEGIN SELECT RAISE(ABORT, 'order history only grows'); END
    """,
    """
    CREATE TRIGGER order_event_never_goes BEFORE DELETE ON order_event
    BEGIN SELECT RAISE(ABORT, 'order history only grows'); END
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
