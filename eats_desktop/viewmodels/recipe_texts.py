"""How amounts of ingredients, servings and what is at hand are written."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from eats_desktop.domain.fulfilment import Availability, Because
from eats_desktop.domain.quantity_text import number_text, quantity_text

if TYPE_CHECKING:
    from eats_desktop.domain.fulfilment import Holding, IngredientStatus
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.stored_recipe import FullRecipe

BADGES = {
    Availability.HAVE: "보유",
    Availability.CART: "장바구니",
    Availability.MISSING: "미보유",
}
_HOUR = 60


def amount_text(line: IngredientLine, factor: Fraction = Fraction(1)) -> str:
    """Write how much a line asks for, "" when it does not say; vague words do not scale."""
    if line.quantity is None:
        return line.vague or ""
    first = quantity_text(line.quantity.times(factor))
    return first if line.also is None else f"{first}({quantity_text(line.also.times(factor))})"


def ingredient_name(line: IngredientLine) -> str:
    return " ".join((*line.forms, line.name)) if line.name else line.text


def servings_text(servings: Fraction) -> str:
    """Write for how many: 3인분, or a rounded part of a serving after 약."""
    return f"{number_text(servings, None)}인분"


def minutes_text(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return f"{rest}분"
    return f"{hours}시간 {rest}분" if rest else f"{hours}시간"


def reason_text(status: IngredientStatus) -> str:
    """Say by what an ingredient is there, "" for one that is missing."""
    holding = status.holding
    if holding is None:
        return ""
    words = _reason(holding)
    return f"대신 {holding.name} · {words}" if status.stands_in else words


def facts(recipe: FullRecipe) -> list[tuple[str, str]]:
    """Return what the recipe says of itself, label and value; what it does not say is left out."""
    known = (
        ("분량", None if recipe.servings is None else f"{recipe.servings}인분"),
        ("시간", None if recipe.minutes is None else minutes_text(recipe.minutes)),
        ("난이도", recipe.difficulty),
        ("종류", recipe.category),
        ("상황", recipe.occasion),
        ("방법", recipe.method),
    )
    return [(label, value) for label, value in known if value]


def _reason(holding: Holding) -> str:
    if holding.because is Because.ORDER and holding.since is not None:
        return f"{holding.since.month}월 {holding.since.day}일 주문"
    return {
        Because.TYPED: "입력한 재료",
        Because.PANTRY: "냉장고",
        Because.ORDER: "주문",
        Because.CART: "장바구니",
        Because.WATER: "늘 있어요",
    }[holding.because]
