"""Remembers where the window stood, and puts it back only where it can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_VISIBLE_SHARE = 0.6


def restore_geometry(window: QWindow, data_dir: Path) -> None:
    """Place the window as it was last time, else in the middle of a screen it fits on."""
    memory = _memory(data_dir)
    was = memory.value("rect")
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if isinstance(was, QRect):
        window.setGeometry(fitting(was, areas))
    else:
        window.setGeometry(_centred(QRect(0, 0, window.width(), window.height()), areas))
    if memory.value("maximised") == "true":
        window.showMaximized()


def save_geometry(window: QWindow, data_dir: Path) -> None:
    memory = _memory(data_dir)
    maximised = window.visibility() is QWindow.Visibility.Maximized
    memory.setValue("maximised", "true" if maximised else "false")
    if window.visibility() is QWindow.Visibility.Windowed:
        memory.setValue("rect", window.geometry())
    memory.sync()


def fitting(rect: QRect, areas: Sequence[QRect]) -> QRect:
    """Return `rect` when 60 % of it lie on the screens, else its size in the first one's middle."""
    seen = sum(_area(rect.intersected(screen)) for screen in areas)
    return rect if seen >= _VISIBLE_SHARE * _area(rect) else _centred(rect, areas)


def _centred(rect: QRect, areas: Sequence[QRect]) -> QRect:
    if not areas:
        return rect
    middle = QRect(areas[0].topLeft(), rect.size().boundedTo(areas[0].size()))
    middle.moveCenter(areas[0].center())
    return middle


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _memory(data_dir: Path) -> QSettings:
    return QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)
