"""One program per data directory: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import ConflictError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE = "instance.lock"
_LOCKED_BYTE = 1 << 20
"""Windows forbids reading a locked byte, so one far behind the process number is locked."""


class InstanceLock:
    """Held until `release` or the end of the process, also a killed one; the file itself stays."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / _FILE
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take the lock and write this process's number; False when another process has it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(file):
            os.close(file)
            return False
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, str(os.getpid()).encode())
        self._file = file
        return True

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def holder(self) -> int | None:
        """Return the process number that was written last, None when there is none."""
        text = self._path.read_text(encoding="ascii") if self._path.is_file() else ""
        return int(text) if text.isdigit() else None


@contextmanager
def window_closed(data_dir: Path, what: str) -> Iterator[None]:
    """Keep every window away meanwhile; ConflictError naming `what` to do when one is open."""
    lock = InstanceLock(data_dir)
    if not lock.acquire():
        raise ConflictError(f"창이 열려 있어요. 창을 닫고 다시 {what} 주세요.")
    try:
        yield
    finally:
        lock.release()


def _lock(file: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
