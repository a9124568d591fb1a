"""Recipes from foods: covered, used, missing, liked; other words, kinds and substitutes count."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.fulfilment import Because, Holding
from eats_desktop.domain.recipe_search import Fit
from tests.helpers.finding import dishes, finding

FOODS = ("두부", "돼지고기", "김치", "대파", "소금", "새우", "된장", "밥", "달걀", "없는재료")


def fits(found):
    return {one.needed: (one.held, one.fit) for one in found.used}


def only(page):
    (found,) = page.recipes
    return found


def test_one_food_is_enough_and_the_fuller_recipe_stands_first(shop):
    shop.put(
        shop.recipe("두부구이", "두부,소금"),
        shop.recipe("마파두부", "두부,돼지고기,두반장,대파,전분"),
        shop.recipe("갈치조림", "갈치,무"),
    )
    page = shop.finder.by_foods(["두부"])
    assert dishes(page) == ["두부구이", "마파두부"]
    assert page.total == 2
    assert page.recipes[0].missing == ("소금",)
    assert page.recipes[1].coverage == pytest.approx(1 / 5)


def test_any_number_of_foods_and_no_recipe_must_use_all(shop):
    shop.put(shop.recipe("두부조림", "두부,대파,간장"), shop.recipe("딸기잼", "딸기,설탕"))
    page = shop.finder.by_foods(["두부", "대파", "딸기", "고등어", "만두피"])
    assert dishes(page) == ["두부조림", "딸기잼"]


def test_a_recipe_that_uses_more_of_the_foods_stands_first(shop):
    shop.put(shop.recipe("갈비구이", "소갈비"), shop.recipe("갈비찜", "소갈비,무,당근,밤"))
    assert dishes(shop.finder.by_foods(["소갈비", "무", "당근"])) == ["갈비찜", "갈비구이"]


def test_a_missing_staple_matters_less_than_a_missing_main(shop):
    shop.put(
        *(shop.recipe(f"반찬{n}", "소금,감자", title=f"반찬 {n}") for n in range(8)),
        shop.recipe("두부구이", "두부,소금", key="b"),
        shop.recipe("두부전복", "두부,전복", key="a"),
    )
    assert dishes(shop.finder.by_foods(["두부"])) == ["두부구이", "두부전복"]


def test_equals_stand_by_how_liked_they_are_then_by_their_keys(shop):
    keys = [f"{(number * 37) % 101:03}" for number in range(100)]
    shop.put(
        *(shop.recipe("두부구이", "두부", key=key, popularity=5) for key in keys),
        shop.recipe("두부구이", "두부", key="z", popularity=900),
    )
    found = shop.finder.by_foods(["두부"], limit=200).recipes
    assert [one.key.recipe_id for one in found] == ["z", *sorted(keys)]


@pytest.mark.parametrize("typed", ["달걀", "계란", "계란 3개", " 달걀 "])
def test_another_word_or_an_amount_is_the_same_food(shop, typed):
    shop.put(shop.recipe("계란찜", "계란 4개"))
    assert fits(only(shop.finder.by_foods([typed]))) == {"계란": ("계란", Fit.SAME)}


def test_a_kind_of_the_food_is_that_food(shop):
    shop.put(shop.recipe("제육볶음", "돼지고기"))
    found = only(shop.finder.by_foods(["삼겹살"]))
    assert fits(found) == {"돼지고기": ("삼겹살", Fit.KIND)}
    assert found.coverage == 1


def test_a_form_of_the_food_is_that_food(shop):
    shop.put(shop.recipe("마늘볶음", "다진 마늘"))
    found = only(shop.finder.by_foods(["마늘"]))
    assert [one.fit for one in found.used] != [Fit.INSTEAD]
    assert found.coverage == 1


def test_a_wider_food_only_stands_in(shop):
    shop.put(shop.recipe("삼겹살구이", "삼겹살"))
    found = only(shop.finder.by_foods(["돼지고기"]))
    assert fits(found) == {"삼겹살": ("돼지고기", Fit.INSTEAD)}
    assert 0 < found.coverage < 1
    assert found.missing == ()


def test_a_substitute_is_offered_marked_and_stands_behind(shop):
    shop.put(shop.recipe("대파전", "대파", key="b"), shop.recipe("쪽파전", "쪽파", key="a"))
    page = shop.finder.by_foods(["쪽파"])
    assert dishes(page) == ["쪽파전", "대파전"]
    assert fits(page.recipes[1]) == {"대파": ("쪽파", Fit.INSTEAD)}
    assert "대신" in page.recipes[1].why[0]


def test_what_is_made_of_a_food_does_not_meet_it(shop):
    shop.put(shop.recipe("양파볶음", "양파"))
    assert shop.finder.by_foods(["양파즙"]).total == 0


def test_water_is_never_missing(shop):
    shop.put(shop.recipe("미역국", "미역,물 3컵,참기름"))
    assert only(shop.finder.by_foods(["미역"])).missing == ("참기름",)


def test_an_unknown_ingredient_is_missing_by_its_name_and_met_by_it(shop):
    shop.put(shop.recipe("비법두부", "두부,도깨비가루믹스"))
    assert only(shop.finder.by_foods(["두부"])).missing == ("도깨비가루믹스",)
    assert only(shop.finder.by_foods(["두부", "도깨비가루믹스"])).missing == ()


def test_a_mistyped_food_is_corrected_and_an_unknown_one_told(shop):
    shop.put(shop.recipe("고등어조림", "고등어,무"))
    page = shop.finder.by_foods(["고등아", "콰르르"])
    assert page.corrected == "고등어, 콰르르"
    assert page.unknown == ("콰르르",)
    assert dishes(page) == ["고등어조림"]


@pytest.mark.parametrize("foods", [[], [""], ["  ", ""]])
def test_no_food_at_all_is_refused(shop, foods):
    with pytest.raises(InputError):
        shop.finder.by_foods(foods)


def test_foods_that_no_recipe_needs_find_nothing(shop):
    assert shop.finder.by_foods(["두부"]).total == 0
    shop.put(shop.recipe("갈치조림", "갈치"))
    assert shop.finder.by_foods(["딸기"]).recipes == ()


def test_the_order_of_the_foods_changes_nothing(kitchen):
    pages = {
        kitchen.finder.by_foods(foods, limit=100).recipes
        for foods in permutations(["두부", "김치", "대파", "소금"])
    }
    assert len(pages) == 1


def test_after_a_restart_every_list_is_the_same(tmp_path, lexicon, parser, allergens):
    def asked(shop):
        by_foods = shop.finder.by_foods(["두부", "대파"], limit=100)
        return by_foods, shop.finder.by_name("두부", limit=100)

    with finding(tmp_path, lexicon, parser, allergens) as shop:
        lines = ("두부", "두부,대파", "두부,소금")
        shop.put(*(shop.recipe("두부전", lines[n % 3], title=f"두부 {n}") for n in range(40)))
        before = asked(shop)
    with finding(tmp_path, lexicon, parser, allergens) as shop:
        assert asked(shop) == before


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    foods=st.lists(st.sampled_from(FOODS), min_size=1, max_size=6),
    size=st.integers(min_value=1, max_value=30),
)
def test_pages_are_the_parts_of_one_order_whatever_is_held(kitchen, foods, size):
    whole = kitchen.finder.by_foods(foods, limit=500)
    parts = [
        kitchen.finder.by_foods(foods[::-1], offset=at, limit=size)
        for at in range(0, whole.total + size, size)
    ]
    assert tuple(found for part in parts for found in part.recipes) == whole.recipes
    assert len({found.key for found in whole.recipes}) == whole.total
    scores = [found.score for found in whole.recipes]
    assert all(later <= sooner + 1e-8 for sooner, later in pairwise(scores))
    for found in whole.recipes:
        assert found.used
        assert not {one.needed for one in found.used} & set(found.missing)
        assert 0 < found.coverage <= 1


def test_what_is_at_home_is_not_missing_and_the_answer_still_tells_what_was_asked(shop):
    shop.put(
        shop.recipe("두부조림", "두부,간장,대파,다진 마늘", key="a"),
        shop.recipe("두부전골", "두부,버섯,당면,미나리", key="b"),
    )
    asked = shop.finder.by_foods(["두부"]).recipes
    assert [one.dish for one in asked] == ["두부조림", "두부전골"]
    shop.held = [
        Holding("느타리버섯", Because.PANTRY, "느타리"),
        Holding("당면", Because.ORDER, "당면 1kg"),
        Holding("미나리", Because.CART, "미나리 한 단"),
    ]
    nearer, other = shop.finder.by_foods(["두부"]).recipes
    assert (nearer.dish, nearer.missing, nearer.coverage) == ("두부전골", (), 1 / 4)
    assert [one.needed for one in nearer.used] == ["두부"]
    assert (nearer.at_hand, nearer.in_cart) == (("두부", "버섯", "당면"), ("미나리",))
    assert other.missing == ("간장", "대파", "다진마늘")
    assert [other.coverage] == [one.coverage for one in asked if one.dish == "두부조림"]
    assert shop.finder.by_foods(["간장"]).total == 1
