"""The public JSON of `recipes --have`: field names here are a contract with scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.domain.use_up import FoodAmount, PlannedRecipe, StockItem, UseUpPlan

_DECIMALS = 4


def plans(stock: Sequence[StockItem], found: Sequence[UseUpPlan]) -> dict[str, Json]:
    return {"stock": [_item(item) for item in stock], "plans": [_plan(plan) for plan in found]}


def _item(item: StockItem) -> dict[str, Json]:
    quantity = item.quantity
    return {
        "text": item.text,
        "ingredient": item.food,
        "amount": None if quantity is None else _number(quantity.middle),
        "unit": None if quantity is None else quantity.unit,
    }


def _plan(plan: UseUpPlan) -> dict[str, Json]:
    return {
        "recipes": [_recipe(recipe) for recipe in plan.recipes],
        "used_share": round(plan.used_share, _DECIMALS),
        "left": [_amount(one) for one in plan.left],
    }


def _recipe(recipe: PlannedRecipe) -> dict[str, Json]:
    return {
        "id": str(recipe.key),
        "title": recipe.title,
        "uses": [_amount(one) for one in recipe.uses],
        "missing": list(recipe.missing),
    }


def _amount(one: FoodAmount) -> dict[str, Json]:
    return {
        "ingredient": one.food,
        "amount": None if one.amount is None else _number(one.amount),
        "unit": one.unit,
    }


def _number(amount: Fraction) -> int | float:
    near = round(float(amount), _DECIMALS)
    return int(near) if near.is_integer() else near
