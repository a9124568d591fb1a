"""판매 조건: what is paid, and how two prices for the same measure compare."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from eats_desktop.domain.amount import Amount, Per, Unit, UnitPrice
from eats_desktop.domain.clock import KST
from eats_desktop.domain.offer import Offer, compared
from eats_desktop.domain.schedule import PriceKind, ProductKey


def offer(list_price, sale_price, amount=None):
    return Offer(
        key=ProductKey("kok", "1"),
        market="mall",
        name="고등어 1kg",
        brand=None,
        price_kind=PriceKind.PRICED,
        list_price_krw=list_price,
        sale_price_krw=sale_price,
        amount=amount,
        thumbnail_url=None,
        product_url=None,
        seen_at=datetime(2026, 11, 25, tzinfo=KST),
    )


def grams(value):
    return UnitPrice(Per.HUNDRED_GRAMS, value)


def test_what_is_paid_is_the_sale_price_else_the_list_price():
    assert offer(20000, 15000).price_krw == 15000
    assert offer(20000, None).price_krw == 20000
    assert offer(None, None).price_krw is None


def test_the_unit_price_is_that_of_what_is_paid():
    kilogram = Amount(Decimal(1000), Unit.GRAM, None)
    assert offer(20000, 15000, kilogram).unit_price == grams(1500)
    assert offer(None, None, kilogram).unit_price is None
    assert offer(20000, 15000).unit_price is None


@pytest.mark.parametrize(
    ("ours", "theirs", "percent", "is_cheaper"),
    [
        (1000, 690, 31, True),
        (1000, 1310, 31, False),
        (1000, 1000, 0, False),
        (1000, 3170, 217, False),
    ],
)
def test_the_difference_is_told_in_percent_of_ours(ours, theirs, percent, is_cheaper):
    found = compared(grams(ours), grams(theirs))
    assert (found.percent, found.is_cheaper) == (percent, is_cheaper)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (None, grams(1)),
        (grams(1), None),
        (grams(1), UnitPrice(Per.EACH, 1)),
        (grams(0), grams(1)),
        (grams(1), grams(0)),
    ],
)
def test_what_cannot_be_compared_is_not(ours, theirs):
    assert compared(ours, theirs) is None
