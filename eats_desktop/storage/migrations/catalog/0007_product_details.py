"""What sellers' product pages say (facts, pictures, delivery), and how often they were asked."""

from __future__ import annotations

from alembic import op

revision = "catalog_0007"
down_revision = "catalog_0006"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE product_detail (
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        fetched_at INTEGER,
        is_ended BOOLEAN NOT NULL,
        image_urls TEXT NOT NULL,
        facts TEXT NOT NULL,
        delivery TEXT,
        delivery_fee_krw INTEGER,
        price_kind TEXT NOT NULL,
        list_price_krw INTEGER,
        sale_price_krw INTEGER,
        rating DOUBLE,
        review_count INTEGER,
        seller TEXT,
        PRIMARY KEY (source, product_id)
    )
    """,
    """
    CREATE TABLE detail_request (
        day INTEGER NOT NULL,
        source TEXT NOT NULL,
        asked INTEGER NOT NULL,
        failed INTEGER NOT NULL,
        last_good_at INTEGER,
        PRIMARY KEY (day, source)
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
