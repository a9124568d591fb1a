"""The search page (검색): broadcasts by product, mall products and recipes, under conditions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.recipe_cards import RecipeCardRow
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.search_filter import (
    KINDS,
    PRICES,
    SUPPLEMENTS,
    TIMES,
    ChoiceRow,
    Conditions,
    answers,
    chips,
)
from eats_desktop.viewmodels.search_page import (
    Question,
    ResultPage,
    WordRow,
    nearest_words,
    result_page,
)
from eats_desktop.viewmodels.search_rows import FoundProductRow, FoundRow
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.search_history import SearchHistory
    from eats_desktop.services.search_service import SearchService
    from eats_desktop.services.suggest_service import SuggestService
    from eats_desktop.services.wish_service import WishService
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_ALL = 1000
"""More than the engine ever returns: conditions are met over all hits."""

_MORE = 40
_PREVIEW = 5
"""So many products and recipes stand under the others where there is no room beside them."""

_ASK = ScreenState("none", "무엇을 찾으세요?", "고등어, 김치처럼 먹고 싶은 것을 적어 보세요.")
_FILTERED = ScreenState("filtered", "고른 조건에 맞는 결과가 없어요.", "", "조건 지우기")
SCOPES = ("all", "broadcasts", "products", "recipes")


@QmlElement
class SearchViewModel(ScreenViewModel):
    """`asked` when the query is another, `shown` when rows, counts or conditions are."""

    asked = Signal()
    shown = Signal()
    scopeChanged = Signal()

    loading_title = "찾는 중이에요"

    def __init__(
        self,
        search: SearchService,
        suggest: SuggestService,
        history: SearchHistory,
        wishes: WishService,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._search = search
        self._suggest = suggest
        self._history = history
        self._wishes = wishes
        self._clock = clock
        self._write = Writing(tasks, notices)
        self._question = Question()
        self._page = ResultPage()
        self._scope = "all"
        self._broadcasts = KeyedListModel(FoundRow, self)
        self._products = KeyedListModel(FoundProductRow, self)
        self._preview = KeyedListModel(FoundProductRow, self)
        self._recipes = KeyedListModel(RecipeCardRow, self)
        self._recipe_preview = KeyedListModel(RecipeCardRow, self)
        self._nearest = KeyedListModel(WordRow, self)
        self._chips = KeyedListModel(ChoiceRow, self)
        self._answers = {
            question: KeyedListModel(ChoiceRow, self)
            for question in ("channels", "time", "kind", "price", "supplements")
        }
        self.set_state(_ASK)
        self._show_conditions()

    @Property(str, notify=asked)
    def query(self) -> str:
        return self._question.words

    @Property(str, notify=shown)
    def headingText(self) -> str:
        page = self._page
        return f"“{page.question.words}” 검색 결과 {page.count}개" if page.question.words else ""

    @Property(int, notify=shown)
    def broadcastCount(self) -> int:
        """How many airings there are, shown or not."""
        return self._page.broadcast_count

    @Property(int, notify=shown)
    def productCount(self) -> int:
        return self._page.product_count

    @Property(int, notify=shown)
    def recipeCount(self) -> int:
        return self._page.recipe_count

    @Property(bool, notify=shown)
    def canShowMore(self) -> bool:
        return self._page.left

    @Property(str, notify=shown)
    def noteText(self) -> str:
        return self._page.note.text

    @Property(str, notify=shown)
    def noteAction(self) -> str:
        """What the note offers: original (the words as they were typed) or alarm."""
        return self._page.note.action

    @Property(str, notify=scopeChanged)
    def scope(self) -> str:
        return self._scope

    @Property(QObject, constant=True)
    def broadcasts(self) -> KeyedListModel:
        return self._broadcasts

    @Property(QObject, constant=True)
    def products(self) -> KeyedListModel:
        return self._products

    @Property(QObject, constant=True)
    def preview(self) -> KeyedListModel:
        """The first products, for where both kinds stand in one list."""
        return self._preview

    @Property(QObject, constant=True)
    def recipes(self) -> KeyedListModel:
        return self._recipes

    @Property(QObject, constant=True)
    def recipePreview(self) -> KeyedListModel:
        """The first recipes, for where they stand below something else."""
        return self._recipe_preview

    @Property(QObject, constant=True)
    def nearest(self) -> KeyedListModel:
        """Words to try when nothing was found."""
        return self._nearest

    @Property(QObject, constant=True)
    def chips(self) -> KeyedListModel:
        """The conditions that are chosen, to be taken back."""
        return self._chips

    @Property(QObject, constant=True)
    def channels(self) -> KeyedListModel:
        return self._answers["channels"]

    @Property(QObject, constant=True)
    def times(self) -> KeyedListModel:
        return self._answers["time"]

    @Property(QObject, constant=True)
    def kinds(self) -> KeyedListModel:
        return self._answers["kind"]

    @Property(QObject, constant=True)
    def prices(self) -> KeyedListModel:
        return self._answers["price"]

    @Property(QObject, constant=True)
    def supplements(self) -> KeyedListModel:
        return self._answers["supplements"]

    @Slot(str)
    def ask(self, words: str) -> None:
        """Search because the shopper asked: it is remembered."""
        words = " ".join(words.split())
        if words:
            self._begin(Question(words))
            self._write(lambda: self._history.remember(words), lambda _none: None)

    def show(self, words: str) -> None:
        """Show the results of a query the shopper comes back to; nothing for ""."""
        words = " ".join(words.split())
        if words and words != self._question.words:
            self._begin(Question(words))

    @Slot()
    def askAsTyped(self) -> None:
        """Search for the very words, not for what they were taken for."""
        self._begin(replace(self._question, as_typed=True))

    @Slot(str)
    def chooseScope(self, scope: str) -> None:
        if scope in SCOPES and scope != self._scope:
            self._scope = scope
            self.scopeChanged.emit()

    @Slot(str)
    def chooseTime(self, time: str) -> None:
        self._narrow(replace(self._conditions, time=time))

    @Slot(str)
    def chooseKind(self, kind: str) -> None:
        self._narrow(replace(self._conditions, kind=kind))

    @Slot(str)
    def choosePrice(self, price: str) -> None:
        self._narrow(replace(self._conditions, price=price))

    @Slot(str)
    def chooseSupplements(self, supplements: str) -> None:
        self._narrow(replace(self._conditions, supplements=supplements))

    @Slot(str)
    def toggleChannel(self, channel: str) -> None:
        chosen = self._conditions
        self._narrow(replace(chosen, channels=chosen.channels ^ {channel}))

    @Slot(str)
    def dropCondition(self, question: str) -> None:
        self._narrow(self._conditions.without(question))

    @Slot()
    def clearConditions(self) -> None:
        self._narrow(Conditions())

    @Slot()
    def showMore(self) -> None:
        self._question = replace(self._question, room=self._question.room + _MORE)
        self.refresh()

    @Slot(str)
    def openProduct(self, key: str) -> None:
        """Open a mall product's own page in the browser."""
        link = next((row.link for row in self._products.rows() if row.key == key), "")
        if link:
            QDesktopServices.openUrl(QUrl(link))

    def refresh(self) -> None:
        question = self._question
        if question.words:
            self.read(lambda: self._ask(question), self._show)

    @property
    def _conditions(self) -> Conditions:
        return self._question.conditions

    def _begin(self, question: Question) -> None:
        """Ask anew: what was found before is no answer to it, nor are its conditions."""
        self._question = replace(question, conditions=Conditions())
        self._has_shown = False
        self.chooseScope("all")
        self._show_conditions()
        self.asked.emit()
        self.refresh()

    def _narrow(self, conditions: Conditions) -> None:
        if conditions != self._conditions:
            self._question = replace(self._question, conditions=conditions)
            self._show_conditions()
            self.refresh()

    def _ask(self, question: Question) -> ResultPage:
        result = self._search.search(
            question.words,
            limit=_ALL,
            narrowed=question.conditions.narrowed,
            as_typed=question.as_typed,
        )
        page = result_page(
            question,
            result,
            self._clock.now(),
            self._wishes.wished_broadcasts(),
            self._wishes.wished_products(),
        )
        if page.count or question.conditions != Conditions():
            return page
        return replace(page, nearest=nearest_words(self._suggest, question.words))

    def _show(self, page: ResultPage) -> ScreenState:
        self._page = page
        self._broadcasts.replace(page.broadcasts)
        self._products.replace(page.products)
        self._preview.replace(page.products[:_PREVIEW])
        self._recipes.replace(page.recipes)
        self._recipe_preview.replace(page.recipes[:_PREVIEW])
        self._nearest.replace(page.nearest)
        self._show_conditions()
        self.shown.emit()
        if page.count:
            return READY
        return _FILTERED if page.question.conditions != Conditions() else _nothing(page)

    def _show_conditions(self) -> None:
        chosen = self._conditions
        channels = [replace(row, isOn=row.key in chosen.channels) for row in self._page.channels]
        self._answers["channels"].replace(channels)
        self._answers["time"].replace(answers(TIMES, chosen.time))
        self._answers["kind"].replace(answers(KINDS, chosen.kind))
        self._answers["price"].replace(answers(PRICES, chosen.price))
        self._answers["supplements"].replace(answers(SUPPLEMENTS, chosen.supplements))
        self._chips.replace(chips(chosen, channels))


def _nothing(page: ResultPage) -> ScreenState:
    return ScreenState(
        "none",
        f"“{page.question.words}”에 맞는 결과를 찾지 못했어요.",
        "낱말을 줄이거나 다른 이름으로 찾아보세요.",
        "방송되면 알려 주기",
    )
