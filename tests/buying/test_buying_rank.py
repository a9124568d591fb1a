"""Which products stand for a missing ingredient, and in which order."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.search.buying_rank import rank
from tests.helpers.broadcasts import at
from tests.helpers.buying import NOW, grams, need, offered, reading


@pytest.fixture
def order(lexicon):
    def order(wanted, *products, limit=5):
        return [one.offer.name for one in rank(lexicon, wanted, products, NOW, limit)]

    return order


def mackerel(name, *, weight=500, **more):
    return offered(name, reading("고등어"), amount=grams(weight), **more)


ENOUGH = need("고등어", 500)


def test_the_food_comes_before_a_better_bargain_of_something_else(order):
    own = mackerel("고등어", price=12000)
    other = offered("삼치", reading("삼치"), price=1000, amount=grams(500))
    assert order(ENOUGH, other, own) == ["고등어", "삼치"]


def test_a_substitute_says_so(lexicon):
    (found,) = rank(lexicon, ENOUGH, [offered("삼치", reading("삼치"))], NOW)
    assert found.stands_in
    assert found.why[0] == "대신 쓸 만한 재료: 삼치"


def test_substitutes_do_not_fill_the_list(order):
    others = [offered(f"삼치 {n}", reading("삼치")) for n in range(5)]
    assert len(order(ENOUGH, *others)) == 3
    assert len(order(ENOUGH, mackerel("고등어"), *others)) == 3


def test_a_pack_of_the_right_size_comes_before_one_many_times_too_big(order):
    small, big = (
        mackerel("작은 고등어", price=5000),
        mackerel("큰 고등어", weight=8000, price=78000),
    )
    assert order(ENOUGH, big, small) == ["작은 고등어", "큰 고등어"]


def test_a_big_pack_that_is_much_cheaper_by_weight_comes_first(order):
    small, big = (
        mackerel("작은 고등어", price=9000),
        mackerel("큰 고등어", weight=4000, price=20000),
    )
    assert order(ENOUGH, small, big) == ["큰 고등어", "작은 고등어"]


def test_the_cheaper_by_weight_comes_first_and_is_told(lexicon):
    cheap, dear = mackerel("싼 고등어", price=4000), mackerel("비싼 고등어", price=9000)
    found = rank(lexicon, ENOUGH, [dear, cheap], NOW)
    assert [one.offer.name for one in found] == ["싼 고등어", "비싼 고등어"]
    assert [len(one.why) for one in found] == [2, 1]
    assert found[0].why[1] == "단위 가격이 가장 낮아요"


def test_a_known_price_comes_before_an_unknown_one(order):
    assert order(ENOUGH, mackerel("가 고등어", price=None), mackerel("나 고등어")) == [
        "나 고등어",
        "가 고등어",
    ]


def test_on_air_and_tonight_come_before_next_week_and_later(order):
    live = mackerel("지금 고등어", starts=at(11, 30))
    tonight = mackerel("가 오늘 고등어", starts=at(20))
    week = mackerel("이번 주 고등어", starts=at(12) + timedelta(days=4))
    later = mackerel("다음 주 고등어", starts=at(12) + timedelta(days=9))
    found = order(ENOUGH, later, week, tonight, live)
    assert set(found[:2]) == {"지금 고등어", "가 오늘 고등어"}
    assert found[2:] == ["이번 주 고등어", "다음 주 고등어"]


def test_the_soonest_of_one_product_with_two_numbers_stands_there(lexicon):
    late = mackerel("고등어 8팩", starts=at(12) + timedelta(days=3), product_id="1")
    soon = mackerel("고등어 8팩", starts=at(20), product_id="2")
    (found,) = rank(lexicon, ENOUGH, [late, soon], NOW)
    assert found.broadcast.starts_at == at(20)


@pytest.mark.parametrize("limit", [2, 3, 5])
def test_the_best_of_both_markets_is_among_the_shown(order, limit):
    mall = [mackerel(f"콕 고등어 {n}", price=4000) for n in range(8)]
    on_air = mackerel("방송 고등어", price=9000, starts=at(12) + timedelta(days=9))
    found = order(ENOUGH, *mall, on_air, limit=limit)
    assert len(found) == limit
    assert found[-1] == "방송 고등어"


def test_a_poor_fit_of_the_other_market_takes_nobodys_place(order):
    mall = [mackerel(f"콕 고등어 {n}") for n in range(5)]
    poor = offered("고등어 모음", reading("고등어", sure=0.5), starts=at(13))
    assert "고등어 모음" not in order(ENOUGH, *mall, poor)


@pytest.mark.parametrize(
    ("wanted", "amount", "meals"),
    [
        (need("고등어", 250), grams(1000), 4),
        (need("고등어", 300), grams(100), Fraction(1, 3)),
        (need("고등어", pieces=Fraction(2)), Amount(Decimal(8), Unit.EACH, None), 4),
        (need("고등어", millilitres=Fraction(30)), Amount(Decimal(900), Unit.MILLILITRE, None), 30),
        (need("고등어", 250), Amount(Decimal(8), Unit.EACH, None), None),
        (need("고등어"), grams(1000), None),
    ],
)
def test_meals_tell_how_often_the_need_fits(lexicon, wanted, amount, meals):
    sold = offered("고등어", reading("고등어"), amount=amount)
    assert rank(lexicon, wanted, [sold], NOW)[0].meals == meals


def test_the_amount_of_an_assortment_is_not_that_of_the_food(lexicon):
    both = offered("대파 1kg + 쪽파", reading("대파", "쪽파"), amount=grams(1500))
    assert rank(lexicon, need("대파", 100), [both], NOW)[0].meals is None


FOODS = ("고등어", "자반고등어", "삼치", "고사리", "순살고등어")
SOLD = st.lists(
    st.builds(
        lambda food, price, weight, hour, n: offered(
            f"{food} {n}",
            reading(food),
            price=price,
            amount=None if weight is None else grams(weight),
            starts=None if hour is None else at(hour),
            product_id=str(n),
        ),
        st.sampled_from(FOODS),
        st.none() | st.integers(1, 99_000),
        st.none() | st.integers(1, 20_000),
        st.none() | st.integers(11, 400),
        st.integers(0, 30),
    ),
    max_size=14,
    unique_by=lambda one: one.offer.name,
)


@given(sold=SOLD, limit=st.integers(1, 6), chance=st.randoms(use_true_random=False))
def test_whatever_is_sold_the_list_keeps_its_promises(lexicon, sold, limit, chance):
    found = rank(lexicon, ENOUGH, sold, NOW, limit)
    mixed = list(sold)
    chance.shuffle(mixed)
    assert rank(lexicon, ENOUGH, mixed, NOW, limit) == found
    assert len(found) <= limit
    assert len({one.offer.name for one in found}) == len(found)
    assert all("고사리" not in one.offer.name for one in found)
    marks = [one.stands_in for one in found]
    assert marks == sorted(marks)
    own = {
        one.offer.market for one in sold if one.reading.words.foods[0] in ("고등어", "순살고등어")
    }
    if limit > 1:
        assert own <= {one.offer.market for one in found if not one.stands_in}
