"""A long list of mall cards of which only what is looked at is read.

Its rows are the numbers of a snapshot; cards come in pages from a reading thread, and the pages
farthest from what was asked for last are let go.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.mall_rows import MallCardRow, mall_card_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from eats_desktop.domain.mall import MallCard
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner

PAGE = 48
MOST_PAGES = 12
_ROOT = QModelIndex()
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ROLES = {_FIRST_ROLE + i: field.name for i, field in enumerate(fields(MallCardRow))}
_BLANK = MallCardRow("", isHere=False)
_GONE = MallCardRow("", name="지금은 팔지 않아요", isHere=False)


class MallCardModel(QAbstractListModel):
    """`cards` is asked on reading threads. A card not read yet is blank, one gone says so."""

    countChanged = Signal()

    def __init__(
        self,
        cards: Callable[[Sequence[int]], Mapping[int, MallCard]],
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cards = cards
        self._tasks = tasks
        self._items: Sequence[int] = ()
        self._pages: dict[int, list[MallCardRow]] = {}
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._generation = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._read_wanted)

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._items)

    @property
    def items(self) -> Sequence[int]:
        return self._items

    @property
    def held(self) -> int:
        """How many rows are in memory."""
        return sum(len(rows) for rows in self._pages.values())

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        name = _ROLES.get(role)
        if name is None or not 0 <= index.row() < len(self._items):
            return None
        return getattr(self._row(index.row()), name)

    def show(self, items: Sequence[int], first: Mapping[int, MallCard]) -> None:
        """Show another snapshot; `first` are the cards of its first page, already read."""
        self.beginResetModel()
        self._items = items
        self._generation += 1
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        if items:
            self._pages[0] = self._rows(items[:PAGE], first)
        self.endResetModel()
        self.countChanged.emit()

    def read_again(self) -> None:
        """Bring the cards that are in memory up to date; the list stays as it is."""
        for page in tuple(self._pages):
            self._read(page)

    def key_at(self, row: int) -> str:
        return self._row(row).key if 0 <= row < len(self._items) else ""

    def _row(self, row: int) -> MallCardRow:
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[place]
        if page not in self._asked:
            self._asked.add(page)
            self._wanted.append(page)
            self._turn.start()
        return _BLANK

    def _read_wanted(self) -> None:
        """Read what was asked for in this turn; of what only flew past, the last pages."""
        wanted, self._wanted = self._wanted[-MOST_PAGES // 2 :], []
        self._asked = {*wanted} | (self._asked & self._pages.keys())
        for page in reversed(wanted):
            self._read(page)

    def _read(self, page: int) -> None:
        items = self._items[page * PAGE : (page + 1) * PAGE]
        generation = self._generation

        def done(outcome: Outcome[list[MallCardRow]]) -> None:
            if generation == self._generation:
                self._take(page, outcome)

        self._tasks.read(lambda: self._rows(items, self._cards(items)), done)

    def _take(self, page: int, outcome: Outcome[list[MallCardRow]]) -> None:
        self._asked.discard(page)
        if isinstance(outcome.error, EatsError):
            return  # the cards stay blank, and are asked for again when looked at again
        if outcome.error is not None:
            raise outcome.error
        rows = outcome.value or []
        if self._pages.get(page) == rows:
            return
        self._pages.pop(page, None)
        self._pages[page] = rows
        self._let_go(page)
        first = page * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, 0))

    def _let_go(self, near: int) -> None:
        while len(self._pages) > MOST_PAGES:
            del self._pages[max(self._pages, key=lambda page: abs(page - near))]

    @staticmethod
    def _rows(items: Sequence[int], cards: Mapping[int, MallCard]) -> list[MallCardRow]:
        return [mall_card_row(cards[item]) if item in cards else _GONE for item in items]
