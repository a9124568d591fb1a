"""Links to recipes lead back to the very recipe, whatever its source calls it."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import product_of, recipe_link, recipe_of, servings_of
from eats_desktop.domain.stored_recipe import RecipeKey


@pytest.mark.parametrize(
    "key", [RecipeKey("library", "pork-kimchi-stew"), RecipeKey("web", "https://밥.kr/국?a=1&b#c")]
)
def test_a_link_names_its_recipe(key):
    assert recipe_of(recipe_link(key)) == key
    assert RecipeKey.parse(str(key)) == key
    assert product_of(recipe_link(key)) is None


def test_a_plain_link_can_be_read_by_people():
    assert recipe_link(RecipeKey("library", "stew")) == "eats://recipes/library:stew"


@pytest.mark.parametrize(
    "link", ["eats://recipes/broken", "eats://recipes/:x", "eats://recipes/x:"]
)
def test_a_link_without_source_or_id_is_refused(link):
    with pytest.raises(InputError):
        recipe_of(link)


def test_a_link_may_say_for_how_many_it_is_cooked():
    link = recipe_link(RecipeKey("own", "a?servings=9"), 3)
    assert (recipe_of(link), servings_of(link)) == (RecipeKey("own", "a?servings=9"), 3)
    for broken in ("", "?servings=", "?servings=-1", "?servings=99999", "?servings=둘"):
        assert servings_of(f"eats://recipes/own:1{broken}") == 0
        assert recipe_of(f"eats://recipes/own:1{broken}") == RecipeKey("own", "1")


def test_other_links_are_none_of_recipes():
    assert recipe_of("eats://product/kok:1") is None
    assert recipe_of("eats://recipes") is None
