"""One broadcast in full (방송 상세): state, products, later airings, ways to order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.schedule import BroadcastId, BroadcastState, Confidence
from eats_desktop.viewmodels import texts
from eats_desktop.viewmodels.cards import BroadcastRow, broadcast_row
from eats_desktop.viewmodels.dated_rows import dated_row
from eats_desktop.viewmodels.hand_over import HandOver
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.product_rows import ProductRow, product_row
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.watchable import Watchable, watchable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.price_history import PriceHistory
    from eats_desktop.domain.schedule import Broadcast, BroadcastProduct, ProductKey
    from eats_desktop.domain.wishlist import Wish
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.alarm_rule_service import AlarmRuleService
    from eats_desktop.services.price_service import PriceService
    from eats_desktop.services.schedule_service import BroadcastDetail, ScheduleService
    from eats_desktop.services.wish_service import WishService
    from eats_desktop.viewmodels.detail_view_model import DetailViewModel
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.product_recipes_view_model import ProductRecipesViewModel
    from eats_desktop.viewmodels.shelf_view_model import ShelfViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_AIRINGS = 5
_NO_BREAK = "\N{NO-BREAK SPACE}"

_CONFIDENCE = {
    Confidence.HIGH: "판매처와 편성 안내가 같아요",
    Confidence.MEDIUM: "판매처 정보예요",
    Confidence.LOW: "편성 안내만 있어요",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    detail: BroadcastDetail
    wishes: tuple[Wish, ...]
    food: str | None
    rule_id: int
    histories: Mapping[ProductKey, PriceHistory]

    @property
    def broadcasts(self) -> frozenset[BroadcastId]:
        return frozenset(w.broadcast_id for w in self.wishes if w.broadcast_id)

    @property
    def products(self) -> frozenset[ProductKey]:
        return frozenset(w.product for w in self.wishes if w.product)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The ready text of the broadcast itself, beside its card."""

    day: str = ""
    countdown: str = ""
    banner_kind: str = ""
    banner: str = ""
    source: str = ""
    phone: str = ""
    link: str = ""
    hidden: str = ""
    later: str = ""
    wish_id: int = 0
    alarm_on: bool = False
    moved_to: str = ""
    next_key: str = ""
    next_text: str = ""
    food: str = ""
    rule_id: int = 0


