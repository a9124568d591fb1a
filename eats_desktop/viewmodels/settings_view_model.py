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
    """What the data section and the about box name; `send_test` and `back_up` are actions."""

    data_dir: Path
    notifier_problem: Callable[[], str | None]
    send_test: Callable[[], None]
    back_up: Callable[[], Path]
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
        self._leads = KeyedListModel(LeadRow, self)
        self._leads.replace(self._lead_rows())

    @property
    def _now(self) -> NotificationSettings:
        return self._settings.current.notifications

    @Property(bool, notify=changed)
    def noticesOn(self) -> bool:
        return self._now.enabled

    @Property(bool, notify=changed)
    def desktopOn(self) -> bool:
        return self._now.desktop

    @Property(str, notify=changed)
    def desktopProblem(self) -> str:
        """Why the desktop cannot show notices; "" when it can."""
        return self._problem

    @Property(QObject, constant=True)
    def leads(self) -> KeyedListModel:
        return self._leads

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

    @Property(str, constant=True)
    def dataFolder(self) -> str:
        return str(self._installation.data_dir)

    @Property(str, constant=True)
    def versionText(self) -> str:
        return __version__

    @Property(bool, constant=True)
    def isDemo(self) -> bool:
        return self._installation.is_demo

    def refresh(self) -> None:
        """Ask again whether the desktop takes notices."""
        self._tasks.read(self._installation.notifier_problem, self._asked)

    @Slot(bool)
    def setNotices(self, on: bool) -> None:
        self._set(enabled=on)

    @Slot(bool)
    def setDesktop(self, on: bool) -> None:
        self._set(desktop=on)

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
        self._settings.update("sync", auto=on)
        self.changed.emit()

    @Slot()
    def sendTest(self) -> None:
        """Send one desktop notice, so that the shopper sees whether it arrives."""
        self._tasks.read(self._try_notice, self._tried)

    @Slot()
    def backUp(self) -> None:
        self._tasks.write(self._installation.back_up, self._backed_up)

    def _set(self, **values: Any) -> None:
        self._settings.update("notifications", **values)
        self._leads.replace(self._lead_rows())
        self.changed.emit()

    def _lead_rows(self) -> list[LeadRow]:
        chosen = self._now.lead_minutes
        offered = sorted({*LEADS, *chosen}, reverse=True)
        return [LeadRow(str(m), f"{m}분 전" if m else "시작할 때", m in chosen) for m in offered]

    def _try_notice(self) -> str | None:
        problem = self._installation.notifier_problem()
        if problem is None:
            self._installation.send_test()
        return problem

    def _tried(self, outcome: Outcome[str | None]) -> None:
        self._asked(outcome)
        if outcome.error is None and not outcome.value:
            self._notices.say("시험 알림을 보냈어요. 화면 구석을 살펴보세요.", kind="ok")
        elif outcome.value:
            self._notices.say(f"{outcome.value}. 앱 안의 알림은 그대로 와요.", kind="warn")

    def _asked(self, outcome: Outcome[str | None]) -> None:
        if outcome.error is not None:
            raise outcome.error
        self._problem = outcome.value or ""
        self.changed.emit()

    def _backed_up(self, outcome: Outcome[Path]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif outcome.value is not None:
            self._notices.say(f"내 정보를 백업했어요: {outcome.value.name}", kind="ok")


def _moved(moment: time, steps: int) -> time:
    minutes = (moment.hour * 60 + moment.minute + steps * _STEP) % _DAY
    return time(minutes // 60, minutes % 60)
