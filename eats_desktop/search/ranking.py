"""Ranks documents for one reading of a query, and says in Korean why each is there.

The tier comes first: the words themselves, other words for the same food, its parts, foods alike,
meaning. Within a tier the score is 0.5 · likeness of letters + 0.5 · likeness of meaning, letters
alone where no vector speaks, with a tenth of it (a fifth of a recipe's) given to popularity. What
is called just so stands by popularity alone.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.domain.search import Answer, DocumentKind, Tier
from eats_desktop.search.letter_likeness import LetterLikeness
from eats_desktop.search.matching_words import Place, place_of
from eats_desktop.search.query import QueryWord, WordKind
from eats_desktop.search.whole_name import WholeName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from eats_desktop.domain.search import StoredDocument
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.query import Query
    from eats_desktop.search.wishes import Wish

_LITERAL = {Place.WHOLE: Tier.EXACT, Place.BEGIN: Tier.PREFIX, Place.INSIDE: Tier.INSIDE}
_BANDS = len(Tier)
_NOT_FIRST, _DEEPEST = 0.9, 3
"""A food that a document is only in a wider sense, or among others, is a little less alike with
each step."""

_OF_FOOD_ALIKE = 0.5
"""How much likeness tells of two foods near the one asked for; how near they are tells the rest."""

_MADE_OF_IT = 0.55
"""How near a product made of the food asked for is: behind its kinds and what stands in for it."""

_OF_PARTS = 0.5
"""How near what holds the pieces of a known food's name is: 간장 with 전복 is no 전복장."""

_OTHER_MAIN = 0.8
"""A recipe alike without the main ingredient of the dish asked for is so much less near: 육개장 is
nearer to 소고기국 than 김치국 is."""

_OF_A_WISH = 0.2
"""How much likeness tells of two documents that answer a wish; the food tells the rest."""

_AGAIN = 0.9
"""What answers a wish with a food that others stand for already counts so much less each time."""

_UNDERSTOOD = 0.65
"""A query nothing is so near to was not understood: nonsense reached 0.62 (없는말 ~ 뼈없는탕)."""

_LEAST_MEANING = 0.45
"""Of a query that was understood, this cosine is near enough to be shown last."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query: written in one of these ways, or being one of these foods."""

    text: str
    writings: tuple[str, ...]
    foods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What the ranking of one reading needs to know."""

    query: Query
    parts: tuple[Part, ...] = ()
    alike: Mapping[str, float] = field(default_factory=dict)
    main: str | None = None
    """The main ingredient of the dish that is asked for."""
    wish: Wish | None = None
    meaning: Mapping[int, float] = field(default_factory=dict)
    """Cosine of a document's row with the query, where both have a vector."""


class _Found(NamedTuple):
    tier: Tier
    weight: float
    why: str
    likeness_counts: float = 1.0


