"""Makes resources/demo/photos from our own drawings: each kind on a few tinted tables."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = ROOT / "resources" / "pictures"
PHOTOS = ROOT / "resources" / "demo" / "photos"
SIDE, QUALITY = 400, 82
TABLES = (
    ("#FDF3DF", "#F3D9A8", "#E2B97A"),
    ("#E7F1EC", "#C4DDD0", "#8FB7A2"),
    ("#FBE9E4", "#F2C9BC", "#CF9482"),
)
"""Wall above, wall below, table top."""


def main() -> int:
    app = QGuiApplication(sys.argv)
    PHOTOS.mkdir(parents=True, exist_ok=True)
    for path in sorted(DRAWINGS.glob("*.svg")):
        if path.stem == "unknown":
            continue
        for number, table in enumerate(TABLES):
            shot = photo(QSvgRenderer(str(path)), table, number)
            shot.save(str(PHOTOS / f"{path.stem}-{number}.webp"), "WEBP", QUALITY)
    del app
    return 0


def photo(drawing: QSvgRenderer, table: tuple[str, str, str], number: int) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wall = QLinearGradient(QPointF(0, 0), QPointF(0, SIDE))
    wall.setColorAt(0, QColor(table[0]))
    wall.setColorAt(1, QColor(table[1]))
    painter.fillRect(image.rect(), wall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(table[2]))
    painter.drawEllipse(QRectF(-0.3 * SIDE, 0.54 * SIDE, 1.6 * SIDE, 0.95 * SIDE))
    painter.setBrush(QColor(255, 255, 255, 70))
    painter.drawEllipse(QRectF(0.18 * SIDE, 0.61 * SIDE, 0.64 * SIDE, 0.17 * SIDE))
    side = (0.52, 0.55, 0.5)[number] * SIDE
    drawing.render(painter, QRectF((SIDE - side) / 2, 0.72 * SIDE - side * 0.87, side, side))
    painter.end()
    return image


if __name__ == "__main__":
    raise SystemExit(main())
