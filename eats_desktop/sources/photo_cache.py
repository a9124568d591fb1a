"""Photos on disk, so that a picture is asked for once; those unused for longest go first."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from eats_desktop.domain.clock import Clock

_MOST_BYTES = 500 << 20
_FILL = 0.9
"""Making room goes down to this share, so that not every new photo has to make room."""


class PhotoCache:
    """Bodies under the hash of their address; a file's time is when it was last used."""

    def __init__(self, folder: Path, clock: Clock, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = folder
        self._clock = clock
        self._most = most_bytes
        self._lock = threading.Lock()
        self._total: int | None = None

    def get(self, url: str) -> bytes | None:
        path = self._path(url)
        try:
            body = path.read_bytes()
            self._use(path)
        except OSError:
            return None
        return body or None

    def put(self, url: str, body: bytes) -> None:
        """Keep a photo; a disk that is full or read-only costs the copy, not the picture."""
        path = self._path(url)
        draft = path.with_suffix(f".{threading.get_ident()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(body)
            draft.replace(path)
            self._use(path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            return
        with self._lock:
            self._total = self._counted() if self._total is None else self._total + len(body)
            if self._total > self._most:
                self._total = self._make_room()

    def _use(self, path: Path) -> None:
        at = self._clock.now().timestamp()
        os.utime(path, (at, at))

    def _counted(self) -> int:
        return sum(path.stat().st_size for path in self._folder.rglob("*.img"))

    def _make_room(self) -> int:
        """Drop the photos unused for longest; return the bytes that stay."""
        kept = [(facts.st_mtime, facts.st_size, path) for path, facts in self._files()]
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= self._most * _FILL:
                break
            path.unlink(missing_ok=True)
            total -= size
        return total

    def _files(self) -> list[tuple[Path, os.stat_result]]:
        return [(path, path.stat()) for path in self._folder.rglob("*.img")]

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.encode()).hexdigest()[:32]
        return self._folder / name[:2] / f"{name}.img"
