"""Commands that read names: analyze, similar."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from eats_desktop.app import json_shapes, plain_text
from eats_desktop.app.cli.context import AsJson, Options, batch_lines, print_json, sound_text


class Market(StrEnum):
    MALL = "mall"
    TV = "tv"


def analyze(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME…", help="상품 이름")] = None,
    *,
    batch: Annotated[bool, typer.Option("--batch", help="표준 입력의 줄마다 읽기")] = False,
    as_json: AsJson = False,
) -> None:
    """상품 이름이 말하는 것: 식품인지, 무엇인지, 얼마나 들었는지."""
    if batch == bool(names):
        raise typer.BadParameter("상품 이름을 쓰거나 --batch를 쓰세요.")
    options: Options = context.obj
    with options.container() as box:
        reader = box.food.names
        if batch:
            for line in batch_lines():
                print_json(json_shapes.analysis(line, reader.read(line)))
            return
        asked = [sound_text(name).strip() for name in names or ()]
        read = [(name, reader.read(name)) for name in asked]
    if not as_json:
        plain_text.print_analyses(read)
        return
    found = [json_shapes.analysis(name, reading) for name, reading in read]
    print_json(found[0] if len(found) == 1 else found)


def similar(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="상품 이름")] = None,
    to: Annotated[Market, typer.Option("--to", help="어느 쪽에서 찾을지")] = Market.MALL,
    limit: Annotated[int, typer.Option(min=1, max=100, help="최대 개수")] = 5,
    *,
    batch: Annotated[bool, typer.Option("--batch", help="표준 입력의 줄마다 찾기")] = False,
    as_json: AsJson = False,
) -> None:
    """같거나 비슷한 식품을 다른 쪽(콕 또는 TV)에서 찾기."""
    if batch == (name is not None):
        raise typer.BadParameter("상품 이름을 하나 쓰거나 --batch를 쓰세요.")
    options: Options = context.obj
    with options.container() as box:
        for text in batch_lines() if batch else (sound_text(name or "").strip(),):
            found = box.food.similar.of_name(text, to.value, limit) if text or not batch else ()
            if batch or as_json:
                print_json(json_shapes.matches(text, to.value, found))
            else:
                plain_text.print_matches(found)
