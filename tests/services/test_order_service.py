"""Orders out of the cart: once, at the prices agreed, ours only, and each step told once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.cart_item import Remark
from eats_desktop.domain.errors import ConflictError, NotFoundError
from eats_desktop.domain.events import CartChanged, InboxChanged, OrdersChanged
from eats_desktop.domain.order import Actor, OrderNo, OrderState, PaymentWay
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.order_service import OrderService
from tests.helpers.shopping import MACKEREL, NOON, RICE, TOFU, shopping
from tests.helpers.storage_builders import key

COUNTER = PaymentWay.COUNTER


@pytest.fixture
def shop(tmp_path):
    with shopping(tmp_path) as found:
        yield found


def names(items):
    return [item.line.name for item in items]


def test_an_order_holds_the_checked_lines_at_todays_price(shop):
    rice, tofu = shop.fill(RICE, TOFU, quantity=2)
    shop.cart.check(rice.line_id, on=False)
    order = shop.orders.create(shop.orders.slip(), COUNTER)
    (line,) = order.lines
    assert (line.product, line.quantity, line.unit_krw, line.list_krw) == (
        tofu.product,
        2,
        3500,
        4000,
    )
    assert (order.total_krw, order.state, order.way) == (7000, OrderState.RECEIVED, COUNTER)
    assert shop.cart.lines()[0].line_id == rice.line_id
    assert shop.cart.count() == 1


def test_the_recipe_a_line_was_for_goes_with_it(shop):
    shop.offer(TOFU)
    shop.cart.add(key(TOFU), recipe=RecipeKey("library", "stew"))
    order = shop.orders.create(shop.orders.slip(), COUNTER)
    assert order.lines[0].recipe == RecipeKey("library", "stew")


def test_television_products_never_come_into_an_order(shop):
    shop.broadcast(MACKEREL)
    shop.cart.add(key(MACKEREL))
    shop.fill(RICE)
    slip = shop.orders.slip()
    assert (names(slip.items), names(slip.of_sellers)) == ([RICE.name], [MACKEREL.name])
    order = shop.orders.create(slip, COUNTER)
    assert [line.product for line in order.lines] == [key(RICE)]
    assert [line.name for line in shop.cart.lines()] == [MACKEREL.name]
    with pytest.raises(ConflictError, match="주문할 수 있는 상품이 없어요"):
        shop.orders.create(shop.orders.slip(), COUNTER)


def test_a_double_click_makes_one_order_and_one_notice(shop):
    shop.fill(RICE)
    slip = shop.orders.slip()
    first, second = (shop.orders.create(slip, COUNTER) for _ in range(2))
    assert first == second
    assert len(shop.orders.newest()) == 1
    assert shop.told() == ["주문을 받았어요"]


def test_the_same_slip_after_a_restart_is_the_same_order(tmp_path):
    with shopping(tmp_path) as shop:
        shop.fill(RICE)
        slip = shop.orders.slip()
        first = shop.orders.create(slip, COUNTER)
    with shopping(tmp_path) as shop:
        assert shop.orders.create(slip, COUNTER) == first


def test_another_click_between_look_and_order_is_the_same_order(shop):
    """The other window orders after this one looked for the key and before it reads the cart."""
    shop.fill(RICE)
    slip = shop.orders.slip()

    class Cart:
        def items(self):
            shop.orders.create(slip, COUNTER)
            return shop.cart.items()

    other = OrderService(
        shop.databases.orders, Cart(), lambda: True, shop.clock, shop.events.append
    )
    assert other.create(slip, COUNTER) == shop.orders.newest()[0]
    assert len(shop.orders.newest()) == 1


def test_a_second_slip_of_the_same_lines_is_refused(shop):
    shop.fill(RICE)
    one, two = shop.orders.slip(), shop.orders.slip()
    shop.orders.create(one, COUNTER)
    with pytest.raises(ConflictError, match="장바구니가 바뀌었어요"):
        shop.orders.create(two, COUNTER)


@pytest.mark.parametrize("price", [29900, 34900])
def test_a_price_that_changed_after_the_slip_orders_nothing(shop, price):
    shop.fill(RICE)
    slip = shop.orders.slip()
    shop.price(RICE, price)
    with pytest.raises(ConflictError, match="값이나 장바구니가 바뀌었어요"):
        shop.orders.create(slip, COUNTER, accepts_raised=True)
    assert shop.cart.count() == 1
    assert shop.orders.newest() == ()


def test_a_raised_price_has_to_be_accepted_a_lowered_one_not(shop):
    shop.fill(RICE, TOFU)
    shop.price(RICE, 34900)
    shop.price(TOFU, 3000)
    slip = shop.orders.slip()
    assert names(slip.raised) == [RICE.name]
    with pytest.raises(ConflictError, match="오른 값을 받아들여"):
        shop.orders.create(slip, COUNTER)
    assert shop.orders.create(slip, COUNTER, accepts_raised=True).total_krw == 37900


def test_what_is_sold_out_or_too_old_stays_in_the_cart_and_is_said(shop):
    shop.fill(RICE, TOFU)
    shop.price(TOFU, 3500, price_kind=PriceKind.SOLD_OUT)
    slip = shop.orders.slip()
    assert [(i.line.name, why) for i, why in slip.left_out] == [(TOFU.name, Remark.SOLD_OUT)]
    assert shop.orders.create(slip, COUNTER).total_krw == 32900
    assert [line.name for line in shop.cart.lines()] == [TOFU.name]
    shop.fill(RICE)
    shop.clock.advance(timedelta(days=1, seconds=1))
    assert dict.fromkeys(why for _item, why in shop.orders.slip().left_out) == {
        Remark.TOO_OLD: None,
        Remark.SOLD_OUT: None,
    }


def test_every_step_is_told_once_with_number_name_and_sum(shop):
    order = shop.paid(RICE, quantity=2)
    shop.orders.advance(order.order_no, OrderState.REFUND_REQUESTED, Actor.SHOPPER, "맛이 없어요")
    assert shop.told() == [
        "주문을 받았어요",
        "결제를 확인하고 있어요",
        "결제가 끝났어요",
        "환불을 요청했어요",
    ]
    newest = shop.databases.inbox.items(1)[0]
    assert newest.body == "주문 20261124-0001 · 들녘 햅쌀 10kg · 65,800원 · 맛이 없어요"


def test_a_cancelled_order_is_told_too_and_takes_no_payment(shop):
    order = shop.ordered(RICE)
    cancelled = shop.orders.cancel(order.order_no, reason="다시 고를래요")
    assert (cancelled.state, cancelled.events[-1].reason) == (
        OrderState.CANCELLED,
        "다시 고를래요",
    )
    for state in (OrderState.PAYMENT_REQUESTED, OrderState.PAID, OrderState.CANCELLED):
        with pytest.raises(ConflictError):
            shop.orders.advance(order.order_no, state, Actor.PROVIDER)
    late = shop.orders.advance(order.order_no, OrderState.REFUND_REQUESTED, Actor.SYSTEM)
    assert late.state is OrderState.REFUND_REQUESTED
    assert shop.told() == ["주문을 받았어요", "주문을 취소했어요", "환불을 요청했어요"]


def test_nothing_is_told_when_that_is_switched_off(tmp_path):
    with shopping(tmp_path, orders=False) as shop:
        shop.paid(RICE)
        assert shop.told() == []
        assert not [e for e in shop.events if isinstance(e, InboxChanged)]


def test_what_the_shopper_does_rings_no_bell_what_others_do_does(shop):
    order = shop.ordered(RICE)
    shop.orders.advance(order.order_no, OrderState.PAYMENT_REQUESTED, Actor.STAFF)
    assert [e.quiet for e in shop.events if isinstance(e, InboxChanged)] == [True, False]
    assert shop.events.count(OrdersChanged()) == 2
    assert shop.events.count(CartChanged()) == 2


def test_what_is_paid_is_given_back_not_cancelled(shop):
    order = shop.paid(RICE)
    with pytest.raises(ConflictError, match="결제 완료"):
        shop.orders.cancel(order.order_no)


def test_an_unknown_order_is_not_found(shop):
    with pytest.raises(NotFoundError):
        shop.orders.order(OrderNo(NOON.date(), 7))


def test_recent_is_seven_times_twenty_four_hours(shop):
    order = shop.paid(RICE)
    shop.clock.advance(timedelta(days=7))
    assert shop.orders.recent() == (order,)
    assert len(shop.orders.paid_lines(shop.clock.now() - timedelta(days=7))) == 1
    shop.clock.advance(timedelta(seconds=1))
    assert shop.orders.recent() == ()
    assert shop.orders.paid_lines(shop.clock.now() - timedelta(days=7)) == ()
    assert shop.orders.newest() == (order,)
