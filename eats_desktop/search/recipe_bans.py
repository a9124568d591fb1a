"""Which recipes must not be found: those with a food that is not wanted, or with an allergen."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

import numpy as np

from eats_desktop.search.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from eats_desktop.domain.recipe_search import RecipeFacets
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.recipe_shelf import Mask, Places, RecipeShelf

_SHORTEST = 2
"""Shorter words are not looked for inside a name nobody knows: 파 also stands in 파슬리가루."""


class AllergensOf(Protocol):
    """Tells the labelled allergens that a canonical food holds."""

    def __call__(self, food: str) -> frozenset[str]: ...


class Bans:
    """For one shelf."""

    def __init__(
        self,
        shelf: RecipeShelf,
        foods: Foods,
        allergens_of: AllergensOf,
        rows_of_dishes: Callable[[Collection[str]], Sequence[int]],
        rows_of_writings: Callable[[], Mapping[str, Sequence[int]]],
    ) -> None:
        """`rows_of_dishes` finds the recipes that are called one of these dishes,
        `rows_of_writings` those of every line that is written otherwise than its food."""
        self._shelf = shelf
        self._foods = foods
        self._allergens_of = allergens_of
        self._rows_of_dishes = rows_of_dishes
        self._rows_of_writings = rows_of_writings
        self._held: dict[str, frozenset[str]] = {}

    def of(self, facets: RecipeFacets) -> Mask | None:
        """Return the recipes that must not be found, None when nothing is banned."""
        if not facets.without and not facets.allergens:
            return None
        banned = np.zeros(self._shelf.count, np.bool_)
        foods = set(self._unwanted(facets.without))
        unwanted = foods | self._holding(self._shelf.foods | self._told.keys(), facets.allergens)
        if facets.allergens:
            banned |= self._shelf.unknown > 0
        self._ban_dishes(banned, unwanted | self._holding(self._parts, facets.allergens))
        for food in unwanted:
            banned[self._needing(food)] = True
        written = {*facets.without, *(w for food in foods for w in self._foods.writings(food))}
        for name in self._names_with(map(_compared, written)):
            banned[self._shelf.naming(name)] = True
        return banned

    def warm(self) -> None:
        """Read what the first ban would wait for."""
        _ = self._told, self._parts, self._unknown

    def knows(self, word: str) -> bool:
        """Tell whether leaving out a word could leave out anything: it is a food, or stands in
        the name of an ingredient."""
        asked = _compared(word)
        return self._foods.named(asked) is not None or any(self._names_with([asked]))

    def _ban_dishes(self, banned: Mask, unwanted: AbstractSet[str]) -> None:
        """Ban what needs, or is called, a dish of an unwanted food, whatever its lines say."""
        dishes = [d for d, parts in self._foods.dishes.items() if not unwanted.isdisjoint(parts)]
        for dish in dishes:
            banned[self._needing(dish)] = True
        places = self._shelf.places(self._rows_of_dishes(dishes))
        banned[places[places >= 0]] = True

    def _needing(self, food: str) -> Places:
        """Return the recipes with a line of this food, or one that names it beside another."""
        told = self._told.get(food)
        needing = self._shelf.needing(food)
        return needing if told is None else np.concatenate([needing, told])

    @cached_property
    def _told(self) -> dict[str, Places]:
        """Return the recipes whose lines name each food, whatever they are read as (소고기 or
        돼지고기, 홍게간장)."""
        rows: dict[str, list[int]] = {}
        for name, some in self._rows_of_writings().items():
            for food in set(self._named_in(name)):
                rows.setdefault(food, []).extend(some)
        found = {food: self._shelf.places(some) for food, some in rows.items()}
        return {food: places[places >= 0] for food, places in found.items()}

    def _named_in(self, name: str) -> Iterator[str]:
        """Yield the foods that a written name tells of."""
        for word in plain(name).split():
            food = self._foods.named(word)
            told = (food,) if food else (part.food for part in self._foods.parts(word))
            yield from filter(None, told)

    def _holding(self, foods: Iterable[str], allergens: AbstractSet[str]) -> set[str]:
        return {f for f in foods if allergens and not self._allergens(f).isdisjoint(allergens)}

    def _unwanted(self, words: Iterable[str]) -> Iterator[str]:
        """Yield the foods that the words name, and all their kinds."""
        for word in words:
            food = self._foods.named(_compared(word))
            if food is not None:
                yield food
                yield from self._foods.kinds(food)

    def _names_with(self, words: Iterable[str]) -> Iterator[str]:
        """Yield the names of unknown ingredients in which any of the words stands."""
        names, text, ends = self._unknown
        for word in words:
            at = text.find(word) if len(word) >= _SHORTEST else -1
            while at >= 0:
                yield names[bisect_right(ends, at)]
                at = text.find(word, at + 1)

    @cached_property
    def _unknown(self) -> tuple[list[str], str, list[int]]:
        """Return the names, all of them in one text, and where each ends in it."""
        names = sorted(self._shelf.names)
        lines = [f"{_compared(name)}\n" for name in names]
        return names, "".join(lines), list(accumulate(map(len, lines)))

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Return every food that a dish is of."""
        return frozenset(part for parts in self._foods.dishes.values() for part in parts)

    def _allergens(self, food: str) -> frozenset[str]:
        if food not in self._held:
            self._held[food] = self._allergens_of(food)
        return self._held[food]


def _compared(word: str) -> str:
    return joined(plain(word))
