"""The rows an import left out, written down so that somebody can mend them."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Any

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from eats_desktop.domain.written_recipe import BadRow


class ImportReport:
    """A CSV file of file, row, id and reason; it is made when the first row is told."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._table: Any = None

    @property
    def path(self) -> Path | None:
        """Where the report is, None when there was nothing to tell."""
        return None if self._file is None else self._path

    def tell(self, file: str, bad: BadRow) -> None:
        """Write one row; InputError when the report cannot be written."""
        try:
            if self._file is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = self._path.open("w", encoding="utf-8-sig", newline="")
                self._table = csv.writer(self._file)
                self._table.writerow(("file", "row", "id", "reason"))
            self._table.writerow((file, bad.row, bad.recipe_id or "", bad.reason))
        except OSError as exc:
            raise InputError(f"빠진 줄을 적지 못했어요: {self._path}: {exc.strerror}") from exc

    def __enter__(self) -> ImportReport:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()
