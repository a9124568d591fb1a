"""A list model that turns a new list of rows into the fewest row signals."""

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
    Signal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOT = QModelIndex()
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class KeyedListModel(QAbstractListModel):
    """Rows are frozen dataclasses: each field is a role, the field `key` is a row's identity."""

    countChanged = Signal()

    def __init__(self, row_type: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []
        self._roles = {_FIRST_ROLE + i: f.name for i, f in enumerate(fields(row_type))}

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        name = self._roles.get(role)
        if name is None or not 0 <= index.row() < len(self._rows):
            return None
        return getattr(self._rows[index.row()], name)

    def rows(self) -> Sequence[Any]:
        return tuple(self._rows)

    def replace(self, rows: Sequence[Any]) -> None:
        """Turn the model into `rows` without a reset, so that the view keeps its place."""
        before = len(self._rows)
        wanted = {row.key for row in rows}
        if len(wanted) != len(rows):
            raise ValueError("two rows share a key")
        for last in range(len(self._rows) - 1, -1, -1):
            if self._rows[last].key not in wanted:
                self.beginRemoveRows(_ROOT, last, last)
                del self._rows[last]
                self.endRemoveRows()
        for target, row in enumerate(rows):
            self._place(target, row)
        if len(self._rows) != before:
            self.countChanged.emit()

    def grow(self, rows: Sequence[Any], most: int) -> int:
        """Like `replace`, but let only the first `most` new rows in; return how many came."""
        known = {row.key for row in self._rows}
        new = [row.key for row in rows if row.key not in known]
        late = frozenset(new[most:])
        self.replace([row for row in rows if row.key not in late])
        return len(new) - len(late)

    def _place(self, target: int, row: Any) -> None:
        places = range(target, len(self._rows))
        here = next((i for i in places if self._rows[i].key == row.key), None)
        if here is None:
            self.beginInsertRows(_ROOT, target, target)
            self._rows.insert(target, row)
            self.endInsertRows()
            return
        if here != target:
            self.beginMoveRows(_ROOT, here, here, _ROOT, target)
            self._rows.insert(target, self._rows.pop(here))
            self.endMoveRows()
        old = self._rows[target]
        if old != row:
            self._rows[target] = row
            changed = [r for r, n in self._roles.items() if getattr(old, n) != getattr(row, n)]
            index = self.index(target, 0)
            self.dataChanged.emit(index, index, changed)
