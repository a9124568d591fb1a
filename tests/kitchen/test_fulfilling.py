from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.fulfilment import Availability, Because, Holding
from eats_desktop.domain.ingredient_line import WATER, IngredientLine
from eats_desktop.search.foods import Foods
from eats_desktop.search.fulfilling import Fulfilling

HAVE, CART, MISSING = Availability.HAVE, Availability.CART, Availability.MISSING
HOME = (Because.TYPED, Because.PANTRY, Because.ORDER)


def held(food, because=Because.PANTRY, name=None, since=None):
    return Holding(food, because, name or food, since)


def line(food, name=None):
    return IngredientLine(name or food or "", name or food or "", food)


@pytest.fixture(scope="session")
def fulfilling(foods):
    return Fulfilling(foods)


@pytest.fixture(scope="session")
def told(fulfilling):
    def status(food, *holdings, name=None):
        (found,) = fulfilling.status([line(food, name)], holdings)
        return found

    return status


@pytest.mark.parametrize("because", HOME)
def test_what_is_typed_at_home_or_paid_for_is_there(told, because):
    found = told("두부", held("두부", because))
    assert (found.availability, found.holding.because, found.stands_in) == (HAVE, because, False)


def test_what_is_in_the_cart_is_in_the_cart_and_the_rest_is_missing(told):
    assert told("두부", held("두부", Because.CART)).availability is CART
    assert told("두부", held("대파")).availability is MISSING
    assert told("두부").holding is None


@pytest.mark.parametrize("because", HOME)
def test_home_beats_the_cart(told, because):
    found = told("두부", held("두부", Because.CART), held("두부", because))
    assert (found.availability, found.holding.because) == (HAVE, because)


def test_a_kind_of_the_food_is_the_food(told):
    found = told("돼지고기", held("삼겹살"))
    assert (found.availability, found.holding.food, found.stands_in) == (HAVE, "삼겹살", False)


def test_the_wider_food_only_stands_in_for_its_kind(told):
    found = told("삼겹살", held("돼지고기"))
    assert (found.availability, found.stands_in) == (HAVE, True)


def test_the_food_itself_is_named_before_what_stands_in(told):
    found = told("삼겹살", held("돼지고기", Because.TYPED), held("삼겹살", Because.ORDER))
    assert (found.holding.food, found.stands_in) == ("삼겹살", False)


@pytest.mark.parametrize(("food", "form"), [("마늘", "다진마늘"), ("감자", "수미감자")])
def test_of_a_mere_form_the_food_is_as_good(told, food, form):
    found = told(form, held(food))
    assert (found.availability, found.stands_in) == (HAVE, False)


def test_a_written_substitute_of_the_family_stands_in(told):
    found = told("국간장", held("진간장"))
    assert (found.availability, found.stands_in) == (HAVE, True)
    in_cart = told("대파", held("쪽파", Because.CART))
    assert (in_cart.availability, in_cart.stands_in) == (CART, True)


@pytest.mark.parametrize(
    ("food", "other"),
    [("대파", "양파"), ("다진마늘", "양파"), ("소금", "진간장"), ("양파", "대파")],
)
def test_a_substitute_that_is_another_thing_is_missing(told, food, other):
    assert told(food, held(other)).availability is MISSING


def test_a_kind_of_a_substitute_stands_in(told):
    found = told("국간장", held("양조간장"))
    assert (found.holding.food, found.stands_in) == ("양조간장", True)


def test_a_brother_with_nothing_written_is_no_stand_in(told):
    assert told("삼겹살", held("돼지등뼈")).availability is MISSING


def test_water_is_always_there(told):
    found = told(WATER)
    assert (found.availability, found.holding.because) == (HAVE, Because.WATER)


@pytest.mark.parametrize(("product", "food"), [("양파즙", "양파"), ("감자칩", "감자")])
def test_what_was_made_from_a_food_is_not_that_food(told, product, food):
    assert told(food, held(product)).availability is MISSING


