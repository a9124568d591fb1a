"""Seed 18: each step of an order, a cancel too, is told exactly once and leads to the order."""

from __future__ import annotations

import pytest

from eats_desktop.domain.links import order_link
from eats_desktop.domain.order import Actor, OrderState
from tests.helpers.shopping import RICE, shopping

S = OrderState
WAYS = [
    (S.PAYMENT_REQUESTED, S.PAID, S.PREPARING, S.SHIPPING, S.DELIVERED),
    (S.CANCELLED,),
    (S.PAYMENT_REQUESTED, S.CANCELLED, S.REFUND_REQUESTED),
    (S.PAYMENT_REQUESTED, S.PAID, S.REFUND_REQUESTED, S.REFUNDED),
]


def walk(shop, steps):
    order = shop.ordered(RICE)
    for state in steps:
        shop.orders.advance(order.order_no, state, Actor.STAFF)
    return order


@pytest.mark.parametrize("steps", WAYS, ids=lambda steps: steps[-1].value)
def test_every_step_is_told_once_and_leads_to_its_order(tmp_path, steps):
    with shopping(tmp_path) as shop:
        order = walk(shop, steps)
        told = shop.databases.inbox.items(50)
        assert len(told) == 1 + len(steps)
        assert len({item.title for item in told}) == len(told)
        assert {item.target for item in told} == {order_link(order.order_no)}


def test_with_the_setting_off_nothing_is_told(tmp_path):
    with shopping(tmp_path, orders=False) as shop:
        for steps in WAYS:
            walk(shop, steps)
        assert shop.databases.inbox.items(50) == ()
