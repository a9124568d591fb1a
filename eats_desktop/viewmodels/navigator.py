"""Where the shopper is: the page, the broadcast or product that is open, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import INBOX, broadcast_of, product_of, recipe_of, result_of

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGES = {
    "home": "홈",
    "schedule": "편성표",
    "wishes": "찜",
    "cart": "장바구니",
    "inbox": "알림함",
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
    **dict.fromkeys(("recipe", "results", "pantry", "shopping"), "recipes"),
}
_OPENED = frozenset({"product", "recipe", "results"})
"""Pages of one thing: reached by opening it, never by their name alone."""

_LONGEST_WAY = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the broadcast opened beside or over it ("" for none), what that page is of.

    `query` is what the page of results is about, so that the way back leads through queries too.
    `question` is the same for the dishes that were found, and for a recipe opened from there.
    """

    page: str
    broadcast: str = ""
    product: str = ""
    query: str = ""
    recipe: str = ""
    question: str = ""


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
    def openRecipe(self, recipe: str) -> None:
        """Go to the page of a recipe ("source:id")."""
        self._visit(Place("recipe", recipe=recipe, question=self.place.question))

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
        except InputError:
            broadcast_id = product = recipe = None
        if broadcast_id is not None:
            self._visit(Place("schedule", str(broadcast_id)))
            return
        if product is not None:
            self.openProduct(str(product))
            return
        if recipe is not None:
            self.openRecipe(str(recipe))
            return
        question = result_of(link)
        if question is not None:
            self.showResults(question)
            return
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
