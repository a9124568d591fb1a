"""Turns the bytes of a photo into the picture of one tile: cut to its shape, corners rounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter

_MOST_SIDE_PX = 16_384
_MOST_PIXELS = 24_000_000
"""A long description is 860 x 20,000; what claims more than this would fill the memory."""

_MOST_TILE_PX = 2048
_TALL = 1.6
_FORMATS = (b"jpeg", b"jpg", b"png", b"webp", b"gif")
_ADDRESS = re.compile(r"image://photo/([^/]+)/([^/]+)/(\d{1,5})x(\d{1,5})r(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo as one tile wants it: whose, where, and its size and corner radius in pixels."""

    source: str
    address: str
    width: int
    height: int
    radius: int


def parse_shot(text: str) -> Shot | None:
    """Read image://photo/<source>/<percent-encoded address>/<width>x<height>r<radius>."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    width, height, radius = (int(found[place]) for place in (3, 4, 5))
    if not (0 < width <= _MOST_TILE_PX and 0 < height <= _MOST_TILE_PX):
        return None
    return Shot(found[1], unquote(found[2]), width, height, radius)


def develop(body: bytes, shot: Shot) -> QImage | None:
    """Decode no more than is shown; None for what is no picture or an oversized one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(body))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    natural = reader.size()
    if natural.isEmpty() or _is_oversized(natural):
        return None
    tile = QSize(shot.width, shot.height)
    covering = natural.scaled(tile, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    reader.setScaledSize(covering)
    cut = QRect(0, 0, tile.width(), tile.height())
    if natural.height() <= _TALL * natural.width():  # a long description is shown from its top
        cut.moveCenter(QRect(0, 0, covering.width(), covering.height()).center())
    reader.setScaledClipRect(cut)
    photo = reader.read()
    return None if photo.isNull() else _rounded(photo, tile, shot.radius)


def _is_oversized(size: QSize) -> bool:
    """Tell by what the header says, before anything is decoded."""
    sides = (size.width(), size.height())
    return max(sides) > _MOST_SIDE_PX or sides[0] * sides[1] > _MOST_PIXELS


def _rounded(photo: QImage, tile: QSize, radius: int) -> QImage:
    """Photos are made for white paper, so what they leave clear becomes white."""
    paper = QImage(tile, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, photo)
    painter.end()
    image = QImage(tile, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(paper))
    painter.drawRoundedRect(QRectF(0, 0, tile.width(), tile.height()), radius, radius)
    painter.end()
    return image
