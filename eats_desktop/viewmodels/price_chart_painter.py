"""Paints a price over time as one stepped line with words at its low and at its end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from eats_desktop.domain.money import format_won
from eats_desktop.viewmodels.timeline_style import TimelineStyle
from eats_desktop.viewmodels.timeline_text import Typeface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtQuick import QQuickItem

    from eats_desktop.viewmodels.price_chart import Figure, Mark, Step
    from eats_desktop.viewmodels.price_chart_view_model import PriceChartViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_WIDEST_GUTTER = 0.3
"""Share of the width above which prices beside the lines leave too little for the picture."""

_LINE, _DOT, _HEADROOM = 3, 5, 10
_MARK_LINES = 3


@QmlElement
class PriceChartItem(QQuickPaintedItem):
    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._chart: PriceChartViewModel | None = None
        self._style: TimelineStyle | None = None

    @Property(QObject, notify=changed)
    def chart(self) -> PriceChartViewModel | None:
        return self._chart

    @chart.setter  # type: ignore[no-redef]
    def chart(self, chart: PriceChartViewModel | None) -> None:
        self._chart = chart
        if chart is not None:
            chart.changed.connect(self._look)
        self.update()

    @Property(TimelineStyle, notify=changed)
    def style(self) -> TimelineStyle | None:
        return self._style

    @style.setter  # type: ignore[no-redef]
    def style(self, style: TimelineStyle | None) -> None:
        self._style = style
        if style is not None:
            style.changed.connect(self._look)
        self.update()

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        super().geometryChange(new, old)
        self.update()

    # A Slot: PySide 6.11 never calls a plain method of an item that QML made.
    @Slot()
    def _look(self) -> None:
        self.update()

    def paint(self, painter: QPainter) -> None:
        figure = self._chart.figure if self._chart is not None else None
        if figure is None or self._style is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Picture(painter, figure, self._style, QRectF(0, 0, self.width(), self.height())).paint()


class _Picture:
    """Lays one figure out in a rectangle: words above, line, words below, dates at the foot."""

    def __init__(
        self, painter: QPainter, figure: Figure, style: TimelineStyle, whole: QRectF
    ) -> None:
        self._painter = painter
        self._figure = figure
        self._style = style
        self._whole = whole
        self._small = Typeface(style.size("caption"))
        self._strong = Typeface(style.size("body"), bold=True)
        self._pad = style.size("padding")
        prices = sorted({figure.highest_krw, figure.lowest_krw}, reverse=True)
        self._prices = [(price, format_won(price)) for price in prices]
        gutter = max(self._small.width(text) for _, text in self._prices) + self._pad
        self._gutter = gutter if gutter <= whole.width() * _WIDEST_GUTTER else 0
        foot = self._small.height + self._pad / 2
        above = self._room(figure.last)
        below = self._room(figure.low) if figure.low is not None else self._pad
        self._plot = whole.adjusted(self._gutter + _DOT, above, -_DOT, -below - foot)

    def _room(self, mark: Mark) -> float:
        return len(self._set(mark)) * self._strong.height + self._pad

    def _set(self, mark: Mark) -> tuple[str, ...]:
        return self._strong.lines(mark.words, self._whole.width(), _MARK_LINES)

    def paint(self) -> None:
        self._paint_blanks()
        self._paint_prices()
        self._paint_dates()
        self._paint_line()
        self._paint_why_blank()
        above = self._whole.top()
        self._paint_mark(self._figure.last, above, "ink")
        if self._figure.low is not None:
            below = self._plot.bottom() + self._pad / 2
            self._paint_mark(self._figure.low, below, "low")

    def _x(self, share: float) -> float:
        return self._plot.left() + share * self._plot.width()

    def _y(self, price_krw: int) -> float:
        """Place a price; one that never changed lies in the middle."""
        spread = self._figure.highest_krw - self._figure.lowest_krw
        share = (price_krw - self._figure.lowest_krw) / spread if spread else 0.5
        inner = self._plot.adjusted(0, _HEADROOM, 0, -_HEADROOM)
        return inner.bottom() - share * inner.height()

    def _paint_blanks(self) -> None:
        for blank in self._figure.blanks:
            left, right = self._x(blank.begins), self._x(blank.ends)
            box = QRectF(left, self._plot.top(), right - left, self._plot.height())
            self._painter.fillRect(box, self._style.colour("blank"))
            if blank.is_sold_out:
                self._painter.fillRect(box, QBrush(self._style.colour("line"), _HATCH))

    def _paint_why_blank(self) -> None:
        """Write over the line why a stretch is blank, where the words have room."""
        for blank in self._figure.blanks:
            wide = self._small.width(blank.words) + self._pad
            left, right = self._x(blank.begins), self._x(blank.ends)
            if wide > right - left:
                continue
            label = QRectF(0, 0, wide, self._small.height)
            label.moveCenter(QPointF((left + right) / 2, self._plot.center().y()))
            self._painter.fillRect(label, self._style.colour("blank"))
            at = label.topLeft() + QPointF(self._pad / 2, 0)
            self._small.draw(self._painter, at, blank.words, self._style.colour("quietInk"))

    def _paint_prices(self) -> None:
        thin = self._style.size("hairline")
        for price, text in self._prices:
            y = round(self._y(price))
            line = QRectF(self._plot.left(), y, self._plot.width(), thin)
            self._painter.fillRect(line, self._style.colour("line"))
            if self._gutter:
                at = QPointF(
                    self._gutter - self._pad - self._small.width(text), y - self._small.height / 2
                )
                self._small.draw(self._painter, at, text, self._style.colour("quietInk"))

    def _paint_dates(self) -> None:
        """Write the dates from today backwards, as many as have room."""
        top, free = self._whole.bottom() - self._small.height, self._whole.right()
        for share, words in reversed(self._figure.ticks):
            wide = self._small.width(words)
            left = max(self._x(share) - wide / 2, self._whole.left())
            left = min(left, self._whole.right() - wide)
            if left + wide > free:
                continue
            self._small.draw(
                self._painter, QPointF(left, top), words, self._style.colour("quietInk")
            )
            free = left - self._pad

    def _paint_line(self) -> None:
        """Draw what was seen as a firm line, dotted where the eye has to be led across a gap."""
        pen = QPen(self._style.colour("primary"), _LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        runs = list(_runs(self._figure.steps))
        self._painter.setPen(QPen(self._style.colour("quietInk"), 2, Qt.PenStyle.DotLine))
        for before, after in pairwise(runs):
            ended, began = before[-1], after[0]
            self._painter.drawLine(
                QPointF(self._x(ended.ends), self._y(ended.price_krw)),
                QPointF(self._x(began.begins), self._y(began.price_krw)),
            )
        for run in runs:
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            points = [
                QPointF(self._x(share), self._y(step.price_krw))
                for step in run
                for share in (step.begins, step.ends)
            ]
            self._painter.drawPolyline(QPolygonF(points))
            for step in run:
                self._dot(step.begins, step.price_krw, _DOT, "primary")

    def _dot(self, share: float, price_krw: int, radius: int, colour: str) -> None:
        self._painter.setPen(QPen(self._style.colour("table"), 2))
        self._painter.setBrush(self._style.colour(colour))
        self._painter.drawEllipse(QPointF(self._x(share), self._y(price_krw)), radius, radius)

    def _paint_mark(self, mark: Mark, top: float, colour: str) -> None:
        """Write words above or below the picture, a thin line from them to their dot."""
        x, y = self._x(mark.at), self._y(mark.price_krw)
        face, lines = self._strong, self._set(mark)
        ink = self._style.colour(colour)
        edge = top + len(lines) * face.height if top < y else top
        self._painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        self._painter.drawLine(QPointF(x, edge), QPointF(x, y))
        self._dot(mark.at, mark.price_krw, _DOT + 1, colour)
        for number, words in enumerate(lines):
            wide = face.width(words)
            left = min(max(x - wide / 2, self._whole.left()), self._whole.right() - wide)
            face.draw(self._painter, QPointF(left, top + number * face.height), words, ink)


_HATCH = Qt.BrushStyle.BDiagPattern


def _runs(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Gather steps that touch into lines."""
    run: list[Step] = []
    for step in steps:
        if run and step.begins - run[-1].ends > 1e-9:
            yield run
            run = []
        run.append(step)
    if run:
        yield run
