"""`demo`: the program on its own throw-away data and its own loopback sites."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.app.logs import set_up_logging
from eats_desktop.app.qt.application import has_display
from eats_desktop.demo.kitchen import stock
from eats_desktop.demo.live_picture import DemoPicture
from eats_desktop.demo.mall_pages import read_mall_pages
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST, korean_day
from eats_desktop.domain.events import SyncFinished
from eats_desktop.paths import default_data_dir, resources
from eats_desktop.sources.channels import load_channels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eats_desktop.app.cli.context import Options
    from eats_desktop.app.container import Container
    from eats_desktop.app.qt.reopening import Reopening
    from eats_desktop.app.qt.shell import Shell
    from eats_desktop.domain.clock import Clock

_OWN_SETTINGS = """[display]
setup_done = true
[notifications]
quiet_enabled = false
[checkout]
demo = true
[playback]
live = true
"""


_TOUR_TIME = time_of_day(20, 10)


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
    clock = TravelClock(options.now or (None if tour is None else _evening()))
    with tempfile.TemporaryDirectory(prefix="eats-demo-", ignore_cleanup_errors=True) as folder:
        data_dir = Path(folder)
        set_up_logging(data_dir, verbose=options.verbose)
        with DemoSites(clock.now) as sites, DemoPicture() as picture:
            _give_pictures(data_dir, picture)
            if tour is None:
                return _stay(data_dir, sites, clock)
            with demo_shell(data_dir, sites, clock) as (box, shell):
                return _tour(shell, box, clock, tour)


def _evening() -> datetime:
    """Return ten past eight of today: pictures want much on air and much still to come."""
    return datetime.combine(korean_day(datetime.now(KST)), _TOUR_TIME, KST)


def _give_pictures(data_dir: Path, picture: DemoPicture) -> None:
    """Let every channel show the test picture, where one can be made."""
    channels = load_channels(resources() / "channels.toml").ids()
    table = picture.channels_toml(channels)
    if table:
        (data_dir / "channels.toml").write_text(table, encoding="utf-8")


@contextmanager
def demo_shell(
    data_dir: Path,
    sites: DemoSites,
    clock: Clock,
    person_id: str | None = None,
    reopening: Reopening | None = None,
) -> Iterator[tuple[Container, Shell]]:
    """Open a container and a window's view-models over demonstration sites."""
    from eats_desktop.app.container import Container  # noqa: PLC0415  after the Qt platform is set
    from eats_desktop.app.qt.application import make_application  # noqa: PLC0415
    from eats_desktop.app.qt.shell import Shell  # noqa: PLC0415
    from eats_desktop.viewmodels.ui_poster import UiPoster  # noqa: PLC0415

    app = make_application()
    text = f"{sites.settings_toml()}\n{_OWN_SETTINGS}"
    (data_dir / "settings.toml").write_text(text, encoding="utf-8")
    poster = UiPoster(app)
    box = Container(data_dir, None, clock, poster.post, person_id=person_id)
    pantry, today = box.recipes.pantry, korean_day(clock.now())
    box.tasks.write(lambda: stock(pantry, today), lambda _outcome: None)
    _fill_mall(box)
    shell = Shell(box, poster, is_demo=True, reopening=reopening)
    try:
        yield box, shell
    finally:
        shell.close()
        box.close()


def _fill_mall(box: Container) -> None:
    """Once products of the mall are known, read what their shelves need."""

    def read(_event: SyncFinished) -> None:
        pages, ask = box.databases.details, box.product_pages.enrichment.ask
        work = partial(read_mall_pages, pages, ask, box.clock.now())
        box.tasks.background(work, lambda _outcome: None)

    box.bus.subscribe(SyncFinished, read)


def _stay(data_dir: Path, sites: DemoSites, clock: Clock) -> int:
    from eats_desktop.app.qt.application import make_application  # noqa: PLC0415
    from eats_desktop.app.qt.reopening import Start, stay_open  # noqa: PLC0415
    from eats_desktop.services.people import FIRST  # noqa: PLC0415

    @contextmanager
    def opened(start: Start, reopening: Reopening) -> Iterator[Shell]:
        with demo_shell(data_dir, sites, clock, start.person_id, reopening) as (box, shell):
            box.purchases.start_payments(box.bus)
            shell.load()
            shell.models.people.tell(start.notice, start.kind)
            box.scheduler.start()
            yield shell

    return stay_open(make_application(), data_dir, Start(FIRST), opened)


def _tour(shell: Shell, box: Container, clock: TravelClock, folder: Path) -> int:
    from eats_desktop.app.qt.tour import Tour  # noqa: PLC0415

    return Tour(shell, box, clock, folder).run()
