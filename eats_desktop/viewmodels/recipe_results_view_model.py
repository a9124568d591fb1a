"""What was found to cook (결과): combinations that use up, or a list of dishes, under bounds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError, InputError
from eats_desktop.domain.links import result_link
from eats_desktop.domain.recipe_question import (
    AskedBy,
    RecipeQuestion,
    question_text,
    read_question,
)
from eats_desktop.domain.recipe_search import RecipePage
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.viewmodels.found_dish_rows import (
    FoundDishRow,
    PlanTexts,
    cost_text,
    found_row,
    heading_text,
    note_text,
    plan_texts,
    planned_row,
)
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.result_states import LINKED, STOPPED, why_empty
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.use_up import StockItem
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.recipe_asking import PlanCost, RecipeAnswer, RecipeAsking
    from eats_desktop.viewmodels.food_buying_view_model import FoodBuyingViewModel
    from eats_desktop.viewmodels.found_missing import FoundMissing
    from eats_desktop.viewmodels.missing_view_model import MissingViewModel
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.recipe_facets_view_model import RecipeFacetsViewModel
    from eats_desktop.viewmodels.stock_view_model import StockViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_ROOM = 20
_SLOW_MS = 2000


@QmlElement
class RecipeResultsViewModel(ScreenViewModel):
    """The chips (`stock`) and bounds (`facets`) are those of the home page: changed here, the
    question is asked anew."""

    renewed = Signal()
    """Another question, or other bounds, is answered: the list begins anew."""
    shown = Signal()
    busyChanged = Signal()

    loading_title = "어울리는 요리를 찾는 중이에요"

    def __init__(
        self,
        asking: RecipeAsking,
        parts: tuple[StockViewModel, RecipeFacetsViewModel, FoodBuyingViewModel, FoundMissing],
        navigator: Navigator,
        notices: NoticesViewModel,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._asking = asking
        self._stock, self._facets, self._buying, self._missing = parts
        self._navigator = navigator
        self._notices = notices
        self._question: RecipeQuestion | None = None
        self._answer: RecipeAnswer | None = None
        self._typed: dict[tuple[str, ...], tuple[StockItem, ...]] = {}
        self._costs: dict[int, str] = {}
        self._room = _ROOM
        self._is_new = True
        self._is_busy = False
        self._is_slow = False
        self._rows = KeyedListModel(FoundDishRow, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._grow_slow)
        self._stock.edited.connect(self._foods_changed)
        self._facets.edited.connect(self._facets_changed)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(QObject, constant=True)
    def stock(self) -> StockViewModel:
        return self._stock

    @Property(QObject, constant=True)
    def facets(self) -> RecipeFacetsViewModel:
        return self._facets

    @Property(QObject, constant=True)
    def buying(self) -> FoodBuyingViewModel:
        """The popup with products for one missing food."""
        return self._buying

    @Property(QObject, constant=True)
    def missing(self) -> MissingViewModel:
        """The popup with all that one dish lacks."""
        return self._missing.popup

    @Property(str, notify=shown)
    def by(self) -> str:
        """use, name or cart: what was asked by."""
        return "" if self._question is None else self._question.by.value

    @Property(str, notify=shown)
    def headingText(self) -> str:
        return "" if self._answer is None else heading_text(self._answer)

    @Property(str, notify=shown)
    def noteText(self) -> str:
        return "" if self._answer is None else note_text(self._answer)

    @Property(str, notify=shown)
    def countText(self) -> str:
        page = self._page
        return f"요리 {page.total:,}개" if page.total and not self._plans else ""

    @Property(bool, notify=shown)
    def hasPlans(self) -> bool:
        return bool(self._plans)

    @Property(str, notify=shown)
    def placeText(self) -> str:
        """조합 1/3, of as many as there are."""
        return self._plan_texts.place

    @Property(str, notify=shown)
    def usedText(self) -> str:
        return self._plan_texts.used

    @Property(str, notify=shown)
    def leftText(self) -> str:
        return self._plan_texts.left

    @Property(str, notify=shown)
    def uncountedText(self) -> str:
        return self._plan_texts.uncounted

    @Property(str, notify=shown)
    def costText(self) -> str:
        """What all that is missing would cost; "" until it is known."""
        return self._costs.get(self._place, "")

    @Property(str, notify=shown)
    def fewerText(self) -> str:
        """Says so where there are fewer combinations than are looked for."""
        return "다른 조합은 없어요." if len(self._plans) == 1 else ""

    @Property(bool, notify=shown)
    def canGoBefore(self) -> bool:
        return self._place > 0

    @Property(bool, notify=shown)
    def canGoAfter(self) -> bool:
        return self._place < len(self._plans) - 1

    @Property(bool, notify=shown)
    def canShowMore(self) -> bool:
        return self._page.total > self._rows.rowCount() and not self._plans

    @Property(bool, notify=busyChanged)
    def isBusy(self) -> bool:
        return self._is_busy

    @Property(str, notify=busyChanged)
    def slowText(self) -> str:
        return "조금 더 걸리고 있어요. 그만두려면 [취소]를 누르세요." if self._is_slow else ""

    def show(self, text: str) -> None:
        """Show the answer to the question of a link; "" leaves the last one."""
        if not text:
            return
        try:
            question = read_question(text)
        except InputError:
            self._question = self._answer = None
            self._generation += 1
            self._busy(on=False)
            self._fill()
            self.set_state(LINKED)
            return
        before, self._question = self._question, question
        self._facets.put(question.facets)
        if question.by is AskedBy.FOODS and question.foods != self._stock.texts:
            self._stock.put(self._typed.get(question.foods, ()), {})
        if before is not None and replace(before, plan=question.plan) == question:
            self._fill()
            return
        same = before is not None and replace(before, facets=question.facets, plan=1)
        is_other = same != replace(question, plan=1)
        self._costs = {}
        self._room = _ROOM
        self._is_new = True
        if is_other:
            self._has_shown = False
            self._answer = None
            self._fill()
            self.set_state(ScreenState("waiting"))
        self.refresh()

    def refresh(self) -> None:
        question, room = self._question, self._room
        if question is not None:
            self._busy(on=True)
            self.read(lambda: self._ask(question, room), self._show)

    def stock_of(self, text: str) -> tuple[StockItem, ...]:
        """Return what was typed in for a question that was shown; () for any other."""
        try:
            return self._typed.get(read_question(text).foods, ()) if text else ()
        except InputError:
            return ()

    @Slot()
    def cancel(self) -> None:
        """Wait for the answer no longer."""
        if self._is_busy:
            self._generation += 1
            self._busy(on=False)
            if self._answer is None:
                self.set_state(STOPPED)

    @Slot()
    def act(self) -> None:
        """Do what the empty page offers."""
        kind = self._state.kind
        if kind == "filtered":
            self._facets.clear()
        elif kind == "none":
            self._navigator.go("recipes")
        else:
            self._has_shown = False
            self.refresh()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Look at the next combination, or at the one before."""
        place = self._place + by
        if self._question is not None and 0 <= place < len(self._plans):
            self._navigator.amend(question_text(replace(self._question, plan=place + 1)))

    @Slot(str)
    def open(self, key: str) -> None:
        """Go to the page of a dish, scaled as its combination cooks it."""
        self._navigator.cookFor(key, self._servings(key))

    @Slot(str)
    def buyAll(self, key: str) -> None:
        """Open the popup with all that a dish lacks."""
        typed = () if self._answer is None else self._answer.stock
        self._missing.open(RecipeKey.parse(key), typed, self._servings(key) or None)

    @Slot()
    def showMore(self) -> None:
        self._room += _ROOM
        self.refresh()

    @Slot()
    def copyLink(self) -> None:
        """Put a link that leads back to this result on the clipboard."""
        if self._question is not None:
            QGuiApplication.clipboard().setText(result_link(question_text(self._question)))
            self._notices.say("이 결과로 오는 링크를 복사했어요.", kind="ok")

    def _servings(self, key: str) -> int:
        return next((row.servings for row in self._rows.rows() if row.key == key), 0)

    @property
    def _plans(self) -> Sequence[object]:
        return self._answer.plans if self._answer else ()

    @property
    def _page(self) -> RecipePage:
        return self._answer.page if self._answer else RecipePage((), 0)

    @property
    def _place(self) -> int:
        wanted = self._question.plan if self._question else 1
        return max(0, min(wanted, len(self._plans)) - 1)

    @property
    def _plan_texts(self) -> PlanTexts:
        if self._answer is None or not self._answer.plans:
            return PlanTexts()
        return plan_texts(self._answer.plans, self._place, self._answer.stock)

    def _foods_changed(self) -> None:
        question = self._question
        if self._navigator.place.page != "results" or question is None:
            return
        if question.by is AskedBy.FOODS and not self._stock.texts:
            self._navigator.go("recipes")
        elif question.by is AskedBy.FOODS:
            self._ask_anew(replace(question, foods=self._stock.texts, plan=1))

    def _facets_changed(self) -> None:
        if self._navigator.place.page == "results" and self._question is not None:
            self._ask_anew(replace(self._question, facets=self._facets.chosen, plan=1))

    def _ask_anew(self, question: RecipeQuestion) -> None:
        self._typed[question.foods] = self._stock.items
        self._navigator.amend(question_text(question))

    def _ask(self, question: RecipeQuestion, room: int) -> RecipeAnswer:
        return self._asking.answer(question, room)

    def _show(self, answer: RecipeAnswer) -> ScreenState:
        self._busy(on=False)
        self._answer = answer
        if answer.question.by is AskedBy.FOODS and answer.refused is None:
            self._typed[answer.question.foods] = answer.stock
            if answer.question.foods != self._stock.texts or not self._stock.texts:
                self._stock.put(answer.stock, answer.meant or {})
        self._facets.show_counts(answer.page.facet_counts)
        is_new, self._is_new = self._is_new, False
        if is_new:
            self._rows.replace([])
        self._fill()
        if is_new:
            self.renewed.emit()
        for place in range(len(answer.plans)):
            self._price(answer, place)
        return READY if self._rows.rowCount() else why_empty(answer)

    def _price(self, answer: RecipeAnswer, place: int) -> None:
        def priced(outcome: Outcome[PlanCost]) -> None:
            if outcome.error is not None and not isinstance(outcome.error, EatsError):
                raise outcome.error
            if answer is self._answer and outcome.value is not None:
                self._costs[place] = cost_text(outcome.value)
                self.shown.emit()

        self._tasks.read(lambda: self._asking.cost(answer.plans[place]), priced)

    def _take(self, outcome: Outcome[T], show: Callable[[T], ScreenState]) -> None:
        self._busy(on=False)
        super()._take(outcome, show)

    def _fill(self) -> None:
        answer = self._answer
        if answer is None:
            self._rows.replace([])
        elif answer.plans:
            self._rows.replace([planned_row(one) for one in answer.plans[self._place].recipes])
        else:
            page = answer.page
            self._rows.replace([found_row(one, page.corrected) for one in page.recipes])
        self.shown.emit()

    def _busy(self, *, on: bool) -> None:
        self._is_busy = on
        self._is_slow = False
        if on:
            self._slow.start()
        else:
            self._slow.stop()
        self.busyChanged.emit()

    def _grow_slow(self) -> None:
        self._is_slow = self._is_busy
        self.busyChanged.emit()
