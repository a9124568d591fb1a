"""profile list|add|use|rename|remove|pin: the people of a household, each with their own data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Commands, Options, print_json
from eats_desktop.app.cli.my_data import Words, confirmed
from eats_desktop.app.cli.secrets import pass_curtain, typed_secret
from eats_desktop.app.instance_lock import window_closed
from eats_desktop.domain.errors import ConflictError
from eats_desktop.services.erasing import Eraser
from eats_desktop.services.people import FIRST

if TYPE_CHECKING:
    from eats_desktop.app.json_shapes import Json

application = typer.Typer(cls=Commands, help="프로필 보기, 만들기, 바꾸기, 지우기, PIN.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="프로필 이름")]


@application.command("list")
def show(context: typer.Context, *, as_json: AsJson = False) -> None:
    """이 컴퓨터를 함께 쓰는 사람들 보기."""
    options: Options = context.obj
    desk = options.household()
    active = desk.people.active().person_id
    rows: list[Json] = [
        {
            "id": person.person_id,
            "name": person.name,
            "active": person.person_id == active,
            "has_pin": desk.pin(person.person_id).is_set,
        }
        for person in desk.people.all()
    ]
    if as_json:
        print_json({"profiles": rows})
        return
    for person in desk.people.all():
        pin = " · PIN 있음" if desk.pin(person.person_id).is_set else ""
        typer.echo(f"{'*' if person.person_id == active else ' '} {person.name}{pin}")


@application.command("add")
def add(context: typer.Context, name: Name) -> None:
    """프로필 만들기; 찜, 장바구니, 주문이 따로예요."""
    options: Options = context.obj
    person = options.household().people.add(name)
    typer.echo(f"만들었어요: {person.name}")


@application.command("use")
def use(context: typer.Context, name: Name) -> None:
    """다음에 창을 열 때부터 이 프로필로 열기."""
    options: Options = context.obj
    people = options.household().people
    person = people.use(people.named(name).person_id)
    typer.echo(f"다음에 창을 열 때부터 쓸 프로필: {person.name}")


@application.command("rename")
def rename(
    context: typer.Context,
    name: Name,
    to: Annotated[str, typer.Argument(metavar="NEW", help="새 이름")],
) -> None:
    """프로필 이름 바꾸기."""
    options: Options = context.obj
    desk = options.household()
    person_id = desk.people.named(name).person_id
    pass_curtain(desk, person_id)
    typer.echo(f"이름을 바꿨어요: {desk.people.rename(person_id, to).name}")


@application.command("remove")
def remove(context: typer.Context, name: Name, words: Words = None) -> None:
    """프로필과 그 자료를 모두 지우기; 되돌릴 수 없어요."""
    options: Options = context.obj
    desk = options.household()
    person = desk.people.named(name)
    if person.person_id == FIRST:
        raise ConflictError("처음부터 있던 프로필은 뺄 수 없어요. 자료는 erase 명령으로 지워요.")
    pass_curtain(desk, person.person_id)
    with window_closed(options.data_dir, "지워"):
        theirs = Options(
            options.data_dir, options.config, options.now, options.verbose, person.person_id
        )
        confirmed(theirs, person.name, words)
        Eraser(options.data_dir).erase(person.person_id)
    typer.echo(f"프로필과 그 자료를 지웠어요: {person.name}")


@application.command("pin")
def set_pin(
    context: typer.Context,
    name: Name,
    *,
    take_away: Annotated[bool, typer.Option("--remove", help="PIN 없애기")] = False,
) -> None:
    """PIN 정하기(숫자 4~8자리). 창을 가리는 것이고, 자료를 암호로 바꾸지는 않아요.

    지금 PIN이 있으면 그것을 먼저, 새 PIN을 다음에 물어요. 스크립트는 표준 입력에 한 줄씩 적어요.
    """
    options: Options = context.obj
    desk = options.household()
    book = desk.pin(desk.people.named(name).person_id)
    if book.is_set:
        book.check(typed_secret("지금 PIN"))
    if take_away:
        book.remove()
        typer.echo("PIN을 없앴어요.")
        return
    book.set(typed_secret("새 PIN"))
    typer.echo(
        "PIN을 정했어요. 창을 가리는 것이고, 파일을 볼 수 있는 사람에게서 지켜 주지는 않아요."
    )
