from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.classify.recipe_library import RecipeLibrary
from eats_desktop.paths import resources


@pytest.fixture(scope="session")
def foods():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture(scope="session")
def kitchen(foods):
    return Kitchen.load(resources() / "food" / "reading", foods)


@pytest.fixture(scope="session")
def parser(kitchen):
    return IngredientLineParser(kitchen)


@pytest.fixture(scope="session")
def library(kitchen):
    return RecipeLibrary.load(resources() / "recipes", kitchen)
