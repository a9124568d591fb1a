"""`run`: one window per data directory, with its scheduler, until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from eats_desktop.app.container import Container
from eats_desktop.app.qt.application import has_display, make_application
from eats_desktop.app.qt.shell import Shell
from eats_desktop.app.single_instance import SingleInstance, hand_over
from eats_desktop.domain.errors import EatsError, InputError, StorageEnvironmentError
from eats_desktop.viewmodels.texts import error_texts
from eats_desktop.viewmodels.ui_poster import UiPoster

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

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
        instance.raised.connect(lambda wanted: _raise(shell, window, wanted))
        if link:
            shell.models.navigator.follow(link)
        box.scheduler.start()
        return app.exec()
    finally:
        box.close()
        shell.close()
        instance.close()


def _raise(shell: Shell, window: QQuickWindow, link: str) -> None:
    window.showNormal()
    window.raise_()
    window.requestActivate()
    if link:
        shell.models.navigator.follow(link)


def _tell(error: EatsError) -> None:
    """Say in a dialog why the program cannot start; there may be no terminal to read."""
    title, help_ = error_texts(error.code)
    QMessageBox.critical(None, "Eat's 유혹", f"{title}\n{error.detail}\n{help_}")
