"""`run`: one window per data directory, with its scheduler, until it is closed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QMessageBox

from eats_desktop.app.container import Container
from eats_desktop.app.qt.application import has_display, make_application
from eats_desktop.app.qt.geometry import restore_geometry, save_geometry
from eats_desktop.app.qt.reopening import begun, stay_open
from eats_desktop.app.qt.shell import Shell
from eats_desktop.app.qt.tray import Tray
from eats_desktop.app.single_instance import SingleInstance, hand_over
from eats_desktop.domain.errors import EatsError, InputError, StorageEnvironmentError
from eats_desktop.viewmodels.texts import error_texts
from eats_desktop.viewmodels.ui_poster import UiPoster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow
    from PySide6.QtWidgets import QApplication

    from eats_desktop.app.cli.context import Options
    from eats_desktop.app.qt.reopening import Reopening, Start

NO_DISPLAY = "화면이 없어 창을 열 수 없어요. 화면 없이 둘러보려면 eats-desktop demo 를 써 주세요."


def run_window(options: Options, link: str = "") -> int:
    """Show the window until it is closed; a second start raises the first one instead."""
    if not has_display():
        raise InputError(NO_DISPLAY)
    app = make_application()
    instance = SingleInstance(options.data_dir, app)
    if not instance.acquire():
        if hand_over(options.data_dir, link):
            return 0
        raise StorageEnvironmentError("이 데이터 폴더를 다른 Eat's 유혹이 쓰고 있어요.")
    try:
        person_id = options.household().person_id
        start = begun(options.data_dir, person_id)
        windows = _Windows(app, options, link)
        instance.raised.connect(windows.bring_up)
        return stay_open(app, options.data_dir, start, windows.opened)
    except EatsError as error:
        _tell(error)
        raise
    finally:
        instance.close()


class _Windows:
    """One window after the other in one program, each with a container of its own."""

    def __init__(self, app: QApplication, options: Options, link: str) -> None:
        self._app = app
        self._options = options
        self._link = link
        self._current: tuple[Shell, QQuickWindow] | None = None

    def bring_up(self, link: str) -> None:
        if self._current is not None:
            bring_up(*self._current, link)

    @contextmanager
    def opened(self, start: Start, reopening: Reopening) -> Iterator[Shell]:
        """Open the window of a person with all that works behind it."""
        options, poster = self._options, UiPoster(self._app)
        box = Container(
            options.data_dir,
            options.config,
            options.clock(),
            poster.post,
            person_id=start.person_id,
        )
        shell = Shell(box, poster, reopening=reopening)
        try:
            box.purchases.start_payments(box.bus)
            window = shell.load()
            restore_geometry(window, options.data_dir)
            self._current = (shell, window)
            tray = _live_in_tray(self._app, shell, window, box)
            shell.models.people.tell(start.notice, start.kind)
            if self._link:
                shell.models.navigator.follow(self._link)
                self._link = ""
            if options.verbose:
                box.databases.forbid_thread(threading.main_thread())
            box.scheduler.start()
            yield shell
            save_geometry(window, options.data_dir)
            if tray is not None:
                tray.close()
        finally:
            self._current = None
            shell.close()
            box.close()
            poster.deleteLater()


def bring_up(shell: Shell, window: QQuickWindow, link: str) -> None:
    """Show the window in front, and what `link` names unless it is ""."""
    if window.visibility() in (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized):
        window.showNormal()
    window.raise_()
    window.requestActivate()
    if link:
        shell.models.navigator.follow(link)


def _live_in_tray(
    app: QApplication, shell: Shell, window: QQuickWindow, box: Container
) -> Tray | None:
    """Where there is a tray, closing the window leaves the reminders running."""
    if not Tray.is_available():
        return None
    tray = Tray(shell.models.sync.fetch, app)
    tray.wanted.connect(lambda link: bring_up(shell, window, link))

    def stays() -> bool:
        notices = box.settings.current.notifications
        return notices.enabled and notices.stay_in_tray

    def settle() -> None:
        app.setQuitOnLastWindowClosed(not stays())

    def closed(visible: bool) -> None:
        if not visible and stays():
            tray.say_it_stays()

    settle()
    shell.models.settings.changed.connect(settle)
    window.visibleChanged.connect(closed)
    return tray


def _tell(error: EatsError) -> None:
    """Say in a dialog why the program cannot start; there may be no terminal to read."""
    title, help_ = error_texts(error.code)
    QMessageBox.critical(None, "Eat's 유혹", f"{title}\n{error.detail}\n{help_}")
