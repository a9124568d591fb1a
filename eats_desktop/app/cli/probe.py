"""The command probe: one careful look at each site, for a person with internet."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eats_desktop.app.cli.context import AsJson, Options, print_json
from eats_desktop.app.probing import probe as probe_sources
from eats_desktop.domain.errors import InputError
from eats_desktop.sources.feed_format import IMPORT
from eats_desktop.sources.fixture_draft import draft_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.app.container import Container
    from eats_desktop.app.json_shapes import Json
    from eats_desktop.app.probing import Probe
    from eats_desktop.sources.base import Source

_WORDS = {"ok": "좋음", "info": "새것", "warn": "주의", "fail": "문제", "unknown": "모름"}


def probe(
    context: typer.Context,
    source: Annotated[
        list[str] | None, typer.Argument(help="살펴볼 출처; 없으면 켜진 것 모두")
    ] = None,
    *,
    export: Annotated[
        Path | None, typer.Option(help="받은 화면을 시험 사례 초안으로 남길 폴더")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """출처마다 한 번씩 물어 보고 H1~H12를 살피기; 받아 둔 편성은 건드리지 않아요."""
    options: Options = context.obj
    found: list[Probe] = []
    with options.container() as box:
        for item in probe_sources(box, _chosen(box, source)):
            found.append(item)
            if not as_json:
                _print(item)
            if export is not None:
                _export(item, export)
    ok = bool(found) and all(item.ok for item in found)
    if as_json:
        print_json({"ok": ok, "probes": [_as_json(item) for item in found]})
    if not ok:
        raise typer.Exit(1)


def _chosen(box: Container, names: list[str] | None) -> Sequence[Source]:
    """Return the named sources, also those switched off; without names those switched on."""
    known = {name: source for name, source in box.sources.items() if name != IMPORT}
    unknown = sorted(set(names or ()) - set(known))
    if unknown:
        message = f"모르는 출처예요: {', '.join(unknown)} (있는 것: {', '.join(known)})"
        raise typer.BadParameter(message)
    if names:
        return [known[name] for name in dict.fromkeys(names)]
    return [source for name, source in known.items() if box.source_desk.is_enabled(name)]


def _print(item: Probe) -> None:
    typer.echo(f"{'좋음' if item.ok else '문제'}  {item.source} ({item.title}) {item.task.key}")
    typer.echo(f"      {item.url}")
    status = "답 없음" if item.status is None else f"HTTP {item.status}"
    facts = (status, item.content_type or "형식 모름", f"{item.size_bytes:,}바이트")
    counts = (f"방송 {item.slots}개", f"상품 {item.products}개", f"물음 {item.requests}번")
    typer.echo(f"      {' · '.join((*facts, *counts))}")
    if item.error:
        typer.echo(f"      {item.detail} [E-{item.error}]")
    for check in item.checks:
        typer.echo(f"      {check.code:<4}{_WORDS[check.state]}  {check.detail}".rstrip())


def _as_json(item: Probe) -> Json:
    return {
        "source": item.source,
        "title": item.title,
        "task": item.task.key,
        "ok": item.ok,
        "url": item.url,
        "status": item.status,
        "content_type": item.content_type,
        "bytes": item.size_bytes,
        "requests": item.requests,
        "version": item.version,
        "slots": item.slots,
        "products": item.products,
        "fingerprint": item.fingerprint,
        "error": {"code": item.error, "detail": item.detail} if item.error else None,
        "checks": [{"code": c.code, "state": c.state, "detail": c.detail} for c in item.checks],
    }


def _export(item: Probe, folder: Path) -> None:
    if not item.pages:
        return
    task = item.task
    report = {
        "source": item.source,
        "parser_version": item.version,
        "channel": task.channel_id,
        "day": None if task.day is None else task.day.isoformat(),
        "category": task.category,
        "fetched_at": item.pages[0].fetched_at.isoformat(),
        "sha256": hashlib.sha256(item.pages[0].body).hexdigest(),
        "finding": item.detail or "; ".join(c.detail for c in item.checks if c.state == "fail"),
    }
    try:
        path = draft_of(report, [page.body for page in item.pages]).write(folder)
    except OSError as exc:
        raise InputError(f"폴더에 쓰지 못했어요: {folder} ({exc.strerror})") from exc
    typer.echo(f"시험 사례 초안: {path}", err=True)