class Ranking:
    """Compares documents with one question."""

    def __init__(self, question: Question, foods: Foods) -> None:
        self._question = question
        self._foods = foods
        nearest = max(question.meaning.values(), default=0.0)
        self._least_meaning = _LEAST_MEANING if nearest >= _UNDERSTOOD else math.inf
        self._likeness = LetterLikeness(question.query.joined)
        self._name = WholeName(question.query)
        words = question.query.words
        self._words = [(word, self._food(foods, word)) for word in words]
        joined = QueryWord(question.query.joined, words[-1].kind)
        same_kind = len({word.kind for word in words}) == 1
        self._joined = (joined, self._food(foods, joined)) if len(words) > 1 and same_kind else None
        self._is_a_food = question.query.is_plain and self._food(foods, joined) is not None

    @staticmethod
    def _food(foods: Foods, word: QueryWord) -> str | None:
        return foods.named(word.text) if word.kind is WordKind.TEXT else None

    def ranked(self, documents: Iterable[StoredDocument]) -> list[Answer]:
        """Return the documents that answer, best first; equals in the order of their rows."""
        unique = {document.row: document for document in documents}
        answers = in_order(a for d in unique.values() if (a := self._answer(d)) is not None)
        return answers if self._question.wish is None else _varied(answers)

    def _answer(self, document: StoredDocument) -> Answer | None:
        found = (
            self._by_name(document)
            or self._by_words(document)
            or self._by_parts(document)
            or self._by_wish(document)
            or self._by_food_alike(document)
            or self._by_meaning(document)
        )
        if found is None:
            return None
        counts = found.likeness_counts
        likeness = 1 - counts + counts * self._closeness(document)
        score = _score(found.tier, found.weight * likeness)
        return Answer(document, found.tier, score, (found.why,))

    def _closeness(self, document: StoredDocument) -> float:
        near = self._likeness(self._name.compared(document.plain))
        cosine = self._question.meaning.get(document.row)
        if cosine is not None:
            near = (near + max(cosine, 0.0)) / 2
        if document.key.kind is DocumentKind.RECIPE:
            return 0.8 * near + 0.2 * liked(document.popularity)
        return 0.9 * near + 0.1 * _sold(document.popularity)

    def _by_name(self, document: StoredDocument) -> _Found | None:
        """Return how a recipe is met that is called just so: better the more it is liked."""
        if not self._name.is_of(document):
            return None
        why = f"요리 이름이 “{self._question.query.joined}”"
        return _Found(Tier.CALLED, liked(document.popularity), why, 0.0)

    def _by_words(self, document: StoredDocument) -> _Found | None:
        """Return how all words are met, or the query written together if that is better."""
        together = None if self._joined is None else _met(*self._joined, document)
        each = [_met(word, food, document) for word, food in self._words]
        every = max((f for f in each if f is not None), default=None, key=lambda f: f.tier)
        if None in each or every is None:
            return together
        if together is not None and together.tier <= every.tier:
            return together
        if len(each) == 1:
            return every
        whys = dict.fromkeys(f.why for f in each if f is not None)
        return _Found(every.tier, 1.0, " · ".join(whys))

    def _by_parts(self, document: StoredDocument) -> _Found | None:
        parts = self._question.parts
        if not parts or not _holds(parts[-1], document, beside=False):
            return None
        if not all(_holds(part, document, beside=True) for part in parts[:-1]):
            return None
        why = "·".join(f"“{part.text}”" for part in parts) + " 모두 있음"
        if self._is_a_food and document.key.kind is not DocumentKind.RECIPE:
            return self._by_food_alike(document) or _Found(
                Tier.RELATED, _OF_PARTS, why, _OF_FOOD_ALIKE
            )
        return _Found(Tier.PARTS, 1.0, why)

    def _by_wish(self, document: StoredDocument) -> _Found | None:
        wish = self._question.wish
        found = None if wish is None else wish.of(document.concepts, document.ingredients)
        if wish is None or found is None or self._names(wish.without, document):
            return None
        weight, food = found
        return _Found(Tier.RELATED, weight, wish.why(food), _OF_A_WISH)

    def _names(self, unwanted: AbstractSet[str], document: StoredDocument) -> bool:
        """Tell whether a title names an unwanted food: a 소고기채소볶음 has meat, whatever is
        known of its ingredients."""
        words = document.plain.split() if unwanted else ()
        foods = self._foods
        return any(
            foods.named(word) in unwanted or any(p.food in unwanted for p in foods.parts(word))
            for word in words
        )

    def _by_food_alike(self, document: StoredDocument) -> _Found | None:
        weights = [
            (weight * _NOT_FIRST ** min(place, _DEEPEST), food)
            for place, food in enumerate(document.concepts)
            if (weight := self._question.alike.get(food)) is not None
        ]
        if not weights:
            return None
        weight, food = max(weights)
        main = self._question.main
        if main is not None and document.key.kind is DocumentKind.RECIPE:
            has_it = main in document.ingredients or main in document.concepts
            weight *= 1.0 if has_it else _OTHER_MAIN
        return _Found(Tier.RELATED, weight, f"비슷한 식품 “{food}”", _OF_FOOD_ALIKE)

    def _by_meaning(self, document: StoredDocument) -> _Found | None:
        cosine = self._question.meaning.get(document.row, 0.0)
        return _Found(Tier.MEANING, 1.0, "뜻이 비슷해요") if cosine >= self._least_meaning else None


