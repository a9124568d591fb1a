"""Draws our own pictures of kinds of food at any size: image://drawing/<kind>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQuick import QQuickImageProvider

from eats_desktop.app.qt.svg_image import svg_image

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

_SIZE = 96
_UNKNOWN = "unknown"


class DrawingProvider(QQuickImageProvider):
    """Every request has a renderer of its own, so any thread may ask.

    QML must not load these images asynchronously: Qt's reading thread would wait for Python while
    it holds a lock that the UI thread, inside Python, waits for.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._svg = {path.stem: path.read_bytes() for path in folder.glob("*.svg")}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002
        return svg_image(self._svg.get(id, self._svg[_UNKNOWN]), size, requested, _SIZE)
