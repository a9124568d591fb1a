"""Two programs on one home, and a shopper who turns back while the provider is being asked."""

from __future__ import annotations

import pytest

from eats_desktop.demo.provider import FaultKind, Moment, Operation
from eats_desktop.domain.errors import ConflictError, PaymentOpenError
from eats_desktop.domain.order import OrderState
from eats_desktop.domain.payment import PaymentState
from tests.helpers.paying import paying


def test_a_second_program_cannot_begin_while_a_payment_is_open(homes):
    with paying(homes, programs=2) as found:
        first = found.begin()
        with pytest.raises(PaymentOpenError) as refused:
            found.begin(box=1)
        assert refused.value.order_no == first.order_no


def test_both_programs_take_a_payment_on_and_it_is_charged_once(homes):
    with paying(homes, programs=2) as found:
        payment = found.agreed()
        asked = []

        def meanwhile(moment, operation, _order):
            """The second program takes it on while the first one's confirmation is under way."""
            if operation is Operation.CONFIRM and moment is Moment.DONE and not asked:
                asked.append(found.boxes[1].purchases.checkout.advance(payment.payment_id))

        found.double.watch = meanwhile
        with pytest.raises(ConflictError):
            found.checkout.advance(payment.payment_id)
        assert [after.state for after in asked] == [PaymentState.PAID]
        assert found.double.ledger.totals()[payment.wire_id] == (1, payment.amount_krw)
        assert found.order(payment).state is OrderState.PAID


def test_what_was_read_before_another_program_moved_on_is_not_written(homes):
    with paying(homes, programs=2) as found:
        journal = found.boxes[1].databases.payments
        payment = found.agreed()
        now = found.double.clock.now()
        waiting = journal.payment(payment.payment_id)
        unknown = journal.step(waiting, PaymentState.UNKNOWN, now, lambda _order: None).payment
        found.double.faults.then(Operation.CONFIRM, FaultKind.DROP_DONE)
        again = found.checkout.advance(payment.payment_id)
        assert (again.state, again.confirm_sent_at) == (PaymentState.UNKNOWN, now)
        with pytest.raises(ConflictError):
            journal.step(unknown, PaymentState.CANCELLED, now, lambda _order: None)
        assert found.checkout.advance(payment.payment_id).state is PaymentState.PAID


def test_turning_back_while_the_provider_is_asked_still_counts(homes):
    with paying(homes) as found:
        payment = found.agreed()
        turned = []

        def meanwhile(moment, operation, _order):
            if operation is Operation.INQUIRE and moment is Moment.DONE and not turned:
                turned.append(found.checkout.cancel(payment.payment_id))

        found.double.watch = meanwhile
        for _ in range(3):
            if found.checkout.unsettled():
                with_conflict(lambda: found.checkout.advance(payment.payment_id))
        assert turned
        assert found.checkout.payment(payment.order_no).state is PaymentState.CANCELLED
        assert found.double.ledger.net(payment.wire_id) == 0


def with_conflict(act):
    """The payment thread may lose against the shopper once; it asks again."""
    try:
        act()
    except ConflictError:
        return
