"""What can be cooked from one order, on its page and in 내 정보."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.order import OrderNo
from eats_desktop.domain.recipe_question import AskedBy, RecipeQuestion
from eats_desktop.viewmodels.basket_recipes_view_model import BasketRecipesViewModel
from eats_desktop.viewmodels.screen_view_model import ScreenState

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.basket_recipes import BasketDishes, BasketRecipes
    from eats_desktop.viewmodels.navigator import Navigator

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OrderRecipesViewModel(BasketRecipesViewModel):
    """Empty until `show` names an order; the rows of another order never stand under it."""

    def __init__(
        self,
        baskets: BasketRecipes,
        navigator: Navigator,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(baskets, navigator, tasks, parent)
        self._order: OrderNo | None = None

    @property
    def question(self) -> RecipeQuestion:
        return RecipeQuestion(AskedBy.ORDER, order=self._order)

    @Slot(str)
    def show(self, order_no: str) -> None:
        """Show what is cooked from an order (20261125-0007); "" or no number clears."""
        order = _parsed(order_no)
        if order != self._order:
            self._order = order
            self._has_shown = False
            self._generation += 1
            self._title = self._more = ""
            self._rows.replace([])
            self.shown.emit()
            self.set_state(ScreenState("waiting"))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        order = self._order
        if order is not None:
            self.read(lambda: self._baskets.of_order(order), self._show)

    def _show(self, found: BasketDishes) -> ScreenState:
        return self.show_dishes(found, "주문한 상품으로 만들 수 있는 요리")


def _parsed(order_no: str) -> OrderNo | None:
    try:
        return OrderNo.parse(order_no) if order_no else None
    except InputError:
        return None
