"""How fast the window comes, how much memory it takes, and whether it stays smooth."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from eats_desktop.app.bench.figures import Figure
from eats_desktop.app.container import Container
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.sync.plan import SyncScope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NOW = datetime(2026, 11, 24, 19, 20, tzinfo=KST)
_TIMES = 3
_SETTINGS = "[display]\nsetup_done = true\n"
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
_CHILD = "eats_desktop.app.bench.window_child"


def figures(folder: Path) -> Sequence[Figure]:
    with DemoSites(lambda: _NOW) as sites:
        settings = sites.settings_toml() + _SETTINGS
        filled, fresh = folder / "filled", folder / "fresh"
        for data_dir in (filled, fresh):
            data_dir.mkdir()
            (data_dir / "settings.toml").write_text(settings, encoding="utf-8")
        _fill(filled)
        found = [*_coming(filled), *_staying_smooth(fresh)]
    return (*found, *_scrolling(filled))


def _fill(data_dir: Path) -> None:
    box = Container.open(data_dir, None, ManualClock(_NOW))
    try:
        box.sync_job.run(SyncScope(), JobTrigger.MANUAL, threading.Event())
    finally:
        box.close()


def _coming(filled: Path) -> Sequence[Figure]:
    ours = [_measured("first", filled) for _ in range(_TIMES)]
    empty = [_measured("empty", filled) for _ in range(_TIMES)]
    beside = "빈 PySide6 QML 창"
    over = f"{_TIMES}번 가운데 값, 8일치 17채널, 소프트웨어 렌더러"
    names = (("ms", "시작부터 홈 화면까지", "ms"), ("mib", "상주 메모리", "MiB"))
    return [
        Figure(name, _middle(ours, key), unit, beside, _middle(empty, key), over)
        for key, name, unit in names
        if all(key in run for run in (*ours, *empty))
    ]


def _staying_smooth(fresh: Path) -> Sequence[Figure]:
    run = _measured("stall", fresh)
    over = f"{run['seconds']:.1f}초 동안 8일치 17채널을 빈 데이터에 받으며"
    return (
        Figure("수집 중 화면 멈춤 최대", run["longest"], "ms", "쉴 때", run["idle_longest"], over),
        Figure("수집 중 화면 멈춤 p99", run["p99"], "ms", "쉴 때", run["idle_p99"], over),
    )


def _scrolling(filled: Path) -> Sequence[Figure]:
    run = _measured("scroll", filled)
    over = f"{run['frames']:.0f}장, 1280×800, 소프트웨어 렌더러, 거리 {run['length']:.0f}px"
    still = ("굴리지 않을 때", run["still"], over)
    return (
        Figure("편성표 그리드 한 장 p95", run["p95"], "ms", *still),
        Figure("편성표 그리드 한 장 최대", run["worst"], "ms", *still),
    )


def _measured(mode: str, data_dir: Path) -> dict[str, float]:
    """Run one measurement in a process of its own, which is told when it was started."""
    command = [sys.executable, "-m", _CHILD, mode, str(data_dir), _NOW.isoformat()]
    done = subprocess.run(  # noqa: S603  our own module
        [*command, str(time.monotonic())],
        env={**os.environ, **_OFFSCREEN},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _middle(runs: Sequence[dict[str, float]], key: str) -> float:
    return median(run[key] for run in runs)
