"""Finds the nouns of our own vocabulary in a product name: the longest one wins.

Kinds: food, supplement, other, and neutral for words that only keep the rest from misreading.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SHORTEST = 2
"""One-syllable words are refused: 국 and 차 also stand in 중국 and 자동차."""


class Kind(StrEnum):
    FOOD = "food"
    SUPPLEMENT = "supplement"
    OTHER = "other"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Found:
    """One noun in a name; `closes` when its word ends with it or goes on with an amount."""

    word: str
    kind: Kind
    closes: bool


class Lexicon:
    """The vocabulary as an index from the first two characters of each word."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = kinds
        lengths: dict[str, set[int]] = {}
        for word in kinds:
            if len(word) < _SHORTEST:
                raise ValueError(f"a vocabulary word is too short: {word}")
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}

    @classmethod
    def parse(cls, text: str) -> Lexicon:
        """Read words.toml: kind → theme → words; ValueError when two kinds claim one word."""
        kinds: dict[str, Kind] = {}
        for kind, themes in tomllib.loads(text).items():
            for words in themes.values():
                for word in normalised(words).split():
                    if kinds.setdefault(word, Kind(kind)) != kind:
                        raise ValueError(f"two kinds claim the word: {word}")
        return cls(kinds)

    def head(self, name: str) -> Kind | None:
        """Return the kind of the head noun, in Korean the last; None when no noun is known."""
        found = self.find(normalised(name))
        return found[-1].kind if found else None

    def find(self, normal: str) -> tuple[Found, ...]:
        """Return the nouns of a normalised name in order, neutral ones left out."""
        words = normal.split()
        text = "".join(words)
        owner = [number for number, word in enumerate(words) for _ in word]
        owner.append(len(words))
        taken: list[tuple[int, int]] = []
        for start, end in sorted(self._candidates(text, owner), key=_longest_then_last):
            if all(end <= other or start >= other_end for other, other_end in taken):
                taken.append((start, end))
        found: list[Found] = []
        for start, end in sorted(taken):
            kind = self.kinds[text[start:end]]
            if kind is not Kind.NEUTRAL:
                closes = owner[end] != owner[end - 1] or text[end] == "0"
                found.append(Found(text[start:end], kind, closes))
        return tuple(found)

    def _candidates(self, text: str, owner: Sequence[int]) -> Iterator[tuple[int, int]]:
        """A noun lies inside one word, or fills several words exactly (올리브 오일)."""
        for start in range(len(text) - 1):
            for length in self._lengths.get(text[start : start + 2], ()):
                end = start + length
                if end > len(text):
                    break
                inside = owner[start] == owner[end - 1]
                if text[start:end] in self.kinds and (inside or _fills_words(start, end, owner)):
                    yield start, end


def _fills_words(start: int, end: int, owner: Sequence[int]) -> bool:
    begins = start == 0 or owner[start] != owner[start - 1]
    return begins and owner[end] != owner[end - 1]


def _longest_then_last(place: tuple[int, int]) -> tuple[int, int]:
    start, end = place
    return (start - end, -start)
