"""For how many a recipe is cooked: by servings, or by how much there is of one ingredient."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.hangul import with_particle
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.quantity_text import number_text
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_texts import amount_text, ingredient_name, servings_text
from eats_desktop.viewmodels.search_filter import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.ingredient_line import IngredientLine
    from eats_desktop.domain.stored_recipe import FullRecipe
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_SERVINGS = 50
_LEAST, _MOST = Fraction(1, 20), Fraction(50)
_HALF = Fraction(1, 2)


@QmlElement
class RecipeScaleViewModel(QObject):
    """`changed` when the servings are others; `leftoverChanged` while an amount is written.

    A recipe that does not say its servings is scaled by halves of itself.
    """

    changed = Signal()
    leftoverChanged = Signal()

    def __init__(
        self,
        fit: Callable[[IngredientLine, str], Fraction | None],
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        """`fit` returns by what an amount in words is more than a line asks for; None: unknown."""
        super().__init__(parent)
        self._fit = fit
        self._tasks = tasks
        self._recipe: FullRecipe | None = None
        self._factor = Fraction(1)
        self._chosen = ""
        self._words = ""
        self._fitted: Fraction | None = None
        self._hint = ""
        self._choices = KeyedListModel(ChoiceRow, self)

    @property
    def factor(self) -> Fraction:
        """By what the amounts of the recipe are multiplied."""
        return self._factor

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text(self._factor)

    @Property(str, notify=changed)
    def detailText(self) -> str:
        """What the recipe was written for, "" while it is cooked as it is."""
        if self._factor == 1:
            return ""
        servings = self._servings
        of = f"{servings}인분 레시피의 " if servings else "레시피의 "
        return f"{of}{number_text(self._factor, None)}배"

    @Property(bool, notify=changed)
    def isScaled(self) -> bool:
        return self._factor != 1

    @Property(bool, notify=changed)
    def canFit(self) -> bool:
        """Whether some ingredient has an amount to compare with."""
        return bool(self._measured)

    @Property(QObject, constant=True)
    def choices(self) -> KeyedListModel:
        """The ingredients with an amount, one of them chosen."""
        return self._choices

    @Property(str, notify=leftoverChanged)
    def neededText(self) -> str:
        """How much the recipe as written needs of the chosen ingredient."""
        line = self._measured.get(self._chosen)
        if line is None:
            return ""
        return f"레시피에는 {ingredient_name(line)} {amount_text(line)}"

    @Property(str, notify=leftoverChanged)
    def leftoverText(self) -> str:
        """For how many the amount that is written would be enough, or why that is not known."""
        return self._hint

    @Property(bool, notify=leftoverChanged)
    def canUse(self) -> bool:
        return self._fitted is not None

    def show(self, recipe: FullRecipe | None) -> None:
        """Begin with a recipe as it is written; None forgets it."""
        self._recipe = recipe
        self._factor = Fraction(1)
        self._chosen = next(iter(self._measured), "")
        self._write("")
        self.changed.emit()

    def cook_for(self, servings: int) -> None:
        """Scale to so many servings; 0, or a recipe that does not say its own, changes nothing."""
        if self._servings and 0 < servings <= _MOST_SERVINGS:
            self._set(Fraction(servings, self._servings))

    @Slot(int)
    def step(self, steps: int) -> None:
        """Take whole servings more or fewer; from a broken number the next whole one."""
        unit = Fraction(1, self._servings) if self._servings else _HALF
        now = self._factor / unit
        down, up = -(-now // 1) - 1, now // 1 + 1
        wanted = up + steps - 1 if steps > 0 else down + steps + 1
        if 1 <= wanted <= _MOST_SERVINGS:
            self._set(wanted * unit)

    @Slot()
    def reset(self) -> None:
        self._set(Fraction(1))

    @Slot(str)
    def choose(self, key: str) -> None:
        """Choose the ingredient there is a certain amount of."""
        if key in self._measured and key != self._chosen:
            self._chosen = key
            self._write("")

    @Slot(str)
    def write(self, words: str) -> None:
        """Take an amount as it is written (600g, 2개) and say for how many it is enough."""
        line = self._measured.get(self._chosen)
        self._write(" ".join(words.split()))
        if line is None or not self._words:
            return
        asked, chosen = self._words, self._chosen

        def done(outcome: Outcome[Fraction | None]) -> None:
            if (asked, chosen) == (self._words, self._chosen):
                self._answer(line, outcome)

        self._tasks.read(lambda: self._fit(line, asked), done)

    @Slot()
    def use(self) -> None:
        """Cook for as many as the amount is enough for."""
        if self._fitted is not None:
            self._set(self._fitted)

    @property
    def _servings(self) -> int | None:
        return self._recipe.servings if self._recipe else None

    @property
    def _measured(self) -> dict[str, IngredientLine]:
        lines = self._recipe.ingredients if self._recipe else ()
        return {
            str(place): line
            for place, line in enumerate(lines)
            if line.quantity is not None and line.food not in (None, WATER)
        }

    def _answer(self, line: IngredientLine, outcome: Outcome[Fraction | None]) -> None:
        if outcome.error is not None:
            raise outcome.error
        factor = outcome.value
        if factor is None:
            self._hint = (
                f"레시피의 양({amount_text(line)})과 견줄 수 없어요. 같은 단위로 적어 주세요."
            )
        elif not _LEAST <= factor <= _MOST:
            self._hint = "양이 너무 적거나 많아요."
        else:
            self._fitted = factor
            self._hint = f"{with_particle(self._text(factor), '을', '를')} 만들 수 있어요."
        self.leftoverChanged.emit()

    def _write(self, words: str) -> None:
        """Take words that are not compared yet."""
        self._words = words
        self._fitted = None
        self._hint = ""
        rows = [
            ChoiceRow(key, ingredient_name(line), key == self._chosen)
            for key, line in self._measured.items()
        ]
        self._choices.replace(rows)
        self.leftoverChanged.emit()

    def _text(self, factor: Fraction) -> str:
        if self._servings is None:
            return f"{number_text(factor, None)}배"
        return servings_text(factor * self._servings)

    def _set(self, factor: Fraction) -> None:
        if factor != self._factor:
            self._factor = factor
            self.changed.emit()
