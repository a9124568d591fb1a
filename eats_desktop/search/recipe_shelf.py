"""All recipes in columns, in the order of their keys, and which of them need each food.

A place is the number of a recipe in that order; numpy, so that 80,000 recipes are gone through in
milliseconds. Weights are logarithms of how rare a food is in the library (inverse document
frequency), so that 소금 counts little and 고등어 much.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from eats_desktop.domain.ingredient_line import WATER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from eats_desktop.domain.recipe_search import RecipeOutline

Places: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.float64]

UNKNOWN = -1
"""Stands in the columns of numbers where a recipe does not say."""

NAMED_FACETS = ("category", "occasion", "method", "difficulty")

_RAREST = 0.01
"""A food in fewer recipes than this share weighs no more: saffron must not decide."""

_LEAST = 0.05


class Values:
    """One named facet: the number of each recipe's value, and what the numbers mean."""

    def __init__(self, written: Iterable[str | None]) -> None:
        numbers: dict[str, int] = {}
        found = [
            UNKNOWN if one is None else numbers.setdefault(one, len(numbers)) for one in written
        ]
        self.of = np.array(found, np.int16)
        self.names = tuple(numbers)

    def among(self, names: Iterable[str]) -> Mask:
        wanted = [number for number, name in enumerate(self.names) if name in names]
        return np.isin(self.of, wanted)


class RecipeShelf:
    """Unchanging; made anew when a recipe has changed."""

    def __init__(
        self,
        outlines: Sequence[RecipeOutline],
        rows_of_foods: Mapping[str, Sequence[int]],
        rows_of_names: Mapping[str, Sequence[int]],
    ) -> None:
        """The rows of a food, or of a name no food is known by, may tell a recipe twice."""
        self.count = len(outlines)
        self.rows = np.array([one.row for one in outlines], np.int64)
        self.minutes = _numbers(one.minutes for one in outlines)
        self.servings = _numbers(one.servings for one in outlines)
        self.values = {
            name: Values(getattr(one, name) for one in outlines) for name in NAMED_FACETS
        }
        liked = np.log1p(np.array([max(one.popularity, 0) for one in outlines], np.float64))
        self.liked: Numbers = liked / max(float(liked.max(initial=0.0)), 1.0)
        self._place_of_row = self._by_row()
        known = {food: rows for food, rows in rows_of_foods.items() if food != WATER}
        self._of_food = {food: self._unique(rows) for food, rows in known.items()}
        self._of_name = {name: self._unique(rows) for name, rows in rows_of_names.items()}
        self.unknown = self._tally(self._of_name.values())
        self.needed = self._tally(self._of_food.values()) + self.unknown
        self.weight: Numbers = np.zeros(self.count)
        for food, places in self._of_food.items():
            self.weight[places] += self.weight_of(food)
        self.weight_of_unknown = self._weight(0)
        self.weight += self.unknown * self.weight_of_unknown

    def places(self, rows: Sequence[int]) -> Places:
        """Return the places of rows, UNKNOWN for a row that is not there."""
        wanted = np.array(rows, np.int64)
        inside = (wanted >= 0) & (wanted < len(self._place_of_row))
        found: Places = np.full(len(wanted), UNKNOWN, np.int64)
        found[inside] = self._place_of_row[wanted[inside]]
        return found

    @property
    def foods(self) -> AbstractSet[str]:
        """Return the foods that any recipe needs."""
        return self._of_food.keys()

    @property
    def names(self) -> AbstractSet[str]:
        """Return the written names of ingredients that no food is known by."""
        return self._of_name.keys()

    def needing(self, food: str) -> Places:
        """Return the places of the recipes that need this very food."""
        return self._of_food.get(food, _NOWHERE)

    def naming(self, name: str) -> Places:
        """Return the places of the recipes that ask for something unknown by this name."""
        return self._of_name.get(name, _NOWHERE)

    def weight_of(self, food: str) -> float:
        """Return how much a food counts, the same for all foods that no recipe needs."""
        return self._weight(len(self._of_food.get(food, _NOWHERE)))

    def _weight(self, recipes: int) -> float:
        share = max((recipes + 0.5) / (self.count + 1), _RAREST)
        return max(-math.log(min(share, 1.0)), _LEAST)

    def _by_row(self) -> Places:
        found: Places = np.full(int(self.rows.max(initial=0)) + 1, UNKNOWN, np.int64)
        found[self.rows] = np.arange(self.count)
        return found

    def _unique(self, rows: Sequence[int]) -> Places:
        places = self.places(rows)
        known: Places = np.unique(places[places != UNKNOWN])
        return known

    def _tally(self, found: Iterable[Places]) -> Places:
        """Count how many of the lists each place is in."""
        counts: Places = np.zeros(self.count, np.int64)
        for places in found:
            counts[places] += 1
        return counts


_NOWHERE: Places = np.array([], np.int64)


def _numbers(written: Iterable[int | None]) -> NDArray[np.int32]:
    return np.array([UNKNOWN if one is None else one for one in written], np.int32)
