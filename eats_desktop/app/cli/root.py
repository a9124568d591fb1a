"""The command line: global options, then one module per kind of command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eats_desktop.app.cli import care, catalogue, window, wishes
from eats_desktop.app.cli.context import Options, parse_instant
from eats_desktop.app.logs import set_up_logging
from eats_desktop.paths import default_data_dir

application = typer.Typer(
    name="eats-desktop",
    help="Eat's 유혹: 홈쇼핑 식품 방송, 장보기, 요리를 한 화면에.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@application.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    data_dir: Annotated[
        Path | None, typer.Option(envvar="EATS_DATA_DIR", help="데이터를 두는 폴더")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(envvar="EATS_CONFIG", help="더 읽을 설정 파일(TOML)")
    ] = None,
    now: Annotated[str | None, typer.Option(help="이번 실행의 시각을 멈춰 둠 (ISO 8601)")] = None,
    *,
    verbose: Annotated[bool, typer.Option("--verbose", help="자세한 기록을 화면에")] = False,
) -> None:
    """Read the global options; without a command, open the window."""
    options = Options(
        data_dir=(data_dir or default_data_dir()).expanduser().absolute(),
        config=config,
        now=None if now is None else parse_instant(now),
        verbose=verbose,
    )
    context.obj = options
    if context.invoked_subcommand == "demo":
        return
    set_up_logging(options.data_dir, verbose=verbose)
    if context.invoked_subcommand is None:
        window.run(context)


application.command("run")(window.run)
application.command("demo")(window.demo)
application.command("sync")(catalogue.sync)
application.command("schedule")(catalogue.schedule)
application.command("search")(catalogue.search)
application.add_typer(wishes.application, name="wish")
application.command("doctor")(care.doctor)
application.command("backup")(care.backup)
application.command("restore")(care.restore)
application.command("bench")(care.bench)
