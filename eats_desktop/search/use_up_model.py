"""The integer programme that chooses dishes which use up the stock together.

One column is a dish in certain servings, cooked or not; beside it stands how much of each of its
wants each lot meets. The rule of the least use (LEAST_USE) is added only where a solution breaks
it: a solution that keeps every rule it was not told of is the best with them, too.
"""

from __future__ import annotations

import math
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from eats_desktop.search.integer_programme import IntegerProgramme
from eats_desktop.search.use_up import (
    LEAST_USE,
    Combination,
    Cooked,
    Take,
    dish_cost,
    portions,
    saving,
    scored,
    shortlist,
    worth,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.search.integer_programme import Solution
    from eats_desktop.search.use_up import Dish, Lot, Scored

_CANDIDATES = 84
_ROUNDS = 5
_NOTHING = 1e-6
_FINENESS = 1000


class _Column(NamedTuple):
    dish: Dish
    servings: int | None
    portion: Fraction


class _Meeting(NamedTuple):
    """How much of a want of a column a lot meets; `need` of the lot would meet all of it."""

    column: int
    want: int
    lot: int
    need: Fraction


def combinations(
    lots: Sequence[Lot], dishes: Sequence[Dish], recipes: int, count: int
) -> tuple[Combination, ...]:
    """Return up to `count` combinations of up to `recipes` dishes, each the best of what is left.

    No recipe stands in two of them, nor a dish, as long as other dishes use any of the stock.
    """
    found: list[Combination] = []
    left = scored(lots, dishes)
    while len(found) < count:
        taken = {one.dish.key for combination in found for one in combination.cooked}
        names = {one.dish.dish for combination in found for one in combination.cooked}
        left = [one for one in left if one.dish.key not in taken]
        others = [one for one in left if one.dish.dish not in names]
        best = _best(lots, others, recipes) or _best(lots, left, recipes)
        if best is None:
            break
        found.append(best)
    return tuple(found)


def _best(lots: Sequence[Lot], ranked: Sequence[Scored], recipes: int) -> Combination | None:
    """Return the dishes worth most together; None when no dish is worth the work."""
    candidates = shortlist(ranked, _CANDIDATES)
    if not candidates:
        return None
    choice = _Choice(lots, candidates, recipes)
    solution = choice.programme.solve()
    for _ in range(_ROUNDS):
        if not choice.forbid_scanty(solution):
            break
        solution = choice.programme.solve()
    cooked = choice.cooked(solution)
    return Combination(cooked, worth(lots, cooked), solution.gap) if cooked else None


class _Choice:
    """The programme of one combination, and which variable says what."""

    def __init__(self, lots: Sequence[Lot], dishes: Sequence[Dish], recipes: int) -> None:
        self.programme = IntegerProgramme()
        self._lots = lots
        self._columns: dict[int, _Column] = {}
        self._meetings: dict[int, _Meeting] = {}
        self._meeting: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._ruled: set[tuple[int, int]] = set()
        for dish in dishes:
            for servings, portion in portions(dish, lots):
                self._add(_Column(dish, servings, portion))
        self._limit_choices(recipes)
        self._limit_lots()

    def _add(self, column: _Column) -> None:
        chosen = self.programme.variable(dish_cost(column.dish, column.servings), whole=True)
        self._columns[chosen] = column
        for place, want in enumerate(column.dish.wants):
            for lot, take in want.takes.items():
                need = take * column.portion
                value = self._lots[lot].weight * float(need / (self._lots[lot].amount or 1))
                met = self.programme.variable(-value - saving(want, lot))
                self._meetings[met] = _Meeting(chosen, place, lot, need)
                self._meeting[chosen, place].append(met)
                # Says the same as the rows of want and lot together; without it the search is slow.
                most = min(1.0, float((self._lots[lot].amount or 1) / need))
                self.programme.at_most({met: 1.0, chosen: -most}, 0.0)
            if len(want.takes) > 1:
                met_by = dict.fromkeys(self._meeting[chosen, place], 1.0)
                self.programme.at_most({**met_by, chosen: -1.0}, 0.0)

    def _limit_choices(self, recipes: int) -> None:
        self.programme.at_most(dict.fromkeys(self._columns, 1.0), recipes)
        named: dict[str, list[int]] = defaultdict(list)
        for chosen, column in self._columns.items():
            named[column.dish.dish].append(chosen)
        for columns in named.values():
            self.programme.at_most(dict.fromkeys(columns, 1.0), 1.0)

    def _limit_lots(self) -> None:
        for place, lot in enumerate(self._lots):
            if lot.amount is None:
                held = [
                    chosen
                    for chosen, column in self._columns.items()
                    if any(place in want.held for want in column.dish.wants)
                ]
                used = self.programme.variable(-lot.weight)
                self.programme.at_most({used: 1.0, **dict.fromkeys(held, -1.0)}, 0.0)
                continue
            self.programme.at_most(
                {
                    met: float(meeting.need / lot.amount)
                    for met, meeting in self._meetings.items()
                    if meeting.lot == place
                },
                1.0,
            )

    def forbid_scanty(self, solution: Solution) -> bool:
        """Rule out takes below the least use in the solution's columns; tell if there were any."""
        scanty = [
            key
            for key, met_by in self._meeting.items()
            if key not in self._ruled
            and _NOTHING < sum(solution.values[met] for met in met_by) < LEAST_USE - _NOTHING
        ]
        for chosen, place in scanty:
            met_by = dict.fromkeys(self._meeting[chosen, place], 1.0)
            used = self.programme.variable(0.0, whole=True)
            self.programme.at_most({**met_by, used: -1.0}, 0.0)
            least = float(LEAST_USE)
            self.programme.at_most({**dict.fromkeys(met_by, -1.0), used: least}, 0.0)
            self._ruled.add((chosen, place))
        return bool(scanty)

    def cooked(self, solution: Solution) -> tuple[Cooked, ...]:
        """Return the chosen dishes with exact amounts that never exceed a lot or a want."""
        takes = self._exact_takes(solution)
        return tuple(
            Cooked(column.dish, column.servings, column.portion, tuple(takes[chosen]))
            for chosen, column in self._columns.items()
            if solution.values[chosen] > 0.5
        )

    def _exact_takes(self, solution: Solution) -> dict[int, list[Take]]:
        """Take what the solution says in whole thousandths of a want, then what is still free."""
        takes: dict[int, list[Take]] = defaultdict(list)
        left = [lot.amount or Fraction(0) for lot in self._lots]
        open_shares: dict[tuple[int, int], Fraction] = defaultdict(lambda: Fraction(1))
        shares = self._shares(solution)
        amounts = dict.fromkeys(shares, Fraction(0))
        for share in (shares, dict.fromkeys(shares, Fraction(1))):
            for met in shares:
                meeting = self._meetings[met]
                want = (meeting.column, meeting.want)
                free = min(left[meeting.lot], meeting.need * open_shares[want])
                amount = min(free, meeting.need * share[met])
                amounts[met] += amount
                left[meeting.lot] -= amount
                open_shares[want] -= amount / meeting.need
        for met, amount in amounts.items():
            meeting = self._meetings[met]
            open_share = open_shares[meeting.column, meeting.want]
            if amount and 1 - open_share >= LEAST_USE:
                takes[meeting.column].append(Take(meeting.want, meeting.lot, amount))
        return takes

    def _shares(self, solution: Solution) -> dict[int, Fraction]:
        """Return how much of each want is met in thousandths, what is met whole before the rest."""
        found = {
            met: Fraction(math.floor(solution.values[met] * _FINENESS + _NOTHING), _FINENESS)
            for met, meeting in self._meetings.items()
            if solution.values[met] > _NOTHING and solution.values[meeting.column] > 0.5
        }
        return dict(sorted(found.items(), key=lambda one: (one[1] < 1, one[0])))
