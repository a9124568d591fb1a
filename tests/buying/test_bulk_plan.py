"""대용량 계획: a TV pack eaten up with the recipes of the library, beside the small mall pack."""

from __future__ import annotations

from fractions import Fraction

import pytest

from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.domain.catalog import ReadProduct
from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.food import FoodKind
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey, StoredLine, StoredRecipe
from eats_desktop.paths import resources
from eats_desktop.services.bulk_plan import BulkPlanner
from eats_desktop.services.buying_service import BuyingService
from tests.helpers.broadcasts import at
from tests.helpers.buying import NOW, Market, grams, offered, reading

PACK = ProductKey("hmall", "pack")


class Recipes:
    def __init__(self, *recipes):
        self._recipes = recipes

    def recipes_with(self, foods, limit):
        return [one for one in self._recipes if one.foods & set(foods)][:limit]


class Products:
    """The stored products, as matching and prices read them."""

    def __init__(self, *products):
        self._known = {one.offer.key: one for one in products}

    def item(self, key):
        found = self._known.get(key)
        return found and ReadProduct(key, found.offer.name, found.reading, found.offer.price_krw)

    def offers(self, keys):
        return {key: self._known[key].offer for key in keys if key in self._known}


def recipe(dish, *lines, servings=2, title=None):
    found = [StoredLine(food, food, Fraction(number), unit) for food, number, unit in lines]
    return StoredRecipe(
        RecipeKey("library", title or dish),
        title or dish,
        dish,
        servings=servings,
        lines=tuple(found),
    )


GRILLED = recipe("고등어구이", ("고등어", 240, "g"))
BRAISED = recipe("고등어조림", ("고등어", 320, "g"), ("무", 200, "g"))
STEW = recipe("고등어찌개", ("고등어", 480, "g"), servings=4)


def mackerel(name="손질 고등어 120g x 8팩", food="고등어", weight=960, **changes):
    given = {"price": 32000, "starts": at(20), "product_id": "pack", **changes}
    read = given.pop("reading", reading(food, amount=grams(weight, 8)))
    return offered(name, read, **given)


@pytest.fixture
def plan(lexicon):
    kitchen = Kitchen.load(resources() / "food" / "reading", lexicon)

    def plan(*products, recipes=(GRILLED, BRAISED, STEW), servings=2):
        market = Market(lexicon, *products)
        clock = ManualClock(NOW)
        seller = BuyingService(market, lambda: lexicon, clock)
        known = Products(*products)
        planner = BulkPlanner(
            known, known, market, Recipes(*recipes), seller, lambda: kitchen, clock
        )
        return planner.plan(PACK, servings)

    return plan


def test_a_pack_makes_meals_of_different_dishes(plan):
    found = plan(mackerel())
    assert [(meal.dish, meal.grams) for meal in found.meals] == [
        ("고등어구이", 240),
        ("고등어조림", 320),
        ("고등어찌개", 240),
    ]
    assert found.dishes == ("고등어구이", "고등어조림", "고등어찌개")
    assert (found.used, found.bulk.left, found.last_day) == (800, 160, 4)


def test_the_price_of_a_meal_is_told_both_ways(plan):
    small = offered(
        "노르웨이 고등어 400g", reading("고등어", amount=grams(400)), price=9000, product_id="small"
    )
    found = plan(mackerel(), small)
    assert (found.bulk.total_krw, found.bulk.per_meal_krw) == (32000, 10667)
    assert (found.small.packs, found.small.total_krw, found.small.per_meal_krw) == (2, 18000, 6000)
    assert found.small.left == 0
    assert found.small.offer.key == small.offer.key


@pytest.mark.parametrize(
    "other",
    [
        offered("고등어 2kg", reading("고등어", amount=grams(2000)), product_id="big"),
        offered("고등어 400g", reading("고등어", amount=grams(400)), price=None, product_id="x"),
        offered(
            "고등어 400g", reading("고등어", amount=grams(400)), starts=at(13), product_id="tv"
        ),
        offered("삼치 400g", reading("삼치", amount=grams(400)), product_id="other"),
    ],
)
def test_only_a_smaller_mall_pack_of_the_food_with_a_price_is_compared(plan, other):
    assert plan(mackerel(), other).small is None


def test_an_unknown_price_stays_unknown(plan):
    cost = plan(mackerel(price=None)).bulk
    assert (cost.total_krw, cost.per_meal_krw) == (None, None)


def test_the_household_decides_how_much_a_meal_takes(plan):
    assert [meal.grams for meal in plan(mackerel(), servings=4).meals] == [480, 480]
    assert [meal.grams for meal in plan(mackerel(), servings=None).meals] == [240, 320, 240]


def test_fresh_fish_is_frozen_in_time(plan, lexicon):
    found = plan(mackerel())
    assert found.keeps_days == lexicon.shelf_days("고등어") == 2
    assert not found.is_frozen
    assert found.freeze == sum(meal.grams for meal in found.meals if meal.day > 2) > 0
    assert found.spoils == 0


def test_what_comes_frozen_keeps_and_need_not_be_frozen_again(plan):
    found = plan(mackerel("냉동 고등어 120g x 8팩"))
    assert (found.is_frozen, found.keeps_days, found.freeze) == (True, 90, 0)


def test_vegetables_are_eaten_before_they_go_off(plan, lexicon):
    salad = recipe("무생채", ("무", 300, "g"))
    found = plan(mackerel("제주무 10kg", "무", 10_000), recipes=(salad,))
    assert found.last_day <= lexicon.shelf_days("무")
    assert found.freeze == 0
    assert found.used + found.spoils + found.bulk.left == 10_000


def test_a_kind_of_the_food_is_cooked_with_recipes_for_the_food(plan):
    assert plan(mackerel(food="순살고등어")).dishes[0] == "고등어구이"


def test_recipes_for_a_wider_food_come_only_where_few_ask_for_this_one(plan):
    ribs = [recipe(f"등갈비 {n}", ("등갈비", 500, "g")) for n in range(3)]
    other = recipe("짜장밥", ("돼지고기", 200, "g"))
    pack = mackerel("돼지 등갈비 3kg", "등갈비", 3000)
    assert "짜장밥" not in plan(pack, recipes=(other, *ribs)).dishes
    assert plan(pack, recipes=(other, *ribs[:2])).dishes == ("등갈비 0", "등갈비 1", "짜장밥")


def test_a_dish_that_it_only_flavours_eats_up_no_pack(plan):
    broth = recipe("고등어육수", ("고등어", 10, "g"))
    assert plan(mackerel(), recipes=(broth,)) is None


def test_an_amount_nobody_can_weigh_is_left_out(plan):
    vague = recipe("고등어전", ("고등어", 2, "줌"))
    assert plan(mackerel(), recipes=(vague, GRILLED)).dishes == ("고등어구이",)


@pytest.mark.parametrize(
    "changes",
    [
        {"reading": reading("고등어", kind=FoodKind.PREPARED, amount=grams(960))},
        {"reading": reading("고등어", derived=True, amount=grams(960))},
        {"reading": reading("고등어", "갈치", amount=grams(960))},
        {"reading": reading("고등어")},
        {"reading": reading(amount=grams(960))},
    ],
)
def test_there_is_no_plan_for_what_is_no_single_raw_food_of_known_weight(plan, changes):
    assert plan(mackerel(**changes)) is None


def test_there_is_no_plan_for_a_product_nobody_knows(plan):
    assert plan() is None
