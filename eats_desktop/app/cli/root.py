"""The command line: global options, then one module per kind of command."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from eats_desktop.app.cli import (
    alarms,
    care,
    cart,
    catalogue,
    feeds,
    kitchen,
    my_data,
    orders,
    payments,
    people,
    probe,
    receipt,
    recipe_search,
    recipes,
    search,
    shopping,
    understanding,
    window,
    wishes,
)
from eats_desktop.app.cli.context import Commands, Options, parse_instant
from eats_desktop.app.cli.secrets import pass_curtain
from eats_desktop.app.logs import set_up_logging
from eats_desktop.domain.errors import StorageEnvironmentError
from eats_desktop.paths import default_data_dir

_EXIT_USAGE = 2
_PERSONAL = frozenset(
    {
        "wish",
        "alarm",
        "pantry",
        "shopping",
        "cart",
        "order",
        "reconcile",
        "backup",
        "restore",
        "export",
        "erase",
    }
)
"""Commands that show or change what belongs to a person: behind the PIN where there is one."""

_IN_KOREAN = (
    (r"Missing command\.", "할 일을 적어 주세요"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"남는 값이 있어요: \1"),
    (r"Input should be greater than or equal to (\S+)", r"\1 이상이어야 해요"),
    (r"Input should be less than or equal to (\S+)", r"\1 이하여야 해요"),
    (r"Input should be a valid integer.*", "정수를 적어 주세요"),
    (r".*is not one of (.*)\.", r"\1 가운데 하나를 적어 주세요"),
)


class CommandLine(Commands):
    """Says in Korean how the program is used when it was used wrongly."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Return the exit code; EatsError and bugs pass through."""
        _never_fail_to_print()
        try:
            return super().main(*args, **kwargs)
        except TyperException as slip:
            typer.echo(_explained(slip), err=True)
            return _EXIT_USAGE


def _never_fail_to_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _explained(slip: TyperException) -> str:
    option = getattr(slip, "option_name", None)
    parameter = getattr(slip, "param", None)
    context = getattr(slip, "ctx", None)
    program = "eats-desktop" if context is None else context.command_path
    message = slip.message
    for english, korean in _IN_KOREAN:
        message = re.sub(english, korean, message)
    if option is not None:
        what = f"없는 옵션이거나 값이 빠졌어요: {option}"
    elif parameter is None:
        what = message
    elif message:
        what = f"{parameter.get_error_hint()} 값이 맞지 않아요: {message}"
    else:
        what = f"빠진 값이 있어요: {parameter.get_error_hint()}"
    return f"{what}\n쓰는 법: {program} --help"


application = typer.Typer(
    cls=CommandLine,
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
    profile: Annotated[
        str | None, typer.Option(envvar="EATS_PROFILE", help="누구의 자료로 할지 (프로필 이름)")
    ] = None,
    *,
    verbose: Annotated[bool, typer.Option("--verbose", help="자세한 기록을 화면에")] = False,
) -> None:
    """Read the global options; without a command, open the window."""
    options = Options(
        data_dir=(data_dir or default_data_dir()).expanduser().absolute(),
        config=config,
        now=None if now is None else parse_instant(now),
        verbose=verbose,
        profile=profile,
    )
    context.obj = options
    if context.invoked_subcommand == "demo":
        return
    _keep_a_log(options)
    if context.invoked_subcommand in _PERSONAL:
        desk = options.household()
        pass_curtain(desk, desk.person_id)
    if context.invoked_subcommand is None:
        window.run(context)


def _keep_a_log(options: Options) -> None:
    try:
        set_up_logging(options.data_dir, verbose=options.verbose)
    except OSError as exc:
        raise StorageEnvironmentError(f"데이터 폴더를 쓸 수 없어요: {options.data_dir}") from exc


application.command("run")(window.run)
application.command("demo")(window.demo)
application.command("sync")(catalogue.sync)
application.command("schedule")(catalogue.schedule)
application.command("import-feed")(feeds.import_feed)
application.command("export-feed")(feeds.export_feed)
application.command("import-recipes")(recipes.import_recipes)
application.command("recipes")(recipe_search.recipes)
application.command("search")(search.search)
application.command("suggest")(search.suggest)
application.command("analyze")(understanding.analyze)
application.command("similar")(understanding.similar)
application.add_typer(wishes.application, name="wish")
application.add_typer(alarms.application, name="alarm")
application.command("recipe")(kitchen.recipe)
application.add_typer(kitchen.application, name="pantry")
application.add_typer(shopping.application, name="shopping")
application.add_typer(cart.application, name="cart")
orders.application.command("receipt")(receipt.receipt)
application.add_typer(orders.application, name="order")
application.command("reconcile")(payments.reconcile)
application.add_typer(payments.staff_pin, name="staff-pin")
application.add_typer(payments.toss_key, name="toss-key")
application.command("doctor")(care.doctor)
application.command("probe")(probe.probe)
application.command("backup")(care.backup)
application.command("restore")(care.restore)
application.command("bench")(care.bench)
application.add_typer(people.application, name="profile")
application.command("export")(my_data.export)
application.command("erase")(my_data.erase)
