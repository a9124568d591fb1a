"""A shelf of counterparts beside one product: read on its own, so that the product never waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.shelf_rows import ShelfRow, air_shelf_row, mall_shelf_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.amount import UnitPrice
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.shelf_service import ShelfService

    Find = Callable[[ProductKey, UnitPrice | None], list[ShelfRow]]

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShelfViewModel(ScreenViewModel):
    """`find` runs on a reading thread; `nothing` is the state of a shelf without rows."""

    def __init__(
        self,
        find: Find,
        loading: str,
        nothing: ScreenState,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self.loading_title = loading
        self._find = find
        self._nothing = nothing
        self._of: tuple[ProductKey, UnitPrice | None] | None = None
        self._rows = KeyedListModel(ShelfRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    def show(self, product: ProductKey | None, unit_price: UnitPrice | None = None) -> None:
        """Show the counterparts of a product and compare them with its unit price; None clears."""
        if product is None or self._of is None or product != self._of[0]:
            self._has_shown = False
            self._generation += 1
            self._rows.replace([])
            self.set_state(ScreenState("waiting"))
        self._of = None if product is None else (product, unit_price)
        self.refresh()

    def refresh(self) -> None:
        if self._of is not None:
            product, unit_price = self._of
            self.read(lambda: self._find(product, unit_price), self._show)

    def _show(self, rows: list[ShelfRow]) -> ScreenState:
        self._rows.replace(rows)
        return READY if rows else self._nothing


def mall_shelf(shelves: ShelfService, tasks: TaskRunner, parent: QObject) -> ShelfViewModel:
    """Make the shelf of 콕 products beside a broadcast."""
    nothing = ScreenState(
        "none",
        "비슷한 상품이 없어요.",
        "콕에 같은 식품이나 같은 재료가 들어오면 여기에 보여 드려요.",
    )
    return ShelfViewModel(
        lambda key, ours: [mall_shelf_row(found, ours) for found in shelves.mall(key)],
        "비슷한 상품을 찾는 중이에요",
        nothing,
        tasks,
        parent,
    )


def air_shelf(
    shelves: ShelfService, tasks: TaskRunner, clock: Clock, parent: QObject
) -> ShelfViewModel:
    """Make the shelf of broadcasts beside a product."""
    nothing = ScreenState(
        "none", "비슷한 방송이 없어요.", "편성표를 새로 받으면 다시 찾아서 여기에 보여 드려요."
    )
    return ShelfViewModel(
        lambda key, ours: [
            air_shelf_row(found, ours, clock.now()) for found in shelves.broadcasts(key)
        ],
        "비슷한 방송을 찾는 중이에요",
        nothing,
        tasks,
        parent,
    )
