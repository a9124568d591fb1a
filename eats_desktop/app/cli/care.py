"""Commands for the health of an installation: doctor, backup, restore, bench."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Options, print_json
from eats_desktop.app.diagnostics import export_diagnostics
from eats_desktop.app.doctor import Check, cannot_open, examine
from eats_desktop.app.instance_lock import window_closed
from eats_desktop.domain.errors import (
    ConflictError,
    EatsError,
    InputError,
    StorageEnvironmentError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.app.json_shapes import Json


class Suite(StrEnum):
    STORAGE = "storage"
    SYNC = "sync"
    CLASSIFY = "classify"
    SIZE = "size"
    SEARCH = "search"
    USEUP = "useup"
    RECIPES = "recipes"
    IMPORTING = "importing"
    SCREENS = "screens"
    WINDOW = "window"
    PAYMENTS = "payments"
    QUALITY = "quality"
    ALL = "all"


def doctor(
    context: typer.Context,
    *,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export-diagnostics",
            help="출처를 고치는 데 필요한 것을 담을 ZIP 파일 (내 정보는 들어가지 않음)",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """스스로 살펴보기: 저장소, 모델, 출처, 디스크, 백업, 알림."""
    options: Options = context.obj
    try:
        with options.container() as box:
            checks = examine(box)
    except EatsError as error:
        checks = (cannot_open(error),)
    if export is not None:
        _export(options, checks, export)
    ok = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": ok, "checks": [_as_json(check) for check in checks]})
    else:
        for check in checks:
            typer.echo(f"{'좋음' if check.ok else '문제'}  {check.name}: {check.detail}")
            if check.remedy:
                typer.echo(f"      → {check.remedy}")
    if not ok:
        raise typer.Exit(1)


def _export(options: Options, checks: Sequence[Check], target: Path) -> None:
    with options.container() as box:
        count = export_diagnostics(box, checks, target)
    typer.echo(f"진단 파일을 만들었어요: {target} (읽지 못한 화면 {count}개)", err=True)


def _as_json(check: Check) -> Json:
    return {"name": check.name, "ok": check.ok, "detail": check.detail, "remedy": check.remedy}


def backup(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="만들 파일; 없으면 backups 폴더에")] = None,
) -> None:
    """내 데이터(찜, 알림, 기록)를 확인된 사본으로 남기기."""
    options: Options = context.obj
    with options.container() as box:
        if file is not None and file.resolve() in (f.path.resolve() for f in box.databases.files):
            raise InputError(f"지금 쓰고 있는 파일이라 그 위에 백업할 수 없어요: {file}")
        target = box.my_data.back_up(file)
    typer.echo(f"백업했어요: {target}")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="되돌릴 백업 파일")],
) -> None:
    """백업으로 되돌리기; 지금 것은 옆에 남겨 둬요."""
    options: Options = context.obj
    from eats_desktop.storage.backup import restore_user  # noqa: PLC0415  opens no database

    home = options.household().home
    with window_closed(options.data_dir, "되돌려"):
        _require_settled(options)
        aside = restore_user(file, home)
    typer.echo(f"되돌렸어요: {file}")
    if aside is not None:
        typer.echo(f"바꾸기 전 데이터는 여기에 있어요: {aside}")


def _require_settled(options: Options) -> None:
    """Payments under way must not lose their journal; a file beyond opening has none to lose."""
    try:
        with options.container() as box:
            reason = box.my_data.why_not_replace()
    except StorageEnvironmentError:
        return
    if reason:
        raise ConflictError(reason)


def bench(
    context: typer.Context,
    suite: Annotated[Suite, typer.Argument(help="무엇을 잴지")] = Suite.ALL,
    *,
    as_json: AsJson = False,
) -> None:
    """이 프로그램의 속도와 크기를 재기."""
    options: Options = context.obj
    from eats_desktop.app.bench import run_suites  # noqa: PLC0415  heavy imports on demand

    figures = run_suites(suite.value, options.data_dir)
    if as_json:
        print_json({"figures": [figure.as_json() for figure in figures]})
    else:
        for figure in figures:
            typer.echo(figure.as_line())
