"""Finds the counterpart of a product in the other market by what the food is.

Two foods are as near as the lexicon puts them: the same food, a kind of it, the same parent, a
substitute, the same family (무리) or wider circle (갈래), or only the same main ingredient. Raw and
prepared food meet as the very same food or in that last step only, and say so; what is made from
an ingredient (양파즙) is never offered for it raw; a brand alone matches nothing.
The score adds to this how alike the names are; names alone speak only where a food is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from eats_desktop.domain.amount import Unit, unit_price
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.catalog import ReadProduct
    from eats_desktop.domain.food import FoodReading

LEAST_SCORE = 0.30
"""Nothing below is offered: the honest answer then is that there is no similar product."""

_LEAST_ALIKE = 0.40
"""The same where names alone speak: they must be more than half alike."""

_LIKENESS = 0.55
"""What the likeness of two names is worth at most; it and the steps below were fitted to the
development half of our evaluation pairs."""


class Nearness(IntEnum):
    """How near two foods are, nearest last."""

    NONE = 0
    ALIKE = 1
    SAME_INGREDIENT = 2
    GROUP = 3
    FAMILY = 4
    STANDS_IN = 5
    SIBLING = 6
    WIDER = 7
    NARROWER = 8
    SAME = 9


_WORTH = {
    Nearness.ALIKE: 0.12,
    Nearness.SAME_INGREDIENT: 0.26,
    Nearness.GROUP: 0.22,
    Nearness.FAMILY: 0.27,
    Nearness.STANDS_IN: 0.30,
    Nearness.SIBLING: 0.36,
    Nearness.WIDER: 0.41,
    Nearness.NARROWER: 0.43,
    Nearness.SAME: 0.45,
}


_BESIDE = 0.08
"""What a food counts less that is only one more of an assortment, here or there."""

_OF_THE_SAME = 0.05
"""What a shared main ingredient adds where the foods themselves are only loosely near."""

_LOOSE = (Nearness.GROUP, Nearness.FAMILY, Nearness.STANDS_IN, Nearness.SIBLING)


class FoodTree(Protocol):
    """The lexicon's order among foods."""

    def ancestors(self, name: str) -> tuple[str, ...]: ...

    def family(self, name: str) -> str: ...

    def group(self, name: str, other: str) -> str | None:
        """Return the wider circle (갈래) both are in, None when there is none."""

    def stands_in(self, name: str, other: str) -> bool:
        """Tell whether one may stand in for the other in cooking."""

    def kind(self, name: str) -> FoodKind: ...

    def is_raw(self, name: str) -> bool:
        """Tell whether it is a raw ingredient as it grows or is caught, no noodle or sauce."""


@dataclass(frozen=True, slots=True)
class Match:
    """A counterpart with its score in (0, 1] and the reason in words, most telling first."""

    product: ReadProduct
    score: float
    nearness: Nearness
    why: tuple[str, ...]


class Near(NamedTuple):
    """How near two products are; `food` of theirs says so, `is_main` when ours is the first."""

    nearness: Nearness
    food: str | None
    is_main: bool = True


_FAR = Near(Nearness.NONE, None)


def nearness(tree: FoodTree, ours: FoodReading, theirs: FoodReading) -> Near:
    """Return how near two products are and the food that says so.

    Raw and prepared meet only as the very same food or in a shared ingredient, and what is made
    from an ingredient never meets that raw.
    """
    best = _FAR
    for place, mine in enumerate(ours.words.foods):
        for other in theirs.words.foods:
            near = _between(tree, mine, other)
            if near > best.nearness and _may_meet(tree, (ours, mine), (theirs, other), near):
                best = Near(near, other, place == 0)
    if best.nearness is Nearness.NONE and not _is_made_for_raw(ours, theirs):
        shared = [i for i in ours.words.ingredients if _holds(tree, theirs.words.ingredients, i)]
        if shared and not _is_made_for_raw(theirs, ours):
            return Near(Nearness.SAME_INGREDIENT, shared[0])
    return best


def _may_meet(
    tree: FoodTree, one: tuple[FoodReading, str], other: tuple[FoodReading, str], near: Nearness
) -> bool:
    """Tell whether two foods that near are nothing made beside something raw.

    A reading's kind is a guess by the whole name: where both name one food, the lexicon knows.
    """
    (ours, mine), (theirs, named) = one, other
    for made, food, raw in ((ours, mine, theirs), (theirs, named, ours)):
        is_only_made_of_it = near < Nearness.SIBLING or food in made.words.ingredients
        if _is_made_for_raw(made, raw) and is_only_made_of_it:
            return False
    if ours.kind is None or theirs.kind is None or ours.kind is theirs.kind:
        return True
    if near >= Nearness.WIDER and tree.kind(mine) is tree.kind(named):
        return True
    return not (tree.is_raw(mine) or tree.is_raw(named))


def _is_made_for_raw(made: FoodReading, raw: FoodReading) -> bool:
    return made.words.derived and not raw.words.derived and raw.kind is FoodKind.INGREDIENT


def _holds(tree: FoodTree, ingredients: Sequence[str], wanted: str) -> bool:
    return any(wanted in tree.ancestors(i) or i in tree.ancestors(wanted) for i in ingredients)


