"""recipes --have: plans that use up what is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from eats_desktop.app import use_up_shapes
from eats_desktop.app.cli.context import print_json
from eats_desktop.domain.quantity_text import number_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eats_desktop.app.container import Container
    from eats_desktop.domain.recipe_search import RecipeFacets
    from eats_desktop.domain.use_up import FoodAmount, PlannedRecipe, UseUpPlan

_RECIPES = 3


def show_plans(
    box: Container, have: str, plans: int, limit: int, facets: RecipeFacets, *, as_json: bool
) -> None:
    """Print plans of up to three recipes, fewer with a smaller limit.

    Foods nobody knows are told on stderr with what they may have meant.
    """
    use_up = box.recipes.use_up
    stock = use_up.stock(have)
    for item in stock:
        if item.food is None:
            meant = use_up.suggestion(item)
            hint = "" if meant is None else f" (혹시 {meant}?)"
            typer.echo(f"모르는 재료라서 빼고 찾아요: {item.text}{hint}", err=True)
    at_home = box.recipes.holdings.now()
    found = use_up.plans(stock, plans, min(limit, _RECIPES), facets, at_home=at_home)
    if as_json:
        print_json(use_up_shapes.plans(stock, found))
    elif not found:
        typer.echo("남은 재료를 쓰는 레시피를 찾지 못했어요.")
    else:
        for number, plan in enumerate(found, start=1):
            _print(plan, f"조합 {number}/{len(found)}")


def _print(plan: UseUpPlan, title: str) -> None:
    typer.echo(f"{title}: 남은 재료의 {plan.used_share:.0%}를 써요.")
    for recipe in plan.recipes:
        typer.echo(f"  {_recipe(recipe)}")
    typer.echo(f"  남는 것: {_amounts(plan.left) or '없어요'}")
    if plan.uncounted:
        typer.echo(f"  양을 셈하지 못한 것: {', '.join(plan.uncounted)}")


def _recipe(recipe: PlannedRecipe) -> str:
    told = [recipe.title]
    if recipe.servings is not None:
        told.append(f"{recipe.servings}인분")
    told.append(f"쓰는 것: {_amounts(recipe.uses)}")
    if recipe.missing:
        told.append(f"없는 재료: {', '.join(recipe.missing)}")
    return "  ".join((*told, str(recipe.key)))


def _amounts(amounts: Iterable[FoodAmount]) -> str:
    return ", ".join(map(_amount, amounts))


def _amount(one: FoodAmount) -> str:
    told = one.food
    if one.amount is not None:
        told += f" {number_text(one.amount, one.unit)}{one.unit or ''}"
    return told if one.instead_of is None else f"{told} ({one.instead_of} 대신)"
