"""What standing alarms ask of the food lexicon; it is loaded when first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.classify.names import normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Lexicon(Protocol):
    @property
    def words(self) -> Mapping[str, str]:
        """Each written word with the canonical food it means."""

    @property
    def foods(self) -> Mapping[str, object]: ...

    def ancestors(self, name: str) -> Sequence[str]:
        """Return a canonical food, what it is a kind of, and so on up."""

    def plain(self, name: str) -> str: ...


class RuleFoods:
    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        self._lexicon = lexicon

    def canonical(self, text: str) -> str | None:
        """Return the food that a text names as a whole, None when it names none."""
        return self._lexicon().words.get(_written(text))

    def ancestors(self, food: str) -> Sequence[str]:
        """Return a food and what it is a kind of; one of an older lexicon is only itself."""
        lexicon = self._lexicon()
        return lexicon.ancestors(food) if food in lexicon.foods else (food,)

    def plain(self, food: str) -> str:
        """Return the food as a cook calls it: 갈비탕 for 한우갈비탕."""
        lexicon = self._lexicon()
        return lexicon.plain(food) if food in lexicon.foods else food

    def beginning_with(self, text: str, limit: int) -> tuple[str, ...]:
        """Return words that begin with a text, the shortest first, one for each food."""
        written = _written(text)
        if not written:
            return ()
        words = self._lexicon().words
        found = sorted((w for w in words if w.startswith(written)), key=lambda w: (len(w), w))
        by_food: dict[str, str] = {}
        for word in found:
            by_food.setdefault(words[word], word)
        return tuple(by_food.values())[:limit]


def _written(text: str) -> str:
    return normalised(text).replace(" ", "")
