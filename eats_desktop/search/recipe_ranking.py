"""Ranks all recipes by what of them is at hand: covered, used, missing, liked.

score = 0.40 · covered + 0.30 · used + 0.10 / (1 + missing) + 0.20 · liked, in 0…1. `covered` is
the share of a recipe's foods that the asked ones meet and `used` the share of the asked ones that
the recipe uses, both by the weights of the foods. What only stands in counts less, and nothing
where the recipe needs that food itself, too: 두부 is no second 계란. `missing` counts what neither
the asked foods nor anything else that is held meets. `liked` is the logarithm of the views beside
the library's most. Equals stand in the order of their keys.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.recipe_search import Fit
from eats_desktop.search.fulfilling import written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from eats_desktop.domain.fulfilment import Holding
    from eats_desktop.search.foods import Foods
    from eats_desktop.search.fulfilling import Larder, Met
    from eats_desktop.search.recipe_shelf import Numbers, Places, RecipeShelf

_COVERED, _USED, _COMPLETE, _LIKED = 0.40, 0.30, 0.10, 0.20
_WIDER, _INSTEAD = 0.8, 0.5
"""How much counts a wider food than the recipe asks for, and a substitute."""

_FEW = 15
"""With fewer recipes that need what is held, those it is only a substitute in are found too."""

_ALIKE = 1e-9
"""Scores are rounded so: sums of the same numbers in another order may differ further behind."""


class NeedMet(NamedTuple):
    """`held` is the food that meets the need, `counts` how much of it that is worth, to 1."""

    held: str
    fit: Fit
    counts: float

    @property
    def is_substitute(self) -> bool:
        """Tell whether it is another food than the one needed, not only a wider one."""
        return self.counts <= _INSTEAD


class _Met(NamedTuple):
    """A need that is met, the recipes that have it, and what it weighs in them."""

    needed: str
    need: NeedMet
    having: Places
    weight: float


class Ranked(NamedTuple):
    """All recipes that use anything of what is held, best first, each with its score."""

    places: Places
    scores: Numbers


class RecipeRanking:
    """For one shelf."""

    def __init__(self, shelf: RecipeShelf, foods: Foods) -> None:
        self._shelf = shelf
        self._foods = foods
        self._stand_ins: dict[str, list[str]] = {}
        for food in shelf.foods:
            for other in foods.substitutes(food):
                self._stand_ins.setdefault(other, []).append(food)

    def ranked(
        self, larder: Larder, holdings: Collection[Holding], besides: Larder | None = None
    ) -> Ranked:
        """Rank by what is asked for, as the larder of these holdings says what meets what.

        What is held `besides` need not be bought, but finds no recipe of its own.
        """
        met = list(self._met(larder, holdings))
        others = [] if besides is None else list(self._met(besides, besides.holdings))
        return self._scored(met, {one.food for one in holdings}, others)

    def _met(self, larder: Larder, holdings: Collection[Holding]) -> Iterator[_Met]:
        shelf = self._shelf
        for food in sorted(self._may_be_met({one.food for one in holdings})):
            need = need_met(self._foods, food, larder.food(food))
            if need is not None:
                yield _Met(food, need, shelf.needing(food), shelf.weight_of(food))
        written_names = {written(name) for one in holdings for name in (one.food, one.name)}
        for name in sorted(n for held in written_names for n in self._names.get(held, ())):
            need = need_met(self._foods, name, larder.unknown(name))
            if need is not None:
                yield _Met(name, need, shelf.naming(name), shelf.weight_of_unknown)

    def _scored(self, met: Sequence[_Met], held: set[str], others: Sequence[_Met]) -> Ranked:
        shelf = self._shelf
        covered, filled = np.zeros(shelf.count), np.zeros(shelf.count, np.int64)
        used = {food: np.zeros(shelf.count, np.float32) for food in held}
        is_direct = np.zeros(shelf.count, np.bool_)
        is_found = is_direct.copy()
        for one in sorted(met, key=lambda one: one.need.is_substitute):
            having, counts, of_it = one.having, one.need.counts, used[one.need.held]
            if one.need.is_substitute:
                is_found[having] = True
                having = having[of_it[having] <= _INSTEAD]
            else:
                is_direct[having] = True
            filled[having] += 1
            covered[having] += one.weight * counts
            of_it[having] = np.maximum(of_it[having], np.float32(counts))
        asked = {one.needed for one in met}
        for one in others:
            if one.needed not in asked:
                filled[one.having] += 1
        is_few = np.count_nonzero(is_direct) < _FEW
        places: Places = np.flatnonzero(is_direct | is_found if is_few else is_direct)
        worth = {food: self._worth(food) for food in sorted(held)}
        share = np.zeros(len(places))
        for food, weight in worth.items():
            share += weight * used[food][places]
        score = (
            _COVERED * covered[places] / shelf.weight[places]
            + _USED * share / max(sum(worth.values()), _ALIKE)
            + _COMPLETE / (1 + shelf.needed[places] - filled[places])
            + _LIKED * shelf.liked[places]
        )
        order = np.argsort(-np.round(score / _ALIKE), kind="stable")
        return Ranked(places[order], score[order])

    def _worth(self, held: str) -> float:
        """Return what a holding counts: as the narrowest of the library's foods that it is."""
        if written(held) in self._names:
            return self._shelf.weight_of_unknown
        line = self._foods.lineage(held)
        return next((self._shelf.weight_of(one) for one in line if one in self._shelf.foods), 0.0)

    def _may_be_met(self, held: Iterable[str]) -> set[str]:
        """Return the foods of the library that a holding may meet, whether or not it does."""
        near: set[str] = set()
        for food in held:
            line = self._foods.lineage(food)
            near.update(line, self._foods.kinds(food))
            near.update(other for one in line for other in self._stand_ins.get(one, ()))
        return near & self._shelf.foods

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Return the names of unknown ingredients, as they are compared, with their writings."""
        names: dict[str, list[str]] = {}
        for name in self._shelf.names:
            names.setdefault(written(name), []).append(name)
        return names


def need_met(foods: Foods, needed: str, met: Met) -> NeedMet | None:
    """Return how a holding meets a need, None when it is missing."""
    if met.availability is Availability.MISSING or met.holding is None:
        return None
    held = met.holding.food
    if held == needed:
        return NeedMet(held, Fit.SAME, 1.0)
    if not met.stands_in or foods.plain(held) == foods.plain(needed):
        return NeedMet(held, Fit.KIND, 1.0)
    return NeedMet(held, Fit.INSTEAD, _WIDER if held in foods.lineage(needed) else _INSTEAD)
