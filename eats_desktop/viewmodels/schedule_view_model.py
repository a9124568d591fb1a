"""The schedule screen (편성표): one day of all channels, as a list and as a timetable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.clock import korean_day
from eats_desktop.viewmodels.cards import BroadcastRow, broadcast_row
from eats_desktop.viewmodels.day_strip import (
    DAYS_AHEAD,
    DAYS_BACK,
    DayRow,
    day_rows,
    first_day,
)
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.schedule_filter import (
    PARTS,
    ChannelRow,
    PartRow,
    ScheduleFilter,
    channel_rows,
    part_rows,
)
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import day_text
from eats_desktop.viewmodels.timeline_view_model import TimelineViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.schedule import Broadcast, BroadcastId, Channel
    from eats_desktop.domain.sync_report import DayOverview
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.schedule_service import DaySchedule, ScheduleService
    from eats_desktop.services.wish_service import WishService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Answer:
    """Rows are made on the reading thread: hundreds of them would make the window stutter."""

    schedule: DaySchedule
    rows: dict[BroadcastId, BroadcastRow]
    overviews: Sequence[DayOverview]
    channels: Sequence[Channel]
    wished: frozenset[BroadcastId]


@QmlElement
class ScheduleViewModel(ScreenViewModel):
    shown = Signal()
    filterChanged = Signal()
    nowWanted = Signal(int)
    """Scroll the list to this row: the first that is on air or still to come."""

    loading_title = "편성표를 가져오는 중이에요"

    def __init__(
        self,
        schedule: ScheduleService,
        wishes: WishService,
        tasks: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._schedule = schedule
        self._wishes = wishes
        self._clock = clock
        self._today = self._day = korean_day(clock.now())
        self._filter = ScheduleFilter()
        self._grid = False
        self._answer: _Answer | None = None
        self._to_now = True
        self._days = KeyedListModel(DayRow, self)
        self._parts = KeyedListModel(PartRow, self)
        self._channels = KeyedListModel(ChannelRow, self)
        self._broadcasts = KeyedListModel(BroadcastRow, self)
        self._timeline = TimelineViewModel(self)
        self._parts.replace(part_rows(self._filter))

    @Property(QObject, constant=True)
    def days(self) -> KeyedListModel:
        return self._days

    @Property(QObject, constant=True)
    def parts(self) -> KeyedListModel:
        return self._parts

    @Property(QObject, constant=True)
    def channels(self) -> KeyedListModel:
        return self._channels

    @Property(QObject, constant=True)
    def broadcasts(self) -> KeyedListModel:
        return self._broadcasts

    @Property(TimelineViewModel, constant=True)
    def timeline(self) -> TimelineViewModel:
        return self._timeline

    @Property(str, notify=shown)
    def dayText(self) -> str:
        return day_text(self._day)

    @Property(int, notify=shown)
    def selectedDayIndex(self) -> int:
        return (self._day - first_day(self._today)).days

    @Property(bool, notify=shown)
    def isToday(self) -> bool:
        return self._day == self._today

    @Property(str, notify=shown)
    def quietText(self) -> str:
        """How many channels have nothing that day: rows the timetable leaves out."""
        quiet = sum(not row.hasData for row in self._channels.rows())
        return f"방송 없는 채널 {quiet}개" if quiet else ""

    @Property(bool, notify=filterChanged)
    def showsGrid(self) -> bool:
        return self._grid

    @Property(bool, notify=filterChanged)
    def isFiltered(self) -> bool:
        return not self._filter.is_empty

    @Property(str, notify=filterChanged)
    def channelText(self) -> str:
        count = len(self._filter.channels)
        return f"채널 {count}개" if count else "모든 채널"

    def refresh(self) -> None:
        today = korean_day(self._clock.now())
        if today != self._today and self._day == self._today:
            self._day = today
        self._today = today
        day = self._day
        self.read(lambda: self._ask(day), self._take_answer)

    @Slot(str)
    def selectDay(self, key: str) -> None:
        self._day = date.fromisoformat(key)
        self._to_now = True
        self.refresh()

    @Slot(int)
    def stepDay(self, days: int) -> None:
        """Go some days on or back, within the strip."""
        first = first_day(self._today)
        wanted = self._day + timedelta(days=days)
        last = self._today + timedelta(days=DAYS_AHEAD)
        self.selectDay(min(max(wanted, first), last).isoformat())

    @Slot()
    def goToNow(self) -> None:
        self._filter = replace(self._filter, part="")
        self.selectDay(self._today.isoformat())
        self._timeline.jumpToNow()

    @Slot(str)
    def toggleChannel(self, channel_id: str) -> None:
        self._filter = replace(self._filter, channels=self._filter.channels ^ {channel_id})
        self._apply()

    @Slot(str)
    def choosePart(self, part: str) -> None:
        if part in PARTS:
            self._filter = replace(self._filter, part=part)
            self._apply()

    @Slot()
    def clearChannels(self) -> None:
        self._filter = replace(self._filter, channels=frozenset())
        self._apply()

    @Slot()
    def clearFilter(self) -> None:
        self._filter = ScheduleFilter()
        self._apply()

    @Slot(bool)
    def showGrid(self, grid: bool) -> None:
        if grid != self._grid:
            self._grid = grid
            self._apply()

    def _ask(self, day: date) -> _Answer:
        overviews = self._schedule.overviews(first_day(self._today), DAYS_BACK + 1 + DAYS_AHEAD)
        schedule = self._schedule.day(day)
        wished = self._wishes.wished_broadcasts()
        visible = _visible(schedule.broadcasts)
        rows = {b.id: broadcast_row(b, schedule.as_of, wished) for b in visible}
        return _Answer(schedule, rows, overviews, self._schedule.channels(), wished)

    def _take_answer(self, answer: _Answer) -> ScreenState:
        self._answer = answer
        return self._show(answer)

    def _apply(self) -> None:
        self._parts.replace(part_rows(self._filter))
        self.filterChanged.emit()
        if self._answer is not None:
            self.set_state(self._show(self._answer))

    def _show(self, answer: _Answer) -> ScreenState:
        schedule = answer.schedule
        now = schedule.as_of
        shown = self._filter.of(schedule.day, _visible(schedule.broadcasts))
        self._days.replace(day_rows(answer.overviews, self._today, self._day))
        self._channels.replace(channel_rows(answer.channels, schedule.coverage, self._filter))
        self._broadcasts.replace([answer.rows[b.id] for b in shown])
        if self._grid:
            self._timeline.show(schedule.day, shown, now, answer.wished)
        self.shown.emit()
        if self._to_now and shown:
            self._to_now = False
            self.nowWanted.emit(_first_at(shown, now) if self._day == self._today else 0)
        return self._state_of(schedule, shown)

    def _state_of(self, schedule: DaySchedule, shown: Sequence[Broadcast]) -> ScreenState:
        if shown:
            return READY
        if _visible(schedule.broadcasts):
            return ScreenState(
                "filtered", "고른 조건에 맞는 방송이 없어요.", "조건을 넓혀 보세요.", "조건 지우기"
            )
        if schedule.fetched_at is None and self._day < self._today:
            return ScreenState("never", "이 날의 편성은 받아 두지 않았어요.")
        if schedule.fetched_at is None:
            return ScreenState("never", "아직 이 날의 편성을 받지 않았어요.", "", "지금 받기")
        return ScreenState("none", "이 날은 식품 방송이 없어요.", "다른 날을 골라 보세요.")


def _visible(broadcasts: Sequence[Broadcast]) -> list[Broadcast]:
    """Leave out old keys of corrected slots: the same broadcast stands under its new key."""
    return [b for b in broadcasts if b.moved_to is None or b.cancelled_at is not None]


def _first_at(broadcasts: Sequence[Broadcast], now: datetime) -> int:
    ahead = (i for i, b in enumerate(broadcasts) if b.ends_at > now)
    return next(ahead, max(0, len(broadcasts) - 1))
