"""import-recipes: recipe files, pages and the public service into the library."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Options, print_json
from eats_desktop.app.cli.import_progress import shown_import
from eats_desktop.app.cli.interrupt import stopped_by_interrupt
from eats_desktop.domain.errors import EatsError, StoppedError
from eats_desktop.services.import_report import ImportReport
from eats_desktop.services.recipe_import import ImportCount

if TYPE_CHECKING:
    import threading

    from eats_desktop.app.cli.import_progress import Show
    from eats_desktop.app.container import Container
    from eats_desktop.app.json_shapes import Json
    from eats_desktop.services.recipe_import import RecipeOrigin


@dataclass(frozen=True, slots=True)
class _Import:
    name: str
    count: ImportCount
    seconds: float
    error: EatsError | None


def import_recipes(
    context: typer.Context,
    places: Annotated[
        list[str] | None, typer.Argument(help="레시피 파일이나 페이지 주소", metavar="FILE|URL…")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="auto, mangae, cookrcp, mafra, schemaorg")
    ] = "auto",
    report: Annotated[
        Path | None, typer.Option(help="빠진 줄을 적을 파일; 없으면 데이터 폴더의 imports/")
    ] = None,
    *,
    service: Annotated[
        bool, typer.Option("--service", help="식약처 서비스에서 인증키로 모두 받기")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """레시피 가져오기."""
    options: Options = context.obj
    if not places and not service:
        raise typer.BadParameter("가져올 파일이나 주소를 적거나 --service를 붙여 주세요")
    began = time.monotonic()
    with options.container() as box, stopped_by_interrupt() as stop, shown_import() as show:
        origins = box.recipe_imports.origins.of(places or (), form, service=service)
        told = report or box.recipe_imports.reports / f"{Path(origins[0].name).name}.report.csv"
        with ImportReport(told) as bad:
            done = [_imported(box, one, bad, stop, show) for one in origins if not stop.is_set()]
        show("찾기 색인 만드는 중", None)
        box.sync_job.keep_up(stop)
    if as_json:
        print_json(_shape(done, bad.path, time.monotonic() - began))
    else:
        for one in done:
            _print(one, bad.path)
    _fail(done, is_stopped=stop.is_set())


def _imported(
    box: Container, origin: RecipeOrigin, bad: ImportReport, stop: threading.Event, show: Show
) -> _Import:
    began, count, error = time.monotonic(), ImportCount(), None
    try:
        run = box.recipe_imports.importer.run
        run(origin, bad, stop, lambda so_far: show(origin.name, so_far), count)
    except EatsError as exc:
        error = exc
    return _Import(origin.name, count, time.monotonic() - began, error)


def _shape(done: list[_Import], report: Path | None, seconds: float) -> Json:
    return {
        "imports": [
            {
                "file": one.name,
                "read": one.count.read,
                "inserted": one.count.inserted,
                "updated": one.count.updated,
                "unchanged": one.count.unchanged,
                "bad": dict(one.count.bad),
                "report": str(report) if report is not None and one.count.bad else None,
                "seconds": round(one.seconds, 3),
                "stopped": one.count.is_stopped,
                "error": None if one.error is None else one.error.detail or one.error.code,
            }
            for one in done
        ],
        "seconds": round(seconds, 3),
    }


def _print(one: _Import, report: Path | None) -> None:
    count = one.count
    typer.echo(
        f"{one.name}: {count.read:,}줄, 새 레시피 {count.inserted:,}, 바뀜 {count.updated:,}, "
        f"그대로 {count.unchanged:,}, 빠짐 {sum(count.bad.values()):,}"
    )
    for reason, rows in count.bad.most_common():
        typer.echo(f"  {reason}: {rows:,}줄 ({report})")


def _fail(done: list[_Import], *, is_stopped: bool) -> None:
    for one in done:
        if one.error is not None:
            raise one.error
    if is_stopped:
        read = sum(one.count.read for one in done)
        is_whole = not any(one.count.is_stopped for one in done)
        how = "모두 가져왔고 찾기 색인은" if is_whole else f"{read:,}줄까지 하고"
        raise StoppedError(f"{how} 멈췄어요. 같은 명령을 다시 하면 이어서 해요.")
