"""What is to be cooked from (남은 재료): chips that are typed in, changed and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.clock import korean_day
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.quantity_text import quantity_text
from eats_desktop.domain.use_up import StockItem
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.stock_rows import (
    StockRow,
    TileRow,
    stock_key,
    stock_row,
    stock_text,
)
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.pantry import PantryItem
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

    Read = tuple[StockItem, str | None]

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
TILES = (
    *("양파", "대파", "감자", "두부", "계란", "김치", "무", "당근", "애호박"),
    *("양배추", "콩나물", "느타리버섯", "돼지고기", "닭고기", "소고기", "어묵"),
)
_AGAIN = "이미 넣은 재료예요. 양을 바꿀까요?"


class Reading(Protocol):
    """services.use_up_service has it."""

    def stock(self, texts: str | Iterable[str]) -> tuple[StockItem, ...]: ...

    def suggestion(self, item: StockItem) -> str | None: ...


@QmlElement
class StockViewModel(QObject):
    """Read off the UI thread; `edited` when the shopper changed what is there."""

    changed = Signal()
    edited = Signal()
    told = Signal()
    added = Signal()
    """What was typed is in: the field may be emptied."""

    def __init__(
        self,
        reading: Reading,
        pantry: Callable[[], Sequence[PantryItem]],
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._pantry = pantry
        self._tasks = tasks
        self._clock = clock
        self._notices = notices
        self._items: dict[str, StockItem] = {}
        self._meant: dict[str, str | None] = {}
        self._editing: list[StockItem] = []
        self._is_again = False
        self._problem = ""
        self._rows = KeyedListModel(StockRow, self)
        self._tiles = KeyedListModel(TileRow, self)
        self._fill()

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(QObject, constant=True)
    def tiles(self) -> KeyedListModel:
        """Foods that many have at home, to be put in by one press."""
        return self._tiles

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many foods are there that are understood."""
        return sum(item.food is not None for item in self._items.values())

    @Property(str, notify=changed)
    def countText(self) -> str:
        return f"넣은 재료 {len(self._items)}개" if self._items else ""

    @Property(str, notify=told)
    def problem(self) -> str:
        """Why what was typed last is not in."""
        return self._problem

    @Property(bool, notify=told)
    def isEditing(self) -> bool:
        """The popup that asks how much there is of one food is open."""
        return bool(self._editing)

    @Property(str, notify=told)
    def editTitle(self) -> str:
        if not self._editing:
            return ""
        return _AGAIN if self._is_again else f"{self._editing[0].food}, 얼마나 있나요?"

    @Property(str, notify=told)
    def editName(self) -> str:
        return self._editing[0].food or "" if self._editing else ""

    @Property(str, notify=told)
    def editHelp(self) -> str:
        """What there is now of a food that was typed again."""
        if not self._editing or not self._is_again:
            return ""
        row = stock_row(self._items[stock_key(self._editing[0])], None)
        return f"지금은 {row.name} {row.amountText}".strip() if row.amountText else ""

    @Property(str, notify=told)
    def editAmount(self) -> str:
        quantity = self._editing[0].quantity if self._editing else None
        return "" if quantity is None else quantity_text(quantity)

    @property
    def has_known(self) -> bool:
        return any(item.food is not None for item in self._items.values())

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(item.text for item in self._items.values())

    @property
    def items(self) -> tuple[StockItem, ...]:
        return tuple(self._items.values())

    def put(self, items: Sequence[StockItem], meant: Mapping[str, str | None]) -> None:
        """Show other items than before; the shopper did not type them."""
        self._items = {stock_key(item): item for item in items}
        self._meant = dict(meant)
        self._editing = []
        self._say("")
        self._fill()

    @Slot(str)
    def add(self, text: str) -> None:
        """Put in what is typed (양파 3개, 두부 1모); asks where a food is there already."""
        if text.strip():
            self._read(text, self._take)

    @Slot(str)
    def edit(self, key: str) -> None:
        """Open the popup that asks how much there is."""
        item = self._items.get(key)
        if item is not None and item.food is not None:
            self._editing, self._is_again = [item], False
            self._say("")

    @Slot(str)
    def save(self, amount: str) -> None:
        """Give the food of the popup an amount, "" for none, and close."""
        if not self._editing:
            return
        item = self._editing[0]
        text = stock_text(f"{item.food} {amount.strip()}".strip(), None, item.use_by)

        def done(read: list[Read]) -> None:
            new = read[0][0]
            if new.food != item.food or (amount.strip() and new.quantity is None):
                self._say(f"양을 읽지 못했어요: {amount.strip()} (예: 300g, 2개, 1/2봉지)")
            else:
                self._replace(stock_key(item), read)

        self._read(text, done)

    @Slot()
    def leave(self) -> None:
        """Close the popup and leave the food as it is."""
        if self._editing:
            self._editing = self._editing[1:]
            self._say("")

    @Slot(str)
    def takeMeant(self, key: str) -> None:
        """Take what a text nobody knows may have meant."""
        meant = self._meant.get(key)
        if meant:
            self._read(meant, lambda read: self._replace(key, read))

    @Slot(str)
    def remove(self, key: str) -> None:
        if self._items.pop(key, None) is not None:
            self._edited()

    @Slot(str)
    def toggle(self, food: str) -> None:
        """Put a food in without an amount, or take it away."""
        if food in self._items:
            self.remove(food)
        else:
            self._items[food] = StockItem(food, food, None)
            self._edited()

    @Slot()
    def clear(self) -> None:
        before, meant = self.items, dict(self._meant)
        if before:
            self.put((), {})
            self.edited.emit()
            self._notices.say(
                "넣은 재료를 모두 뺐어요.",
                action="되돌리기",
                act=lambda: self._put_back(before, meant),
            )

    @Slot()
    def takePantry(self) -> None:
        """Put in what is in the pantry and not past its day."""
        self._tasks.read(self._at_home, self._took_pantry)

    def _at_home(self) -> tuple[list[StockItem], int]:
        today = korean_day(self._clock.now())
        items = self._pantry()
        fresh = [one for one in items if one.use_by is None or one.use_by >= today]
        stock = [
            StockItem(
                stock_text(one.food, one.quantity, one.use_by), one.food, one.quantity, one.use_by
            )
            for one in fresh
            if one.food is not None
        ]
        return stock, len(items) - len(stock)

    def _took_pantry(self, outcome: Outcome[tuple[list[StockItem], int]]) -> None:
        found = self._value(outcome)
        if found is None:
            return
        stock, left_out = found
        new = {stock_key(item): item for item in stock if stock_key(item) not in self._items}
        self._items |= new
        told = (
            f"냉장고에서 {len(new)}가지를 넣었어요." if new else "냉장고에 새로 넣을 재료가 없어요."
        )
        passed = f" 기한이 지났거나 모르는 {left_out}가지는 뺐어요." if left_out else ""
        self._notices.say(told + passed, kind="ok" if new else "info")
        if new:
            self._edited()

    def _take(self, read: list[Read]) -> None:
        """Put in what is new; what is there already is asked about, one after the other."""
        again = [item for item, _ in read if stock_key(item) in self._items]
        for item, meant in read:
            key = stock_key(item)
            if key not in self._items:
                self._items[key], self._meant[key] = item, meant
        self._editing, self._is_again = [item for item in again if item.food], True
        self.added.emit()
        if len(read) > len(again):
            self._edited()
        else:
            self.told.emit()

    def _replace(self, key: str, read: list[Read]) -> None:
        """Put one item in the place of another."""
        item, meant = read[0]
        new = stock_key(item)
        others = {one: other for one, other in self._items.items() if one not in (key, new)}
        place = list(self._items).index(key) if key in self._items else len(others)
        pairs = [*others.items()]
        self._items = dict([*pairs[:place], (new, item), *pairs[place:]])
        self._meant[new] = meant
        self._editing = self._editing[1:]
        self._edited()

    def _read(self, text: str, done: Callable[[list[Read]], None]) -> None:
        def work() -> list[Read]:
            items = self._reading.stock(text)
            return [(item, self._reading.suggestion(item)) for item in items]

        def finished(outcome: Outcome[list[Read]]) -> None:
            read = self._value(outcome)
            if read is not None:
                self._say("")
                done(read)

        self._tasks.read(work, finished)

    def _value(self, outcome: Outcome[T]) -> T | None:
        """Return what was read; a foreseen failure is told beside the field."""
        if isinstance(outcome.error, EatsError):
            self._say(outcome.error.detail or error_texts(outcome.error.code)[0])
            return None
        if outcome.error is not None:
            raise outcome.error
        return outcome.value

    def _put_back(self, items: Sequence[StockItem], meant: Mapping[str, str | None]) -> None:
        self.put(items, meant)
        self.edited.emit()

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.told.emit()

    def _edited(self) -> None:
        self._fill()
        self.told.emit()
        self.edited.emit()

    def _fill(self) -> None:
        self._rows.replace(
            [stock_row(item, self._meant.get(key)) for key, item in self._items.items()]
        )
        self._tiles.replace([TileRow(food, food in self._items) for food in TILES])
        self.changed.emit()
