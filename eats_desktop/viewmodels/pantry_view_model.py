"""냉장고: what is at home with amounts and days, by hand and out of paid orders, with undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import EatsError, InputError
from eats_desktop.domain.pantry import Origin
from eats_desktop.domain.quantity_text import quantity_text
from eats_desktop.domain.recipe_question import AskedBy, RecipeQuestion, question_text
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.kitchen_dates import due_texts, read_day, written_day
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.stock_rows import stock_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
    from eats_desktop.domain.pantry import PantryChange, PantryItem
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.pantry_service import PantryService
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_NONE = ScreenState(
    "none",
    "냉장고가 비어 있어요.",
    "집에 있는 재료를 적거나 주문한 것을 넣으면 무엇을 먼저 쓸지 알려 드려요.",
)


@dataclass(frozen=True, slots=True)
class PantryRow:
    """`key` is the number of the item; `dueKind` old, warn, ok or "" for no day.

    `foodText` says what it was understood as where it is called otherwise; of a bought product,
    whose name tells amounts, how much there is too. `suggestText` offers
    a day where none is known.
    """

    key: str
    name: str
    foodText: str
    amountText: str
    dueKind: str
    dueText: str
    suggestText: str
    originText: str
    drawing: str
    canCook: bool
    spokenText: str


@dataclass(frozen=True, slots=True)
class _Seen:
    items: tuple[PantryItem, ...]
    suggested: tuple[date | None, ...]
    orders: tuple[str, ...]


@QmlElement
class PantryViewModel(ScreenViewModel):
    shown = Signal()
    told = Signal()
    added = Signal()
    """What was typed is in: the fields may be emptied."""

    loading_title = "냉장고를 살펴보는 중이에요"

    def __init__(
        self,
        pantry: PantryService,
        read_line: Callable[[str], IngredientLine],
        navigator: Navigator,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._pantry = pantry
        self._read_line = read_line
        self._navigator = navigator
        self._clock = clock
        self._notices = notices
        self._seen = _Seen((), (), ())
        self._problem = ""
        self._editing: PantryItem | None = None
        self._rows = KeyedListModel(PantryRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def countText(self) -> str:
        return f"재료 {len(self._seen.items)}가지" if self._seen.items else ""

    @Property(str, notify=shown)
    def ordersText(self) -> str:
        """Offers to put in paid orders, "" when there is none to put in."""
        count = len(self._seen.orders)
        return f"주문한 것 넣기 {count}" if count else ""

    @Property(bool, notify=shown)
    def canCook(self) -> bool:
        return any(row.canCook for row in self._rows.rows())

    @Property(str, notify=told)
    def problem(self) -> str:
        """Why what was written last is not in."""
        return self._problem

    @Property(bool, notify=told)
    def isEditing(self) -> bool:
        return self._editing is not None

    @Property(str, notify=told)
    def editName(self) -> str:
        return self._editing.name if self._editing else ""

    @Property(str, notify=told)
    def editAmount(self) -> str:
        quantity = self._editing.quantity if self._editing else None
        return "" if quantity is None else quantity_text(quantity)

    @Property(str, notify=told)
    def editDay(self) -> str:
        return written_day(self._editing.use_by) if self._editing else ""

    @Property(str, notify=told)
    def editSuggested(self) -> str:
        """A day the food usually keeps until, as it is written into the field; "" for none."""
        return written_day(self._suggested(self._editing)) if self._editing else ""

    @Property(str, notify=told)
    def editSuggestText(self) -> str:
        day = self._suggested(self._editing) if self._editing else None
        return "" if day is None else f"보통 {day.month}월 {day.day}일까지 먹어요"

    def refresh(self) -> None:
        self.read(self._look, self._show)

    @Slot(str, str)
    def add(self, text: str, day: str) -> None:
        """Put in what is written (두부 2모) and until when it keeps, "" when not known."""

        def work() -> PantryChange:
            return self._pantry.add(text, read_day(day, self._today()))

        self._write(work, lambda _change: self.added.emit())

    @Slot(str)
    def edit(self, key: str) -> None:
        self._editing = self._item(key)
        self._say("")

    @Slot()
    def leave(self) -> None:
        if self._editing is not None:
            self._editing = None
            self._say("")

    @Slot(str, str)
    def save(self, amount: str, day: str) -> None:
        """Set amount and day of the item that is edited; "" for what is not known."""
        item = self._editing
        if item is None:
            return

        def work() -> PantryChange:
            use_by = read_day(day, self._today())
            quantity = self._quantity(item.food or item.name, amount)
            return self._pantry.change(item.item_id, quantity=quantity, use_by=use_by)

        def saved(change: PantryChange) -> None:
            self.leave()
            self._tell(f"{item.name}, 고쳤어요.", change)

        self._write(work, saved)

    @Slot(str)
    def takeSuggested(self, key: str) -> None:
        """Take the day the food usually keeps until."""
        item = self._item(key)
        day = self._suggested(item) if item else None
        if item is not None and day is not None:
            self._write(
                lambda: self._pantry.change(item.item_id, quantity=item.quantity, use_by=day),
                lambda change: self._tell(
                    f"{item.name}, {day.month}월 {day.day}일까지로 적었어요.", change
                ),
            )

    @Slot(str)
    def remove(self, key: str) -> None:
        item = self._item(key)
        if item is not None:
            self._write(
                lambda: self._pantry.remove([item.item_id]),
                lambda change: self._tell(f"뺐어요: {item.name}", change),
            )

    @Slot()
    def fillOrders(self) -> None:
        """Put in everything of the paid orders that were not put in yet; one undo."""
        orders = self._seen.orders
        if orders:
            self._write(lambda: [self._pantry.fill(number) for number in orders], self._filled)

    @Slot(str)
    def cook(self, key: str) -> None:
        """Find dishes with one item."""
        item = self._item(key)
        if item is not None and item.food is not None:
            self._find([item])

    @Slot()
    def cookAll(self) -> None:
        """Find dishes with everything that is not past its day."""
        today = self._today()
        self._find([one for one in self._seen.items if one.use_by is None or one.use_by >= today])

    def _find(self, items: Sequence[PantryItem]) -> None:
        texts = [
            stock_text(one.food, one.quantity, one.use_by) for one in items if one.food is not None
        ]
        if texts:
            foods = tuple(dict.fromkeys(texts))
            self._navigator.showResults(question_text(RecipeQuestion(AskedBy.FOODS, foods)))

    def _filled(self, changes: list[PantryChange]) -> None:
        count = sum(len(change.after) for change in changes)
        self._tell(f"주문한 것에서 {count}가지를 넣었어요.", *changes)

    def _tell(self, words: str, *changes: PantryChange) -> None:
        self._notices.say(words, kind="ok", action="되돌리기", act=lambda: self._take_back(changes))

    def _take_back(self, changes: Sequence[PantryChange]) -> None:
        def work() -> None:
            for change in reversed(changes):
                self._pantry.undo(change)

        self._write(work, lambda _none: self._notices.say("냉장고를 되돌렸어요."))

    def _write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Change the pantry; what cannot be read of it is told beside the fields."""

        def finished(outcome: Outcome[T]) -> None:
            if isinstance(outcome.error, InputError) and outcome.error.detail:
                self._say(outcome.error.detail)
            elif isinstance(outcome.error, EatsError):
                self._notices.fail(outcome.error)
            elif outcome.error is not None:
                raise outcome.error
            else:
                self._say("")
                done(outcome.value)  # type: ignore[arg-type]  # value is T when error is None

        self._tasks.write(work, finished)

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.told.emit()

    def _today(self) -> date:
        return korean_day(self._clock.now())

    def _quantity(self, name: str, amount: str) -> Quantity | None:
        if not amount.strip():
            return None
        line = self._read_line(f"{name} {amount}")
        if line.quantity is None:
            raise InputError(f"양을 읽지 못했어요: {amount.strip()} (예: 300g, 2개, 1/2봉지)")
        return line.quantity

    def _item(self, key: str) -> PantryItem | None:
        return next((one for one in self._seen.items if str(one.item_id) == key), None)

    def _suggested(self, item: PantryItem) -> date | None:
        seen = zip(self._seen.items, self._seen.suggested, strict=True)
        return next((day for one, day in seen if one.item_id == item.item_id), None)

    def _look(self) -> _Seen:
        items = self._pantry.items()
        suggested = tuple(self._pantry.suggested_use_by(item) for item in items)
        return _Seen(items, suggested, self._pantry.unfilled_orders())

    def _show(self, seen: _Seen) -> ScreenState:
        self._seen = seen
        today = self._today()
        pairs = zip(seen.items, seen.suggested, strict=True)
        self._rows.replace([_row(item, day, today) for item, day in pairs])
        self.shown.emit()
        return READY if seen.items else _NONE


def _row(item: PantryItem, suggested: date | None, today: date) -> PantryRow:
    amount = "" if item.quantity is None else quantity_text(item.quantity)
    kind, due = due_texts(item.use_by, today)
    added = korean_day(item.added_at)
    origin = f"{added.month}월 {added.day}일 주문" if item.origin is Origin.ORDER else ""
    food = item.food or ""
    suggest = ""
    if item.use_by is None and suggested is not None:
        suggest = f"보통 {suggested.month}월 {suggested.day}일까지"
    food_text = "아직 모르는 재료예요" if not food else food if food != item.name else ""
    bought = item.origin is Origin.ORDER
    said = (item.name, food_text, amount, due, origin)
    return PantryRow(
        key=str(item.item_id),
        name=item.name,
        foodText=f"{food_text or food} {amount}".strip() if bought else food_text,
        amountText="" if bought else amount,
        dueKind=kind,
        dueText=due,
        suggestText=suggest,
        originText=origin,
        drawing=pictures.drawing(food or item.name),
        canCook=bool(food),
        spokenText=", ".join(part for part in said if part),
    )
