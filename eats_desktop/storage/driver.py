"""Names the SQLite driver and knows which SQLite may lose a WAL database.

The WAL-reset bug is fixed in SQLite 3.51.3 and in the branches 3.50.7 and 3.44.6.
"""

from __future__ import annotations

import importlib
import sqlite3
from typing import Any

_FIXED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))


def has_wal_risk(version: tuple[int, ...]) -> bool:
    """Tell whether a SQLite of this version carries the WAL-reset bug."""
    branch = next((fixed for fixed in _FIXED if fixed[:2] == version[:2]), None)
    return version < branch if branch is not None else version < _FIXED[-1]


def _choose() -> tuple[Any, str]:
    try:
        return importlib.import_module("pysqlite3.dbapi2"), "pysqlite3"
    except ImportError:
        return sqlite3, "sqlite3"


sqlite_driver, driver_name = _choose()
