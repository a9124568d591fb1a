"""Completes a query with every key (자동 완성), also while a syllable is being composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import letters, split_clusters
from eats_desktop.domain.search import Suggestion
from eats_desktop.search.query import WordKind, other_keyboard, understood
from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from eats_desktop.domain.search import Term
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.vocabulary import Vocabulary

_FEW = 3
"""With fewer completions, what may have been mistyped is suggested too."""


class SuggestService:
    def __init__(self, vocabulary: Callable[[], Vocabulary], foods: Foods) -> None:
        self._vocabulary = vocabulary
        self._foods = foods

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return words to search for, the commonest of each way first; none for nothing typed."""
        typed = joined(plain(prefix))
        if not typed:
            return ()
        found: dict[str, Suggestion] = {}
        for suggestion in self._found(prefix, typed, limit):
            found.setdefault(suggestion.text, suggestion)
            if len(found) == limit:
                break
        return tuple(found.values())

    def _found(self, prefix: str, typed: str, limit: int) -> Iterator[Suggestion]:
        words = self._vocabulary()
        count = 0
        for suggestion in self._completed(words, typed, limit):
            count += 1
            yield suggestion
        other = other_keyboard(prefix)
        if other is not None and count < _FEW:
            for suggestion in self._told(words.starting(letters(joined(other)), limit), "자판"):
                count += 1
                yield suggestion
        if count < _FEW and not self._is_known(words, typed):
            yield from self._mistyped(words, typed, limit)

    def _completed(self, words: Vocabulary, typed: str, limit: int) -> Iterator[Suggestion]:
        food = self._foods.named(typed)
        if food is not None and food != typed:
            yield Suggestion(food, "food", "같은 말")
        if len(understood(typed).words) == 1 and understood(typed).words[0].kind is WordKind.SOUNDS:
            yield from self._told(words.sounding(split_clusters(typed), limit), "초성")
            return
        yield from self._told(words.starting(letters(typed), limit), "이어지는 말")
        if len(typed) > 1:
            yield from self._told(words.holding(typed, limit), "들어 있는 말")

    def _mistyped(self, words: Vocabulary, typed: str, limit: int) -> Iterator[Suggestion]:
        near = [term for term, _ in words.near(typed, limit)]
        yield from self._told(near or words.near_start(letters(typed), limit), "비슷한 말")

    def _is_known(self, words: Vocabulary, typed: str) -> bool:
        return typed in words or self._foods.named(typed) is not None

    def _told(self, terms: Iterable[Term], why: str) -> Iterator[Suggestion]:
        """Suggest a food by its usual name; other words as they are written."""
        for term in terms:
            kind = "word" if self._foods.named(term.text) is None else "food"
            yield Suggestion(term.text, kind, why)
