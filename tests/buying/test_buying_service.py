"""모두 담기: a product for every missing ingredient, found in one pass."""

from __future__ import annotations

from fractions import Fraction

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.services.buying_service import BuyingService
from tests.helpers.buying import NOW, Market, grams, need, offered, reading


@pytest.fixture
def market(lexicon):
    return lambda *products: Market(lexicon, *products)


@pytest.fixture
def shop(lexicon, market):
    def shop(*products):
        return BuyingService(market(*products), lambda: lexicon, ManualClock(NOW))

    return shop


RADISH = offered("제주무 3kg", reading("무"), price=6900, amount=grams(3000))
TOFU = offered("두부 300g", reading("두부"), price=2500, amount=grams(300))


def test_all_needs_are_met_in_one_pass(lexicon, market):
    store = market(RADISH, TOFU)
    service = BuyingService(store, lambda: lexicon, ManualClock(NOW))
    found = service.for_missing([need("무", 300), need("두부", 300), need("깻잎")])
    assert {food: [one.offer for one in sold] for food, sold in found.items()} == {
        "무": [RADISH.offer],
        "두부": [TOFU.offer],
        "깻잎": [],
    }
    assert store.asked == 1


def test_needs_of_one_food_add_up_and_an_unknown_part_makes_the_sum_unknown(shop):
    (one,) = shop(RADISH).for_missing([need("무", 300), need("무", 700)])["무"]
    assert one.meals == 3
    (one,) = shop(RADISH).for_missing([need("무", 300), need("무")])["무"]
    assert one.meals is None


def test_the_choice_sums_what_it_costs(shop):
    choice = shop(RADISH, TOFU).choice([need("무", 300), need("두부", 300)])
    assert choice.total_krw == 9400
    assert (choice.unpriced, choice.unmet) == (0, ())


def test_a_small_pack_is_taken_as_often_as_needed_but_not_without_end(shop):
    (one,) = shop(TOFU).choice([need("두부", 700)]).products
    assert (one.quantity, shop(TOFU).choice([need("두부", 700)]).total_krw) == (3, 7500)
    (one,) = shop(TOFU).choice([need("두부", 70_000)]).products
    assert one.quantity == 10


def test_an_unknown_price_is_told_and_never_counted_as_nothing(shop):
    unknown = offered("두부 300g", reading("두부"), price=None, amount=grams(300))
    choice = shop(RADISH, unknown).choice([need("무", 300), need("두부", 300)])
    assert (choice.total_krw, choice.unpriced) == (6900, 1)
    assert shop(unknown).choice([need("두부", 300)]).total_krw is None


def test_a_product_that_meets_two_foods_is_taken_once(shop):
    garlic = offered("깐마늘 1kg", reading("깐마늘"), price=9000, amount=grams(1000))
    (one,) = shop(garlic).choice([need("마늘", 100), need("다진마늘", 50)]).products
    assert (one.foods, one.quantity) == (("마늘", "다진마늘"), 1)
    (one,) = shop(garlic).choice([need("마늘", 900), need("다진마늘", 500)]).products
    assert one.quantity == 2


def test_what_is_only_met_by_a_substitute_or_not_at_all_is_told(shop):
    instead = offered("삼치 2마리", reading("삼치"))
    choice = shop(instead, TOFU).choice([need("고등어", 400), need("두부", 300), need("깻잎")])
    assert [one.foods for one in choice.products] == [("두부",)]
    assert choice.unmet == ("고등어", "깻잎")


def test_nothing_is_chosen_where_nothing_is_needed(shop):
    choice = shop(TOFU).choice([])
    assert (choice.products, choice.total_krw, choice.unmet) == ((), None, ())


def test_without_an_amount_one_pack_is_taken(shop):
    (one,) = shop(TOFU).choice([need("두부", pieces=Fraction(2))]).products
    assert one.quantity == 1
