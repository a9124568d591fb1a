"""Commands with a face: the desktop window and the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import link_in

if TYPE_CHECKING:
    from eats_desktop.app.cli.context import Options


def run(
    context: typer.Context,
    link: Annotated[str | None, typer.Argument(help="열 화면: eats://…")] = None,
) -> None:
    """창 열기."""
    options: Options = context.obj
    from eats_desktop.app.qt.window import run_window  # noqa: PLC0415  Qt loads for windows only

    raise typer.Exit(run_window(options, _sound(link)))


def demo(
    context: typer.Context,
    tour: Annotated[
        Path | None, typer.Option(help="화면마다 그림을 남길 폴더 (화면 없이도 됨)")
    ] = None,
) -> None:
    """스스로 만든 체험 데이터로 둘러보기; 화면이 없으면 그림으로 남겨요."""
    options: Options = context.obj
    from eats_desktop.app.qt.demo import run_demo  # noqa: PLC0415  Qt loads for windows only

    raise typer.Exit(run_demo(options, tour))


def _sound(link: str | None) -> str:
    if link is None:
        return ""
    found = link_in([link])
    if found is None:
        raise InputError(f"열 수 없는 링크예요: {link}")
    return found
