"""The timetable of one day: channels as rows, minutes as width."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.clock import korean_day
from eats_desktop.viewmodels import timeline_painter  # noqa: F401  makes the tiles known to QML
from eats_desktop.viewmodels.cards import broadcast_row
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.texts import clock_text
from eats_desktop.viewmodels.timeline_focus import Focus
from eats_desktop.viewmodels.timeline_layout import lay_out, minute_of
from eats_desktop.viewmodels.timeline_rows import (
    TimelineCell,
    TimelineChannel,
    cell_rows,
    channel_rows,
    hint_text,
)
from eats_desktop.viewmodels.timeline_table import LEAD, TimelineTable, around, contain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier.value | Qt.KeyboardModifier.AltModifier.value
_MOVES: dict[int, str] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
}
_OPENING: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_ZOOMS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


@QmlElement
class TimelineViewModel(QObject):
    changed = Signal()
    sizeChanged = Signal()
    currentChanged = Signal()
    hoverChanged = Signal()
    placeWanted = Signal(float, float)
    """Scroll to this point; it lies inside the table."""
    todayWanted = Signal()
    """Now is asked for, but another day is shown."""
    opened = Signal(str)
    wishToggled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = TimelineTable()
        self._day: date | None = None
        self._now_text = ""
        self._text_scale = 1.0
        self._focus = Focus()
        self._hovered = ""
        self._sight = QRectF()
        self._window = QRectF()
        self._home_wanted = True
        self._cells = KeyedListModel(TimelineCell, self)
        self._channels = KeyedListModel(TimelineChannel, self)

    @property
    def table(self) -> TimelineTable:
        return self._table

    @Property(QObject, constant=True)
    def cells(self) -> KeyedListModel:
        """Broadcasts in and around what is in sight."""
        return self._cells

    @Property(QObject, constant=True)
    def channels(self) -> KeyedListModel:
        return self._channels

    @Property(str, notify=changed)
    def spokenText(self) -> str:
        """What a screen reader says of the whole table."""
        table = self._table
        return f"시간표, 채널 {len(table.layout.rows)}개, 방송 {len(table.layout.slots)}개"

    @Property(bool, notify=changed)
    def isToday(self) -> bool:
        return self._table.now is not None

    @Property(str, notify=changed)
    def nowText(self) -> str:
        return self._now_text

    @Property(float, notify=sizeChanged)
    def nowX(self) -> float:
        return self._table.now_x or 0.0

    @Property(float, notify=sizeChanged)
    def contentWidth(self) -> float:
        return self._table.width

    @Property(float, notify=sizeChanged)
    def contentHeight(self) -> float:
        return self._table.height

    @Property(float, notify=sizeChanged)
    def hourWidth(self) -> float:
        return 60 * self._table.minute

    @Property(float, notify=sizeChanged)
    def laneHeight(self) -> float:
        return self._table.lane

    @laneHeight.setter  # type: ignore[no-redef]
    def laneHeight(self, height: float) -> None:
        if height > 0:
            self._resize(replace(self._table, lane=height))

    @Property(float, notify=sizeChanged)
    def textScale(self) -> float:
        return self._text_scale

    @textScale.setter  # type: ignore[no-redef]
    def textScale(self, scale: float) -> None:
        """Larger text needs wider minutes."""
        if scale > 0 and scale != self._text_scale:
            factor = scale / self._text_scale
            self._text_scale = scale
            self._resize(self._table.widened(factor))

    @Property(str, notify=currentChanged)
    def currentKey(self) -> str:
        return self._focus.key

    @Property(QRectF, notify=currentChanged)
    def currentPlace(self) -> QRectF:
        return self._table.place_of(self._focus.key)

    @Property(str, notify=hoverChanged)
    def hoveredKey(self) -> str:
        return self._hovered

    @Property(QRectF, notify=hoverChanged)
    def hoveredPlace(self) -> QRectF:
        return self._table.place_of(self._hovered)

    @Property(str, notify=hoverChanged)
    def hoveredText(self) -> str:
        return hint_text(self._table, self._hovered)

    def show(
        self,
        day: date,
        broadcasts: Sequence[Broadcast],
        now: datetime,
        wished: Collection[BroadcastId],
    ) -> None:
        """Lay out the broadcasts that overlap `day`; on the same day the reader's place is kept."""
        top = self._table.row_at(self._sight.y())
        cut = self._sight.y() - top.lane * self._table.lane if top else 0.0
        is_today = korean_day(now) == day
        rows = (broadcast_row(broadcast, now, wished) for broadcast in broadcasts)
        self._home_wanted = self._home_wanted or day != self._day
        self._day = day
        self._now_text = clock_text(now) if is_today else ""
        self._table = replace(
            self._table,
            layout=lay_out(day, broadcasts),
            cards={row.key: row for row in rows},
            now=minute_of(now, day) if is_today else None,
        )
        self._focus = self._focus.settled(self._table.layout)
        self._hovered = self._hovered if self._hovered in self._table.cards else ""
        self._tell()
        self._stay(top.channel.channel_id if top else "", cut)

    @Slot()
    def open(self) -> None:
        """The table is newly on the screen: go to its opening place once its size is known."""
        self._home_wanted = True
        self._sight = QRectF()

    @Slot(float, float, float, float)
    def see(self, x: float, y: float, width: float, height: float) -> None:
        """Take note of what part of the table is in sight."""
        self._sight = QRectF(x, y, width, height)
        if self._home_wanted:
            self._go_home()
        if around(self._sight) != self._window:
            self._fill()

    @Slot(int, int, bool, result=bool)
    def press(self, key: int, modifiers: int, letters: bool) -> bool:
        """Do what a key means here; False when it means nothing. `letters` allows W and N."""
        if modifiers & _OTHER_KEYS:
            return False
        if key in _MOVES:
            page = max(1, int(self._sight.height() / self._table.lane))
            self._move(self._focus.moved(self._table.layout, _MOVES[key], page))
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key], self._table.place_of(self._focus.key).x() - self._sight.x())
        elif key in _OPENING:
            self.pressCell(self._focus.key)
        elif letters and key == Qt.Key.Key_W:
            self._wish()
        elif letters and key == Qt.Key.Key_N:
            self._ask_now()
        else:
            return False
        return True

    @Slot(float, float)
    def tap(self, x: float, y: float) -> None:
        slot = self._table.slot_at(x, y)
        if slot is not None:
            self._set_focus(self._focus.on(self._table.layout, slot))
            self.pressCell(slot.key)

    @Slot(str)
    def pressCell(self, key: str) -> None:
        if key in self._table.cards:
            self.opened.emit(key)

    @Slot(float, float)
    def hover(self, x: float, y: float) -> None:
        slot = self._table.slot_at(x, y)
        self._set_hovered(slot.key if slot else "")

    @Slot()
    def leave(self) -> None:
        self._set_hovered("")

    @Slot()
    def enter(self) -> None:
        """The keyboard comes into the table: begin with something in sight."""
        seen = self._table.slots_in(self._sight)
        whole = [slot for slot in seen if self._table.place(slot).left() >= self._sight.left()]
        self._set_focus(self._focus.among(self._table.layout, whole or seen))

    @Slot(float, float)
    def scroll(self, right: float, down: float) -> None:
        self._go(self._sight.x() + right, self._sight.y() + down)

    @Slot(float, float)
    def zoom(self, steps: float, at: float) -> None:
        """Zoom in or out; the minute `at` pixels from the left edge of what is in sight stays."""
        minute = (self._sight.x() + at) / self._table.minute
        self._resize(self._table.zoomed(steps))
        self._go(minute * self._table.minute - at, self._sight.y())

    @Slot()
    def jumpToNow(self) -> None:
        """Go to what is on now; nothing happens on other days."""
        table = self._table
        if table.now is not None:
            self._set_focus(self._focus.at(table.layout, table.now))
            row = contain(table.place_of(self._focus.key), self._sight)
            self._go((table.now - LEAD) * table.minute, row.y())

    def _ask_now(self) -> None:
        if self._table.now is None:
            self.todayWanted.emit()
        else:
            self.jumpToNow()

    def _wish(self) -> None:
        card = self._table.cards.get(self._focus.key)
        if card is not None and card.canWish:
            self.wishToggled.emit(card.key)

    def _move(self, focus: Focus) -> None:
        self._set_focus(focus)
        wanted = contain(self._table.place_of(focus.key), self._sight)
        self._go(wanted.x(), wanted.y())

    def _set_focus(self, focus: Focus) -> None:
        moved = focus.key != self._focus.key
        self._focus = focus
        if moved:
            self._fill()
            self.currentChanged.emit()

    def _set_hovered(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.hoverChanged.emit()

    def _resize(self, table: TimelineTable) -> None:
        if (table.minute, table.lane) != (self._table.minute, self._table.lane):
            self._table = table
            self._tell()

    def _tell(self) -> None:
        """Bring channels and cells up to date, then say so."""
        self._channels.replace(channel_rows(self._table))
        self._fill()
        for told in (self.changed, self.sizeChanged, self.currentChanged, self.hoverChanged):
            told.emit()

    def _fill(self) -> None:
        """Keep a cell for each broadcast around what is in sight, and for the current one."""
        self._window = around(self._sight)
        self._cells.replace(cell_rows(self._table, self._window, self._focus.key))

    def _stay(self, channel: str, cut: float) -> None:
        """After an update: keep the channel on top where it is, unless nothing is left in sight."""
        if self._home_wanted or not self._table.slots_in(self._sight):
            self._home_wanted = True
            self._go_home()
            return
        top = self._table.top_of(channel)
        if top is not None:
            self._go(self._sight.x(), top + cut)

    def _go_home(self) -> None:
        if self._table.layout.rows and not self._sight.isEmpty():
            self._home_wanted = False
            self._set_focus(Focus(minute=self._table.now or 0.0).settled(self._table.layout))
            self._go(self._table.home_x(self._sight.width()), 0.0)

    def _go(self, x: float, y: float) -> None:
        """Ask for a place, held within the table."""
        place = self._table.held(x, y, self._sight)
        if not self._sight.isEmpty() and place != self._sight.topLeft():
            self.placeWanted.emit(place.x(), place.y())
