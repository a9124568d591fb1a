"""내 정보: orders of the last week, what was searched for, the stars given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.mall import MallShelf
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import STATE_WORDS
from eats_desktop.domain.recipe_event import MOST_STARS
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import day_text, moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.mall import MallCard
    from eats_desktop.domain.order import Order
    from eats_desktop.domain.recipe_event import RecipeEvent
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.mall_service import ShelfCards
    from eats_desktop.services.recipe_events import RecipeEvents
    from eats_desktop.services.search_history import SearchHistory
    from eats_desktop.services.settings import SettingsService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_DAYS, _ORDERS, _SEEN = 7, 5, 8


@dataclass(frozen=True, slots=True)
class MyOrderRow:
    key: str
    title: str
    stateText: str
    detailText: str
    spokenText: str


@dataclass(frozen=True, slots=True)
class QueryRow:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class SeenRow:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RatingRow:
    key: str
    title: str
    stars: int
    starsText: str
    whenText: str


class Mall(Protocol):
    def shelf(self, shelf: MallShelf, limit: int) -> ShelfCards: ...
    def forget_seen(self) -> None: ...


class Orders(Protocol):
    def recent(self, days: int = ...) -> tuple[Order, ...]: ...


@dataclass(frozen=True, slots=True)
class MyTraces:
    """Where a person's traces are read; `titles` names recipes that are stored."""

    orders: Orders
    history: SearchHistory
    events: RecipeEvents
    mall: Mall
    titles: Callable[[Sequence[RecipeKey]], Mapping[RecipeKey, str]]


@dataclass(frozen=True, slots=True)
class _Found:
    orders: tuple[Order, ...]
    queries: tuple[str, ...]
    ratings: tuple[RecipeEvent, ...]
    seen: tuple[MallCard, ...]
    titles: Mapping[RecipeKey, str]


@QmlElement
class MeViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "내 정보를 가져오는 중이에요"

    def __init__(
        self,
        traces: MyTraces,
        settings: SettingsService,
        write: Writing,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._traces = traces
        self._settings = settings
        self._write = write
        self._clock = clock
        self._notices = notices
        self._orders = KeyedListModel(MyOrderRow, self)
        self._more_orders = 0
        self._queries = KeyedListModel(QueryRow, self)
        self._ratings = KeyedListModel(RatingRow, self)
        self._seen = KeyedListModel(SeenRow, self)

    @Property(QObject, constant=True)
    def orders(self) -> KeyedListModel:
        return self._orders

    @Property(str, notify=shown)
    def allOrdersText(self) -> str:
        """What leads to all orders, with how many of the week are not shown here."""
        more = self._more_orders
        return f"주문 내역 모두 보기 (7일 동안 {more}건 더)" if more else "주문 내역 모두 보기"

    @Property(QObject, constant=True)
    def queries(self) -> KeyedListModel:
        return self._queries

    @Property(QObject, constant=True)
    def ratings(self) -> KeyedListModel:
        return self._ratings

    @Property(QObject, constant=True)
    def seen(self) -> KeyedListModel:
        """The products looked at last."""
        return self._seen

    @Property(bool, notify=shown)
    def keepsHistory(self) -> bool:
        return self._settings.current.search.history

    def refresh(self) -> None:
        self.read(self._look, self._show)

    @Slot(bool)
    def setHistory(self, on: bool) -> None:
        """Keep the words of later searches, or none; what is kept already stays."""
        try:
            self._settings.update("search", history=on)
        except EatsError as error:
            self._notices.fail(error)
        self.shown.emit()

    @Slot(str)
    def forgetQuery(self, text: str) -> None:
        self._write(lambda: self._traces.history.forget(text), lambda _none: self.refresh())

    @Slot()
    def forgetQueries(self) -> None:
        def done(_none: None) -> None:
            self._notices.say("최근 검색어를 모두 지웠어요.", kind="ok")
            self.refresh()

        self._write(self._traces.history.forget_all, done)

    @Slot()
    def forgetSeen(self) -> None:
        def done(_none: None) -> None:
            self._notices.say("최근 본 상품을 모두 지웠어요.", kind="ok")
            self.refresh()

        self._write(self._traces.mall.forget_seen, done)

    @Slot(str, int)
    def rate(self, key: str, stars: int) -> None:
        """Give a rated recipe other stars; 0 takes the rating back, with a way to undo it."""
        recipe = RecipeKey.parse(key)
        before = next((row.stars for row in self._ratings.rows() if row.key == key), 0)
        self._put(recipe, stars)
        if not stars and before:
            self._notices.say(
                "별점을 지웠어요.",
                kind="ok",
                action="되돌리기",
                act=lambda: self._put(recipe, before),
            )

    def _put(self, recipe: RecipeKey, stars: int) -> None:
        events = self._traces.events

        def work() -> None:
            events.rate(recipe, stars) if stars else events.unrate(recipe)

        self._write(work, lambda _none: self.refresh())

    def _look(self) -> _Found:
        traces = self._traces
        ratings = traces.events.ratings()
        keys = [event.recipe for event in ratings]
        return _Found(
            traces.orders.recent(_DAYS),
            traces.history.recent(),
            ratings,
            traces.mall.shelf(MallShelf.SEEN, _SEEN).cards,
            traces.titles(keys),
        )

    def _show(self, found: _Found) -> ScreenState:
        now = self._clock.now()
        self._orders.replace([_order_row(order, now) for order in found.orders[:_ORDERS]])
        self._more_orders = max(0, len(found.orders) - _ORDERS)
        self._queries.replace([QueryRow(text, text) for text in found.queries])
        self._ratings.replace([_rating_row(event, found.titles) for event in found.ratings])
        self._seen.replace([SeenRow(str(card.offer.key), card.offer.name) for card in found.seen])
        self.shown.emit()
        return READY


def _order_row(order: Order, now: datetime) -> MyOrderRow:
    state, when = STATE_WORDS[order.state], moment_text(order.created_at, now)
    detail = f"{when} · {order.order_no} · {format_won(order.total_krw)}"
    return MyOrderRow(
        str(order.order_no), order.title, state, detail, f"{order.title}, {state}, {detail}"
    )


def _rating_row(event: RecipeEvent, titles: Mapping[RecipeKey, str]) -> RatingRow:
    stars = event.value or 0
    return RatingRow(
        key=str(event.recipe),
        title=titles.get(event.recipe, "지금은 없는 레시피"),
        stars=stars,
        starsText=f"{MOST_STARS}점 만점에 {stars}점",
        whenText=day_text(event.at.date()),
    )
