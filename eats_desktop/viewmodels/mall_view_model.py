"""The entry of the mall (콕): its shelves, each on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.mall import MallShelf
from eats_desktop.viewmodels.mall_rows import count_text
from eats_desktop.viewmodels.mall_shelf_view_model import MallShelfViewModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.mall_service import MallService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_SHELVES = (
    MallShelf.DEALS,
    MallShelf.BEST,
    MallShelf.STORES,
    MallShelf.DROPS,
    MallShelf.SEEN,
)
_NEVER = ScreenState(
    "never",
    "콕 상품을 아직 받지 않았어요.",
    "지금 받으면 할인과 리뷰 많은 상품을 볼 수 있어요.",
    "지금 받기",
)


@QmlElement
class MallViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "상품을 가져오는 중이에요"

    def __init__(
        self,
        mall: MallService,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._mall = mall
        self._write = Writing(tasks, notices)
        self._notices = notices
        self._count = 0
        self._shelves = [MallShelfViewModel(mall, shelf, tasks, self) for shelf in _SHELVES]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # a meta type by name
    def shelves(self) -> list[QObject]:
        return list(self._shelves)

    @Property(str, notify=shown)
    def countText(self) -> str:
        """How many products the mall has now, "" for none."""
        return f"상품 {count_text(self._count)}개" if self._count else ""

    def refresh(self) -> None:
        self.read(self._mall.count, self._show)
        for shelf in self._shelves:
            shelf.refresh()

    @Slot()
    def forgetSeen(self) -> None:
        """Forget which products were looked at."""
        self._write(self._mall.forget_seen, lambda _none: self._forgotten())

    def _forgotten(self) -> None:
        self._notices.say("최근 본 상품을 지웠어요.", kind="ok")
        self._shelves[_SHELVES.index(MallShelf.SEEN)].refresh()

    def _show(self, count: int) -> ScreenState:
        self._count = count
        self.shown.emit()
        return READY if count else _NEVER
