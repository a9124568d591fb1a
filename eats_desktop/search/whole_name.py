"""Whether a query is all that a recipe or its dish is called, typed out or by first sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.hangul import first_sounds
from eats_desktop.domain.search import DocumentKind
from eats_desktop.search.query import WordKind
from eats_desktop.search.text import joined

if TYPE_CHECKING:
    from eats_desktop.domain.search import StoredDocument
    from eats_desktop.search.query import Query
    from eats_desktop.search.vocabulary import Vocabulary

_MANY, _COMMONEST = 100, 5
"""Of so many words that begin with first sounds, so many that sound so are looked for."""


class HoldsWords(Protocol):
    """Makes the vocabulary when it is first asked for."""

    def vocabulary(self) -> Vocabulary: ...


def is_sounds(query: Query) -> bool:
    return all(word.kind is WordKind.SOUNDS for word in query.words)


class WholeName:
    """Compares the names of many documents with one query."""

    def __init__(self, query: Query) -> None:
        self._is_sounds = is_sounds(query)
        self._wanted = query.joined if query.is_plain or self._is_sounds else None

    def is_of(self, document: StoredDocument) -> bool:
        if document.key.kind is not DocumentKind.RECIPE or self._wanted is None:
            return False
        return self._wanted in (self.compared(document.plain), self.compared(document.extra))

    def compared(self, plain: str) -> str:
        """Return plain words as the query is written."""
        return first_sounds(joined(plain)) if self._is_sounds else joined(plain)


def names_meant(query: Query, memory: HoldsWords) -> list[str]:
    """Return what may be called so: the query itself, or the commonest words that sound so."""
    if query.is_plain:
        return [query.joined]
    if not is_sounds(query):
        return []
    terms = memory.vocabulary().sounding(query.joined, _MANY)
    return [term.text for term in terms if term.first_sounds == query.joined][:_COMMONEST]
