"""export and erase: a person takes their data away, or takes it off this computer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from eats_desktop.app.cli.context import Options
from eats_desktop.app.instance_lock import window_closed
from eats_desktop.domain.errors import ConflictError, InputError
from eats_desktop.services.erasing import Eraser
from eats_desktop.services.my_data import ERASE_WORDS

Words = Annotated[
    str | None, typer.Option("--words", help=f"지우겠다는 뜻으로 적는 말: {ERASE_WORDS}")
]


def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="만들 JSON 파일")],
) -> None:
    """내 자료를 JSON 파일로 내보내기."""
    options: Options = context.obj
    with options.container() as box:
        if file.resolve().is_relative_to(box.data_dir.resolve()):
            raise InputError(f"데이터 폴더 안에는 내보낼 수 없어요: {file}")
        count = box.my_data.export.write(file)
    typer.echo(f"내보냈어요: {file} (줄 {count:,}개)")


def erase(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", help="확인하려고 적는 프로필 이름")] = None,
    words: Words = None,
) -> None:
    """이 프로필의 자료를 모두 지우기; 편성과 상품, 레시피는 남아요. 되돌릴 수 없어요."""
    options: Options = context.obj
    with window_closed(options.data_dir, "지워"):
        person_id = confirmed(options, name, words)
        Eraser(options.data_dir).erase(person_id)
    typer.echo("모두 지웠어요. 다른 곳에 따로 저장한 백업과 내보낸 파일은 남아 있어요.")


def confirmed(options: Options, name: str | None, words: str | None) -> str:
    """Ask twice, by name and by words; return whose data may go.

    InputError when either is not typed as asked, ConflictError while a payment is open.
    """
    with options.container() as box:
        reason = box.my_data.why_not_erase()
        person = box.household.person
    if reason:
        raise ConflictError(reason)
    _typed(f"지울 프로필의 이름 ({person.name})", person.name, name, "--name")
    _typed(f"되돌릴 수 없어요. 지우려면 ‘{ERASE_WORDS}’", ERASE_WORDS, words, "--words")
    return person.person_id


def _typed(prompt: str, wanted: str, given: str | None, option: str) -> None:
    if given is None and sys.stdin.isatty():
        given = typer.prompt(prompt, default="", show_default=False)
    if given is None:
        raise typer.BadParameter(f"{option}에 확인하는 말을 적어 주세요: {wanted}")
    if given.strip() != wanted:
        raise InputError(f"적은 말이 달라서 지우지 않았어요: {given}")
