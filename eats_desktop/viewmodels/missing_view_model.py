"""All missing ingredients of a recipe at once (부족한 재료 모두 담기): choices, sum, cart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.missing_rows import (
    Choice,
    MissingRow,
    basket,
    first_choice,
    missing_row,
    note_text,
    sum_text,
)
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.recipe_buying import MissingFood, RecipeBuying
    from eats_desktop.viewmodels.cart_adding import CartAdding

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_COMPLETE = ScreenState("none", "부족한 재료가 없어요.", "지금 바로 만들 수 있어요.")


@QmlElement
class MissingViewModel(ScreenViewModel):
    shown = Signal()
    openChanged = Signal()

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
        self._is_open = False
        self._recipe: RecipeKey | None = None
        self._statuses: tuple[IngredientStatus, ...] = ()
        self._factor = Fraction(1)
        self._choices: list[Choice] = []
        self._rows = KeyedListModel(MissingRow, self)

    @Property(bool, notify=openChanged)
    def isOpen(self) -> bool:
        return self._is_open

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def sumText(self) -> str:
        return sum_text(self._choices)

    @Property(str, notify=shown)
    def noteText(self) -> str:
        return note_text(self._choices)

    @Property(bool, notify=shown)
    def canAdd(self) -> bool:
        return bool(basket(self._choices))

    def open(
        self, recipe: RecipeKey, statuses: Sequence[IngredientStatus], factor: Fraction
    ) -> None:
        """Open over the page and look for a product for each missing ingredient."""
        self._recipe, self._statuses, self._factor = recipe, tuple(statuses), factor
        self._has_shown = False
        self._put([])
        self.set_state(ScreenState("waiting"))
        self._is_open = True
        self.openChanged.emit()
        self.refresh()

    def refresh(self) -> None:
        if self._is_open:
            statuses, factor = self._statuses, self._factor
            self.read(lambda: self._buying.missing(statuses, factor), self._show)

    @Slot()
    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._generation += 1
            self.openChanged.emit()

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Take an ingredient into the purchase, or leave it out."""
        self._change(key, lambda choice: replace(choice, is_on=not choice.is_on))

    @Slot(str)
    def next(self, key: str) -> None:
        """Choose the next of an ingredient's products, after the last the first."""

        def turned(choice: Choice) -> Choice:
            place = (choice.place + 1) % max(1, len(choice.food.products))
            return replace(choice, place=place, is_on=True)

        self._change(key, turned)

    @Slot()
    def add(self) -> None:
        """Put what is chosen into the cart and close."""
        items = [(one.offer.key, quantity) for one, quantity in basket(self._choices)]
        if items:
            self._adding.add(items, self._recipe, self.close)

    def _show(self, missing: tuple[MissingFood, ...]) -> ScreenState:
        self._put([first_choice(food) for food in missing])
        return READY if missing else _COMPLETE

    def _change(self, key: str, turned: Callable[[Choice], Choice]) -> None:
        self._put([turned(one) if one.food.name == key else one for one in self._choices])

    def _put(self, choices: list[Choice]) -> None:
        self._choices = choices
        now = self._clock.now()
        self._rows.replace([missing_row(choice, self._factor, now) for choice in choices])
        self.shown.emit()
