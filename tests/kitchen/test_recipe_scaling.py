from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.kitchen_units import FoodFactors
from eats_desktop.domain.quantity_text import number_text, quantity_text
from eats_desktop.search.recipe_scaling import leftover_factor, scaled, servings_factor


def amount(low, unit, high=None):
    return Quantity(Fraction(low), Fraction(high or low), unit)


@pytest.fixture(scope="session")
def factor(parser, kitchen):
    """By what a line is covered by an amount in words."""

    def found(text, there):
        line = parser.line(text)
        known = FoodFactors() if line.food is None else kitchen.factors(line.food)
        return leftover_factor(line, parser.line(f"재료 {there}").quantity, kitchen.units, known)

    return found


def test_servings_tell_the_factor_where_the_recipe_says_them():
    assert servings_factor(4, 6) == Fraction(3, 2)
    assert servings_factor(3, 1) == Fraction(1, 3)
    assert servings_factor(None, 2) is None


@pytest.mark.parametrize(
    ("text", "there", "times"),
    [
        ("삼겹살 200g", "140g", Fraction(7, 10)),
        ("삼겹살 0.5kg", "140g", Fraction(7, 25)),
        ("우유 1컵", "500ml", Fraction(5, 2)),
        ("진간장 2큰술", "1작은술", Fraction(1, 6)),
        ("고추 1", "3개", Fraction(3)),
        ("두부 1~2모", "3모", Fraction(2)),
        ("고등어 2마리(600g)", "300g", Fraction(1, 2)),
        ("별난것 4개", "1개", Fraction(1, 4)),
    ],
)
def test_how_often_a_leftover_covers_a_line(factor, text, there, times):
    assert factor(text, there) == times


def test_pieces_and_volumes_become_weights_by_the_factors_of_the_food(factor, kitchen):
    onion = kitchen.factors("양파").pieces["개"]
    assert factor("양파 1개", "140g") == Fraction(140) / onion
    assert factor("양파 140g", "1개") == onion / Fraction(140)
    flour = kitchen.factors("밀가루").density
    assert factor("밀가루 1컵", "100g") == Fraction(100) / (200 * flour)


@pytest.mark.parametrize(
    ("text", "there"),
    [("별난것 2개", "140g"), ("별난것 2컵", "140g"), ("소금 약간", "10g"), ("삼겹살", "140g")],
)
def test_nothing_is_guessed_where_no_factor_is_known(factor, text, there):
    assert factor(text, there) is None


def test_ranges_and_vague_words_keep_their_kind(parser):
    lines = [parser.line(text) for text in ("고추 1~2개", "소금 약간", "고등어 2마리(600g)")]
    chilli, salt, fish = scaled(lines, Fraction(3, 2))
    assert chilli.quantity == amount("3/2", "개", 3)
    assert salt == lines[1]
    assert (fish.quantity, fish.also) == (amount(3, "마리"), amount(900, "g"))
    assert fish.text == "고등어 2마리(600g)"


def test_no_recipe_of_the_library_loses_an_amount_when_scaled(library):
    for recipe in library.recipes.values():
        there_and_back = scaled(scaled(recipe.ingredients, Fraction(7, 3)), Fraction(3, 7))
        assert there_and_back == tuple(recipe.ingredients)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1/2", "개", "½"),
        ("3/2", "개", "1과 1/2"),
        ("5/2", "컵", "2와 1/2"),
        ("2/3", "큰술", "⅔"),
        ("2", None, "2"),
        ("1000", "개", "1,000"),
        ("149/50", "개", "약 3"),
        ("1/5", "큰술", "약 ¼"),
        ("1/8", "작은술", "1/8"),
        ("43/3", "쪽", "약 14"),
        ("400/3", "g", "약 133"),
        ("5/2", "g", "2.5"),
        ("27/20", "kg", "1.35"),
        ("1/1000", "g", "약 0.1"),
    ],
)
def test_numbers_are_written_as_a_kitchen_measures(value, unit, text):
    assert number_text(Fraction(value), unit) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (amount(2, "개", 3), "2~3개"),
        (amount("1/2", "컵"), "½컵"),
        (amount("1/2", "컵", 1), "½~1컵"),
        (amount(3, None), "3"),
        (amount("2/3", "g", 1), "약 0.7~1g"),
    ],
)
def test_amounts_are_written_with_their_unit(quantity, text):
    assert quantity_text(quantity) == text


@given(
    st.fractions(Fraction(1, 60), Fraction(5000), max_denominator=60),
    st.sampled_from(["g", "kg", "개", "큰술"]),
)
def test_what_is_written_reads_back_as_that_amount(parser, value, unit):
    text = number_text(value, unit)
    read = parser.line(f"재료 {text.removeprefix('약 ')}{unit}").quantity
    assert read.unit == unit
    error = abs(read.middle - value)
    assert (
        error == 0 if not text.startswith("약 ") else 0 < error <= max(value / 20, Fraction(1, 8))
    )
