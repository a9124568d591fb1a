"""The words that occur: completing, first sounds, and what a mistyped word may have meant.

How far a typo may lie off is counted in letters of the two-set keyboard: one for words of up to
five letters, two up to nine, three above (the table Meilisearch uses for Latin letters). A
swapped, missing or extra whole syllable is one slip too, as it is on the keyboard. Letters that
sound alike today count half: ㅐㅔ, ㅒㅖ, ㅙㅚㅞ, tense and plain consonants, ㅑㅏ behind ㅈ.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from eats_desktop.domain.hangul import is_syllable, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from eats_desktop.domain.search import Term

    Lengths: TypeAlias = dict[int, tuple[list[str], list[int]]]

_END = "\U0010ffff"
_ALIKE = {"ㅗㅐ": "ㅚ", "ㅗㅣ": "ㅚ", "ㅜㅔ": "ㅚ"}
_ALIKE_LETTERS = str.maketrans("ㅔㅖㅒㄲㄸㅃㅆㅉ", "ㅐㅐㅐㄱㄷㅂㅅㅈ")
_BEHIND_J = {
    j + y: j + plain for j in "ㅈㅊ" for y, plain in zip("ㅑㅕㅛㅠ", "ㅏㅓㅗㅜ", strict=True)
}
_A_SYLLABLE = 1.5
_SHORTEST_FOR_SYLLABLES = 3


class Vocabulary:
    """All terms, unchanging; made anew when the index has changed."""

    def __init__(self, terms: Iterable[Term], themes: Iterable[Term] = ()) -> None:
        """`themes` are completed and corrected like terms, but stand in no title."""
        held = {term.text: term for term in terms}
        wished = {term.text: term for term in themes if term.text not in held}
        self._in_titles = "\n".join(["", *sorted(held), ""])
        self._terms = sorted(
            (*held.values(), *wished.values()), key=lambda term: (term.letters, term.text)
        )
        self._letters = [term.letters for term in self._terms]

    def __contains__(self, word: str) -> bool:
        return word in self._by_text

    def __len__(self) -> int:
        return len(self._terms)

    def count(self, word: str) -> int:
        term = self._by_text.get(word)
        return 0 if term is None else term.count

    def knows(self, word: str) -> bool:
        """Tell whether the word stands in any term of the titles or the lexicon."""
        return word in self._in_titles

    def starting(self, typed: str, limit: int) -> list[Term]:
        """Return the most frequent terms that begin with these letters."""
        found = self._terms[
            bisect_left(self._letters, typed) : bisect_left(self._letters, typed + _END)
        ]
        return _most_frequent(found, limit)

    def sounding(self, sounds: str, limit: int) -> list[Term]:
        """Return the most frequent terms whose first sounds begin so."""
        keys, terms = self._by_sounds
        return _most_frequent(
            terms[bisect_left(keys, sounds) : bisect_left(keys, sounds + _END)], limit
        )

    def holding(self, word: str, limit: int) -> list[Term]:
        """Return the most frequent terms in which the word stands, not at their beginning."""
        found: list[Term] = []
        at = self._text.find(word)
        while at >= 0:
            begin = self._text.rfind("\n", 0, at) + 1
            end = self._text.find("\n", at)
            if begin < at:
                found.append(self._by_text[self._text[begin:end]])
            at = self._text.find(word, end)
        return _most_frequent(found, limit)

    def near(self, word: str, limit: int = 5) -> list[tuple[Term, float]]:
        """Return what a mistyped word may have meant with its slips: fewest first, then common.

        The word itself is left out; half a slip is a vowel that sounds alike.
        """
        costs = dict(self._by_slips(letters(word)))
        if len(word) >= _SHORTEST_FOR_SYLLABLES and all(map(is_syllable, word)):
            for index in self._by_syllables(word):
                costs[index] = min(_A_SYLLABLE, costs.get(index, _A_SYLLABLE))
        ranked = sorted(
            (cost, -self._terms[i].count, self._terms[i].text, i)
            for i, cost in costs.items()
            if self._terms[i].text != word
        )
        return [(self._terms[i], cost) for cost, _, _, i in ranked[:limit]]

    def near_start(self, typed: str, limit: int) -> list[Term]:
        """Return the commonest terms whose beginning is these letters but for a slip."""
        starts = [text[: len(typed)] for text in self._letters]
        slips = _allowed(len(typed))
        found = process.extract(typed, starts, scorer=OSA.distance, score_cutoff=slips, limit=None)
        ranked = sorted((cost, -self._terms[i].count, i) for _, cost, i in found)
        return [self._terms[i] for *_, i in ranked[:limit]]

    def _by_slips(self, typed: str) -> Iterator[tuple[int, float]]:
        slips, folded = _allowed(len(typed)), _folded(typed)
        for text, distance, index in _close(typed, self._by_letters, slips):
            yield index, (distance + OSA.distance(folded, _folded(text))) / 2

    def _by_syllables(self, word: str) -> Iterator[int]:
        for text, _, index in _close(word, self._by_length, 1):
            if len(text) != len(word) or sorted(text) == sorted(word):
                yield index

    @cached_property
    def _by_letters(self) -> Lengths:
        return _by_length(self._letters)

    @cached_property
    def _by_length(self) -> Lengths:
        return _by_length(self._texts)

    @cached_property
    def _texts(self) -> list[str]:
        return [term.text for term in self._terms]

    @cached_property
    def _by_text(self) -> dict[str, Term]:
        return {term.text: term for term in self._terms}

    @cached_property
    def _text(self) -> str:
        return "\n" + "\n".join(self._texts) + "\n"

    @cached_property
    def _by_sounds(self) -> tuple[list[str], list[Term]]:
        ordered = sorted(self._terms, key=lambda term: (term.first_sounds, term.text))
        return [term.first_sounds for term in ordered], ordered


def _by_length(texts: Sequence[str]) -> Lengths:
    """Sort texts by their length: what is much longer or shorter need not be compared."""
    found: Lengths = {}
    for index, text in enumerate(texts):
        some, indices = found.setdefault(len(text), ([], []))
        some.append(text)
        indices.append(index)
    return found


def _close(typed: str, texts: Lengths, slips: int) -> Iterator[tuple[str, int, int]]:
    """Yield the texts within so many slips, each with its slips and its index."""
    for length in range(len(typed) - slips, len(typed) + slips + 1):
        some, indices = texts.get(length, ([], []))
        near = process.extract(typed, some, scorer=OSA.distance, score_cutoff=slips, limit=None)
        for text, distance, place in near:
            yield text, int(distance), indices[place]


def _allowed(length: int) -> int:
    return 1 if length <= 5 else 2 if length <= 9 else 3


def _folded(text: str) -> str:
    """Return the letters as they sound, so that what sounds alike is alike."""
    for written, heard in _ALIKE.items():
        text = text.replace(written, heard)
    text = text.translate(_ALIKE_LETTERS)
    for written, heard in _BEHIND_J.items():
        text = text.replace(written, heard)
    return text


def _most_frequent(terms: Iterable[Term], limit: int) -> list[Term]:
    return heapq.nsmallest(limit, terms, key=lambda term: (-term.count, len(term.text), term.text))
