"""The first schema of catalog.db."""

from __future__ import annotations

from alembic import op

revision = "catalog_0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE broadcast (
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        ends_at INTEGER NOT NULL,
        end_kind TEXT NOT NULL,
        title TEXT,
        source TEXT NOT NULL,
        confidence TEXT NOT NULL,
        is_food BOOLEAN,
        missing_count INTEGER NOT NULL,
        first_seen_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        cancelled_at INTEGER,
        moved_to INTEGER,
        moved_from INTEGER,
        PRIMARY KEY (channel_id, starts_at, lineup)
    )
    """,
    "CREATE INDEX ix_broadcast_ends_at ON broadcast (ends_at)",
    "CREATE INDEX ix_broadcast_starts_at ON broadcast (starts_at)",
    """
    CREATE TABLE broadcast_change (
        id INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        kind TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_broadcast_change_at ON broadcast_change (at)",
    """
    CREATE TABLE broadcast_product (
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        role TEXT NOT NULL,
        position INTEGER NOT NULL,
        price_kind TEXT NOT NULL,
        list_price_krw INTEGER,
        sale_price_krw INTEGER,
        PRIMARY KEY (channel_id, starts_at, lineup, source, product_id, role)
    )
    """,
    """
    CREATE INDEX ix_broadcast_product_product
    ON broadcast_product (source, product_id, starts_at)
    """,
    """
    CREATE TABLE channel_number (
        channel_id TEXT NOT NULL,
        channel_no INTEGER NOT NULL,
        source TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (channel_id)
    )
    """,
    """
    CREATE TABLE http_validator (
        url TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        sha256 TEXT NOT NULL,
        fetched_at INTEGER NOT NULL,
        PRIMARY KEY (url)
    )
    """,
    """
    CREATE TABLE price_observation (
        id INTEGER NOT NULL,
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        channel_id TEXT,
        starts_at INTEGER,
        observed_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL,
        price_kind TEXT NOT NULL,
        list_price_krw INTEGER,
        sale_price_krw INTEGER,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_price_observation_last_seen ON price_observation (last_seen_at)",
    "CREATE INDEX ix_price_observation_product ON price_observation (source, product_id, id)",
    """
    CREATE TABLE product (
        source TEXT NOT NULL,
        product_id TEXT NOT NULL,
        market TEXT NOT NULL,
        name TEXT NOT NULL,
        raw_name TEXT NOT NULL,
        brand TEXT,
        category TEXT,
        thumbnail_url TEXT,
        product_url TEXT,
        first_seen_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        is_food BOOLEAN,
        p_food DOUBLE,
        model_version TEXT,
        price_kind TEXT NOT NULL,
        list_price_krw INTEGER,
        sale_price_krw INTEGER,
        PRIMARY KEY (source, product_id)
    )
    """,
    """
    CREATE TABLE source_page (
        source TEXT NOT NULL,
        task_key TEXT NOT NULL,
        channel_id TEXT NOT NULL,
        window_start INTEGER NOT NULL,
        window_end INTEGER NOT NULL,
        fetched_at INTEGER NOT NULL,
        PRIMARY KEY (source, task_key, channel_id, window_start)
    )
    """,
    "CREATE INDEX ix_source_page_window_end ON source_page (window_end)",
    """
    CREATE TABLE source_slot (
        source TEXT NOT NULL,
        channel_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        lineup INTEGER NOT NULL,
        ends_at INTEGER,
        end_kind TEXT NOT NULL,
        title TEXT,
        products TEXT NOT NULL,
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (source, channel_id, starts_at, lineup)
    )
    """,
    "CREATE INDEX ix_source_slot_channel ON source_slot (channel_id, starts_at)",
    """
    CREATE TABLE source_state (
        name TEXT NOT NULL,
        status TEXT,
        error_code TEXT NOT NULL,
        message TEXT NOT NULL,
        last_attempt_at INTEGER,
        last_ok_at INTEGER,
        retry_at INTEGER,
        failures_in_a_row INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        PRIMARY KEY (name)
    )
    """,
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a schema never goes back; the copy made before it does")
