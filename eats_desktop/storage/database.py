"""Opens one SQLite file: pragmas, sqlite-vec, one writer, many readers, translated errors."""

from __future__ import annotations

import threading
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event

from eats_desktop.domain.errors import (
    EatsError,
    StorageCorruptError,
    StorageEnvironmentError,
    StorageFullError,
)
from eats_desktop.storage.driver import sqlite_driver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import ExceptionContext

_BUSY_MS = 5000
_READERS = 5


@dataclass(frozen=True, slots=True)
class FileRules:
    """How durable one file is: NORMAL may lose the last moment at power loss, FULL may not."""

    synchronous: str


class Database:
    """One file. `write` is BEGIN IMMEDIATE on the writer thread; `read` is query_only anywhere."""

    def __init__(self, path: Path, rules: FileRules) -> None:
        self.path = path
        self._writer = _engine(path, rules, read_only=False)
        self._reader = _engine(path, rules, read_only=True)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._reader.connect() as connection:
            yield connection

    def forbid_thread(self, thread: threading.Thread) -> None:
        """Make SQL on `thread` (the UI's) a bug; switched on in tests and with --verbose."""

        def guard(*_args: object) -> None:
            if threading.current_thread() is thread:
                raise AssertionError("SQL on the UI thread")

        event.listen(self._writer, "before_cursor_execute", guard)
        event.listen(self._reader, "before_cursor_execute", guard)

    def close(self) -> None:
        """Let SQLite keep what it learned for its plans, unless the file is full or in use."""
        with closing(self._writer.raw_connection()) as connection, suppress(sqlite_driver.Error):
            connection.cursor().execute("PRAGMA optimize")
        self.dispose()

    def dispose(self) -> None:
        """Let go of the file without a last word to it."""
        self._reader.dispose()
        self._writer.dispose()


def _engine(path: Path, rules: FileRules, *, read_only: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=sqlite_driver,
        pool_size=_READERS if read_only else 1,
        max_overflow=10 if read_only else 0,
        hide_parameters=True,  # wishes and search words must not reach the log with an error
    )
    pragmas = [
        f"busy_timeout={_BUSY_MS}",
        "journal_mode=WAL",
        f"synchronous={rules.synchronous}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        f"query_only={'ON' if read_only else 'OFF'}",
    ]
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun by the listener below
        connection.enable_load_extension(True)
        connection.load_extension(_vector_extension())
        connection.enable_load_extension(False)
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite_driver.Error as exc:
            raise translated(exc, path) from exc

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    def on_error(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite_driver.Error):
            foreseen = translated(error, path)
            if isinstance(foreseen, EatsError):
                raise foreseen from error

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    event.listen(engine, "handle_error", on_error)
    return engine


_FULL = (StorageFullError, "저장 공간이 부족해요")
_CORRUPT = (StorageCorruptError, "저장 파일이 손상됐어요")
_IN_USE = (StorageEnvironmentError, "다른 프로그램이 저장 파일을 쓰고 있어요")
_READ_ONLY = (StorageEnvironmentError, "저장 파일에 쓸 수 없어요")
_UNREACHABLE = (StorageEnvironmentError, "저장 파일을 열 수 없어요")
_FORESEEN: dict[int, tuple[type[StorageEnvironmentError], str]] = {
    sqlite_driver.SQLITE_FULL: _FULL,
    sqlite_driver.SQLITE_CORRUPT: _CORRUPT,
    sqlite_driver.SQLITE_NOTADB: _CORRUPT,
    sqlite_driver.SQLITE_BUSY: _IN_USE,
    sqlite_driver.SQLITE_LOCKED: _IN_USE,
    sqlite_driver.SQLITE_PROTOCOL: _IN_USE,
    sqlite_driver.SQLITE_READONLY: _READ_ONLY,
    sqlite_driver.SQLITE_CANTOPEN: _UNREACHABLE,
    sqlite_driver.SQLITE_IOERR: _UNREACHABLE,
}


def translated(error: Exception, path: Path) -> Exception:
    """Return the foreseen failure behind a driver error, or the error itself when it is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # an extended code holds the plain one
    if code not in _FORESEEN:
        return error
    kind, message = _FORESEEN[code]
    return kind(f"{message}: {path}")


@cache
def _vector_extension() -> str:
    """Return where sqlite-vec lies; importing the package would load numpy at every start."""
    found = find_spec("sqlite_vec")
    if found is None or not found.submodule_search_locations:
        raise StorageEnvironmentError("sqlite-vec 확장이 설치되어 있지 않아요.")
    return str(Path(found.submodule_search_locations[0]) / "vec0")
