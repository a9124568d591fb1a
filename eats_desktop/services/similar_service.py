"""Counterparts of a product in the other market: 방송 상품 ↔ 콕 상품."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.catalog import ReadProduct
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.search.matching import FoodTree, rank
from eats_desktop.search.name_likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.search.embedding import Embedder
    from eats_desktop.search.matching import Match

MALL, TV = "mall", "tv"
_SHOWN = 5
_UNNUMBERED = ProductKey("", "")


class MatchStore(Protocol):
    def item(self, key: ProductKey) -> ReadProduct | None:
        """Return a stored product that was read, None when there is none."""

    def items_of(
        self, foods: Collection[str], ingredients: Collection[str], market: str, now: datetime
    ) -> tuple[ReadProduct, ...]:
        """Return the foods of a market that are one of `foods` (or a kind of it), or made of one
        of `ingredients`; of TV only what is on air or still to come, not cancelled."""

    def items(
        self, keys: Collection[ProductKey], market: str, now: datetime
    ) -> tuple[ReadProduct, ...]:
        """Return those of these foods of a market that are offered."""


class NamedLike(Protocol):
    """Finds products whose names mean the nearest, for where no food is known."""

    def __call__(self, name: str, market: str) -> Sequence[ProductKey]: ...


class Relatives(FoodTree, Protocol):
    def relatives(self, name: str) -> frozenset[str]:
        """Return the food, what it is a kind of, its kinds, and its family."""


class SimilarService:
    def __init__(
        self,
        store: MatchStore,
        read: Callable[[str], FoodReading],
        foods: Relatives,
        named_like: NamedLike,
        embedder: Callable[[], Embedder | None],
        clock: Clock,
    ) -> None:
        self._store = store
        self._read = read
        self._foods = foods
        self._named_like = named_like
        self._embedder = embedder
        self._clock = clock

    def of_name(self, name: str, to: str, limit: int = _SHOWN) -> tuple[Match, ...]:
        """Return the counterparts of a product of this name, best first; () when there are none."""
        if not name.strip():
            raise InputError("상품 이름을 적어 주세요.")
        return self._of(ReadProduct(_UNNUMBERED, name, self._read(name)), to, limit)

    def of_product(self, key: ProductKey, to: str, limit: int = _SHOWN) -> tuple[Match, ...]:
        """Return the counterparts of a stored product; () when it is unknown or no food."""
        item = self._store.item(key)
        if item is None or not item.reading.is_food:
            return ()
        return self._of(item, to, limit)

    def _of(self, ours: ReadProduct, to: str, limit: int) -> tuple[Match, ...]:
        now = self._clock.now()
        words = ours.reading.words
        found = {c.key: c for c in self._store.items(self._named_like(ours.name, to), to, now)}
        if words.foods:
            near = frozenset[str]().union(*map(self._foods.relatives, words.foods))
            found |= {c.key: c for c in self._store.items_of(near, words.ingredients, to, now)}
        candidates = list(found.values())
        alike = likeness(ours.name, [item.name for item in candidates], self._embedder())
        return rank(self._foods, ours, candidates, alike)[:limit]
