"""Bodies of pages last read well, so that "not modified" still gives the parser its bytes."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from pathlib import Path

_MOST_BYTES = 64 << 20


class PageCache:
    """Gzipped bodies under the hash of their address; the oldest go beyond 64 MiB."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> bytes | None:
        path = self._path(url)
        try:
            return gzip.decompress(path.read_bytes()) or None
        except (OSError, EOFError, zlib.error):
            return None

    def put(self, url: str, body: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(url)
        draft = path.with_suffix(".new")
        draft.write_bytes(gzip.compress(body, 5))
        draft.replace(path)

    def prune(self, now: datetime, keep: timedelta) -> None:
        """Drop bodies older than `keep`, then the oldest until the rest fits."""
        if not self._folder.is_dir():
            return
        kept = []
        for path in self._folder.glob("*.gz"):
            facts = path.stat()
            if now.timestamp() - facts.st_mtime > keep.total_seconds():
                path.unlink(missing_ok=True)
            else:
                kept.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= _MOST_BYTES:
                return
            path.unlink(missing_ok=True)
            total -= size

    def _path(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.gz"
