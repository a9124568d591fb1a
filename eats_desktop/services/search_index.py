"""Keeps the search index: documents come and go, with their meaning where a model is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.search.indexing import embedded_text, index_entry
from eats_desktop.search.nearest import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eats_desktop.domain.search import DocumentKey, IndexEntry, Meaning, SearchDocument
    from eats_desktop.search.embedding import Embedder

BATCH = 200
"""Documents in one transaction: others must not wait for the writer thread."""


class IndexStore(Protocol):
    def put(
        self,
        entries: Sequence[IndexEntry],
        known: Mapping[DocumentKey, Meaning],
        model_id: str,
    ) -> None: ...

    def delete(self, keys: Sequence[DocumentKey]) -> None: ...


class SearchIndex:
    """For the writer thread; every batch is one transaction."""

    def __init__(self, store: IndexStore, embedder: Callable[[], Embedder | None]) -> None:
        self._store = store
        self._embedder = embedder

    @property
    def model_id(self) -> str:
        """Return which model gives documents their meaning, empty when there is none."""
        embedder = self._embedder()
        return "" if embedder is None else embedder.model_id

    def index_documents(self, documents: Sequence[SearchDocument]) -> None:
        """Index new and changed documents; one with a known key takes its place."""
        for at in range(0, len(documents), BATCH):
            self._index(documents[at : at + BATCH])

    def delete_documents(self, keys: Sequence[DocumentKey]) -> None:
        """Forget documents; unknown keys are no matter."""
        for at in range(0, len(keys), BATCH):
            self._store.delete(keys[at : at + BATCH])

    def _index(self, documents: Sequence[SearchDocument]) -> None:
        entries = [index_entry(document) for document in documents]
        embedder = self._embedder()
        known: dict[DocumentKey, Meaning] = {}
        if embedder is not None:
            rows = meanings(embedder.embed([embedded_text(document) for document in documents]))
            pairs = zip(documents, rows, strict=True)
            known = {document.key: row for document, row in pairs if row is not None}
        self._store.put(entries, known, "" if embedder is None else embedder.model_id)
