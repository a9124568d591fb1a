"""Finds and ranks documents: asks the index for candidates in stages, ranks them together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from eats_desktop.domain.amount import Amount
from eats_desktop.domain.hangul import normalised, with_particle
from eats_desktop.domain.search import Answer, Section, Tier, Wanted
from eats_desktop.search.foods import FAMILY
from eats_desktop.search.query import understood
from eats_desktop.search.ranking import Question, Ranking, in_order, merged
from eats_desktop.search.spelling import other_readings
from eats_desktop.search.stages import (
    can_be_looked_up,
    finds_all,
    literal_stages,
    parts_of,
    written_parts,
)
from eats_desktop.search.whole_name import names_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from eats_desktop.domain.search import SearchFilter, StoredDocument
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.query import Query
    from eats_desktop.search.ranking import Part
    from eats_desktop.search.wishes import Wish
    from eats_desktop.services.document_store import DocumentStore
    from eats_desktop.services.search_memory import SearchMemory

    Wider: TypeAlias = Callable[["Asked", Section, dict[int, StoredDocument]], list[Answer]]

ROOM = 200
"""How many candidates one stage may bring; a section has at most so many hits that are strong."""

FEW = 10
"""With fewer hits that hold the words, other readings are asked too."""

ENOUGH = 50
"""With fewer hits than this, parts of words and meaning are asked too."""

_ALIKE = 40
"""So many documents of foods that are near, and of the same family, are shown behind."""

_FOR_A_WISH, _AT_ONCE = 150, 6
"""So many documents answer a wish, looked for by so many foods at once: each gets a turn."""

_FIRST_LOOK, _NEAREST = 300, 40
_TWENTIETH = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Found:
    """`corrected` is set when nothing held what was typed and another reading was used."""

    corrected: str | None
    answers: Mapping[Section, Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What hits must be, and how many candidates one stage may bring."""

    narrowed: SearchFilter
    room: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One reading of a query with the documents that hold it, by section."""

    query: Query
    bounds: Bounds
    candidates: Mapping[Section, dict[int, StoredDocument]]
    answers: Mapping[Section, list[Answer]]

    @property
    def strong(self) -> int:
        return sum(1 for found in self.answers.values() for a in found if a.tier.is_strong)

    def ranked(self, wider: Wider) -> dict[Section, list[Answer]]:
        """Return the answers of every section among more candidates."""
        return {s: wider(self, s, dict(found)) for s, found in self.candidates.items()}


class DocumentSearch:
    """Safe to ask from several threads; the same index answers the same, in the same order."""

    def __init__(self, store: DocumentStore, foods: Foods, memory: SearchMemory) -> None:
        self._store = store
        self._foods = foods
        self._memory = memory

    def find(
        self,
        text: str,
        sections: Sequence[Section],
        narrowed: SearchFilter,
        room: int = ROOM,
        *,
        as_typed: bool = False,
    ) -> Found:
        """Return the ranked documents of each section; `room` bounds what one stage may bring."""
        query = understood(text)
        bounds = Bounds(narrowed, room)
        if not can_be_looked_up(query):
            return Found(None, {s: self._with_signs(text, s, bounds) for s in sections})
        asked = self._with_amount(query, sections, bounds)
        wish = self._wish(asked.query)
        is_wish = wish is not None and wish.is_sure
        if as_typed or is_wish or asked.strong >= FEW:
            return Found(None, asked.ranked(self._wider))
        return self._read_otherwise(text, asked)

    def _with_amount(self, query: Query, sections: Sequence[Section], bounds: Bounds) -> Asked:
        """Ask for the amount as an amount; where nothing has it, for its word like the others."""
        if query.amount is not None:
            around = replace(bounds, narrowed=_around(query.amount, bounds.narrowed))
            exact = self._ask(query, sections, around)
            if exact.strong:
                return exact
            query = query.with_amount_as_word()
        return self._ask(query, sections, bounds)

    def _read_otherwise(self, text: str, asked: Asked) -> Found:
        """Put the hits of the first other reading that has any behind, or in place of none."""
        vocabulary = self._memory.vocabulary()
        for reading in other_readings(text, asked.query, vocabulary, self._foods):
            other = self._ask(reading.query, list(asked.candidates), asked.bounds)
            if not other.strong and self._wish(reading.query) is None:
                continue
            if not asked.strong and reading.text is not None:
                hits = other.ranked(self._wider)
                return Found(reading.text, {s: _noted(a, reading.text) for s, a in hits.items()})
            note = _note(reading.text or reading.query.text)
            hits = asked.ranked(self._wider)
            return Found(None, {s: merged(a, other.answers[s], note) for s, a in hits.items()})
        return Found(None, asked.ranked(self._wider))

    def _ask(self, query: Query, sections: Sequence[Section], bounds: Bounds) -> Asked:
        """Find what holds the words or is the same food, nothing wider yet."""
        candidates = {s: self._holding(query, s, bounds) for s in sections}
        ranking = Ranking(Question(query), self._foods)
        answers = {s: ranking.ranked(found.values()) for s, found in candidates.items()}
        return Asked(query, bounds, candidates, answers)

    def _holding(self, query: Query, section: Section, bounds: Bounds) -> dict[int, StoredDocument]:
        narrowed, room = bounds.narrowed, bounds.room
        documents: dict[int, StoredDocument] = {}
        if section is Section.RECIPES:
            for name in names_meant(query, self._memory):
                _add(documents, self._store.called(name, narrowed, room))
        food = self._food(query)
        if food is not None:
            _add(documents, self._store.of_foods((food,), section, narrowed, room))
        for wanted in literal_stages(query):
            found = self._store.matching(wanted, section, narrowed, room)
            _add(documents, found)
            if len(found) < room and finds_all(query):
                break
        return documents

    def _wider(
        self, asked: Asked, section: Section, documents: dict[int, StoredDocument]
    ) -> list[Answer]:
        """Add foods that are alike and, where few hold the words, parts of these and meaning."""
        query, bounds, few = asked.query, asked.bounds, len(documents) < ENOUGH
        alike = self._alike(query)
        self._add_alike(documents, query, alike, section, bounds)
        wish = self._wish(query)
        if wish is not None:
            self._add_by_wish(documents, wish, section, bounds)
        food = self._food(query)
        main = None if food is None else self._foods.main_of(food)
        question = Question(query, alike=alike, main=main, wish=wish)
        if few:
            if wish is None or wish.leaves_parts:
                parts = parts_of(query, self._foods, self._memory.vocabulary())
                self._add_by_parts(documents, parts, section, bounds)
                question = replace(question, parts=parts)
            if wish is None or not wish.without:
                meaning = self._meaning(query, section, bounds, documents)
                question = replace(question, meaning=meaning)
        held = asked.answers[section]
        for answer in held:
            documents.pop(answer.document.row, None)
        return in_order([*held, *Ranking(question, self._foods).ranked(documents.values())])

    def _add_alike(
        self,
        documents: dict[int, StoredDocument],
        query: Query,
        alike: Mapping[str, float],
        section: Section,
        bounds: Bounds,
    ) -> None:
        """Add documents of foods that are near and, where few are it, what is made of the food."""
        narrowed, few, food = bounds.narrowed, len(documents) < ENOUGH, self._food(query)
        for foods in _nearest_first(alike):
            if len(documents) < bounds.room:
                most = max(_ALIKE, bounds.room - ROOM)
                _add(documents, self._store.of_foods(foods, section, narrowed, most))
        if few and food is not None and section is not Section.RECIPES:
            made = self._store.of_all_foods((food,), Wanted(), section, narrowed, _ALIKE)
            _add(documents, made)

    def _add_by_wish(
        self, documents: dict[int, StoredDocument], wish: Wish, section: Section, bounds: Bounds
    ) -> None:
        """Add a few documents of each food that fits, the best first, then what is made of it."""
        foods, most = wish.best_first(), len(documents) + _FOR_A_WISH
        for at in range(0, len(foods), _AT_ONCE):
            if len(documents) < most:
                some = foods[at : at + _AT_ONCE]
                _add(documents, self._store.of_foods(some, section, bounds.narrowed, _ALIKE))
        if wish.made_of:
            found = self._store.of_foods(wish.made_of, section, bounds.narrowed, bounds.room)
            _add(documents, found)

    def _add_by_parts(
        self,
        documents: dict[int, StoredDocument],
        parts: Sequence[Part],
        section: Section,
        bounds: Bounds,
    ) -> None:
        """Add what all parts are written in, and what is of all their foods with the rest."""
        if not parts:
            return
        narrowed, room = bounds.narrowed, bounds.room
        written = written_parts(parts)
        if written.groups:
            _add(documents, self._store.matching(written, section, narrowed, room))
        foods = [food for part in parts for food in part.foods]
        rest = written_parts([part for part in parts if not part.foods])
        _add(documents, self._store.of_all_foods(foods, rest, section, narrowed, room))

    def _meaning(
        self,
        query: Query,
        section: Section,
        bounds: Bounds,
        documents: dict[int, StoredDocument],
    ) -> Mapping[int, float]:
        """Add the documents nearest in meaning; return how near all of them are."""
        meaning = self._memory.meaning_of(query.text)
        if meaning is None:
            return {}
        known = self._store.cosines(meaning, sorted(documents))
        near = self._store.nearest(meaning, section, _FIRST_LOOK)
        best = sorted(near, key=lambda row: (-near[row], row))[:_NEAREST]
        _add(documents, self._store.of_rows(best, section, bounds.narrowed))
        return {**near, **known}

    def _wish(self, query: Query) -> Wish | None:
        return self._foods.wish([word.text for word in query.words]) if query.is_plain else None

    def _alike(self, query: Query) -> Mapping[str, float]:
        """Return the foods near the one that is asked for, or near those whose name it begins."""
        food = self._food(query)
        if food is not None:
            return self._foods.alike(food)
        return self._foods.begun(query.joined) if query.is_plain else {}

    def _food(self, query: Query) -> str | None:
        return self._foods.named(query.joined) if query.is_plain else None

    def _with_signs(self, text: str, section: Section, bounds: Bounds) -> list[Answer]:
        signs = normalised(text)
        why = (f"이름에 “{signs}”",)
        found = self._store.with_signs(signs, section, bounds.narrowed, bounds.room)
        return [Answer(document, Tier.INSIDE, 1.0, why) for document in found]


def _add(documents: dict[int, StoredDocument], found: Sequence[StoredDocument]) -> None:
    documents.update((document.row, document) for document in found)


def _nearest_first(alike: Mapping[str, float]) -> list[list[str]]:
    """Return the foods that are near, then those that only belong to the same family."""
    near = [food for food, weight in alike.items() if weight > FAMILY]
    rest = [food for food, weight in alike.items() if weight <= FAMILY]
    return [foods for foods in (near, rest) if foods]


def _around(amount: Amount, narrowed: SearchFilter) -> SearchFilter:
    """Narrow to what counts as this amount: within a twentieth."""
    margin = amount.total * _TWENTIETH
    least = Amount(amount.total - margin, amount.unit, None)
    most = Amount(amount.total + margin, amount.unit, None)
    return replace(narrowed, least=least, most=most)


def _note(text: str) -> str:
    particle = with_particle(text, "으로", "로").removeprefix(text)
    return f"“{text}”{particle} 찾음"


def _noted(answers: Sequence[Answer], corrected: str) -> list[Answer]:
    note = _note(corrected)
    return [replace(answer, why=(note, *answer.why)) for answer in answers]
