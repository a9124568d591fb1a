"""What every screen has: a state (loading, ready, empty in its kinds, failed) and a way to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")
_SKELETON_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class ScreenState:
    """`kind`: loading, ready, never (not fetched yet), none, filtered or error."""

    kind: str
    title: str = ""
    help: str = ""
    action: str = ""


READY = ScreenState("ready")


@QmlElement
class ScreenViewModel(QObject):
    """Base of all screens: reads off the UI thread, drops stale answers, never mixes up states."""

    stateChanged = Signal()

    loading_title = ""

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._state = ScreenState("waiting")
        self._generation = 0
        self._has_shown = False
        self._skeleton = QTimer(self)
        self._skeleton.setSingleShot(True)
        self._skeleton.setInterval(_SKELETON_AFTER_MS)
        self._skeleton.timeout.connect(self._show_loading)

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        return self._state.kind

    @Property(str, notify=stateChanged)
    def stateTitle(self) -> str:
        return self._state.title

    @Property(str, notify=stateChanged)
    def stateHelp(self) -> str:
        return self._state.help

    @Property(str, notify=stateChanged)
    def stateAction(self) -> str:
        return self._state.action

    def refresh(self) -> None:
        """Read again; each screen says what."""
        raise NotImplementedError

    @Slot()
    def retry(self) -> None:
        """Read again because the shopper asked after a failure."""
        self.refresh()

    def read(self, work: Callable[[], T], show: Callable[[T], ScreenState]) -> None:
        """Run `work` on a read thread; show the newest answer only; old rows stay on failure."""
        self._generation += 1
        generation = self._generation
        if not self._has_shown:
            self._skeleton.start()

        def done(outcome: Outcome[T]) -> None:
            if generation == self._generation:
                self._take(outcome, show)

        self._tasks.read(work, done)

    def set_state(self, state: ScreenState) -> None:
        self._skeleton.stop()
        if state != self._state:
            self._state = state
            self.stateChanged.emit()

    def _take(self, outcome: Outcome[T], show: Callable[[T], ScreenState]) -> None:
        if isinstance(outcome.error, EatsError):
            if not self._has_shown:
                title, help_ = error_texts(outcome.error.code)
                self.set_state(ScreenState("error", title, help_, "다시 시도"))
            return
        if outcome.error is not None:
            raise outcome.error
        self._has_shown = True
        self.set_state(show(outcome.value))  # type: ignore[arg-type]  # value is T when error is None

    def _show_loading(self) -> None:
        if not self._has_shown:
            self.set_state(ScreenState("loading", self.loading_title))
