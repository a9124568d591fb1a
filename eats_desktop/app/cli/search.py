"""search and suggest: one query over broadcasts, mall products and recipes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from eats_desktop.app import plain_text, search_shapes
from eats_desktop.app.cli.context import Options, batch_lines, print_json, sound_text
from eats_desktop.domain.search import SearchFilter


class Scope(StrEnum):
    ALL = "all"
    BROADCASTS = "broadcasts"
    PRODUCTS = "products"
    RECIPES = "recipes"


AsJson = Annotated[bool, typer.Option("--json", help="JSON 한 문서로 출력")]


def search(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument(help="찾을 말")] = None,
    scope: Annotated[Scope, typer.Option("--in", help="어디에서 찾을지")] = Scope.ALL,
    limit: Annotated[int, typer.Option(min=1, max=500, help="최대 개수")] = 50,
    *,
    supplements: Annotated[bool, typer.Option("--supplements", help="건강기능식품도 찾기")] = False,
    batch: Annotated[bool, typer.Option("--batch", help="표준 입력의 줄마다 찾기")] = False,
    as_json: AsJson = False,
) -> None:
    """방송, 상품, 레시피 찾기."""
    options: Options = context.obj
    if batch == (query is not None):
        raise typer.BadParameter("찾을 말을 하나 쓰거나 --batch를 쓰세요.")
    with options.container() as box:
        now = box.clock.now()
        narrowed = SearchFilter(include_supplements=supplements)
        for text in batch_lines() if batch else (sound_text(query or "").strip(),):
            if batch and not text:
                print_json(search_shapes.nothing_asked())
                continue
            result = box.food.search.search(text, scope.value, limit, narrowed=narrowed)
            if batch or as_json:
                print_json(search_shapes.search(result, now))
            else:
                plain_text.print_search(result, now)


def suggest(
    context: typer.Context,
    prefix: Annotated[str, typer.Argument(help="지금까지 친 글자")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="최대 개수")] = 8,
    *,
    as_json: AsJson = False,
) -> None:
    """치는 중인 말 이어 주기."""
    options: Options = context.obj
    typed = sound_text(prefix).strip()
    with options.container() as box:
        found = box.food.suggest.suggest(typed, limit)
    if as_json:
        print_json(search_shapes.suggestions(typed, found))
        return
    for suggestion in found:
        typer.echo(f"{suggestion.text}  ({suggestion.why})")
