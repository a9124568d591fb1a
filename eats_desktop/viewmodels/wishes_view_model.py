"""The wish screen (찜): what is hearted, on air first, past last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from eats_desktop.domain.schedule import BroadcastState
from eats_desktop.domain.wishlist import WishKind
from eats_desktop.viewmodels.cards import broadcast_row
from eats_desktop.viewmodels.dated_rows import near_day
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.pictures import drawing
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import span_text, until_text

if TYPE_CHECKING:
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.wish_service import WishedBroadcast, WishService
    from eats_desktop.viewmodels.cards import BroadcastRow

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ScreenState(
    "none",
    "찜한 방송이 없어요.",
    "편성표에서 하트를 누르면 시작 전에 알려 드려요.",
    "편성표 보기",
)

_SECTIONS = ("지금 방송", "예정", "취소된 방송", "기다리는 상품", "지난 방송")
_NOW, _AHEAD, _CANCELLED, _WAITING, _PAST = _SECTIONS


@dataclass(frozen=True, slots=True)
class WishRow:
    """`broadcast` is the key of the airing meant now, "" when none is known."""

    key: str
    wishId: int
    sectionText: str
    isProduct: bool
    broadcast: str
    title: str
    placeText: str
    whenText: str
    stateKind: str
    stateText: str
    priceText: str
    listPriceText: str
    discountText: str
    noteText: str
    photoUrl: str
    drawing: str
    alarmOn: bool
    canAlarm: bool
    isOver: bool
    spokenText: str


@QmlElement
class WishesViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "찜한 것을 가져오는 중이에요"

    def __init__(
        self, wishes: WishService, tasks: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._wishes = wishes
        self._clock = clock
        self._rows = KeyedListModel(WishRow, self)

    @Property(QObject, constant=True)
    def wishes(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=shown)
    def countText(self) -> str:
        count = self._rows.rowCount()
        return f"{count}개를 찜했어요" if count else ""

    def refresh(self) -> None:
        self.read(self._wishes.wishlist, self._show)

    def _show(self, items: tuple[WishedBroadcast, ...]) -> ScreenState:
        now = self._clock.now()
        rows = [_row(item, now) for item in items]
        self._rows.replace(sorted(rows, key=lambda row: _SECTIONS.index(row.sectionText)))
        self.shown.emit()
        return READY if items else _NONE


def _row(item: WishedBroadcast, now: datetime) -> WishRow:
    wish, broadcast = item.wish, item.broadcast
    card = broadcast_row(broadcast, now, ()) if broadcast is not None else None
    section = _section(item, now)
    is_product = wish.kind is WishKind.PRODUCT
    over = section in (_CANCELLED, _PAST)
    kind, state = _state(card, section)
    row = WishRow(
        key=str(wish.wish_id),
        wishId=wish.wish_id,
        sectionText=section,
        isProduct=is_product,
        broadcast=card.key if card else "",
        title=wish.title if is_product or card is None else card.title,
        placeText=f"{card.channel} {card.channelNo}번" if card else "",
        whenText=_when(item, section, now),
        stateKind=kind,
        stateText=state,
        priceText=card.priceText if card else "",
        listPriceText=card.listPriceText if card else "",
        discountText=card.discountText if card else "",
        noteText="이 상품이 방송될 때마다 알려 드려요" if is_product else _note(card),
        photoUrl=card.photoUrl if card else "",
        drawing=card.drawing if card else drawing(wish.title),
        alarmOn=wish.alarm_on,
        canAlarm=not over,
        isOver=over,
        spokenText="",
    )
    return _spoken(row)


def _note(card: BroadcastRow | None) -> str:
    return card.noteText if card else ""


def _spoken(row: WishRow) -> WishRow:
    parts = (row.title, row.placeText, row.whenText, row.stateText, row.priceText, row.noteText)
    alarm = ("알림 켜짐" if row.alarmOn else "알림 꺼짐") if row.canAlarm else ""
    return replace(row, spokenText=", ".join(part for part in (*parts, alarm) if part))


def _state(card: BroadcastRow | None, section: str) -> tuple[str, str]:
    """Return the kind and the words of the badge."""
    if section == _WAITING:
        return "waiting", "방송을 기다려요"
    return (card.stateKind, card.stateText) if card else ("ended", "편성에서 찾을 수 없어요")


def _section(item: WishedBroadcast, now: datetime) -> str:
    """A wished product never is over: it waits for its next airing."""
    state = BroadcastState.ENDED if item.broadcast is None else item.broadcast.state_at(now)
    if state is BroadcastState.LIVE:
        return _NOW
    if state is BroadcastState.UPCOMING:
        return _AHEAD
    if item.wish.kind is WishKind.PRODUCT:
        return _WAITING
    return _CANCELLED if state is BroadcastState.CANCELLED else _PAST


def _when(item: WishedBroadcast, section: str, now: datetime) -> str:
    broadcast = item.broadcast
    if section == _WAITING:
        return "다음 방송이 정해지면 알려 드릴게요"
    if broadcast is None:
        return ""
    words = f"{near_day(broadcast.starts_at, now)} {span_text(broadcast)}"
    if section == _AHEAD:
        return f"{words} · {until_text(broadcast.starts_at - now)} 뒤"
    return words
