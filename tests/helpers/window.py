"""Opens the real window offscreen over demonstration sites; what gui tests talk to."""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from datetime import timedelta

from eats_desktop.app.container import Container
from eats_desktop.app.qt.shell import Shell
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.job_run import JobTrigger
from eats_desktop.notifications.desktop import NullNotifier
from eats_desktop.sync.plan import SyncScope
from eats_desktop.viewmodels.ui_poster import UiPoster

_SETTINGS = """
[display]
setup_done = true
reduce_motion = true
theme = "light"
[notifications]
quiet_enabled = false
desktop = false
"""


class OpenWindow:
    """The container, the view-models (`models`), the QML window and the hand on the clock."""

    def __init__(self, box, shell, window, clock, sites):
        self.box = box
        self.shell = shell
        self.models = shell.models
        self.window = window
        self.clock = clock
        self.sites = sites

    def synchronise(self, days=2):
        """Fetch on a thread of its own, as the scheduler would, and wait for the end."""
        scope = SyncScope(days=days)
        stop = threading.Event()
        return self.box.tasks._background.submit(
            lambda: self.box.sync_job.run(scope, JobTrigger.MANUAL, stop)
        ).result(60)

    def travel(self, **span):
        """Move the clock on and tell what is due then."""
        self.clock.advance(timedelta(**span))
        self.box.tasks.write_now(self.box.reminders.tick)

    def items(self):
        """Every item of the window, as drawn: delegates are no QObject children of their view."""
        return list(below(self.window.contentItem()))

    def item(self, name):
        """The item with that objectName, None when there is none."""
        return next((item for item in self.items() if item.objectName() == name), None)

    def arrived(self, name, qtbot):
        """Wait for an item that a view makes at its next layout, and return it."""
        qtbot.waitUntil(lambda: self.item(name) is not None)
        return self.item(name)


def below(item):
    for child in item.childItems():
        yield child
        yield from below(child)


def fetch_days(data_dir, now, *, days):
    """Fill a data directory by one synchronisation, without a window."""
    clock = ManualClock(now)
    with DemoSites(clock.now) as sites:
        (data_dir / "settings.toml").write_text(sites.settings_toml(), encoding="utf-8")
        box = Container(data_dir, None, clock)
        box.sync_job.run(SyncScope(days=days), JobTrigger.MANUAL, threading.Event())
        box.close()


@contextmanager
def open_window(data_dir, now, *, settings="", sites=DemoSites):
    """Open over the sites that `sites` makes for a clock; site and window share that clock."""
    clock = ManualClock(now)
    with sites(clock.now) as running:
        text = running.settings_toml() + _SETTINGS + settings
        (data_dir / "settings.toml").write_text(text, encoding="utf-8")
        poster = UiPoster()
        box = Container(data_dir, None, clock, poster.post, NullNotifier("시험"))
        shell = Shell(box, poster)
        window = shell.load()
        try:
            yield OpenWindow(box, shell, window, clock, running)
        finally:
            shell.close()
            box.close()
            gc.collect()  # here, on the UI thread, as the program does
