"""Bounds of a search: what must hold of a recipe, what must not be in it, and what each leaves."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eats_desktop.domain.errors import UnknownFacetError
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.recipe_search import RecipeFacets
from tests.helpers.finding import dishes, titles

UNWANTED = ("돼지고기", "새우", "파", "달걀", "김치", "삼겹살", "간장", "가루")
ALLERGENS = ("돼지고기", "새우", "대두", "밀", "우유", "알류")


def every(kitchen, facets):
    return kitchen.finder.by_foods(["김치", "된장", "두부", "소금"], facets, limit=500)


def lines_of(kitchen, found):
    return kitchen.databases.recipes.find(found.key).ingredients


@pytest.mark.parametrize(
    ("facets", "holds"),
    [
        (RecipeFacets(minutes_at_most=10), lambda f: f.minutes == 10),
        (RecipeFacets(servings_at_least=4), lambda f: f.servings == 4),
        (RecipeFacets(categories=frozenset({"밥·죽"})), lambda f: f.category == "밥·죽"),
        (RecipeFacets(difficulties=frozenset({"고급"})), lambda f: f.difficulty == "고급"),
        (RecipeFacets(methods=frozenset({"볶음"})), lambda f: f.dish == "김치볶음밥"),
    ],
)
def test_every_recipe_keeps_the_bound(kitchen, facets, holds):
    page = every(kitchen, facets)
    assert 0 < page.total < every(kitchen, RecipeFacets()).total
    assert all(holds(found) for found in page.recipes)


def test_a_recipe_that_does_not_say_its_time_meets_no_time(kitchen):
    everything = every(kitchen, RecipeFacets())
    assert any(found.minutes is None for found in everything.recipes)
    bounded = every(kitchen, RecipeFacets(minutes_at_most=10_000))
    assert all(found.minutes is not None for found in bounded.recipes)


def test_counts_say_what_choosing_the_value_would_leave(kitchen):
    facets = RecipeFacets(occasions=frozenset({"일상"}), minutes_at_most=20)
    counts = every(kitchen, facets).facet_counts
    for occasion, count in counts["occasion"].items():
        chosen = RecipeFacets(occasions=frozenset({occasion}), minutes_at_most=20)
        assert every(kitchen, chosen).total == count
    for minutes, count in counts["minutes"].items():
        chosen = RecipeFacets(occasions=frozenset({"일상"}), minutes_at_most=int(minutes))
        assert every(kitchen, chosen).total == count
    for servings, count in counts["servings"].items():
        chosen = RecipeFacets(
            occasions=frozenset({"일상"}), minutes_at_most=20, servings_at_least=int(servings)
        )
        assert every(kitchen, chosen).total == count


def test_words_of_a_source_are_counted_with_ours(shop):
    shop.put(
        shop.recipe("두부국", "두부", category="국/탕", method="삶기", difficulty="신의경지"),
        shop.recipe("두부탕", "두부", category="국·탕", method="끓이기", difficulty="고급"),
        shop.recipe("두부빵", "두부", category="빵"),
    )
    page = shop.finder.by_foods(["두부"], RecipeFacets(categories=frozenset({"국·탕"})))
    assert page.facet_counts["category"] == {"국·탕": 2, "빵": 1}
    assert page.facet_counts["method"] == {"끓이기": 2}
    assert page.facet_counts["difficulty"] == {"고급": 2}
    assert [found.category for found in page.recipes] == ["국·탕", "국·탕"]


def test_counts_do_not_change_from_page_to_page(kitchen):
    pages = [kitchen.finder.by_name("김치찌개", offset=at, limit=5) for at in (0, 5, 500)]
    assert pages[0].facet_counts == pages[1].facet_counts == pages[2].facet_counts


def test_an_unwanted_food_takes_its_kinds_dishes_and_unknown_names_along(shop):
    shop.put(
        shop.recipe("두부조림", "두부,간장"),
        shop.recipe("두부찌개", "두부,칵테일새우", title="알새우 두부"),
        shop.recipe("두부덮밥", "두부,새우튀김", title="튀김 두부"),
        shop.recipe("두부전", "두부,수제왕새우모둠", title="모르는 두부"),
    )
    without = RecipeFacets(without=frozenset({"새우"}))
    assert dishes(shop.finder.by_foods(["두부"], without)) == ["두부조림"]
    assert shop.finder.by_foods(["두부"]).total == 4
    assert dishes(shop.finder.by_name("두부", without)) == ["두부조림"]


def test_a_recipe_called_a_dish_of_it_is_left_out_whatever_its_lines_say(shop):
    shop.put(
        shop.recipe("돼지고기 김치찌개", "김치,두부"),
        shop.recipe("김치찌개", "김치,두부", title="담백한 김치찌개"),
    )
    for facets in (
        RecipeFacets(without=frozenset({"돼지고기"})),
        RecipeFacets(allergens=frozenset({"돼지고기"})),
    ):
        found = shop.finder.by_name("김치찌개", facets)
        assert titles(found) == ["담백한 김치찌개"]


def test_the_wider_food_is_not_unwanted_with_its_kind(shop):
    shop.put(shop.recipe("제육볶음", "돼지고기"), shop.recipe("보쌈", "삼겹살"))
    without = RecipeFacets(without=frozenset({"삼겹살"}))
    assert dishes(shop.finder.by_foods(["돼지고기"], without)) == ["제육볶음"]


def test_an_allergen_takes_out_what_holds_it_and_what_nobody_knows(shop):
    shop.put(
        shop.recipe("감자전", "감자,소금"),
        shop.recipe("감자볶음", "감자,버터"),
        shop.recipe("감자찜", "감자,도깨비가루믹스"),
    )
    milk = RecipeFacets(allergens=frozenset({"우유"}))
    assert titles(shop.finder.by_foods(["감자"], milk)) == ["감자전"]
    assert titles(shop.finder.by_name("감자", milk)) == ["감자전"]
    assert shop.finder.by_foods(["감자"]).total == 3


def test_a_line_that_names_two_foods_is_judged_by_both(shop):
    shop.put(
        shop.recipe("감자국", "감자,소고기 or돼지고기"),
        shop.recipe("감자조림", "감자,홍게간장"),
        shop.recipe("감자전", "감자,국산 소금"),
    )
    ask = shop.finder.by_foods
    for food, label, left in (
        ("돼지고기", "돼지고기", "감자조림"),
        ("소고기", "쇠고기", "감자조림"),
        ("게", "게", "감자국"),
    ):
        held = RecipeFacets(allergens=frozenset({label}))
        assert set(dishes(ask(["감자"], held))) == {left, "감자전"}
        without = RecipeFacets(without=frozenset({food}))
        assert set(dishes(ask(["감자"], without))) == {left, "감자전"}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    unwanted=st.frozensets(st.sampled_from(UNWANTED), max_size=3),
    banned=st.frozensets(st.sampled_from(ALLERGENS), max_size=2),
    by_name=st.booleans(),
)
def test_what_is_ruled_out_is_in_no_recipe_found(
    kitchen, lexicon, allergens, unwanted, banned, by_name
):
    facets = RecipeFacets(without=unwanted, allergens=banned)
    ask = kitchen.finder.by_name if by_name else kitchen.finder.by_foods
    page = ask("김치찌개" if by_name else ["김치", "된장", "두부"], facets, limit=500)
    names = {lexicon.words.get(word, word) for word in unwanted}
    for found in page.recipes:
        for line in lines_of(kitchen, found):
            if line.food is None:
                assert not banned
                assert not any(word in line.name for word in unwanted)
            elif line.food != WATER:
                assert names.isdisjoint(lexicon.ancestors(line.food))
                assert banned.isdisjoint(allergens.of(line.food))


@pytest.mark.parametrize(
    ("facets", "told", "known"),
    [
        (RecipeFacets(allergens=frozenset({"대두", "견과"})), "알레르기 이름이에요: 견과", "호두"),
        (RecipeFacets(without=frozenset({"새우", "쾌르릅"})), "뺄 수 없어요: 쾌르릅", None),
        (RecipeFacets(categories=frozenset({"국탕"})), "종류예요: 국탕", "국·탕"),
        (RecipeFacets(methods=frozenset({"삶기기"})), "방법이에요: 삶기기", "끓이기"),
    ],
)
def test_a_bound_nobody_knows_is_refused_and_never_leaves_out_nothing(kitchen, facets, told, known):
    for ask in (kitchen.finder.by_foods, kitchen.finder.by_name):
        with pytest.raises(UnknownFacetError) as refused:
            ask(["김치"] if ask == kitchen.finder.by_foods else "김치찌개", facets)
        assert told in refused.value.words
        assert (known in refused.value.known) if known else refused.value.known == ()


def test_what_is_no_food_but_stands_in_a_recipe_can_be_left_out(kitchen):
    page = every(kitchen, RecipeFacets(without=frozenset({"비법가루"})))
    assert 0 < page.total < every(kitchen, RecipeFacets()).total
