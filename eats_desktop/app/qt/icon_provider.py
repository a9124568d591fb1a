"""Draws our own line icons in any colour and size: image://icon/<name>/<#colour>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

_SIZE = 48
_INK = b"#000"


class IconProvider(QQuickImageProvider):
    """Icons are drawn in black; the colour asked for takes its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._svg = {path.stem: path.read_bytes() for path in folder.glob("*.svg")}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002
        name, _, colour = id.partition("/")
        width = requested.width() if requested.width() > 0 else _SIZE
        height = requested.height() if requested.height() > 0 else width
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        svg = self._svg.get(name)
        if svg is not None:
            renderer = QSvgRenderer(QByteArray(svg.replace(_INK, _rgb(colour).encode())))
            painter = QPainter(image)
            renderer.render(painter, QRectF(0, 0, width, height))
            painter.end()
        size.setWidth(width)
        size.setHeight(height)
        return image


def _rgb(colour: str) -> str:
    """Drop the alpha that QML writes in front of some colours: #AARRGGBB."""
    return f"#{colour[3:]}" if len(colour) == 9 else colour or "#000"
