"""One measurement of the window in a process of its own: first, empty, stall or scroll."""

from __future__ import annotations

import json
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Shell

_TICK_MS = 4
_IDLE_MS = 3000
_FRAMES = 150
_LONGEST_MS = 120_000
_EMPTY = b"""
import QtQuick
Window { width: 1280; height: 800; visible: true; Rectangle { anchors.fill: parent } }
"""


def main() -> int:
    mode, data_dir, now, started_at = sys.argv[1:5]
    ours = mode != "empty"
    found = (
        _ours(mode, Path(data_dir), now, float(started_at)) if ours else _empty(float(started_at))
    )
    sys.stdout.write(json.dumps(found))
    return 0


def _empty(started_at: float) -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  loading it is what is measured
    from PySide6.QtQml import QQmlApplicationEngine  # noqa: PLC0415

    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(_EMPTY)
    engine.rootObjects()[0].frameSwapped.connect(app.quit)  # type: ignore[attr-defined]  # a window
    app.exec()
    return _arrival(started_at)


def _arrival(started_at: float) -> dict[str, float]:
    found = {"ms": (time.monotonic() - started_at) * 1000}
    pages = Path("/proc/self/statm")
    if pages.is_file():
        found["mib"] = int(pages.read_text(encoding="ascii").split()[1]) * 4096 / (1 << 20)
    return found


def _ours(mode: str, data_dir: Path, now: str, started_at: float) -> dict[str, float]:
    from eats_desktop.app.cli.context import parse_instant  # noqa: PLC0415  loads what `run` loads
    from eats_desktop.app.cli.root import application  # noqa: F401, PLC0415
    from eats_desktop.app.container import Container  # noqa: PLC0415
    from eats_desktop.app.qt.application import make_application  # noqa: PLC0415
    from eats_desktop.app.qt.shell import Shell  # noqa: PLC0415
    from eats_desktop.domain.clock import ManualClock  # noqa: PLC0415
    from eats_desktop.viewmodels.ui_poster import UiPoster  # noqa: PLC0415

    app = make_application()
    poster = UiPoster(app)
    box = Container(data_dir, None, ManualClock(parse_instant(now)), poster.post)
    shell = Shell(box, poster)
    try:
        window = shell.load()
        _until(window.frameSwapped, lambda: _state(shell.models.home) in ("ready", "never"))
        if mode == "first":
            return _arrival(started_at)
        return _stall(box) if mode == "stall" else _scroll(shell, window)
    finally:
        box.close()
        shell.close()


def _state(model: object) -> str:
    return str(model.property("state"))  # type: ignore[attr-defined]  # every model is a QObject


def _until(signal: object, is_there: Callable[[], bool]) -> None:
    """Run the event loop until the signal comes while the condition holds."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()

    def look() -> None:
        if is_there():
            loop.quit()

    signal.connect(look)  # type: ignore[attr-defined]  # a Signal
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    loop.exec()


def _stall(box: Container) -> dict[str, float]:
    """Measure the longest waits of the event loop at rest and during a synchronisation."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    from eats_desktop.app.bench.figures import share  # noqa: PLC0415
    from eats_desktop.domain.job_run import JobTrigger  # noqa: PLC0415
    from eats_desktop.sync.plan import SyncScope  # noqa: PLC0415

    loop = QEventLoop()
    beats: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(_TICK_MS)
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    idle, beats[:] = _waits(beats), []
    began = time.perf_counter()
    box.tasks.background(
        lambda: box.sync_job.run(SyncScope(), JobTrigger.MANUAL, threading.Event()),
        lambda _outcome: loop.quit(),
    )
    loop.exec()
    took, busy = time.perf_counter() - began, _waits(beats)
    timer.stop()
    return {
        "seconds": took,
        "longest": max(busy),
        "p99": share(busy, 0.99),
        "idle_longest": max(idle),
        "idle_p99": share(idle, 0.99),
    }


def _waits(beats: list[float]) -> list[float]:
    """Return by how many milliseconds each beat came late."""
    return [max(0.0, (later - earlier) * 1000 - _TICK_MS) for earlier, later in pairwise(beats)]


def _scroll(shell: Shell, window: QQuickWindow) -> dict[str, float]:
    """Scroll the schedule grid and render each frame at once; a still frame is the baseline."""
    shell.models.navigator.go("schedule")
    shell.models.schedule.showGrid(True)
    _until(window.frameSwapped, lambda: _state(shell.models.schedule) == "ready")
    _settle(1000)
    grid, along, length = _longest_flickable(window.contentItem())
    still = sorted(_frame_ms(window) for _ in range(_FRAMES // 3))
    spent = []
    for number in range(_FRAMES):
        grid.setProperty(along, length * number / _FRAMES)
        spent.append(_frame_ms(window))
    spent.sort()
    return {
        "frames": len(spent),
        "length": length,
        "p95": spent[int(len(spent) * 0.95)],
        "worst": spent[-1],
        "still": still[int(len(still) * 0.95)],
    }


def _frame_ms(window: QQuickWindow) -> float:
    began = time.perf_counter()
    window.grabWindow()
    return (time.perf_counter() - began) * 1000


def _settle(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _longest_flickable(root: QQuickItem) -> tuple[QQuickItem, str, float]:
    """Find what scrolls furthest on screen: the item, its position's name and the distance."""
    best: tuple[float, QQuickItem, str] = (0.0, root, "contentY")
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if not item.isVisible():
            continue
        waiting += item.childItems()
        for along, size in (("contentX", "Width"), ("contentY", "Height")):
            whole = item.property(f"content{size}")
            if item.property(along) is not None and whole is not None:
                length = float(whole) - float(item.property(size.lower()))
                best = max(best, (length, item, along), key=lambda found: found[0])
    length, item, along = best
    return item, along, length


if __name__ == "__main__":
    raise SystemExit(main())
