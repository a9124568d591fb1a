"""이 재료로 만드는 요리: the recipes beside a product that is looked at."""

from __future__ import annotations

from eats_desktop.domain.recipe_search import Fit, FoundRecipe, RecipePage, UsedFood
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.product_recipes import ProductRecipes
from eats_desktop.viewmodels.product_recipes_view_model import recipe_row

KEY = ProductKey("hmall", "1")


def recipe(name, dish=None, fit=Fit.SAME, missing=()):
    return FoundRecipe(
        RecipeKey("library", name),
        name,
        dish or name,
        1.0,
        30,
        2,
        "초급",
        "메인반찬",
        0,
        None,
        None,
        used=(UsedFood("고등어", "순살고등어", fit),),
        missing=missing,
    )


class Library:
    def __init__(self, *recipes, reason=None):
        self._page = RecipePage(recipes, len(recipes), reason=reason)

    def for_product(self, key, limit):
        return self._page


class Plans:
    def __init__(self):
        self.asked = []

    def plan(self, key):
        self.asked.append(key)


def cooked_from(*recipes, reason=None):
    return ProductRecipes(lambda: Library(*recipes, reason=reason), Plans).of(KEY)


def titles(*recipes):
    return [one.title for one in cooked_from(*recipes).recipes]


def test_five_recipes_stand_there_in_the_order_they_were_found():
    assert titles(*(recipe(f"요리 {n}") for n in range(8))) == [f"요리 {n}" for n in range(5)]


def test_different_dishes_come_before_more_of_one():
    again = [recipe(f"조림 {n}", "조림") for n in range(4)]
    assert titles(*again, recipe("구이")) == ["조림 0", "구이", "조림 1", "조림 2", "조림 3"]


def test_a_recipe_for_this_food_comes_before_a_wider_one_and_a_substitute_last():
    found = titles(
        recipe("대신", fit=Fit.INSTEAD),
        recipe("넓게", fit=Fit.KIND),
        recipe("조림 1", "조림"),
        recipe("조림 2", "조림"),
    )
    assert found == ["조림 1", "조림 2", "넓게", "대신"]


def test_what_is_no_ingredient_has_one_reason_and_no_plan():
    found = cooked_from(reason="조리해서 파는 식품이라 요리에 쓰는 식재료가 아니에요.")
    assert (found.recipes, found.plan) == ((), None)
    assert found.reason == "조리해서 파는 식품이라 요리에 쓰는 식재료가 아니에요."


def test_an_ingredient_without_a_recipe_says_so():
    assert cooked_from().reason == "이 재료로 만드는 레시피가 아직 없어요."


def test_the_pack_is_planned_where_there_is_something_to_cook():
    plans = Plans()
    ProductRecipes(Library, lambda: plans).of(KEY)
    assert plans.asked == []
    ProductRecipes(lambda: Library(recipe("구이")), lambda: plans).of(KEY)
    assert plans.asked == [KEY]


def test_a_row_tells_what_else_is_needed():
    assert recipe_row(recipe("구이")).whyText == "이 재료만 있으면 돼요"
    assert recipe_row(recipe("구이", missing=("무", "대파"))).whyText == "더 필요한 재료: 무, 대파"
    many = recipe_row(recipe("구이", missing=("무", "대파", "양파", "소금", "간장")))
    assert many.whyText == "더 필요한 재료: 무, 대파, 양파 외 2가지"
    assert many.key == "library:구이"
    assert many.factsText == "2인분 · 30분 · 초급"


def test_a_row_tells_what_the_product_stands_in_for():
    row = recipe_row(recipe("구이", fit=Fit.INSTEAD, missing=("무",)))
    assert row.whyText == "고등어 대신 써요 · 더 필요한 재료: 무"
    assert (
        row.spokenText == "레시피, 구이, 2인분 · 30분 · 초급, 고등어 대신 써요 · 더 필요한 재료: 무"
    )
