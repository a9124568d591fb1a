"""Finds the counterpart of a product in the other market by what the food is.

Two foods are as near as the lexicon puts them: the same food, a kind of it, the same parent, the
same family, or only the same main ingredient. Raw and prepared food meet in that last step only
and say so; what is made from an ingredient (양파즙) is never offered for it raw; a brand alone
matches nothing.
The score adds to this how alike the names are; names alone speak only where a food is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.amount import Unit, unit_price
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.catalog import ReadProduct
    from eats_desktop.domain.food import FoodReading

LEAST_SCORE = 0.40
"""Nothing below is offered: the honest answer then is that there is no similar product."""

_LIKENESS = 0.55
"""What the likeness of two names is worth at most; it and the steps below were fitted to the
development half of our evaluation pairs."""


class Nearness(IntEnum):
    """How near two foods are, nearest last."""

    NONE = 0
    ALIKE = 1
    SAME_INGREDIENT = 2
    FAMILY = 3
    SIBLING = 4
    WIDER = 5
    NARROWER = 6
    SAME = 7


_WORTH = {
    Nearness.ALIKE: 0.12,
    Nearness.SAME_INGREDIENT: 0.21,
    Nearness.FAMILY: 0.27,
    Nearness.SIBLING: 0.36,
    Nearness.WIDER: 0.41,
    Nearness.NARROWER: 0.43,
    Nearness.SAME: 0.45,
}


_BESIDE = 0.08
"""What a food counts less that is only one more of an assortment."""


class FoodTree(Protocol):
    """The lexicon's order among foods."""

    def ancestors(self, name: str) -> tuple[str, ...]: ...

    def family(self, name: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Match:
    """A counterpart with its score in (0, 1] and the reason in words, most telling first."""

    product: ReadProduct
    score: float
    nearness: Nearness
    why: tuple[str, ...]


def nearness(tree: FoodTree, ours: FoodReading, theirs: FoodReading) -> tuple[Nearness, str | None]:
    """Return how near two products are and the food that says so.

    Raw and prepared meet only in a shared ingredient, and what is made from one never for it raw.
    """
    if _is_made_for_raw(ours, theirs) or _is_made_for_raw(theirs, ours):
        return Nearness.NONE, None
    best: tuple[Nearness, str | None] = (Nearness.NONE, None)
    if ours.kind is None or theirs.kind is None or ours.kind is theirs.kind:
        for mine in ours.words.foods:
            for other in theirs.words.foods:
                best = max(best, (_between(tree, mine, other), other), key=lambda b: b[0])
    if best[0] is Nearness.NONE:
        shared = [i for i in ours.words.ingredients if _holds(tree, theirs.words.ingredients, i)]
        if shared:
            return Nearness.SAME_INGREDIENT, shared[0]
    return best


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
    return Nearness.FAMILY if tree.family(mine) == tree.family(other) else Nearness.NONE


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
        near, food = nearness(tree, ours.reading, item.reading)
        if near is Nearness.NONE:
            if not _may_be_alike(ours.reading, item.reading):
                continue
            near = Nearness.ALIKE
        score = _WORTH[near] + _LIKENESS * max(0.0, min(1.0, alike))
        if food is not None and food in item.reading.words.foods[1:]:
            score -= _BESIDE
        if score < LEAST_SCORE:
            continue
        found.append(Match(item, round(score, 4), near, _why(near, food, ours, item)))
    found.sort(key=lambda m: (-m.score, str(m.product.key)))
    return tuple(found)


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
        Nearness.FAMILY: "같은 무리: {}",
        Nearness.SAME_INGREDIENT: "같은 재료: {}",
    }
    reasons = [words[near].format(food)] if food is not None else ["이름이 비슷해요"]
    if theirs.reading.kind is FoodKind.INGREDIENT and near >= Nearness.NARROWER:
        reasons[0] = f"같은 재료: {food}"
    if near is Nearness.SAME_INGREDIENT and ours.reading.kind is not theirs.reading.kind:
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
