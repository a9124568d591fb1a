"""Browsing the mall (콕): shelves, lists under conditions, what was looked at last."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.mall import MallCard, MallFilter, MallShelf, MallSort

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.classify.foods import FoodLexicon
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.mall import MallFacets
    from eats_desktop.domain.offer import Offer
    from eats_desktop.domain.order import PaidLine
    from eats_desktop.domain.schedule import ProductKey

SEEN_KEPT = 100
DROPS_FOR = timedelta(days=14)
_BOUGHT_WITHIN = timedelta(days=365)
_MOST_STORES = 3


class MallStore(Protocol):
    """storage.mall_reader has it."""

    def items(
        self,
        shelf: MallShelf,
        narrowed: MallFilter,
        sort: MallSort,
        since: datetime,
        of_stores: Collection[str] = (),
        limit: int = -1,
    ) -> array[int]: ...

    def cards(self, items: Sequence[int]) -> Mapping[int, MallCard]: ...

    def count(self) -> int: ...

    def facets(self) -> MallFacets: ...


class SeenStore(Protocol):
    def put(self, key: ProductKey, at: datetime, keep: int) -> None: ...

    def newest(self, limit: int) -> tuple[ProductKey, ...]: ...

    def clear(self) -> None: ...


class OfferStore(Protocol):
    def offers(self, keys: Collection[ProductKey]) -> Mapping[ProductKey, Offer]: ...


@dataclass(frozen=True, slots=True)
class MallQuestion:
    """What a list is asked for."""

    shelf: MallShelf = MallShelf.ALL
    sort: MallSort = MallSort.ADVISED
    narrowed: MallFilter = field(default_factory=MallFilter)


@dataclass(frozen=True, slots=True)
class ShelfCards:
    """The first cards of a shelf; `stores` are those the shopper bought from."""

    cards: tuple[MallCard, ...]
    stores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MallChoices:
    """What a list can be narrowed to, with counts: `categories` of food, `stores`."""

    products: int
    reviewed: int
    categories: tuple[tuple[str, int], ...]
    stores: tuple[tuple[str, int], ...]
    foods: Mapping[str, frozenset[str]]


class MallService:
    """`saw` and `forget_seen` are for the writer thread, the rest for reading threads."""

    def __init__(
        self,
        mall: MallStore,
        seen: SeenStore,
        offers: OfferStore,
        paid_lines: Callable[[datetime], Sequence[PaidLine]],
        lexicon: Callable[[], FoodLexicon],
        clock: Clock,
    ) -> None:
        self._mall = mall
        self._seen = seen
        self._offers = offers
        self._paid_lines = paid_lines
        self._lexicon = lexicon
        self._clock = clock

    def shelf(self, shelf: MallShelf, limit: int) -> ShelfCards:
        """Return the first cards of a shelf; none where the mall, or the shopper, has nothing."""
        if shelf is MallShelf.SEEN:
            return ShelfCards(self._seen_cards(limit))
        stores = self.bought_stores() if shelf is MallShelf.STORES else ()
        if shelf is MallShelf.STORES and not stores:
            return ShelfCards(())
        sort = MallSort.RATE if shelf is MallShelf.DEALS else MallSort.ADVISED
        items = self._items(MallQuestion(shelf, sort), stores, limit)
        return ShelfCards(self._in_order(items), stores)

    def count(self) -> int:
        """Return how many products are on sale."""
        return self._mall.count()

    def items(self, question: MallQuestion) -> array[int]:
        """Return the numbers of all items of a list in order: a snapshot to page through."""
        stores = self.bought_stores() if question.shelf is MallShelf.STORES else ()
        return self._items(question, stores, -1)

    def cards(self, items: Sequence[int]) -> Mapping[int, MallCard]:
        """Return the cards of a page; what has left the mall since is missing."""
        return self._mall.cards(items)

    def choices(self) -> MallChoices:
        """Return what a list can be narrowed to."""
        facets, lexicon = self._mall.facets(), self._lexicon()
        counts: Counter[str] = Counter()
        foods: dict[str, set[str]] = defaultdict(set)
        for name, count in facets.foods:
            food = lexicon.foods.get(name)
            if food is not None:
                counts[food.category] += count
                foods[food.category].add(name)
        return MallChoices(
            facets.products,
            facets.reviewed,
            tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))),
            facets.stores,
            {category: frozenset(names) for category, names in foods.items()},
        )

    def bought_stores(self) -> tuple[str, ...]:
        """Return up to three stores of paid orders of a year: most pieces, then last bought."""
        pieces: Counter[str] = Counter()
        for paid in self._paid_lines(self._clock.now() - _BOUGHT_WITHIN):
            if paid.line.brand:
                pieces[paid.line.brand] += paid.line.quantity
        return tuple(store for store, _ in pieces.most_common(_MOST_STORES))

    def saw(self, key: ProductKey) -> None:
        """Remember that the shopper looked at a product."""
        self._seen.put(key, self._clock.now(), SEEN_KEPT)

    def forget_seen(self) -> None:
        self._seen.clear()

    def _items(self, question: MallQuestion, stores: Sequence[str], limit: int) -> array[int]:
        since = self._clock.now() - DROPS_FOR
        return self._mall.items(
            question.shelf, question.narrowed, question.sort, since, stores, limit
        )

    def _in_order(self, items: Sequence[int]) -> tuple[MallCard, ...]:
        cards = self._mall.cards(items)
        return tuple(cards[item] for item in items if item in cards)

    def _seen_cards(self, limit: int) -> tuple[MallCard, ...]:
        keys = self._seen.newest(limit)
        offers = self._offers.offers(keys) if keys else {}
        return tuple(MallCard(offers[key]) for key in keys if key in offers)
