"""The provider's double: its books, its strictness, its keys and its faults."""

from __future__ import annotations

import http.client
import threading
from datetime import timedelta

import pytest

from eats_desktop.demo.provider import FaultKind, Moment, Operation, ScriptedFaults
from eats_desktop.demo.provider.ledger import ACCOUNT
from tests.helpers.provider_double import Merchant, provider


@pytest.fixture
def double():
    with provider() as found:
        yield found


@pytest.fixture
def ask(double):
    return Merchant(double)


def code(reply):
    return reply.status, reply.json["code"]


def test_a_payment_is_made_agreed_to_confirmed_and_given_back_in_parts(double, ask):
    made = ask.create().json
    assert (made["status"], made["checkout"]["url"].startswith(double.base_url)) == ("READY", True)
    assert code(ask.confirm(made)) == (404, "NOT_FOUND_PAYMENT_SESSION")
    double.ledger.authorise("order-1")
    assert ask.order().json["status"] == "IN_PROGRESS"
    assert code(ask.confirm(made, "k2", amount=9999)) == (400, "INVALID_REQUEST")
    paid = ask.confirm(made, "k3").json
    assert (paid["status"], paid["balanceAmount"], double.ledger.net("order-1")) == (
        "DONE", 10000, 10000,
    )  # fmt: skip
    assert ask.cancel(made, "c1", cancelAmount=4000).json["status"] == "PARTIAL_CANCELED"
    assert code(ask.cancel(made, "c2", cancelAmount=6001)) == (403, "NOT_CANCELABLE_AMOUNT")
    assert ask.cancel(made, "c3").json["status"] == "CANCELED"
    assert code(ask.cancel(made, "c4")) == (400, "ALREADY_CANCELED_PAYMENT")
    assert double.ledger.net("order-1") == 0
    listed = ask(
        "GET", "/v1/transactions?startDate=2026-11-24T00:00:00&endDate=2026-11-25T00:00:00"
    )
    assert [entry["amount"] for entry in listed.json] == [10000, -4000, -6000]


def test_a_key_repeats_its_first_answer_whatever_the_body_says(double, ask):
    one, other = ask.authorised(double, "order-1"), ask.authorised(double, "order-2")
    first = ask.confirm(one, "same")
    assert ask.confirm(one, "same") == first
    assert ask.confirm(other, "same") == first
    assert double.ledger.totals() == {"order-1": (1, 10000), "order-2": (0, 0)}
    double.clock.advance(timedelta(days=15))
    assert code(ask.confirm(one, "same")) == (400, "ALREADY_PROCESSED_PAYMENT")
    assert code(ask.confirm(one, "k" * 301)) == (400, "INVALID_IDEMPOTENCY_KEY")


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/v1/payments", {"orderId": "order-9", "amount": 1}, 400),
        ("PUT", "/v1/payments/confirm", {}, 405),
        ("GET", "/v1/payments/confirm", None, 405),
        ("POST", "/v1/payments/orders/order-1", {}, 405),
        ("GET", "/v1/payments/orders/order-1?deep=1", None, 400),
        ("GET", "/v2/payments/x", None, 404),
    ],
)
def test_what_the_api_does_not_have_is_refused(ask, method, path, body, status):
    ask.create()
    assert ask(method, path, body, "k9").status == status


def test_bodies_are_read_strictly(double, ask):
    assert ask.create(amount="10000").status == 400
    assert ask.create(amount=True).status == 400
    assert ask.create(surprise=1).status == 400
    assert ask.create("ab.c/de").status == 400
    assert ask.create(orderName="").status == 400
    assert double.ledger.totals() == {}


def test_only_the_shop_that_has_the_key_is_served(double):
    assert code(Merchant(double, "test_sk_other").create()) == (401, "UNAUTHORIZED_KEY")
    stranger = Merchant(double)
    stranger.headers = {"Authorization": "Basic !"}
    assert code(stranger.create()) == (403, "INCORRECT_BASIC_AUTH_FORMAT")
    stranger.headers = {}
    assert code(stranger.create()) == (401, "UNAUTHORIZED_KEY")
    with provider(api_key=None) as relay:
        assert code(Merchant(relay).create()) == (403, "FORBIDDEN_REQUEST")


