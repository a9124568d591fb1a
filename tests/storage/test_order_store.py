"""Orders in their file: made once, with exactly their cart lines, and a history that only grows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.order import NEXT, Actor, OrderDraft, OrderLine, OrderState, PaymentWay
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.notifications.orders import order_notice
from tests.helpers.listings import at
from tests.helpers.storage_builders import opened, query_plan, rows
from tests.storage.test_cart_store import addition

STEW = RecipeKey("library", "stew")
TO_PAID = (OrderState.PAYMENT_REQUESTED, OrderState.PAID)


def draft(lines, request_key="k1"):
    """An order of these cart lines at 5,000 won each."""
    ordered = tuple(
        OrderLine(line.product, line.name, None, line.quantity, 5000, 6000, line.recipe)
        for line in lines
    )
    return OrderDraft(request_key, PaymentWay.COUNTER, ordered, tuple(x.line_id for x in lines))


def fill(databases, *numbers, quantity=1, recipe=None):
    return databases.cart.add([addition(n, quantity, recipe) for n in numbers], at(8))


def create(databases, wanted, hour=9, day=0):
    order, _ = databases.orders.create(wanted, at(hour, day=day), Actor.SHOPPER, order_notice)
    return order


def step(databases, order, *states, hour=10):
    for state in states:
        order, _ = databases.orders.advance(
            order.order_no, state, at(hour), Actor.STAFF, "", order_notice
        )
    return order


def ordered(databases, number=1, key="k1", **when):
    return create(databases, draft(fill(databases, number), key), **when)


def told(databases):
    return [item.dedupe_key for item in reversed(databases.inbox.items(50))]


def test_an_order_reads_back_after_a_restart_with_its_lines_and_history(tmp_path):
    with opened(tmp_path) as databases:
        made = create(databases, draft(fill(databases, 1, 2, quantity=2, recipe=STEW)))
    with opened(tmp_path) as databases:
        assert databases.orders.order(made.order_no) == made
    assert (str(made.order_no), made.total_krw, made.state) == (
        "20261124-0001",
        20_000,
        OrderState.RECEIVED,
    )
    assert [(x.recipe, x.list_krw) for x in made.lines] == [(STEW, 6000), (STEW, 6000)]
    (event,) = made.events
    assert (event.number, event.at, event.actor) == (1, at(9), Actor.SHOPPER)


def test_exactly_the_ordered_lines_leave_the_cart(databases):
    one, two, three = fill(databases, 1, 2, 3)
    create(databases, draft([one, three]))
    assert databases.cart.lines() == (two,)


def test_the_same_request_twice_is_the_same_order(databases):
    wanted = draft(fill(databases, 1))
    first = create(databases, wanted)
    fill(databases, 1)
    again, arrived = databases.orders.create(wanted, at(10), Actor.SHOPPER, order_notice)
    assert (again, arrived) == (first, None)
    assert databases.orders.count() == 1
    assert databases.cart.count() == 1
    assert len(told(databases)) == 1


def test_two_windows_that_order_at_once_make_one_order(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as other:
        wanted = draft(fill(one, 1))
        with ThreadPoolExecutor(2) as pool:
            made = [pool.submit(create, d, wanted) for d in (one, other) * 4]
        assert {done.result().order_no for done in made} == {one.orders.newest(9)[0].order_no}
        assert other.orders.count() == 1


def test_two_requests_for_the_same_lines_make_one_order(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as other:
        lines = fill(one, 1)
        create(one, draft(lines, "k1"))
        with pytest.raises(ConflictError, match="장바구니가 바뀌었어요"):
            create(other, draft(lines, "k2"))
        assert other.orders.count() == 1


@pytest.mark.parametrize("change", ["removed", "more", "replaced"])
def test_a_cart_that_changed_makes_no_order_and_stays(databases, change):
    one, two = fill(databases, 1, 2)
    wanted = draft([one, two])
    if change == "removed":
        databases.cart.remove([two.line_id])
    elif change == "more":
        databases.cart.set_quantity(two.line_id, 2)
    else:
        wanted = replace(wanted, cart_lines=(one.line_id,))
    before = databases.cart.lines()
    with pytest.raises(ConflictError):
        create(databases, wanted)
    assert databases.cart.lines() == before
    assert databases.orders.count() == 0
    assert told(databases) == []


def test_numbers_count_within_the_korean_day(databases):
    made = [
        ordered(databases, n, f"k{n}", hour=hour, day=day)
        for n, (hour, day) in enumerate([(8, 0), (23, 0), (0, 1)])
    ]
    assert [str(o.order_no) for o in made] == ["20261124-0001", "20261124-0002", "20261125-0001"]


def test_a_clock_set_back_gives_no_number_twice(databases):
    first = ordered(databases, 1, "k1", hour=9)
    second = ordered(databases, 2, "k2", hour=8)
    assert (first.order_no.number, second.order_no.number) == (1, 2)


def test_steps_append_history_and_say_each_once(databases):
    order = step(databases, ordered(databases), *TO_PAID, OrderState.PREPARING)
    assert [e.state.value for e in order.events] == [
        "received",
        "payment_requested",
        "paid",
        "preparing",
    ]
    assert [e.number for e in order.events] == [1, 2, 3, 4]
    assert told(databases) == [f"order:20261124-0001:{n}" for n in (1, 2, 3, 4)]


def test_an_illegal_step_changes_and_says_nothing(databases):
    order = ordered(databases)
    with pytest.raises(ConflictError):
        step(databases, order, OrderState.DELIVERED)
    assert databases.orders.order(order.order_no) == order
    assert len(told(databases)) == 1


def test_two_windows_that_take_the_same_step_take_it_once(tmp_path):
    with opened(tmp_path) as one, opened(tmp_path) as other:
        order = ordered(one)
        step(one, order, OrderState.CANCELLED)
        with pytest.raises(ConflictError):
            step(other, order, OrderState.CANCELLED)
        assert len(other.orders.order(order.order_no).events) == 2


def test_an_unknown_order_takes_no_step(databases):
    order = ordered(databases)
    missing = replace(order, order_no=replace(order.order_no, number=99))
    with pytest.raises(NotFoundError):
        step(databases, missing, OrderState.CANCELLED)


def test_the_file_enforces_the_table_of_steps(databases):
    stored = rows(databases.user, "SELECT before, after FROM order_step")
    steps = {(b.value, a.value) for b, after in NEXT.items() for a in after}
    assert set(stored) == steps | {("", "received")}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO order_event VALUES (1, 2, 'paid', 0, 'system', '')",
        "INSERT INTO order_event VALUES (1, 2, 'received', 0, 'system', '')",
        "UPDATE order_event SET state = 'paid'",
        "DELETE FROM order_event",
    ],
)
def test_no_statement_rewrites_the_history(databases, statement):
    order = ordered(databases)
    with pytest.raises(Exception, match="order"), databases.user.write() as connection:
        connection.exec_driver_sql(statement)
    assert databases.orders.order(order.order_no) == order


def test_what_was_paid_counts_until_it_is_given_back(databases):
    orders = [ordered(databases, n, f"k{n}") for n in range(5)]
    step(databases, orders[1], OrderState.CANCELLED)
    step(databases, orders[2], *TO_PAID)
    step(databases, orders[3], *TO_PAID, OrderState.PREPARING, OrderState.SHIPPING)
    step(databases, orders[4], *TO_PAID, OrderState.REFUND_REQUESTED)
    found = databases.orders.paid_lines(at(0))
    assert [p.order_no for p in found] == [orders[2].order_no, orders[3].order_no]
    assert [p.line.product.product_id for p in found] == ["2", "3"]
    assert {p.paid_at for p in found} == {at(10)}


def test_paid_lines_begin_at_the_moment_to_the_second(databases):
    step(databases, ordered(databases), *TO_PAID, hour=10)
    assert len(databases.orders.paid_lines(at(10))) == 1
    assert databases.orders.paid_lines(at(10, 1)) == ()


def test_orders_come_newest_first_by_pages(databases):
    made = [ordered(databases, n, f"k{n}", hour=8 + n) for n in range(4)]
    assert databases.orders.newest(2) == (made[3], made[2])
    assert databases.orders.newest(2, 2) == (made[1], made[0])
    assert databases.orders.since(at(10), 50) == (made[3], made[2])


def test_orders_left_in_a_state_are_found(databases):
    left = ordered(databases, 1, "k1")
    asked = step(databases, ordered(databases, 2, "k2"), OrderState.PAYMENT_REQUESTED)
    assert databases.orders.in_state(OrderState.PAYMENT_REQUESTED) == (asked,)
    assert databases.orders.in_state(OrderState.RECEIVED) == (left,)


def test_a_list_is_read_in_three_statements_however_long(databases):
    for n in range(5):
        ordered(databases, n, f"k{n}")
    sent = []
    query_plan(databases.user, lambda: sent.extend(databases.orders.newest(5)))
    plan = query_plan(databases.user, lambda: databases.orders.newest(5))
    assert len(sent) == 5
    assert sum("shop_order" in s or "order_line" in s or "order_event" in s for s in plan) == 3
