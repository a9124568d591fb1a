"""Commands that fetch and show what is on: sync, schedule."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app import json_shapes, plain_text
from eats_desktop.app.cli.context import Options, parse_day, print_json
from eats_desktop.app.cli.progress import shown_progress
from eats_desktop.domain.clock import day_start
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.sync.plan import SyncScope

if TYPE_CHECKING:
    from eats_desktop.app.container import Container


AsJson = Annotated[bool, typer.Option("--json", help="JSON 한 문서로 출력")]


def sync(
    context: typer.Context,
    source: Annotated[list[str] | None, typer.Option(help="이 출처만 (여러 번 쓸 수 있음)")] = None,
    days: Annotated[int | None, typer.Option(min=1, max=11, help="오늘부터 며칠 치")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """지금 한 번 새로 받기."""
    options: Options = context.obj
    with options.container() as box:
        names = _known_sources(box, source)
        scope = SyncScope(days=days or box.settings.current.sync.days, names=names)
        if names is not None:
            box.tasks.write_now(lambda: box.source_service.resume(names))
        with shown_progress(box.bus):
            report = box.sync_job.run(scope, JobTrigger.MANUAL, threading.Event())
    if as_json:
        print_json(json_shapes.sync_report(report))
    else:
        plain_text.print_sync(report)
    if not report.any_ok:
        raise typer.Exit(1)


def _known_sources(box: Container, names: list[str] | None) -> frozenset[str] | None:
    if not names:
        return None
    known = sorted(box.sources)
    unknown = sorted(set(names) - set(known))
    if unknown:
        message = f"모르는 출처예요: {', '.join(unknown)} (있는 것: {', '.join(known)})"
        raise typer.BadParameter(message)
    return frozenset(names)


def schedule(
    context: typer.Context,
    on: Annotated[str | None, typer.Option("--date", help="날짜 YYYY-MM-DD; 없으면 오늘")] = None,
    days: Annotated[int, typer.Option(min=1, max=400, help="며칠 치")] = 1,
    channel: Annotated[list[int] | None, typer.Option(help="U+TV 채널 번호")] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="식품이 아닌 방송도")] = False,
    as_json: AsJson = False,
) -> None:
    """받아 둔 편성 보기."""
    options: Options = context.obj
    with options.container() as box:
        now = box.clock.now()
        begins = day_start(now.date() if on is None else parse_day(on))
        wanted = _channels(box, channel)
        found = box.databases.schedule.broadcasts(
            begins, begins + timedelta(days=days), food_only=not every
        )
    shown = [item for item in found if wanted is None or item.channel.channel_no in wanted]
    if as_json:
        print_json(json_shapes.schedule(now, shown, food_only=not every))
    else:
        plain_text.print_schedule(now, shown)


def _channels(box: Container, numbers: list[int] | None) -> frozenset[int] | None:
    if not numbers:
        return None
    known = {item.channel_no for item in box.schedule.channels()}
    unknown = sorted(set(numbers) - known)
    if unknown:
        raise typer.BadParameter(f"없는 채널 번호예요: {', '.join(map(str, unknown))}")
    return frozenset(numbers)
