"""Draws a QR code: dark on white in every look, with its quiet zone, mended by 15 % (level M)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtQuick import QQuickItem

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_QUIET = 4


@QmlElement
class QrCode(QQuickPaintedItem):
    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._rows: tuple[bytes, ...] = ()
        self.setFillColor(Qt.GlobalColor.white)
        self.setAntialiasing(False)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What a camera reads; "" draws nothing."""
        return self._text

    @text.setter  # type: ignore[no-redef]
    def text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._rows = qr_rows(text)
            self.changed.emit()
            self.update()

    def paint(self, painter: QPainter) -> None:
        if not self._rows:
            return
        count = len(self._rows) + 2 * _QUIET
        side = max(1, int(min(self.width(), self.height()) // count))
        left = (self.width() - side * count) // 2 + side * _QUIET
        top = (self.height() - side * count) // 2 + side * _QUIET
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    cell = QRectF(left + x * side, top + y * side, side, side)
                    painter.fillRect(cell, Qt.GlobalColor.black)


def qr_rows(text: str) -> tuple[bytes, ...]:
    """Return the modules of a code without its quiet zone, 1 for dark; () for nothing to say."""
    if not text:
        return ()
    import segno  # noqa: PLC0415  for the few screens with a code

    return tuple(bytes(row) for row in segno.make(text, error="m", micro=False).matrix)
