"""Fetching as the window sees it: freshness, progress, [지금 갱신], sources and their troubles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.events import SyncFailed, SyncFinished, SyncProgressed, SyncStarted
from eats_desktop.sync.plan import SyncScope
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.source_lamps import SourceRow, source_rows
from eats_desktop.viewmodels.source_rows import (
    BannerRow,
    banners,
    first_fetch,
    freshness,
    table_banner,
)
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import Event
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.settings import SettingsService
    from eats_desktop.services.source_service import SourceCard, SourceService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class Synchroniser(Protocol):
    def request_sync(self, scope: SyncScope, done: Callable[[Outcome[bool]], None]) -> None: ...

    def cancel_sync(self) -> None: ...


@QmlElement
class SyncViewModel(QObject):
    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        synchroniser: Synchroniser,
        sources: SourceService,
        settings: SettingsService,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._synchroniser = synchroniser
        self._sources = sources
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._notices = notices
        self._titles: dict[str, str] = {}
        self._chip = ("waiting", "확인 중이에요")
        self._running = False
        self._done, self._total, self._source = 0, 0, ""
        self._first = first_fetch(None, (), running=False)
        self._storage: BannerRow | None = None
        self._newest: datetime | None = None
        self._troubles: list[BannerRow] = []
        self._dismissed: frozenset[str] = frozenset()
        self._rows = KeyedListModel(SourceRow, self)
        self._banners = KeyedListModel(BannerRow, self)

    @Property(QObject, constant=True)
    def sources(self) -> KeyedListModel:
        return self._rows

    @Property(QObject, constant=True)
    def banners(self) -> KeyedListModel:
        return self._banners

    @Property(str, notify=changed)
    def freshKind(self) -> str:
        return self._chip[0]

    @Property(str, notify=changed)
    def freshText(self) -> str:
        return self._chip[1]

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._running

    @Property(float, notify=changed)
    def progress(self) -> float:
        return self._done / self._total if self._total else 0.0

    @Property(str, notify=changed)
    def progressText(self) -> str:
        if not self._total:
            return "새 편성을 받을 준비를 하고 있어요"
        return f"{self._source or '편성표'} 받는 중 · {self._done}/{self._total}"

    @Property(str, notify=changed)
    def firstKind(self) -> str:
        """How far the first fetching is: idle, running, failed, partly or done."""
        return self._first.kind

    @Property(str, notify=changed)
    def firstTitle(self) -> str:
        return self._first.title

    @Property(str, notify=changed)
    def firstHelp(self) -> str:
        return self._first.help

    @Slot()
    def fetch(self) -> None:
        """Synchronise now; paused sources are asked again."""
        self._fetch(None)

    @Slot(str)
    def fetchOne(self, source: str) -> None:
        """Synchronise one source now; its pause, if there is one, ends."""
        self._fetch(frozenset({source}))

    def _fetch(self, names: frozenset[str] | None) -> None:
        scope = SyncScope(days=self._settings.current.sync.days, names=names)

        def resumed(outcome: Outcome[None]) -> None:
            if outcome.error is not None:
                self._failed(outcome.error)
            else:
                self._synchroniser.request_sync(scope, self._requested)

        self._tasks.write(lambda: self._sources.resume(names), resumed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, EatsError):
            raise error
        self._notices.fail(error)

    @Slot()
    def cancel(self) -> None:
        self._synchroniser.cancel_sync()

    @Slot(str, bool)
    def enable(self, source: str, on: bool) -> None:
        """Switch a source on or off from the next fetching on; switching on ends a pause."""
        try:
            self._settings.update_source(source, enabled=on)
        except EatsError as error:
            self._notices.fail(error)
            on = False
        if on:
            self._tasks.write(lambda: self._sources.resume({source}), self._switched)
        else:
            self.refresh()

    @Slot(str)
    def dismiss(self, key: str) -> None:
        self._dismissed |= {key}
        if self._storage is not None and key == self._storage.key:
            self._storage = None
        self._banners.replace([row for row in self._banners.rows() if row.key != key])

    @Slot()
    def refresh(self) -> None:
        self._tasks.read(self._sources.cards, self._show)

    def hear(self, event: Event) -> None:
        """Take what the synchronisation tells, on the UI thread."""
        if isinstance(event, SyncStarted):
            self._running, self._done, self._total = True, 0, event.total
            self._storage = None
            self._judge()
        elif isinstance(event, SyncProgressed):
            self._done, self._total = event.done, event.total
            self._follow(event.source)
        elif isinstance(event, SyncFinished):
            self._running = False
            self.finished.emit()
            self.refresh()
        elif isinstance(event, SyncFailed):
            self._fail(event)
        self.changed.emit()

    def _follow(self, source: str) -> None:
        """Name the source at work; when the next one begins, show how the last one did."""
        title = self._titles.get(source, "")
        if title != self._source:
            self._source = title
            self.refresh()

    def _judge(self) -> None:
        self._first = first_fetch(self._newest, self._troubles, running=self._running)

    def _fail(self, event: SyncFailed) -> None:
        self._running = False
        title, help_ = error_texts(event.code)
        self._storage = BannerRow(f"run:{event.code}", "error", title, help_, "다시 시도")
        self.refresh()

    def _switched(self, outcome: Outcome[None]) -> None:
        if outcome.error is not None:
            self._failed(outcome.error)
        self.refresh()

    def _requested(self, outcome: Outcome[bool]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif not outcome.value:
            self._notices.say("이미 새 편성을 받고 있어요.")

    def _show(self, outcome: Outcome[tuple[SourceCard, ...]]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
            self._judge()
            self.changed.emit()
            return
        if outcome.error is not None:
            raise outcome.error
        cards = outcome.value or ()
        now = self._clock.now()
        self._newest = newest = max(
            (c.state.last_ok_at for c in cards if c.state.last_ok_at), default=None
        )
        self._titles = {card.name: card.title for card in cards}
        self._chip = freshness(newest, now)
        self._rows.replace(source_rows(cards, now))
        problem = self._sources.table_problem
        troubles = [*([self._storage] if self._storage else []), *banners(cards, newest, now)]
        found = [*([table_banner(problem)] if problem else []), *troubles]
        self._troubles = troubles
        self._judge()
        self._dismissed &= {row.key for row in found}
        self._banners.replace([row for row in found if row.key not in self._dismissed][:2])
        self.changed.emit()
