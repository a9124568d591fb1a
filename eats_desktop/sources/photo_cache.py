"""Photos on disk, so that a picture is asked for once; those unused for longest go first."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from eats_desktop.domain.clock import Clock

_FILL = 0.9
"""Making room goes down to this share, so that not every new photo has to make room."""


@dataclass(frozen=True, slots=True)
class CacheLimits:
    """How much is kept, and how long a photo that nobody looks at."""

    most_bytes: int = 500 << 20
    unused_for: timedelta = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class CacheSize:
    photos: int
    size_bytes: int


class PhotoCache:
    """Bodies under the hash of their address; a file's time is when it was last used.

    Thread-safe; `limits` are asked for whenever they are to be kept.
    """

    def __init__(
        self, folder: Path, clock: Clock, limits: Callable[[], CacheLimits] = CacheLimits
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._limits = limits
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
            before = path.stat().st_size if path.exists() else 0
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(body)
            draft.replace(path)
            self._use(path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink()
            return
        with self._lock:
            if self._total is None:
                self._total = self._counted().size_bytes
            else:
                self._total += len(body) - before
            if self._total > self._limits().most_bytes:
                self._total = self._make_room()

    def size(self) -> CacheSize:
        """Count what is kept, by looking."""
        return self._counted()

    def tidy(self) -> CacheSize:
        """Drop what nobody looked at for long and what is too much; return what was dropped."""
        with self._lock:
            before = self._counted()
            oldest = (self._clock.now() - self._limits().unused_for).timestamp()
            for path, facts in self._files():
                if facts.st_mtime < oldest:
                    _drop(path)
            if self._counted().size_bytes > self._limits().most_bytes:
                self._make_room()
            return self._dropped_since(before)

    def clear(self) -> CacheSize:
        """Drop all photos; return what was dropped."""
        with self._lock:
            before = self._counted()
            for path, _ in self._files():
                _drop(path)
            return self._dropped_since(before)

    def _dropped_since(self, before: CacheSize) -> CacheSize:
        kept = self._counted()
        self._total = kept.size_bytes
        return CacheSize(before.photos - kept.photos, before.size_bytes - kept.size_bytes)

    def _use(self, path: Path) -> None:
        at = self._clock.now().timestamp()
        os.utime(path, (at, at))

    def _counted(self) -> CacheSize:
        sizes = [facts.st_size for _, facts in self._files()]
        return CacheSize(len(sizes), sum(sizes))

    def _make_room(self) -> int:
        """Drop the photos unused for longest; return the bytes that stay."""
        kept = [(facts.st_mtime, facts.st_size, path) for path, facts in self._files()]
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= self._limits().most_bytes * _FILL:
                break
            if _drop(path):
                total -= size
        return total

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self._folder.rglob("*.img"):
            with contextlib.suppress(FileNotFoundError):
                yield path, path.stat()

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.encode()).hexdigest()[:32]
        return self._folder / name[:2] / f"{name}.img"


def _drop(path: Path) -> bool:
    """Delete a file; one that is open elsewhere, or on a read-only disk, stays."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
