"""Plans that use up a stock: the rows of RCP-13 as they should be, seeds 11 and 13."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.recipe_search import RecipeFacets
from eats_desktop.domain.use_up import StockItem
from tests.helpers.use_up import NOW, left, titles, uses

STOCK = ("감자 500g", "양파 3개", "두부 2모", "삼겹살 600g")


@pytest.fixture
def library(shop):
    """Fifteen small dishes of four foods, so that there are three plans to choose."""
    for number, food in enumerate(("감자 250g", "양파 1개", "두부 1모", "삼겹살 300g") * 3):
        shop.put(f"요리{number:02}", f"{food}, 소금 약간", servings=2, popularity=number * 7)
    shop.put("감자양파볶음", "감자 200g, 양파 1개, 식용유 1큰술", servings=2)
    shop.put("삼겹두부찜", "돼지고기 300g, 두부 1모, 대파 1대", servings=2)
    shop.put("된장국", "된장 1큰술, 두부 1/2모, 감자 1개", servings=2)
    return shop


@pytest.mark.parametrize(
    ("have", "line", "food", "amount", "unit"),
    [
        ("감자 500g", "감자 1/2개", "감자", 75, "g"),
        ("감자 500g", "감자 0.3kg", "감자", 300, "g"),
        ("감자 500g", "감자 2", "감자", 300, "g"),
        ("감자 500g", "감자 2~3개", "감자", 375, "g"),
        ("감자 0.5kg", "감자 200g", "감자", 0.2, "kg"),
        ("감자 2", "감자 150g", "감자", 1, "개"),
        ("양파 3개", "다진양파 1개", "양파", 1, "개"),
        ("마늘 100g", "다진마늘 2큰술", "마늘", 30, "g"),
        ("우유 1L", "우유 1컵", "우유", 0.2, "L"),
        ("간장 300ml", "간장 2큰술", "간장", 30, "ml"),
        ("달걀 10개", "계란 3개", "계란", 3, "개"),
        ("삼겹살 600g", "돼지고기 1/2근", "삼겹살", 300, "g"),
        ("김치 1/4포기", "배추김치 150g", "김치", 0.1, "포기"),
        ("오징어 3마리", "오징어 2마리(600g)", "오징어", 2, "마리"),
        ("오징어 1kg", "오징어 2마리(600g)", "오징어", 0.6, "kg"),
    ],
)
def test_a_line_takes_its_amount_in_the_unit_of_the_stock(shop, have, line, food, amount, unit):
    shop.put("한 가지", line)
    plan = shop.plan(have)
    assert uses(plan) == {"한 가지": [(food, amount, unit)]}
    whole = shop.service.stock(have)[0].quantity.middle
    assert plan.used_share == pytest.approx(amount / float(whole))


def test_lines_of_one_food_are_added_and_told_once(shop):
    shop.put("감자 두 번", "감자 200g, 감자 300g")
    plan = shop.plan("감자 1kg")
    assert uses(plan) == {"감자 두 번": [("감자", 0.5, "kg")]}


def test_two_foods_that_one_item_meets_are_told_as_one_use(shop):
    shop.put("마늘 두 가지", "다진마늘 1큰술, 마늘 5쪽")
    assert uses(shop.plan("마늘 100g")) == {"마늘 두 가지": [("마늘", 40, "g")]}


def test_less_than_a_tenth_of_what_is_wanted_is_not_used(shop):
    shop.put("감자 한 솥", "감자 500g")
    assert shop.plans("감자 49g") == ()
    assert uses(shop.plan("감자 50g")) == {"감자 한 솥": [("감자", 50, "g")]}


def test_a_vague_line_uses_a_food_and_takes_nothing(shop):
    shop.put("감자 조금", "감자 약간, 양파 1개")
    plan = shop.plan("감자 500g, 양파 2개")
    assert uses(plan) == {"감자 조금": [("감자", None, None), ("양파", 1, "개")]}
    assert plan.recipes[0].missing == ()


def test_units_without_a_factor_are_left_out_honestly(shop):
    shop.put("상추쌈", "상추 100g, 두부 1모")
    plan = shop.plan("상추 2바구니, 두부 2모")
    assert plan.uncounted == ("상추 2바구니",)
    assert plan.used_share == 0.5
    assert left(plan) == [("두부", 1, "모"), ("상추", None, "바구니")]
    assert plan.recipes[0].missing == ()


def test_a_food_without_amount_is_used_by_any_use(shop):
    shop.put("두부구이", "두부 1모")
    plan = shop.plan("두부")
    assert (plan.used_share, plan.left) == (1.0, ())


def test_what_only_stands_in_is_marked(shop):
    shop.put("목살구이", "목살 300g")
    (used,) = shop.plan("돼지고기 300g").recipes[0].uses
    assert (used.food, used.instead_of) == ("돼지고기", "목살")


def test_what_is_made_from_a_food_is_not_that_food(shop):
    shop.put("양파볶음", "양파 1개")
    assert shop.plans("양파즙 500ml") == ()


def test_an_unknown_food_is_told_and_a_typo_suggests(library):
    stock = library.service.stock("감쟈 300g, 두부 1모")
    assert [item.food for item in stock] == [None, "두부"]
    assert library.service.suggestion(stock[0]) == "감자"
    plan = library.service.plans(stock)[0]
    assert plan.uncounted == ("감쟈 300g",)
    assert plan.used_share == 1.0


def test_the_order_of_the_stock_is_no_matter(library):
    stock = ("감자 5kg", "감자 4개", "양파 3개", "두부 9모")
    orders = [stock, stock[::-1], (*stock[2:], *stock[:2]), stock[1::-1] + stock[:1:-1]]
    assert {frozenset(order) for order in orders} == {frozenset(stock)}
    assert len({library.plans(order) for order in orders}) == 1


def test_plans_share_no_recipe_and_fewer_plans_are_the_first_of_more(library):
    plans = library.plans(STOCK)
    keys = [recipe.key for plan in plans for recipe in plan.recipes]
    assert len(plans) == 3
    assert len(keys) == len(set(keys))
    assert library.plans(STOCK, plans=1) == plans[:1]


def test_the_same_question_after_a_restart_has_the_same_answer(library):
    stock = library.service.stock(STOCK)
    assert library.opened_again().plans(stock) == library.service.plans(stock)


def test_two_recipes_of_one_dish_are_not_cooked_together(shop):
    for number in range(3):
        shop.put(f"감자전 {number}", "감자 200g", dish="감자전")
    assert [len(plan.recipes) for plan in shop.plans("감자 600g")] == [1, 1, 1]


def test_no_plan_has_more_recipes_than_asked(library):
    assert all(len(plan.recipes) <= 2 for plan in library.plans(STOCK, recipes=2))


def test_servings_are_chosen_to_fit_the_stock(shop):
    shop.put("감자조림", "감자 200g", servings=2)
    plan = shop.plan("감자 300g")
    assert [recipe.servings for recipe in plan.recipes] == [3]
    assert plan.used_share == 1.0


def test_what_must_be_eaten_soon_is_used_first(shop):
    shop.put("감자구이", "감자 300g")
    shop.put("두부구이", "두부 1모")
    amounts = shop.service.stock("감자 300g, 두부 1모")
    for urgent, dish in enumerate(("감자구이", "두부구이")):
        stock = [
            StockItem(one.text, one.food, one.quantity, use_by=days)
            for one, days in zip(amounts, _days(urgent), strict=True)
        ]
        assert titles(shop.service.plans(stock, recipes=1)[0]) == [dish]


def _days(urgent):
    today = NOW.date()
    return [today + timedelta(days=1 if place == urgent else 20) for place in range(2)]


def test_few_purchases_decide_among_equals(shop):
    shop.put("가벼운 찌개", "두부 1모, 소금 약간")
    shop.put("큰 찌개", "두부 1모, 새우 100g, 애호박 1개, 표고버섯 3개")
    assert titles(shop.plan("두부 1모")) == ["가벼운 찌개"]


def test_what_is_missing_is_told_without_water_and_what_is_at_home(shop):
    shop.put("두부찌개", "두부 1모, 물 2컵, 애호박 1개, 새우젓 1큰술, 별난가루 1큰술")
    home = [Holding("애호박", Because.PANTRY, "애호박")]
    plan = shop.plan("두부 1/2모", at_home=home)
    assert plan.recipes[0].missing == ("두부", "새우젓", "별난가루")


def test_the_cost_counts_what_is_missing_by_weight_and_is_unknown_with_one_unknown_price(shop):
    shop.put("두부찌개", "두부 1모, 애호박 1/2개, 새우젓 1큰술")
    asked = {}

    def price_of(food, grams):
        asked[food] = grams
        return {"애호박": 1200, "새우젓": 300}.get(food)

    assert shop.plan("두부 1모", price_of=price_of).cost_krw == 1500
    assert asked == {"애호박": Fraction(150), "새우젓": Fraction(18)}
    assert (
        shop.plan("두부 1모", price_of=lambda food, _: None if food == "새우젓" else 1).cost_krw
        is None
    )
    assert shop.plan("두부 1모").cost_krw is None


def test_facets_hold_for_plans(library):
    for plan in library.plans(STOCK, facets=RecipeFacets(without=frozenset({"두부"}))):
        assert all(one.food != "두부" for recipe in plan.recipes for one in recipe.uses)


def test_no_plan_never_takes_more_than_there_is(library):
    for plan in library.plans(STOCK, recipes=5):
        taken = {}
        for recipe in plan.recipes:
            for one in recipe.uses:
                taken[one.food] = taken.get(one.food, 0) + one.amount
        rest = {one.food: one.amount for one in plan.left}
        for item in library.service.stock(STOCK):
            assert taken.get(item.food, 0) + rest.get(item.food, 0) == item.quantity.middle


@pytest.mark.parametrize("wrong", [{"plans": 0}, {"recipes": 0}, {"recipes": 6}])
def test_a_question_for_nothing_is_refused(library, wrong):
    with pytest.raises(InputError):
        library.plans(STOCK, **wrong)


def test_an_empty_library_has_no_plan(shop):
    assert shop.plans(STOCK) == ()
