"""Finds the words of a vocabulary in a written name: the longest wins, then the later one.

A word that closes its written word counts as a syllable and a half longer, for names end with what
the thing is: 순대국, not 토종순대, in 토종순대국.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_STEM = 2
_CLOSING = 1.5


@dataclass(frozen=True, slots=True)
class Segment:
    """A vocabulary word at [start, end) of the name's words written together.

    `first` and `last` number the words it lies in; `opens` when it starts its first word,
    `closes` when its last word ends with it or goes on with an amount (김20봉).
    """

    word: str
    start: int
    end: int
    first: int
    last: int
    opens: bool
    closes: bool


class Segmenter:
    """The vocabulary, indexed by the first two characters of each word.

    A word is found inside one written word or filling several exactly (올리브 오일). A word of one
    syllable is found only where it fills its word, or closes one that is known up to there
    (상황버섯쌀): 무 also stands in 무료배송, 배 in 배송. `closers` are those of one syllable that
    also close two unknown syllables or more (바나듐쌀).
    """

    def __init__(self, words: Iterable[str], closers: Collection[str] = ()) -> None:
        self._words = frozenset(words)
        self._closers = frozenset(closers)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            if len(word) > 1:
                lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}

    def find(self, words: Sequence[str]) -> tuple[Segment, ...]:
        """Return the vocabulary words of a name, given as its normalised words, in order."""
        text = "".join(words)
        owner = [number for number, word in enumerate(words) for _ in word]
        owner.append(len(words))
        taken: list[tuple[int, int]] = []

        def weight(place: tuple[int, int]) -> tuple[float, int]:
            start, end = place
            closing = _CLOSING if _closes(text, owner, end) else 0.0
            return (start - end - closing, -start)

        for start, end in sorted(self._long(text, owner), key=weight):
            if all(end <= other or start >= other_end for other, other_end in taken):
                taken.append((start, end))
        taken.extend(self._single(text, owner, taken))
        return tuple(_segment(text, owner, start, end) for start, end in sorted(taken))

    def _long(self, text: str, owner: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(len(text) - 1):
            for length in self._lengths.get(text[start : start + 2], ()):
                end = start + length
                if end > len(text):
                    break
                inside = owner[start] == owner[end - 1]
                if text[start:end] in self._words and (inside or _fills(start, end, owner)):
                    yield start, end

    def _single(
        self, text: str, owner: Sequence[int], taken: Collection[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        covered = {place for start, end in taken for place in range(start, end)}
        for at, letter in enumerate(text):
            if letter not in self._words or at in covered or not _closes(text, owner, at + 1):
                continue
            begin = at
            while begin and owner[begin - 1] == owner[at]:
                begin -= 1
            known = all(place in covered for place in range(begin, at))
            if known or (letter in self._closers and at - begin >= _STEM):
                yield at, at + 1


def _segment(text: str, owner: Sequence[int], start: int, end: int) -> Segment:
    opens = start == 0 or owner[start] != owner[start - 1]
    return Segment(
        text[start:end],
        start,
        end,
        owner[start],
        owner[end - 1],
        opens,
        _closes(text, owner, end),
    )


def _closes(text: str, owner: Sequence[int], end: int) -> bool:
    return owner[end] != owner[end - 1] or text[end] == "0"


def _fills(start: int, end: int, owner: Sequence[int]) -> bool:
    begins = start == 0 or owner[start] != owner[start - 1]
    return begins and owner[end] != owner[end - 1]
