"""The Qt application object: style, Korean font, messages of Qt into our log."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtQuickControls2 import QQuickStyle
from PySide6.QtWidgets import QApplication

from eats_desktop import __version__
from eats_desktop.app.qt.garbage import GarbageCollector
from eats_desktop.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_SWITCH_S = 0.0001
"""A busy thread yields this soon: one card is tens of calls into Python, and each may wait."""


def has_display() -> bool:
    """Tell whether a window can be shown: always outside Linux, else with a display server."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def make_application() -> QApplication:
    """Make the one application; several calls in a test process give the same."""
    qInstallMessageHandler(_log)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform.startswith("linux") and "fcitx" in os.environ.get("XMODIFIERS", ""):
        os.environ.setdefault("QT_IM_MODULE", "ibus")  # the wheel carries no fcitx plugin
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    sys.setswitchinterval(_SWITCH_S)
    QQuickStyle.setStyle("Basic")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("eats-desktop")
    app.setApplicationDisplayName("Eat's 유혹")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resources() / "icons" / "app.svg")))
    load_fonts(resources() / "fonts")
    GarbageCollector(app)
    return app


def load_fonts(folder: Path) -> None:
    """Load the bundled Korean font and make it the font of everything."""
    families: list[str] = []
    for file in sorted(folder.glob("*.otf")):
        families += QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        )
    if families:
        QGuiApplication.setFont(QFont(list(dict.fromkeys(families))))


def _log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    place = f" ({context.file}:{context.line})" if context.file else ""
    logger.log(_LEVELS[kind], "%s%s", message, place)
