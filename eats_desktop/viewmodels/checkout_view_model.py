"""The checkout (주문과 결제): 1 확인, 2 동의, 3 결제, 4 결과."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError, PaymentOpenError
from eats_desktop.domain.links import order_link
from eats_desktop.domain.payment import Payment
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.viewmodels.checkout_parts import Seen
from eats_desktop.viewmodels.checkout_rows import agreed
from eats_desktop.viewmodels.checkout_words import (
    BUSY,
    CHANGED,
    CHECKING,
    NOTHING,
    PENDING,
    next_text,
    step_text,
    what_is_missing,
)
from eats_desktop.viewmodels.screen_view_model import READY, ScreenState, ScreenViewModel
from eats_desktop.viewmodels.texts import error_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.domain.reminder import InboxItem
    from eats_desktop.jobs.task_runner import Outcome
    from eats_desktop.services.order_service import OrderSlip
    from eats_desktop.viewmodels.checkout_parts import CheckoutModels, CheckoutParts
    from eats_desktop.viewmodels.checkout_slip_view_model import CheckoutSlipViewModel
    from eats_desktop.viewmodels.checkout_ways_view_model import CheckoutWaysViewModel
    from eats_desktop.viewmodels.payment_view_model import PaymentViewModel
    from eats_desktop.viewmodels.payment_watch_view_model import PaymentWatchViewModel

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_CALM_MS = 700
"""A click meant for the button that was there a moment ago pays or cancels nothing."""


@QmlElement
class CheckoutViewModel(ScreenViewModel):
    """One checkout at a time. Its request key is dealt when it is opened, so however often it is
    sent there is one order and one payment."""

    changed = Signal()

    loading_title = "값과 재고를 확인하고 있어요"

    def __init__(
        self, parts: CheckoutParts, models: CheckoutModels, parent: QObject | None = None
    ) -> None:
        super().__init__(parts.tasks, parent)
        self._parts = parts
        self._slip, self._ways, self._shown = models.slip, models.ways, models.payment
        self._watch, self._checking = models.watch, models.checking
        self._navigator, self._notices = models.navigator, models.notices
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.changed)
        self._checking.finished.connect(self._checked)
        self._shown.changed.connect(self._payment_changed)
        self._ways.changed.connect(self.changed)
        self._paying_step = 0
        self._buying = False
        self._clear()

    def _clear(self) -> None:
        self._key = ""
        self._only: frozenset[int] | None = None
        self._step = 1
        self._accepts = self._consents = False
        self._submitting = self._asked = False
        self._problem = ""

    @Property(QObject, constant=True)
    def payment(self) -> PaymentViewModel:
        return self._shown

    @Property(QObject, constant=True)
    def slip(self) -> CheckoutSlipViewModel:
        return self._slip

    @Property(QObject, constant=True)
    def watch(self) -> PaymentWatchViewModel:
        return self._watch

    @Property(QObject, constant=True)
    def ways(self) -> CheckoutWaysViewModel:
        return self._ways

    @Property(bool, notify=changed)
    def showsPayment(self) -> bool:
        return self._shown.payment is not None

    @Property(int, notify=changed)
    def step(self) -> int:
        """1 to 4."""
        return self._paying_step or self._step

    @Property(str, notify=changed)
    def stepText(self) -> str:
        return step_text(self._paying_step or self._step)

    @Property(bool, notify=changed)
    def acceptsRaised(self) -> bool:
        return self._accepts

    @Property(bool, notify=changed)
    def consents(self) -> bool:
        return self._consents

    @Property(str, notify=changed)
    def problemText(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def checkingText(self) -> str:
        return CHECKING if self._checking.is_running else ""

    @Property(bool, notify=changed)
    def isCalm(self) -> bool:
        """Whether nothing is under way and the step did not change only this moment."""
        return not (self._submitting or self._calm.isActive())

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """What is missing before the next step, "" when nothing is."""
        return self._why_not()

    @Property(str, notify=changed)
    def nextText(self) -> str:
        """What the button to the next step says."""
        return next_text(
            self._step, self._ways.chosen, self._slip.total, is_submitting=self._submitting
        )

    @Slot()
    def open(self) -> None:
        """Check out what is chosen in the cart; while a payment is open, show that one."""
        self._start(None)

    @Slot(str, str, int)
    def buyNow(self, source: str, productId: str, quantity: int) -> None:
        """Check out `quantity` pieces of one product alone."""
        if self._submitting or self._buying:
            self._notices.announced.emit(BUSY)
            return
        self._buying = True
        key = ProductKey(source, productId)
        self._parts.tasks.write(lambda: self._parts.buy_now(key, quantity), self._put_in)

    @Slot()
    def openPending(self) -> None:
        """Go to the payment that is open."""
        if self._watch.pending is not None:
            self._show_payment(self._watch.pending)
        self._navigator.go("checkout")

    @Slot()
    def next(self) -> None:
        """Go on to the next step, or pay: decided here and now, so that it happens once."""
        if self._submitting or self._shown.payment is not None:
            self._notices.announced.emit(BUSY)
        elif why := self._why_not():
            self._notices.announced.emit(why)
        elif self._step < 3:
            self._go_to(self._step + 1)
        elif not self._calm.isActive():
            self._pay()

    @Slot()
    def previous(self) -> None:
        """Go a step back; from the first one to the cart."""
        if self._submitting:
            self._notices.announced.emit(BUSY)
        elif self._step > 1 and self._shown.payment is None:
            self._problem = ""
            self._go_to(self._step - 1)
        else:
            self.toCart()

    @Slot()
    def toCart(self) -> None:
        self._navigator.go("cart")

    @Slot()
    def turnBack(self) -> None:
        """Do not pay after all."""
        if not self._calm.isActive():
            self._shown.turnBack()

    @Slot()
    def again(self) -> None:
        """Order anew after a payment that came to nothing: a new key, everything seen again."""
        if self._shown.property("canTryAgain"):
            self._start(self._only)

    @Slot()
    def toggleAccepts(self) -> None:
        self._accepts = not self._accepts
        self.changed.emit()

    @Slot()
    def toggleConsent(self) -> None:
        self._consents = not self._consents
        self.changed.emit()

    def refresh(self) -> None:
        """Read again what is shown; a price that changed under the shopper leads to step 1."""
        if self._shown.payment is not None:
            self._shown.refresh()
        elif not self._submitting and not self._checking.is_running:
            self._look()

    def glance(self) -> None:
        """Read what the whole window shows of paying: ways, the open payment."""
        self._watch.refresh()

    def hear(self, payment: Payment) -> None:
        """Take a step of a payment, on the UI thread."""
        self._shown.hear(payment)
        self._watch.refresh()

    def tells(self, items: Sequence[InboxItem]) -> bool:
        """Tell whether the page on screen shows what all these notices are about."""
        shown = self._shown.payment
        if shown is None or self._navigator.place.page != "checkout":
            return False
        return all(item.target == order_link(shown.order_no) for item in items)

    def _put_in(self, outcome: Outcome[int | Payment]) -> None:
        self._buying = False
        found = outcome.value
        if isinstance(outcome.error, EatsError):
            self._notices.fail(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif isinstance(found, Payment):
            self._show_payment(found)
            self._notices.say(PENDING)
            self._navigator.go("checkout")
        elif found is not None:
            self._start(frozenset({found}))

    def _start(self, only: frozenset[int] | None) -> None:
        if self._submitting:
            self._notices.announced.emit(BUSY)
            return
        self._clear()
        self._shown.show(None)
        self._checking.forget()
        self._slip.draw(None)
        self._key, self._only = uuid.uuid4().hex, only
        self._has_shown = False
        self.set_state(ScreenState("waiting"))
        self._ways.clear()
        self._look()
        self._navigator.go("checkout")

    def _look(self) -> None:
        key, only, parts = self._key, self._only, self._parts

        def ask() -> Seen:
            look = self._watch.look()
            if not key or look[1] is not None:
                return Seen(look)
            slip = parts.orders.slip(key, only)
            return Seen(look, slip, parts.recheck.due(slip))

        self.read(ask, self._take_in)

    def _take_in(self, seen: Seen) -> ScreenState:
        self._watch.know(seen.look)
        pending, slip = seen.look[1], seen.slip
        if self._shown.payment is not None:
            return READY
        if slip is None:
            return NOTHING if pending is None else self._show_pending(pending)
        if slip.request_key == self._key:
            self._draw(slip, seen.due)
        return READY if self._slip.property("rows").rowCount() else NOTHING

    def _show_pending(self, pending: Payment) -> ScreenState:
        if self._key:
            self._notices.say(PENDING)
        self._show_payment(pending)
        return READY

    def _draw(self, slip: OrderSlip, due: tuple[ProductKey, ...]) -> None:
        """Show a slip; ask for old prices once; what changed has to be looked at again."""
        before = self._slip.slip
        self._slip.draw(slip)
        if not self._asked and due:
            self._checking.start(due)
        self._asked = True
        if before is not None and agreed(before) != agreed(slip):
            self._back_to_start(CHANGED if self._step > 1 else self._problem)
        self.changed.emit()

    def _checked(self) -> None:
        self._problem = self._checking.trouble
        self._look()
        self.changed.emit()

    def _why_not(self) -> str:
        slip = self._slip.slip
        if slip is None or self._checking.is_running:
            return CHECKING
        if not self._watch.ways:
            return "지금은 결제할 수 없어요."
        return what_is_missing(
            self._step, slip, self._ways.chosen, accepts=self._accepts, consents=self._consents
        )

    def _go_to(self, step: int) -> None:
        self._step = step
        self._calm.start()
        self.changed.emit()
        self._notices.announced.emit(step_text(step))

    def _back_to_start(self, problem: str) -> None:
        self._accepts = self._consents = False
        self._problem = problem
        if self._step > 1:
            self._go_to(1)
        if problem:
            self._notices.announced.emit(problem)
        self.changed.emit()

    def _pay(self) -> None:
        slip, way = self._slip.slip, self._ways.chosen
        if slip is None or way is None:
            return
        self._submitting = True
        self._problem = ""
        self.changed.emit()
        consented, accepts = self._consents, self._accepts

        def begin() -> Payment:
            begun = self._parts.checkout.begin(
                slip, way, consented=consented, accepts_raised=accepts
            )
            if slip.left_out:
                left = [item.line.line_id for item, _remark in slip.left_out]
                self._parts.cart.check_all(left, on=False)
            return begun

        self._parts.tasks.write(begin, self._begun)

    def _begun(self, outcome: Outcome[Payment]) -> None:
        self._submitting = False
        if isinstance(outcome.error, PaymentOpenError):
            self._look()
        elif isinstance(outcome.error, EatsError):
            self._key = uuid.uuid4().hex
            self._back_to_start(outcome.error.detail or error_texts(outcome.error.code)[0])
            self._look()
        elif outcome.error is not None:
            raise outcome.error
        elif outcome.value is not None:
            self._show_payment(outcome.value)
        self.changed.emit()

    def _show_payment(self, payment: Payment) -> None:
        shown = self._shown.payment
        if shown is not None and shown.payment_id == payment.payment_id:
            self._shown.refresh()
            return
        self._checking.forget()
        self._calm.start()
        self._shown.show(payment)
        self._has_shown = True
        self.set_state(READY)

    def _payment_changed(self) -> None:
        step = int(self._shown.property("step"))
        if step != self._paying_step and step:
            self._calm.start()
        self._paying_step = step
        self.changed.emit()