def _sold(popularity: float) -> float:
    return popularity / (1 + popularity) if popularity > 0 else 0.0


def liked(popularity: float) -> float:
    """Return how much a recipe is liked, in 0…1: one half for 400 views."""
    return 1 - 1 / (1 + math.log1p(max(popularity, 0.0)) / 6)


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """Return answers best first; equals by the shorter title, then by their rows."""
    return sorted(answers, key=lambda a: (a.tier, -a.score, len(a.document.plain), a.document.row))


def _varied(answers: Sequence[Answer]) -> list[Answer]:
    """Let the foods that answer a wish take turns: no page of nothing but 족발."""
    shown: Counter[tuple[str, ...]] = Counter()
    varied = []
    for answer in answers:
        if answer.tier is Tier.RELATED:
            share = answer.score * _BANDS - (_BANDS - Tier.RELATED)
            score = _score(Tier.RELATED, share * _AGAIN ** shown[answer.why])
            shown[answer.why] += 1
            answer = replace(answer, score=score)  # noqa: PLW2901
        varied.append(answer)
    return in_order(varied)


def _score(tier: Tier, share: float) -> float:
    """Return a score in the tier's own band of 0…1, higher for a greater share."""
    return (_BANDS - tier + min(max(share, 0.0), 1.0)) / _BANDS


def _met(word: QueryWord, food: str | None, document: StoredDocument) -> _Found | None:
    """Return how one word is met: in the title, as the same food, or beside the title.

    Where the lexicon says that the document is that food, a place inside a word counts like a
    beginning (청양고추 for 고추); where it says that it is another food, the place counts one less
    (고추장), and for a word of one syllable hardly at all: 파 must not drown in 파이. Beside the
    title a food's name must be a whole word: 고추장 among the ingredients is no 고추.
    """
    is_it = food is not None and food in document.concepts
    place = place_of(word, document.plain)
    if place is not None:
        tier = _LITERAL[place]
        if is_it:
            tier = min(tier, Tier.PREFIX)
        elif food is not None and document.concepts and tier is not Tier.EXACT:
            tier = Tier.RELATED if len(word.text) == 1 else Tier(tier + 1)
        return _Found(tier, 1.0, f"이름에 “{word.text}”")
    if is_it:
        return _Found(Tier.SYNONYM, 1.0, f"같은 식품 “{food}”")
    if food is not None and food in document.ingredients:
        why = f"재료에 “{food}”"
        if document.key.kind is DocumentKind.RECIPE:
            return _Found(Tier.BESIDE, 0.8, why)
        return _Found(Tier.RELATED, _MADE_OF_IT, why, _OF_FOOD_ALIKE)
    beside = place_of(word, document.extra)
    if beside is None or (beside is not Place.WHOLE and (food is not None or len(word.text) == 1)):
        return None
    where = "재료" if document.key.kind is DocumentKind.RECIPE else "브랜드"
    return _Found(Tier.BESIDE, 1.0 if beside is Place.WHOLE else 0.7, f"{where}에 “{word.text}”")


def _holds(part: Part, document: StoredDocument, *, beside: bool) -> bool:
    """Tell whether a part is there; the last one, what the thing is, must not stand beside."""
    foods = (*document.concepts, *document.ingredients) if beside else document.concepts
    if not part.foods.isdisjoint(foods):
        return True
    text = document.plain.replace(" ", "")
    if beside:
        text = f"{text} {document.extra}"
    return any(writing in text for writing in part.writings)


def merged(answers: Sequence[Answer], more: Iterable[Answer], note: str) -> list[Answer]:
    """Put the hits of a corrected reading behind those of what was typed."""
    known = {answer.document.row for answer in answers}
    added = [
        Answer(a.document, Tier.CORRECTED, _score(Tier.CORRECTED, a.score), (note, *a.why))
        for a in more
        if a.document.row not in known and a.tier.is_strong
    ]
    return in_order([*answers, *added])
