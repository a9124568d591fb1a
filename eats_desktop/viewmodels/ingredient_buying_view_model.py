"""Where the unfolded ingredient of a recipe can be bought: up to five products of both markets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.schedule import ProductKey
from eats_desktop.viewmodels.buy_rows import BuyRow, buy_row, list_buy_row
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_texts import amount_text, ingredient_name
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from fractions import Fraction

    from eats_desktop.domain.buying import Buyable, Need
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.recipe_buying import RecipeBuying
    from eats_desktop.viewmodels.cart_adding import CartAdding

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_UNKNOWN = ScreenState(
    "none",
    "아직 모르는 재료예요.",
    "이름으로 찾아보면 비슷한 상품이 있을 수 있어요.",
    "이름으로 찾기",
)
_NOTHING = ScreenState(
    "none",
    "관련 상품이 없어요.",
    "방송이나 콕에 들어오면 여기에 보여 드려요.",
    "이름으로 찾기",
)


@QmlElement
class IngredientBuyingViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "파는 곳을 찾는 중이에요"

    def __init__(
        self,
        buying: RecipeBuying,
        adding: CartAdding,
        tasks: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._buying = buying
        self._adding = adding
        self._clock = clock
        self._recipe: RecipeKey | None = None
        self._line: IngredientLine | None = None
        self._factor: Fraction | None = None
        self._rows = KeyedListModel(BuyRow, self)

    @Property(str, notify=shown)
    def title(self) -> str:
        """What is bought, and how much of it the dish needs where the recipe says so."""
        line, factor = self._line, self._factor
        if line is None or factor is None:
            return ""
        amount = amount_text(line, factor)
        for_what = "이 요리에는" if self._recipe else "살 것은"
        needed = f" · {for_what} {amount}" if amount else ""
        return f"{ingredient_name(line)} 살 수 있는 곳{needed}"

    @Property(str, notify=shown)
    def word(self) -> str:
        """What to search for when nothing is offered."""
        return self._line.name if self._line else ""

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    def show(self, recipe: RecipeKey | None, line: IngredientLine | None, factor: Fraction) -> None:
        """Look for products for a line; None clears. `recipe` is None for no certain dish."""
        is_same = (recipe, line) == (self._recipe, self._line)
        self._recipe, self._line, self._factor = recipe, line, factor
        if line is None or not is_same:
            self._has_shown = False
            self._generation += 1
            self._rows.replace([])
            self.set_state(ScreenState("waiting"))
        self.shown.emit()
        self.refresh()

    def clear(self) -> None:
        self._recipe = self._line = None
        self._has_shown = False
        self._generation += 1
        self._rows.replace([])
        self.set_state(ScreenState("waiting"))
        self.shown.emit()

    def refresh(self) -> None:
        line, factor = self._line, self._factor
        if line is None or factor is None:
            return
        self.read(lambda: self._find(line, factor), self._show)

    @Slot(str)
    def add(self, key: str) -> None:
        """Put a product into the cart, as many packs as the dish needs."""
        row = next((row for row in self._rows.rows() if row.key == key), None)
        if row is not None:
            self._adding.add([(ProductKey.parse(key), row.quantity)], self._recipe)

    def _find(
        self, line: IngredientLine, factor: Fraction
    ) -> tuple[Need | None, tuple[Buyable, ...]]:
        need = self._buying.need(line, factor)
        return need, () if need is None else self._buying.products(need)

    def _show(self, found: tuple[Need | None, tuple[Buyable, ...]]) -> ScreenState:
        need, buyables = found
        now = self._clock.now()
        written = buy_row if self._recipe else list_buy_row
        self._rows.replace([written(one, now) for one in buyables])
        if need is None:
            return _UNKNOWN
        return READY if buyables else _NOTHING
