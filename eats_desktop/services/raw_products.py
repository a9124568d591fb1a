"""Which foods of a product are cooked with, and why a product is nothing to cook with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.food import FoodReading


def raw_foods(reading: FoodReading) -> tuple[str, ...]:
    """Return the foods of a raw ingredient (식재료); none of what is cooked or made from one."""
    if not reading.is_food or reading.kind is not FoodKind.INGREDIENT or reading.words.derived:
        return ()
    return reading.words.foods


def why_none(readings: Sequence[FoodReading]) -> str:
    """Say why products have no raw food, when there is one reason for all of them."""
    if not readings:
        return "저장해 둔 상품이 아니에요."
    reasons = {_why_none(reading) for reading in readings}
    return reasons.pop() if len(reasons) == 1 else "요리에 쓰는 식재료가 없어요."


def _why_none(reading: FoodReading) -> str:
    if not reading.is_food:
        return "식품이 아니에요."
    if reading.words.derived:
        return "재료를 가공해서 만든 식품이라 요리에 쓰는 식재료가 아니에요."
    if reading.kind is not FoodKind.INGREDIENT:
        return "조리해서 파는 식품이라 요리에 쓰는 식재료가 아니에요."
    return "어떤 재료인지 알 수 없어요."
