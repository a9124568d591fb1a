"""wish list|add|remove: the same hearts as on the screens."""

from __future__ import annotations

from typing import Annotated

import typer

from eats_desktop.app import json_shapes, plain_text
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.schedule import BroadcastId, ProductKey

application = typer.Typer(cls=Commands, help="찜 보기, 넣기, 빼기.")
Target = Annotated[str, typer.Argument(help="방송 번호 또는 출처:상품번호")]


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """찜한 것 보기."""
    options: Options = context.obj
    with options.container() as box:
        now = box.clock.now()
        wishes = box.wishes.wishlist()
    if as_json:
        print_json({"wishes": [json_shapes.wish(item, now) for item in wishes]})
    else:
        plain_text.print_wishes(wishes, now)


@application.command("add")
def add(context: typer.Context, target: Target, *, as_json: AsJson = False) -> None:
    """방송이나 상품을 찜하기."""
    options: Options = context.obj
    with options.container() as box:
        now = box.clock.now()
        if ":" in target:
            product = ProductKey.parse(target)
            wish = box.wishes.wish_product(product, box.product_name(product))
        else:
            wish = box.wishes.wish_broadcast(BroadcastId.parse(target))
        (item,) = [w for w in box.wishes.wishlist() if w.wish.wish_id == wish.wish_id]
    if as_json:
        print_json(json_shapes.wish(item, now))
    else:
        typer.echo(f"찜했어요: {wish.title}")


@application.command("remove")
def remove(context: typer.Context, target: Target) -> None:
    """찜 풀기."""
    options: Options = context.obj
    with options.container() as box:
        for item in box.wishes.wishlist():
            wish = item.wish
            if target in (str(wish.wish_id), str(wish.broadcast_id), str(wish.product)):
                box.wishes.remove(wish.wish_id)
                typer.echo(f"찜을 풀었어요: {wish.title}")
                return
    raise NotFoundError(f"찜한 것 가운데 없어요: {target}")
