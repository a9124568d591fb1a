"""A list of the mall: a shelf in full, in the order and under the conditions that were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.mall import MallShelf, MallSort
from eats_desktop.services.mall_service import MallQuestion
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.mall_card_model import PAGE, MallCardModel
from eats_desktop.viewmodels.mall_filter import (
    QUESTIONS,
    SORTS,
    MallConditions,
    chip_rows,
    choices_of,
    default_sort,
)
from eats_desktop.viewmodels.mall_shelf_view_model import TITLES
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.search_filter import ChoiceRow, answers

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from eats_desktop.domain.mall import MallCard
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.mall_service import MallChoices, MallService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ScreenState(
    "none",
    "아직 보여 드릴 상품이 없어요.",
    "상품을 새로 받으면 여기에 보여 드려요.",
)
_FILTERED = ScreenState("filtered", "고른 조건에 맞는 상품이 없어요.", "", "조건 지우기")


@dataclass(frozen=True, slots=True)
class _Found:
    items: array[int]
    first: Mapping[int, MallCard]


@QmlElement
class MallListViewModel(ScreenViewModel):
    """`asked` when the list is another, `shown` when its rows, counts or choices are.

    A list stays as it is while it is looked at: what a synchronisation changed shows on the cards,
    and another order or other products only when the shopper asks for them.
    """

    asked = Signal()
    shown = Signal()

    loading_title = "상품을 가져오는 중이에요"

    def __init__(self, mall: MallService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._mall = mall
        self._shelf: MallShelf | None = None
        self._sort = MallSort.ADVISED
        self._conditions = MallConditions()
        self._choices: MallChoices | None = None
        self._is_changed = False
        self._is_asking = False
        self._cards = MallCardModel(mall.cards, tasks, self)
        self._sorts = KeyedListModel(ChoiceRow, self)
        self._chips = KeyedListModel(ChoiceRow, self)
        self._answers = {name: KeyedListModel(ChoiceRow, self) for name in QUESTIONS}
        self._show_conditions()

    @Property(QObject, constant=True)
    def cards(self) -> MallCardModel:
        return self._cards

    @Property(str, notify=asked)
    def shelf(self) -> str:
        return self._shelf.value if self._shelf is not None else ""

    @Property(str, notify=asked)
    def title(self) -> str:
        return TITLES[self._shelf] if self._shelf is not None else ""

    @Property(str, notify=shown)
    def countText(self) -> str:
        return f"{self._cards.rowCount():,}개"

    @Property(bool, notify=shown)
    def isChanged(self) -> bool:
        """Whether asking again would show another list."""
        return self._is_changed

    @Property(str, notify=shown)
    def reviewText(self) -> str:
        """How few products have reviews, beside the question for them; "" while not known."""
        known = self._choices
        if known is None or not known.products:
            return ""
        without = (known.products - known.reviewed) * 100 // known.products
        return f"상품의 {without}%는 리뷰가 없거나 아직 읽지 않았어요." if without else ""

    @Property(QObject, constant=True)
    def sorts(self) -> KeyedListModel:
        return self._sorts

    @Property(QObject, constant=True)
    def chips(self) -> KeyedListModel:
        """The conditions that are chosen, to be taken back."""
        return self._chips

    @Property(QObject, constant=True)
    def prices(self) -> KeyedListModel:
        return self._answers["price"]

    @Property(QObject, constant=True)
    def rates(self) -> KeyedListModel:
        return self._answers["rate"]

    @Property(QObject, constant=True)
    def reviews(self) -> KeyedListModel:
        return self._answers["reviews"]

    @Property(QObject, constant=True)
    def totals(self) -> KeyedListModel:
        return self._answers["total"]

    @Property(QObject, constant=True)
    def categories(self) -> KeyedListModel:
        return self._answers["category"]

    @Property(QObject, constant=True)
    def stores(self) -> KeyedListModel:
        return self._answers["store"]

    @Property(QObject, constant=True)
    def free(self) -> KeyedListModel:
        return self._answers["free"]

    def show(self, shelf: str) -> None:
        """Show another shelf, in its own order; "" leaves the last one."""
        if not shelf:
            return
        wanted = MallShelf(shelf)
        if wanted is not self._shelf:
            self._shelf = wanted
            self._sort = default_sort(wanted)
            self._conditions = MallConditions()
            self._cards.show((), {})
            self._has_shown = False
            self.set_state(ScreenState("waiting"))
            self._begin()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read again what may have changed; the list being looked at keeps its order."""
        if self._shelf is None:
            return
        if self._is_asking or not self._has_shown:
            self._begin()
            return
        self._cards.read_again()
        self.read(self._ask, self._compare)
        self._read_choices()

    @Slot()
    def askAgain(self) -> None:
        """Show the list as it would be now."""
        self._begin()

    @Slot(str)
    def chooseSort(self, sort: str) -> None:
        if sort in SORTS and sort != self._sort.value:
            self._sort = MallSort(sort)
            self._begin()

    @Slot(str, str)
    def choose(self, question: str, key: str) -> None:
        """Answer one of the questions (QUESTIONS)."""
        self._narrow(self._conditions.chosen(question, key))

    @Slot(str)
    def dropCondition(self, question: str) -> None:
        self._narrow(self._conditions.chosen(question, ""))

    @Slot()
    def clearConditions(self) -> None:
        self._narrow(MallConditions())

    def _narrow(self, conditions: MallConditions) -> None:
        if conditions != self._conditions:
            self._conditions = conditions
            self._begin()

    def _begin(self) -> None:
        """Ask for another list; the old one stays until it is there."""
        self._is_asking = True
        self._show_conditions()
        self.asked.emit()
        self.read(self._ask, self._show)

    def _ask(self) -> _Found:
        shelf, sort, conditions = self._shelf or MallShelf.ALL, self._sort, self._conditions
        foods = self._foods() if conditions.category else {}
        items = self._mall.items(MallQuestion(shelf, sort, conditions.narrowed(foods)))
        return _Found(items, self._mall.cards(items[:PAGE]))

    def _foods(self) -> Mapping[str, frozenset[str]]:
        """Return the foods of each category, as last read or now."""
        known = self._choices
        return (self._mall.choices() if known is None else known).foods

    def _show(self, found: _Found) -> ScreenState:
        self._is_asking = False
        self._cards.show(found.items, found.first)
        self._is_changed = False
        self.shown.emit()
        if self._choices is None:
            self._read_choices()
        if found.items:
            return READY
        return _FILTERED if self._conditions != MallConditions() else _NONE

    def _compare(self, found: _Found) -> ScreenState:
        if not self._cards.rowCount():
            return self._show(found)
        self._is_changed = found.items != self._cards.items
        self.shown.emit()
        return self._state

    def _read_choices(self) -> None:
        self._tasks.read(self._mall.choices, self._take_choices)

    def _take_choices(self, outcome: Outcome[MallChoices]) -> None:
        if isinstance(outcome.error, EatsError):
            return  # the list says what is wrong; its questions keep the answers they had
        if outcome.error is not None:
            raise outcome.error
        self._choices = outcome.value
        self._show_conditions()
        self.shown.emit()

    def _show_conditions(self) -> None:
        self._sorts.replace(answers(SORTS, self._sort.value))
        self._chips.replace(chip_rows(self._conditions))
        for name, model in self._answers.items():
            model.replace(choices_of(name, self._conditions, self._choices))
