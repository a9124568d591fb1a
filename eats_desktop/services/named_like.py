"""Finds products whose names mean nearly the same, for names in which no food is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.search import DocumentKind, SearchFilter, section_of
from eats_desktop.search.name_likeness import essence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.services.document_store import DocumentStore
    from eats_desktop.services.search_memory import SearchMemory

_NEAREST = 100


class NamesByMeaning:
    def __init__(self, memory: SearchMemory, documents: DocumentStore) -> None:
        self._memory = memory
        self._documents = documents

    def __call__(self, name: str, market: str) -> Sequence[ProductKey]:
        """Return products of a market by meaning; none where no word of the name is known."""
        kind = DocumentKind(market)
        section = section_of(kind)
        meaning = self._memory.meaning_of(essence(name))
        if meaning is None:
            return ()
        near = self._documents.nearest(meaning, section, _NEAREST)
        found = self._documents.of_rows(list(near), section, SearchFilter())
        return [ProductKey(d.key.source, d.key.item) for d in found if d.key.kind is kind]
