"""장보기 목록: what to buy, one line a food, for which dishes; checked off, bought, cleared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.services.shopping_list_service import entry_amount
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.shopping_list import ListChange, ShoppingEntry
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.shopping_list_service import ShoppingListService
    from eats_desktop.viewmodels.food_buying_view_model import FoodBuyingViewModel
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ScreenState(
    "none",
    "장보기 목록이 비어 있어요.",
    "레시피에서 ‘장보기 목록에 넣기’를 누르거나 살 것을 직접 적어 보세요.",
    "레시피 보기",
)
_NAMED = 2


@dataclass(frozen=True, slots=True)
class ShoppingRow:
    """`key` names the food and whether it is bought; `sectionText` the part it stands in."""

    key: str
    sectionText: str
    name: str
    amountText: str
    forText: str
    recipe: str
    isDone: bool
    drawing: str
    spokenText: str


@QmlElement
class ShoppingViewModel(ScreenViewModel):
    shown = Signal()
    added = Signal()
    """What was typed is on the list: the field may be emptied."""

    loading_title = "장보기 목록을 가져오는 중이에요"

    def __init__(
        self,
        shopping: ShoppingListService,
        buying: FoodBuyingViewModel,
        write: Writing,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._list = shopping
        self._buying = buying
        self._write = write
        self._notices = notices
        self._entries: dict[str, ShoppingEntry] = {}
        self._rows = KeyedListModel(ShoppingRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(QObject, constant=True)
    def buying(self) -> FoodBuyingViewModel:
        """The popup with products for one food."""
        return self._buying

    @Property(str, notify=shown)
    def countText(self) -> str:
        left = sum(not entry.is_done for entry in self._entries.values())
        if not self._entries:
            return ""
        return f"살 것 {left}가지" if left else "모두 샀어요"

    @Property(bool, notify=shown)
    def hasDone(self) -> bool:
        return any(entry.is_done for entry in self._entries.values())

    def refresh(self) -> None:
        self.read(self._list.entries, self._show)

    @Slot(str)
    def add(self, text: str) -> None:
        """Put on what is written by hand (두부 2모)."""
        if text.strip():
            self._write(lambda: self._list.add(text), lambda _change: self.added.emit())

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Check a food off, or on again."""
        entry = self._entries.get(key)
        if entry is not None:
            done = not entry.is_done
            self._write(lambda: self._list.check(entry.line_ids, done=done), _nothing)

    @Slot(str)
    def remove(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            self._write(
                lambda: self._list.remove(entry.line_ids),
                lambda change: self._tell(f"뺐어요: {entry.name}", change),
            )

    @Slot()
    def clearDone(self) -> None:
        """Take off everything that is checked off."""
        self._write(
            self._list.clear_done,
            lambda change: self._tell(f"산 것 {len(change.before)}가지를 지웠어요.", change),
        )

    @Slot()
    def copy(self) -> None:
        """Put the list on the clipboard as text."""
        self._tasks.read(self._list.text, self._copied)

    @Slot(str)
    def buy(self, key: str) -> None:
        """Show products for a food."""
        entry = self._entries.get(key)
        if entry is not None:
            amount = entry_amount(entry) if len(entry.amounts) == 1 and not entry.vague else ""
            self._buying.open(f"{entry.name} {amount}".strip(), "")

    def _copied(self, outcome: Outcome[str]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif outcome.value:
            QGuiApplication.clipboard().setText(outcome.value)
            self._notices.say("장보기 목록을 복사했어요.", kind="ok")

    def _tell(self, words: str, change: ListChange) -> None:
        self._notices.say(
            words,
            kind="ok",
            action="되돌리기",
            act=lambda: self._write(lambda: self._list.undo(change), _nothing),
        )

    def _show(self, entries: Sequence[ShoppingEntry]) -> ScreenState:
        self._entries = {_key(entry): entry for entry in entries}
        self._rows.replace([_row(key, entry) for key, entry in self._entries.items()])
        self.shown.emit()
        return READY if entries else _NONE


def _key(entry: ShoppingEntry) -> str:
    return f"{'done' if entry.is_done else 'open'}:{entry.food or entry.name}"


def _row(key: str, entry: ShoppingEntry) -> ShoppingRow:
    amount, titles = entry_amount(entry), entry.recipe_titles
    more = len(titles) - _NAMED
    dishes = ", ".join(titles[:_NAMED]) + (f" 외 {more}가지" if more > 0 else "")
    recipe = next((line.recipe for line in entry.lines if line.recipe is not None), None)
    state = "샀어요" if entry.is_done else ""
    said = (entry.name, amount, dishes, state)
    return ShoppingRow(
        key=key,
        sectionText="산 것" if entry.is_done else "살 것",
        name=entry.name,
        amountText=amount,
        forText=dishes,
        recipe="" if recipe is None else str(recipe),
        isDone=entry.is_done,
        drawing=pictures.drawing(entry.food or entry.name),
        spokenText=", ".join(part for part in said if part),
    )


def _nothing(_value: object) -> None:
    """The event that follows a change shows it."""
