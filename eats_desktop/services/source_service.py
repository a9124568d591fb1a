"""The state of the sources (데이터 출처) and the wish to fetch now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from eats_desktop.domain.sync_report import SourceState


class SourceStateStore(Protocol):
    def source_states(self) -> tuple[SourceState, ...]: ...


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One line of the 데이터 출처 screen."""

    name: str
    title: str
    base_url: str
    enabled: bool
    channel_names: tuple[str, ...]
    state: SourceState


class SourceCatalog(Protocol):
    """What sources there are, as composed by the application."""

    def cards(self, states: tuple[SourceState, ...]) -> tuple[SourceCard, ...]: ...


class SourceService:
    def __init__(self, catalog: SourceCatalog, store: SourceStateStore) -> None:
        self._catalog = catalog
        self._store = store

    def cards(self) -> tuple[SourceCard, ...]:
        return self._catalog.cards(self._store.source_states())
