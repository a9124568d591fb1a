"""The inbox screen (알림함): everything the program told, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.reminder import InboxKind
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import InboxChanged
    from eats_desktop.domain.reminder import InboxItem
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.inbox_service import InboxService
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ScreenState("none", "받은 알림이 없어요.", "찜한 방송이 시작하기 전에 여기로 알려 드려요.")
_SYMBOLS = {
    InboxKind.REMINDER: "bell",
    InboxKind.MOVED: "moved",
    InboxKind.CANCELLED: "cancelled",
    InboxKind.RESTORED: "check",
    InboxKind.DIGEST: "clock",
    InboxKind.SOURCE: "database",
    InboxKind.ORDER: "receipt",
}


@dataclass(frozen=True, slots=True)
class InboxRow:
    key: str
    symbol: str
    tone: str
    title: str
    body: str
    whenText: str
    isUnread: bool
    opens: bool
    spokenText: str


@QmlElement
class InboxViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "알림을 가져오는 중이에요"

    def __init__(
        self,
        inbox: InboxService,
        tasks: TaskRunner,
        clock: Clock,
        navigator: Navigator,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._inbox = inbox
        self._clock = clock
        self._navigator = navigator
        self._notices = notices
        self._unread = 0
        self._rows = KeyedListModel(InboxRow, self)

    @Property(QObject, constant=True)
    def items(self) -> KeyedListModel:
        return self._rows

    @Property(int, notify=shown)
    def unread(self) -> int:
        return self._unread

    @Property(str, notify=shown)
    def badge(self) -> str:
        """The unread count as a badge shows it; "" for none."""
        return "" if self._unread == 0 else "99+" if self._unread > 99 else str(self._unread)

    @Property(str, notify=shown)
    def unreadText(self) -> str:
        return f"읽지 않은 알림 {self._unread}개" if self._unread else ""

    def refresh(self) -> None:
        self.read(lambda: (self._inbox.items(), self._inbox.unread_count()), self._show)

    @Slot(str)
    def open(self, key: str) -> None:
        """Mark an item read and go where it points."""
        self._tasks.write(lambda: self._inbox.open(int(key)), self._opened)

    @Slot()
    def markAllRead(self) -> None:
        self._tasks.write(self._inbox.mark_all_read, self._failed)

    def arrived(self, event: InboxChanged) -> None:
        """Toast what is new, unless it is quiet time."""
        for item in () if event.quiet else event.arrived:
            self._notices.say(
                f"{item.title}\n{item.body}",
                kind="info",
                action="보기" if item.target else "",
                act=lambda key=str(item.item_id): self.open(key),  # type: ignore[misc]  # bound default
            )
        self.refresh()

    def _opened(self, outcome: Outcome[InboxItem]) -> None:
        self._failed(outcome)
        if outcome.value is not None and outcome.value.target:
            self._navigator.follow(outcome.value.target)

    def _failed(self, outcome: Outcome[InboxItem] | Outcome[int]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error

    def _show(self, answer: tuple[Sequence[InboxItem], int]) -> ScreenState:
        items, self._unread = answer
        now = self._clock.now()
        self._rows.replace([_row(item, now) for item in items])
        self.shown.emit()
        return READY if items else _NONE


def _row(item: InboxItem, now: datetime) -> InboxRow:
    unread = item.read_at is None
    when = moment_text(item.created_at, now)
    spoken = f"{'읽지 않음, ' if unread else ''}{item.title}, {item.body}, {when}"
    tones = {InboxKind.CANCELLED: "cancelled", InboxKind.MOVED: "moved", InboxKind.RESTORED: "ok"}
    return InboxRow(
        key=str(item.item_id),
        symbol=_SYMBOLS[item.kind],
        tone=tones.get(item.kind, "info"),
        title=item.title,
        body=item.body,
        whenText=when,
        isUnread=unread,
        opens=bool(item.target),
        spokenText=spoken,
    )
