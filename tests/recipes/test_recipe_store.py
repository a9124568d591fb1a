"""Recipes in the catalogue: written once, written anew when they change, found by foods."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from eats_desktop.domain.ingredient_line import IngredientLine, Quantity
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from tests.helpers.storage_builders import opened, rows

STEW = FullRecipe(
    RecipeKey("own", "stew"),
    "할머니 두부찌개",
    "두부찌개",
    (
        IngredientLine(
            "다진 마늘 1~2큰술",
            "마늘",
            "마늘",
            Quantity(Fraction(1), Fraction(2), "큰술"),
            forms=("다진",),
            group="양념",
        ),
        IngredientLine(
            "두부 1/2모(150g)",
            "두부",
            "두부",
            Quantity(Fraction(1, 2), Fraction(1, 2), "모"),
            Quantity(Fraction(150), Fraction(150), "g"),
        ),
        IngredientLine("비법가루 약간", "비법가루", vague="약간", note="없어도 돼요"),
    ),
    (Step("모두 넣고 끓여요.", 10), Step("맛을 봐요.")),
    ("뚜껑을 덮어요.",),
    category="찌개·전골",
    minutes=25,
    popularity=40,
    version="1",
)
SALAD = replace(
    STEW,
    key=RecipeKey("own", "salad"),
    title="두부 샐러드",
    dish="두부샐러드",
    ingredients=STEW.ingredients[1:2],
    popularity=900,
)


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def store(databases):
    return databases.recipes


def test_a_recipe_is_read_back_as_it_was_written(store):
    store.save([STEW])
    assert store.find(STEW.key) == STEW
    assert store.find(RecipeKey("own", "nothing")) is None


def test_the_same_recipe_again_changes_nothing_and_another_version_takes_its_place(
    store, databases
):
    assert store.save([STEW, SALAD]) == (2, 0, 0)
    assert store.save([STEW, SALAD]) == (0, 0, 2)
    changed = replace(STEW, title="새 두부찌개", ingredients=STEW.ingredients[:1], version="2")
    assert store.save([changed, SALAD]) == (0, 1, 1)
    assert store.find(STEW.key) == changed
    assert rows(databases.catalog, "SELECT count(*) FROM recipe_line") == [(2,)]


def test_what_is_deleted_leaves_no_lines(store, databases):
    store.save([STEW, SALAD])
    store.delete([STEW.key, RecipeKey("own", "nothing")])
    assert store.versions("own") == {"salad": "1"}
    assert rows(databases.catalog, "SELECT count(*) FROM recipe_line") == [(1,)]


def test_recipes_with_more_of_the_foods_come_first_then_the_popular(store):
    store.save([STEW, SALAD])
    assert [r.dish for r in store.recipes_with({"두부", "마늘"}, 10)] == ["두부찌개", "두부샐러드"]
    assert [r.dish for r in store.recipes_with({"두부"}, 10)] == ["두부샐러드", "두부찌개"]
    assert [r.dish for r in store.recipes_with({"두부"}, 1)] == ["두부샐러드"]
    assert store.recipes_with({"고등어"}, 10) == []
    assert store.recipes_with(set(), 10) == []


def test_a_line_is_found_with_the_middle_of_its_range_in_its_unit(store):
    store.save([STEW])
    garlic, _, secret = store.recipes_with({"마늘"}, 1)[0].lines
    assert (garlic.quantity, garlic.unit, garlic.group) == (Fraction(3, 2), "큰술", "양념")
    assert (secret.food, secret.quantity, secret.unit) == (None, None, None)
