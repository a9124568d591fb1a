"""What a shopper does with recipes is kept by the recipe's key, with one rating each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eats_desktop.domain.clock import ManualClock
from eats_desktop.domain.errors import InputError
from eats_desktop.domain.recipe_event import RecipeEvent, RecipeEventKind
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.recipe_events import RecipeEvents
from tests.helpers.listings import at

STEW = RecipeKey("library", "stew")
SOUP = RecipeKey("own", "a:b 국")


@pytest.fixture
def clock():
    return ManualClock(at(8))


@pytest.fixture
def events(databases, clock):
    return RecipeEvents(databases.recipe_events, clock)


def test_views_meals_and_ratings_come_back_oldest_first(events, clock):
    events.viewed(STEW)
    clock.advance(timedelta(hours=1))
    events.cooked(STEW)
    events.rate(SOUP, 5)
    assert events.since(at(8)) == (
        RecipeEvent(RecipeEventKind.VIEW, STEW, at(8)),
        RecipeEvent(RecipeEventKind.COOK, STEW, at(9)),
        RecipeEvent(RecipeEventKind.RATE, SOUP, at(9), 5),
    )
    assert [event.kind for event in events.since(at(9))] == ["cook", "rate"]


def test_a_recipe_has_one_rating_which_the_next_replaces(events):
    assert events.rating(STEW) is None
    events.rate(STEW, 2)
    events.rate(SOUP, 1)
    events.rate(STEW, 4)
    assert (events.rating(STEW), events.rating(SOUP)) == (4, 1)
    assert [e.value for e in events.since(at(0)) if e.recipe == STEW] == [4]


def test_a_rating_can_be_taken_back_twice(events):
    events.rate(STEW, 3)
    for _ in range(2):
        events.unrate(STEW)
    assert events.rating(STEW) is None
    assert events.since(at(0)) == ()


@pytest.mark.parametrize("stars", [0, 6, -1])
def test_only_one_to_five_stars_can_be_given(events, stars):
    with pytest.raises(InputError):
        events.rate(STEW, stars)
    assert events.rating(STEW) is None


def test_a_view_has_no_stars():
    with pytest.raises(InputError):
        RecipeEvent(RecipeEventKind.VIEW, STEW, at(8), 3)


def test_old_views_and_meals_are_forgotten_but_no_rating(events, databases, clock):
    for note in (events.viewed, events.cooked):
        note(STEW)
    events.rate(STEW, 5)
    clock.advance(timedelta(hours=2))
    events.viewed(SOUP)
    assert databases.recipe_events.prune(at(10)) == 2
    assert [event.kind for event in events.since(at(0))] == ["rate", "view"]
