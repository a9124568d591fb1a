"""`demo`: the program on its own throw-away data and its own loopback sites."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.app.logs import set_up_logging
from eats_desktop.app.qt.application import has_display
from eats_desktop.demo.kitchen import stock
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.paths import default_data_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.app.cli.context import Options
    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.shell import Shell
    from eats_desktop.domain.clock import Clock

_OWN_SETTINGS = """[display]
setup_done = true
[notifications]
quiet_enabled = false
"""


class TravelClock:
    """Runs like the real clock, or from a given moment on, and can be set forward."""

    def __init__(self, starts_at: datetime | None) -> None:
        self._shift = timedelta() if starts_at is None else starts_at - datetime.now(KST)

    def now(self) -> datetime:
        return datetime.now(KST) + self._shift

    def monotonic(self) -> float:
        return time.monotonic() + self._shift.total_seconds()

    def travel(self, to: datetime) -> None:
        self._shift += to - self.now()


def run_demo(options: Options, tour: Path | None) -> int:
    """Show the window on demonstration data; without a display leave a picture of every screen."""
    if tour is None and not has_display():
        tour = default_data_dir() / "demo"
    if tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    clock = TravelClock(options.now)
    with tempfile.TemporaryDirectory(prefix="eats-demo-", ignore_cleanup_errors=True) as folder:
        data_dir = Path(folder)
        set_up_logging(data_dir, verbose=options.verbose)
        with DemoSites(clock.now) as sites, demo_shell(data_dir, sites, clock) as (box, shell):
            return _tour(shell, box, clock, tour) if tour else _stay(shell, box)


@contextmanager
def demo_shell(data_dir: Path, sites: DemoSites, clock: Clock) -> Iterator[tuple[Container, Shell]]:
    """Open a container and a window's view-models over demonstration sites."""
    from eats_desktop.app.container import Container  # noqa: PLC0415  after the Qt platform is set
    from eats_desktop.app.qt.application import make_application  # noqa: PLC0415
    from eats_desktop.app.qt.shell import Shell  # noqa: PLC0415
    from eats_desktop.viewmodels.ui_poster import UiPoster  # noqa: PLC0415

    app = make_application()
    text = f"{sites.settings_toml()}\n{_OWN_SETTINGS}"
    (data_dir / "settings.toml").write_text(text, encoding="utf-8")
    poster = UiPoster(app)
    box = Container(data_dir, None, clock, poster.post)
    pantry, today = box.recipes.pantry, korean_day(clock.now())
    box.tasks.write(lambda: stock(pantry, today), lambda _outcome: None)
    shell = Shell(box, poster, is_demo=True)
    try:
        yield box, shell
    finally:
        shell.close()
        box.close()


def _stay(shell: Shell, box: Container) -> int:
    from eats_desktop.app.qt.application import make_application  # noqa: PLC0415

    shell.load()
    box.scheduler.start()
    return make_application().exec()


def _tour(shell: Shell, box: Container, clock: TravelClock, folder: Path) -> int:
    from eats_desktop.app.qt.tour import Tour  # noqa: PLC0415

    return Tour(shell, box, clock, folder).run()
