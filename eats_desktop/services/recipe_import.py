"""Imports recipes into the library: in batches, again without harm, bad rows told."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.domain.written_recipe import BadRow
from eats_desktop.services.search_index import BATCH

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.written_recipe import WrittenRecipe
    from eats_desktop.services.import_report import ImportReport

_READING = "2"
"""Counts up when recipes are read in another way, so that a new import writes them anew."""


class LineParser(Protocol):
    def pair(self, name: str, amount: str, group: str | None = None) -> IngredientLine: ...
    def block(self, text: str) -> tuple[IngredientLine, ...]: ...
    def listing(self, text: str) -> tuple[IngredientLine, ...]: ...


class ImportStore(Protocol):
    def save(self, recipes: Sequence[FullRecipe]) -> tuple[int, int, int]: ...
    def versions(self, source: str) -> Mapping[str, str]: ...
    def find(self, key: RecipeKey) -> FullRecipe | None: ...


class RecipeOrigin(Protocol):
    """A file, a page, a service: `share` tells how much of it has been read, None when unknown."""

    @property
    def name(self) -> str: ...
    def records(self) -> Generator[WrittenRecipe | BadRow, None, None]: ...
    def share(self) -> float | None: ...


@dataclass(slots=True)
class ImportCount:
    """Rows so far; `bad` counts those left out by reason."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    share: float | None = None
    is_stopped: bool = False


class RecipeImport:
    """Runs on any thread; `write` runs one batch on the writer thread and waits for it."""

    def __init__(
        self,
        store: ImportStore,
        parser: Callable[[], LineParser],
        reading: Callable[[], str],
        write: Callable[[Callable[[], tuple[int, int, int]]], tuple[int, int, int]],
    ) -> None:
        self._store = store
        self._parser = parser
        self._reading = reading
        self._write = write

    def run(
        self,
        origin: RecipeOrigin,
        report: ImportReport,
        stop: threading.Event,
        progress: Callable[[ImportCount], None] = lambda _count: None,
        count: ImportCount | None = None,
    ) -> ImportCount:
        """Import what an origin has; EatsError where it cannot be read, with all before it kept.

        What is there already in this version is passed over, so that a stopped import goes on
        when it is run again. After `stop` the batch at hand is still written. `count` is filled
        as it runs, so that a failure can be told with how far it got.
        """
        count = count or ImportCount()
        reader = _Reader(self._parser(), self._reading())
        batches = _Batches(origin, self._store, reader, report, count)
        with closing(origin.records()) as records:
            for batch in batches.of(records):
                new, changed, same = self._saved(batch)
                count.inserted += new
                count.updated += changed
                count.unchanged += same
                count.share = count.share if (share := origin.share()) is None else share
                progress(count)
                if stop.is_set():
                    count.is_stopped = True
                    break
        return count

    def _saved(self, batch: Sequence[FullRecipe]) -> tuple[int, int, int]:
        return self._write(lambda: self._store.save(batch)) if batch else (0, 0, 0)


class _Reader:
    """Makes recipes of what is written."""

    def __init__(self, parser: LineParser, reading: str) -> None:
        self._parser = parser
        self._reading = reading

    def understood(self, record: WrittenRecipe, version: str) -> FullRecipe:
        return FullRecipe(
            key=RecipeKey(record.source, record.recipe_id),
            title=record.title,
            dish=record.dish,
            ingredients=self._lines(record),
            steps=tuple(Step(text) for text in record.steps),
            tips=record.tips,
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
            reading=self._reading,
        )

    def _lines(self, record: WrittenRecipe) -> tuple[IngredientLine, ...]:
        if record.pairs:
            groups = record.groups or (None,) * len(record.pairs)
            pairs = zip(record.pairs, groups, strict=True)
            return tuple(self._parser.pair(*pair, group) for pair, group in pairs)
        read = self._parser.listing if record.has_commas else self._parser.block
        return read(record.ingredients)


class _Batches:
    def __init__(
        self,
        origin: RecipeOrigin,
        store: ImportStore,
        reader: _Reader,
        report: ImportReport,
        count: ImportCount,
    ) -> None:
        self._name = origin.name
        self._store = store
        self._reader = reader
        self._report = report
        self._count = count
        self._known: dict[str, Mapping[str, str]] = {}
        self._seen: set[RecipeKey] = set()

    def of(self, records: Iterator[WrittenRecipe | BadRow]) -> Iterator[list[FullRecipe]]:
        """Yield the recipes to write, also those before the row that cannot be read."""
        batch: list[FullRecipe] = []
        try:
            for at, record in enumerate(records, start=1):
                self._count.read = at
                if isinstance(record, BadRow):
                    self._tell(record)
                elif (recipe := self._new(at, record)) is not None:
                    batch.append(recipe)
                if at % BATCH == 0:
                    yield batch
                    batch = []
        except EatsError:
            yield batch
            raise
        yield batch

    def _tell(self, bad: BadRow) -> None:
        self._count.bad[bad.reason] += 1
        self._report.tell(self._name, bad)

    def _new(self, at: int, record: WrittenRecipe) -> FullRecipe | None:
        """Return the recipe to write, None when it is there already or came before."""
        key, version = RecipeKey(record.source, record.recipe_id), _version(record)
        if key in self._seen:
            self._tell(BadRow(at, record.recipe_id, "앞에 나온 레시피와 번호가 같아요"))
            return None
        self._seen.add(key)
        if key.source not in self._known:
            self._known[key.source] = self._store.versions(key.source)
        known = self._known[key.source].get(key.recipe_id)
        if known == version:
            self._count.unchanged += 1
            return None
        recipe = self._reader.understood(record, version)
        stored = None if known is None else self._store.find(key)
        return recipe if stored is None else self._completed(recipe, stored)

    def _completed(self, recipe: FullRecipe, stored: FullRecipe) -> FullRecipe | None:
        """Keep what a poorer file of the same source does not have; None when nothing is new."""
        whole = replace(
            recipe,
            steps=recipe.steps or stored.steps,
            tips=recipe.tips or stored.tips,
            image_url=recipe.image_url or stored.image_url,
        )
        same = replace(whole, version=stored.version, reading=stored.reading) == stored
        if whole == recipe or not same:
            return whole
        self._count.unchanged += 1
        return None


def _version(record: WrittenRecipe) -> str:
    return hashlib.sha256(f"{_READING}{record!r}".encode()).hexdigest()[:16]
