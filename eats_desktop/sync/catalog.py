"""What a synchronisation needs from the catalogue and from the food classifier."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.listing import ProductListing, SlotListing, Window
    from eats_desktop.domain.page_measure import PageMeasure, PageTopic
    from eats_desktop.domain.reconciliation import SlotChange, SourceSlot, StoredSlot
    from eats_desktop.domain.schedule import ProductKey


class MallCounts(Protocol):
    @property
    def inserted(self) -> int: ...

    @property
    def updated(self) -> int: ...

    @property
    def unchanged(self) -> int: ...


class CatalogTransaction(Protocol):
    """The catalogue inside one write transaction; implemented in storage."""

    def replace_listing(
        self,
        source: str,
        task_key: str,
        windows: Sequence[Window],
        slots: Sequence[SlotListing],
        at: datetime,
    ) -> None: ...

    def touch_listing(self, source: str, task_key: str, at: datetime) -> tuple[Window, ...]: ...

    def source_slots(self, window: Window) -> tuple[SourceSlot, ...]: ...

    def stored_slots(self, window: Window) -> tuple[StoredSlot, ...]: ...

    def save(
        self,
        changes: Sequence[SlotChange],
        readings: Mapping[ProductKey, FoodReading],
        at: datetime,
    ) -> None: ...

    def save_mall(
        self,
        products: Sequence[ProductListing],
        readings: Mapping[ProductKey, FoodReading],
        at: datetime,
    ) -> MallCounts: ...

    def save_channel_numbers(
        self, numbers: Mapping[str, int], source: str, at: datetime
    ) -> None: ...

    def stale_readings(
        self, model_version: str, limit: int
    ) -> tuple[tuple[ProductKey, str], ...]: ...

    def save_readings(self, readings: Mapping[ProductKey, FoodReading]) -> None: ...

    def measures(self, topic: PageTopic, since: datetime) -> tuple[PageMeasure, ...]: ...

    def remember_measure(self, topic: PageTopic, measure: PageMeasure, at: datetime) -> None: ...

    def starts_of(self, sources: Sequence[str], window: Window) -> tuple[datetime, ...]: ...

    def prune(self, before: datetime) -> int: ...


class CatalogWriter(Protocol):
    def transaction(self) -> AbstractContextManager[CatalogTransaction]: ...


class FoodReader(Protocol):
    @property
    def version(self) -> str: ...

    def read(self, name: str) -> FoodReading: ...

    def read_title(self, title: str) -> FoodReading: ...


class RememberingReader:
    """Reads each name once: the same names come back on every page of a run.

    The models behind it are loaded with the first name, not with the program.
    """

    def __init__(self, load: Callable[[], FoodReader]) -> None:
        self._load = load
        self._readings: dict[str, FoodReading] = {}

    @cached_property
    def _reader(self) -> FoodReader:
        return self._load()

    @property
    def version(self) -> str:
        return self._reader.version

    def read(self, name: str) -> FoodReading:
        reading = self._readings.get(name)
        if reading is None:
            reading = self._readings[name] = self._reader.read(name)
        return reading

    def read_title(self, title: str) -> FoodReading:
        return self._reader.read_title(title)
