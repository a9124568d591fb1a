"""Renders one SVG into the image that a QML image asks for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def svg_image(svg: bytes | None, size: QSize, requested: QSize, usual: int) -> QImage:
    """Draw `svg` (None: nothing) at the requested size, else `usual` pixels square; set `size`."""
    width = requested.width() if requested.width() > 0 else usual
    height = requested.height() if requested.height() > 0 else width
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    if svg is not None:
        painter = QPainter(image)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, width, height))
        painter.end()
    size.setWidth(width)
    size.setHeight(height)
    return image
