"""One product in full (상품 화면): what it is, what it costs and cost, what is on air like it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.cart import MOST_OF_ONE
from eats_desktop.domain.errors import NotFoundError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.viewmodels import texts
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.price_chart_view_model import PriceChartViewModel
from eats_desktop.viewmodels.product_rows import ProductRow, offer_row
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.price_service import PricedOffer, PriceService
    from eats_desktop.viewmodels.cart_adding import CartAdding
    from eats_desktop.viewmodels.detail_view_model import DetailViewModel
    from eats_desktop.viewmodels.product_recipes_view_model import ProductRecipesViewModel
    from eats_desktop.viewmodels.shelf_view_model import ShelfViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_OLD = timedelta(hours=24)
TABS = ("info", "reviews", "seller")


@QmlElement
class ProductViewModel(ScreenViewModel):
    """`saw` remembers on the writer thread that a product was looked at."""

    shown = Signal()
    quantityChanged = Signal()
    tabChanged = Signal()

    loading_title = "상품 정보를 가져오는 중이에요"

    def __init__(
        self,
        prices: PriceService,
        shelf: ShelfViewModel,
        detail: DetailViewModel,
        recipes: ProductRecipesViewModel,
        adding: CartAdding,
        saw: Callable[[ProductKey], None],
        write: Writing,
        tasks: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._prices = prices
        self._shelf = shelf
        self._detail = detail
        self._recipes = recipes
        self._adding = adding
        self._saw = saw
        self._write = write
        self._clock = clock
        self._key = ""
        self._quantity = 1
        self._tab = TABS[0]
        self._as_of = ""
        self._is_old = False
        self._card = KeyedListModel(ProductRow, self)
        self._chart = PriceChartViewModel(self)

    @Property(str, notify=shown)
    def key(self) -> str:
        return self._key

    @Property(str, notify=shown)
    def source(self) -> str:
        return self._key.partition(":")[0]

    @Property(str, notify=shown)
    def productId(self) -> str:
        return self._key.partition(":")[2]

    @Property(int, notify=quantityChanged)
    def quantity(self) -> int:
        """How many pieces the buttons put in or buy: 1 to 10."""
        return self._quantity

    @Property(str, notify=quantityChanged)
    def limitText(self) -> str:
        """Why there can be no more, "" below the limit."""
        at_most = self._quantity == MOST_OF_ONE
        return f"한 상품은 {MOST_OF_ONE}개까지 담을 수 있어요." if at_most else ""

    @Property(str, notify=tabChanged)
    def tab(self) -> str:
        """Which of TABS is shown."""
        return self._tab

    @Property(QObject, constant=True)
    def card(self) -> KeyedListModel:
        """The product as one row of a list model."""
        return self._card

    @Property(QObject, constant=True)
    def shelf(self) -> ShelfViewModel:
        return self._shelf

    @Property(QObject, constant=True)
    def detail(self) -> DetailViewModel:
        """What the seller's own page says."""
        return self._detail

    @Property(QObject, constant=True)
    def recipes(self) -> ProductRecipesViewModel:
        """What can be cooked from it."""
        return self._recipes

    @Property(QObject, constant=True)
    def chart(self) -> PriceChartViewModel:
        return self._chart

    @Property(str, notify=shown)
    def asOfText(self) -> str:
        return self._as_of

    @Property(bool, notify=shown)
    def isOld(self) -> bool:
        """Whether the price was seen too long ago to be relied on."""
        return self._is_old

    def show(self, key: str) -> None:
        """Show another product; "" leaves the last one, the page is not looked at."""
        if not key:
            return
        if key != self._key:
            self._has_shown = False
            self._key = key
            self._set_quantity(1)
            self.chooseTab(TABS[0])
            self._card.replace([])
            self._chart.clear()
            self._shelf.show(None)
            self._detail.show(None)
            self._recipes.show(None)
            self.set_state(ScreenState("waiting"))
            self.shown.emit()
            self._write(lambda: self._saw_if_sold(ProductKey.parse(key)), _nothing)
        self.refresh()

    def refresh(self) -> None:
        if self._key:
            key = ProductKey.parse(self._key)
            self.read(lambda: self._prices.of_product(key), self._show)

    @Slot(int)
    def step(self, by: int) -> None:
        """Make it more or fewer pieces, within 1 to 10."""
        self._set_quantity(self._quantity + by)

    @Slot(str)
    def chooseTab(self, tab: str) -> None:
        if tab in TABS and tab != self._tab:
            self._tab = tab
            self.tabChanged.emit()

    @Slot()
    def addToCart(self) -> None:
        """Put so many pieces into the cart; a toast says so, or why not."""
        if self._key:
            self._adding.add([(ProductKey.parse(self._key), self._quantity)])

    @Slot()
    def openSeller(self) -> None:
        """Open the seller's page in the browser."""
        link = next((row.link for row in self._card.rows()), "")
        if link:
            QDesktopServices.openUrl(QUrl(link))

    def _set_quantity(self, quantity: int) -> None:
        wanted = max(1, min(MOST_OF_ONE, quantity))
        if wanted != self._quantity:
            self._quantity = wanted
            self.quantityChanged.emit()

    def _saw_if_sold(self, key: ProductKey) -> None:
        """Remember what was looked at; what is not stored is no product."""
        try:
            self._prices.of_product(key)
        except NotFoundError:
            return
        self._saw(key)

    def _show(self, answer: PricedOffer) -> ScreenState:
        now = self._clock.now()
        offer = answer.offer
        self._is_old = now - offer.seen_at > _OLD
        doubt = " 지금은 다를 수 있어요." if self._is_old else ""
        self._as_of = f"{texts.moment_text(offer.seen_at, now)}에 본 값이에요.{doubt}"
        self._card.replace([offer_row(offer, answer.history, now)])
        self._chart.show(answer.spans, offer.amount, now)
        self._shelf.show(offer.key, offer.unit_price)
        self._detail.show(offer.key, offer.thumbnail_url)
        self._recipes.show(offer.key)
        self.shown.emit()
        return READY


def _nothing(_value: object) -> None:
    """Nothing on this page shows what was looked at."""
