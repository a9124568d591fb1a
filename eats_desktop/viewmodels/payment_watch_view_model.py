"""What the whole window knows of paying: in which ways one can, and whether a payment is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.order import PaymentWay

if TYPE_CHECKING:
    from eats_desktop.domain.payment import Payment
    from eats_desktop.jobs.task_runner import Outcome, TaskRunner
    from eats_desktop.services.checkout_service import CheckoutService

    Look = tuple[tuple[PaymentWay, ...], Payment | None]

QML_IMPORT_NAME = "Eats.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PaymentWatchViewModel(QObject):
    changed = Signal()

    def __init__(
        self, checkout: CheckoutService, tasks: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._checkout = checkout
        self._tasks = tasks
        self._generation = 0
        self._ways: tuple[PaymentWay, ...] = ()
        self._pending: Payment | None = None

    @property
    def ways(self) -> tuple[PaymentWay, ...]:
        return self._ways

    @property
    def pending(self) -> Payment | None:
        return self._pending

    @Property(bool, notify=changed)
    def canOrder(self) -> bool:
        """Whether this place takes payments in some way."""
        return bool(self._ways)

    @Property(bool, notify=changed)
    def isPlay(self) -> bool:
        """Whether the demo way is on: then a ribbon says so, always."""
        return PaymentWay.DEMO in self._ways

    @Property(str, notify=changed)
    def pendingText(self) -> str:
        """The banner, "" when no payment with a provider is open."""
        return "" if self._pending is None else "확인 중인 결제 1건"

    def look(self) -> Look:
        """For reading threads; what is returned goes to `know`."""
        return self._checkout.ways(), self._checkout.open_payment()

    def know(self, look: Look) -> None:
        self._generation += 1
        self._ways, self._pending = look
        self.changed.emit()

    def refresh(self) -> None:
        self._generation += 1
        generation = self._generation

        def seen(outcome: Outcome[Look]) -> None:
            if isinstance(outcome.error, EatsError):
                return  # the banner keeps what it last showed; the screen says what is wrong
            if outcome.error is not None:
                raise outcome.error
            if generation == self._generation and outcome.value is not None:
                self.know(outcome.value)

        self._tasks.read(self.look, seen)
