"""cart list|add|set|check|remove|clear: the same cart as on the screen."""

from __future__ import annotations

from typing import Annotated

import typer

from eats_desktop.app import json_purchases
from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.app.container import Container
from eats_desktop.domain.cart import MALL, TV
from eats_desktop.domain.cart_item import CartItem, CartSums, SellerGroup, sums
from eats_desktop.domain.cart_words import remark_words
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey

application = typer.Typer(cls=Commands, help="장바구니 보기, 담기, 바꾸기, 빼기.")
Product = Annotated[str, typer.Argument(metavar="PRODUCT", help="출처:상품번호")]
Line = Annotated[str, typer.Argument(metavar="LINE", help="줄 번호 또는 출처:상품번호")]
Lines = Annotated[list[str], typer.Argument(metavar="LINE…", help="줄 번호 또는 출처:상품번호")]
_TOTALS = {MALL: "여기서 주문할 상품", TV: "판매처에서 주문할 방송 상품"}


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """판매처별로 담은 것, 지금 값, 합계 보기."""
    options: Options = context.obj
    with options.container() as box:
        now, groups = box.clock.now(), box.purchases.cart.groups()
    if as_json:
        print_json(json_purchases.cart(now, groups))
    else:
        _print_groups(groups)


@application.command("add")
def add(
    context: typer.Context,
    product: Product,
    quantity: Annotated[int, typer.Option(min=1, max=10, help="개수")] = 1,
    recipe: Annotated[str | None, typer.Option(help="어느 레시피의 재료인지 (출처:번호)")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """상품을 담기; 이미 있으면 수량을 더하기."""
    options: Options = context.obj
    key = ProductKey.parse(product)
    for_recipe = None if recipe is None else RecipeKey.parse(recipe)
    with options.container() as box:
        line = box.purchases.cart.add(key, quantity, for_recipe)
        item = _item(box, line.line_id)
    _tell(item, "담았어요", as_json=as_json)


@application.command("set")
def set_quantity(
    context: typer.Context,
    line: Line,
    quantity: Annotated[int, typer.Argument(help="개수 (1~10)")],
    *,
    as_json: AsJson = False,
) -> None:
    """수량을 바꾸기."""
    options: Options = context.obj
    with options.container() as box:
        (line_id,) = _numbers(box, [line])
        box.purchases.cart.set_quantity(line_id, quantity)
        item = _item(box, line_id)
    _tell(item, "수량을 바꿨어요", as_json=as_json)


@application.command("check")
def check(
    context: typer.Context,
    lines: Lines,
    *,
    off: Annotated[bool, typer.Option("--off", help="고르지 않기")] = False,
) -> None:
    """주문할 것으로 고르기."""
    options: Options = context.obj
    with options.container() as box:
        numbers = _numbers(box, lines)
        box.purchases.cart.check_all(numbers, on=not off)
    typer.echo(f"{len(numbers)}개를 {'고르지 않았어요' if off else '골랐어요'}.")


@application.command("remove")
def remove(context: typer.Context, lines: Lines) -> None:
    """빼기."""
    options: Options = context.obj
    with options.container() as box:
        removed = box.purchases.cart.remove(_numbers(box, lines))
    for line in removed.lines:
        typer.echo(f"뺐어요: {line.name}")


@application.command("clear")
def clear(context: typer.Context) -> None:
    """모두 빼기."""
    options: Options = context.obj
    with options.container() as box:
        held = [line.line_id for line in box.purchases.cart.lines()]
        if held:
            box.purchases.cart.remove(held)
    typer.echo(f"{len(held)}개를 뺐어요." if held else "장바구니가 비어 있어요.")


def _numbers(box: Container, wanted: list[str]) -> list[int]:
    """Return the number of each named line, each once."""
    held = {str(line.product): line.line_id for line in box.purchases.cart.lines()}
    numbers = {str(number): number for number in held.values()}
    found = []
    for text in wanted:
        number = held.get(text) or numbers.get(text)
        if number is None:
            raise NotFoundError(f"장바구니에 없어요: {text}")
        found.append(number)
    return list(dict.fromkeys(found))


def _item(box: Container, line_id: int) -> CartItem:
    return next(item for item in box.purchases.cart.items() if item.line.line_id == line_id)


def _tell(item: CartItem, what: str, *, as_json: bool) -> None:
    if as_json:
        print_json(json_purchases.cart_item(item))
    else:
        typer.echo(f"{what}: {_row(item)}")


def _print_groups(groups: tuple[SellerGroup, ...]) -> None:
    if not groups:
        typer.echo("장바구니가 비어 있어요.")
    for group in groups:
        typer.echo(group.seller if group.market == MALL else f"{group.seller} (판매처에서 주문)")
        for item in group.items:
            typer.echo(f"  [{item.line.line_id}] {_row(item)}")
            for remark in item.remarks:
                typer.echo(f"      {remark_words(item, remark)}")
    for market, words in _TOTALS.items():
        items = [i for group in groups if group.market == market for i in group.items]
        if items:
            typer.echo(f"{words} {_total(sums(items))}")


def _row(item: CartItem) -> str:
    mark = "" if item.line.is_checked else "(안 고름) "
    price = "가격 정보 없음" if item.sum_krw is None else format_won(item.sum_krw)
    return f"{mark}{item.line.name}  {item.line.quantity}개  {price}"


def _total(found: CartSums) -> str:
    total = "알 수 없음" if found.total_krw is None else format_won(found.total_krw)
    unknown = f" (값을 모르는 {found.unknown}가지는 빼고)" if found.unknown else ""
    return f"{found.pieces}개: {total}{unknown}"
