"""One import of recipes at a time, as a window asks for it: files, a page, the public service."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import ConflictError, EatsError
from eats_desktop.services.import_report import ImportReport
from eats_desktop.services.recipe_import import ImportCount

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.services.recipe_import import RecipeImport, RecipeOrigin


@dataclass(frozen=True, slots=True)
class ImportAsk:
    """Paths and addresses, or the whole public service."""

    places: tuple[str, ...] = ()
    service: bool = False


@dataclass(frozen=True, slots=True)
class ImportStep:
    """How far it is: `share` from 0 to 1, None when nobody knows; `is_indexing` comes last."""

    name: str
    read: int
    share: float | None
    is_indexing: bool = False


@dataclass(frozen=True, slots=True)
class ImportDone:
    """Rows of all places together; `report` is where the left out rows are written."""

    read: int
    inserted: int
    updated: int
    unchanged: int
    bad: int
    report: Path | None
    is_stopped: bool
    error: EatsError | None


class Origins(Protocol):
    def of(
        self, places: Sequence[str], form: str = ..., *, service: bool = ...
    ) -> tuple[RecipeOrigin, ...]: ...


class RecipeImporting:
    """`run` is for a job's thread and ends early after `cancel`; after `close` at once."""

    def __init__(
        self,
        origins: Callable[[], Origins],
        importer: Callable[[], RecipeImport],
        keep_up: Callable[[threading.Event], None],
        reports: Path,
    ) -> None:
        self._origins = origins
        self._importer = importer
        self._keep_up = keep_up
        self._reports = reports
        self._busy = threading.Lock()
        self._stop = threading.Event()
        self._closed = False

    def cancel(self) -> None:
        self._stop.set()

    def close(self) -> None:
        self._closed = True
        self._stop.set()

    def run(self, ask: ImportAsk, progress: Callable[[ImportStep], None]) -> ImportDone:
        """Import and bring the search up; EatsError for places that are none, ConflictError
        while another import runs. What was imported before a failure or a stop is kept."""
        if not self._busy.acquire(blocking=False):
            raise ConflictError("레시피를 이미 가져오고 있어요.")
        try:
            self._stop.clear()
            if self._closed:
                self._stop.set()
            return self._run(ask, progress)
        finally:
            self._busy.release()

    def _run(self, ask: ImportAsk, progress: Callable[[ImportStep], None]) -> ImportDone:
        origins = self._origins().of(ask.places, service=ask.service)
        counts: list[ImportCount] = []
        error: EatsError | None = None
        with ImportReport(self._reports / f"{Path(origins[0].name).name}.report.csv") as report:
            for origin in origins:
                if self._stop.is_set() or error is not None:
                    break
                counts.append(ImportCount())
                error = self._one(origin, report, progress, counts[-1])
            told = report.path
        progress(ImportStep("", sum(count.read for count in counts), None, is_indexing=True))
        self._keep_up(self._stop)
        return _done(counts, told, error, is_stopped=self._stop.is_set())

    def _one(
        self,
        origin: RecipeOrigin,
        report: ImportReport,
        progress: Callable[[ImportStep], None],
        count: ImportCount,
    ) -> EatsError | None:
        name = Path(origin.name).name

        def tell(so_far: ImportCount) -> None:
            progress(ImportStep(name, so_far.read, so_far.share))

        try:
            self._importer().run(origin, report, self._stop, tell, count)
        except EatsError as failed:
            return failed
        return None


def _done(
    counts: Sequence[ImportCount],
    report: Path | None,
    error: EatsError | None,
    *,
    is_stopped: bool,
) -> ImportDone:
    return ImportDone(
        read=sum(count.read for count in counts),
        inserted=sum(count.inserted for count in counts),
        updated=sum(count.updated for count in counts),
        unchanged=sum(count.unchanged for count in counts),
        bad=sum(sum(count.bad.values()) for count in counts),
        report=report,
        is_stopped=is_stopped,
        error=error,
    )
