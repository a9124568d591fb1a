"""Dishes by name: that very dish first by how liked it is, then what is near it, in pages."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.recipe_search import RecipeFacets
from eats_desktop.domain.search import SearchFilter, Section
from eats_desktop.search.recipe_words import dish_asked
from tests.helpers.finding import dishes, titles


@pytest.fixture
def stews(shop):
    shop.put(
        shop.recipe("김치찌개", "김치", title="할머니 손맛", popularity=900),
        shop.recipe("김치찌개", "김치", popularity=20),
        shop.recipe("김치찌개", "김치,두부", title="두부 김치찌개", popularity=5000),
        shop.recipe("참치김치찌개", "김치,참치캔", title="참치 김치찌개", popularity=90000),
        shop.recipe("김치볶음밥", "김치,밥", popularity=70000),
        shop.recipe("갈치조림", "갈치,무", popularity=80000),
        shop.recipe("계란말이", "계란,당근", popularity=10),
    )
    return shop


def test_the_very_dish_stands_first_by_how_liked_it_is(stews):
    assert titles(stews.finder.by_name("김치찌개")) == [
        "두부 김치찌개",
        "할머니 손맛",
        "김치찌개",
        "참치 김치찌개",
    ]


def test_the_unified_search_puts_the_very_dish_first_too(stews):
    found = stews.documents.find("김치 찌개", (Section.RECIPES,), SearchFilter())
    shown = [answer.document.title for answer in found.answers[Section.RECIPES]]
    assert shown == ["두부 김치찌개", "할머니 손맛", "김치찌개", "참치 김치찌개"]


@pytest.mark.parametrize(
    "typed", ["김치 찌개", "  김치찌개 만드는 법", "김치찌개 레시피 알려줘", "ㄱㅊㅉㄱ"]
)
def test_other_ways_to_ask_for_a_dish_find_the_same(stews, typed):
    assert titles(stews.finder.by_name(typed))[:3] == ["두부 김치찌개", "할머니 손맛", "김치찌개"]


def test_a_typing_slip_is_read_as_the_dish_and_told(stews):
    page = stews.finder.by_name("김차찌개")
    assert page.corrected == "김치찌개"
    assert dishes(page)[:3] == ["김치찌개"] * 3


def test_another_word_for_the_food_finds_the_dish(stews):
    assert dishes(stews.finder.by_name("달걀말이")) == ["계란말이"]


def test_what_nobody_cooks_is_an_empty_page(stews):
    page = stews.finder.by_name("없는요리말고는없음")
    assert (page.recipes, page.total, page.corrected) == ((), 0, None)


def test_a_found_recipe_tells_what_lists_show(stews):
    stews.put(
        stews.recipe(
            "갈비찜", "소갈비", minutes=90, servings=4, difficulty="중급", category="메인반찬",
            popularity=7, image_url="https://a/b.jpg", source_url="https://a/b",
        )
    )  # fmt: skip
    (found,) = stews.finder.by_name("갈비찜").recipes
    assert (str(found.key), found.title, found.dish) == ("own:갈비찜", "갈비찜", "갈비찜")
    assert (found.minutes, found.servings, found.difficulty) == (90, 4, "중급")
    assert (found.category, found.popularity) == ("메인반찬", 7)
    assert (found.image_url, found.source_url) == ("https://a/b.jpg", "https://a/b")
    assert (found.coverage, found.used, found.missing) == (None, (), ())
    assert found.why == ("요리 이름이 “갈비찜”",)


def test_scores_fall_along_the_order(kitchen):
    scores = [found.score for found in kitchen.finder.by_name("김치찌개", limit=100).recipes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("query", ["김치찌개", "찌개", "두부", "김차찌개", "ㄱㅊ"])
@pytest.mark.parametrize("size", [1, 7, 15])
def test_pages_are_the_parts_of_one_order(kitchen, query, size):
    whole = kitchen.finder.by_name(query, limit=500)
    assert len(whole.recipes) == whole.total > 2
    parts = [
        kitchen.finder.by_name(query, offset=at, limit=size)
        for at in range(0, whole.total + size, size)
    ]
    assert tuple(found for part in parts for found in part.recipes) == whole.recipes
    assert {part.total for part in parts} == {whole.total}
    assert len({found.key for found in whole.recipes}) == whole.total


def test_a_recipe_that_changes_or_goes_is_followed(stews):
    assert titles(stews.finder.by_foods(["갈치"])) == ["갈치조림"]
    stews.put(stews.recipe("갈치조림", "무", key="갈치조림", title="순한 갈치조림", version="2"))
    assert titles(stews.finder.by_name("갈치조림")) == ["순한 갈치조림"]
    assert stews.finder.by_foods(["갈치"]).total == 0
    stews.databases.recipes.delete([stews.recipe("갈치조림").key])
    assert stews.finder.by_name("갈치조림").total == 0


def test_bounds_hold_on_a_search_by_name(kitchen):
    page = kitchen.finder.by_name(
        "김치찌개", RecipeFacets(minutes_at_most=20, without=frozenset({"돼지고기"})), limit=100
    )
    assert 0 < page.total < kitchen.finder.by_name("김치찌개").total
    assert all(found.minutes in (10, 20) for found in page.recipes)


@pytest.mark.parametrize("query", ["", "  "])
def test_nothing_typed_is_refused(kitchen, query):
    with pytest.raises(InputError):
        kitchen.finder.by_name(query)


@pytest.mark.parametrize(("offset", "limit"), [(-1, 5), (0, 0)])
def test_a_page_that_cannot_be_is_refused(kitchen, offset, limit):
    with pytest.raises(InputError):
        kitchen.finder.by_name("김치", offset=offset, limit=limit)


@pytest.mark.parametrize(
    ("typed", "dish"),
    [
        ("계란찜 만들기", "계란찜"),
        ("비빔밥이 뭐야?", "비빔밥"),
        ("파스타에 대해 알려줘", "파스타"),
        ("미역국 끓이는 방법?", "미역국"),
        ("레시피", "레시피"),
        ("끓이기 좋은 국", "끓이기 좋은 국"),
    ],
)
def test_what_only_asks_for_a_recipe_is_no_part_of_its_name(typed, dish):
    assert dish_asked(typed) == dish


def test_a_list_without_counts_is_the_same_list(kitchen):
    for query in ("김치찌개", "된장찌게", "볶음밥", "없는요리이름"):
        whole = kitchen.finder.by_name(query, limit=40)
        plain = kitchen.finder.by_name(query, limit=40, counted=False)
        assert (plain.recipes, plain.total) == (whole.recipes, whole.total)
        assert (plain.corrected, plain.facet_counts) == (whole.corrected, {})
        later = kitchen.finder.by_name(query, offset=7, limit=5, counted=False)
        assert later.recipes == whole.recipes[7:12]
