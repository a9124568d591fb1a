"""The search page (검색): broadcasts first, then products of the mall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.cards import BroadcastRow
from eats_desktop.viewmodels.dated_rows import dated_row
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.product_rows import ProductRow, mall_row
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import BroadcastId, ProductKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.search_service import SearchResult, SearchService
    from eats_desktop.services.wish_service import WishService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_LIMIT = 60
_ASK = ScreenState("none", "무엇을 찾으세요?", "고등어, 김치처럼 먹고 싶은 것을 적어 보세요.")


@dataclass(frozen=True, slots=True)
class _Answer:
    result: SearchResult
    broadcasts: frozenset[BroadcastId]
    products: frozenset[ProductKey]


@QmlElement
class SearchViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "찾는 중이에요"

    def __init__(
        self,
        search: SearchService,
        wishes: WishService,
        tasks: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._search = search
        self._wishes = wishes
        self._clock = clock
        self._query = ""
        self._broadcasts = KeyedListModel(BroadcastRow, self)
        self._products = KeyedListModel(ProductRow, self)
        self.set_state(_ASK)

    @Property(str, notify=shown)
    def query(self) -> str:
        return self._query

    @Property(str, notify=shown)
    def headingText(self) -> str:
        count = self._broadcasts.rowCount() + self._products.rowCount()
        more = " 이상" if _LIMIT in (self._broadcasts.rowCount(), self._products.rowCount()) else ""
        return f"“{self._query}” 검색 결과 {count}개{more}" if self._query else ""

    @Property(QObject, constant=True)
    def broadcasts(self) -> KeyedListModel:
        return self._broadcasts

    @Property(QObject, constant=True)
    def products(self) -> KeyedListModel:
        return self._products

    @Slot(str)
    def ask(self, words: str) -> None:
        words = words.strip()
        if words:
            self._query = words
            self._has_shown = False
            self.refresh()

    @Slot(str)
    def openProduct(self, key: str) -> None:
        """Open a mall product's own page in the browser."""
        link = next((row.link for row in self._products.rows() if row.key == key), "")
        if link:
            QDesktopServices.openUrl(QUrl(link))

    def refresh(self) -> None:
        if self._query:
            query = self._query
            self.read(lambda: self._ask(query), self._show)

    def _ask(self, query: str) -> _Answer:
        return _Answer(
            self._search.search(query, limit=_LIMIT),
            self._wishes.wished_broadcasts(),
            self._wishes.wished_products(),
        )

    def _show(self, answer: _Answer) -> ScreenState:
        now = self._clock.now()
        found = answer.result
        self._broadcasts.replace([dated_row(b, now, answer.broadcasts) for b in found.broadcasts])
        self._products.replace([mall_row(p, answer.products) for p in found.products])
        self.shown.emit()
        if found.broadcasts or found.products:
            return READY
        return ScreenState(
            "none",
            f"“{found.query}”에 맞는 결과를 찾지 못했어요.",
            "낱말을 줄이거나 다른 이름으로 찾아보세요.",
        )
