"""Kitchen measures in grams and millilitres, and what no factor is known for."""

from __future__ import annotations

import tomllib
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.classify.kitchen_units import UNITS, Kitchen
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.ingredient_line import WATER, Quantity
from eats_desktop.domain.kitchen_units import FoodFactors
from eats_desktop.paths import resources
from eats_desktop.services.recipe_buying import RecipeBuying


def of(number, unit):
    return Quantity(Fraction(number), Fraction(number), unit)


@pytest.mark.parametrize(
    ("food", "number", "unit", "grams"),
    [
        ("두부", "1.5", "kg", 1500),
        (WATER, "2", "컵", 400),
        ("간장", "1", "큰술", 17.25),
        ("진간장", "1", "큰술", 17.25),
        ("고춧가루", "2", "큰술", 13.5),
        ("다진마늘", "1", "작은술", 5),
        ("감자", "2", "개", 300),
        ("수미감자", "1", "개", 150),
        ("알감자", "1", "개", 40),
    ],
)
def test_a_measure_is_weighed_by_its_food(food, number, unit, grams, kitchen):
    name = food if food == WATER else kitchen.food(food)
    weight = kitchen.units.grams(of(number, unit), kitchen.factors(name))
    assert float(weight) == pytest.approx(grams)


@pytest.mark.parametrize(("food", "unit"), [("두부", "큰술"), ("간장", "개"), ("두부", None)])
def test_without_a_factor_nothing_is_guessed(food, unit, kitchen):
    assert kitchen.units.grams(of(1, unit), kitchen.factors(food)) is None


def test_a_mass_becomes_a_volume_only_by_its_density(kitchen):
    units = kitchen.units
    assert units.millilitres(of(115, "g"), kitchen.factors(kitchen.food("간장"))) == 100
    assert units.millilitres(of(300, "g"), kitchen.factors("두부")) is None
    assert units.millilitres(of(2, "큰술"), FoodFactors()) == 30


def test_a_range_weighs_its_middle(kitchen):
    two_to_four = Quantity(Fraction(2), Fraction(4), "개")
    assert kitchen.units.grams(two_to_four, kitchen.factors("감자")) == 450


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("마늘 3쪽", Fraction(15, 40)),
        ("마늘 2통", 2),
        ("두부 1/2모", Fraction(1, 2)),
        ("양파 2", 2),
        ("대파 2대", 2),
        ("고등어 1마리", 1),
        ("깻잎 10장", None),
        ("양파 200g", None),
        ("애호박 1줌", None),
    ],
)
def test_a_count_of_parts_is_no_count_of_whole_ones(parser, kitchen, line, pieces):
    buying = RecipeBuying(lambda: kitchen, lambda: None)
    assert buying.need(parser.line(line), Fraction(1)).pieces == pieces
    doubled = buying.need(parser.line(line), Fraction(2)).pieces
    assert doubled == (None if pieces is None else 2 * pieces)


def test_a_written_weight_counts_before_pieces(parser, kitchen):
    assert kitchen.grams(parser.line("고등어 2마리(600g)")) == 600
    assert kitchen.grams(parser.line("우주먼지 30g")) == 30
    assert kitchen.grams(parser.line("우주먼지 3큰술")) is None
    assert kitchen.grams(parser.line("소금 약간")) is None


@settings(deadline=None)
@given(
    st.sampled_from(["g", "kg", "큰술", "컵", "ml"]), st.fractions("1/10", 50), st.integers(1, 9)
)
def test_weights_grow_with_the_amount(kitchen, unit, number, factor):
    quantity = Quantity(number, number, unit)
    soy = kitchen.factors(kitchen.food("간장"))
    assert kitchen.units.grams(quantity.times(Fraction(factor)), soy) == (
        factor * kitchen.units.grams(quantity, soy)
    )


def test_the_cup_of_a_mass_is_that_mass_again(kitchen):
    soy = kitchen.factors(kitchen.food("간장"))
    volume = kitchen.units.millilitres(of(230, "g"), soy)
    assert kitchen.units.grams(of(volume, "ml"), soy) == 230


def test_small_and_large_t_are_not_the_same_spoon(kitchen):
    assert (kitchen.units.names["T"], kitchen.units.names["t"]) == ("큰술", "작은술")


def test_pieces_of_the_lexicon_are_not_written_twice(foods):
    text = (resources() / "food" / "reading" / UNITS).read_text(encoding="utf-8")
    pieces = tomllib.loads(text)["pieces"]
    assert [
        (name, counter)
        for name, table in pieces.items()
        for counter in table
        if counter in foods.foods[foods.words[name]].pieces
    ] == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('"물" = 1', '"물우주선" = 1', "물우주선"),
        ('"큰술" = 15', '"큰술" = 0', "not more than 0: 큰술"),
        ('"컵" = "C', '"컵통" = "C', "no such unit: 컵통"),
        ('"컵" = "C', '"컵" = "T C', "two units are written T"),
    ],
)
def test_a_mistake_in_the_units_is_told(right, wrong, told, tmp_path, foods):
    text = (resources() / "food" / "reading" / UNITS).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / UNITS).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ModelError, match=told):
        Kitchen.load(tmp_path, foods)


def test_a_missing_units_file_is_told(tmp_path, foods):
    with pytest.raises(ModelError, match=UNITS):
        Kitchen.load(tmp_path, foods)
