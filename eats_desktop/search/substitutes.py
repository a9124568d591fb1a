"""Ranks ingredients by how well they stand in for another in cooking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eats_desktop.search.embedding import Embedder
    from eats_desktop.search.foods import FoodLike

_WRITTEN, _WRITTEN_BACK, _KIND, _FAMILY = 0.6, 0.5, 0.45, 0.25
_STEP = 0.02
"""Substitutes are written best first: each place behind counts so much less."""


class KnownFoods(Protocol):
    @property
    def foods(self) -> Mapping[str, FoodLike]: ...
    @property
    def words(self) -> Mapping[str, str]: ...
    def ancestors(self, name: str) -> tuple[str, ...]: ...


class Substitutes:
    """What the lexicon writes comes first, then kinds and family; meaning decides among equals."""

    def __init__(self, lexicon: KnownFoods, embedder: Embedder | None) -> None:
        self._lexicon = lexicon
        self._embedder = embedder

    def ranked(self, ingredient: str, pool: Sequence[str]) -> list[tuple[int, float]]:
        """Return places in the pool with a score, best first; the ingredient itself left out."""
        meanings = self._meanings(ingredient, pool)
        own = self._food(ingredient)
        scored = [
            (place, self._near(own, self._food(name)) + 0.4 * meanings[place])
            for place, name in enumerate(pool)
            if name != ingredient
        ]
        return sorted(scored, key=lambda one: (-one[1], one[0]))

    def _meanings(self, ingredient: str, pool: Sequence[str]) -> list[float]:
        if self._embedder is None or not pool:
            return [0.0] * len(pool)
        vectors = self._embedder.embed([ingredient, *pool])
        return [max(0.0, float(cosine)) for cosine in vectors[1:] @ vectors[0]]

    def _food(self, name: str) -> FoodLike | None:
        known = self._lexicon.words.get(name.replace(" ", ""))
        return None if known is None else self._lexicon.foods[known]

    def _near(self, own: FoodLike | None, other: FoodLike | None) -> float:
        if own is None or other is None:
            return 0.0
        if other.name in own.instead:
            return _WRITTEN - _STEP * own.instead.index(other.name)
        if own.name in other.instead:
            return _WRITTEN_BACK - _STEP * other.instead.index(own.name)
        up_own, up_other = self._lexicon.ancestors(own.name), self._lexicon.ancestors(other.name)
        if set(up_own) & set(up_other):
            return _KIND
        return _FAMILY if own.family == other.family else 0.0
