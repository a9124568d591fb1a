"""The home screen (홈): on air now, soon, hearted, just missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.viewmodels.cards import BroadcastRow, broadcast_row
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import day_text, moment_text, until_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from eats_desktop.domain.schedule import Broadcast, BroadcastId
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.schedule_service import HomeSchedule, ScheduleService
    from eats_desktop.services.wish_service import WishService

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_WISHED_AHEAD = timedelta(hours=48)
_MOST = 12
_NEW_CARDS = 1
"""So many cards are made in one turn of the event loop: making all at once is felt."""


@dataclass(frozen=True, slots=True)
class _Home:
    """The schedule, and the rows of its zones, made on the reading thread."""

    schedule: HomeSchedule
    live: list[BroadcastRow]
    soon: list[BroadcastRow]
    wished: list[BroadcastRow]
    missed: list[BroadcastRow]


@QmlElement
class HomeViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "편성표를 가져오는 중이에요"

    def __init__(
        self,
        schedule: ScheduleService,
        wishes: WishService,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._schedule = schedule
        self._wishes = wishes
        self._today = ""
        self._next = ""
        self._across = 4
        self._rows: dict[str, list[BroadcastRow]] = {}
        self._whole: frozenset[str] = frozenset()
        self._live = KeyedListModel(BroadcastRow, self)
        self._soon = KeyedListModel(BroadcastRow, self)
        self._wished = KeyedListModel(BroadcastRow, self)
        self._missed = KeyedListModel(BroadcastRow, self)
        self._zones = {
            "live": self._live,
            "soon": self._soon,
            "wished": self._wished,
            "missed": self._missed,
        }
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.setInterval(0)
        self._next_turn.timeout.connect(self._grow)

    @property
    def _short(self) -> int:
        return self._across if self._across > 2 else 2 * self._across

    @Property(str, notify=shown)
    def todayText(self) -> str:
        return self._today

    @Property(str, notify=shown)
    def nextText(self) -> str:
        """What comes next while nothing is on air; "" when something is."""
        return self._next

    @Property("QVariantMap", notify=shown)  # type: ignore[arg-type]  # a C++ type name is taken too
    def totals(self) -> dict[str, int]:
        """How many broadcasts each zone has."""
        return {name: len(rows) for name, rows in self._rows.items()}

    @Property("QVariantMap", notify=shown)  # type: ignore[arg-type]  # see totals
    def rests(self) -> dict[str, int]:
        """How many of them each zone keeps folded away."""
        return {name: len(rows) - len(self._shown(name)) for name, rows in self._rows.items()}

    @Property(int, notify=shown)
    def shortZone(self) -> int:
        """How many cards a zone shows until it is opened: a row, or two short ones."""
        return self._short

    @Property(QObject, constant=True)
    def live(self) -> KeyedListModel:
        return self._live

    @Property(QObject, constant=True)
    def soon(self) -> KeyedListModel:
        return self._soon

    @Property(QObject, constant=True)
    def wished(self) -> KeyedListModel:
        return self._wished

    @Property(QObject, constant=True)
    def missed(self) -> KeyedListModel:
        return self._missed

    @Slot(int)
    def setAcross(self, cards: int) -> None:
        """Say how many cards stand side by side."""
        if cards > 0 and cards != self._across:
            self._across = cards
            self._fill()

    @Slot(str, bool)
    def showWhole(self, zone: str, on: bool) -> None:
        self._whole = self._whole | {zone} if on else self._whole - {zone}
        self._fill()

    def refresh(self) -> None:
        self.read(self._ask, self._show)

    def _ask(self) -> _Home:
        schedule, wishes = self._schedule.home(), self._wishes.wishlist()
        now = schedule.as_of
        hearted = frozenset(w.wish.broadcast_id for w in wishes if w.wish.broadcast_id)
        ahead = (w.broadcast for w in wishes if w.broadcast and _is_near(w.broadcast, now))
        return _Home(
            schedule,
            live=_rows(schedule.live, now, hearted),
            soon=_rows(schedule.soon, now, hearted),
            wished=_rows(ahead, now, hearted),
            missed=_rows(schedule.missed, now, hearted),
        )

    def _show(self, home: _Home) -> ScreenState:
        schedule = home.schedule
        now = schedule.as_of
        self._rows = {
            "live": home.live,
            "soon": home.soon,
            "wished": home.wished,
            "missed": home.missed,
        }
        self._today = day_text(now.date())
        self._next = "" if schedule.live else _next_text(schedule.next_up, now)
        self._fill()
        return READY if schedule.fetched_at is not None else _NEVER

    def _fill(self) -> None:
        """Put on screen what each zone shows: a card costs more than a row of data."""
        self._grow()
        self.shown.emit()

    @Slot()
    def _grow(self) -> None:
        """Bring all zones up to date but for new cards, which come few by few."""
        room = _NEW_CARDS
        for name in self._rows:
            room -= self._zones[name].grow(self._shown(name), room)
        if room == 0:
            self._next_turn.start()

    def _shown(self, name: str) -> list[BroadcastRow]:
        rows = self._rows[name]
        return rows if name in self._whole else rows[: self._short]


_NEVER = ScreenState(
    "never",
    "아직 편성표를 받지 않았어요.",
    "지금 받으면 오늘부터 일주일의 식품 방송을 볼 수 있어요.",
    "지금 받기",
)


def _rows(
    broadcasts: Iterable[Broadcast], now: datetime, wished: frozenset[BroadcastId]
) -> list[BroadcastRow]:
    unique = {b.id: b for b in broadcasts}
    return [broadcast_row(b, now, wished) for b in list(unique.values())[:_MOST]]


def _is_near(broadcast: Broadcast, now: datetime) -> bool:
    state = broadcast.state_at(now)
    ahead = state is BroadcastState.UPCOMING and broadcast.starts_at - now <= _WISHED_AHEAD
    return ahead or state is BroadcastState.LIVE


def _next_text(broadcast: Broadcast | None, now: datetime) -> str:
    if broadcast is None:
        return "지금은 식품 방송이 없어요."
    return (
        f"지금은 식품 방송이 없어요. 다음은 {moment_text(broadcast.starts_at, now)} "
        f"{broadcast.channel.name}이에요 ({until_text(broadcast.starts_at - now)} 뒤)."
    )
