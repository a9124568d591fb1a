"""What a plan that uses up the stock (재고 소진) is made of, and what it is worth.

Amounts are exact, in the unit of the lot they are taken from. A plan is worth the used share of
each lot by its weight, less a little for every food to buy, every dish to cook and every serving,
more for dishes that are liked; 1 is the whole of one lot that may wait.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from eats_desktop.domain.stored_recipe import RecipeKey

LEAST_USE = Fraction(1, 10)
"""A lot that meets less of what a dish wants is not worth opening for it."""

BUY, STAPLE = 0.05, 0.004
"""What buying one food for one dish costs, and a seasoning that most kitchens have."""

SHORT = 0.15
"""What it costs to buy more of what the stock holds, by the share that is lacking."""

STANDS_IN = 0.05
"""What it costs when a lot only stands in for the food a dish wants."""

_WORK, _SERVING, _MORE, _LIKING = 0.02, 0.0005, 0.01, 0.02
"""The work of a dish, each serving, each serving more than is written, and being liked most."""

_MOST_SERVINGS = 8
_URGENCY, _URGENT_DAYS = 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Lot:
    """Something at home; without `amount` any use uses it up. `weight` is 1 when it may wait."""

    amount: Fraction | None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Want:
    """A food of a recipe and the lots, by their place, that meet it.

    `takes` says how much of each lot meets all of it at the servings as written; `held` are lots
    that meet it by an amount nobody can tell; `stand_ins` those of both that are a wider food or
    a substitute. `cost` is BUY, SHORT, STAPLE, or 0 for what is there.
    """

    food: str
    cost: float = BUY
    takes: Mapping[int, Fraction] = field(default_factory=dict)
    held: frozenset[int] = frozenset()
    stand_ins: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Dish:
    """A recipe to choose; two of one `dish` are never cooked together. `liking` is 0 to 1."""

    key: RecipeKey
    dish: str
    servings: int | None
    wants: tuple[Want, ...]
    liking: float = 0.0

    @property
    def lots(self) -> frozenset[int]:
        return frozenset(lot for want in self.wants for lot in (*want.takes, *want.held))


class Take(NamedTuple):
    """What one want of a dish takes from a lot."""

    want: int
    lot: int
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Cooked:
    """A dish in the amounts of `portion` times the recipe, for `servings` (None: not told)."""

    dish: Dish
    servings: int | None
    portion: Fraction
    takes: tuple[Take, ...] = ()

    def cover(self, want: int) -> Fraction:
        """Return the share of a want that is met, 0 to 1."""
        wanted = self.dish.wants[want]
        if wanted.held:
            return Fraction(1)
        return sum((self.share(take) for take in self.takes if take.want == want), Fraction(0))

    def share(self, take: Take) -> Fraction:
        """Return how much of its want a take meets, 0 to 1."""
        return take.amount / (self.dish.wants[take.want].takes[take.lot] * self.portion)


@dataclass(frozen=True, slots=True)
class Combination:
    """Dishes to cook together; `gap` is how far above `worth` the best may lie, as a share."""

    cooked: tuple[Cooked, ...]
    worth: float
    gap: float = 0.0


def urgency(use_by: date | None, today: date) -> float:
    """Return the weight of a lot: 1 when it may wait, 3 on its last day, in between by days."""
    if use_by is None:
        return 1.0
    days = max(0, (use_by - today).days)
    return 1.0 + _URGENCY / (1.0 + days / _URGENT_DAYS)


def portions(dish: Dish, lots: Sequence[Lot]) -> Iterator[tuple[int | None, Fraction]]:
    """Yield the servings to choose from and how many times the recipe each is.

    Half to twice the recipe, up to 8 unless it is for more; none larger than what finishes every
    lot it takes from. A recipe that does not tell its servings is cooked as written.
    """
    base = dish.servings
    takes = [(lot, need) for want in dish.wants for lot, need in want.takes.items()]
    if base is None or not takes:
        yield base, Fraction(1)
        return
    for servings in range(-(-base // 2), min(2 * base, max(base, _MOST_SERVINGS)) + 1):
        portion = Fraction(servings, base)
        yield servings, portion
        if portion >= 1 and all(need * portion >= (lots[lot].amount or 0) for lot, need in takes):
            return


def dish_cost(dish: Dish, servings: int | None) -> float:
    """Return what a dish costs when the stock meets nothing that it could be taken from for it."""
    made, written = servings or 0, dish.servings or 0
    cost = _WORK + _SERVING * made + _MORE * max(0, made - written) - _LIKING * dish.liking
    for want in dish.wants:
        if want.held:
            cost += STANDS_IN * (want.held <= want.stand_ins)
        else:
            cost += want.cost
    return cost


def saving(want: Want, lot: int) -> float:
    """Return what a dish costs less when a lot meets all of a want."""
    bought = 0.0 if want.held else want.cost
    return bought - STANDS_IN * (lot in want.stand_ins)


def used_shares(lots: Sequence[Lot], cooked: Sequence[Cooked]) -> list[Fraction]:
    """Return the share of each lot that is used; one without amount is used or not."""
    taken: dict[int, Fraction] = defaultdict(Fraction)
    for one in cooked:
        for take in one.takes:
            taken[take.lot] += take.amount
    held = {lot for one in cooked for want in one.dish.wants for lot in want.held}
    return [
        Fraction(place in held) if lot.amount is None else taken[place] / lot.amount
        for place, lot in enumerate(lots)
    ]


def worth(lots: Sequence[Lot], cooked: Sequence[Cooked]) -> float:
    """Return what cooking these dishes together is worth."""
    shares = used_shares(lots, cooked)
    value = sum(lot.weight * float(share) for lot, share in zip(lots, shares, strict=True))
    for one in cooked:
        value -= dish_cost(one.dish, one.servings)
        for take in one.takes:
            value += saving(one.dish.wants[take.want], take.lot) * float(one.share(take))
    return value


def filled(lots: Sequence[Lot], cooked: Sequence[Cooked]) -> tuple[Cooked, ...]:
    """Return the dishes with what they take when each, in its turn, takes what it can."""
    left = [lot.amount or Fraction(0) for lot in lots]
    done = []
    for one in cooked:
        takes: list[Take] = []
        for place, want in enumerate(one.dish.wants):
            lacking, found = Fraction(1), []
            for lot, need in want.takes.items():
                amount = min(left[lot], need * one.portion * lacking)
                lacking -= amount / (need * one.portion)
                found.append(Take(place, lot, amount))
            if 1 - lacking >= LEAST_USE:
                takes += (take for take in found if take.amount)
                for take in found:
                    left[take.lot] -= take.amount
        done.append(Cooked(one.dish, one.servings, one.portion, tuple(takes)))
    return tuple(done)


class Scored(NamedTuple):
    """A dish with about what it is worth by itself, and the shares of the lots it then uses."""

    value: float
    shares: Mapping[int, float]
    dish: Dish


def scored(lots: Sequence[Lot], dishes: Sequence[Dish]) -> list[Scored]:
    """Return the dishes that use anything, the best first; their order is no matter."""
    found = [Scored(*_alone(lots, dish), dish) for dish in dishes if dish.lots]
    return sorted(found, key=lambda one: (-round(one.value, 9), one.dish.key))


def shortlist(ranked: Sequence[Scored], most: int) -> list[Dish]:
    """Return the best dishes and, for each lot, those that use it best, in the order of keys."""
    kept = {one.dish.key: one.dish for one in ranked[: most // 2]}
    lots = sorted({lot for one in ranked for lot in one.shares})
    for lot in lots:
        users = [one for one in ranked if one.shares.get(lot, 0.0) > 0]
        users.sort(key=lambda one: (-round(one.shares[lot] + one.value, 9), one.dish.key))
        kept |= {one.dish.key: one.dish for one in users[: -(-most // (2 * len(lots)))]}
    return [kept[key] for key in sorted(kept)]


def _alone(lots: Sequence[Lot], dish: Dish) -> tuple[float, dict[int, float]]:
    """Return about what the dish is worth by itself, and the shares of the lots it then uses."""
    best: tuple[float, dict[int, float]] = (float("-inf"), {})
    for servings, portion in portions(dish, lots):
        shares: dict[int, float] = {}
        value = -dish_cost(dish, servings)
        for want in dish.wants:
            shares |= {lot: 1.0 for lot in want.held if lots[lot].amount is None}
            cover = 0.0
            for lot, need in want.takes.items():
                of_lot = float(need * portion) / float(lots[lot].amount or 1)
                used = min(of_lot * (1 - cover), 1 - shares.get(lot, 0.0))
                shares[lot] = shares.get(lot, 0.0) + used
                cover += used / of_lot
                value += saving(want, lot) * (used / of_lot)
        value += sum(lots[lot].weight * share for lot, share in shares.items())
        if value > best[0]:
            best = value, shares
    return best
