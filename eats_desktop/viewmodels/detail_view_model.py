"""What the seller's page says of one product: read on its own, asked for when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import ConflictError, EatsError
from eats_desktop.domain.product_detail import ReviewShares, gallery
from eats_desktop.viewmodels import pictures
from eats_desktop.viewmodels.detail_rows import (
    FactRow,
    ShareRow,
    aspect_rows,
    checked_text,
    delivery_text,
    fact_rows,
    is_bare,
    star_rows,
    terms,
)
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.product_detail import ProductDetail
    from eats_desktop.domain.schedule import ProductKey
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.detail_service import DetailService, KnownDetail

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_FOLDED = 4

_UNREADABLE = ScreenState(
    "none",
    "판매처 정보가 없어요.",
    "이 판매처의 상품 페이지는 받지 않아요. 배송과 표기정보는 판매처에서 확인해 주세요.",
)
_NOT_YET = ScreenState(
    "never",
    "판매처 정보를 아직 받지 않았어요.",
    "배송과 필수 표기정보, 사진을 지금 받아 볼 수 있어요.",
    "판매처 정보 받기",
)
_ELSEWHERE = "배송과 표기정보는 판매처에서 확인해 주세요."
_TOMORROW = ScreenState(
    "error",
    "오늘은 판매처에 물을 만큼 물었어요.",
    "내일 다시 받아 볼 수 있어요.",
)


@QmlElement
class DetailViewModel(ScreenViewModel):
    """`asks`: opening a product is reason enough to ask its seller, else a button does."""

    shown = Signal()

    loading_title = "판매처 정보를 가져오는 중이에요"

    def __init__(
        self,
        details: DetailService,
        tasks: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
        *,
        asks: bool,
    ) -> None:
        super().__init__(tasks, parent)
        self._details = details
        self._clock = clock
        self._asks = asks
        self._of: ProductKey | None = None
        self._thumbnail: str | None = None
        self._asked: ProductKey | None = None
        self._asking: ProductKey | None = None
        self._known: KnownDetail | None = None
        self._photos: list[str] = []
        self._open = False
        self._terms = KeyedListModel(FactRow, self)
        self._facts = KeyedListModel(FactRow, self)
        self._stars = KeyedListModel(ShareRow, self)
        self._aspects = KeyedListModel(ShareRow, self)

    @Property("QStringList", notify=shown)  # type: ignore[arg-type]  # a meta type by name
    def photos(self) -> list[str]:
        """Addresses that the picture desk knows, the listing's own first."""
        return self._photos

    @Property(QObject, constant=True)
    def terms(self) -> KeyedListModel:
        return self._terms

    @Property(QObject, constant=True)
    def facts(self) -> KeyedListModel:
        """The lines of the statutory notice, the first few while it is folded."""
        return self._facts

    @Property(QObject, constant=True)
    def stars(self) -> KeyedListModel:
        """How reviews are spread over 5 to 1 stars, in percent; empty while not known."""
        return self._stars

    @Property(QObject, constant=True)
    def aspects(self) -> KeyedListModel:
        """What reviewers were content with, in percent."""
        return self._aspects

    @Property(int, notify=shown)
    def factCount(self) -> int:
        return self._count

    @Property(bool, notify=shown)
    def isLong(self) -> bool:
        return self._count > _FOLDED + 1

    @Property(bool, notify=shown)
    def isOpen(self) -> bool:
        return self._open

    @Property(str, notify=shown)
    def checkedText(self) -> str:
        detail = self._detail
        return checked_text(detail, self._clock.now()) if detail is not None else ""

    @Property(str, notify=shown)
    def deliveryText(self) -> str:
        """What delivery costs, beside the price; "" while not known."""
        return delivery_text(self._detail)

    @Property(str, notify=shown)
    def ratingText(self) -> str:
        """The mean of the seller's reviews, "" without any."""
        detail = self._detail
        known = detail is not None and detail.rating is not None and detail.review_count
        return f"{detail.rating:.1f}" if detail is not None and known else ""

    @Property(int, notify=shown)
    def reviewCount(self) -> int:
        return (self._detail.review_count or 0) if self._detail is not None else 0

    @Property(bool, notify=shown)
    def isEnded(self) -> bool:
        """Whether the seller's page said that the product is no longer sold."""
        return self._detail is not None and self._detail.is_ended

    @Property(bool, notify=shown)
    def isBare(self) -> bool:
        """Whether nothing is known but that: it was over before the page was ever read."""
        return self._detail is not None and is_bare(self._detail)

    def show(self, product: ProductKey | None, thumbnail_url: str | None = None) -> None:
        """Show what is known of a product, ask for more where that is due; None clears."""
        if product is None or product != self._of:
            self._has_shown = False
            self._generation += 1
            self._asked = None
            self._known = None
            self._open = False
            self.set_state(ScreenState("waiting"))
        self._of, self._thumbnail = product, thumbnail_url
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        if self._of is not None:
            key = self._of
            self.read(lambda: self._details.of_product(key), self._show)

    @Slot()
    def retry(self) -> None:
        """Ask the seller now because the shopper wants it."""
        if self._known is not None and self._known.can_ask:
            self._ask()
        else:
            self.refresh()

    @Slot()
    def toggle(self) -> None:
        """Unfold the notice, or fold it again."""
        self._open = not self._open
        self._fill()

    @property
    def _count(self) -> int:
        return len(self._detail.facts) if self._detail is not None else 0

    @property
    def _detail(self) -> ProductDetail | None:
        return self._known.detail if self._known is not None else None

    def _show(self, known: KnownDetail) -> ScreenState:
        self._known = known
        self._fill()
        if self._asks and known.is_due and self._asking != self._of:
            self._ask()
        if known.detail is not None:
            return READY
        if not known.can_ask:
            return _UNREADABLE
        under_way = self._asked is not None and self._state.kind in ("loading", "error")
        return self._state if under_way else _NOT_YET

    def _ask(self) -> None:
        key = self._of
        if key is None:
            return
        self._asked = self._asking = key
        if self._detail is None:
            self.set_state(ScreenState("loading", self.loading_title))

        def done(outcome: Outcome[KnownDetail]) -> None:
            if key == self._asking:
                self._asking = None
            if key == self._of:
                self._take_answer(outcome)

        self._tasks.ask(lambda: self._ask_if_open(key), done)

    def _ask_if_open(self, key: ProductKey) -> KnownDetail:
        """Ask when it is this product's turn, unless the shopper has gone on to another."""
        return self._details.ask(key) if key == self._of else self._details.of_product(key)

    def _take_answer(self, outcome: Outcome[KnownDetail]) -> None:
        if isinstance(outcome.error, EatsError):
            if self._detail is None:
                self.set_state(_failure(outcome.error))
            return
        if outcome.error is not None:
            raise outcome.error
        if outcome.value is not None:
            self.set_state(self._show(outcome.value))

    def _fill(self) -> None:
        """Bring rows, pictures and words in line with what is known."""
        detail = self._detail
        of = self._of
        urls = gallery(self._thumbnail, detail)
        self._photos = [pictures.photo_address(of.source, url) for url in urls] if of else []
        self._terms.replace(terms(detail) if detail is not None else [])
        shares = ReviewShares() if detail is None else detail.shares
        self._stars.replace(star_rows(shares))
        self._aspects.replace(aspect_rows(shares))
        rows = fact_rows(detail) if detail is not None else []
        is_folded = len(rows) > _FOLDED + 1 and not self._open
        self._facts.replace(rows[:_FOLDED] if is_folded else rows)
        self.shown.emit()


def _failure(error: EatsError) -> ScreenState:
    if isinstance(error, ConflictError):
        return _TOMORROW
    title, _ = error_texts(error.code)
    return ScreenState("error", title, _ELSEWHERE, "다시 시도")
