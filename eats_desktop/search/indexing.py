"""Turns a document into what the index stores of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import letters
from eats_desktop.domain.search import DocumentKind, IndexEntry
from eats_desktop.search.text import is_term, joined, plain, word_first_sounds, word_letters

if TYPE_CHECKING:
    from eats_desktop.domain.search import SearchDocument

_LONGEST_DISH = 3
"""A recipe's title of so many words is a term of its own: 순두부 찌개."""


def index_entry(document: SearchDocument) -> IndexEntry:
    """Return the searchable forms of a document; the same for the same document, always.

    `plain` are the title's words, `extra` the other words; `word_letters` and `extra_letters` are
    these taken apart with blanks around each word, `joined_letters` the title's without blanks.
    """
    title = plain(document.title)
    extra = plain(" ".join(document.words))
    return IndexEntry(
        document=document,
        plain=title,
        extra=extra,
        word_letters=word_letters(title),
        joined_letters=letters(joined(title)),
        first_sounds=word_first_sounds(title),
        extra_letters=word_letters(extra),
        terms=_terms(document, title),
    )


def embedded_text(document: SearchDocument) -> str:
    """Return the text whose meaning stands for the document."""
    return plain(document.title)


def _terms(document: SearchDocument, title: str) -> tuple[str, ...]:
    """Return the words that may complete or correct others: none of what is hidden."""
    if document.key.kind is DocumentKind.SUPPLEMENT:
        return ()
    words = title.split()
    found = [word for word in words if is_term(word)]
    if document.key.kind is DocumentKind.RECIPE and 1 < len(words) <= _LONGEST_DISH:
        found.append(joined(title))
    return tuple(dict.fromkeys(found))
