"""레시피: dishes from what is left, by name, or from the cart; else some that may be liked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.recipe_question import AskedBy, RecipeQuestion, question_text
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_cards import RecipeCardRow, facts_text
from eats_desktop.viewmodels.recipe_rows import recipe_drawing
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.cart import CartLine
    from eats_desktop.domain.pantry import PantryItem
    from eats_desktop.domain.recipe_search import FoundRecipe
    from eats_desktop.domain.shopping_list import ShoppingEntry
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.viewmodels.food_suggest_view_model import FoodSuggestViewModel
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.recipe_facets_view_model import RecipeFacetsViewModel
    from eats_desktop.viewmodels.stock_view_model import StockViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_LIKED = 9
_NONE = ScreenState(
    "none", "아직 레시피가 없어요.", "레시피를 준비하고 있어요. 잠시 뒤에 다시 봐 주세요."
)


class Taste(Protocol):
    def suggested(self, limit: int) -> tuple[FoundRecipe, ...]: ...


class Cart(Protocol):
    def lines(self) -> tuple[CartLine, ...]: ...


class Pantry(Protocol):
    def items(self) -> Sequence[PantryItem]: ...


class ShoppingList(Protocol):
    def entries(self) -> Sequence[ShoppingEntry]: ...


@dataclass(frozen=True, slots=True)
class HomeParts:
    """Where the page reads, and the chips and bounds it shares with the results.

    `warm` loads what finding needs before the first question, and what has changed since.
    """

    taste: Taste
    cart: Cart
    pantry: Pantry
    shopping: ShoppingList
    stock: StockViewModel
    facets: RecipeFacetsViewModel
    suggest: FoodSuggestViewModel
    warm: Callable[[], None]


@dataclass(frozen=True, slots=True)
class CartFoodRow:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Seen:
    liked: tuple[FoundRecipe, ...]
    chosen: tuple[CartLine, ...]
    in_cart: int
    at_home: int
    to_buy: int


@QmlElement
class RecipeHomeViewModel(ScreenViewModel):
    shown = Signal()
    modeChanged = Signal()

    loading_title = "레시피를 가져오는 중이에요"

    def __init__(
        self,
        parts: HomeParts,
        navigator: Navigator,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._parts = parts
        self._navigator = navigator
        self._mode = AskedBy.FOODS
        self._is_warming = False
        self._seen = _Seen((), (), 0, 0, 0)
        self._liked = KeyedListModel(RecipeCardRow, self)
        self._chosen = KeyedListModel(CartFoodRow, self)

    @Property(QObject, constant=True)
    def stock(self) -> StockViewModel:
        return self._parts.stock

    @Property(QObject, constant=True)
    def facets(self) -> RecipeFacetsViewModel:
        return self._parts.facets

    @Property(QObject, constant=True)
    def suggest(self) -> FoodSuggestViewModel:
        return self._parts.suggest

    @Property(QObject, constant=True)
    def liked(self) -> KeyedListModel:
        """Dishes that may be liked."""
        return self._liked

    @Property(QObject, constant=True)
    def cartFoods(self) -> KeyedListModel:
        """What is chosen in the cart."""
        return self._chosen

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        """use, name or cart."""
        return self._mode.value

    @Property(str, notify=shown)
    def cartText(self) -> str:
        chosen = len(self._seen.chosen)
        if chosen:
            return f"장바구니에서 고른 상품 {chosen}개로 찾아요."
        if self._seen.in_cart:
            return "장바구니에서 고른 상품이 없어요. 쓸 상품을 골라 주세요."
        return "장바구니가 비어 있어요."

    @Property(bool, notify=shown)
    def canFindFromCart(self) -> bool:
        return bool(self._seen.chosen)

    @Property(str, notify=shown)
    def pantryText(self) -> str:
        return f"냉장고 {self._seen.at_home}" if self._seen.at_home else "냉장고"

    @Property(str, notify=shown)
    def shoppingText(self) -> str:
        return f"장보기 목록 {self._seen.to_buy}" if self._seen.to_buy else "장보기 목록"

    @Property(bool, notify=shown)
    def hasPantry(self) -> bool:
        return self._seen.at_home > 0

    def refresh(self) -> None:
        self.read(self._look, self._show)
        if not self._is_warming:
            self._is_warming = True
            self._tasks.read(self._parts.warm, self._warmed)

    @Slot(str)
    def chooseMode(self, mode: str) -> None:
        if mode != self._mode.value:
            self._mode = AskedBy(mode)
            self.modeChanged.emit()

    @Slot()
    def find(self) -> None:
        """Find dishes from the chips."""
        stock = self._parts.stock
        if stock.has_known:
            self._ask(RecipeQuestion(AskedBy.FOODS, stock.texts))

    @Slot(str)
    def findNamed(self, name: str) -> None:
        words = " ".join(name.split())
        if words:
            self._ask(RecipeQuestion(AskedBy.NAME, name=words))

    @Slot()
    def findFromCart(self) -> None:
        if self._seen.chosen:
            self._ask(RecipeQuestion(AskedBy.CART))

    def _ask(self, question: RecipeQuestion) -> None:
        facets = self._parts.facets.chosen
        asked = RecipeQuestion(question.by, question.foods, question.name, facets)
        self._navigator.showResults(question_text(asked))

    def _warmed(self, outcome: Outcome[None]) -> None:
        """What cannot be loaded is told when it is needed."""
        self._is_warming = False
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error

    def _look(self) -> _Seen:
        parts = self._parts
        lines = parts.cart.lines()
        chosen = tuple(line for line in lines if line.is_checked)
        to_buy = sum(not entry.is_done for entry in parts.shopping.entries())
        at_home = len(parts.pantry.items())
        return _Seen(parts.taste.suggested(_LIKED), chosen, len(lines), at_home, to_buy)

    def _show(self, seen: _Seen) -> ScreenState:
        self._seen = seen
        self._liked.replace([_liked_row(recipe) for recipe in seen.liked])
        self._chosen.replace([CartFoodRow(str(line.line_id), line.name) for line in seen.chosen])
        self.shown.emit()
        return READY if seen.liked else _NONE


def _liked_row(recipe: FoundRecipe) -> RecipeCardRow:
    facts = facts_text(recipe.servings, recipe.minutes, recipe.difficulty)
    why = " · ".join(recipe.why)
    said = ("레시피", recipe.title, facts, why)
    return RecipeCardRow(
        key=str(recipe.key),
        title=recipe.title,
        factsText=facts,
        whyText=why,
        drawing=recipe_drawing(recipe.title, recipe.category),
        spokenText=", ".join(part for part in said if part),
    )
