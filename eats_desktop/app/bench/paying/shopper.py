"""One random life of a home: a shopper, a customer at the provider's page, and what goes wrong."""

from __future__ import annotations

import threading
import time
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.app.bench.paying.crashing import Crash, Crasher, End
from eats_desktop.app.bench.paying.homes import fill_cart, offer, opened
from eats_desktop.app.bench.paying.verdict import Outcome, Promises, judge
from eats_desktop.demo.provider import ProviderDouble, RandomFaults, WireStatus
from eats_desktop.demo.provider.ledger import ACCOUNT, CARD
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import EatsError
from eats_desktop.domain.events import PaymentChanged
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import PaymentState

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from eats_desktop.app.container import Container
    from eats_desktop.domain.payment import Payment

_ROUNDS = 80
_LONGEST_PAUSE_S = 900.0
_SECOND = timedelta(seconds=1)


class Life:
    """`faults` are the provider's in this life; the home's clock may be off and jump."""

    def __init__(
        self,
        home: Path,
        double: ProviderDouble,
        crasher: Crasher,
        rng: random.Random,
        share: float | None = None,
    ) -> None:
        self._home = home
        self._double = double
        self._crasher = crasher
        self._rng = rng
        self._clock = ManualClock(double.ledger.now())
        self._boxes: list[Container] = []
        self._crashed = False
        self.promises = Promises()
        self.begun_s: list[float] = []
        self.happened: Counter[str] = Counter()
        self.kills = 0
        self.faults = RandomFaults(
            rng.randrange(1 << 30),
            share=rng.choice((0.0, 0.15, 0.35, 0.6)) if share is None else share,
            most=rng.choice((2, 6, 12)),
            stalls=0.02,
            operator=0.04,
        )

    def live(self) -> Outcome:
        self._double.faults = self.faults
        self._open()
        try:
            self._fill()
            for _ in range(self._rng.randint(8, 40)):
                self._guarded(self._any_action())
            return self._end()
        finally:
            self._close()

    @property
    def _box(self) -> Container:
        return self._rng.choice(self._boxes)

    def _open(self) -> None:
        box = opened(self._home, self._clock)
        self._boxes.append(box)
        box.bus.subscribe(PaymentChanged, self._told)
        box.purchases.payment_job.take_up()

    def _told(self, event: PaymentChanged) -> None:
        if event.payment.state is PaymentState.PAID:
            self.promises.paid.add(event.payment.order_no)

    def _close(self) -> None:
        for box in self._boxes:
            box.close()
        self._boxes = []

    def _restart(self) -> None:
        self._close()
        self._open()
        self.happened["restarts"] += 1

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Crash:
            self._crasher.disarm()
            self._restart()
        except EatsError as refusal:
            self.happened[f"refused {type(refusal).__name__}"] += 1

    def _any_action(self) -> Callable[[], None]:
        actions = (
            (self._order, 20),
            (self._step, 50),
            (self._customer, 30),
            (self._trouble, 14),
            (self._turn_back, 3),
            (self._refund, 8),
            (self._restart, 2),
            (self._second_window, 3),
            (self._both_at_once, 6),
            (self._time_passes, 12),
        )
        (chosen,) = self._rng.choices([a for a, _ in actions], [w for _, w in actions])
        return chosen

    def _fill(self) -> None:
        """Only into an empty cart, so that no line grows beyond what one may order."""
        if not self._box.purchases.cart.count():
            self._crasher.disarm()
            self.promises.cart += fill_cart(self._box, self._rng)

    def _order(self) -> None:
        """Order what is checked; a double click asks twice, a second window has its own slip."""
        box = self._box
        offer(box)
        slip = box.purchases.orders.slip()
        if not slip.items and self._rng.random() < 0.5:
            self._fill()
            slip = box.purchases.orders.slip()
        for _ in range(self._rng.choice((1, 1, 2))):
            begins = time.perf_counter()
            payment = box.purchases.checkout.begin(
                slip, PaymentWay.TOSS, consented=True, accepts_raised=True
            )
            self.begun_s.append(time.perf_counter() - begins)
            self.promises.begun.add(payment.order_no)

    def _step(self) -> None:
        """Let the payment thread's own code do what is due, and the time pass that it waits."""
        pause = self._box.purchases.payment_job.beat()
        self._clock.advance(_SECOND * min(pause, _LONGEST_PAUSE_S))
        if self._rng.random() < 0.6:
            self._customer()

    def _customer(self) -> None:
        """What the customer does at the provider's page of the open payment."""
        payment = self._box.purchases.checkout.open_payment()
        ledger = self._double.ledger
        if payment is None or not ledger.knows(payment.wire_id):
            return
        name, rng = payment.wire_id, self._rng
        acts: tuple[tuple[Callable[[], bool], int], ...] = (
            (lambda: ledger.authorise(name, CARD), 70),
            (lambda: ledger.authorise(name, ACCOUNT), 5),
            (lambda: ledger.authorise(name, CARD, rng.randint(1, 10**6)), 4),
            (lambda: ledger.turn_back(name), 6),
            (lambda: ledger.expire(name), 4),
            (lambda: ledger.deposit(name), 10),
        )
        (act,) = rng.choices([a for a, _ in acts], [w for _, w in acts])
        act()

    def _trouble(self) -> None:
        ends = (End.BEFORE_COMMIT, End.AFTER_COMMIT, End.DISK_FULL)
        self._crasher.arm(self._rng.randint(1, 4), self._rng.choice(ends))

    def _turn_back(self) -> None:
        checkout = self._box.purchases.checkout
        payment = checkout.open_payment()
        if payment is not None:
            checkout.cancel(payment.payment_id)

    def _refund(self) -> None:
        box = self._box
        paid = [o for o in box.databases.orders.newest(50) if o.state is OrderState.PAID]
        if paid:
            order = self._rng.choice(paid)
            box.purchases.checkout.refund(order.order_no, "단순 변심", Actor.SHOPPER)

    def _second_window(self) -> None:
        if len(self._boxes) < 2:
            self._open()
            self.happened["second processes"] += 1

    def _both_at_once(self) -> None:
        """Two threads of two programs take the same payment on, and the shopper may turn back."""
        if len(self._boxes) < 2:
            self._open()
        jobs = [box.purchases.payment_job.beat for box in self._boxes]
        acts = [*jobs, self._turn_back] if self._rng.random() < 0.3 else jobs
        threads = [threading.Thread(target=self._raced, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.happened["races"] += 1
        if self._crashed:
            self._crashed = False
            raise Crash

    def _raced(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Crash:
            self._crashed = True
        except EatsError:
            self.happened["lost races"] += 1

    def _time_passes(self) -> None:
        rng = self._rng
        if rng.random() < 0.25:
            self._clock.instant += timedelta(hours=rng.uniform(-30, 30))
            self.happened["clock jumps"] += 1
        else:
            self._pass(timedelta(minutes=rng.choice((1, 5, 11, 31))))
        if rng.random() < 0.3:
            self._double.ledger.settle()

    def _pass(self, by: timedelta) -> None:
        """Time passes for the home; the provider's clock is its own and moves on likewise."""
        self._clock.advance(by)
        provider = self._double.clock
        if isinstance(provider, ManualClock):
            provider.advance(by)

    def _end(self) -> Outcome:
        """Nothing goes wrong any more; the program is given the time it needs, then judged."""
        self._crasher.disarm()
        self.faults.stop()
        if self._rng.random() < 0.5:
            self._double.ledger.settle()
        self._restart()
        box = self._boxes[0]
        for number in range(_ROUNDS):
            unsettled = box.purchases.checkout.unsettled()
            if not unsettled:
                break
            self._step()
            for payment in unsettled:
                self._customer_ends(payment, number)
            self._pass(timedelta(minutes=1))
        report = box.purchases.checkout.reconcile(threading.Event())
        outcome = judge(box, self._double.ledger, self.promises)
        self.happened["differences reported"] += len(report.differing)
        return outcome

    def _customer_ends(self, payment: Payment, number: int) -> None:
        """An account that was given out is paid into, or lapses; late money lands by then."""
        ledger = self._double.ledger
        if number == 3:
            ledger.settle()
        if number == 5 and ledger.knows(payment.wire_id):
            status = ledger.by_order(payment.wire_id).status
            if status is WireStatus.WAITING_FOR_DEPOSIT:
                end = ledger.deposit if self._rng.random() < 0.5 else ledger.lapse
                end(payment.wire_id)
