"""The photos on disk: how much room they take, and dropping them (사진 저장 공간 비우기)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MIB = 1 << 20


class Size(Protocol):
    @property
    def photos(self) -> int: ...

    @property
    def size_bytes(self) -> int: ...


class PhotoStore(Protocol):
    """sources.photo_cache has it."""

    def size(self) -> Size: ...

    def clear(self) -> Size: ...


@QmlElement
class PhotoStoreViewModel(QObject):
    changed = Signal()
    cleared = Signal()

    def __init__(
        self,
        store: PhotoStore,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._notices = notices
        self._size: Size | None = None

    @Property(str, notify=changed)
    def sizeText(self) -> str:
        """How many photos there are and how much room they take, "" while not counted."""
        return "" if self._size is None else f"사진 {_text(self._size)}"

    @Property(bool, notify=changed)
    def canClear(self) -> bool:
        return self._size is not None and self._size.photos > 0

    @Slot()
    def refresh(self) -> None:
        self._tasks.read(self._store.size, self._counted)

    @Slot()
    def clear(self) -> None:
        """Drop all photos; those on screen stay until the screen is opened again."""
        self._tasks.read(self._store.clear, self._dropped)

    def _counted(self, outcome: Outcome[Size]) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._size = outcome.value
        self.changed.emit()

    def _dropped(self, outcome: Outcome[Size]) -> None:
        if outcome.error is not None:
            raise outcome.error
        if outcome.value is not None:
            self._notices.say(f"사진 {_text(outcome.value)}를 비웠어요.", kind="ok")
        self.cleared.emit()
        self.refresh()


def _text(size: Size) -> str:
    return f"{size.photos:,}장 ({size.size_bytes / _MIB:,.1f}MB)"
