"""Ends a program between two transactions of user.db, or lets one of them meet a full disk."""

from __future__ import annotations

import enum
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from eats_desktop.domain.errors import StorageFullError
from eats_desktop.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


class Crash(BaseException):
    """The program ends here: nothing above catches it, nothing is said any more."""


class End(enum.Enum):
    BEFORE_COMMIT = enum.auto()
    AFTER_COMMIT = enum.auto()
    DISK_FULL = enum.auto()


class Crasher:
    """Active inside `installed`: the n-th write to user.db from `arm` on ends as it says."""

    def __init__(self) -> None:
        self._left = 0
        self._end: End | None = None
        self.crashes = 0
        self.full = 0

    def arm(self, writes: int, end: End) -> None:
        self._left, self._end = writes, end

    def disarm(self) -> None:
        self._end = None

    @contextmanager
    def installed(self) -> Iterator[None]:
        original = Database.write
        crasher = self

        @contextmanager
        def write(database: Database) -> Iterator[Connection]:
            end = crasher._due(database)
            with original(database) as connection:
                yield connection
                crasher._before_commit(end)
            if end is End.AFTER_COMMIT:
                crasher.crashes += 1
                raise Crash

        with patch.object(Database, "write", write):
            yield

    def _due(self, database: Database) -> End | None:
        if self._end is None or database.path.name != "user.db":
            return None
        self._left -= 1
        if self._left > 0:
            return None
        end, self._end = self._end, None
        return end

    def _before_commit(self, end: End | None) -> None:
        if end is End.BEFORE_COMMIT:
            self.crashes += 1
            raise Crash
        if end is End.DISK_FULL:
            self.full += 1
            raise StorageFullError("저장 공간이 부족해요: user.db")
