"""An order's state takes the steps of the table and no others; its sums are whole won."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.errors import ConflictError, InputError
from eats_desktop.domain.order import (
    BOUGHT,
    NEXT,
    STATE_WORDS,
    Actor,
    Order,
    OrderEvent,
    OrderLine,
    OrderNo,
    OrderState,
    PaymentWay,
    check_step,
)
from eats_desktop.domain.schedule import ProductKey
from tests.helpers.listings import at

STATES = st.sampled_from(OrderState)
WON = st.integers(1, 10_000_000)


def line(price, quantity):
    return OrderLine(ProductKey("kok", "77"), "들녘 햅쌀 10kg", None, quantity, price)


def order(*lines, states=(OrderState.RECEIVED,)):
    events = tuple(OrderEvent(n, s, at(9), Actor.SHOPPER) for n, s in enumerate(states, 1))
    return Order(OrderNo(date(2026, 11, 24), 7), "k", PaymentWay.COUNTER, at(9), lines, events)


def walked(states):
    """The state after each legal one of these steps; the others are refused."""
    now = OrderState.RECEIVED
    path = [now]
    for state in states:
        try:
            check_step(now, state)
        except ConflictError:
            continue
        now = state
        path.append(now)
    return path


@given(before=STATES, after=STATES)
def test_a_step_is_legal_exactly_when_the_table_has_it(before, after):
    if after in NEXT[before]:
        check_step(before, after)
    else:
        with pytest.raises(ConflictError, match=STATE_WORDS[before]):
            check_step(before, after)


def test_every_state_has_its_steps_and_its_words():
    assert set(NEXT) == set(STATE_WORDS) == set(OrderState)


@given(st.lists(STATES, max_size=30))
def test_no_path_comes_by_a_state_twice(steps):
    path = walked(steps)
    assert len(path) == len(set(path))


@given(st.lists(STATES, max_size=30))
def test_nothing_is_delivered_or_paid_back_by_halves(steps):
    """What is bought was paid after it was asked for; what is refunded was asked to be."""
    path = walked(steps)
    if path[-1] in BOUGHT:
        assert path[:3] == [OrderState.RECEIVED, OrderState.PAYMENT_REQUESTED, OrderState.PAID]
    if path[-1] is OrderState.REFUNDED:
        assert path[-2] is OrderState.REFUND_REQUESTED


@given(st.lists(STATES, max_size=30))
def test_a_cancelled_order_is_never_paid_again(steps):
    path = walked(steps)
    if OrderState.CANCELLED in path:
        after = path[path.index(OrderState.CANCELLED) :]
        assert not BOUGHT & set(after)


@given(st.lists(st.tuples(WON, st.integers(1, 10)), min_size=1, max_size=20))
def test_the_total_is_what_the_lines_cost_to_the_won(pairs):
    made = order(*(line(price, quantity) for price, quantity in pairs))
    assert made.total_krw == sum(price * quantity for price, quantity in pairs)
    assert isinstance(made.total_krw, int)
    assert made.pieces == sum(quantity for _price, quantity in pairs)


def test_two_of_ten_thousand_are_twenty_thousand():
    assert order(line(10_000, 2)).total_krw == 20_000


@given(st.dates(date(2000, 1, 1), date(2999, 12, 31)), st.integers(1, 10**8))
def test_a_number_reads_back_as_it_was_written(day, number):
    assert OrderNo.parse(str(OrderNo(day, number))) == OrderNo(day, number)


def test_a_number_is_the_day_and_a_count():
    assert str(OrderNo(date(2026, 11, 25), 7)) == "20261125-0007"


@pytest.mark.parametrize("text", ["", "7", "20261125-7", "20261340-0007", "20261125-0000", "٢-1"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(InputError):
        OrderNo.parse(text)


def test_an_order_can_be_cancelled_until_it_is_paid():
    states = [OrderState.RECEIVED, OrderState.PAYMENT_REQUESTED, OrderState.PAID]
    can = [order(line(1, 1), states=states[:n]).can_be_cancelled for n in (1, 2, 3)]
    assert can == [True, True, False]


def test_a_title_names_the_first_and_counts_the_rest():
    assert order(line(1, 3)).title == "들녘 햅쌀 10kg"
    assert order(line(1, 1), line(2, 1), line(3, 1)).title == "들녘 햅쌀 10kg 외 2개"


def test_the_last_event_decides_whatever_its_moment():
    first = OrderEvent(1, OrderState.RECEIVED, at(9), Actor.SHOPPER)
    earlier = OrderEvent(2, OrderState.CANCELLED, at(9) - timedelta(hours=9), Actor.SYSTEM)
    base = order(line(1, 1))
    made = Order(base.order_no, "k", base.way, at(9), base.lines, (first, earlier))
    assert made.state is OrderState.CANCELLED
