"""Recipes this household may like, by what it did; in the library's own order until that helps.

The learned order is used only where it foretold the household's later choices better than
popularity and than its latest recipes, beyond doubt (see search.taste).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.recipe_event import RecipeEventKind
from eats_desktop.services.found_recipes import suggested
from eats_desktop.services.raw_products import raw_foods

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.food import FoodReading
    from eats_desktop.domain.order import PaidLine
    from eats_desktop.domain.recipe_event import RecipeEvent
    from eats_desktop.domain.recipe_search import FoundRecipe, RecipeCard
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.search.recipe_shelf import Numbers
    from eats_desktop.search.taste import Act, Taste, Verdict
    from eats_desktop.services.recipe_catalogue import ReadyLibrary

_MEMORY = timedelta(days=365)
_VIEW, _COOK, _WISH, _CART, _ORDER, _STAR = 1.0, 3.0, 1.0, 1.5, 2.0, 1.5
_FAIR_STARS = 3
_NEW_DAYS = 3.0
"""A recipe acted on so lately is not suggested again."""


class Events(Protocol):
    def since(self, start: datetime) -> tuple[RecipeEvent, ...]: ...


class Wishes(Protocol):
    def wishes(self) -> tuple[Wish, ...]: ...


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...


class Orders(Protocol):
    def paid_lines(self, since: datetime) -> tuple[PaidLine, ...]: ...


class Rows(Protocol):
    def rows(self, keys: Sequence[RecipeKey]) -> Mapping[RecipeKey, int]: ...


class Cards(Protocol):
    def cards(self, rows: Sequence[int]) -> Mapping[int, RecipeCard]: ...


class Foods(Protocol):
    def readings(self, names: Mapping[ProductKey, str]) -> Mapping[ProductKey, FoodReading]: ...


@dataclass(frozen=True, slots=True)
class Household:
    """Where the acts of a household are read."""

    events: Events
    wishes: Wishes
    cart: Cart
    orders: Orders
    foods: Callable[[], Foods]


class TasteService:
    """For reading threads."""

    def __init__(
        self,
        household: Household,
        library: Callable[[], ReadyLibrary],
        recipes: Rows,
        cards: Cards,
        clock: Clock,
    ) -> None:
        self._household = household
        self._library = library
        self._recipes = recipes
        self._cards = cards
        self._clock = clock
        self._lock = threading.Lock()
        self._taste: tuple[int, Taste] | None = None
        self._today: tuple[tuple[int, date], Numbers | None] | None = None

    def verdict(self) -> Verdict | None:
        """Return how well the learned order foretells; None while there are too few choices."""
        return self._known().judged(self._acts())

    def suggested(self, limit: int) -> tuple[FoundRecipe, ...]:
        """Return recipes that may be liked: learned where that is better, else most popular.

        A library that knows no popularity is shown in another order each day.
        """
        import numpy as np  # noqa: PLC0415  not needed before the first list

        library, taste, acts = self._library(), self._known(), self._acts()
        weights = self._learned(taste, acts)
        now = self._clock.now()
        day = self._day(now)
        if weights is not None:
            scores = taste.signals(acts, day).columns @ weights
        elif library.shelf.liked.any():
            scores = library.shelf.liked
        else:
            scores = np.random.default_rng(korean_day(now).toordinal()).random(library.shelf.count)
        fresh = {a.place for a in acts if a.place is not None and day - a.day < _NEW_DAYS}
        order = np.argsort(-np.round(scores, 9), kind="stable")
        places = [at for at in order[: limit + len(fresh)].tolist() if at not in fresh][:limit]
        rows = library.shelf.rows[places].tolist()
        cards = self._cards.cards(rows)
        told: list[FoundRecipe] = []
        for place, row in zip(places, rows, strict=True):
            if row in cards:
                foods = [need.food for need in cards[row].needs if need.food is not None]
                liked = taste.liked_foods(acts, day, foods)[:2] if weights is not None else []
                told.append(suggested(cards[row], float(scores[place]), _why(cards[row], liked)))
        return tuple(told)

    def _known(self) -> Taste:
        from eats_desktop.search.taste import Taste  # noqa: PLC0415  loads numpy and scipy

        library = self._library()
        with self._lock:
            if self._taste is None or self._taste[0] != library.changes:
                self._taste = (library.changes, Taste(library.shelf))
            return self._taste[1]

    def _learned(self, taste: Taste, acts: Sequence[Act]) -> Numbers | None:
        """Return the weights of today, None where they do not help; seconds for years of acts."""
        today = (self._library().changes, korean_day(self._clock.now()))
        with self._lock:
            if self._today is None or self._today[0] != today:
                verdict = taste.judged(acts)
                helps = verdict is not None and verdict.is_better
                self._today = (today, taste.learned(acts) if helps else None)
            return self._today[1]

    def _acts(self) -> list[Act]:
        """Return everything the household did within a year, oldest first."""
        return sorted([*self._with_recipes(), *self._with_products()], key=lambda act: act.day)

    def _with_recipes(self) -> Iterator[Act]:
        from eats_desktop.search.taste import Act  # noqa: PLC0415  loads numpy and scipy

        events = self._household.events.since(self._clock.now() - _MEMORY)
        keys = list(dict.fromkeys(event.recipe for event in events))
        rows = self._recipes.rows(keys)
        places = self._library().shelf.places([rows.get(key, -1) for key in keys]).tolist()
        place_of = dict(zip(keys, places, strict=True))
        seen: set[tuple[RecipeKey, int]] = set()
        for event in events:
            place, day = place_of[event.recipe], self._day(event.at)
            if place < 0:
                continue
            first = (event.recipe, int(day)) not in seen
            seen.add((event.recipe, int(day)))
            is_choice = first and (event.value is None or event.value > _FAIR_STARS)
            yield Act(day, _weight(event), place, is_choice=is_choice)

    def _with_products(self) -> Iterator[Act]:
        from eats_desktop.search.taste import Act  # noqa: PLC0415  loads numpy and scipy

        since = self._clock.now() - _MEMORY
        did: list[tuple[datetime, float, ProductKey, str]] = []
        for wish in self._household.wishes.wishes():
            product = wish.product or wish.headline
            if product is not None:
                did.append((wish.created_at, _WISH, product, wish.title))
        did += [
            (line.added_at, _CART, line.product, line.name) for line in self._household.cart.lines()
        ]
        did += [
            (paid.paid_at, _ORDER, paid.line.product, paid.line.name)
            for paid in self._household.orders.paid_lines(since)
        ]
        if not did:
            return
        readings = self._household.foods().readings({one[2]: one[3] for one in did})
        for at, weight, product, _ in did:
            foods = raw_foods(readings[product])
            if foods and at >= since:
                yield Act(self._day(at), weight, foods=foods)

    def _day(self, at: datetime) -> float:
        return at.timestamp() / 86400


def _why(card: RecipeCard, liked: Sequence[str]) -> tuple[str, ...]:
    if liked:
        return (f"즐겨 찾는 재료: {', '.join(liked)}",)
    return ("많이 찾는 요리",) if card.popularity else ()


def _weight(event: RecipeEvent) -> float:
    if event.kind is RecipeEventKind.RATE:
        return _STAR * ((event.value or _FAIR_STARS) - _FAIR_STARS)
    return _COOK if event.kind is RecipeEventKind.COOK else _VIEW
