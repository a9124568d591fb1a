"""What the screens of orders ask: windows of the list, and what can be done with one order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from eats_desktop.domain.payment import Payment, PaymentState
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.services.order_book import OrderBook
from tests.helpers.shopping import RICE, TOFU, shopping
from tests.helpers.storage_builders import query_plan


class Checkout:
    """Remembers what it was asked; `known` is the payment of every order."""

    def __init__(self):
        self.known = None
        self.asked = []

    def payment(self, _order_no):
        return self.known

    def cancel(self, payment_id):
        self.asked.append(("cancel", payment_id))

    def refund(self, order_no, reason, actor):
        self.asked.append(("refund", str(order_no), reason, actor))


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path) as found:
        found.checkout = Checkout()
        found.filled = set()
        found.book = OrderBook(
            found.orders,
            found.databases.order_list,
            found.checkout,
            found.cart,
            SimpleNamespace,
            lambda: found.filled,
            lambda _keys: {},
            found.clock,
        )
        yield found


def payment(order, state, **values):
    now = order.created_at
    return Payment(
        7, order.order_no, "k", "i", PaymentWay.TOSS, order.total_krw, state, now, now, **values
    )


def names(window):
    return [(str(head.order_no), head.title) for head in window.heads]


def test_seed_17_the_list_says_what_all_pieces_cost(shop):
    shop.paid(replace(RICE, sale_price_krw=10_000), quantity=2)
    (head,) = shop.book.window(None, 30).heads
    assert (head.total_krw, head.pieces, head.lines) == (20_000, 2, 1)


def test_windows_of_the_list_follow_each_other_newest_first(shop):
    for _ in range(5):
        shop.ordered(RICE, TOFU)
        shop.clock.advance(timedelta(minutes=1))
    first, last = shop.book.window(None, 2), shop.book.window(None, 2, 4)
    assert [n for n, _ in names(first)] == ["20261124-0005", "20261124-0004"]
    assert [n for n, _ in names(last)] == ["20261124-0001"]
    assert first.heads[0].title == shop.orders.newest(1)[0].title
    assert (first.total, last.offset) == (5, 4)
    assert shop.book.window(None, 2, 40).offset == 4
    assert shop.book.window(None, 2, -4).offset == 0


def test_the_last_seven_days_are_seven_times_24_hours(shop):
    shop.ordered(RICE)
    shop.clock.advance(timedelta(days=7))
    assert shop.book.window(7, 30).total == 1
    shop.clock.advance(timedelta(seconds=1))
    assert shop.book.window(7, 30) == replace(shop.book.window(None, 30), heads=(), total=0)


def test_a_window_of_many_orders_is_read_along_an_index(shop):
    shop.ordered(RICE)
    plan = query_plan(shop.databases.user, lambda: shop.book.window(None, 30, 900))
    listed = [step for step in plan if "shop_order" in step]
    assert all("INDEX" in step for step in listed)
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan)


def test_whether_it_was_ever_paid_outlives_the_state(shop):
    refunded = shop.paid(RICE)
    for state in (OrderState.REFUND_REQUESTED, OrderState.REFUNDED):
        shop.orders.advance(refunded.order_no, state, Actor.STAFF)
    cancelled = shop.ordered(TOFU)
    shop.orders.cancel(cancelled.order_no)
    paid_at = {head.order_no: head.paid_at for head in shop.book.window(None, 30).heads}
    assert paid_at[cancelled.order_no] is None
    assert paid_at[refunded.order_no] == shop.clock.now()


def test_what_is_still_sold_is_put_in_again_and_the_rest_named(shop):
    order = shop.paid(RICE, TOFU, quantity=2)
    shop.price(TOFU, 3500, price_kind=PriceKind.SOLD_OUT)
    done = shop.book.reorder(order.order_no)
    assert [(line.name, quantity) for line, quantity in done.added] == [(RICE.name, 2)]
    assert [name for name, _why in done.left_out] == [TOFU.name]
    assert "품절" in done.left_out[0][1]
    assert [(line.name, line.quantity) for line in shop.cart.lines()] == [(RICE.name, 2)]


def test_reordering_stops_at_ten_pieces_and_says_so(shop):
    order = shop.paid(RICE, quantity=6)
    shop.book.reorder(order.order_no)
    again = shop.book.reorder(order.order_no)
    assert again.added == ()
    assert "10개까지" in again.left_out[0][1]
    assert shop.cart.lines()[0].quantity == 6


def test_an_order_without_payment_is_cancelled_here_and_only_before_it_is_paid(shop):
    order = shop.ordered(RICE)
    assert shop.book.detail(order.order_no).can_be_cancelled
    shop.book.cancel(order.order_no)
    assert shop.orders.order(order.order_no).state is OrderState.CANCELLED
    paid = shop.paid(TOFU)
    assert not shop.book.detail(paid.order_no).can_be_cancelled
    with pytest.raises(ConflictError):
        shop.book.cancel(paid.order_no)


@pytest.mark.parametrize(
    ("state", "values", "can"),
    [
        (PaymentState.WAITING, {}, True),
        (PaymentState.WAITING, {"turned_back": True}, False),
        (PaymentState.CONFIRMING, {"confirm_sent_at": "sent"}, False),
        (PaymentState.UNKNOWN, {"confirm_sent_at": "sent"}, False),
    ],
)
def test_with_money_on_its_way_only_the_checkout_cancels(shop, state, values, can):
    order = shop.ordered(RICE)
    shop.orders.advance(order.order_no, OrderState.PAYMENT_REQUESTED, Actor.SHOPPER)
    shop.checkout.known = payment(order, state, **values)
    assert shop.book.detail(order.order_no).can_be_cancelled is can
    shop.book.cancel(order.order_no)
    assert shop.checkout.asked == [("cancel", 7)]
    assert shop.orders.order(order.order_no).state is OrderState.PAYMENT_REQUESTED


def test_a_refund_is_asked_of_the_checkout_while_the_order_is_only_paid(shop):
    order = shop.paid(RICE)
    assert shop.book.detail(order.order_no).can_be_refunded
    shop.book.refund(order.order_no, "맛이 없어요")
    asked = ("refund", str(order.order_no), "맛이 없어요", Actor.SHOPPER)
    assert shop.checkout.asked == [asked]
    shop.checkout.known = payment(order, PaymentState.REFUNDING)
    assert not shop.book.detail(order.order_no).can_be_refunded
    shop.orders.advance(order.order_no, OrderState.PREPARING, Actor.STAFF)
    with pytest.raises(ConflictError, match="직원에게"):
        shop.book.refund(order.order_no, "")
    assert shop.checkout.asked == [asked]


def test_only_a_bought_order_that_is_not_there_yet_goes_into_the_pantry(shop):
    open_one, paid = shop.ordered(TOFU), shop.paid(RICE)
    assert not shop.book.detail(open_one.order_no).can_fill
    assert shop.book.detail(paid.order_no).can_fill
    shop.filled.add(str(paid.order_no))
    assert not shop.book.detail(paid.order_no).can_fill


def test_an_unknown_number_is_not_found(shop):
    order = shop.ordered(RICE)
    with pytest.raises(NotFoundError):
        shop.book.detail(replace(order.order_no, number=9))
