"""Forgets what is older than the kept history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STATEMENTS = (
    """
    DELETE FROM broadcast_product WHERE (channel_id, starts_at, lineup) IN
        (SELECT channel_id, starts_at, lineup FROM broadcast WHERE ends_at < :before)
    """,
    "DELETE FROM broadcast WHERE ends_at < :before",
    "DELETE FROM price_observation WHERE last_seen_at < :before",
    "DELETE FROM broadcast_change WHERE at < :before",
    "DELETE FROM source_slot WHERE starts_at < :before",
    "DELETE FROM source_page WHERE window_end < :before",
    "DELETE FROM page_measure WHERE measured_at < :before",
    """
    DELETE FROM product WHERE seen_at < :before AND NOT EXISTS
        (SELECT 1 FROM broadcast_product s
         WHERE s.source = product.source AND s.product_id = product.product_id)
    """,
)


def prune_catalog(connection: Connection, before: int) -> int:
    """Delete broadcasts that ended before `before` (epoch seconds) and what hangs on them."""
    count = 0
    for statement in _STATEMENTS:
        done = connection.execute(text(statement), {"before": before})
        count += max(done.rowcount, 0)
    return count
