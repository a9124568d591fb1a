"""Laws of the choice: nothing is used twice, the best is the best, more at home is never worse."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations as subsets

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.search.use_up import (
    BUY,
    LEAST_USE,
    SHORT,
    Cooked,
    Dish,
    Lot,
    Want,
    filled,
    urgency,
    used_shares,
    worth,
)
from eats_desktop.search.use_up_model import combinations
from tests.helpers.use_up import NOW

FOODS = ("감자", "양파", "두부", "당근")
NEAR = 2e-3
slow = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

amounts = st.integers(1, 20).map(lambda number: Fraction(50 * number))
stocks = st.lists(st.tuples(st.sampled_from(FOODS), amounts), min_size=1, max_size=4)
needs = st.dictionaries(st.sampled_from((*FOODS, "새우", "소금")), amounts, min_size=1, max_size=4)
menus = st.lists(st.tuples(needs, st.sampled_from((None, 1, 2, 4))), min_size=1, max_size=5)


def lots_of(stock):
    return [Lot(amount) for _, amount in stock]


def dishes_of(menu, stock):
    """Make dishes of what recipes need; a food is met by every lot of it."""
    return [
        Dish(
            RecipeKey("own", f"{number}"),
            f"요리 {number}",
            servings,
            tuple(
                Want(
                    food,
                    BUY,
                    {place: need for place, (held, _) in enumerate(stock) if held == food},
                )
                for food, need in wanted.items()
            ),
        )
        for number, (wanted, servings) in enumerate(menu)
    ]


def best(stock, menu, recipes=3):
    found = combinations(lots_of(stock), dishes_of(menu, stock), recipes, 1)
    return found[0] if found else None


def best_worth(stock, menu, recipes=3):
    found = best(stock, menu, recipes)
    return 0.0 if found is None else found.worth


@slow
@given(stocks, menus)
def test_no_lot_and_no_want_is_taken_beyond_itself_nor_touched_for_nothing(stock, menu):
    found = best(stock, menu)
    if found is None:
        return
    assert all(0 <= share <= 1 for share in used_shares(lots_of(stock), found.cooked))
    for one in found.cooked:
        for place in range(len(one.dish.wants)):
            cover = one.cover(place)
            assert cover == 0 or LEAST_USE <= cover <= 1


@slow
@given(stocks, menus)
def test_no_set_of_recipes_cooked_as_written_is_worth_more(stock, menu):
    lots, dishes = lots_of(stock), dishes_of(menu, stock)
    chosen = best_worth(stock, menu, 2)
    for size in (1, 2):
        for some in subsets(dishes, size):
            cooked = filled(lots, [Cooked(dish, dish.servings, Fraction(1)) for dish in some])
            assert worth(lots, cooked) <= chosen + NEAR


@slow
@given(stocks, menus, st.tuples(st.sampled_from(FOODS), amounts))
def test_more_at_home_is_never_worth_less(stock, menu, more):
    assert best_worth([*stock, more], menu) >= best_worth(stock, menu) - NEAR


@slow
@given(stocks, menus)
def test_more_recipes_to_choose_from_are_never_worth_less(stock, menu):
    assert best_worth(stock, menu) >= best_worth(stock, menu[:-1]) - NEAR


@slow
@given(stocks, menus, st.randoms(use_true_random=False))
def test_the_order_of_the_recipes_is_no_matter(stock, menu, random):
    lots, dishes = lots_of(stock), dishes_of(menu, stock)
    shuffled = random.sample(dishes, len(dishes))
    assert combinations(lots, shuffled, 3, 2) == combinations(lots, dishes, 3, 2)


def test_two_dishes_that_fit_together_beat_the_one_that_fits_most():
    """The greedy choice, the dish that uses most foods, would leave most of the stock."""
    stock = [("감자", Fraction(500)), ("양파", Fraction(500)), ("두부", Fraction(300))]
    menu = [
        ({"감자": Fraction(60), "양파": Fraction(60), "두부": Fraction(40)}, None),
        ({"감자": Fraction(500), "두부": Fraction(300)}, None),
        ({"양파": Fraction(500)}, None),
    ]
    found = best(stock, menu, 2)
    assert [one.dish.dish for one in found.cooked] == ["요리 1", "요리 2"]
    assert used_shares(lots_of(stock), found.cooked) == [1, 1, 1]
    assert found.gap == 0


def test_a_dish_leaves_the_next_one_as_much_as_is_worth_using():
    """All that the first wants would leave 30 g of the 400 g that the second wants."""
    lots = [Lot(Fraction(530))]
    dishes = [
        Dish(
            RecipeKey("own", f"{need}"), f"{need}", None, (Want("감자", cost, {0: Fraction(need)}),)
        )
        for need, cost in ((500, SHORT), (400, 0.0))
    ]
    (found,) = combinations(lots, dishes, 2, 1)
    assert used_shares(lots, found.cooked) == [1]
    assert {one.dish.dish: one.takes[0].amount for one in found.cooked} == {"500": 490, "400": 40}


@pytest.mark.parametrize(("days", "weight"), [(None, 1), (-3, 3), (0, 3), (2, 2), (30, 1.125)])
def test_the_nearer_the_day_the_more_a_lot_weighs(days, weight):
    today = NOW.date()
    day = None if days is None else today.fromordinal(today.toordinal() + days)
    assert urgency(day, today) == weight
