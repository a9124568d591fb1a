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
    """
    DELETE FROM product_detail WHERE NOT EXISTS
        (SELECT 1 FROM product p
         WHERE p.source = product_detail.source AND p.product_id = product_detail.product_id)
    """,
    "DELETE FROM detail_request WHERE day < :before",
)


_THIN = """
    DELETE FROM price_observation WHERE id IN (
        SELECT id FROM (
            SELECT id,
                row_number() OVER (month ORDER BY id) AS first,
                row_number() OVER (month ORDER BY id DESC) AS last,
                row_number() OVER (month ORDER BY
                    price_kind <> 'priced', coalesce(sale_price_krw, list_price_krw), id) AS low,
                row_number() OVER (month ORDER BY
                    conditional_price_krw IS NULL, conditional_price_krw, id) AS conditional_low
            FROM price_observation WHERE last_seen_at < :before
            WINDOW month AS (PARTITION BY source, product_id,
                strftime('%Y-%m', last_seen_at, 'unixepoch', '+9 hours')))
        WHERE first > 1 AND last > 1 AND low > 1 AND conditional_low > 1)
    """


def prune_catalog(connection: Connection, before: int) -> int:
    """Delete broadcasts that ended before `before` (epoch seconds) and what hangs on them."""
    count = 0
    for statement in _STATEMENTS:
        done = connection.execute(text(statement), {"before": before})
        count += max(done.rowcount, 0)
    return count


def thin_prices(connection: Connection, before: int) -> int:
    """Keep of prices last seen before `before` (epoch seconds) what a long chart needs.

    Per product and Korean month: the first, the last, the lowest, and the lowest under a condition.
    The newest of a product is always the last of its month, so what the next price is compared with
    stays.
    """
    done = connection.execute(text(_THIN), {"before": before})
    return max(done.rowcount, 0)
