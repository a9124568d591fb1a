"""A recipe as its page shows it: ingredients under their headings, steps, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eats_desktop.domain.fulfilment import Availability
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.recipe_texts import (
    BADGES,
    amount_text,
    facts,
    ingredient_name,
    reason_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.stored_recipe import FullRecipe

_BY_CATEGORY = {
    "국·탕": "soup",
    "찌개·전골": "soup",
    "밑반찬": "side_dish",
    "메인반찬": "meal",
    "밥·죽": "rice",
    "면·만두": "noodle",
    "떡": "rice_cake",
    "김치·장": "kimchi",
    "샐러드": "vegetable",
    "양식": "meal",
    "간식": "snack",
    "디저트": "bread",
    "음료·차": "coffee_tea",
}
_UNKNOWN = "unknown"
_MEAL = "meal"


@dataclass(frozen=True, slots=True)
class RecipeFactRow:
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class IngredientRow:
    """`key` is the place of the line; `headingText` stands on the first line of its group only.

    `amountText` is for the servings that are chosen, `underText` what else is to be said: the
    amount as written where that is another, the note, by what it is there (`reasonText`).
    `badgeKind` is have, cart, missing or "" for water. What is not at home `canBuy`: its products
    can be unfolded, also when one is in the cart.
    """

    key: str
    headingText: str
    name: str
    amountText: str
    badgeKind: str
    badgeText: str
    reasonText: str
    underText: str
    canBuy: bool
    isOpen: bool
    spokenText: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """`key` is the number of the step, from 1; `timerMinutes` 0 when it needs no clock."""

    key: str
    text: str
    timerMinutes: int
    spokenText: str


def fact_rows(recipe: FullRecipe) -> list[RecipeFactRow]:
    return [RecipeFactRow(label, value) for label, value in facts(recipe)]


def ingredient_rows(
    statuses: Sequence[IngredientStatus], factor: Fraction, opened: str
) -> list[IngredientRow]:
    rows: list[IngredientRow] = []
    heading = ""
    for place, status in enumerate(statuses):
        group = status.line.group or "재료"
        rows.append(
            _ingredient_row(str(place), status, factor, opened, "" if group == heading else group)
        )
        heading = group
    return rows


def step_rows(recipe: FullRecipe) -> list[StepRow]:
    rows = []
    for number, step in enumerate(recipe.steps, 1):
        minutes = step.timer_minutes or 0
        clock = f", 타이머 {minutes}분" if minutes else ""
        rows.append(StepRow(str(number), step.text, minutes, f"{number}단계, {step.text}{clock}"))
    return rows


def count_texts(statuses: Sequence[IngredientStatus]) -> list[tuple[str, int]]:
    """Return each availability that occurs with how many lines have it; water is not counted."""
    counted = [status.availability for status in statuses if status.line.food != WATER]
    return [(kind.value, counted.count(kind)) for kind in Availability if kind in counted]


def recipe_drawing(title: str, category: str | None) -> str:
    """Return the drawing for a dish: by the words of its name, else by its place on the table."""
    kind = pictures.drawing(title)
    return kind if kind != _UNKNOWN else _BY_CATEGORY.get(category or "", _MEAL)


def _ingredient_row(
    key: str, status: IngredientStatus, factor: Fraction, opened: str, heading: str
) -> IngredientRow:
    line = status.line
    is_water = line.food == WATER
    amount, written = amount_text(line, factor), amount_text(line)
    before = f"레시피에는 {written}" if written != amount else ""
    badge = "" if is_water else BADGES[status.availability]
    reason = "" if is_water else reason_text(status)
    can_buy = status.availability is not Availability.HAVE and not is_water
    name = ingredient_name(line)
    hint = ("눌러서 상품 닫기" if key == opened else "눌러서 상품 보기") if can_buy else ""
    under = (before, line.note, reason)
    said = (f"{name} {amount}".strip(), line.note, badge, reason, hint)
    return IngredientRow(
        key=key,
        headingText=heading,
        name=name,
        amountText=amount,
        badgeKind="" if is_water else status.availability.value,
        badgeText=badge,
        reasonText=reason,
        underText=" · ".join(part for part in under if part),
        canBuy=can_buy,
        isOpen=can_buy and key == opened,
        spokenText=", ".join(part for part in said if part),
    )
