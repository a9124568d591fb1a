"""What an amount is and how its unit price is rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.amount import Amount, Per, Unit, UnitPrice, unit_price
from eats_desktop.domain.errors import InputError


def grams(total: str) -> Amount:
    return Amount(Decimal(total), Unit.GRAM, None)


@pytest.mark.parametrize(
    ("price", "amount", "expected"),
    [
        (39_900, Amount(Decimal(3000), Unit.GRAM, 6), UnitPrice(Per.HUNDRED_GRAMS, 1330)),
        (
            12_000,
            Amount(Decimal(1800), Unit.MILLILITRE, 2),
            UnitPrice(Per.HUNDRED_MILLILITRES, 667),
        ),
        (10_000, Amount(Decimal(30), Unit.EACH, 1), UnitPrice(Per.EACH, 333)),
        (0, Amount(Decimal(5), Unit.EACH, None), UnitPrice(Per.EACH, 0)),
    ],
)
def test_a_price_is_for_100_g_100_ml_or_one(price, amount, expected):
    assert unit_price(price, amount) == expected


@pytest.mark.parametrize(
    ("price", "total", "won"),
    [(1, "200", 1), (3, "200", 2), (5, "200", 3), (149, "10000", 1), (150, "10000", 2)],
)
def test_half_a_won_is_rounded_up(price, total, won):
    assert unit_price(price, grams(total)).value_krw == won


def test_an_exact_total_keeps_a_third_of_a_won_from_becoming_half():
    assert unit_price(10, grams("0.3")).value_krw == 3333
    assert unit_price(1, grams("66.67")).value_krw == 1
    assert unit_price(1, grams("66.66")).value_krw == 2


@given(st.integers(0, 10**9), st.decimals("0.1", 10**7, places=2), st.integers(2, 50))
def test_twice_the_goods_for_twice_the_price_cost_the_same(price, total, factor):
    once = unit_price(price, Amount(total, Unit.GRAM, None))
    many = unit_price(price * factor, Amount(total * factor, Unit.GRAM, None))
    assert many == once


@given(st.integers(0, 10**9), st.decimals("0.1", 10**7, places=2))
def test_the_rounded_price_is_within_half_a_won_of_the_exact_one(price, total):
    value = unit_price(price, Amount(total, Unit.MILLILITRE, None)).value_krw
    assert 2 * abs(value * total - price * 100) <= total


@pytest.mark.parametrize("total", ["0", "-1", "NaN", "Infinity"])
def test_a_total_that_is_no_amount_is_refused(total):
    with pytest.raises(InputError):
        grams(total)


def test_less_than_one_pack_and_a_negative_price_are_refused():
    with pytest.raises(InputError):
        Amount(Decimal(1), Unit.GRAM, 0)
    with pytest.raises(InputError):
        unit_price(-1, grams("100"))
