"""The settings screen (설정) beside looks and sources: notices, data, about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop import __version__
from eats_desktop.domain.errors import EatsError
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.settings import NotificationSettings, SettingsService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LEADS = (60, 30, 10, 5, 0)
_DAY = 24 * 60
_STEP = 30


@dataclass(frozen=True, slots=True)
class LeadRow:
    key: str
    text: str
    isOn: bool


@dataclass(frozen=True, slots=True)
class Installation:
    """What the data section and the about box name; `send_test` is an action."""

    data_dir: Path
    notifier_problem: Callable[[], str | None]
    send_test: Callable[[], None]
    is_demo: bool = False


@QmlElement
class SettingsViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        settings: SettingsService,
        installation: Installation,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._installation = installation
        self._tasks = tasks
        self._notices = notices
        self._problem = ""
        self._test = ("", "")
        self._leads = KeyedListModel(LeadRow, self)
        self._leads.replace(self._lead_rows())

    @property
    def _now(self) -> NotificationSettings:
        return self._settings.current.notifications

    @Property(bool, notify=changed)
    def noticesOn(self) -> bool:
        return self._now.enabled

    @Property(bool, notify=changed)
    def ordersOn(self) -> bool:
        """Whether the inbox is told each step of an order."""
        return self._now.orders

    @Property(bool, notify=changed)
    def desktopOn(self) -> bool:
        return self._now.desktop

    @Property(bool, notify=changed)
    def stayInTray(self) -> bool:
        """Whether closing the window leaves the reminders running, where there is a tray."""
        return self._now.stay_in_tray

    @Property(str, notify=changed)
    def desktopProblem(self) -> str:
        """Why the desktop cannot show notices; "" when it can."""
        return self._problem

    @Property(QObject, constant=True)
    def leads(self) -> KeyedListModel:
        return self._leads

    @Property(str, notify=changed)
    def leadsText(self) -> str:
        """What the chosen lead times mean, in one sentence."""
        words = [_lead_text(m) for m in sorted(self._now.lead_minutes, reverse=True)]
        if not words:
            return "고른 때가 없어 방송 알림이 오지 않아요."
        return f"찜한 방송을 {', '.join(words)}에 알려 드려요."

    @Property(str, notify=changed)
    def testKind(self) -> str:
        return self._test[0]

    @Property(str, notify=changed)
    def testText(self) -> str:
        """How the last test notice went; "" before the first."""
        return self._test[1]

    @Property(str, notify=changed)
    def quietText(self) -> str:
        """What the quiet hours mean, in one sentence."""
        if not self._now.quiet_enabled:
            return "밤에도 알림을 띄워요."
        if self._now.quiet_from == self._now.quiet_to:
            return "시작과 끝이 같아서 조용한 시간이 없어요."
        over = "다음 날 " if self._now.quiet_to < self._now.quiet_from else ""
        span = f"{self._now.quiet_from:%H:%M}부터 {over}{self._now.quiet_to:%H:%M}까지"
        return f"{span} 아무것도 띄우지 않고 알림함에만 넣어 둬요."

    @Property(bool, notify=changed)
    def quietOn(self) -> bool:
        return self._now.quiet_enabled

    @Property(str, notify=changed)
    def quietFrom(self) -> str:
        return f"{self._now.quiet_from:%H:%M}"

    @Property(str, notify=changed)
    def quietTo(self) -> str:
        return f"{self._now.quiet_to:%H:%M}"

    @Property(bool, notify=changed)
    def autoSync(self) -> bool:
        return self._settings.current.sync.auto

    @Property(bool, notify=changed)
    def photosOn(self) -> bool:
        return self._settings.current.display.photos

    @Property(str, constant=True)
    def dataFolder(self) -> str:
        return str(self._installation.data_dir)

    @Property(str, constant=True)
    def versionText(self) -> str:
        return __version__

    @Property(bool, constant=True)
    def isDemo(self) -> bool:
        return self._installation.is_demo

    @Slot()
    def refresh(self) -> None:
        """Ask again whether the desktop takes notices."""
        self._tasks.read(self._installation.notifier_problem, self._asked)

    @Slot(bool)
    def setNotices(self, on: bool) -> None:
        self._set(enabled=on)

    @Slot(bool)
    def setOrders(self, on: bool) -> None:
        self._set(orders=on)

    @Slot(bool)
    def setDesktop(self, on: bool) -> None:
        self._set(desktop=on)

    @Slot(bool)
    def setStayInTray(self, on: bool) -> None:
        self._set(stay_in_tray=on)

    @Slot(str)
    def toggleLead(self, key: str) -> None:
        chosen = set(self._now.lead_minutes) ^ {int(key)}
        if len(chosen) > 4:
            self._notices.say("알림 시각은 네 개까지 고를 수 있어요.", kind="warn")
            return
        self._set(lead_minutes=tuple(sorted(chosen, reverse=True)))

    @Slot(bool)
    def setQuiet(self, on: bool) -> None:
        self._set(quiet_enabled=on)

    @Slot(int)
    def moveQuietFrom(self, steps: int) -> None:
        """Begin the quiet hours half an hour later (1) or earlier (-1)."""
        self._set(quiet_from=_moved(self._now.quiet_from, steps))

    @Slot(int)
    def moveQuietTo(self, steps: int) -> None:
        self._set(quiet_to=_moved(self._now.quiet_to, steps))

    @Slot(bool)
    def setAutoSync(self, on: bool) -> None:
        self._save("sync", auto=on)

    @Slot(bool)
    def setPhotos(self, on: bool) -> None:
        self._save("display", photos=on)

    @Slot()
    def sendTest(self) -> None:
        """Send one desktop notice, so that the shopper sees whether it arrives."""
        self._tasks.read(self._try_notice, self._tried)

    def _set(self, **values: Any) -> None:
        self._save("notifications", **values)

    def _save(self, section: str, **values: Any) -> None:
        try:
            self._settings.update(section, **values)
        except EatsError as error:
            self._notices.fail(error)
        self._leads.replace(self._lead_rows())
        self.changed.emit()

    def _lead_rows(self) -> list[LeadRow]:
        chosen = self._now.lead_minutes
        offered = sorted({*LEADS, *chosen}, reverse=True)
        return [LeadRow(str(m), _lead_text(m), m in chosen) for m in offered]

    def _try_notice(self) -> str | None:
        problem = self._installation.notifier_problem()
        if problem is None:
            self._installation.send_test()
        return problem

    def _tried(self, outcome: Outcome[str | None]) -> None:
        sent = outcome.error is None and not outcome.value
        if sent:
            self._test = ("ok", "시험 알림을 보냈어요. 화면 구석을 살펴보세요.")
        elif outcome.value:
            self._test = ("warn", f"{outcome.value}. 프로그램 안의 알림은 그대로 와요.")
        self._asked(outcome)
        self._notices.announced.emit(self._test[1])

    def _asked(self, outcome: Outcome[str | None]) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._problem = outcome.value or ""
        self.changed.emit()


def _lead_text(minutes: int) -> str:
    return f"{minutes}분 전" if minutes else "시작할 때"


def _moved(moment: time, steps: int) -> time:
    minutes = (moment.hour * 60 + moment.minute + steps * _STEP) % _DAY
    return time(minutes // 60, minutes % 60)
