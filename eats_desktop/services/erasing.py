"""Deletes everything of a person (모두 지우기); the catalogue, which is nobody's, stays.

Files are taken away whole, so that no free page and no write-ahead log keeps a word. What a
killed program left half done is finished at the next opening.
"""

from __future__ import annotations

import logging
import shutil
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import StorageEnvironmentError
from eats_desktop.services.people import FIRST, People

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PLAN = "erasing.plan"
_OF_FIRST = ("user.db*", "backups/user-*", "keys/*")
_OF_ALL = ("images", "pages", "imports")
"""Caches show what somebody looked at, and nobody's page says whose it was."""


class Eraser:
    """Only while no container is open over the data directory."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._people = People(data_dir)
        self._plan = data_dir / _PLAN

    def erase(self, person_id: str) -> None:
        """Delete the person's files, the caches and the log; StorageEnvironmentError when not."""
        self._people.get(person_id)
        try:
            self._plan.write_text(person_id, encoding="ascii")
        except OSError as exc:
            raise StorageEnvironmentError(f"데이터 폴더에 쓸 수 없어요: {self._plan}") from exc
        self.finish()

    def finish(self) -> bool:
        """Go on with an erasure that a killed program began; False when there is none."""
        if not self._plan.is_file():
            return False
        person_id = self._plan.read_text(encoding="ascii").strip()
        for path in self._doomed(person_id):
            _remove(path)
        _close_logs()
        for path in [*(self._data_dir / "logs").glob("*.log*")]:
            _remove(path)
        if any(person.person_id == person_id for person in self._people.all()):
            self._people.forget(person_id)
        self._plan.unlink()
        return True

    def _doomed(self, person_id: str) -> Iterator[Path]:
        """The PIN goes last of the person's files: until then it guards what is left."""
        home = self._people.home(person_id)
        if person_id == FIRST:
            for pattern in _OF_FIRST:
                yield from sorted(self._data_dir.glob(pattern))
        elif home.parent == self._data_dir / "people":
            yield home
        yield from (self._data_dir / name for name in _OF_ALL)
        yield self._people.pin_file(person_id)


def _remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as exc:
        raise StorageEnvironmentError(f"지우지 못했어요: {path} ({exc.strerror})") from exc


def _close_logs() -> None:
    """Let go of the log file; the handler opens a new one with its next line."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.FileHandler):
            handler.close()
