"""shopping list|add|recipe|check|remove|clear: the same shopping list as on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from eats_desktop.app import json_kitchen
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.app.cli.kitchen import known_recipe, servings_of
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.shopping_list import ListChange, ShoppingEntry

application = typer.Typer(cls=Commands, help="장보기 목록 보기, 적기, 레시피 넣기, 지우기.")
Entries = Annotated[list[str], typer.Argument(metavar="NAME…", help="식품 이름")]


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """살 것 보기; 같은 식품은 한 줄로."""
    options: Options = context.obj
    with options.container() as box:
        if as_json:
            entries = box.recipes.shopping_list.entries()
            print_json({"entries": [json_kitchen.shopping_entry(one) for one in entries]})
        else:
            typer.echo(box.recipes.shopping_list.text() or "장보기 목록이 비어 있어요.")


@application.command("add")
def add(
    context: typer.Context,
    texts: Annotated[list[str], typer.Argument(metavar="TEXT…", help='살 것 (예: "두부 2모")')],
) -> None:
    """살 것을 손으로 적기."""
    options: Options = context.obj
    with options.container() as box:
        for text in texts:
            _tell(box.recipes.shopping_list.add(text), "적었어요")


@application.command("recipe")
def add_recipe(
    context: typer.Context,
    recipe_id: Annotated[str, typer.Argument(metavar="RECIPE", help="레시피 번호 (출처:번호)")],
    servings: Annotated[int | None, typer.Option(min=1, max=100, help="몇 인분을 할지")] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="집에 있는 것도 모두")] = False,
) -> None:
    """레시피에서 없는 재료를 모두 적기."""
    options: Options = context.obj
    with options.container() as box:
        known = known_recipe(box, recipe_id)
        recipe, factor = known.recipe, servings_of(known.recipe, servings)
        listing = box.recipes.shopping_list
        if everything:
            _tell(listing.add_lines(recipe, recipe.ingredients, factor), "적었어요")
        else:
            _tell(listing.add_missing(recipe, known.statuses, factor), "적었어요")


@application.command("check")
def check(
    context: typer.Context,
    names: Entries,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="산 표시를 지우기")] = False,
) -> None:
    """산 것으로 표시하기."""
    options: Options = context.obj
    with options.container() as box:
        listing = box.recipes.shopping_list
        wanted = _named([one for one in listing.entries() if one.is_done is undo], names)
        _tell(listing.check(wanted, done=not undo), "표시를 지웠어요" if undo else "샀어요")


@application.command("remove")
def remove(context: typer.Context, names: Entries) -> None:
    """목록에서 지우기."""
    options: Options = context.obj
    with options.container() as box:
        listing = box.recipes.shopping_list
        _tell(listing.remove(_named(listing.entries(), names)), "지웠어요")


@application.command("clear")
def clear(context: typer.Context) -> None:
    """산 것을 모두 지우기."""
    options: Options = context.obj
    with options.container() as box:
        _tell(box.recipes.shopping_list.clear_done(), "지웠어요")


def _named(entries: Sequence[ShoppingEntry], names: Sequence[str]) -> list[int]:
    """Return the lines of the entries with these names; all that bear one of them."""
    found: list[int] = []
    for name in names:
        lines = [number for one in entries if one.name == name for number in one.line_ids]
        if not lines:
            raise NotFoundError(f"장보기 목록에 없어요: {name}")
        found += lines
    return found


def _tell(change: ListChange, done: str) -> None:
    for line in change.after or change.before:
        typer.echo(f"{done}: {line.text}")
    if not (change.after or change.before):
        typer.echo("달라진 것이 없어요.")
