"""Imports recipe files into the library: in batches, again without harm, bad rows told."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.domain.written_recipe import BadRow
from eats_desktop.services.search_index import BATCH
from eats_desktop.sources.recipes.files import FORMATS, open_recipes

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.written_recipe import WrittenRecipe

_READING = "1"
"""Counts up when recipes are read in another way, so that a new import writes them anew."""


class LineParser(Protocol):
    def pair(self, name: str, amount: str) -> IngredientLine: ...
    def block(self, text: str) -> tuple[IngredientLine, ...]: ...
    def listing(self, text: str) -> tuple[IngredientLine, ...]: ...


class ImportStore(Protocol):
    def save(self, recipes: Sequence[FullRecipe]) -> tuple[int, int, int]: ...
    def versions(self, source: str) -> Mapping[str, str]: ...


@dataclass(slots=True)
class ImportCount:
    """Rows so far; `bad` counts those left out by reason."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    is_stopped: bool = False


class RecipeImport:
    """Runs on any thread; `write` runs one batch on the writer thread and waits for it."""

    def __init__(
        self,
        store: ImportStore,
        parser: Callable[[], LineParser],
        write: Callable[[Callable[[], tuple[int, int, int]]], tuple[int, int, int]],
    ) -> None:
        self._store = store
        self._parser = parser
        self._write = write

    def run(
        self,
        path: Path,
        form: str,
        report: Path,
        stop: threading.Event,
        progress: Callable[[ImportCount], None] = lambda _count: None,
    ) -> ImportCount:
        """Import a file; InputError when it is none of ours.

        What is there already in this version is passed over. Rows without a recipe go
        into `report` (CSV: row, id, reason).
        """
        count = ImportCount()
        if form not in FORMATS:
            raise InputError(f"모르는 형식이에요: {form} (있는 것: {', '.join(FORMATS)})")
        with (
            open_recipes(path, form) as records,
            report.open("w", encoding="utf-8-sig", newline="") as file,
        ):
            bad = csv.writer(file)
            bad.writerow(("row", "id", "reason"))
            for batch in self._batches(records, count, bad.writerow):
                new, changed, same = self._saved(batch)
                count.inserted += new
                count.updated += changed
                count.unchanged += same
                progress(count)
                if stop.is_set():
                    count.is_stopped = True
                    break
        return count

    def _saved(self, batch: Sequence[FullRecipe]) -> tuple[int, int, int]:
        return self._write(lambda: self._store.save(batch)) if batch else (0, 0, 0)

    def _batches(
        self,
        records: Iterable[WrittenRecipe | BadRow],
        count: ImportCount,
        tell: Callable[[tuple[int, str, str]], object],
    ) -> Iterator[list[FullRecipe]]:
        known: dict[str, Mapping[str, str]] = {}
        parser = self._parser()
        batch: list[FullRecipe] = []
        for at, record in enumerate(records, start=1):
            count.read = at
            if isinstance(record, BadRow):
                count.bad[record.reason] += 1
                tell((record.row, record.recipe_id or "", record.reason))
            else:
                if record.source not in known:
                    known[record.source] = self._store.versions(record.source)
                version = _version(record)
                if known[record.source].get(record.recipe_id) == version:
                    count.unchanged += 1
                else:
                    batch.append(_understood(record, parser, version))
            if at % BATCH == 0:
                yield batch
                batch = []
        yield batch


def _version(record: WrittenRecipe) -> str:
    return hashlib.sha256(f"{_READING}{record!r}".encode()).hexdigest()[:16]


def _understood(record: WrittenRecipe, parser: LineParser, version: str) -> FullRecipe:
    if record.pairs:
        lines = tuple(parser.pair(name, amount) for name, amount in record.pairs)
    else:
        read = parser.listing if record.has_commas else parser.block
        lines = read(record.ingredients)
    return FullRecipe(
        key=RecipeKey(record.source, record.recipe_id),
        title=record.title,
        dish=record.dish,
        ingredients=lines,
        steps=tuple(Step(text) for text in record.steps),
        category=record.category,
        occasion=record.occasion,
        method=record.method,
        servings=record.servings,
        minutes=record.minutes,
        difficulty=record.difficulty,
        popularity=record.popularity,
        image_url=record.image_url,
        source_url=record.source_url,
        version=version,
    )
