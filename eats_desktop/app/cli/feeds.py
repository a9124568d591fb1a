"""import-feed and export-feed: one machine crawls, others take over what it knows."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Options, print_json
from eats_desktop.app.feed_desk import this_machine
from eats_desktop.domain.errors import StorageEnvironmentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from eats_desktop.app.json_shapes import Json
    from eats_desktop.sources.feed_reader import FeedReport

_TELLING = ("inserted", "updated", "unchanged", "moved", "cancelled", "restored", "corrected")
_COUNTED = _TELLING[:3]


def import_feed(
    context: typer.Context,
    location: Annotated[str, typer.Argument(metavar="FILE|FOLDER|URL", help="편성 피드")],
    *,
    as_json: AsJson = False,
) -> None:
    """편성 피드를 한 번 들여오기."""
    options: Options = context.obj
    reports: list[tuple[FeedReport, Path]] = []
    with options.container() as box:
        stop = threading.Event()
        for reader in box.feed_desk.readers(location):
            report = box.feed_import.run(reader, stop)
            reports.append((report, box.feed_desk.keep_report(report)))
        box.sync_job.follow_up(stop)
    if as_json:
        print_json({"feeds": [_shape(report, path) for report, path in reports]})
    else:
        for report, path in reports:
            _print(report, path)
    if not any(report.days or report.products for report, _ in reports):
        raise typer.Exit(1)


def _shape(report: FeedReport, kept: Path) -> Json:
    return {
        "feed": report.feed,
        "producer": report.producer,
        "made_at": report.made_at,
        "lines": report.lines,
        "bad_lines": report.bad,
        "days": report.days,
        "slots": report.slots,
        "products": report.products,
        **{name: report.changes.get(name, 0) for name in _TELLING},
        "refused": [*report.refused],
        "report": str(kept),
    }


def _print(report: FeedReport, kept: Path) -> None:
    new, changed, same = (report.changes.get(name, 0) for name in _COUNTED)
    typer.echo(
        f"{report.producer}: 채널의 하루 {report.days}개, 방송 {report.slots}개, "
        f"콕 상품 {report.products}개 (새로 {new}, 바뀜 {changed}, "
        f"그대로 {same})"
    )
    if report.bad or report.refused:
        typer.echo(f"쓰지 못한 줄 {report.bad}개: {report.worst}", err=True)
        typer.echo(f"자세한 것: {kept}", err=True)


def export_feed(
    context: typer.Context,
    days: Annotated[int, typer.Option(min=1, max=14, help="오늘부터 며칠 치")] = 8,
    out: Annotated[Path | None, typer.Option(help="쓸 파일; -는 표준 출력")] = None,
    producer: Annotated[str | None, typer.Option(help="만든 곳의 이름; 없으면 이 컴퓨터")] = None,
) -> None:
    """받아 둔 편성과 콕 상품을 편성 피드로 내보내기."""
    options: Options = context.obj
    with options.container() as box, _opened(out) as stream:
        for line in box.feed_export.lines(days, (producer or this_machine())[:80]):
            stream.write(line.encode() + b"\n")


@contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    """Write standard output, or a file that is whole as soon as it is there."""
    if out is None or str(out) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    draft = out.with_name(f"{out.name}.new")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(out)
    except OSError as exc:
        raise StorageEnvironmentError(f"파일을 쓰지 못했어요: {out}") from exc
    finally:
        draft.unlink(missing_ok=True)
