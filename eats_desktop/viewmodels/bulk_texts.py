"""How a plan that eats up a big pack is told: how many meals, by when, and what one costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from eats_desktop.domain.bulk import BulkPlan

_LEAST_MEALS = 3
"""Fewer meals need no plan."""

_WEEKS = 4
_WEEK = 7
_KILOGRAM = 1000


@dataclass(frozen=True, slots=True)
class PlanWeekRow:
    """`key` is the number of the week, from 1."""

    key: str
    title: str
    dishesText: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """`meals` is "" when there is no plan to tell; the others may be "" each."""

    meals: str = ""
    pace: str = ""
    keeping: str = ""
    cost: str = ""


def plan_texts(plan: BulkPlan | None) -> PlanTexts:
    if plan is None or len(plan.meals) < _LEAST_MEALS:
        return PlanTexts()
    many = f"{plan.servings}명이 먹으면 " if plan.servings else ""
    return PlanTexts(
        meals=f"{many}{len(plan.meals)}끼를 만들 양이에요.",
        pace=_pace(plan),
        keeping=_keeping(plan),
        cost=_cost(plan),
    )


def week_rows(plan: BulkPlan | None) -> list[PlanWeekRow]:
    """Return what is cooked in each of the first weeks, and how much comes after.

    Nothing where it would be one dish again and again.
    """
    if plan is None or len(plan.meals) < _LEAST_MEALS or len(plan.dishes) == 1:
        return []
    weeks: dict[int, list[str]] = {}
    for meal in plan.meals:
        weeks.setdefault(meal.day // _WEEK, []).append(meal.dish)
    rows = [
        _row(str(week + 1), f"{week + 1}주째", _counted(dishes))
        for week, dishes in sorted(weeks.items())[:_WEEKS]
    ]
    after = sum(len(dishes) for week, dishes in weeks.items() if week >= _WEEKS)
    if after:
        rows.append(_row("after", "그 뒤", f"{after}끼를 같은 순서로"))
    return rows


def weight_text(grams: Fraction) -> str:
    if round(grams) >= _KILOGRAM:
        return f"{round(float(grams) / _KILOGRAM, 1):g}kg"
    return f"{round(grams)}g"


def _pace(plan: BulkPlan) -> str:
    days = plan.last_day + 1
    left = plan.bulk.left
    rest = f" {weight_text(left)}은 남아요." if left >= 1 else ""
    if plan.a_week == _WEEK:
        return f"날마다 한 번 해 먹으면 {days}일이 걸려요.{rest}"
    return f"일주일에 {plan.a_week}번 해 먹으면 {days}일이 걸려요.{rest}"


def _keeping(plan: BulkPlan) -> str:
    if plan.keeps_days is None:
        return "얼마나 두고 먹을 수 있는지는 알 수 없어요."
    if plan.spoils >= 1:
        spoiled = weight_text(plan.spoils)
        return f"보통 {plan.keeps_days}일쯤 두고 먹는데, {spoiled}은 그 안에 다 먹기 어려워요."
    if plan.is_frozen:
        return f"냉동실에서 {plan.keeps_days}일쯤 두고 먹을 수 있어요."
    if plan.freeze >= 1:
        frozen = weight_text(plan.freeze)
        return f"냉장으로는 {plan.keeps_days}일쯤이라 {frozen}은 받은 날 얼려 두세요."
    return f"보통 {plan.keeps_days}일쯤 두고 먹을 수 있어요."


def _cost(plan: BulkPlan) -> str:
    if plan.bulk.per_meal_krw is None:
        return ""
    told = f"한 끼에 {plan.food} 값 {plan.bulk.per_meal_krw:,}원"
    small = plan.small
    if small is None or small.per_meal_krw is None:
        return told
    rest = f", {weight_text(small.left)}이 남아요" if small.left >= 1 else ""
    packs = f"{small.packs}개" if small.packs > 1 else "1개"
    return f"{told} · 콕의 ‘{small.offer.name}’ {packs}로는 {small.per_meal_krw:,}원{rest}"


def _counted(dishes: list[str]) -> str:
    counts = {dish: dishes.count(dish) for dish in dishes}
    return ", ".join(f"{dish} {n}번" if n > 1 else dish for dish, n in counts.items())


def _row(key: str, title: str, dishes: str) -> PlanWeekRow:
    return PlanWeekRow(key, title, dishes, f"{title}, {dishes}")
