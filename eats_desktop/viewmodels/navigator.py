"""Where the shopper is: the page, the broadcast or product that is open, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import (
    INBOX,
    broadcast_of,
    order_of,
    product_of,
    recipe_of,
    result_of,
    servings_of,
    shelf_of,
)
from eats_desktop.domain.mall import MallShelf

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGES = {
    "home": "홈",
    "schedule": "편성표",
    "mall": "콕",
    "mallList": "콕 상품",
    "wishes": "찜",
    "cart": "장바구니",
    "checkout": "주문과 결제",
    "orders": "주문 내역",
    "order": "주문 상세",
    "inbox": "알림함",
    "me": "내 정보",
    "settings": "설정",
    "search": "검색",
    "alarms": "알림 조건",
    "product": "상품",
    "recipe": "레시피",
    "recipes": "레시피",
    "results": "찾은 요리",
    "pantry": "냉장고",
    "shopping": "장보기 목록",
}
_SECTIONS = {
    "alarms": "wishes",
    "mallList": "mall",
    "checkout": "cart",
    "order": "orders",
    **dict.fromkeys(("recipe", "results", "pantry", "shopping"), "recipes"),
}
_OPENED = frozenset({"product", "mallList", "order", "recipe", "results"})
"""Pages of one thing: reached by opening it, never by their name alone."""

_LONGEST_WAY = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the broadcast opened beside or over it ("" for none), what that page is of.

    `query` is what the page of results is about, so that the way back leads through queries too.
    `question` is the same for the dishes that were found, and for a recipe opened from there.
    `servings` says for how many that is cooked, 0 as it is written.
    """

    page: str
    broadcast: str = ""
    product: str = ""
    query: str = ""
    recipe: str = ""
    question: str = ""
    servings: int = 0
    order: str = ""
    shelf: str = ""


@QmlElement
class Navigator(QObject):
    """`page` is one of PAGES; an open broadcast stands over it until it is closed."""

    placeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = [Place("home")]
        self._here = 0

    @Property(str, notify=placeChanged)
    def page(self) -> str:
        return self.place.page

    @Property(str, notify=placeChanged)
    def section(self) -> str:
        """The destination that is lit while a page beside it is shown."""
        return _SECTIONS.get(self.place.page, self.place.page)

    @Property(str, notify=placeChanged)
    def broadcast(self) -> str:
        return self.place.broadcast

    @Property(str, notify=placeChanged)
    def product(self) -> str:
        """The product shown on the page "product"."""
        return self.place.product

    @Property(str, notify=placeChanged)
    def recipe(self) -> str:
        """The recipe shown on the page "recipe"."""
        return self.place.recipe

    @Property(str, notify=placeChanged)
    def title(self) -> str:
        return PAGES[self.place.page]

    @Property(bool, notify=placeChanged)
    def canGoBack(self) -> bool:
        return self._here > 0

    @Property(bool, notify=placeChanged)
    def canGoForward(self) -> bool:
        return self._here < len(self._way) - 1

    @property
    def place(self) -> Place:
        return self._way[self._here]

    @Slot(str)
    def go(self, page: str) -> None:
        if page in PAGES and page not in _OPENED:
            self._visit(Place(page))

    @Slot(str)
    def open(self, broadcast: str) -> None:
        """Open a broadcast over the present page."""
        self._visit(replace(self.place, broadcast=broadcast))

    @Slot(str)
    def openProduct(self, product: str) -> None:
        """Go to the page of a product ("source:id")."""
        self._visit(Place("product", product=product))

    @Slot(str)
    def showShelf(self, shelf: str) -> None:
        """Go to the list of a shelf of the mall (domain.mall.MallShelf); an unknown one is none."""
        known = shelf in set(MallShelf) - {MallShelf.SEEN}
        self._visit(Place("mallList", shelf=shelf) if known else Place("mall"))

    @Slot(str)
    def openRecipe(self, recipe: str) -> None:
        """Go to the page of a recipe ("source:id")."""
        self.cookFor(recipe, 0)

    @Slot(str, int)
    def cookFor(self, recipe: str, servings: int) -> None:
        """Go to the page of a recipe scaled to so many servings; 0 leaves it as written."""
        question = self.place.question
        self._visit(Place("recipe", recipe=recipe, question=question, servings=servings))

    @Slot(str)
    def openOrder(self, order_no: str) -> None:
        """Go to the page of an order (20261125-0007)."""
        self._visit(Place("order", order=order_no))

    @Slot(str)
    def showResults(self, question: str) -> None:
        """Go to the dishes that a question finds (domain.recipe_question writes it)."""
        self._visit(Place("results", question=question))

    def amend(self, question: str) -> None:
        """Ask another question on the page of found dishes; the way back does not grow."""
        if self.place.page == "results" and question != self.place.question:
            self._way[self._here] = replace(self.place, question=question)
            self.placeChanged.emit()

    @Slot(str)
    def search(self, query: str) -> None:
        """Go to the results of a query."""
        self._visit(Place("search", query=query))

    @Slot()
    def close(self) -> None:
        """Close the open broadcast."""
        if self.place.broadcast:
            self._visit(replace(self.place, broadcast=""))

    @Slot()
    def back(self) -> None:
        if self._here > 0:
            self._here -= 1
            self.placeChanged.emit()

    @Slot()
    def forward(self) -> None:
        if self._here < len(self._way) - 1:
            self._here += 1
            self.placeChanged.emit()

    @Slot(str)
    def follow(self, link: str) -> None:
        """Go where an eats:// link points; an unknown one leads home."""
        try:
            broadcast_id, product, recipe = broadcast_of(link), product_of(link), recipe_of(link)
            order = order_of(link)
        except InputError:
            broadcast_id = product = recipe = order = None
        if broadcast_id is not None:
            self._visit(Place("schedule", str(broadcast_id)))
            return
        if product is not None:
            self.openProduct(str(product))
            return
        if recipe is not None:
            self.cookFor(str(recipe), servings_of(link))
            return
        if order is not None:
            self.openOrder(str(order))
            return
        question, shelf = result_of(link), shelf_of(link)
        if question is not None:
            self.showResults(question)
        elif shelf is not None:
            self.showShelf(shelf)
        else:
            self._follow_page(link)

    def _follow_page(self, link: str) -> None:
        page = "inbox" if link == INBOX else link.removeprefix("eats://").split("?")[0]
        query = "".join(parse_qs(urlsplit(link).query).get("q", ())[:1])
        if page == "search" and query:
            self.search(query)
            return
        self.go(page if page in PAGES and page not in _OPENED else "home")

    def _visit(self, place: Place) -> None:
        if place == self.place:
            return
        self._way = [*self._way[: self._here + 1], place][-_LONGEST_WAY:]
        self._here = len(self._way) - 1
        self.placeChanged.emit()
