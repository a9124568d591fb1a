"""The payment that the checkout shows: waiting for it, its result, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.money import format_won
from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import PaymentState
from eats_desktop.viewmodels.payment_words import PaymentWords, payment_words

if TYPE_CHECKING:
    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.pantry import PantryChange
    from eats_desktop.domain.payment import Payment
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.checkout_service import CheckoutService
    from eats_desktop.services.pantry_service import PantryService
    from eats_desktop.viewmodels.navigator import Navigator
    from eats_desktop.viewmodels.notices_view_model import NoticesViewModel
    from eats_desktop.viewmodels.writing import Writing

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SLOW_MS = 3000
"""After this long without a result the shopper is told not to pay again."""

_ENDED_UNPAID = frozenset({PaymentState.DECLINED, PaymentState.CANCELLED, PaymentState.EXPIRED})


@dataclass(frozen=True, slots=True)
class PaymentParts:
    checkout: CheckoutService
    pantry: PantryService
    clock: Clock
    tasks: TaskRunner
    write: Writing


@QmlElement
class PaymentViewModel(QObject):
    """Shows what the journal says, never more; `hear` brings each step."""

    changed = Signal()

    def __init__(
        self,
        parts: PaymentParts,
        navigator: Navigator,
        notices: NoticesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._navigator = navigator
        self._notices = notices
        self._payment: Payment | None = None
        self._words = PaymentWords(0, "info", "")
        self._generation = 0
        self._can_fill = False
        self._turning = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say)

    @property
    def payment(self) -> Payment | None:
        return self._payment

    @Property(int, notify=changed)
    def step(self) -> int:
        """3 while it is under way, 4 with a result (also "being asked for"), 0 without one."""
        return self._words.step

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._words.kind

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.title

    @Property(str, notify=changed)
    def help(self) -> str:
        return self._words.help

    @Property(str, notify=changed)
    def support(self) -> str:
        return self._words.support

    @Property(str, notify=changed)
    def orderNo(self) -> str:
        return "" if self._payment is None else str(self._payment.order_no)

    @Property(str, notify=changed)
    def amountText(self) -> str:
        return "" if self._payment is None else format_won(self._payment.amount_krw)

    @Property(str, notify=changed)
    def pageUrl(self) -> str:
        """What the browser opens and the code shows, "" when the shopper has nothing to open."""
        shown = self._payment
        if shown is None or shown.state is not PaymentState.WAITING or shown.turned_back:
            return ""
        return shown.page_url or ""

    @Property(bool, notify=changed)
    def isAtCounter(self) -> bool:
        shown = self._payment
        return shown is not None and shown.way is PaymentWay.COUNTER and shown.is_open

    @Property(bool, notify=changed)
    def isPlay(self) -> bool:
        return self._payment is not None and self._payment.way is PaymentWay.DEMO

    @Property(bool, notify=changed)
    def canTurnBack(self) -> bool:
        return self._payment is not None and self._payment.can_be_cancelled and not self._turning

    @Property(bool, notify=changed)
    def canFill(self) -> bool:
        """Whether what was bought can be put into the pantry."""
        return self._can_fill

    @Property(bool, notify=changed)
    def isPaid(self) -> bool:
        return self._payment is not None and self._payment.state is PaymentState.PAID

    @Property(bool, notify=changed)
    def canTryAgain(self) -> bool:
        return self._payment is not None and self._payment.state in _ENDED_UNPAID

    def show(self, payment: Payment | None) -> None:
        """Show this payment and read what became of it since; None shows none."""
        self._slow.stop()
        self._payment = None
        self._can_fill = self._turning = False
        self._generation += 1
        if payment is None:
            self._words = PaymentWords(0, "info", "")
            self.changed.emit()
            return
        self._take(payment)
        self.refresh()

    def hear(self, payment: Payment) -> None:
        """Take a step of the payment that is shown; others are none of this page's business."""
        shown = self._payment
        if shown is None or payment.payment_id != shown.payment_id:
            return
        newer = (payment.steps, payment.changed_at) >= (shown.steps, shown.changed_at)
        if newer:  # two threads may tell in the wrong order
            self._generation += 1
            self._take(payment)

    def refresh(self) -> None:
        """Read the payment again; what was heard meanwhile is newer than what was read."""
        shown = self._payment
        if shown is None:
            return
        generation = self._generation

        def read(outcome: Outcome[Payment | None]) -> None:
            if outcome.error is not None and not isinstance(outcome.error, EatsError):
                raise outcome.error
            if generation == self._generation and outcome.value is not None:
                self._take(outcome.value)

        self._parts.tasks.read(lambda: self._parts.checkout.payment(shown.order_no), read)

    @Slot()
    def openPage(self) -> None:
        """Open the provider's page in the browser."""
        url = str(self.property("pageUrl"))
        if url:
            QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def turnBack(self) -> None:
        """The shopper does not want to pay after all."""
        shown = self._payment
        if shown is None or not self.property("canTurnBack"):
            self._notices.announced.emit("처리 중이에요")
            return
        self._turning = True
        self.changed.emit()
        self._parts.tasks.write(lambda: self._parts.checkout.cancel(shown.payment_id), self._turned)

    @Slot()
    def fillPantry(self) -> None:
        """Put what was bought into the pantry; a toast takes it back."""
        shown = self._payment
        if shown is None or not self._can_fill:
            return
        self._can_fill = False
        self.changed.emit()
        self._parts.write(lambda: self._parts.pantry.fill(str(shown.order_no)), self._filled)

    @Slot()
    def viewOrder(self) -> None:
        if self._payment is not None:
            self._navigator.follow(f"eats://order/{self._payment.order_no}")

    def _take(self, payment: Payment) -> None:
        was = self._payment
        self._payment = payment
        if not payment.is_open:
            self._slow.stop()
            self._turning = False
        elif was is None and payment.way is not PaymentWay.COUNTER:
            self._slow.start()
        if payment.state is PaymentState.PAID and (was is None or was.state != payment.state):
            self._ask_pantry()
        self._say()

    def _say(self) -> None:
        shown = self._payment
        if shown is None:
            return
        before = self._words.title
        now = self._parts.clock.now()
        self._words = payment_words(shown, now, is_slow=not self._slow.isActive())
        self.changed.emit()
        if self._words.title != before and self._navigator.place.page == "checkout":
            self._notices.announced.emit(f"{self._words.title} {self._words.help}".strip())

    def _turned(self, outcome: Outcome[Payment]) -> None:
        self._turning = False
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif outcome.value is not None:
            self.hear(outcome.value)
        self.refresh()
        self.changed.emit()

    def _ask_pantry(self) -> None:
        self._parts.tasks.read(self._parts.pantry.unfilled_orders, self._know_pantry)

    def _know_pantry(self, outcome: Outcome[tuple[str, ...]]) -> None:
        if outcome.error is not None and not isinstance(outcome.error, EatsError):
            raise outcome.error
        self._can_fill = str(self.property("orderNo")) in (outcome.value or ())
        self.changed.emit()

    def _filled(self, change: PantryChange) -> None:
        self._notices.say(
            f"냉장고에 {len(change.after)}가지를 넣었어요.",
            kind="ok",
            action="되돌리기",
            act=lambda: self._take_out(change),
        )

    def _take_out(self, change: PantryChange) -> None:
        def undone(_none: None) -> None:
            self._notices.say("냉장고를 되돌렸어요.")
            self._ask_pantry()

        self._parts.write(lambda: self._parts.pantry.undo(change), undone)
