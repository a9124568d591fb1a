"""Dishes from a basket, each with how many of its foods are there: 보유, 장바구니, 미보유."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.recipe_question import AskedBy, RecipeQuestion, question_text
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_cards import facts_text
from eats_desktop.viewmodels.recipe_rows import recipe_drawing
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from eats_desktop.domain.recipe_search import FoundRecipe
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.basket_recipes import BasketDishes, BasketRecipes
    from eats_desktop.viewmodels.navigator import Navigator

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class BasketDishRow:
    """`key` is the recipe's "source:id"; a count is "" where it is 0."""

    key: str
    title: str
    factsText: str
    haveText: str
    cartText: str
    missingText: str
    drawing: str
    spokenText: str


@QmlElement
class BasketRecipesViewModel(ScreenViewModel):
    """Base of the two shelves; `titleText` is "" while there is nothing to cook from."""

    shown = Signal()

    loading_title = "만들 수 있는 요리를 찾는 중이에요"

    def __init__(
        self,
        baskets: BasketRecipes,
        navigator: Navigator,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._baskets = baskets
        self._navigator = navigator
        self._title = self._more = ""
        self._rows = KeyedListModel(BasketDishRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def titleText(self) -> str:
        return self._title

    @Property(str, notify=shown)
    def moreText(self) -> str:
        """요리 24개 더 보기, "" when all are shown."""
        return self._more

    @property
    def question(self) -> RecipeQuestion:
        """What the page of all found dishes is asked; each shelf says its own."""
        raise NotImplementedError

    @Slot()
    def showAll(self) -> None:
        """Go to the page with all dishes, where bounds can be chosen."""
        self._navigator.showResults(question_text(self.question))

    def show_dishes(self, found: BasketDishes, title: str) -> ScreenState:
        """Show what was found for a basket under a title."""
        self._title = title if found.products else ""
        self._rows.replace([dish_row(recipe) for recipe in found.recipes])
        more = found.total - len(found.recipes)
        self._more = f"요리 {more:,}개 더 보기" if more > 0 else ""
        self.shown.emit()
        if found.recipes:
            return READY
        return ScreenState("none", "만들 요리를 찾지 않았어요.", found.reason or "")


@QmlElement
class CartRecipesViewModel(BasketRecipesViewModel):
    """From the chosen lines of the cart; read again whenever the cart was."""

    @property
    def question(self) -> RecipeQuestion:
        return RecipeQuestion(AskedBy.CART)

    @Slot()
    def refresh(self) -> None:
        self.read(self._baskets.of_cart, self._show)

    def _show(self, found: BasketDishes) -> ScreenState:
        return self.show_dishes(found, f"고른 상품 {found.products}개로 만들 수 있는 요리")


def dish_row(recipe: FoundRecipe) -> BasketDishRow:
    facts = facts_text(recipe.servings, recipe.minutes, recipe.difficulty)
    counts = (
        _counted("보유", len(recipe.at_hand)),
        _counted("장바구니", len(recipe.in_cart)),
        _counted("미보유", recipe.not_held),
    )
    said = ("레시피", recipe.title, facts, *counts)
    have, cart, missing = counts
    return BasketDishRow(
        key=str(recipe.key),
        title=recipe.title,
        factsText=facts,
        haveText=have,
        cartText=cart,
        missingText=missing,
        drawing=recipe_drawing(recipe.title, recipe.category),
        spokenText=", ".join(part for part in said if part),
    )


def _counted(word: str, count: int) -> str:
    return f"{word} {count}" if count else ""
