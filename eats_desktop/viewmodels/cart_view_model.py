"""The cart screen (장바구니): lines by seller, what is chosen, what it costs, undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.cart_item import Remark
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.viewmodels.cart_adding import CartAdding
from eats_desktop.viewmodels.cart_rows import CartRow, SumTexts, cart_rows, sum_texts
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from eats_desktop.domain.cart import RemovedLines
    from eats_desktop.domain.cart_item import CartItem, SellerGroup
    from eats_desktop.domain.stored_recipe import RecipeKey
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.cart_service import CartService
    from eats_desktop.services.detail_service import DetailService, KnownDetail
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = ScreenState(
    "none",
    "장바구니가 비어 있어요.",
    "상품 화면에서 ‘담기’를, 방송 상품에서 ‘담아두기’를 누르면 여기에 모여요.",
    "편성표 보기",
)
_OLD = {Remark.STALE, Remark.TOO_OLD}
_MOST_ASKED = 10
_SHOWN_BADGE = 99


@dataclass(frozen=True, slots=True)
class _Answer:
    groups: tuple[SellerGroup, ...]
    titles: Mapping[RecipeKey, str]

    @property
    def items(self) -> list[CartItem]:
        return [item for group in self.groups for item in group.items]


@QmlElement
class CartViewModel(ScreenViewModel):
    shown = Signal()
    counted = Signal()

    loading_title = "장바구니를 가져오는 중이에요"

    def __init__(
        self,
        cart: CartService,
        recipe_titles: Callable[[Collection[RecipeKey]], Mapping[RecipeKey, str]],
        details: DetailService,
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._cart = cart
        self._recipe_titles = recipe_titles
        self._details = details
        self._notices = notices
        self._write = Writing(tasks, notices)
        self._adding = CartAdding(cart, self._write, notices)
        self._rows = KeyedListModel(CartRow, self)
        self._ours, self._sellers = SumTexts(), SumTexts()
        self._count = 0

    @Property(QObject, constant=True)
    def lines(self) -> KeyedListModel:
        return self._rows

    @Property(str, notify=counted)
    def badge(self) -> str:
        """How many lines there are, as a badge shows it; "" for none."""
        more = self._count > _SHOWN_BADGE
        return f"{_SHOWN_BADGE}+" if more else str(self._count) if self._count else ""

    @Property(str, notify=shown)
    def countText(self) -> str:
        count = self._rows.rowCount()
        return f"총 {count}개 상품" if count else ""

    @Property(str, notify=shown)
    def chosenText(self) -> str:
        return f"선택 {len(self._chosen())}/{self._rows.rowCount()}"

    @Property(int, notify=shown)
    def chosenCount(self) -> int:
        return len(self._chosen())

    @Property(str, notify=shown)
    def chosenKind(self) -> str:
        """all, some or none of the lines are chosen."""
        chosen = len(self._chosen())
        return "none" if not chosen else "all" if chosen == self._rows.rowCount() else "some"

    @Property(str, notify=shown)
    def oursCount(self) -> str:
        """What is chosen of what is ordered here, "" for nothing."""
        return self._ours.count

    @Property(str, notify=shown)
    def oursList(self) -> str:
        return self._ours.list_price

    @Property(str, notify=shown)
    def oursDiscount(self) -> str:
        return self._ours.discount

    @Property(str, notify=shown)
    def oursTotal(self) -> str:
        return self._ours.total

    @Property(str, notify=shown)
    def oursNote(self) -> str:
        return self._ours.note

    @Property(str, notify=shown)
    def sellersCount(self) -> str:
        """What is chosen of what only its seller takes orders for, "" for nothing."""
        return self._sellers.count

    @Property(str, notify=shown)
    def sellersTotal(self) -> str:
        return self._sellers.total

    @Property(str, notify=shown)
    def sellersNote(self) -> str:
        return self._sellers.note

    def refresh(self) -> None:
        self.read(self._ask, self._show)

    def count_again(self) -> None:
        """Read how many lines there are, for the badge."""
        self._tasks.read(self._cart.count, self._counted)

    def look_closer(self) -> None:
        """Ask the sellers for prices that are older than six hours; the screen was opened."""
        self._tasks.read(self._old_products, self._ask_sellers)

    @Slot(str)
    def put(self, product: str) -> None:
        """Put in one of a product ("source:id")."""
        self._adding.add([(ProductKey.parse(product), 1)])

    @Slot(int, int)
    def step(self, line_id: int, by: int) -> None:
        """Make a line more or fewer pieces; a toast says why where that cannot be."""
        self._write(lambda: self._cart.step(line_id, by), _nothing)

    @Slot(int, bool)
    def check(self, line_id: int, on: bool) -> None:
        self._write(lambda: self._cart.check(line_id, on=on), _nothing)

    @Slot()
    def checkAll(self) -> None:
        """Choose all lines, or none when all are chosen."""
        rows = self._rows.rows()
        on = len(self._chosen()) < len(rows)
        ids = [row.lineId for row in rows]
        self._write(lambda: self._cart.check_all(ids, on=on), _nothing)

    @Slot(int)
    def remove(self, line_id: int) -> None:
        self._remove([line_id])

    @Slot()
    def removeChosen(self) -> None:
        chosen = [row.lineId for row in self._chosen()]
        if chosen:
            self._remove(chosen)

    @Slot(int)
    def openSeller(self, line_id: int) -> None:
        """Open the seller's page of a line in the browser."""
        link = next((row.link for row in self._rows.rows() if row.lineId == line_id), "")
        if link:
            QDesktopServices.openUrl(QUrl(link))

    def _remove(self, line_ids: Sequence[int]) -> None:
        self._write(lambda: self._cart.remove(line_ids), self._removed)

    def _removed(self, removed: RemovedLines) -> None:
        count = len(removed.lines)
        words = f"{count}가지를 뺐어요." if count > 1 else f"뺐어요: {removed.lines[0].name}"
        self._notices.say(words, kind="ok", action="되돌리기", act=lambda: self._put_back(removed))

    def _put_back(self, removed: RemovedLines) -> None:
        self._write(lambda: self._cart.undo(removed), _nothing)

    def _chosen(self) -> list[CartRow]:
        return [row for row in self._rows.rows() if row.isChecked]

    def _ask(self) -> _Answer:
        groups = self._cart.groups()
        recipes = {item.line.recipe for group in groups for item in group.items}
        return _Answer(groups, self._recipe_titles([key for key in recipes if key is not None]))

    def _show(self, answer: _Answer) -> ScreenState:
        items = answer.items
        self._rows.replace(cart_rows(answer.groups, answer.titles))
        self._ours = sum_texts([item for item in items if item.is_sold_here])
        self._sellers = sum_texts([item for item in items if not item.is_sold_here])
        self._set_count(len(items))
        self.shown.emit()
        return READY if items else _NONE

    def _counted(self, outcome: Outcome[int]) -> None:
        if isinstance(outcome.error, EatsError):
            return  # the badge keeps what it last showed; the screen says what is wrong
        if outcome.error is not None:
            raise outcome.error
        self._set_count(outcome.value or 0)

    def _set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.counted.emit()

    def _old_products(self) -> list[ProductKey]:
        old = [item.line.product for item in self._cart.items() if _OLD & {*item.remarks}]
        return [key for key in old if self._details.of_product(key).is_due][:_MOST_ASKED]

    def _ask_sellers(self, outcome: Outcome[list[ProductKey]]) -> None:
        for key in outcome.value or ():
            self._tasks.ask(lambda key=key: self._details.ask(key), self._asked)  # type: ignore[misc]  # bound default

    def _asked(self, outcome: Outcome[KnownDetail]) -> None:
        """What was learnt is published by itself; a seller that does not answer leaves the price
        as old as it is, and the row says so."""
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error


def _nothing(_value: object) -> None:
    """The event that follows a change shows it."""
