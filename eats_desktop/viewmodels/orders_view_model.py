"""주문 내역: a window of the orders, the newest first, of the last seven days or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.order_rows import OrderRow, order_row
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.order_list import OrderWindow
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.order_book import OrderBook

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

WINDOW = 30
_WEEK = 7
_NONE = ScreenState(
    "none",
    "주문한 내역이 없어요.",
    "장바구니에 담은 것을 주문하면 여기에 모여요.",
    "장바구니 보기",
)
_NONE_OF_WEEK = ScreenState(
    "filtered",
    "지난 7일 동안 주문한 상품이 없어요.",
    "더 오래된 주문은 전체에서 볼 수 있어요.",
    "전체 보기",
)


@QmlElement
class OrdersViewModel(ScreenViewModel):
    shown = Signal()
    turned = Signal()
    """Another window of the list is shown: the view begins anew."""

    loading_title = "주문을 가져오는 중이에요"

    def __init__(
        self, book: OrderBook, tasks: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._book = book
        self._clock = clock
        self._only_week = False
        self._offset = 0
        self._total = 0
        self._rows = KeyedListModel(OrderRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def span(self) -> str:
        """week or all."""
        return "week" if self._only_week else "all"

    @Property(str, notify=shown)
    def countText(self) -> str:
        return f"주문 {self._total:,}건" if self._total else ""

    @Property(str, notify=shown)
    def windowText(self) -> str:
        """Which of the orders are listed, "" when all are."""
        if self._total <= WINDOW:
            return ""
        last = self._offset + self._rows.rowCount()
        return f"{self._offset + 1:,}–{last:,} / {self._total:,}"

    @Property(bool, notify=shown)
    def canNewer(self) -> bool:
        return self._offset > 0

    @Property(bool, notify=shown)
    def canOlder(self) -> bool:
        return self._offset + self._rows.rowCount() < self._total

    def refresh(self) -> None:
        self._read(turn=False)

    @Slot()
    def retry(self) -> None:
        """Do what the empty page offers: all orders where a week has none, else read again."""
        if self._state is _NONE_OF_WEEK:
            self.choose("all")
        else:
            self.refresh()

    @Slot(str)
    def choose(self, span: str) -> None:
        """List the orders of the last seven days ("week") or all of them ("all")."""
        only_week = span == "week"
        if only_week != self._only_week:
            self._only_week = only_week
            self._offset = 0
            self._read(turn=True)

    @Slot()
    def newer(self) -> None:
        self._turn(-WINDOW)

    @Slot()
    def older(self) -> None:
        self._turn(WINDOW)

    def _turn(self, by: int) -> None:
        self._offset = max(0, self._offset + by)
        self._read(turn=True)

    def _read(self, *, turn: bool) -> None:
        days = _WEEK if self._only_week else None
        offset = self._offset

        def show(window: OrderWindow) -> ScreenState:
            state = self._show(window)
            if turn:
                self.turned.emit()
            return state

        self.read(lambda: self._book.window(days, WINDOW, offset), show)

    def _show(self, window: OrderWindow) -> ScreenState:
        now = self._clock.now()
        self._offset, self._total = window.offset, window.total
        self._rows.replace([order_row(head, now) for head in window.heads])
        self.shown.emit()
        if window.heads:
            return READY
        return _NONE_OF_WEEK if self._only_week else _NONE
