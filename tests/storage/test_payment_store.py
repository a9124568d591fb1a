"""The journal in its file: one open payment, a history that only grows by legal steps."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from eats_desktop.domain.errors import ConflictError, NotFoundError, PaymentOpenError
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import NEXT_PAYMENT, PaymentState
from eats_desktop.notifications.orders import order_notice
from tests.helpers.listings import at
from tests.helpers.storage_builders import opened, rows
from tests.storage.test_order_store import draft, fill

S = PaymentState


def begun(databases, number=1, key="k1", way=PaymentWay.TOSS):
    wanted = replace(draft(fill(databases, number), key), way=way)
    order, _ = databases.orders.create(wanted, at(9), Actor.SHOPPER, order_notice)
    return databases.payments.of_order(order.order_no)


def step(databases, payment, *states, **learned):
    for state in states:
        found = databases.payments.step(payment, state, at(10), order_notice, **learned)
        payment = found.payment
    return payment


def write(databases, statement):
    with databases.user.write() as connection:
        connection.exec_driver_sql(statement)


def test_a_payment_reads_back_after_a_restart(tmp_path):
    with opened(tmp_path) as databases:
        payment = step(databases, begun(databases), S.WAITING, S.UNKNOWN, reason="no answer")
        learned = databases.payments.learn(
            payment, at(11), inquiries=3, ask_again_at=at(12), turned_back=True
        )
    with opened(tmp_path) as databases:
        assert databases.payments.payment(payment.payment_id) == learned
        assert databases.payments.open_with_provider() == learned
        assert (learned.inquiries, learned.ask_again_at, learned.turned_back) == (3, at(12), True)
        history = databases.payments.history(payment.payment_id)
        assert [event.state for event in history] == [S.CREATED, S.WAITING, S.UNKNOWN]
        assert history[-1].reason == "no answer"


def test_the_file_has_the_table_of_the_code(databases):
    stored = {tuple(row) for row in rows(databases.user, "SELECT before, after FROM payment_step")}
    wanted = {(before.value, after.value) for before in S for after in NEXT_PAYMENT[before]}
    assert stored == wanted | {("", "created")}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO payment_event VALUES (1, 2, 'paid', 0, NULL, '')",
        "UPDATE payment_event SET state = 'paid'",
        "DELETE FROM payment_event",
        "UPDATE payment SET state = 'paid'",
        "UPDATE payment SET amount_krw = 1",
        "UPDATE payment SET idempotency_key = 'x'",
        "DELETE FROM payment",
        (
            "INSERT INTO payment SELECT 9, order_id, way, 'x', amount_krw, state, created_at,"
            " changed_at, NULL, NULL, NULL, NULL, '', 0, NULL, NULL, 0, NULL, '', NULL, NULL, NULL"
            " FROM payment"
        ),
    ],
)
def test_the_file_itself_refuses_what_would_hide_or_double_a_charge(databases, statement):
    begun(databases)
    with pytest.raises(IntegrityError):
        write(databases, statement)


def test_one_payment_with_a_provider_is_open_at_a_time(databases):
    first = begun(databases)
    with pytest.raises(PaymentOpenError) as refused:
        begun(databases, 2, "k2")
    assert refused.value.order_no == first.order_no
    assert databases.orders.count() == 1
    begun(databases, 3, "k3", PaymentWay.COUNTER)
    step(databases, first, S.CANCELLED)
    assert begun(databases, 4, "k4", PaymentWay.DEMO).state is S.CREATED


def test_a_step_from_a_state_that_is_no_more_is_refused(databases):
    payment = begun(databases)
    step(databases, payment, S.WAITING)
    with pytest.raises(ConflictError, match="그사이"):
        step(databases, payment, S.WAITING)
    assert len(databases.payments.history(payment.payment_id)) == 2


def test_of_many_at_once_one_takes_the_step(databases):
    payment = step(databases, begun(databases), S.WAITING)
    with ThreadPoolExecutor(4) as pool:
        ended = [pool.submit(step, databases, payment, S.PAID) for _ in range(4)]
        errors = [future.exception() for future in ended]
    assert sorted(type(error).__name__ for error in errors) == ["ConflictError"] * 3 + ["NoneType"]
    assert len(databases.payments.history(payment.payment_id)) == 3


def test_an_illegal_step_changes_nothing(databases):
    payment = begun(databases)
    before = (databases.payments.payment(1), databases.orders.newest(9), databases.cart.lines())
    with pytest.raises(ConflictError):
        step(databases, payment, S.PAID)
    assert before == (
        databases.payments.payment(1), databases.orders.newest(9), databases.cart.lines(),
    )  # fmt: skip


def test_paid_moves_order_cart_and_inbox_in_one_transaction(databases):
    """When the inbox cannot be written, nothing of it happened."""
    payment = step(databases, begun(databases), S.WAITING)

    def failing(order):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        databases.payments.step(payment, S.PAID, at(10), failing)
    assert databases.payments.payment(1).state is S.WAITING
    assert databases.orders.order(payment.order_no).state is OrderState.PAYMENT_REQUESTED
    assert len(databases.cart.lines()) == 1
    settled = databases.payments.step(payment, S.PAID, at(10), order_notice)
    assert (settled.order_moved, settled.cart_changed, len(settled.arrived)) == (True, True, 1)
    assert databases.cart.lines() == ()
    assert databases.orders.paid_lines(at(0))[0].paid_at == at(10)


def test_keys_of_one_file_begin_alike_and_are_known(databases):
    first = step(databases, begun(databases), S.CANCELLED)
    second = begun(databases, 2, "k2")
    prefix = databases.payments.own_prefix()
    assert first.wire_id.startswith(prefix)
    assert second.wire_id.startswith(prefix)
    assert len({first.wire_id, second.wire_id}) == 2
    assert databases.payments.knows(second.wire_id)
    assert not databases.payments.knows(f"{prefix}{'f' * 24}")


def test_closed_payments_are_looked_at_again_only_if_they_were_sent(databases):
    never_sent = step(databases, begun(databases), S.CANCELLED)
    expired = step(databases, begun(databases, 2, "k2"), S.WAITING, S.EXPIRED)
    assert databases.payments.closed_since(at(9)) == (expired,)
    assert databases.payments.closed_since(at(11)) == ()
    assert never_sent.payment_id != expired.payment_id


def test_a_payment_that_is_not_there_is_said(databases):
    with pytest.raises(NotFoundError):
        step(databases, replace(begun(databases), payment_id=99), S.WAITING)


def test_every_path_of_the_table_can_be_written(databases):
    """Each pair of states by the shortest path to it, through the file's own triggers."""
    paths, queue = {S.CREATED: ()}, [S.CREATED]
    while queue:
        before = queue.pop(0)
        for after in sorted(NEXT_PAYMENT[before]):
            if after not in paths:
                paths[after] = (*paths[before], after)
                queue.append(after)
    numbers = itertools.count(1)
    for state, path in paths.items():
        number = next(numbers)
        payment = step(databases, begun(databases, number, f"k{number}", PaymentWay.TOSS), *path)
        assert payment.state is state
        closing = {S.CREATED: (S.CANCELLED,), S.WAITING: (S.CANCELLED,)}
        closing |= {S.CONFIRMING: (S.EXPIRED,), S.UNKNOWN: (S.EXPIRED,)}
        step(databases, payment, *closing.get(state, ()))
