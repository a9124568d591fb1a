"""A program killed with SIGKILL at each step of a payment; the next one finds out what happened."""

from __future__ import annotations

import random
import signal
import threading
from datetime import timedelta

import pytest

from eats_desktop.app.bench.paying.child import Errand
from eats_desktop.app.bench.paying.homes import API_KEY, fill_cart, opened, toss_settings
from eats_desktop.app.bench.paying.kills import Nursery
from eats_desktop.app.bench.paying.verdict import Promises, judge
from eats_desktop.crash_points import CrashPoint
from eats_desktop.demo.provider import Moment, Operation
from eats_desktop.domain.payment import PaymentState
from tests.helpers.provider_double import provider

AFTER = {
    CrashPoint.BEFORE_INTENT: None,
    CrashPoint.AFTER_INTENT: PaymentState.CANCELLED,
    f"{CrashPoint.AFTER_SEND}:start": PaymentState.PAID,
    f"{CrashPoint.BEFORE_SEND}:confirm": PaymentState.PAID,
    f"{CrashPoint.AFTER_SEND}:confirm": PaymentState.PAID,
    f"{CrashPoint.AFTER_ANSWER}:confirm": PaymentState.PAID,
    CrashPoint.AFTER_COMMIT: PaymentState.PAID,
    f"{CrashPoint.AFTER_SEND}:refund": PaymentState.REFUNDED,
}


@pytest.fixture(scope="module")
def nursery():
    return Nursery()


@pytest.fixture
def toss(monkeypatch):
    """A provider whose customer agrees as soon as the page is there."""
    monkeypatch.setenv("EATS_TOSS_KEY", API_KEY)
    with provider(api_key=API_KEY) as double:

        def agrees(moment, operation, order_id):
            if (moment, operation) == (Moment.DONE, Operation.CREATE):
                double.ledger.authorise(order_id)

        double.watch = agrees
        yield double


@pytest.mark.parametrize("point", AFTER, ids=str)
def test_a_killed_program_is_taken_up_by_the_next(homes, nursery, toss, point):
    name = str(point).replace(":", "-")
    home = homes.fresh(name, toss_settings(toss.base_url))
    box = opened(home, toss.clock)
    promises = Promises(fill_cart(box, random.Random(name)))
    box.close()
    child = nursery.start(
        Errand(str(home), toss.clock.now().isoformat(), str(point), gives_back="refund" in name)
    )
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    box = opened(home, toss.clock)
    try:
        box.purchases.payment_job.take_up()
        while box.purchases.checkout.unsettled():
            toss.clock.advance(timedelta(seconds=box.purchases.payment_job.beat()))
        assert box.purchases.checkout.reconcile(threading.Event()).is_clean
        found = judge(box, toss.ledger, promises)
    finally:
        box.close()
    assert found.violations == ()
    assert [payment.state for payment in found.payments] == ([AFTER[point]] if AFTER[point] else [])
    assert found.charges == (AFTER[point] in (PaymentState.PAID, PaymentState.REFUNDED))
