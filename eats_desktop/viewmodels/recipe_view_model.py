"""One recipe in full (레시피 상세): what it needs, what of it is there, how it is cooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.stored_recipe import LIBRARY, RecipeKey
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_rows import (
    IngredientRow,
    RecipeFactRow,
    StepRow,
    count_texts,
    fact_rows,
    ingredient_rows,
    recipe_drawing,
    step_rows,
)
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from eats_desktop.domain.fulfilment import IngredientStatus
    from eats_desktop.domain.stored_recipe import FullRecipe
    from eats_desktop.domain.use_up import StockItem
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.recipe_events import RecipeEvents
    from eats_desktop.services.recipe_page import KnownRecipe, RecipePages
    from eats_desktop.viewmodels.cook_view_model import CookViewModel
    from eats_desktop.viewmodels.ingredient_buying_view_model import IngredientBuyingViewModel
    from eats_desktop.viewmodels.list_adding import ListAdding
    from eats_desktop.viewmodels.missing_view_model import MissingViewModel
    from eats_desktop.viewmodels.recipe_rating_view_model import RecipeRatingViewModel
    from eats_desktop.viewmodels.recipe_scale_view_model import RecipeScaleViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RecipeViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "레시피를 가져오는 중이에요"

    def __init__(
        self,
        pages: RecipePages,
        events: RecipeEvents,
        parts: RecipeParts,
        write: Writing,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._pages = pages
        self._events = events
        self._parts = parts
        self._typed: tuple[StockItem, ...] = ()
        self._write = write
        self._key = ""
        self._opened = ""
        self._wanted = 0
        self._known: KnownRecipe | None = None
        self._facts = KeyedListModel(RecipeFactRow, self)
        self._ingredients = KeyedListModel(IngredientRow, self)
        self._steps = KeyedListModel(StepRow, self)
        parts.scale.changed.connect(self._scaled)

    @Property(str, notify=shown)
    def key(self) -> str:
        return self._key

    @Property(str, notify=shown)
    def title(self) -> str:
        return self._recipe.title if self._recipe else ""

    @Property(str, notify=shown)
    def originText(self) -> str:
        """Whose recipe it is, "" for those that ship with the program."""
        recipe = self._recipe
        return "" if recipe is None or recipe.key.source == LIBRARY else "가져온 레시피"

    @Property(str, notify=shown)
    def drawing(self) -> str:
        recipe = self._recipe
        return recipe_drawing(recipe.title, recipe.category) if recipe else ""

    @Property(str, notify=shown)
    def photoUrl(self) -> str:
        """The picture that came with an imported recipe, "" for none."""
        return pictures.recipe_photo(self._recipe)

    @Property(bool, notify=shown)
    def hasLink(self) -> bool:
        return bool(self._link)

    @Property(str, notify=shown)
    def siteText(self) -> str:
        """The site that a link of the recipe leads to."""
        return QUrl(self._link).host()

    @Property("QStringList", notify=shown)  # type: ignore[arg-type]  # a meta type by name
    def tips(self) -> list[str]:
        return list(self._recipe.tips) if self._recipe else []

    @Property("QVariantMap", notify=shown)  # type: ignore[arg-type]  # a meta type by name
    def counts(self) -> dict[str, int]:
        """How many ingredients are there, in the cart and missing: have, cart, missing."""
        return dict(count_texts(self._statuses))

    @Property(QObject, constant=True)
    def facts(self) -> KeyedListModel:
        return self._facts

    @Property(QObject, constant=True)
    def ingredients(self) -> KeyedListModel:
        return self._ingredients

    @Property(QObject, constant=True)
    def steps(self) -> KeyedListModel:
        return self._steps

    @Property(QObject, constant=True)
    def scale(self) -> RecipeScaleViewModel:
        return self._parts.scale

    @Property(QObject, constant=True)
    def rating(self) -> RecipeRatingViewModel:
        return self._parts.rating

    @Property(QObject, constant=True)
    def buying(self) -> IngredientBuyingViewModel:
        """Products for the ingredient that is unfolded."""
        return self._parts.buying

    @Property(QObject, constant=True)
    def missing(self) -> MissingViewModel:
        """The popup that puts all missing ingredients into the cart."""
        return self._parts.missing

    def show(self, key: str, servings: int = 0) -> None:
        """Show another recipe, scaled to so many servings (0: as written, or as it was left);
        "" leaves the last one, the page is not looked at."""
        if not key:
            return
        is_other, self._wanted = (key, servings) != (self._key, self._wanted), servings
        if is_other and key == self._key:
            self._parts.scale.cook_for(servings)
        if key != self._key:
            self._has_shown = False
            self._key = key
            self._known = None
            self._opened = ""
            self._parts.clear()
            self.set_state(ScreenState("waiting"))
            self._fill()
            self.refresh()
            self._note_view(key)
        else:
            self.refresh()

    def refresh(self) -> None:
        if self._key:
            key, typed = self._key, self._typed
            self.read(lambda: self._pages.of_recipe(RecipeKey.parse(key), typed), self._show)

    def take_typed(self, stock: Sequence[StockItem]) -> None:
        """Count what the shopper typed in elsewhere as there, until it is told anew."""
        if tuple(stock) != self._typed:
            self._typed = tuple(stock)
            self.refresh()

    @Slot(str)
    def toggle(self, row: str) -> None:
        """Unfold the products for a missing ingredient, or fold them again."""
        self._opened = "" if row == self._opened else row
        self._find_products()
        self._fill_ingredients()

    @Slot()
    def buyMissing(self) -> None:
        """Open the popup with a product for each missing ingredient."""
        recipe = self._recipe
        if recipe is not None:
            self._parts.missing.open(recipe.key, self._statuses, self._factor)

    @Slot()
    def listMissing(self) -> None:
        """Put the missing ingredients on the shopping list."""
        recipe = self._recipe
        if recipe is not None:
            self._parts.listing.add(recipe, self._statuses, self._factor)

    @Slot()
    def cook(self) -> None:
        """Start the large view that is cooked from."""
        recipe = self._recipe
        if recipe is not None and recipe.steps:
            self._parts.cook.begin(recipe, self._factor)

    @Slot()
    def openSource(self) -> None:
        """Open the page the recipe came from in the browser."""
        if self._link:
            QDesktopServices.openUrl(QUrl(self._link))

    @property
    def _recipe(self) -> FullRecipe | None:
        return self._known.recipe if self._known else None

    @property
    def _statuses(self) -> tuple[IngredientStatus, ...]:
        return self._known.statuses if self._known else ()

    @property
    def _factor(self) -> Fraction:
        return self._parts.scale.factor

    @property
    def _link(self) -> str:
        link = self._recipe.source_url if self._recipe else None
        return link if link and link.startswith(("https://", "http://")) else ""

    def _show(self, known: KnownRecipe) -> ScreenState:
        is_new = self._known is None or self._known.recipe != known.recipe
        self._known = known
        if is_new:
            self._parts.scale.show(known.recipe)
            self._parts.scale.cook_for(self._wanted)
        self._parts.rating.show(known.recipe.key, known.stars)
        if self._opened and self._opened_status() is None:
            self._opened = ""
        self._fill()
        return READY

    def _scaled(self) -> None:
        self._fill_ingredients()
        self._find_products()

    def _opened_status(self) -> IngredientStatus | None:
        rows = ingredient_rows(self._statuses, self._factor, self._opened)
        at = next((place for place, row in enumerate(rows) if row.isOpen), None)
        return None if at is None else self._statuses[at]

    def _find_products(self) -> None:
        recipe, status = self._recipe, self._opened_status()
        if recipe is not None:
            line = status.line if status else None
            self._parts.buying.show(recipe.key, line, self._factor)

    def _fill(self) -> None:
        recipe = self._recipe
        self._facts.replace(fact_rows(recipe) if recipe else [])
        self._steps.replace(step_rows(recipe) if recipe else [])
        self._fill_ingredients()
        self.shown.emit()

    def _fill_ingredients(self) -> None:
        self._ingredients.replace(ingredient_rows(self._statuses, self._factor, self._opened))

    def _note_view(self, key: str) -> None:
        self._write(lambda: self._events.viewed(RecipeKey.parse(key)), lambda _none: None)


class RecipeParts:
    """The parts of the page that have a life of their own."""

    def __init__(
        self,
        scale: RecipeScaleViewModel,
        rating: RecipeRatingViewModel,
        buying: IngredientBuyingViewModel,
        missing: MissingViewModel,
        cook: CookViewModel,
        listing: ListAdding,
    ) -> None:
        self.scale = scale
        self.rating = rating
        self.buying = buying
        self.missing = missing
        self.cook = cook
        self.listing = listing

    def clear(self) -> None:
        """Forget the recipe that was shown."""
        self.scale.show(None)
        self.rating.show(None, None)
        self.buying.clear()
        self.missing.close()
