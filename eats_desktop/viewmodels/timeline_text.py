"""Sets short texts for painting: measured, broken into lines and cut once, then kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QStaticText,
    QTextLayout,
    QTextOption,
)

_KEPT = 2048


class Typeface:
    """One font size of the application's font."""

    def __init__(self, pixels: int, *, bold: bool = False) -> None:
        self.font = QFont(QGuiApplication.font())
        self.font.setPixelSize(max(1, pixels))
        self.font.setBold(bold)
        self.height = round(pixels * 1.25)
        self._metrics = QFontMetricsF(self.font)
        self.width = lru_cache(_KEPT)(self._metrics.horizontalAdvance)
        self.lines = lru_cache(_KEPT)(self._break)
        self._set = lru_cache(_KEPT)(self._prepare)

    def draw(self, painter: QPainter, at: QPointF, text: str, ink: QColor) -> None:
        """Draw one line; `at` is the upper left corner of a line `height` high."""
        painter.setFont(self.font)
        painter.setPen(ink)
        inset = (self.height - self._metrics.height()) / 2
        painter.drawStaticText(QPointF(at.x(), round(at.y() + inset)), self._set(text))

    def _prepare(self, text: str) -> QStaticText:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=self.font)
        return static

    def _break(self, text: str, width: float, most: int) -> tuple[str, ...]:
        """Break into at most `most` lines; what has no room in the last is cut with an ellipsis."""
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) > most:
            *kept, last = starts[:most]
            cut = self._metrics.elidedText(text[last:], Qt.TextElideMode.ElideRight, width)
            return (*_pieces(text, [*kept, last])[:-1], cut)
        return _pieces(text, starts)


def _pieces(text: str, starts: list[int]) -> tuple[str, ...]:
    ends = [*starts[1:], len(text)]
    return tuple(text[a:b].strip() for a, b in zip(starts, ends, strict=True))
