"""The popup with products for one food: of a dish that was found, or of the shopping list."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError, InputError
from eats_desktop.domain.stored_recipe import RecipeKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.viewmodels.ingredient_buying_view_model import IngredientBuyingViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_AS_WRITTEN = Fraction(1)


@QmlElement
class FoodBuyingViewModel(QObject):
    """`read_line` reads "두부 2모" and is asked off the UI thread: it loads the lexicon."""

    openChanged = Signal()

    def __init__(
        self,
        read_line: Callable[[str], IngredientLine],
        buying: IngredientBuyingViewModel,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_line = read_line
        self._buying = buying
        self._tasks = tasks
        self._title = ""
        self._asked = 0

    @Property(bool, notify=openChanged)
    def isOpen(self) -> bool:
        return bool(self._title)

    @Property(str, notify=openChanged)
    def title(self) -> str:
        return self._title

    @Property(QObject, constant=True)
    def buying(self) -> IngredientBuyingViewModel:
        return self._buying

    @Slot(str, str)
    def open(self, food: str, recipe: str) -> None:
        """Show products for a food ("두부 2모"); `recipe` is "source:id", "" for no dish."""
        self._asked += 1
        asked, self._title = self._asked, food
        self._buying.clear()
        self.openChanged.emit()

        def read(outcome: Outcome[IngredientLine]) -> None:
            if outcome.error is not None and not isinstance(outcome.error, EatsError):
                raise outcome.error
            if asked == self._asked and self._title and outcome.value is not None:
                self._buying.show(_key(recipe), outcome.value, _AS_WRITTEN)

        self._tasks.read(lambda: self._read_line(food), read)

    @Slot()
    def close(self) -> None:
        if self._title:
            self._title = ""
            self._asked += 1
            self._buying.clear()
            self.openChanged.emit()


def _key(recipe: str) -> RecipeKey | None:
    try:
        return RecipeKey.parse(recipe)
    except InputError:
        return None
