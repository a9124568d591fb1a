"""Which phrases bring candidates for a reading, the best places first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.search import Phrase, Wanted
from eats_desktop.search.matching_words import anywhere, anywhere_or_beside, beginning, whole
from eats_desktop.search.query import QueryWord, WordKind
from eats_desktop.search.ranking import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eats_desktop.search.foods import Foods
    from eats_desktop.search.query import Query
    from eats_desktop.search.vocabulary import Vocabulary

_WRITINGS = 3
"""A part is looked for in at most so many writings: each costs a look into the whole index."""


def literal_stages(query: Query) -> Iterator[Wanted]:
    """Yield what finds all words anywhere, then what finds the best places when those are many."""
    together = QueryWord(query.joined, query.words[-1].kind)
    groups = [phrases for word in query.words if (phrases := anywhere_or_beside(word))]
    if groups:
        yield Wanted.of(*groups)
    if len({word.kind for word in query.words}) > 1:
        return
    for find in (whole, beginning) if len(query.words) == 1 else (anywhere, whole, beginning):
        if phrases := find(together):
            yield Wanted.of(phrases)


def can_be_looked_up(query: Query) -> bool:
    """Tell whether the index can answer: not for nothing but marks, nor for a single letter."""
    return any(anywhere_or_beside(word) for word in query.words)


def finds_all(query: Query) -> bool:
    """Tell whether the first stage finds whatever the others do: else 대 파 would miss 대파."""
    return len(query.words) == 1 or all(len(word.text) > 1 for word in query.words)


def parts_of(query: Query, foods: Foods, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Cut a query at the foods in it; nothing when that tells no more than its words do.

    A piece that no food and no title knows is left out, so that 매콤한 두부 요리 finds 두부.
    """
    if not query.is_plain:
        return ()
    pieces = [
        piece
        for word in query.words
        for piece in foods.parts(word.text)
        if piece.food is not None or vocabulary.knows(piece.text)
    ]
    texts = [piece.text for piece in pieces]
    if not any(piece.food for piece in pieces) or texts == [word.text for word in query.words]:
        return ()
    return tuple(
        Part(piece.text, (piece.text,))
        if piece.food is None
        else Part(
            piece.text,
            _writings(piece.text, piece.food, foods, vocabulary),
            frozenset((piece.food,)),
        )
        for piece in pieces
    )


def written_parts(parts: Sequence[Part]) -> Wanted:
    """Return what finds all parts as they are written; one too short to look for is left out."""
    groups = []
    for place, part in enumerate(parts, start=1):
        words = [QueryWord(text, WordKind.TEXT) for text in part.writings if len(text) > 1]
        phrases = [phrase for word in words for phrase in anywhere(word)]
        if place < len(parts):
            phrases += [Phrase(("extra",), word.letters) for word in words]
        if phrases:
            groups.append(phrases)
    return Wanted.of(*groups)


def _writings(text: str, food: str, foods: Foods, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words for a food that occur, the commonest first, the written one always."""
    words = {word for word in foods.writings(food) if len(word) > 1} - {text}
    held = sorted((-count, word) for word in words if (count := vocabulary.count(word)))
    return (text, *(word for _, word in held[: _WRITINGS - 1]))
