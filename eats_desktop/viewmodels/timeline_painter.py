"""Paints the timetable in tiles: hundreds of QML items would make scrolling stutter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from eats_desktop.viewmodels.timeline_style import TimelineStyle

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from eats_desktop.viewmodels.cards import BroadcastRow
    from eats_desktop.viewmodels.timeline_table import TimelineTable
    from eats_desktop.viewmodels.timeline_view_model import TimelineViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NOW_WIDTH = 3
_HOURS = 24


@QmlElement
class TimelineTile(QQuickPaintedItem):
    """The part of the table that the item covers; repaints only when there is other to see."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setOpaquePainting(True)
        self._timeline: TimelineViewModel | None = None
        self._style: TimelineStyle | None = None
        self._selected = ""
        self._painted: object = None

    @Property(QObject, notify=changed)
    def timeline(self) -> TimelineViewModel | None:
        return self._timeline

    @timeline.setter  # type: ignore[no-redef]
    def timeline(self, timeline: TimelineViewModel | None) -> None:
        self._timeline = timeline
        if timeline is not None:
            timeline.changed.connect(self._look)
            timeline.sizeChanged.connect(self._look)
        self._look()

    @Property(TimelineStyle, notify=changed)
    def style(self) -> TimelineStyle | None:
        return self._style

    @style.setter  # type: ignore[no-redef]
    def style(self, style: TimelineStyle | None) -> None:
        self._style = style
        if style is not None:
            style.changed.connect(self.update)

    @Property(str, notify=changed)
    def selected(self) -> str:
        return self._selected

    @selected.setter  # type: ignore[no-redef]
    def selected(self, key: str) -> None:
        self._selected = key
        self._look()

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        super().geometryChange(new, old)
        self._look()

    def paint(self, painter: QPainter) -> None:
        timeline, style = self._timeline, self._style
        if timeline is None or style is None:
            return
        table, part = timeline.table, self._part()
        painter.fillRect(QRectF(QPointF(), part.size()), style.colour("table"))
        painter.translate(-part.topLeft())
        _paint_lines(painter, table, style, part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, card in table.cards_in(part):
            style.cards.paint(painter, place, card, selected=card.key == self._selected)

    def _part(self) -> QRectF:
        return QRectF(self.x(), self.y(), self.width(), self.height())

    # A Slot: PySide 6.11 never calls a plain method of an item that QML made.
    @Slot()
    def _look(self) -> None:
        """Repaint if what is to be seen here is no longer what was painted."""
        seen = self._seen()
        if seen != self._painted:
            self._painted = seen
            self.update()

    def _seen(self) -> tuple[object, ...] | None:
        if self._timeline is None:
            return None
        table, part = self._timeline.table, self._part()
        cards: list[tuple[QRectF, BroadcastRow, bool]] = [
            (place, card, card.key == self._selected) for place, card in table.cards_in(part)
        ]
        now = table.now_x
        if now is not None and not part.left() - _NOW_WIDTH < now < part.right() + _NOW_WIDTH:
            now = None
        lanes = tuple(row.lane for row in table.layout.rows)
        return part, table.minute, table.lane, lanes, now, cards


def _paint_lines(
    painter: QPainter, table: TimelineTable, style: TimelineStyle, part: QRectF
) -> None:
    """Hours, channels and the line of now lie behind the cards, so that texts stay whole."""
    thin, line = style.size("hairline"), style.colour("line")
    for hour in range(_HOURS + 1):
        x = round(hour * 60 * table.minute)
        painter.fillRect(QRectF(x, part.top(), 1, part.height()), line)
    for row in table.layout.rows:
        bottom = (row.lane + row.lanes) * table.lane
        painter.fillRect(QRectF(part.left(), bottom - thin, part.width(), thin), line)
    if table.now_x is not None:
        left = round(table.now_x) - _NOW_WIDTH // 2
        bar = QRectF(left, part.top(), _NOW_WIDTH, part.height())
        painter.fillRect(bar, style.colour("live"))
