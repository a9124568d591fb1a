"""The order slip (주문서): what would be ordered, at which price, and its number once it is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.cart_words import remark_words
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import PaymentWay
from eats_desktop.viewmodels.keyed_list_model import KeyedListModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.cart_item import CartItem
    from eats_desktop.domain.order import Order
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.order_service import OrderService, OrderSlip
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_CALM_MS = 700
"""A click meant for the button that was there a moment ago closes or cancels nothing."""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A line of the slip; `isLeftOut` lines stay in the cart, `noteText` says why."""

    key: str
    name: str
    piecesText: str
    priceText: str
    noteText: str
    isLeftOut: bool


@QmlElement
class OrderSlipViewModel(QObject):
    """One slip at a time. Its request key is dealt when it is opened, so however often it is
    sent there is one order."""

    changed = Signal()

    def __init__(
        self,
        orders: OrderService,
        counter: Callable[[], bool],
        tasks: TaskRunner,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._orders = orders
        self._counter = counter
        self._tasks = tasks
        self._notices = notices
        self._rows = KeyedListModel(SlipRow, self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.changed)
        self._clear()

    def _clear(self) -> None:
        self._key = ""
        self._slip: OrderSlip | None = None
        self._order: Order | None = None
        self._accepts = False
        self._submitting = False
        self._problem = ""

    @Property(QObject, constant=True)
    def rows(self) -> KeyedListModel:
        return self._rows

    @Property(bool, notify=changed)
    def canOrder(self) -> bool:
        """Whether this place has a counter that takes payments."""
        return self._counter()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._slip is not None

    @Property(str, notify=changed)
    def totalText(self) -> str:
        return format_won(self._slip.total_krw) if self._slip is not None else ""

    @Property(str, notify=changed)
    def raisedText(self) -> str:
        """Which prices rose since they were put in, "" for none; the shopper has to agree."""
        raised = self._slip.raised if self._slip is not None else ()
        if not raised:
            return ""
        return f"담은 뒤 오른 값을 받아들일게요 ({', '.join(item.line.name for item in raised)})"

    @Property(bool, notify=changed)
    def acceptsRaised(self) -> bool:
        return self._accepts

    @Property(bool, notify=changed)
    def canSubmit(self) -> bool:
        slip = self._slip
        if slip is None or not slip.items or self._submitting or self._order is not None:
            return False
        return self._accepts or not slip.raised

    @Property(bool, notify=changed)
    def isSubmitting(self) -> bool:
        return self._submitting

    @Property(bool, notify=changed)
    def isCalm(self) -> bool:
        """Whether nothing is under way and the order was not made only this moment."""
        return not (self._submitting or self._calm.isActive())

    @Property(str, notify=changed)
    def problemText(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def sellersText(self) -> str:
        """What of the selection is not on this slip because its seller takes the order."""
        count = len(self._slip.of_sellers) if self._slip is not None else 0
        return f"방송 상품 {count}가지는 판매처에서 따로 주문해 주세요." if count else ""

    @Property(str, notify=changed)
    def orderNo(self) -> str:
        """The number of the order, "" before it is made."""
        return str(self._order.order_no) if self._order is not None else ""

    @Slot()
    def open(self) -> None:
        """Draw up a slip of what is chosen now."""
        if self._slip is None and self._counter():
            self._clear()
            self._key = uuid.uuid4().hex
            self._draw()

    @Slot()
    def close(self) -> None:
        if not self._submitting:
            self._clear()
            self._rows.replace([])
            self.changed.emit()

    @Slot()
    def toggleAccepts(self) -> None:
        self._accepts = not self._accepts
        self.changed.emit()

    @Slot()
    def submit(self) -> None:
        """Make the order; a second press while the first is under way does nothing."""
        slip, accepts = self._slip, self._accepts
        if self._submitting:
            self._notices.announced.emit("처리 중이에요.")
            return
        if slip is None or not self.property("canSubmit"):
            return
        self._submitting = True
        self._problem = ""
        self.changed.emit()
        self._tasks.write(
            lambda: self._orders.create(slip, PaymentWay.COUNTER, accepts_raised=accepts),
            self._made,
        )

    @Slot()
    def cancelOrder(self) -> None:
        """Take back the order that was just made; it is not paid yet."""
        order = self._order
        if order is not None and self.property("isCalm"):
            self._submitting = True
            self.changed.emit()
            self._tasks.write(lambda: self._orders.cancel(order.order_no), self._cancelled)

    def setting_changed(self) -> None:
        self.changed.emit()

    def _draw(self) -> None:
        key = self._key
        self._tasks.read(lambda: self._orders.slip(key), self._drawn)

    def _drawn(self, outcome: Outcome[OrderSlip]) -> None:
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
            return
        if outcome.error is not None:
            raise outcome.error
        if outcome.value is None or outcome.value.request_key != self._key:
            return  # closed, or opened anew, meanwhile
        self._slip = outcome.value
        self._rows.replace(_rows(outcome.value))
        self.changed.emit()

    def _made(self, outcome: Outcome[Order]) -> None:
        self._submitting = False
        if isinstance(outcome.error, EatsError):
            self._problem = outcome.error.detail or "주문서를 만들지 못했어요."
            self._accepts = False
            self._draw()
        elif outcome.error is not None:
            raise outcome.error
        else:
            self._order = outcome.value
            self._calm.start()
        self.changed.emit()

    def _cancelled(self, outcome: Outcome[Order]) -> None:
        self._submitting = False
        if isinstance(outcome.error, EatsError):
            self._problem = outcome.error.detail
            self.changed.emit()
            return
        if outcome.error is not None:
            raise outcome.error
        self._notices.say("주문을 취소했어요. 결제하지 않은 주문이라 낼 돈이 없어요.", kind="ok")
        self.close()


def _rows(slip: OrderSlip) -> list[SlipRow]:
    ordered = [_row(item, "", is_left_out=False) for item in slip.items]
    left_out = [
        _row(item, f"{remark_words(item, remark)} 주문에 넣지 않아요.", is_left_out=True)
        for item, remark in slip.left_out
    ]
    return [*ordered, *left_out]


def _row(item: CartItem, note: str, *, is_left_out: bool) -> SlipRow:
    return SlipRow(
        key=str(item.line.line_id),
        name=item.line.name,
        piecesText=f"{item.line.quantity}개",
        priceText="" if item.sum_krw is None else format_won(item.sum_krw),
        noteText=note,
        isLeftOut=is_left_out,
    )
