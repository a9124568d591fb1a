"""Finds the nouns of our vocabulary in a product name and tells their kind: the longest one wins.

Foods and health supplements are the words of the food lexicon; resources/models/food/words.toml
adds things that are neither, cooking words that name no food alone, and neutral words that only
keep the rest from misreading.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from eats_desktop.classify.names import normalised
from eats_desktop.classify.segments import Segmenter
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set
    from pathlib import Path

    from eats_desktop.classify.foods import Food, FoodLexicon
    from eats_desktop.classify.segments import Segment

WORDS = "words.toml"
_DESPITE = "despite_the_food_lexicon"
_SHORTEST = 2
"""One-syllable words are left out: 국 and 차 also stand in 중국 and 자동차."""


class Kind(StrEnum):
    FOOD = "food"
    SUPPLEMENT = "supplement"
    OTHER = "other"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Found:
    """One noun in a name; `closes` when its word ends with it or goes on with an amount.

    `food` is what the food lexicon knows it as, None for every other word.
    """

    word: str
    kind: Kind
    closes: bool
    food: Food | None = None


@dataclass(frozen=True, slots=True)
class ListedWords:
    """words.toml: `kinds` by word, and `despite` those that stand against the food lexicon.

    A plant that shops sell as a remedy (홍삼) is written under `despite_the_food_lexicon`; there
    the name of a food stands for all its writings.
    """

    kinds: Mapping[str, Kind]
    despite: Mapping[str, Kind]
    version: str

    @classmethod
    def load(cls, folder: Path) -> ListedWords:
        """Read the folder's file; ModelError that names it when it is missing or unreadable."""
        try:
            return cls.parse((folder / WORDS).read_text(encoding="utf-8"))
        except OSError as exc:
            raise ModelError(f"식품 판별 낱말 파일이 없어요: {folder.name}/{WORDS}") from exc
        except ValueError as exc:
            raise ModelError(
                f"식품 판별 낱말을 읽지 못했어요: {folder.name}/{WORDS}: {exc}"
            ) from exc

    @classmethod
    def parse(cls, text: str) -> ListedWords:
        """Read kind → theme → words; ValueError when two kinds claim one word."""
        kinds: dict[str, Kind] = {}
        despite: dict[str, Kind] = {}
        for kind, themes in tomllib.loads(text).items():
            for theme, words in themes.items():
                for word in normalised(words).split():
                    if len(word) < _SHORTEST:
                        raise ValueError(f"a vocabulary word is too short: {word}")
                    if kinds.setdefault(word, Kind(kind)) != kind:
                        raise ValueError(f"two kinds claim the word: {word}")
                    if theme == _DESPITE:
                        despite[word] = Kind(kind)
        return cls(kinds, despite, hashlib.sha256(text.encode()).hexdigest()[:12])

    @property
    def not_food(self) -> frozenset[str]:
        return frozenset(word for word, kind in self.kinds.items() if kind is not Kind.FOOD)


class Lexicon:
    """The whole vocabulary: the food lexicon's words and the listed ones, each of one kind.

    Where both claim a word without having said so, the food lexicon's kind counts.
    """

    def __init__(self, foods: FoodLexicon, listed: ListedWords) -> None:
        self.kinds = {**listed.kinds, **dict(_of_foods(foods)), **dict(_despite(foods, listed))}
        self.version = listed.version
        self.not_food = listed.not_food
        self.foods = foods
        self._segmenter = Segmenter(self.kinds)

    def head(self, name: str) -> Kind | None:
        """Return the kind of the head noun, in Korean the last; None when no noun is known."""
        found = self.find(normalised(name))
        return found[-1].kind if found else None

    def find(self, normal: str) -> tuple[Found, ...]:
        """Return the nouns of a normalised name in order; neutral and chance ones are left out."""
        segments = self._segmenter.find(normal.split())
        edges = {s.end for s in segments}, {s.start for s in segments}
        return tuple(
            Found(s.word, self.kinds[s.word], s.closes, self._food(s.word))
            for s in segments
            if self.kinds[s.word] is not Kind.NEUTRAL and not _is_chance(s, *edges)
        )

    def _food(self, word: str) -> Food | None:
        name = self.foods.words.get(word)
        return None if name is None else self.foods.foods[name]

    def fingerprint(self) -> str:
        """Return a hash of every word with its kind: what a model was trained with."""
        lines = "\n".join(f"{word} {kind}" for word, kind in sorted(self.kinds.items()))
        return hashlib.sha256(lines.encode()).hexdigest()


def _is_chance(segment: Segment, ends: Set[int], starts: Set[int]) -> bool:
    """Two syllables in the midst of unknown ones are no noun (칼라거펠트)."""
    if len(segment.word) > _SHORTEST or segment.opens or segment.closes:
        return False
    return segment.start not in ends and segment.end not in starts


def claimed_twice(foods: FoodLexicon, listed: ListedWords) -> frozenset[str]:
    """Return listed words that the food lexicon has, too, without having been set against it."""
    return frozenset(listed.kinds.keys() & foods.words.keys() - listed.despite.keys())


def _of_foods(foods: FoodLexicon) -> Iterator[tuple[str, Kind]]:
    for word, name in foods.words.items():
        if len(word) >= _SHORTEST:
            is_supplement = foods.foods[name].kind is FoodKind.SUPPLEMENT
            yield word, Kind.SUPPLEMENT if is_supplement else Kind.FOOD


def _despite(foods: FoodLexicon, listed: ListedWords) -> Iterator[tuple[str, Kind]]:
    for word, kind in listed.despite.items():
        yield word, kind
        if word in foods.foods:
            yield from ((also, kind) for also in foods.foods[word].also if len(also) >= _SHORTEST)
