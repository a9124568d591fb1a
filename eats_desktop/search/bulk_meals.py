"""Lays out the meals that eat up a big pack: different dishes in turn, before the food goes off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.bulk import BulkMeal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from eats_desktop.domain.stored_recipe import RecipeKey

USUAL = 3
"""So many meals of one food a week are no burden."""

_EVERY_DAY = 7
_DISHES = 6
_MOST_MEALS = 365


@dataclass(frozen=True, slots=True)
class Dish:
    """A way to cook the food: `grams` of it go into one meal, more than 0."""

    key: RecipeKey
    title: str
    dish: str
    grams: Fraction


@dataclass(frozen=True, slots=True)
class Laid:
    """The meals, how many a week, what nobody can cook in time (`spoils`), and what remains."""

    meals: tuple[BulkMeal, ...]
    a_week: int
    spoils: Fraction
    left: Fraction


def lay_out(
    dishes: Sequence[Dish], grams: Fraction, keeps_days: int | None, freezer_days: int = 0
) -> Laid:
    """Cook the dishes in turn, the liked ones first, until the pack is used up.

    Three meals a week; more where the food would go off before that, `freezer_days` later than as
    it is bought. The order of `dishes` says what is liked; of one dish the first recipe is taken.
    """
    turn, left = _in_turn(_different(dishes), grams)
    last = None if keeps_days is None else keeps_days + freezer_days
    a_week = USUAL
    if last is not None:
        a_week = min(max(USUAL, math.ceil(len(turn) * 7 / (last + 1))), _EVERY_DAY)
    days = [number * 7 // a_week for number in range(len(turn))]
    meals = tuple(
        BulkMeal(day, dish.key, dish.title, dish.dish, dish.grams, _is_thawed(day, keeps_days))
        for day, dish in zip(days, turn, strict=True)
        if last is None or day <= last
    )
    late = turn[len(meals) :]
    return Laid(meals, a_week, sum((dish.grams for dish in late), left - left), left)


def _is_thawed(day: int, keeps_days: int | None) -> bool | None:
    return None if keeps_days is None else day > keeps_days


def _different(dishes: Sequence[Dish]) -> list[Dish]:
    first: dict[str, Dish] = {}
    for dish in dishes:
        first.setdefault(dish.dish, dish)
    return list(first.values())[:_DISHES]


def _in_turn(dishes: Sequence[Dish], grams: Fraction) -> tuple[list[Dish], Fraction]:
    """Cook what was cooked least often as long as there is enough for it."""
    cooked = dict.fromkeys(range(len(dishes)), 0)
    turn: list[Dish] = []
    left = grams
    while len(turn) < _MOST_MEALS:
        enough = [place for place, dish in enumerate(dishes) if dish.grams <= left]
        if not enough:
            break
        place = min(enough, key=lambda one: (cooked[one], one))
        cooked[place] += 1
        left -= dishes[place].grams
        turn.append(dishes[place])
    return turn, left
