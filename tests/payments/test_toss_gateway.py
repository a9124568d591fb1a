"""The adapter of Toss Payments against the provider's double: every answer means what it should."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from eats_desktop.demo.provider import OPERATOR_FAULTS, REFUSALS, FaultKind, Operation
from eats_desktop.demo.provider.ledger import ACCOUNT
from eats_desktop.domain.payment import (
    Absent,
    Authorised,
    Cancelled,
    Declined,
    Expired,
    Fault,
    Paid,
    PaymentIntent,
    Pending,
    Refunded,
    Started,
    Unknown,
)
from eats_desktop.payments.toss import TossAccess, TossGateway
from tests.helpers.provider_double import KEY, provider

RETURN = "https://shop.example/return"
INTENT = PaymentIntent("eats-order-1", 12900, "콩마을 두부 300g 외 1개", "a" * 32, None, "r" * 32)
UNCERTAIN = [
    FaultKind.DROP_UNDONE,
    FaultKind.DROP_DONE,
    FaultKind.ERROR_UNDONE,
    FaultKind.ERROR_DONE,
    FaultKind.HTML_UNDONE,
    FaultKind.STALL_UNDONE,
    FaultKind.STALL_DONE,
    FaultKind.BUSY,
    FaultKind.GARBLED_DONE,
    FaultKind.TORN_DONE,
    FaultKind.FOREIGN_DONE,
    FaultKind.NOWHERE_UNDONE,
]


@contextmanager
def shop(key=KEY, api_key=KEY, wait_s=0.15):
    """A double and a gateway that waits only this long for it."""
    with provider(api_key=api_key) as double:
        access = TossAccess(double.base_url, RETURN, key, wait_s, wait_s)
        gateway = TossGateway(access, double.clock)
        try:
            yield double, gateway
        finally:
            gateway.close()


@pytest.fixture
def at_toss():
    with shop() as found:
        yield found


def started(gateway, intent=INTENT):
    answer = gateway.start(intent)
    assert isinstance(answer, Started)
    return replace(intent, provider_key=answer.provider_key)


def authorised(double, gateway, intent=INTENT, **how):
    known = started(gateway, intent)
    assert double.ledger.authorise(intent.wire_id, **how)
    return known


def test_a_payment_goes_from_its_page_to_paid_and_back(at_toss):
    double, gateway = at_toss
    assert gateway.inquire(INTENT) == Absent()
    page = gateway.start(INTENT)
    assert page.page_url.startswith(double.base_url)
    known = replace(INTENT, provider_key=page.provider_key)
    assert gateway.start(INTENT) == page
    assert gateway.inquire(known) == Pending(page.page_url)
    double.ledger.authorise(INTENT.wire_id)
    assert gateway.inquire(INTENT) == Authorised(known.provider_key, 12900, "KRW", INTENT.wire_id)
    paid = gateway.confirm(known)
    assert isinstance(paid, Paid)
    assert (paid.amount_krw, paid.currency, paid.method, paid.at) == (
        12900, "KRW", "카드", double.clock.now(),
    )  # fmt: skip
    assert gateway.confirm(known) == gateway.inquire(known) == paid
    assert gateway.refund(known, "단순 변심") == Refunded(12900, 0)
    assert gateway.refund(known, "단순 변심") == gateway.inquire(known) == Refunded(12900, 0)
    day = timedelta(days=1)
    listed = gateway.charges(double.clock.now() - day, double.clock.now() + day)
    assert [charge.amount_krw for charge in listed] == [12900, -12900]
    assert double.ledger.totals() == {INTENT.wire_id: (1, 0)}
    assert double.api.unkeyed == 0


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_of_the_confirmation_is_definite(at_toss, code):
    double, gateway = at_toss
    known = authorised(double, gateway)
    double.faults.then(Operation.CONFIRM, FaultKind.REFUSED, code)
    refused = gateway.confirm(known)
    assert isinstance(refused, Declined)
    assert refused.code == code
    assert refused.text
    assert gateway.inquire(known) == gateway.confirm(known) == refused
    assert double.ledger.net(INTENT.wire_id) == 0


@pytest.mark.parametrize("code", OPERATOR_FAULTS)
@pytest.mark.parametrize("operation", [Operation.CREATE, Operation.CONFIRM, Operation.INQUIRE])
def test_the_operator_s_faults_are_told_from_refusals(at_toss, code, operation):
    double, gateway = at_toss
    known = authorised(double, gateway)
    double.faults.then(operation, FaultKind.OPERATOR, code)
    asked = {
        Operation.CREATE: lambda: gateway.start(replace(INTENT, idempotency_key="b" * 32)),
        Operation.CONFIRM: lambda: gateway.confirm(known),
        Operation.INQUIRE: lambda: gateway.inquire(known),
    }
    answer = asked[operation]()
    assert isinstance(answer, Fault)
    assert answer.code == code


@pytest.mark.parametrize("kind", UNCERTAIN)
def test_an_answer_that_is_lost_or_makes_no_sense_is_unknown_everywhere(at_toss, kind):
    double, gateway = at_toss
    for operation in (Operation.CREATE, Operation.CONFIRM, Operation.INQUIRE, Operation.CANCEL):
        code = "SOMETHING_NEW" if kind is FaultKind.ERROR_DONE else ""
        double.faults.then(operation, kind, code)
    assert isinstance(gateway.start(INTENT), Unknown)
    known = authorised(double, gateway)
    assert isinstance(gateway.inquire(known), Unknown)
    assert isinstance(gateway.confirm(known), Unknown)
    assert isinstance(gateway.confirm(known), Paid)
    assert isinstance(gateway.refund(known, "까닭"), Unknown)
    assert gateway.refund(known, "까닭") == Refunded(12900, 0)
    assert double.ledger.totals() == {INTENT.wire_id: (1, 0)}


def test_a_confirmation_that_lands_later_is_unknown_until_it_has_landed(at_toss):
    double, gateway = at_toss
    known = authorised(double, gateway)
    double.faults.then(Operation.CONFIRM, FaultKind.LATE, requests=3)
    assert isinstance(gateway.confirm(known), Unknown)
    assert isinstance(gateway.confirm(known), Unknown)
    assert isinstance(gateway.inquire(known), Authorised)
    assert isinstance(gateway.inquire(known), Paid)
    assert isinstance(gateway.confirm(known), Paid)


def test_a_200_that_is_not_paid_is_not_taken_for_paid(at_toss):
    double, gateway = at_toss
    known = authorised(double, gateway)
    double.faults.then(Operation.CONFIRM, FaultKind.MISSTATED_DONE)
    assert isinstance(gateway.confirm(known), Pending)
    assert isinstance(gateway.inquire(known), Paid)
    account = replace(INTENT, wire_id="eats-order-2", idempotency_key="c" * 32)
    given = authorised(double, gateway, account, method=ACCOUNT)
    assert isinstance(gateway.confirm(given), Pending)
    double.ledger.deposit(account.wire_id)
    assert isinstance(gateway.inquire(given), Paid)


def test_another_amount_shows_before_the_confirmation_and_is_not_confirmed(at_toss):
    double, gateway = at_toss
    known = authorised(double, gateway, amount=99)
    assert gateway.inquire(known).amount_krw == 99
    assert isinstance(gateway.confirm(known), Unknown)
    assert double.ledger.net(INTENT.wire_id) == 0


def test_a_session_that_ended_is_expired_by_inquiry_only(at_toss):
    double, gateway = at_toss
    known = authorised(double, gateway)
    double.clock.advance(timedelta(minutes=10))
    assert isinstance(gateway.confirm(known), Unknown)
    assert gateway.inquire(known) == Expired()


def test_a_customer_who_turned_back_is_cancelled(at_toss):
    double, gateway = at_toss
    known = started(gateway)
    assert double.ledger.turn_back(INTENT.wire_id)
    assert isinstance(gateway.inquire(known), Cancelled)


def test_a_relay_gets_no_key_and_a_wrong_key_is_the_operator_s():
    with shop(key=None, api_key=None) as (_, gateway):
        assert isinstance(gateway.start(INTENT), Started)
    with shop(key="test_sk_other") as (_, gateway):
        assert isinstance(gateway.start(INTENT), Fault)
    with shop(key=None) as (_, gateway):
        assert isinstance(gateway.start(INTENT), Fault)


def test_nobody_listening_is_unknown():
    with shop() as (_, gateway):
        pass
    assert isinstance(gateway.inquire(INTENT), Unknown)
