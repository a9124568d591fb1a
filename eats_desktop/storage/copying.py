"""Copies a live SQLite file whole, and checks a file's health."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import StorageCorruptError, StorageEnvironmentError
from eats_desktop.storage.database import translated
from eats_desktop.storage.driver import sqlite_driver

if TYPE_CHECKING:
    from pathlib import Path


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy of `source` (WAL included) and verify it before it gets its name.

    Raises StorageCorruptError when the copy is damaged, StorageFullError when it does not fit,
    StorageEnvironmentError when the place cannot be written.
    """
    draft = target.with_name(target.name + ".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with (
            closing(sqlite_driver.connect(str(source))) as live,
            closing(sqlite_driver.connect(str(draft))) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        problem = integrity_problem(draft)
        if problem is not None:
            raise StorageCorruptError(f"사본이 온전하지 않아요: {problem}")
        draft.replace(target)
    except sqlite_driver.Error as exc:
        raise translated(exc, target) from exc
    except OSError as exc:
        raise StorageEnvironmentError(f"이곳에 쓸 수 없어요: {target}") from exc
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def open_read_only(path: Path) -> Any:
    return sqlite_driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def quick_problem(path: Path) -> str | None:
    """Return what a look over the pages finds wrong, None when nothing: at each start."""
    try:
        with closing(open_read_only(path)) as connection:
            rows = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite_driver.DatabaseError as exc:
        if isinstance(translated(exc, path), StorageCorruptError):
            return str(exc)
        raise translated(exc, path) from exc
    return None if rows == [("ok",)] else "; ".join(str(row[0]) for row in rows)


def integrity_problem(path: Path) -> str | None:
    """Return what is wrong with a database file, None when it is sound."""
    try:
        with closing(open_read_only(path)) as connection:
            rows = connection.execute("PRAGMA integrity_check(5)").fetchall()
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite_driver.Error as exc:
        return str(exc)
    if rows != [("ok",)]:
        return "; ".join(str(row[0]) for row in rows)
    return f"{len(broken)} broken references" if broken else None
