"""A text file of other people: packed or not, in whichever writing of Korean."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"
_ENCODINGS = ("utf-8-sig", "cp949")
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
_BROKEN_AT_MOST = 1 / 1000


class TextFile:
    """Its writing is found by reading it once; of the two the one with fewer broken letters."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = 0
        self._file: IO[bytes] | None = None
        self._encoding: str | None = None

    @contextmanager
    def open(self) -> Iterator[IO[str]]:
        """Yield the text; InputError when the file cannot be read, then or later."""
        name = self._path.name
        try:
            if self._encoding is None:
                self._encoding = self._found_encoding()
            with self._bytes() as file:
                yield io.TextIOWrapper(file, self._encoding, errors="replace", newline="")
        except (gzip.BadGzipFile, EOFError, zlib.error) as exc:
            raise InputError(f"압축 파일이 손상됐어요: {name}") from exc
        except OSError as exc:
            raise InputError(f"파일을 열지 못했어요: {name}: {exc.strerror}") from exc
        finally:
            self._file = None

    def share(self) -> float | None:
        """Return how much of the file has been read, None when it is not open."""
        if self._file is None or self._file.closed or not self._size:
            return None
        return self._file.tell() / self._size

    @contextmanager
    def _bytes(self) -> Iterator[IO[bytes] | gzip.GzipFile]:
        self._size = self._path.stat().st_size
        with self._path.open("rb") as file:
            self._file = file
            is_packed = file.read(2) == _GZIP
            file.seek(0)
            if not is_packed:
                yield file
                return
            with gzip.open(file) as unpacked:
                yield unpacked

    def _found_encoding(self) -> str:
        broken: dict[str, float] = {}
        for encoding in _ENCODINGS:
            broken[encoding] = self._broken_share(encoding)
            if not broken[encoding]:
                break
        best = min(broken, key=lambda encoding: broken[encoding])
        if broken[best] > _BROKEN_AT_MOST:
            name = self._path.name
            raise InputError(f"글자를 읽지 못했어요. UTF-8이나 CP949로 저장해 주세요: {name}")
        return best

    def _broken_share(self, encoding: str) -> float:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        broken, letters, is_last = 0, 1, False
        with self._bytes() as file:
            while not is_last:
                chunk = file.read(_CHUNK)
                is_last = not chunk
                text = decoder.decode(chunk, final=is_last)
                broken += text.count(_UNREADABLE)
                letters += len(text)
        return broken / letters
