"""값 기록: the lowest of 30 and 90 days, what a price is among those seen, what is not known."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.clock import KST
from eats_desktop.domain.money import ConditionalPrice
from eats_desktop.domain.price_history import (
    ConditionalLowest,
    Lowest,
    PriceHistory,
    PriceSpan,
    Standing,
    price_history,
    standing,
)

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=KST)


def ago(**span):
    return NOW - timedelta(**span)


def span(price, first, last=0):
    """A price seen from `first` to `last` days ago."""
    return PriceSpan(price, ago(days=first), ago(days=last))


def test_a_price_that_went_and_came_back_is_noted_three_times_as_two_prices():
    history = price_history([span(39900, 20, 15), span(34900, 14, 8), span(39900, 7)], NOW)
    assert (history.observations, history.prices) == (3, 2)
    assert history.lowest_30 == Lowest(34900, ago(days=8))
    assert history.since == ago(days=20)
    assert standing(39900, history) is Standing.ABOVE
    assert standing(34900, history) is Standing.LOWEST


def test_the_lowest_is_dated_by_when_it_was_seen_last():
    history = price_history([span(34900, 20, 18), span(39900, 17, 9), span(34900, 8, 3)], NOW)
    assert history.lowest_90 == Lowest(34900, ago(days=3))


def test_a_gap_without_looking_counts_no_days_in_it():
    history = price_history([span(39900, 60, 60), span(39900, 2, 0)], NOW)
    assert history.days == 3
    assert history.since == ago(days=60)


@pytest.mark.parametrize(
    ("last_seen", "in_30", "in_90"),
    [
        (timedelta(days=30), True, True),
        (timedelta(days=30, seconds=1), False, True),
        (timedelta(days=90), False, True),
        (timedelta(days=90, seconds=1), False, False),
    ],
)
def test_a_price_counts_while_its_last_sight_lies_in_the_window(last_seen, in_30, in_90):
    cheap = PriceSpan(100, ago(days=200), NOW - last_seen)
    history = price_history([cheap, span(900, 5)], NOW)
    assert (history.lowest_30.price_krw == 100) is in_30
    assert (history.lowest_90.price_krw == 100) is in_90


def test_the_lowest_of_30_days_may_be_dearer_than_that_of_90():
    history = price_history([span(29900, 80, 50), span(39900, 49, 10), span(34900, 9)], NOW)
    assert standing(34900, history) is Standing.LOWEST_30
    assert standing(29900, history) is Standing.LOWEST


def test_an_unknown_price_is_no_observation():
    history = price_history([span(None, 20, 10), span(39900, 9)], NOW)
    assert history.observations == 1
    assert history.since == ago(days=9)
    assert price_history([span(None, 20)], NOW) == PriceHistory()
    assert standing(None, history) is Standing.UNPRICED


def test_one_day_of_watching_says_nothing_of_a_price():
    same_day = PriceSpan(39900, ago(hours=9), NOW)
    assert standing(39900, price_history([same_day], NOW)) is Standing.NEW
    assert standing(39900, price_history([], NOW)) is Standing.NEW
    over_midnight = PriceSpan(39900, ago(hours=21), NOW)
    assert standing(39900, price_history([over_midnight], NOW)) is Standing.STEADY


def test_a_price_that_never_changed_is_not_called_the_lowest():
    history = price_history([span(39900, 20)], NOW)
    assert standing(39900, history) is Standing.STEADY
    assert standing(34900, history) is Standing.LOWEST


PRICES = st.one_of(st.none(), st.integers(100, 200))
DAYS = st.integers(0, 120)
SPANS = st.lists(
    st.builds(lambda p, a, b: span(p, max(a, b), min(a, b)), PRICES, DAYS, DAYS), max_size=8
)


@given(spans=SPANS)
def test_the_order_in_which_prices_are_told_does_not_matter(spans):
    assert price_history(spans, NOW) == price_history(spans[::-1], NOW)


@given(spans=SPANS, price=st.integers(100, 200))
def test_nothing_cheaper_was_seen_where_a_price_is_called_the_lowest(spans, price):
    history = price_history(spans, NOW)
    seen = [s.price_krw for s in spans if s.price_krw and s.last_seen_at >= ago(days=90)]
    if standing(price, history) in (Standing.LOWEST, Standing.STEADY):
        assert price <= min(seen)
    if standing(price, history) is Standing.ABOVE:
        assert price > min(seen)


def test_a_price_with_a_coupon_is_no_low_and_stands_apart():
    coupon = ConditionalPrice(29900, "쿠폰 10,000원을 쓰면")
    seen = PriceSpan(39900, ago(days=9), ago(days=5), coupon)
    history = price_history([seen, span(39900, 4)], NOW)
    assert history.lowest_90 == Lowest(39900, ago())
    assert (history.prices, standing(39900, history)) == (1, Standing.STEADY)
    assert history.conditional_90 == ConditionalLowest(coupon, ago(days=5))
