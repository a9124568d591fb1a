"""Comparing the books with a provider whose clock is another than ours."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from eats_desktop.domain.payment import PaymentState
from tests.helpers.paying import paying


@pytest.mark.parametrize("off", [timedelta(minutes=10), timedelta(hours=-20)])
def test_a_clock_that_is_off_makes_no_difference_in_the_books(homes, off):
    with paying(homes, skew=off) as found:
        payment = found.agreed()
        assert found.checkout.advance(payment.payment_id).state is PaymentState.PAID
        report = found.checkout.reconcile(threading.Event())
        assert report.compared
        assert report.is_clean


def test_a_charge_of_no_order_is_a_stranger_and_left_alone(homes):
    with paying(homes) as found:
        payment = found.agreed()
        assert found.checkout.advance(payment.payment_id).state is PaymentState.PAID
        own = payment.wire_id[: len(payment.wire_id) // 2]
        ledger = found.double.ledger
        odd = ledger.create(f"{own}-lost", "잃어버린 주문", 5000)
        ledger.authorise(odd.order_id)
        ledger.confirm(odd)
        report = found.checkout.reconcile(threading.Event())
        assert [stranger.amount_krw for stranger in report.strangers] == [5000]
        assert ledger.net(odd.order_id) == 5000
