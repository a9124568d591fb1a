"""The rows of a JSON reply one after the other: it may be larger than the memory."""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING, Any

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 16
_LARGEST_ROW = 4 << 20
_KEPT = 64
_START = re.compile(r'"row"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def json_rows(file: IO[str]) -> Iterator[Any]:
    """Yield the items of the array a document is, or of the first one named "row" in it.

    InputError when there is no such array, or where it breaks off.
    """
    rows = _Rows(file)
    rows.find()
    while True:
        row = rows.next()
        if row is None:
            return
        yield row[0]


class _Rows:
    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder()

    def find(self) -> None:
        """Go behind the bracket that opens the rows."""
        if not self._more():
            raise InputError("빈 파일이에요.")
        opening = re.match(r"\s*\[", self._text)
        if opening is not None:
            self._at = opening.end()
            return
        while (start := _START.search(self._text)) is None:
            self._text = self._text[-_KEPT:]
            if not self._more():
                raise InputError("레시피 목록이 없는 JSON 파일이에요.")
        self._at = start.end()

    def next(self) -> tuple[Any] | None:
        """Return the next row, None behind the last."""
        while True:
            self._skip()
            if self._text.startswith("]", self._at):
                return None
            try:
                row, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as exc:
                self._wait_for_more(exc)
                continue
            if end < len(self._text) or not self._more():
                self._at = end
                return (row,)

    def _skip(self) -> None:
        between = _BETWEEN.match(self._text, self._at)
        self._at = self._at if between is None else between.end()

    def _wait_for_more(self, error: json.JSONDecodeError) -> None:
        if len(self._text) - self._at > _LARGEST_ROW or not self._more():
            raise InputError(f"JSON 파일을 읽지 못했어요: {error.msg}") from error

    def _more(self) -> bool:
        chunk = self._file.read(_CHUNK)
        self._text, self._at = self._text[self._at :] + chunk, 0
        return bool(chunk)
