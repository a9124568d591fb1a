"""The bounds of a recipe search as masks over the shelf, and what each value would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from eats_desktop.search.recipe_shelf import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.domain.recipe_search import RecipeFacets
    from eats_desktop.search.recipe_shelf import Mask, Places, RecipeShelf

MINUTES = (5, 10, 15, 20, 30, 60, 90, 120)
"""Steps of "at most so many minutes"."""

SERVINGS = (1, 2, 3, 4, 5, 6)
"""Steps of "for at least so many"."""


class Bounds:
    """What a search leaves; `banned` are recipes that must not be found at all."""

    def __init__(self, shelf: RecipeShelf, facets: RecipeFacets, banned: Mask | None) -> None:
        self._shelf = shelf
        self._banned = banned
        self._masks = dict(_masks(shelf, facets))

    def within(self, places: Places) -> Places:
        """Return those of the places that all bounds leave, in their order."""
        return places[self._leaves(places)]

    def counts(self, places: Places) -> dict[str, dict[str, int]]:
        """Count what every value of each facet would leave of the places, the others held."""
        shelf = self._shelf
        found: dict[str, dict[str, int]] = {}
        for facet, values in shelf.values.items():
            left = values.of[places[self._leaves(places, but=facet)]]
            tally = np.bincount(left[left != UNKNOWN], minlength=len(values.names))
            named = zip(values.names, tally.tolist(), strict=True)
            ordered = sorted(named, key=lambda one: (-one[1], one[0]))
            found[facet] = {name: count for name, count in ordered if count}
        minutes = shelf.minutes[places[self._leaves(places, but="minutes")]]
        found["minutes"] = {
            str(most): int(np.count_nonzero((minutes != UNKNOWN) & (minutes <= most)))
            for most in MINUTES
        }
        servings = shelf.servings[places[self._leaves(places, but="servings")]]
        found["servings"] = {
            str(least): int(np.count_nonzero(servings >= least)) for least in SERVINGS
        }
        return found

    def _leaves(self, places: Places, but: str | None = None) -> Mask:
        left = np.ones(len(places), np.bool_)
        if self._banned is not None:
            left &= ~self._banned[places]
        for facet, mask in self._masks.items():
            if facet != but:
                left &= mask[places]
        return left


def _masks(shelf: RecipeShelf, facets: RecipeFacets) -> Iterator[tuple[str, Mask]]:
    wanted = {
        "category": facets.categories,
        "occasion": facets.occasions,
        "method": facets.methods,
        "difficulty": facets.difficulties,
    }
    for facet, names in wanted.items():
        if names:
            yield facet, shelf.values[facet].among(names)
    if facets.minutes_at_most is not None:
        minutes = shelf.minutes
        yield "minutes", (minutes != UNKNOWN) & (minutes <= facets.minutes_at_most)
    if facets.servings_at_least is not None:
        servings = shelf.servings
        yield "servings", (servings != UNKNOWN) & (servings >= facets.servings_at_least)
