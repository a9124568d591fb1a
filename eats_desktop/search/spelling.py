"""Other readings of a query that finds little: the other keyboard, unfinished, mistyped.

They never replace what was typed while that finds something; they stand behind it.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.search.query import (
    QueryWord,
    WordKind,
    other_keyboard,
    still_typing,
    understood,
)
from eats_desktop.search.text import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.search.foods import Foods
    from eats_desktop.search.query import Query
    from eats_desktop.search.vocabulary import Vocabulary

_SOUNDS_ALIKE = 0.5
"""A word that is known is only read as one that sounds the same (육계장, 육개장)."""

_ONE_SLIP = 1.5
"""A word whose parts are known (스팸 + 찌개) is only read as one that is a slip away."""


class Reading(NamedTuple):
    """`text` is what a shopper is told, None when it only goes on with what was typed."""

    query: Query
    text: str | None


def other_readings(
    typed: str, query: Query, vocabulary: Vocabulary, foods: Foods
) -> Iterator[Reading]:
    """Yield what else the query may mean, the likeliest first."""
    other = other_keyboard(typed)
    if other is not None:
        retyped = understood(other)
        if not _is_known(other, vocabulary, foods):
            retyped = _corrected(retyped, vocabulary, foods) or retyped
        if _is_known(retyped.text, vocabulary, foods):
            yield Reading(retyped, retyped.text)
    spelled = _corrected(query, vocabulary, foods)
    if spelled is not None:
        yield Reading(spelled, spelled.text)
    unfinished = still_typing(query)
    if unfinished is not None and foods.named(query.joined) is None:
        yield Reading(unfinished, None)


def _is_known(text: str, vocabulary: Vocabulary, foods: Foods) -> bool:
    return all(
        vocabulary.knows(word) or word in vocabulary or foods.named(word) for word in text.split()
    )


def _corrected(query: Query, vocabulary: Vocabulary, foods: Foods) -> Query | None:
    return _spelled_together(query, vocabulary, foods) or _spelled(query, vocabulary, foods)


def _spelled_together(query: Query, vocabulary: Vocabulary, foods: Foods) -> Query | None:
    """Return the query corrected as one word."""
    if not query.is_plain:
        return None
    word = _better(joined(query.text), vocabulary, foods)
    return None if word is None else replace(query, words=(QueryWord(word),))


def _spelled(query: Query, vocabulary: Vocabulary, foods: Foods) -> Query | None:
    """Return the query with each word corrected that needs it; None when none can be."""
    if len(query.words) == 1 and query.is_plain:
        return None
    words = []
    for word in query.words:
        better = None
        if word.kind is not WordKind.SOUNDS:
            better = _better(word.text, vocabulary, foods)
        words.append(word if better is None else QueryWord(better))
    return replace(query, words=tuple(words)) if tuple(words) != query.words else None


def _better(word: str, vocabulary: Vocabulary, foods: Foods) -> str | None:
    most = math.inf
    if vocabulary.knows(word) or foods.named(word) is not None:
        most = _SOUNDS_ALIKE
    elif all(part.food is not None or part.text in vocabulary for part in foods.parts(word)):
        most = _ONE_SLIP
    near = vocabulary.near(word)
    return near[0][0].text if near and near[0][1] <= most else None
