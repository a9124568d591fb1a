"""Reads what was typed: words, first sounds, a syllable still being composed, an amount."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.domain.hangul import (
    from_latin_keys,
    is_consonant,
    is_letter,
    is_syllable,
    is_vowel,
    letters,
    split_clusters,
    to_latin_keys,
    typed_together,
)
from eats_desktop.search.text import joined, plain

_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ?(kg|g|ml|l|키로|킬로|그램|리터|밀리리터)(?![0-9a-z가-힣])")
_UNITS = {
    "kg": (Unit.GRAM, 1000), "키로": (Unit.GRAM, 1000), "킬로": (Unit.GRAM, 1000),
    "g": (Unit.GRAM, 1), "그램": (Unit.GRAM, 1), "l": (Unit.MILLILITRE, 1000),
    "리터": (Unit.MILLILITRE, 1000), "ml": (Unit.MILLILITRE, 1), "밀리리터": (Unit.MILLILITRE, 1),
}  # fmt: skip
_SHORTEST_SOUNDS = 2


class WordKind(enum.Enum):
    """TEXT is whole; OPEN may go on inside its last syllable; SOUNDS are first sounds (초성)."""

    TEXT = enum.auto()
    OPEN = enum.auto()
    SOUNDS = enum.auto()


@dataclass(frozen=True, slots=True)
class QueryWord:
    text: str
    kind: WordKind = WordKind.TEXT

    @property
    def letters(self) -> str:
        return self.text if self.kind is WordKind.SOUNDS else letters(self.text)


@dataclass(frozen=True, slots=True)
class Query:
    """One reading of what was typed; `amount_text` is how its amount was written, as a word."""

    words: tuple[QueryWord, ...]
    amount: Amount | None = None
    amount_text: str = ""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def joined(self) -> str:
        return joined(self.text)

    @property
    def is_plain(self) -> bool:
        return all(word.kind is WordKind.TEXT for word in self.words)

    def with_amount_as_word(self) -> Query:
        return Query((*self.words, QueryWord(self.amount_text)))


def understood(text: str) -> Query:
    """Return the first reading of a query; no words when there is nothing but marks.

    An amount beside other words is an amount (쌀 10kg), alone it is a word like any other.
    """
    written = plain(text)
    found = _AMOUNT.search(written)
    rest = f"{written[: found.start()]} {written[found.end() :]}".split() if found else []
    if found is None or not rest:
        return Query(tuple(_word(word) for word in written.split()))
    unit, factor = _UNITS[found[2]]
    total = Decimal(found[1]) * factor
    if not total:
        return Query(tuple(_word(word) for word in written.split()))
    words = tuple(_word(word) for word in rest)
    return Query(words, Amount(total, unit, None), joined(found[0]))


def _word(text: str) -> QueryWord:
    apart = split_clusters(text)
    if all(map(is_consonant, apart)):
        kind = WordKind.SOUNDS if len(apart) >= _SHORTEST_SOUNDS else WordKind.OPEN
        return QueryWord(apart, kind)
    if all(map(is_letter, text)):
        text = typed_together(text)
    if is_letter(text[-1]) and is_syllable(text[0]):
        return QueryWord(text, WordKind.OPEN)
    return QueryWord(text)


def still_typing(query: Query) -> Query | None:
    """Return the reading in which the last syllable goes on: 돼짘 may become 돼지코기."""
    last = query.words[-1]
    if last.kind is not WordKind.TEXT or not is_syllable(last.text[-1]):
        return None
    return replace(query, words=(*query.words[:-1], replace(last, kind=WordKind.OPEN)))


def other_keyboard(text: str) -> str | None:
    """Return what the same keys type on the other keyboard, None when that is nothing readable.

    Latin keys must make syllables, the last perhaps unfinished (rlaclW → 김치ㅉ); Hangul may make
    any Latin word (ㅔㅑㅋㅋㅁ → pizza).
    """
    typed = "".join(text.split())
    if typed.isascii() and typed.isalpha():
        hangul = " ".join(from_latin_keys(word) for word in text.split())
        together = joined(hangul)
        before, last = together[:-1], together[-1]
        readable = all(map(is_syllable, before)) and (is_syllable(last) or before)
        return hangul if readable and not is_vowel(last) else None
    if typed and all(is_syllable(c) or is_letter(c) for c in typed):
        return to_latin_keys(plain(text))
    return None
