"""Where a word of the query stands in the words of a document."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import first_sounds, is_syllable, letters
from eats_desktop.domain.search import Phrase
from eats_desktop.search.query import QueryWord, WordKind

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST = 3
"""The index holds runs of three letters: fewer find nothing."""


class Place(enum.IntEnum):
    """Best first: the word itself, the beginning of one, inside one."""

    WHOLE = 1
    BEGIN = 2
    INSIDE = 3


def place_of(word: QueryWord, plain: str) -> Place | None:
    """Return the best place of a query's word among plain words, blanks in these no matter.

    Over a blank a match must begin with a word: 돼지고기 is in 돼지 고기, 국수 not in 국 수제비.
    One syllable must begin or end a word: what a thing is stands last (된장국), 무 also in 나무.
    """
    if not plain:
        return None
    if word.kind is WordKind.TEXT:
        return _place(word.text, plain)
    change: Callable[[str], str] = first_sounds if word.kind is WordKind.SOUNDS else letters
    found = _place(word.letters, change(plain))
    return Place.BEGIN if found is Place.WHOLE and word.kind is WordKind.OPEN else found


def _place(text: str, plain: str) -> Place | None:
    padded = f" {plain} "
    if f" {text} " in padded:
        return Place.WHOLE
    if f" {text}" in padded:
        return Place.BEGIN
    over = _over_blanks(text, plain) if " " in plain else None
    if over is not None:
        return over
    inside = text in plain if len(text) > 1 else f"{text} " in padded
    return Place.INSIDE if inside else None


def _over_blanks(text: str, plain: str) -> Place | None:
    words = plain.split()
    best: Place | None = None
    for first in range(len(words)):
        so_far = words[first]
        for word in words[first + 1 :]:
            if len(so_far) >= len(text) or not text.startswith(so_far):
                break
            so_far += word
            if so_far == text:
                return Place.WHOLE
        if so_far.startswith(text):
            best = Place.BEGIN
    return best


def whole(word: QueryWord) -> list[Phrase]:
    """Return what finds the word where it is a word; nothing for one that is still open."""
    if word.kind is not WordKind.TEXT:
        return []
    return [Phrase(("word",), f" {word.letters} ")]


def beginning(word: QueryWord) -> list[Phrase]:
    column = "first" if word.kind is WordKind.SOUNDS else "word"
    return _long_enough(Phrase((column,), f" {word.letters}"))


def anywhere(word: QueryWord) -> list[Phrase]:
    """Return what finds the word inside others too, one syllable where a word begins or ends."""
    if word.kind is WordKind.SOUNDS:
        return _long_enough(Phrase(("first",), word.letters)) or beginning(word)
    if word.kind is WordKind.TEXT and len(word.text) == 1 and is_syllable(word.text):
        return [*beginning(word), *_long_enough(Phrase(("word",), f"{word.letters} "))]
    return _long_enough(Phrase(("joined",), word.letters)) or beginning(word)


def anywhere_or_beside(word: QueryWord) -> list[Phrase]:
    """Return what finds the word in the title or at the beginning of another of its words."""
    if word.kind is WordKind.SOUNDS:
        return anywhere(word)
    return [*anywhere(word), *_long_enough(Phrase(("extra",), f" {word.letters}"))]


def _long_enough(phrase: Phrase) -> list[Phrase]:
    return [phrase] if len(phrase.letters) >= _LEAST else []
