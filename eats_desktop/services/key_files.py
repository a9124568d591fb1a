"""Keys of public services: from the environment, else from a file only its owner may read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from eats_desktop.domain.errors import StorageEnvironmentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_OWNER_ONLY = 0o600


class KeyFiles:
    """A key is neither a setting nor in a backup: it stays out of what is shown or sent."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment

    def get(self, name: str) -> str | None:
        """Return EATS_<NAME>_KEY or what was put, None when there is neither."""
        given = self._environment.get(f"EATS_{name.upper()}_KEY", "").strip()
        path = self._folder / name
        try:
            return given or (path.read_text(encoding="utf-8").strip() or None)
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as exc:
            raise StorageEnvironmentError(f"키 파일을 읽을 수 없어요: {path}") from exc

    def put(self, name: str, key: str) -> None:
        """Keep a key in place of the last one; an empty one forgets it."""
        path = self._folder / name
        try:
            path.unlink(missing_ok=True)
            if key.strip():
                self._folder.mkdir(parents=True, exist_ok=True)
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(key.strip())
        except OSError as exc:
            raise StorageEnvironmentError(f"키 파일을 쓸 수 없어요: {path}") from exc
