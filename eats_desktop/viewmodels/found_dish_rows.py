"""Dishes that were found: what they use of what is at hand, and what is to be bought."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eats_desktop.domain.hangul import with_particle
from eats_desktop.domain.money import format_won
from eats_desktop.domain.quantity_text import number_text
from eats_desktop.domain.recipe_question import AskedBy
from eats_desktop.domain.recipe_search import Fit
from eats_desktop.viewmodels.recipe_cards import facts_text
from eats_desktop.viewmodels.recipe_rows import recipe_drawing
from eats_desktop.viewmodels.search_rows import why_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.recipe_search import FoundRecipe
    from eats_desktop.domain.use_up import FoodAmount, PlannedRecipe, StockItem, UseUpPlan
    from eats_desktop.services.recipe_asking import PlanCost, RecipeAnswer

_FROM_BASKET = {AskedBy.CART: "고른 상품", AskedBy.ORDER: "주문한 상품"}
_CHIPS = 6
_MUCH = 0.9
"""Above this share of the price what is used is not told apart from what is bought."""

_NAMED = 3


@dataclass(frozen=True, slots=True)
class FoundDishRow:
    """`key` is the recipe's "source:id"; `used` what it takes, `missing` what it lacks.

    `missingText` counts what it lacks, `moreText` ("외 2개") what of that has no chip of its own.
    `servings` is for how many a combination cooks it, 0 for as written.
    """

    key: str
    title: str
    factsText: str
    whyText: str
    used: list[str]
    missing: list[str]
    missingText: str
    moreText: str
    servings: int
    drawing: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """What one combination does together: 다 쓰는 재료 3/3, 남는 양, 사는 데 드는 값."""

    place: str = ""
    used: str = ""
    left: str = ""
    uncounted: str = ""


def found_row(recipe: FoundRecipe, corrected: str | None = None) -> FoundDishRow:
    """Write a dish of a list; that the words were taken for others is said above it."""
    used = [
        f"{one.held} ({one.needed} 대신)" if one.fit is Fit.INSTEAD else one.needed
        for one in recipe.used
    ]
    facts = facts_text(recipe.servings, recipe.minutes, recipe.difficulty)
    why = why_text(recipe.why, corrected)
    drawing = recipe_drawing(recipe.title, recipe.category)
    return _row(str(recipe.key), recipe.title, (facts, why), (used, recipe.missing), drawing)


def planned_row(recipe: PlannedRecipe) -> FoundDishRow:
    used = [amount_of(one) for one in recipe.uses]
    servings = "" if recipe.servings is None else f"{recipe.servings}인분을 만들어요"
    drawing = recipe_drawing(recipe.title, None)
    row = _row(str(recipe.key), recipe.title, (servings, ""), (used, recipe.missing), drawing)
    return replace(row, servings=recipe.servings or 0)


def plan_texts(plans: Sequence[UseUpPlan], place: int, stock: Sequence[StockItem]) -> PlanTexts:
    """Write what the combination at `place` leaves of a stock; foods nobody knows are no part."""
    plan = plans[place]
    left = ", ".join(map(amount_of, plan.left))
    unknown = {item.text for item in stock if item.food is None}
    uncounted = [text for text in plan.uncounted if text not in unknown]
    counted = max(0, len(stock) - len(unknown) - len(uncounted))
    whole = max(0, counted - len(plan.left))
    return PlanTexts(
        f"조합 {place + 1}/{len(plans)}",
        f"다 쓰는 재료 {whole}/{counted}",
        f"남는 양: {left}" if left else "남는 재료가 없어요",
        f"양을 셈하지 못한 것: {', '.join(uncounted)}" if uncounted else "",
    )


def cost_text(cost: PlanCost) -> str:
    """Say what it costs to buy what is missing, "" where no price is known."""
    if cost.total_krw is None:
        return ""
    if not cost.priced:
        return "더 살 것이 없어요"
    total = f"{format_won(cost.total_krw)}부터"
    if cost.bulk:
        total += " (방송 대용량 포함)"
    told = f"없는 재료를 모두 사면 {total}"
    if cost.unpriced:
        told = f"없는 재료 {cost.priced}가지를 사면 {total}, {cost.unpriced}가지는 값을 몰라요"
    if cost.used_krw is None or cost.used_krw > cost.total_krw * _MUCH:
        return told
    used = format_won(max(round(cost.used_krw, -2), 100))
    return f"{told}. 이번에 쓰는 양만 치면 약 {used}이에요"


def amount_of(one: FoodAmount) -> str:
    told = one.food
    if one.amount is not None:
        told += f" {number_text(one.amount, one.unit)}{one.unit or ''}"
    return told if one.instead_of is None else f"{told} ({one.instead_of} 대신)"


def heading_text(answer: RecipeAnswer) -> str:
    """Say what is shown; where nothing is, only what was asked."""
    question = answer.question
    if answer.refused is not None:
        return ""
    if question.by in _FROM_BASKET:
        return f"{_FROM_BASKET[question.by]}으로 만들 수 있는 요리예요"
    is_empty = not answer.plans and not answer.page.recipes
    if question.by is AskedBy.NAME:
        words = answer.page.corrected or question.name
        if is_empty:
            return f"“{words}”"
        particle = with_particle(words, "과", "와").removeprefix(words)
        return f"“{words}”{particle} 비슷한 요리예요"
    if answer.plans:
        return "가진 재료를 알뜰하게 쓰는 조합이에요"
    return _foods_heading(answer, is_empty=is_empty)


def _foods_heading(answer: RecipeAnswer, *, is_empty: bool) -> str:
    known = [item.food for item in answer.stock if item.food is not None]
    foods = known or [item.text for item in answer.stock]
    named = ", ".join(foods[:_NAMED])
    if is_empty:
        return f"“{named}”"
    if len(foods) > _NAMED:
        return f"“{named}” 외 {len(foods) - _NAMED}가지를 쓰는 요리예요"
    return f"“{named}”{with_particle(named, '을', '를').removeprefix(named)} 쓰는 요리예요"


def note_text(answer: RecipeAnswer) -> str:
    """Say what the words were taken for, and what could not be done."""
    page, question = answer.page, answer.question
    if page.corrected and question.by is AskedBy.NAME:
        particle = with_particle(page.corrected, "으로", "로").removeprefix(page.corrected)
        return f"“{question.name}” 대신 “{page.corrected}”{particle} 찾았어요."
    notes = []
    unknown = [item.text for item in answer.stock if item.food is None]
    if unknown:
        notes.append(f"모르는 재료는 빼고 찾았어요: {', '.join(unknown)}.")
    has_amount = any(item.quantity is not None and item.food for item in answer.stock)
    if has_amount and page.recipes and not answer.plans:
        notes.append("양까지 맞는 조합이 없어서 하나씩 보여 드려요.")
    return " ".join(notes)


def _row(
    key: str,
    title: str,
    texts: tuple[str, str],
    foods: tuple[Sequence[str], Sequence[str]],
    drawing: str,
) -> FoundDishRow:
    used, missing = foods
    facts, why = texts
    said = (
        title,
        facts,
        why,
        f"쓰는 재료 {', '.join(used)}" if used else "",
        f"없는 재료 {', '.join(missing)}" if missing else "",
    )
    return FoundDishRow(
        key=key,
        title=title,
        factsText=facts,
        whyText=why,
        used=list(used[:_CHIPS]),
        missing=list(missing[:_CHIPS]),
        missingText=f"없는 재료 {len(missing)}가지" if missing else "",
        moreText=f"외 {len(missing) - _CHIPS}개" if len(missing) > _CHIPS else "",
        servings=0,
        drawing=drawing,
        spokenText=", ".join(part for part in said if part),
    )
