"""What a plan costs: whole packs, a bulk pack called so, and what is used of them."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

from eats_desktop.domain.cart import MALL, TV
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.domain.use_up import PlannedRecipe, UseUpPlan
from eats_desktop.services.recipe_asking import PlanCost, RecipeAsking


def pack(krw, grams, market=MALL, *, is_sure=True):
    return SimpleNamespace(
        offer=SimpleNamespace(price_krw=krw, market=market), grams=grams, is_sure=is_sure
    )


class Shop:
    """Sells packs by food; tells how often what is needed fits in each."""

    def __init__(self, **packs):
        self._packs = packs

    def for_missing(self, needs, limit):
        return {need.food: [_told(one, need.grams) for one in self._packs.get(need.food, ())]
                for need in needs}  # fmt: skip


def _told(one, grams):
    known = one.grams is not None and grams is not None
    meals = Fraction(one.grams) / grams if known else None
    return SimpleNamespace(offer=one.offer, is_sure=one.is_sure, meals=meals)


def cost(shop, **missing):
    grams = tuple(None if one is None else Fraction(one) for one in missing.values())
    recipe = PlannedRecipe(RecipeKey("own", "1"), "국", 2, (), tuple(missing), grams)
    plan = UseUpPlan((recipe, recipe), 1.0, (), (), None, is_optimal=True)
    return RecipeAsking(None, None, None, None, shop).cost(plan)


def test_a_plan_is_bought_in_whole_packs_and_told_what_it_takes_of_them():
    shop = Shop(무=[pack(2000, 500)], 갈비=[pack(60000, 3000, TV), pack(9000, 200)])
    assert cost(shop, 무=400, 갈비=300) == PlanCost(4000 + 27000, 2, 0, 0, 3200 + 27000)
    only_tv = Shop(갈비=[pack(60000, 3000, TV), pack(10, 9000, is_sure=False)])
    assert cost(only_tv, 갈비=300) == PlanCost(60000, 1, 0, 1, 12000)
    assert cost(only_tv, 갈비=600).bulk == 0


def test_what_nothing_weighs_is_one_pack_and_no_share_of_it_is_made_up():
    shop = Shop(무=[pack(2000, 500)], 깻잎=[pack(1500, None)])
    assert cost(shop, 무=100, 깻잎=None, 별가루=None) == PlanCost(3500, 2, 1, 0, None)
    assert cost(Shop(), 무=100) == PlanCost(None, 0, 1)
    assert cost(Shop()) == PlanCost(0, 0, 0)
