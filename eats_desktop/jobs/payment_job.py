"""Looks after payments on a thread of its own: a call to a provider may block for a minute."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Protocol

from eats_desktop.domain.errors import ConflictError, EatsError
from eats_desktop.domain.payment import PACE_S, pause_s

if TYPE_CHECKING:
    from collections.abc import Callable

    from eats_desktop.domain.clock import Clock
    from eats_desktop.domain.events import PaymentChanged
    from eats_desktop.domain.payment import Payment, ReconcileReport

logger = logging.getLogger(__name__)

_DAY_S = 24 * 3600.0
_IDLE_S = 60.0
"""Another process may have begun a payment and ended."""

_QUIET_S = 5.0
"""Books are compared while no payment is due sooner."""

_JOIN_S = 5.0


class Checkout(Protocol):
    """See services.checkout_service."""

    def discard_unsent(self, *, at_start: bool = False) -> tuple[Payment, ...]: ...

    def unsettled(self) -> tuple[Payment, ...]: ...

    def advance(self, payment_id: int) -> Payment: ...

    def look_back(self, stop: threading.Event) -> ReconcileReport: ...

    def has_history(self) -> bool: ...


class PaymentJob:
    """First what an ended program left, then whatever is open; once a day it compares books.

    Pauses are counted by the monotonic clock, so that a set wall clock neither hurries nor
    stops them. `wait` blocks until woken or until the seconds are over.
    """

    def __init__(
        self,
        checkout: Checkout,
        clock: Clock,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
    ) -> None:
        self._checkout = checkout
        self._clock = clock
        self._wait = wait
        self._due: dict[int, float] = {}
        self._hurried: set[int] = set()
        self._compare_at: float | None = None
        self._taken_up = False
        self._woken = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="eats-pay", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def hear(self, event: PaymentChanged) -> None:
        """Somebody else began, cancelled or wants back a payment: see to it at once."""
        if threading.current_thread() is not self._thread:
            self._hurried.add(event.payment.payment_id)
            self._woken.set()

    def close(self) -> None:
        """End after the present call, at most some seconds; what it did not hear of is UNKNOWN
        at the next start."""
        self._ended.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)

    def take_up(self) -> None:
        """What an ended program left: close what was never sent; the rest is asked about."""
        for payment in self._checkout.discard_unsent(at_start=True):
            logger.info("order %s: closed, it was never sent", payment.order_no)

    def beat(self) -> float:
        """Take on what is due, and return the seconds until something is again."""
        for payment in self._checkout.unsettled():
            if self._ended.is_set():
                break
            if self._due_at(payment) <= self._clock.monotonic():
                self._hurried.discard(payment.payment_id)  # who calls during it is heard next
                self._take_on(payment)
        pause = self._pause()
        if pause >= _QUIET_S:
            self._compare()
        return pause

    def _pause(self) -> float:
        waiting = [self._due_at(payment) for payment in self._checkout.unsettled()]
        soonest = min([*waiting, self._clock.monotonic() + _IDLE_S])
        return max(soonest - self._clock.monotonic(), 0.0)

    def _due_at(self, payment: Payment) -> float:
        number = payment.payment_id
        return 0.0 if number in self._hurried else self._due.get(number, 0.0)

    def _take_on(self, payment: Payment) -> None:
        number = payment.payment_id
        try:
            after = self._checkout.advance(number)
        except EatsError as error:
            logger.warning("payment %s: %s", number, error)
            soon = isinstance(error, ConflictError)  # another program, or the shopper, was quicker
            self._due[number] = self._clock.monotonic() + PACE_S[0 if soon else -1]
            return
        self._due[number] = self._clock.monotonic() + pause_s(after, self._clock.now())

    def _compare(self) -> None:
        now = self._clock.monotonic()
        if self._ended.is_set() or (self._compare_at is not None and now < self._compare_at):
            return
        self._compare_at = now + _DAY_S
        if not self._checkout.has_history():
            return
        try:
            self._checkout.look_back(self._ended)
        except EatsError as error:
            logger.warning("the books were not compared: %s", error)

    def _run(self) -> None:
        while not self._ended.is_set():
            self._woken.clear()
            self._wait(self._woken, self._beat_or_later())

    def _beat_or_later(self) -> float:
        """A failure, be it a full disk or a bug, must not end the care for what is open."""
        try:
            if not self._taken_up:
                self.take_up()
                self._taken_up = True
            return self.beat()
        except EatsError as error:
            logger.warning("payments are looked after again in a minute: %s", error)
        except Exception:
            if not self._ended.is_set():  # else the writer's thread has closed under us
                logger.exception("payments are looked after again in a minute")
        return PACE_S[-1]
