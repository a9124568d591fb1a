"""What the databases must be after a kill, at whatever moment it came."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

from eats_desktop.storage.copying import integrity_problem
from eats_desktop.storage.driver import sqlite_driver

_LISTED = "WHERE moved_to IS NULL OR cancelled_at IS NOT NULL"
_CONTENT = {
    "broadcast": f"""
        SELECT channel_id, starts_at, lineup, ends_at, end_kind, title, source, confidence,
               is_food, missing_count, cancelled_at IS NULL, moved_to, moved_from
        FROM broadcast {_LISTED} ORDER BY channel_id, starts_at, lineup""",
    "broadcast_product": f"""
        SELECT channel_id, starts_at, lineup, p.source, product_id, role, position, price_kind,
               list_price_krw, sale_price_krw
        FROM broadcast_product p JOIN (SELECT * FROM broadcast {_LISTED}) b
        USING (channel_id, starts_at, lineup)
        ORDER BY channel_id, starts_at, lineup, p.source, product_id, role""",
    "product": """
        SELECT source, product_id, market, name, raw_name, brand, category, thumbnail_url,
               product_url, is_food, p_food, model_version, price_kind, list_price_krw,
               sale_price_krw
        FROM product ORDER BY source, product_id""",
    "source_slot": """
        SELECT source, channel_id, starts_at, lineup, ends_at, end_kind, title, products
        FROM source_slot ORDER BY source, channel_id, starts_at, lineup""",
    "source_page": """
        SELECT source, task_key, channel_id, window_start, window_end
        FROM source_page ORDER BY source, task_key, channel_id, window_start""",
    "price_observation": """
        SELECT source, product_id, price_kind, list_price_krw, sale_price_krw
        FROM price_observation ORDER BY source, product_id, id""",
    "channel_number": "SELECT channel_id, channel_no FROM channel_number ORDER BY channel_id",
    "source_state": "SELECT name, status FROM source_state ORDER BY name",
}
"""The catalogue without the times of looking: the same whether a run was killed before or not."""

_RULES = {
    "a broadcast with other products than the source slot that owns it": """
        SELECT b.channel_id, b.starts_at FROM broadcast b
        JOIN source_slot s USING (source, channel_id, starts_at, lineup)
        WHERE b.moved_to IS NULL AND b.cancelled_at IS NULL
          AND json_array_length(s.products) != (
            SELECT count(*) FROM broadcast_product p
            WHERE p.channel_id = b.channel_id AND p.starts_at = b.starts_at
              AND p.lineup = b.lineup)""",
    "a seller's broadcast without any product": """
        SELECT b.channel_id, b.starts_at FROM broadcast b
        WHERE b.source IN ('hmall', 'hnsmall', 'nsmall') AND b.moved_to IS NULL AND NOT EXISTS (
            SELECT 1 FROM broadcast_product p
            WHERE p.channel_id = b.channel_id AND p.starts_at = b.starts_at
              AND p.lineup = b.lineup)""",
    "a product of no broadcast": """
        SELECT p.channel_id, p.starts_at, p.product_id FROM broadcast_product p
        WHERE NOT EXISTS (
            SELECT 1 FROM broadcast b
            WHERE p.channel_id = b.channel_id AND p.starts_at = b.starts_at
              AND p.lineup = b.lineup)""",
    "a product in a slot without its own row": """
        SELECT p.source, p.product_id FROM broadcast_product p
        LEFT JOIN product o USING (source, product_id) WHERE o.name IS NULL""",
    "a product whose name was not read": """
        SELECT source, product_id FROM product WHERE is_food IS NULL OR model_version IS NULL""",
    "a priced product without an observation": """
        SELECT o.source, o.product_id FROM product o
        WHERE o.price_kind IN ('priced', 'soldout') AND NOT EXISTS (
            SELECT 1 FROM price_observation x
            WHERE x.source = o.source AND x.product_id = o.product_id)""",
    "a source slot outside every window of its source": """
        SELECT s.source, s.channel_id, s.starts_at FROM source_slot s
        WHERE NOT EXISTS (
            SELECT 1 FROM source_page w
            WHERE w.source = s.source AND w.channel_id = s.channel_id
              AND s.starts_at >= w.window_start AND s.starts_at < w.window_end)""",
    "a source slot that no broadcast was settled from": """
        SELECT s.source, s.channel_id, s.starts_at FROM source_slot s
        WHERE NOT EXISTS (
            SELECT 1 FROM broadcast b
            WHERE b.channel_id = s.channel_id
              AND b.starts_at < coalesce(s.ends_at, s.starts_at + 1) + 300
              AND b.ends_at > s.starts_at - 300)""",
}
"""What no moment between two transactions shows, because one page is one transaction: its source
slots, the window it speaks for, the broadcasts settled from them, their products, the products'
own rows with their readings, and the prices."""


@contextmanager
def left_behind(data_dir):
    """Copy the data directory as the kill left it, log and all, so that looking heals nothing."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        if data_dir.is_dir():
            shutil.copytree(data_dir, copy)
        else:
            copy.mkdir()
        yield copy


def problems(data_dir):
    """Return what is broken: damaged files, dangling references, half written pages."""
    files = [data_dir / name for name in ("catalog.db", "user.db")]
    damage = [(file.name, integrity_problem(file)) for file in files if file.is_file()]
    found = [f"{name}: {problem}" for name, problem in damage if problem]
    if found or "broadcast" not in tables(data_dir / "catalog.db"):
        return found
    return [
        f"{rule}: {row}"
        for rule, sql in _RULES.items()
        for row in ask(data_dir / "catalog.db", sql)[:3]
    ]


def content(data_dir):
    return {table: ask(data_dir / "catalog.db", sql) for table, sql in _CONTENT.items()}


def differences(one, other):
    """Name the tables that differ, with some rows that only one of both has."""
    return {
        table: sorted(set(one[table]) ^ set(other[table]), key=str)[:4] or "order"
        for table in one
        if one[table] != other[table]
    }


def still_running(data_dir):
    """Tell whether a job run stands there that nobody ended."""
    if "job_run" not in tables(data_dir / "user.db"):
        return False
    sql = "SELECT count(*) FROM job_run WHERE status = 'running' AND ended_at IS NULL"
    return ask(data_dir / "user.db", sql) != [(0,)]


def stored_pages(data_dir):
    """Return which pages of which source the catalogue holds, with when they were fetched."""
    if "source_page" not in tables(data_dir / "catalog.db"):
        return set()
    sql = "SELECT DISTINCT source, task_key, fetched_at FROM source_page"
    mall = "SELECT DISTINCT source, category, max(seen_at) FROM product WHERE market = 'mall'"
    return {*ask(data_dir / "catalog.db", sql), *ask(data_dir / "catalog.db", f"{mall} GROUP BY 2")}


def belongings(data_dir):
    """Return what belongs to the shopper."""
    wishes = "SELECT kind, title, channel_id, starts_at, source, product_id FROM wish"
    return ask(data_dir / "user.db", f"{wishes} ORDER BY wish_id")


def tables(file):
    if not file.is_file():
        return set()
    return {name for (name,) in ask(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def ask(file, sql):
    with closing(sqlite_driver.connect(str(file))) as connection:
        return [tuple(row) for row in connection.execute(sql)]
