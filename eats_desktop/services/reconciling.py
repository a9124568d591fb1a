"""Reconciliation (맞춰 보기): our journal against what the provider says, payment by payment and
against its own list of charges."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from eats_desktop.domain.order import PaymentWay
from eats_desktop.domain.payment import (
    LATE_LOOK,
    Charge,
    Difference,
    Payment,
    PaymentState,
    ReconcileReport,
)

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from eats_desktop.domain.clock import Clock
    from eats_desktop.services.payment_ports import Journal, Ways
    from eats_desktop.services.payment_steps import PaymentSteps

_CLOCKS_APART = timedelta(days=2)
"""How far the provider's clock may be from ours, either way."""

_KEEPING = frozenset({PaymentState.PAID})
_NOT_COMPARED = frozenset({PaymentState.MISMATCH})


class Reconciliation:
    """On the payment thread, or in a command of the command line."""

    def __init__(self, journal: Journal, steps: PaymentSteps, ways: Ways, clock: Clock) -> None:
        self._journal = journal
        self._steps = steps
        self._ways = ways
        self._clock = clock

    def settle(
        self, stop: threading.Event, advance: Callable[[Payment], Payment]
    ) -> tuple[Payment, ...]:
        """Take every unsettled payment on once; return those that are settled now."""
        return tuple(
            after
            for payment in self._journal.unsettled()
            if not stop.is_set() and _is_settled(after := advance(payment))
        )

    def look_back(self, stop: threading.Event) -> ReconcileReport:
        now = self._clock.now()
        late = [
            after
            for payment in self._journal.closed_since(now - LATE_LOOK)
            if not stop.is_set() and (after := self._steps.look_late(payment)) != payment
        ]
        charges = None if stop.is_set() else self._charges()
        own, ours = self._journal.own_prefix(), self._journal.made_since(now - LATE_LOOK)
        return ReconcileReport(
            unresolved=self._journal.unsettled(),
            late=tuple(late),
            strangers=tuple(
                charge
                for charge in charges or ()
                if own and charge.wire_id.startswith(own)
                if not self._journal.knows(charge.wire_id)
            ),
            differing=() if charges is None else differences(ours, charges),
            for_staff=self._journal.for_staff(now),
            compared=charges is not None,
        )

    def _charges(self) -> Sequence[Charge] | None:
        if PaymentWay.TOSS not in self._ways.offered():
            return None
        now = self._clock.now()
        toss = self._ways.gateway(PaymentWay.TOSS)
        return toss.charges(now - LATE_LOOK - _CLOCKS_APART, now + _CLOCKS_APART)


def differences(ours: Sequence[Payment], charges: Sequence[Charge]) -> tuple[Difference, ...]:
    """Return the settled payments of which the provider kept another sum than we say; pure."""
    kept: Counter[str] = Counter()
    for charge in charges:
        kept[charge.wire_id] += charge.amount_krw
    found = []
    for payment in ours:
        if payment.way is not PaymentWay.TOSS or not _is_settled(payment):
            continue
        wanted = payment.amount_krw if payment.state in _KEEPING else 0
        if payment.state not in _NOT_COMPARED and kept[payment.wire_id] != wanted:
            found.append(Difference(payment, wanted, kept[payment.wire_id]))
    return tuple(found)


def _is_settled(payment: Payment) -> bool:
    return not (payment.is_open or payment.is_uncertain)
