"""Search over broadcasts and products: plain text match until the search index arrives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.catalog import MallProduct
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast


class SearchStore(Protocol):
    def matching_broadcasts(
        self, words: tuple[str, ...], limit: int, now: datetime
    ) -> tuple[Broadcast, ...]:
        """Return food broadcasts whose title or a product's name holds every word: on air first,
        then the soonest, past ones last."""

    def matching_products(self, words: tuple[str, ...], limit: int) -> tuple[MallProduct, ...]: ...


@dataclass(frozen=True, slots=True)
class SearchResult:
    query: str
    broadcasts: tuple[Broadcast, ...]
    products: tuple[MallProduct, ...]


class SearchService:
    def __init__(self, store: SearchStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def search(self, query: str, scope: str = "all", limit: int = 50) -> SearchResult:
        """Find what holds every word; `scope` is all, broadcasts, products or recipes."""
        words = tuple(query.split())
        if not words:
            raise InputError("찾을 말을 적어 주세요.")
        broadcasts = (
            self._store.matching_broadcasts(words, limit, self._clock.now())
            if scope in ("all", "broadcasts")
            else ()
        )
        products = (
            self._store.matching_products(words, limit) if scope in ("all", "products") else ()
        )
        return SearchResult(query, broadcasts, products)
