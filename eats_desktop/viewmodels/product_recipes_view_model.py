"""What can be cooked from one product: read on its own, so that the product never waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from eats_desktop.domain.recipe_search import Fit
from eats_desktop.viewmodels.bulk_texts import PlanTexts, PlanWeekRow, plan_texts, week_rows
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_cards import RecipeCardRow, facts_text
from eats_desktop.viewmodels.recipe_rows import recipe_drawing
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from eats_desktop.domain.recipe_search import FoundRecipe, UsedFood
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.product_recipes import CookedFrom, ProductRecipes

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NAMED = 3
"""So many missing ingredients are named, the others counted."""


@QmlElement
class ProductRecipesViewModel(ScreenViewModel):
    """`rows` are recipes, `weeks` the plan of a big pack; both empty where there is a reason."""

    shown = Signal()

    loading_title = "만들 수 있는 요리를 찾는 중이에요"

    def __init__(
        self, recipes: ProductRecipes, tasks: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._recipes = recipes
        self._product: ProductKey | None = None
        self._plan = PlanTexts()
        self._rows = KeyedListModel(RecipeCardRow, self)
        self._weeks = KeyedListModel(PlanWeekRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(QObject, constant=True)
    def weeks(self) -> KeyedListModel:
        """What is cooked in which week, until the pack is eaten up."""
        return self._weeks

    @Property(str, notify=shown)
    def mealsText(self) -> str:
        """How many meals the pack makes, "" when it needs no plan."""
        return self._plan.meals

    @Property(str, notify=shown)
    def paceText(self) -> str:
        return self._plan.pace

    @Property(str, notify=shown)
    def keepingText(self) -> str:
        return self._plan.keeping

    @Property(str, notify=shown)
    def costText(self) -> str:
        return self._plan.cost

    def show(self, product: ProductKey | None) -> None:
        """Show what is cooked from a product; None clears."""
        if product != self._product:
            self._has_shown = False
            self._generation += 1
            self._fill([], None)
            self.set_state(ScreenState("waiting"))
        self._product = product
        self.refresh()

    def refresh(self) -> None:
        product = self._product
        if product is not None:
            self.read(lambda: self._recipes.of(product), self._show)

    def _show(self, found: CookedFrom) -> ScreenState:
        self._fill([recipe_row(recipe) for recipe in found.recipes], found)
        if found.recipes:
            return READY
        return ScreenState("none", "만들 요리를 찾지 않았어요.", found.reason or "")

    def _fill(self, rows: list[RecipeCardRow], found: CookedFrom | None) -> None:
        plan = None if found is None else found.plan
        self._plan = plan_texts(plan)
        self._rows.replace(rows)
        self._weeks.replace(week_rows(plan))
        self.shown.emit()


def recipe_row(recipe: FoundRecipe) -> RecipeCardRow:
    facts = facts_text(recipe.servings, recipe.minutes, recipe.difficulty)
    needs = " · ".join(filter(None, (_instead(recipe.used), _needs(recipe.missing))))
    said = ("레시피", recipe.title, facts, needs)
    return RecipeCardRow(
        key=str(recipe.key),
        title=recipe.title,
        factsText=facts,
        whyText=needs,
        drawing=recipe_drawing(recipe.title, recipe.category),
        spokenText=", ".join(part for part in said if part),
    )


def _instead(used: tuple[UsedFood, ...]) -> str:
    """Tell which food of the recipe the product stands in for, "" when it is that food."""
    found = [one for one in used if one.fit is Fit.INSTEAD]
    return "" if len(found) < len(used) or not found else f"{found[0].needed} 대신 써요"


def _needs(missing: tuple[str, ...]) -> str:
    if not missing:
        return "이 재료만 있으면 돼요"
    named = ", ".join(missing[:_NAMED])
    more = len(missing) - _NAMED
    return f"더 필요한 재료: {named} 외 {more}가지" if more > 0 else f"더 필요한 재료: {named}"
