"""The list under the search box: recent queries, or what goes on from what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.suggest_rows import MOST, SuggestRow, recent_rows, typed_rows
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.search_history import SearchHistory
    from eats_desktop.services.suggest_service import SuggestService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SuggestViewModel(QObject):
    """Asks with every keystroke off the UI thread; only the newest keystroke's answer is shown."""

    changed = Signal()
    wanted = Signal(str)
    """Put the cursor into the box, with these words in it."""

    def __init__(
        self,
        suggest: SuggestService,
        history: SearchHistory,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._history = history
        self._tasks = tasks
        self._notices = notices
        self._write = Writing(tasks, notices)
        self._typed = ""
        self._generation = 0
        self._is_warm = False
        self._rows = KeyedListModel(SuggestRow, self)

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What the shown rows answer."""
        return self._typed

    @Slot(str)
    def write(self, typed: str) -> None:
        """Take what the box shows, a syllable under way too."""
        self._warm_up()
        self._generation += 1
        generation, typed = self._generation, typed.strip()

        def done(outcome: Outcome[list[SuggestRow]]) -> None:
            if generation == self._generation:
                self._show(typed, outcome)

        self._tasks.read(lambda: self._ask(typed), done)

    @Slot(str)
    def openWith(self, words: str) -> None:
        self.wanted.emit(words)

    @Slot(str)
    def forget(self, query: str) -> None:
        """Forget one recent query (✕)."""
        typed = self._typed
        self._write(lambda: self._history.forget(query), lambda _none: self.write(typed))

    @Slot()
    def forgetAll(self) -> None:
        self._write(self._forget_all, self._forgot)

    def _warm_up(self) -> None:
        """Load the vocabulary while the shopper begins to type: it takes half a second."""
        if not self._is_warm:
            self._is_warm = True
            self._tasks.read(lambda: self._suggest.suggest("가", 1), lambda _outcome: None)

    def _ask(self, typed: str) -> list[SuggestRow]:
        if not typed:
            return recent_rows(self._history.recent())
        return typed_rows(typed, self._suggest.suggest(typed, MOST), self._history.recent())

    def _show(self, typed: str, outcome: Outcome[list[SuggestRow]]) -> None:
        """Show the answer; where reading fails, the page behind says so, here nothing stands."""
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        self._rows.replace(outcome.value or [])
        self._typed = typed
        self.changed.emit()

    def _forget_all(self) -> tuple[str, ...]:
        forgotten = self._history.recent()
        self._history.forget_all()
        return forgotten

    def _forgot(self, queries: tuple[str, ...]) -> None:
        self.write("")
        self._notices.say(
            "최근 검색어를 모두 지웠어요.",
            action="되돌리기",
            act=lambda: self._write(self._remembering(queries), lambda _none: self.write("")),
        )

    def _remembering(self, queries: tuple[str, ...]) -> Callable[[], None]:
        def work() -> None:
            for query in reversed(queries):
                self._history.remember(query)

        return work
