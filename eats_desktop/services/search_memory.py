"""What a search keeps in memory: the vocabulary and the signs of vectors, as the index is now."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import first_sounds, letters
from eats_desktop.domain.search import Section, Term
from eats_desktop.search.nearest import Nearest, cosines
from eats_desktop.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy import float32
    from numpy.typing import NDArray

    from eats_desktop.search.embedding import Embedder
    from eats_desktop.search.foods import Foods
    from eats_desktop.services.document_store import DocumentStore


class SearchMemory:
    """Made anew when the index has changed; may be asked from several threads."""

    def __init__(
        self, store: DocumentStore, foods: Foods, embedder: Callable[[], Embedder | None]
    ) -> None:
        self._store = store
        self._foods = foods
        self._embedder = embedder
        self._lock = threading.Lock()
        self._vocabulary: tuple[int, Vocabulary] | None = None
        self._nearest: tuple[int, dict[Section, Nearest]] | None = None

    def vocabulary(self) -> Vocabulary:
        changes = self._store.changes()
        with self._lock:
            if self._vocabulary is None or self._vocabulary[0] != changes:
                self._vocabulary = (changes, Vocabulary(self._terms()))
            return self._vocabulary[1]

    def _terms(self) -> Iterator[Term]:
        """Yield the words of titles, and those of the lexicon with how many documents are that."""
        counts = self._store.food_counts()
        words = self._foods.words
        stored = {term.text: term for term in self._store.terms()}
        for word, food in words.items():
            held = stored.pop(word, None)
            count = max(0 if held is None else held.count, counts.get(food, 0) * (word == food))
            if len(word) > 1 and (count or food == word):
                yield Term(word, letters(word), first_sounds(word), count)
        yield from stored.values()

    def meaning_of(self, text: str) -> NDArray[float32] | None:
        """Return the vector of a text, None where no model or no word of it is known."""
        embedder = self._embedder()
        if embedder is None or self._store.model_id() != embedder.model_id:
            return None
        vector = embedder.embed([text])[0]
        return vector if vector.any() else None

    def nearest(self, section: Section, vector: NDArray[float32], limit: int) -> list[int]:
        """Return rows of a section whose meaning may be near."""
        changes = self._store.changes()
        with self._lock:
            if self._nearest is None or self._nearest[0] != changes:
                self._nearest = (changes, {s: Nearest(*self._store.signs(s)) for s in Section})
            nearest = self._nearest[1][section]
        return nearest.rows(vector, limit)

    def cosines(self, vector: NDArray[float32], rows: Sequence[int]) -> Mapping[int, float]:
        return cosines(vector, self._store.vectors(rows))
