"""A question to the recipes and its link are one: equal questions, equal links, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.links import link_in, recipe_of, result_link, result_of
from eats_desktop.domain.recipe_question import (
    AskedBy,
    RecipeQuestion,
    question_text,
    read_question,
)
from eats_desktop.domain.recipe_search import RecipeFacets

WORDS = st.text(min_size=1, max_size=12).filter(lambda word: word.strip())
SETS = st.frozensets(WORDS, max_size=3)
FACETS = st.builds(
    RecipeFacets,
    SETS,
    SETS,
    SETS,
    SETS,
    st.none() | st.integers(1, 600),
    st.none() | st.integers(1, 20),
    SETS,
    SETS,
)


@given(
    st.lists(WORDS, min_size=1, max_size=6).map(tuple),
    FACETS,
    st.integers(min_value=1, max_value=3),
)
def test_a_question_about_foods_comes_back_out_of_its_link(foods, facets, plan):
    asked = RecipeQuestion(AskedBy.FOODS, foods, "", facets, plan)
    assert read_question(question_text(asked)) == asked
    assert result_of(result_link(question_text(asked))) == question_text(asked)


@given(WORDS, FACETS)
def test_a_question_about_a_name_comes_back_out_of_its_link(name, facets):
    asked = RecipeQuestion(AskedBy.NAME, name=name, facets=facets)
    assert read_question(question_text(asked)) == asked


def test_a_link_with_many_foods_is_short_enough_to_be_opened():
    foods = tuple(f"느타리버섯{number} 300g 2026-11-27까지" for number in range(12))
    link = result_link(question_text(RecipeQuestion(AskedBy.FOODS, foods)))
    assert link_in([link]) == link
    assert "느타리버섯" in link


def test_a_link_quoted_by_a_desktop_asks_the_same():
    text = "by=use&have=%EC%96%91%ED%8C%8C%203%EA%B0%9C"
    assert read_question(text).foods == ("양파 3개",)


def test_a_result_is_no_recipe():
    assert recipe_of("eats://recipes/result?by=use&have=library:x") is None
    assert result_of("eats://recipes/library:x") is None


@pytest.mark.parametrize(
    "text",
    ["", "by=use", "by=name", "by=name&q=%20", "by=moon&q=a", "by=name&q=a&plan=x", "have="],
)
def test_a_link_that_asks_nothing_is_refused(text):
    with pytest.raises(InputError):
        read_question(text)


def test_the_cart_is_asked_without_more():
    assert read_question("by=cart") == RecipeQuestion(AskedBy.CART)