@QmlElement
class BroadcastViewModel(ScreenViewModel):
    shown = Signal()

    loading_title = "방송 정보를 가져오는 중이에요"

    def __init__(
        self,
        schedule: ScheduleService,
        wishes: WishService,
        rules: AlarmRuleService,
        prices: PriceService,
        shelf: ShelfViewModel,
        detail: DetailViewModel,
        recipes: ProductRecipesViewModel,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._schedule = schedule
        self._wishes = wishes
        self._rules = rules
        self._prices = prices
        self._shelf = shelf
        self._detail = detail
        self._recipes = recipes
        self._clock = clock
        self._hand_over = HandOver(notices, self)
        self._watchable: Watchable | None = None
        self._key = ""
        self._facts = _Facts()
        self._sold: tuple[BroadcastProduct, ...] = ()
        self._chosen: ProductKey | None = None
        self._card = KeyedListModel(BroadcastRow, self)
        self._products = KeyedListModel(ProductRow, self)
        self._later = KeyedListModel(BroadcastRow, self)

    @Property(str, notify=shown)
    def key(self) -> str:
        return self._key

    @Property(QObject, constant=True)
    def card(self) -> KeyedListModel:
        """The broadcast as one row of a list model: what cards show of it."""
        return self._card

    @Property(QObject, constant=True)
    def products(self) -> KeyedListModel:
        return self._products

    @Property(QObject, constant=True)
    def laterAirings(self) -> KeyedListModel:
        return self._later

    @Property(QObject, constant=True)
    def shelf(self) -> ShelfViewModel:
        """What the mall has like the chosen product."""
        return self._shelf

    @Property(QObject, constant=True)
    def detail(self) -> DetailViewModel:
        """What the seller's own page says of the chosen product."""
        return self._detail

    @Property(QObject, constant=True)
    def recipes(self) -> ProductRecipesViewModel:
        """What can be cooked from the chosen product."""
        return self._recipes

    @Property(QObject, constant=True)
    def handOver(self) -> HandOver:
        """The way out to the seller, asked for by `openSeller` and `openProduct`."""
        return self._hand_over

    @property
    def watchable(self) -> Watchable | None:
        """What a live player needs of the broadcast, None while none is shown."""
        return self._watchable

    @Property(str, notify=shown)
    def chosenName(self) -> str:
        """The product whose price card and shelf are shown, "" where it is the only one."""
        chosen = self._chosen_product()
        return chosen.name if chosen is not None and len(self._sold) > 1 else ""

    @Property(str, notify=shown)
    def dayText(self) -> str:
        return self._facts.day

    @Property(str, notify=shown)
    def countdownText(self) -> str:
        return self._facts.countdown

    @Property(str, notify=shown)
    def bannerKind(self) -> str:
        return self._facts.banner_kind

    @Property(str, notify=shown)
    def bannerText(self) -> str:
        return self._facts.banner

    @Property(str, notify=shown)
    def movedTo(self) -> str:
        """The key of the broadcast that took this one's place, "" when it stands."""
        return self._facts.moved_to

    @Property(str, notify=shown)
    def sourceText(self) -> str:
        return self._facts.source

    @Property(str, notify=shown)
    def phoneText(self) -> str:
        return self._facts.phone

    @Property(bool, notify=shown)
    def hasLink(self) -> bool:
        return bool(self._facts.link)

    @Property(str, notify=shown)
    def hiddenText(self) -> str:
        """How many products of the slot are no food and left out; "" for none."""
        return self._facts.hidden

    @Property(str, notify=shown)
    def laterText(self) -> str:
        """How many airings there are beyond those in `laterAirings`; "" for none."""
        return self._facts.later

    @Property(str, notify=shown)
    def nextKey(self) -> str:
        """The next airing of the main product, "" when none is known."""
        return self._facts.next_key

    @Property(str, notify=shown)
    def nextText(self) -> str:
        return self._facts.next_text

    @Property(int, notify=shown)
    def wishId(self) -> int:
        return self._facts.wish_id

    @Property(bool, notify=shown)
    def alarmOn(self) -> bool:
        return self._facts.alarm_on

    @Property(str, notify=shown)
    def foodText(self) -> str:
        """The ingredient or dish that can be waited for, "" when none is known."""
        return self._facts.food

    @Property(int, notify=shown)
    def ruleId(self) -> int:
        """The standing alarm that waits for that food already, 0 for none."""
        return self._facts.rule_id

    def show(self, key: str) -> None:
        """Show another broadcast; "" shows none."""
        if key != self._key:
            self._has_shown = False
            self._key = key
            self._chosen = None
            self._watchable = None
            self._hand_over.close()
            self._card.replace([])
            self._shelf.show(None)
            self._detail.show(None)
            self._recipes.show(None)
            self.set_state(ScreenState("waiting"))
            self.shown.emit()
        self.refresh()

    def refresh(self) -> None:
        if self._key:
            broadcast_id = BroadcastId.parse(self._key)
            self.read(lambda: self._ask(broadcast_id), self._show)

    @Slot()
    def openSeller(self) -> None:
        """Offer the way to the seller's page of the main product, or to the channel's own."""
        name = next((row.title for row in self._card.rows()), "")
        self._hand_over.offer(name, self._facts.link)

    @Slot(str)
    def openProduct(self, key: str) -> None:
        """Offer the way to the seller's page of one product of this broadcast."""
        row = next((row for row in self._products.rows() if row.key == key), None)
        if row is not None:
            self._hand_over.offer(row.name, row.link)

    def _ask(self, broadcast_id: BroadcastId) -> _Answer:
        wishes = tuple(item.wish for item in self._wishes.wishlist())
        detail = self._schedule.detail(broadcast_id)
        food = self._rules.food_of(detail.broadcast)
        histories = self._prices.histories([p.key for p in detail.broadcast.products])
        return _Answer(detail, wishes, food, self._rules.rule_of(food), histories)

    @Slot(str)
    def chooseProduct(self, key: str) -> None:
        """Show the price card and the shelf of another product of this broadcast."""
        chosen = next((p for p in self._sold if str(p.key) == key), None)
        if chosen is not None:
            self._choose(chosen, list(self._products.rows()))
            self.shown.emit()

    def _show(self, answer: _Answer) -> ScreenState:
        now = self._clock.now()
        broadcast = answer.detail.broadcast
        foods = broadcast.food_products or broadcast.products
        self._facts = _facts(broadcast, answer, now)
        self._watchable = watchable(broadcast)
        self._card.replace([broadcast_row(broadcast, now, answer.broadcasts)])
        self._sold = foods
        rows = [product_row(p, answer.products, answer.histories[p.key], now) for p in foods]
        self._choose(self._chosen_product() or broadcast.headline, rows)
        later = answer.detail.next_airings[:_MOST_AIRINGS]
        self._later.replace([dated_row(b, now, answer.broadcasts) for b in later])
        self.shown.emit()
        return READY

    def _chosen_product(self) -> BroadcastProduct | None:
        return next((p for p in self._sold if p.key == self._chosen), None)

    def _choose(self, product: BroadcastProduct | None, rows: list[ProductRow]) -> None:
        self._chosen = product.key if product is not None else None
        chosen = str(self._chosen)
        self._products.replace([replace(row, isChosen=row.key == chosen) for row in rows])
        self._shelf.show(self._chosen, product.unit_price if product is not None else None)
        self._detail.show(self._chosen, product.thumbnail_url if product is not None else None)
        self._recipes.show(self._chosen)


def _facts(broadcast: Broadcast, answer: _Answer, now: datetime) -> _Facts:
    wish = next((w for w in answer.wishes if w.broadcast_id == broadcast.id), None)
    headline = broadcast.headline
    link = (headline.product_url if headline else None) or broadcast.channel.homepage_url
    foods = broadcast.food_products
    hidden = len(broadcast.products) - len(foods) if foods else 0
    more = len(answer.detail.next_airings) - _MOST_AIRINGS
    following = answer.detail.next_airings[:1]
    kind, words = _banner(broadcast, now)
    seen = texts.moment_text(broadcast.seen_at, now)
    return _Facts(
        day=texts.day_text(broadcast.day),
        countdown=_countdown(broadcast, now),
        banner_kind=kind,
        banner=words,
        source=f"{_CONFIDENCE[broadcast.confidence]} · {seen} 확인",
        phone=broadcast.channel.order_phone or "",
        link=link if link and link.startswith(("https://", "http://")) else "",
        hidden=f"식품이 아닌 상품 {hidden}개는 뺐어요." if hidden else "",
        later=f"이 뒤로 {more}번 더 방송해요." if more > 0 else "",
        wish_id=wish.wish_id if wish else 0,
        alarm_on=wish is not None and wish.alarm_on,
        moved_to=_successor(broadcast),
        next_key="".join(str(b.id) for b in following),
        next_text="".join(f"다음 방송: {texts.short_moment(b.starts_at)}" for b in following),
        food=answer.food or "",
        rule_id=answer.rule_id,
    )


def _successor(broadcast: Broadcast) -> str:
    if broadcast.moved_to is None:
        return ""
    return str(BroadcastId(broadcast.id.channel_id, broadcast.moved_to, broadcast.id.lineup))


def _countdown(broadcast: Broadcast, now: datetime) -> str:
    state = broadcast.state_at(now)
    if state is BroadcastState.UPCOMING:
        return f"{texts.until_text(broadcast.starts_at - now)} 뒤에 시작해요"
    if state is BroadcastState.LIVE:
        return f"{texts.until_text(broadcast.ends_at - now)} 남았어요"
    return ""


def _banner(broadcast: Broadcast, now: datetime) -> tuple[str, str]:
    if broadcast.moved_to is not None:
        before = texts.short_moment(broadcast.starts_at)
        after = texts.short_moment(broadcast.moved_to)
        whole = f"{before} → {after}".replace(" ", _NO_BREAK)
        return "moved", f"방송 시간이 바뀌었어요: {whole}"
    if broadcast.state_at(now) is BroadcastState.CANCELLED:
        return "cancelled", "방송이 취소됐어요. 다시 편성되면 알려 드릴게요."
    if broadcast.moved_from is not None:
        return "moved", f"방송 시간이 바뀌었어요 (전: {texts.short_moment(broadcast.moved_from)})"
    return "", ""
