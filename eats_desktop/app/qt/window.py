"""`run`: one window per data directory, with its scheduler, until it is closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QMessageBox

from eats_desktop.app.container import Container
from eats_desktop.app.qt.application import has_display, make_application
from eats_desktop.app.qt.geometry import restore_geometry, save_geometry
from eats_desktop.app.qt.shell import Shell
from eats_desktop.app.qt.tray import Tray
from eats_desktop.app.single_instance import SingleInstance, hand_over
from eats_desktop.domain.errors import EatsError, InputError, StorageEnvironmentError
from eats_desktop.viewmodels.texts import error_texts
from eats_desktop.viewmodels.ui_poster import UiPoster

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow
    from PySide6.QtWidgets import QApplication

    from eats_desktop.app.cli.context import Options

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
    poster = UiPoster(app)
    try:
        box = Container(options.data_dir, options.config, options.clock(), poster.post)
    except EatsError as error:
        _tell(error)
        raise
    shell = Shell(box, poster)
    try:
        window = shell.load()
        restore_geometry(window, options.data_dir)
        instance.raised.connect(lambda wanted: bring_up(shell, window, wanted))
        _live_in_tray(app, shell, window, box)
        if link:
            shell.models.navigator.follow(link)
        if options.verbose:
            box.databases.forbid_thread(threading.main_thread())
        box.scheduler.start()
        code = app.exec()
        save_geometry(window, options.data_dir)
        return code
    finally:
        shell.close()
        box.close()
        instance.close()


def bring_up(shell: Shell, window: QQuickWindow, link: str) -> None:
    """Show the window in front, and what `link` names unless it is ""."""
    if window.visibility() in (QWindow.Visibility.Hidden, QWindow.Visibility.Minimized):
        window.showNormal()
    window.raise_()
    window.requestActivate()
    if link:
        shell.models.navigator.follow(link)


def _live_in_tray(app: QApplication, shell: Shell, window: QQuickWindow, box: Container) -> None:
    """Where there is a tray, closing the window leaves the reminders running."""
    if not Tray.is_available():
        return
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


def _tell(error: EatsError) -> None:
    """Say in a dialog why the program cannot start; there may be no terminal to read."""
    title, help_ = error_texts(error.code)
    QMessageBox.critical(None, "Eat's 유혹", f"{title}\n{error.detail}\n{help_}")