def _between(tree: FoodTree, mine: str, other: str) -> Nearness:
    if mine == other:
        return Nearness.SAME
    up_mine, up_other = tree.ancestors(mine), tree.ancestors(other)
    if mine in up_other:
        return Nearness.NARROWER
    if other in up_mine:
        return Nearness.WIDER
    if set(up_mine) & set(up_other):
        return Nearness.SIBLING
    if tree.stands_in(mine, other):
        return Nearness.STANDS_IN
    if tree.family(mine) == tree.family(other):
        return Nearness.FAMILY
    return Nearness.NONE if tree.group(mine, other) is None else Nearness.GROUP


def rank(
    tree: FoodTree,
    ours: ReadProduct,
    candidates: Sequence[ReadProduct],
    likeness: Sequence[float],
) -> tuple[Match, ...]:
    """Return the acceptable counterparts, best first; equal scores by key, so always the same.

    `likeness` gives for each candidate how alike its name is, 0 to 1.
    """
    found: list[Match] = []
    for item, alike in zip(candidates, likeness, strict=True):
        near, food, is_main = nearness(tree, ours.reading, item.reading)
        if near is Nearness.NONE:
            if not _may_be_alike(ours.reading, item.reading):
                continue
            near = Nearness.ALIKE
        score = _WORTH[near] + _LIKENESS * max(0.0, min(1.0, alike))
        if food is not None and food in item.reading.words.foods[1:]:
            score -= _BESIDE
        if not is_main:
            score -= _BESIDE
        if near in _LOOSE and _is_of_the_same(tree, ours.reading, item.reading):
            score += _OF_THE_SAME
        if score < (_LEAST_ALIKE if near is Nearness.ALIKE else LEAST_SCORE):
            continue
        found.append(Match(item, round(score, 4), near, _why(near, food, ours, item)))
    found.sort(key=lambda m: (-m.score, str(m.product.key)))
    return tuple(found)


def _is_of_the_same(tree: FoodTree, ours: FoodReading, theirs: FoodReading) -> bool:
    mine, other = ours.words.ingredients[:1], theirs.words.ingredients[:1]
    return bool(mine) and _holds(tree, other, mine[0])


def _may_be_alike(ours: FoodReading, theirs: FoodReading) -> bool:
    """Names may speak where a food is unknown: two known foods that are not near never match."""
    if ours.words.foods and theirs.words.foods:
        return False
    return ours.kind is None or theirs.kind is None or ours.kind is theirs.kind


def _why(
    near: Nearness, food: str | None, ours: ReadProduct, theirs: ReadProduct
) -> tuple[str, ...]:
    words = {
        Nearness.SAME: "같은 식품: {}",
        Nearness.NARROWER: "같은 종류: {}",
        Nearness.WIDER: "같은 종류: {}",
        Nearness.SIBLING: "비슷한 종류: {}",
        Nearness.STANDS_IN: "대신할 만한 식품: {}",
        Nearness.FAMILY: "같은 무리: {}",
        Nearness.GROUP: "가까운 갈래: {}",
        Nearness.SAME_INGREDIENT: "같은 재료: {}",
    }
    reasons = [words[near].format(food)] if food is not None else ["이름이 비슷해요"]
    if theirs.reading.kind is FoodKind.INGREDIENT and near >= Nearness.NARROWER and food:
        reasons[0] = f"같은 재료: {food}"
    if food is not None and ours.reading.kind is not theirs.reading.kind:
        raw = theirs.reading.kind is FoodKind.INGREDIENT
        reasons.append("조리 전 재료" if raw else "조리한 상품")
    reasons.extend(_beside(ours, theirs))
    return tuple(reasons)


def _beside(ours: ReadProduct, theirs: ReadProduct) -> list[str]:
    """Say how the price by measure and the pack compare, where both are known alike."""
    mine, other = ours.reading.amount, theirs.reading.amount
    if mine is None or other is None or mine.unit is not other.unit:
        return []
    said: list[str] = []
    if ours.price_krw and theirs.price_krw:
        here = unit_price(ours.price_krw, mine)
        there = unit_price(theirs.price_krw, other)
        said.append(_compared(_MEASURE[mine.unit], here.value_krw, there.value_krw))
    if mine.packs and other.packs and mine.unit is not Unit.EACH:
        size, small = mine.total / mine.packs, other.total / other.packs
        if small < size:
            said.append(f"소포장 {_measure(small, other.unit)}")
    return said


_MEASURE = {Unit.GRAM: "100g당", Unit.MILLILITRE: "100ml당", Unit.EACH: "한 개당"}


def _compared(per: str, here: int, there: int) -> str:
    if here == there:
        return f"{per} 같은 값"
    if not here:
        return f"{per} {there:,}원"
    difference = round(abs(there - here) * 100 / here)
    word = "저렴" if there < here else "비쌈"
    return f"{per} {difference}% {word}" if difference else f"{per} 거의 같은 값"


def _measure(size: Decimal, unit: Unit) -> str:
    text = f"{size.quantize(Decimal(1)):,}"
    return f"{text}{unit.value}"