def test_no_product_of_the_lexicon_meets_what_it_was_made_from(lexicon, fulfilling):
    made = [one for one in lexicon.foods.values() if one.made_from is not None]
    assert len(made) > 500
    for one in made:
        met = fulfilling.larder([held(one.name)]).food(one.made_from)
        assert met.availability is MISSING, one.name


def test_a_bare_name_is_what_it_commonly_means_and_only_stands_in_for_other_kinds(told):
    meant, other = told("배추김치", held("김치")), told("총각김치", held("김치"))
    assert (meant.availability, meant.stands_in) == (HAVE, False)
    assert (other.availability, other.stands_in) == (HAVE, True)
    assert told("김치", held("총각김치")).stands_in is False


@pytest.mark.parametrize("kind", ["표고버섯", "새송이버섯", "팽이버섯", "건목이버섯"])
def test_a_mushroom_is_a_mushroom_but_no_medicine(told, kind):
    assert told("버섯", held(kind)).stands_in is False
    assert told("버섯", held("영지버섯")).availability is MISSING


class Odd:
    """A lexicon in which a juice is written as a kind of the fruit and as its substitute."""

    def lineage(self, food):
        return (food, "복숭아") if food != "복숭아" else (food,)

    def plain(self, food):
        return food

    def meant(self, food):
        return food

    def stand_ins(self, food):
        return ("복숭아즙",)

    def is_made_of(self, product, food):
        return (product, food) == ("복숭아즙", "복숭아")


def test_a_product_is_not_its_food_however_the_lexicon_has_it():
    larder = Fulfilling(Odd()).larder([held("복숭아즙")])
    assert larder.food("복숭아").availability is MISSING
    assert larder.food("복숭아즙").availability is HAVE


def test_an_unknown_food_is_met_by_the_very_same_name_only(told):
    unknown = held("별난 양념", name="별난 양념")
    assert told(None, unknown, name="별난양념").availability is HAVE
    assert told(None, unknown, name="별난").availability is MISSING
    assert told(None, held("양념장"), name="별난양념").availability is MISSING


def test_the_newest_of_two_orders_is_named(told):
    old, new = (held("대파", Because.ORDER, f"대파 {day}", date(2026, 11, day)) for day in (19, 23))
    assert told("대파", old, new).holding is new


def test_without_a_lexicon_the_same_food_still_meets(told):
    (found,) = Fulfilling(Foods()).status([line("두부")], [held("두부")])
    assert found.availability is HAVE


RANK = {HAVE: 0, CART: 1, MISSING: 2}
SOME = [
    "돼지고기",
    "삼겹살",
    "대패삼겹살",
    "목살",
    "간장",
    "국간장",
    "진간장",
    "양파",
    "양파즙",
    "별난것",
]
HOLDINGS = st.builds(
    Holding,
    st.sampled_from(SOME),
    st.sampled_from([*HOME, Because.CART]),
    st.sampled_from(["가", "나"]),
    st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 5)),
)
LINES = [*(line(food) for food in SOME[:-1]), line(None, "별난것"), line(WATER)]


@settings(max_examples=150, deadline=None)
@given(st.lists(HOLDINGS, max_size=5), HOLDINGS)
def test_one_holding_more_never_makes_an_ingredient_worse(fulfilling, some, more):
    before = fulfilling.status(LINES, some)
    after = fulfilling.status(LINES, [*some, more])
    for less, richer in zip(before, after, strict=True):
        assert (RANK[richer.availability], richer.stands_in) <= (
            RANK[less.availability],
            less.stands_in,
        )


@settings(max_examples=150, deadline=None)
@given(st.lists(HOLDINGS, max_size=6), st.randoms())
def test_the_order_of_holdings_does_not_matter(fulfilling, some, chance):
    mixed = some[:]
    chance.shuffle(mixed)
    assert fulfilling.status(LINES, mixed) == fulfilling.status(LINES, some)
