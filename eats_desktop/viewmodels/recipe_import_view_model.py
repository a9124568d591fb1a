"""Importing recipes from the settings: choosing, progress, a stop, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.services.recipe_importing import ImportAsk, ImportStep
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.recipe_importing import ImportDone, RecipeImporting
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SERVICE_KEY = "cookrcp"


class Keys(Protocol):
    def get(self, name: str) -> str | None: ...
    def put(self, name: str, key: str) -> None: ...


@QmlElement
class RecipeImportViewModel(QObject):
    """`post` carries a closure to the UI thread: the import tells its progress from its own."""

    changed = Signal()
    imported = Signal()
    """Recipes came: lists of them may be out of date."""

    def __init__(
        self,
        importing: Callable[[], RecipeImporting],
        keys: Keys,
        post: Callable[[Callable[[], None]], None],
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._importing = importing
        self._keys = keys
        self._post = post
        self._tasks = tasks
        self._notices = notices
        self._running = False
        self._stopping = False
        self._step: ImportStep | None = None
        self._result = ("", "")
        self._report: Path | None = None
        self._has_key = False

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._running

    @Property(bool, notify=changed)
    def stopping(self) -> bool:
        return self._stopping

    @Property(float, notify=changed)
    def progress(self) -> float:
        """From 0 to 1; -1 while nobody knows how much is left."""
        share = None if self._step is None else self._step.share
        return -1.0 if share is None else share

    @Property(str, notify=changed)
    def progressText(self) -> str:
        step = self._step
        if self._stopping:
            return "멈추는 중이에요"
        if step is None:
            return "레시피를 읽을 준비를 하고 있어요"
        if step.is_indexing:
            return f"{step.read:,}줄을 읽었고, 찾기 색인을 만들고 있어요"
        return f"{step.name} · {step.read:,}줄"

    @Property(str, notify=changed)
    def resultText(self) -> str:
        """How the last import went; "" before the first."""
        return self._result[1]

    @Property(str, notify=changed)
    def resultKind(self) -> str:
        return self._result[0]

    @Property(bool, notify=changed)
    def hasReport(self) -> bool:
        """Whether rows were left out: a file tells which and why."""
        return self._report is not None

    @Property(bool, notify=changed)
    def hasKey(self) -> bool:
        return self._has_key

    @Slot()
    def refresh(self) -> None:
        self._tasks.read(lambda: self._keys.get(SERVICE_KEY) is not None, self._asked)

    @Slot("QVariantList")
    def importFiles(self, files: Sequence[QUrl]) -> None:
        self._start(ImportAsk(tuple(file.toLocalFile() for file in files)))

    @Slot(str)
    def importPage(self, address: str) -> None:
        if address.strip():
            self._start(ImportAsk((address.strip(),)))

    @Slot()
    def importService(self) -> None:
        self._start(ImportAsk(service=True))

    @Slot(str)
    def saveKey(self, key: str) -> None:
        """Keep the shopper's own key of the public service; an empty one forgets it."""

        def work() -> bool:
            self._keys.put(SERVICE_KEY, key)
            return self._keys.get(SERVICE_KEY) is not None

        self._tasks.read(work, self._asked)

    @Slot()
    def openReport(self) -> None:
        """Show the left out rows in whatever opens such files here."""
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    @Slot()
    def cancel(self) -> None:
        if self._running:
            self._stopping = True
            self._importing().cancel()
            self.changed.emit()

    def _start(self, ask: ImportAsk) -> None:
        if self._running or not (ask.places or ask.service):
            return
        self._running, self._stopping, self._step = True, False, None
        self._result, self._report = ("", ""), None
        self.changed.emit()

        def tell(step: ImportStep) -> None:
            self._post(lambda: self._stepped(step))

        self._tasks.background(lambda: self._importing().run(ask, tell), self._ended)

    def _stepped(self, step: ImportStep) -> None:
        self._step = step
        self.changed.emit()

    def _ended(self, outcome: Outcome[ImportDone]) -> None:
        self._running = self._stopping = False
        if isinstance(outcome.error, EatsError):
            self._result = ("error", _failure(outcome.error))
        elif outcome.error is not None:
            self.changed.emit()
            raise outcome.error
        elif outcome.value is not None:
            self._result, self._report = _result(outcome.value), outcome.value.report
            if outcome.value.inserted or outcome.value.updated:
                self.imported.emit()
        self.changed.emit()
        self._notices.announced.emit(self._result[1])

    def _asked(self, outcome: Outcome[bool]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        else:
            self._has_key = bool(outcome.value)
        self.changed.emit()


def _failure(error: EatsError) -> str:
    title, _help = error_texts(error.code)
    return f"{error.detail} ({error.code})" if error.detail else title


def _result(done: ImportDone) -> tuple[str, str]:
    counts = (
        f"새 레시피 {done.inserted:,}개, 바뀐 것 {done.updated:,}개, "
        f"그대로 {done.unchanged:,}개, 빠진 줄 {done.bad:,}개"
    )
    if done.error is not None:
        return "error", f"{_failure(done.error)} 그때까지: {counts}"
    if done.is_stopped:
        return "warn", f"멈췄어요. 다시 하면 이어서 해요. 그때까지: {counts}"
    return ("warn" if done.bad else "ok"), f"{done.read:,}줄을 읽었어요. {counts}"
