"""recipes: finds recipes by name or by foods, and plans that use up what is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app import recipe_shapes
from eats_desktop.app.cli import use_up
from eats_desktop.app.cli.context import AsJson, Options, print_json, sound_text
from eats_desktop.domain.recipe_search import RecipeFacets

if TYPE_CHECKING:
    from eats_desktop.app.container import Container
    from eats_desktop.domain.recipe_search import FoundRecipe, RecipePage


def recipes(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", help="요리 이름")] = None,
    foods: Annotated[str | None, typer.Option("--with", help="재료, 쉼표로 나눠서")] = None,
    have: Annotated[
        str | None, typer.Option("--have", help="남은 재료와 양: “삼겹살 600g, 김치 1/4포기”")
    ] = None,
    plans: Annotated[int, typer.Option(min=1, max=10, help="계획 수 (--have)")] = 3,
    limit: Annotated[int, typer.Option(min=1, max=500, help="최대 개수")] = 15,
    without: Annotated[
        str | None, typer.Option("--without", help="들어가면 안 되는 재료, 쉼표로 나눠서")
    ] = None,
    allergens: Annotated[
        str | None, typer.Option("--allergen", help="빼야 하는 알레르기, 쉼표로 나눠서: “대두,밀”")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """요리 이름이나 재료로 레시피 찾기, 남은 재료를 다 쓰는 계획."""
    options: Options = context.obj
    if sum(one is not None for one in (name, foods, have)) != 1:
        raise typer.BadParameter("--name, --with, --have 가운데 하나를 쓰세요.")
    facets = RecipeFacets(without=_words(without), allergens=_words(allergens))
    with options.container() as box:
        box.recipes.bring_shipped()
        if have is not None:
            use_up.show_plans(box, sound_text(have), plans, limit, facets, as_json=as_json)
            return
        page = _found(box, name, foods, facets, limit)
    if as_json:
        print_json(recipe_shapes.recipes(page.recipes))
    else:
        _print(page)


def _found(
    box: Container, name: str | None, foods: str | None, facets: RecipeFacets, limit: int
) -> RecipePage:
    if name is not None:
        return box.recipes.finder.by_name(sound_text(name), facets, limit=limit, counted=False)
    return box.recipes.finder.by_foods(sound_text(foods or "").split(","), facets, limit=limit)


def _words(text: str | None) -> frozenset[str]:
    words = (" ".join(word.split()) for word in sound_text(text or "").split(","))
    return frozenset(filter(None, words))


def _print(page: RecipePage) -> None:
    if page.corrected is not None:
        typer.echo(f"“{page.corrected}” 검색 결과예요.")
    if page.unknown:
        typer.echo(f"모르는 재료예요: {', '.join(page.unknown)}")
    if not page.recipes:
        typer.echo("맞는 레시피를 찾지 못했어요.")
    for recipe in page.recipes:
        typer.echo(_line(recipe))


def _line(recipe: FoundRecipe) -> str:
    told = [recipe.title]
    if recipe.minutes is not None:
        told.append(f"{recipe.minutes}분")
    if recipe.servings is not None:
        told.append(f"{recipe.servings}인분")
    if recipe.coverage is not None:
        told.append(f"재료 {recipe.coverage:.0%}")
    if recipe.missing:
        told.append(f"없는 재료: {', '.join(recipe.missing)}")
    return "  ".join((*told, str(recipe.key)))
