"""A window that closes and opens again, as the program does it, played scene by scene."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from eats_desktop.app.container import Container
from eats_desktop.app.qt.reopening import Start, stay_open
from eats_desktop.app.qt.shell import Shell
from eats_desktop.notifications.desktop import NullNotifier
from eats_desktop.viewmodels.ui_poster import UiPoster
from tests.helpers.window import OpenWindow

_STOP = 3


class Scenes:
    """Each scene sees the window that the one before wished for; an ended play has seen all."""

    def __init__(self, app, data_dir, clock, qtbot, *scenes):
        self._app = app
        self._data_dir = data_dir
        self._clock = clock
        self._qtbot = qtbot
        self._left = list(scenes)
        self._failed = None

    def play(self, person_id="main", notice=""):
        stay_open(self._app, self._data_dir, Start(person_id, notice), self._opened)
        if self._failed is not None:
            raise self._failed
        assert self._left == []

    @contextmanager
    def _opened(self, start, reopening):
        poster = UiPoster()
        box = Container(
            self._data_dir,
            None,
            self._clock,
            poster.post,
            NullNotifier("시험"),
            person_id=start.person_id,
        )
        shell = Shell(box, poster, reopening=reopening)
        window = OpenWindow(box, shell, shell.load(), self._clock, None)
        shell.models.people.tell(start.notice)
        QTimer.singleShot(0, lambda: self._next(window))
        try:
            yield shell
        finally:
            shell.close()
            box.close()

    def _next(self, window):
        """Play one scene; without a wish for another window it was the last."""
        scene = self._left.pop(0) if self._left else None
        try:
            if scene is not None:
                scene(Hand(window, self._qtbot))
        except BaseException as error:  # noqa: BLE001  told by `play`, outside of the event loop
            self._failed = error
        if self._failed is not None or window.shell.reopening.wanted is None:
            self._app.exit(_STOP)


class Hand:
    """Presses, types and waits in one window."""

    def __init__(self, window, qtbot):
        self.window = window
        self.models = window.models
        self.box = window.box
        self.clock = window.clock
        self._qtbot = qtbot

    def until(self, what):
        self._qtbot.waitUntil(what)

    def find(self, name):
        self.until(lambda: self._seen(name) is not None)
        return self._seen(name)

    def press(self, name):
        """Give the control the focus and press it as a keyboard user does."""
        self.until(lambda: self.find(name).property("enabled"))
        self.find(name).forceActiveFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(self.window.window, Qt.Key.Key_Return)

    def leaves(self):
        """Wait until the window wishes for another after itself."""
        self.until(lambda: self.window.shell.reopening.wanted is not None)

    def write(self, name, text):
        self.find(name).setProperty("text", text)

    def _seen(self, name):
        items = (item for item in self.window.items() if item.objectName() == name)
        return next((item for item in items if item.isVisible()), None)
