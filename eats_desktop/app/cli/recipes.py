"""Commands about recipes: import-recipes."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import Options

if TYPE_CHECKING:
    from eats_desktop.services.recipe_import import ImportCount


def import_recipes(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="레시피 파일", metavar="FILE…")],
    form: Annotated[str, typer.Option("--format", help="auto, mangae, cookrcp")] = "auto",
    report: Annotated[
        Path | None, typer.Option(help="빠진 줄을 적을 파일; 없으면 FILE 옆 *.report.csv")
    ] = None,
) -> None:
    """레시피 파일 가져오기."""
    options: Options = context.obj
    with options.container() as box:
        for file in files:
            told = report or file.with_suffix(file.suffix + ".report.csv")
            count = box.recipe_import.run(file, form, told, threading.Event())
            _print(file, count, told)
        box.sync_job.keep_up(threading.Event())


def _print(file: Path, count: ImportCount, report: Path) -> None:
    typer.echo(
        f"{file.name}: {count.read}줄, 새 레시피 {count.inserted}, 바뀜 {count.updated}, "
        f"그대로 {count.unchanged}, 빠짐 {sum(count.bad.values())}"
    )
    for reason, rows in count.bad.most_common():
        typer.echo(f"  {reason}: {rows}줄 ({report.name})")
