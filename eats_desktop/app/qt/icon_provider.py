"""Draws our own line icons in any colour and size: image://icon/<name>/<#colour>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQuick import QQuickImageProvider

from eats_desktop.app.qt.svg_image import svg_image

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

_SIZE = 48
_INK = b"#000"


class IconProvider(QQuickImageProvider):
    """Icons are drawn in black; the colour asked for takes its place."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._svg = {path.stem: path.read_bytes() for path in folder.glob("*.svg")}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002
        name, _, colour = id.partition("/")
        svg = self._svg.get(name)
        inked = svg.replace(_INK, _rgb(colour).encode()) if svg is not None else None
        return svg_image(inked, size, requested, _SIZE)


def _rgb(colour: str) -> str:
    """Drop the alpha that QML writes in front of some colours: #AARRGGBB."""
    return f"#{colour[3:]}" if len(colour) == 9 else colour or "#000"
