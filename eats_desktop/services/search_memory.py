"""What a search asks with: the vocabulary, as the index is now, and the meaning of a text."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import first_sounds, letters
from eats_desktop.domain.search import Term
from eats_desktop.search.nearest import meanings
from eats_desktop.search.text import joined
from eats_desktop.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eats_desktop.domain.search import Meaning
    from eats_desktop.search.embedding import Embedder
    from eats_desktop.search.foods import Foods
    from eats_desktop.services.document_store import DocumentStore


_LARGE = 30_000
_REST_S = 10.0
"""A vocabulary of so many words takes half a second to make: while a large library is indexed,
every search would make it anew. So it is kept for at least so long."""


class SearchMemory:
    """The vocabulary is made anew when the index has changed; for several threads."""

    def __init__(
        self,
        store: DocumentStore,
        foods: Foods,
        embedder: Callable[[], Embedder | None],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._foods = foods
        self._embedder = embedder
        self._lock = threading.Lock()
        self._vocabulary: tuple[int, Vocabulary] | None = None
        self._seconds = seconds
        self._made_at = 0.0

    def vocabulary(self) -> Vocabulary:
        """Return the words of the index; of a large one that changes, those of a moment ago."""
        changes = self._store.changes()
        with self._lock:
            known = self._vocabulary
            if known is None or (known[0] != changes and not self._rests(known[1])):
                known = (changes, Vocabulary(self._terms(), self._themes()))
                self._vocabulary, self._made_at = known, self._seconds()
            return known[1]

    def _rests(self, vocabulary: Vocabulary) -> bool:
        return len(vocabulary) > _LARGE and self._seconds() - self._made_at < _REST_S

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

    def _themes(self) -> Iterator[Term]:
        """Yield the words for themes; a theme's name counts like the commonest of its foods."""
        counts = self._store.food_counts()
        for word, theme in self._foods.themes.items():
            if len(word) > 1:
                most = max((counts.get(food, 0) for food in theme.foods), default=0)
                count = most if word == joined(theme.name) else 0
                yield Term(word, letters(word), first_sounds(word), count)

    def meaning_of(self, text: str) -> Meaning | None:
        """Return the meaning of a text, None where no model or no word of it is known."""
        embedder = self._embedder()
        if embedder is None or self._store.model_id() != embedder.model_id:
            return None
        return meanings(embedder.embed([text]))[0]
