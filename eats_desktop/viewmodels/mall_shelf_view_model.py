"""One shelf of the mall: read on its own, so that it fails or is empty on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from eats_desktop.domain.mall import MallShelf
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.mall_rows import MallCardRow, mall_card_row
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.mall_service import MallService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 12

TITLES = {
    MallShelf.ALL: "콕 상품",
    MallShelf.DEALS: "오늘의 특가",
    MallShelf.BEST: "베스트",
    MallShelf.STORES: "자주 산 스토어",
    MallShelf.DROPS: "최근 값이 내린 상품",
    MallShelf.SEEN: "최근 본 상품",
}
_DETAILS = {
    MallShelf.DEALS: "판매처가 적은 정가와 지금 값으로 우리가 셈한 할인율이에요.",
    MallShelf.BEST: "별점에 리뷰 수를 함께 따져요. 리뷰가 없는 상품은 넣지 않아요.",
    MallShelf.STORES: "결제한 주문이 많은 가게예요.",
    MallShelf.DROPS: "지난 두 주 사이에 값이 내린 것을 우리가 본 상품이에요.",
}
_NONE = {
    MallShelf.DEALS: ScreenState(
        "none",
        "할인을 확인한 상품이 아직 없어요.",
        "정가는 상품 페이지를 읽어야 알 수 있어서, 읽는 대로 여기에 보여 드려요.",
    ),
    MallShelf.BEST: ScreenState(
        "none",
        "리뷰를 확인한 상품이 아직 없어요.",
        "상품 페이지를 읽는 대로 여기에 보여 드려요.",
    ),
}
_HIDDEN = ScreenState("hidden")
"""A shelf that needs no words while it has nothing: nothing bought, nothing seen, no price fell."""


@QmlElement
class MallShelfViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "상품을 가져오는 중이에요"

    def __init__(
        self,
        mall: MallService,
        shelf: MallShelf,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._mall = mall
        self._shelf = shelf
        self._stores: tuple[str, ...] = ()
        self._rows = KeyedListModel(MallCardRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, constant=True)
    def name(self) -> str:
        return self._shelf.value

    @Property(str, constant=True)
    def title(self) -> str:
        return TITLES[self._shelf]

    @Property(str, notify=shown)
    def detailText(self) -> str:
        """How the shelf was filled."""
        told = _DETAILS.get(self._shelf, "")
        return f"{told} ({', '.join(self._stores)})" if self._stores else told

    @Property(bool, constant=True)
    def hasList(self) -> bool:
        """Whether all of it can be seen as a list."""
        return self._shelf is not MallShelf.SEEN

    def refresh(self) -> None:
        self.read(self._ask, self._show)

    def _ask(self) -> tuple[list[MallCardRow], tuple[str, ...]]:
        found = self._mall.shelf(self._shelf, MOST)
        return [mall_card_row(card) for card in found.cards], found.stores

    def _show(self, found: tuple[list[MallCardRow], tuple[str, ...]]) -> ScreenState:
        rows, self._stores = found
        self._rows.replace(rows)
        self.shown.emit()
        return READY if rows else _NONE.get(self._shelf, _HIDDEN)
