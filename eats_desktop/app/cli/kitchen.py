"""recipe ID and pantry list|add|fill|remove: one recipe with what is at hand, what is at home."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Annotated

import typer

from eats_desktop.app import json_kitchen
from eats_desktop.app.cli.context import AsJson, Commands, Options, parse_day, print_json
from eats_desktop.app.container import Container
from eats_desktop.app.json_shapes import Json
from eats_desktop.app.recipe_purchase import find_purchase, print_purchase, purchase_shape
from eats_desktop.domain.errors import InputError, NotFoundError
from eats_desktop.domain.fulfilment import Availability, IngredientStatus
from eats_desktop.domain.ingredient_line import IngredientLine
from eats_desktop.domain.pantry import PantryItem
from eats_desktop.domain.quantity_text import number_text, quantity_text
from eats_desktop.domain.stored_recipe import LIBRARY, FullRecipe, RecipeKey
from eats_desktop.search.recipe_scaling import scaled, servings_factor
from eats_desktop.services.recipe_page import KnownRecipe

application = typer.Typer(cls=Commands, help="냉장고 보기, 넣기, 주문한 것 넣기, 빼기.")
_STATES = {
    Availability.HAVE: "보유",
    Availability.CART: "장바구니",
    Availability.MISSING: "미보유",
}


def recipe(
    context: typer.Context,
    recipe_id: Annotated[str, typer.Argument(metavar="RECIPE", help="레시피 번호 (출처:번호)")],
    servings: Annotated[int | None, typer.Option(min=1, max=100, help="몇 인분으로 볼지")] = None,
    *,
    buy: Annotated[bool, typer.Option("--buy", help="없는 재료를 파는 상품도 보기")] = False,
    as_json: AsJson = False,
) -> None:
    """레시피 하나를 재료마다 있는지와 함께 보기."""
    options: Options = context.obj
    with options.container() as box:
        known = known_recipe(box, recipe_id)
        factor = servings_of(known.recipe, servings)
        allergens = _allergens(box, known.recipe) if as_json else ()
        statuses = _scaled(known, factor)
        purchase = find_purchase(box, statuses) if buy else None
    if as_json:
        shape = json_kitchen.recipe(known, statuses, factor, allergens)
        print_json(shape if purchase is None else {**shape, "buying": purchase_shape(*purchase)})
        return
    _print_recipe(known.recipe, statuses, factor)
    if purchase is not None:
        print_purchase(*purchase)


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """집에 있는 재료 보기; 먼저 써야 할 것부터."""
    options: Options = context.obj
    with options.container() as box:
        items = box.recipes.pantry.items()
        if as_json:
            print_json({"items": [_item_shape(box, item) for item in items]})
            return
    for item in items:
        typer.echo(_item_text(item))
    if not items:
        typer.echo("냉장고가 비어 있어요.")


@application.command("add")
def add(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='재료와 양 (예: "양파 3개")')],
    use_by: Annotated[str | None, typer.Option(help="이날까지 먹기 (YYYY-MM-DD)")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """재료를 냉장고에 넣기."""
    day = None if use_by is None else parse_day(use_by)
    _put(context, lambda box: box.recipes.pantry.add(text, day).after, as_json=as_json)


@application.command("fill")
def fill(
    context: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="결제한 주문 번호")],
    *,
    as_json: AsJson = False,
) -> None:
    """결제한 주문의 식품을 한 번 냉장고에 넣기."""
    _put(context, lambda box: box.recipes.pantry.fill(order).after, as_json=as_json)


@application.command("remove")
def remove(
    context: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="ITEM…", help="번호나 이름")],
) -> None:
    """재료를 냉장고에서 빼기."""
    options: Options = context.obj
    with options.container() as box:
        items = box.recipes.pantry.items()
        wanted = tuple(dict.fromkeys(_named(items, target) for target in targets))
        box.recipes.pantry.remove([item.item_id for item in wanted])
    for item in wanted:
        typer.echo(f"뺐어요: {item.name}")


def known_recipe(box: Container, text: str) -> KnownRecipe:
    """Return a recipe as things stand; what ships is brought in first where it is not yet."""
    key = RecipeKey.parse(text)
    if key.source == LIBRARY:
        box.recipes.bring_shipped()
    return box.recipes.pages.of_recipe(key)


def servings_of(recipe: FullRecipe, wanted: int | None) -> Fraction:
    """Return by what the amounts grow; InputError where the recipe does not say for how many."""
    if wanted is None:
        return Fraction(1)
    factor = servings_factor(recipe.servings, wanted)
    if factor is None:
        raise InputError(f"몇 인분인지 적혀 있지 않은 레시피예요: {recipe.title}")
    return factor


def _scaled(known: KnownRecipe, factor: Fraction) -> list[IngredientStatus]:
    lines = scaled((status.line for status in known.statuses), factor)
    return [replace(status, line=line) for status, line in zip(known.statuses, lines, strict=True)]


def _allergens(box: Container, recipe: FullRecipe) -> list[str]:
    table = box.recipes.allergens
    held = frozenset().union(*(table.in_line(one.food, one.name) for one in recipe.ingredients))
    return [name for name in table.names if name in held]


def _put(
    context: typer.Context, put: Callable[[Container], Sequence[PantryItem]], *, as_json: bool
) -> None:
    options: Options = context.obj
    with options.container() as box:
        items = put(box)
        if as_json:
            print_json({"items": [_item_shape(box, item) for item in items]})
            return
    for item in items:
        typer.echo(f"넣었어요: {_item_text(item)}")
    if not items:
        typer.echo("넣을 식품이 없어요.")


def _item_shape(box: Container, item: PantryItem) -> Json:
    return json_kitchen.pantry_item(item, box.recipes.pantry.suggested_use_by(item))


def _named(items: Sequence[PantryItem], target: str) -> PantryItem:
    for item in items:
        if target in (str(item.item_id), item.name):
            return item
    raise NotFoundError(f"냉장고에 없는 재료예요: {target}")


def _item_text(item: PantryItem) -> str:
    amount = "" if item.quantity is None else f" {quantity_text(item.quantity)}"
    return f"{item.item_id:>4}  {item.name}{amount}{_until(item.use_by)}"


def _until(day: date | None) -> str:
    return "" if day is None else f" ({day.month}월 {day.day}일까지)"


def _print_recipe(
    recipe: FullRecipe, statuses: Sequence[IngredientStatus], factor: Fraction
) -> None:
    facts = [
        "" if recipe.servings is None else f"{number_text(recipe.servings * factor, None)}인분",
        "" if recipe.minutes is None else f"{recipe.minutes}분",
        recipe.difficulty or "",
    ]
    typer.echo(f"{recipe.title}  {' · '.join(filter(None, facts))}".rstrip())
    group = None
    for status in statuses:
        if status.line.group != group:
            group = status.line.group
            typer.echo(f"[{group or '재료'}]")
        typer.echo(f"  {_line_text(status)}")
    for number, step in enumerate(recipe.steps, 1):
        typer.echo(f"{number}. {step.text}")
    if recipe.source_url:
        typer.echo(recipe.source_url)


def _line_text(status: IngredientStatus) -> str:
    line = status.line
    name = " ".join((*line.forms, line.name)) or line.text
    amount = _amount_text(line)
    held = status.holding
    by = f" ← {held.name}" if held is not None and status.stands_in else ""
    return f"{_STATES[status.availability]}\t{' '.join(filter(None, (name, amount)))}{by}"


def _amount_text(line: IngredientLine) -> str:
    if line.quantity is None:
        return line.vague or ""
    also = "" if line.also is None else f"({quantity_text(line.also)})"
    return f"{quantity_text(line.quantity)}{also}"