def test_a_session_ends_after_ten_minutes_and_an_account_waits_for_its_deposit(double, ask):
    late, account = ask.authorised(double, "order-1"), ask.create("order-2").json
    double.ledger.authorise("order-2", ACCOUNT)
    assert ask.confirm(account, "k2").json["status"] == "WAITING_FOR_DEPOSIT"
    double.clock.advance(timedelta(minutes=10))
    assert code(ask.confirm(late)) == (404, "NOT_FOUND_PAYMENT_SESSION")
    assert ask.order().json["status"] == "EXPIRED"
    double.ledger.deposit("order-2")
    assert double.ledger.totals() == {"order-1": (0, 0), "order-2": (1, 10000)}


@pytest.mark.parametrize(
    ("kind", "charged"),
    [
        (FaultKind.DROP_UNDONE, False),
        (FaultKind.DROP_DONE, True),
        (FaultKind.ERROR_UNDONE, False),
        (FaultKind.ERROR_DONE, True),
        (FaultKind.HTML_UNDONE, False),
        (FaultKind.GARBLED_DONE, True),
        (FaultKind.TORN_DONE, True),
        (FaultKind.BUSY, False),
        (FaultKind.LATE, False),
        (FaultKind.REFUSED, False),
        (FaultKind.OPERATOR, False),
        (FaultKind.MISSTATED_DONE, True),
        (FaultKind.FOREIGN_DONE, True),
        (FaultKind.NOWHERE_UNDONE, False),
    ],
)
def test_a_fault_hides_what_happened_and_the_same_key_never_charges_twice(
    double, ask, kind, charged
):
    made = ask.authorised(double)
    needs_code = {FaultKind.REFUSED: "FDS_ERROR", FaultKind.OPERATOR: "UNAUTHORIZED_KEY"}
    double.faults.then(Operation.CONFIRM, kind, needs_code.get(kind, ""))
    try:
        told = ask.confirm(made)
    except (http.client.HTTPException, ConnectionError, ValueError):
        told = None
    assert (
        told is None
        or told.status != 200
        or told.json["status"] == "READY"
        or (told.json["orderId"] != "order-1")
    )
    assert bool(double.ledger.net("order-1")) is charged
    for _ in range(4):
        again = ask.confirm(made)
    assert again.status == (403 if kind is FaultKind.REFUSED else 200)
    assert double.ledger.totals()["order-1"][0] == (kind is not FaultKind.REFUSED)


def test_a_silent_server_works_on_after_its_asker_has_hung_up(double):
    ask = Merchant(double)
    made = ask.authorised(double)
    double.faults.then(Operation.CONFIRM, FaultKind.STALL_DONE)
    done = threading.Event()
    double.watch = lambda moment, _operation, _order: moment is Moment.DONE and done.set()
    connection = http.client.HTTPConnection(double.base_url.removeprefix("http://"), timeout=0.05)
    body = f'{{"paymentKey":"{made["paymentKey"]}","orderId":"order-1","amount":10000}}'
    headers = {**ask.headers, "Content-Type": "application/json", "Idempotency-Key": "k"}
    connection.request("POST", "/v1/payments/confirm", body, headers)
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()
    assert done.wait(10)
    assert double.ledger.net("order-1") == 10000


def test_the_provider_s_clock_may_be_off():
    with provider(skew=timedelta(hours=-3)) as double:
        assert Merchant(double).create().json["requestedAt"] == "2026-11-24T09:00:00+09:00"


def test_scripted_faults_come_once():
    faults = ScriptedFaults()
    faults.then(Operation.INQUIRE, FaultKind.BUSY)
    kinds = [faults.next(Operation.INQUIRE, "o").kind for _ in range(2)]
    assert kinds == [FaultKind.BUSY, FaultKind.NONE]
