"""Draws our own pictures of kinds of food at any size: image://drawing/<kind>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

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
        width = requested.width() if requested.width() > 0 else _SIZE
        height = requested.height() if requested.height() > 0 else width
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(self._svg.get(id, self._svg[_UNKNOWN])))
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, width, height))
        painter.end()
        size.setWidth(width)
        size.setHeight(height)
        return image
