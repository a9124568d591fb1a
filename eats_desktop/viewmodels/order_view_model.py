"""주문 상세: what was bought, how far it is, what is known of the money, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import InputError, NotFoundError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import BOUGHT, STATE_WORDS, OrderNo
from eats_desktop.viewmodels.cart_adding import take_back
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel
from eats_desktop.viewmodels.order_rows import OrderLineRow, line_row, sums
from eats_desktop.viewmodels.order_texts import (
    STATE_KINDS,
    PaymentTexts,
    StepRow,
    long_day,
    payment_texts,
    steps,
    way_text,
)
from eats_desktop.viewmodels.pictures import web_address
from eats_desktop.viewmodels.receipt import heading
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import clock_text
from eats_desktop.viewmodels.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.pantry import PantryChange
    from eats_desktop.domain.payment import Payment
    from eats_desktop.jobs.task_runner import TaskRunner
    from eats_desktop.services.cart_service import CartService
    from eats_desktop.services.order_book import OrderBook, OrderDetail, Reordered
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_GONE = ScreenState("none", "주문을 찾을 수 없어요.", "주문 번호를 다시 확인해 주세요.")


@QmlElement
class OrderViewModel(ScreenViewModel):
    shown = Signal()
    told = Signal()

    loading_title = "주문을 가져오는 중이에요"

    def __init__(
        self,
        book: OrderBook,
        cart: CartService,
        save_receipt: Callable[[OrderDetail], Path],
        navigator: Navigator,
        tasks: TaskRunner,
        clock: Clock,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._book = book
        self._cart = cart
        self._save_receipt = save_receipt
        self._navigator = navigator
        self._clock = clock
        self._notices = notices
        self._write = Writing(tasks, notices)
        self._asked = ""
        self._seen: OrderDetail | None = None
        self._left_out = ""
        self._lines = KeyedListModel(OrderLineRow, self)
        self._steps = KeyedListModel(StepRow, self)

    @Property(str, notify=shown)
    def key(self) -> str:
        """The number of the order that is shown."""
        return str(self._seen.order.order_no) if self._seen else ""

    @Property(str, notify=shown)
    def boughtKey(self) -> str:
        """The number of the order that is shown if it is bought, so at home to be cooked."""
        seen = self._seen
        return str(seen.order.order_no) if seen and seen.order.state in BOUGHT else ""

    @Property(QObject, constant=True)
    def lines(self) -> KeyedListModel:
        return self._lines

    @Property(QObject, constant=True)
    def steps(self) -> KeyedListModel:
        return self._steps

    @Property(str, notify=shown)
    def whenText(self) -> str:
        if self._seen is None:
            return ""
        made = self._seen.order.created_at
        return f"{long_day(made, self._clock.now())} {clock_text(made)}"

    @Property(str, notify=shown)
    def stateKind(self) -> str:
        return STATE_KINDS[self._seen.order.state] if self._seen else ""

    @Property(str, notify=shown)
    def stateText(self) -> str:
        return STATE_WORDS[self._seen.order.state] if self._seen else ""

    @Property(str, notify=shown)
    def listText(self) -> str:
        """What it would cost without discounts, "" where there are none."""
        return self._won(lambda seen: sums(seen.order).list_krw)

    @Property(str, notify=shown)
    def savedText(self) -> str:
        saved = self._won(lambda seen: sums(seen.order).discount_krw)
        return f"-{saved}" if saved else ""

    @Property(str, notify=shown)
    def totalText(self) -> str:
        return self._won(lambda seen: seen.order.total_krw)

    @Property(str, notify=shown)
    def piecesText(self) -> str:
        if self._seen is None:
            return ""
        return f"{len(self._seen.order.lines)}가지 · {self._seen.order.pieces}개"

    @Property(str, notify=shown)
    def wayText(self) -> str:
        return way_text(self._seen.order.way) if self._seen else ""

    @Property(str, notify=shown)
    def paymentKind(self) -> str:
        return self._payment().kind

    @Property(str, notify=shown)
    def paymentText(self) -> str:
        """What is known of the money."""
        return self._payment().words

    @Property(str, notify=shown)
    def paymentFact(self) -> str:
        return self._payment().fact

    @Property(bool, notify=shown)
    def hasProviderReceipt(self) -> bool:
        return bool(self._provider_receipt())

    @Property(bool, notify=shown)
    def canCancel(self) -> bool:
        return self._seen is not None and self._seen.can_be_cancelled

    @Property(bool, notify=shown)
    def canRefund(self) -> bool:
        return self._seen is not None and self._seen.can_be_refunded

    @Property(bool, notify=shown)
    def canFill(self) -> bool:
        """Whether it was paid and is not in the pantry yet."""
        return self._seen is not None and self._seen.can_fill

    @Property(str, notify=told)
    def leftOutText(self) -> str:
        """What could not be put into the cart again, and why; "" when nothing was left out."""
        return self._left_out

    @Property(str, notify=shown)
    def receiptText(self) -> str:
        """What can be saved: an order that was never paid has no receipt."""
        return f"{heading(self._seen.order)} 저장" if self._seen else ""

    def show(self, order_no: str) -> None:
        """Show the order with this number; "" keeps what was shown."""
        if order_no and order_no != self._asked:
            self._asked = order_no
            self._seen = None
            self._has_shown = False
            self._say_left_out("")
            self.set_state(ScreenState("waiting"))
            self.refresh()

    def hear(self, payment: Payment) -> None:
        """The payment of an order learned something."""
        if str(payment.order_no) == self._asked:
            self.refresh()

    def refresh(self) -> None:
        if self._asked:
            self.read(self._look, self._show)

    @Slot()
    def cancel(self) -> None:
        """Cancel an order that is not paid."""
        self._change(self._book.cancel, "주문을 취소했어요. 청구되지 않았어요.")

    @Slot(str)
    def refund(self, reason: str) -> None:
        """Ask for the money of a paid order."""
        self._change(lambda number: self._book.refund(number, reason.strip()), "환불을 요청했어요.")

    @Slot()
    def reorder(self) -> None:
        """Put into the cart again what can be bought now."""
        number = self._number()
        if number is not None:
            self._write(lambda: self._book.reorder(number), self._reordered)

    @Slot()
    def fill(self) -> None:
        """Put the foods into the pantry."""
        number = self._number()
        if number is not None:
            self._write(lambda: self._book.fill(number), self._filled)

    @Slot()
    def saveReceipt(self) -> None:
        seen = self._seen
        if seen is not None:
            self._write(lambda: self._save_receipt(seen), self._saved)

    @Slot()
    def openProviderReceipt(self) -> None:
        """Open what the payment provider says of the payment, in the browser."""
        address = self._provider_receipt()
        if address:
            QDesktopServices.openUrl(QUrl(address))

    def _provider_receipt(self) -> str:
        payment = self._seen.payment if self._seen else None
        return "" if payment is None else web_address(payment.receipt_url)

    def _change(self, act: Callable[[OrderNo], None], words: str) -> None:
        number = self._number()
        if number is not None:
            self._write(lambda: act(number), lambda _none: self._changed(words))

    def _changed(self, words: str) -> None:
        """What the provider has yet to confirm is not said to be done."""
        self.read(self._look, lambda detail: self._tell(detail, words))

    def _tell(self, detail: OrderDetail | None, words: str) -> ScreenState:
        payment = detail.payment if detail is not None else None
        if payment is not None and (payment.is_uncertain or payment.is_open):
            self._notices.say(self._texts(detail).words, kind="warn")
        else:
            self._notices.say(words, kind="ok")
        return self._show(detail)

    def _reordered(self, done: Reordered) -> None:
        self._say_left_out("\n".join(f"{name}: {why}" for name, why in done.left_out))
        if done.added:
            self._notices.say(
                f"{len(done.added)}가지를 장바구니에 담았어요.",
                kind="ok",
                action="되돌리기",
                act=lambda: self._write(
                    lambda: take_back(self._cart, done.added),
                    lambda _none: self._notices.say("담은 것을 되돌렸어요."),
                ),
            )
        else:
            self._notices.say("다시 담을 수 있는 상품이 없어요.", kind="warn")

    def _filled(self, change: PantryChange) -> None:
        count = len(change.after)
        words = (
            f"냉장고에 {count}가지를 넣었어요."
            if count
            else "냉장고에 넣을 재료는 없는 주문이에요."
        )
        self._notices.say(
            words,
            kind="ok",
            action="되돌리기",
            act=lambda: self._write(
                lambda: self._book.take_out(change),
                lambda _none: self._notices.say("냉장고를 되돌렸어요."),
            ),
        )

    def _saved(self, file: Path) -> None:
        def open_it() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

        self._notices.say(f"저장했어요: {file.name}", kind="ok", action="열기", act=open_it)

    def _say_left_out(self, words: str) -> None:
        self._left_out = words
        self.told.emit()

    def _number(self) -> OrderNo | None:
        return self._seen.order.order_no if self._seen else None

    def _won(self, sum_of: Callable[[OrderDetail], int | None]) -> str:
        krw = sum_of(self._seen) if self._seen else None
        return "" if krw is None else format_won(krw)

    def _payment(self) -> PaymentTexts:
        return self._texts(self._seen)

    def _texts(self, detail: OrderDetail | None) -> PaymentTexts:
        return (
            PaymentTexts("", "") if detail is None else payment_texts(detail.order, detail.payment)
        )

    def _look(self) -> OrderDetail | None:
        """None for a number that names no order, as an old link may."""
        try:
            return self._book.detail(OrderNo.parse(self._asked))
        except (InputError, NotFoundError):
            return None

    def _show(self, detail: OrderDetail | None) -> ScreenState:
        self._seen = detail
        now = self._clock.now()
        order = None if detail is None else detail.order
        titles = {} if detail is None else detail.recipe_titles
        lines = () if order is None else order.lines
        self._lines.replace([line_row(i, line, titles) for i, line in enumerate(lines, 1)])
        self._steps.replace([] if order is None else steps(order, now))
        self.shown.emit()
        return _GONE if detail is None else READY
