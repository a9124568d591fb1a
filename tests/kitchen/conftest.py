from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.classify.product_reader import ProductReader
from eats_desktop.classify.recipe_library import RecipeLibrary
from eats_desktop.paths import resources
from eats_desktop.search.foods import Foods
from tests.helpers.kitchen import KitchenShop
from tests.helpers.storage_builders import opened


@pytest.fixture(scope="session")
def lexicon():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture(scope="session")
def foods(lexicon):
    return Foods(lambda: lexicon)


@pytest.fixture(scope="session")
def kitchen(lexicon):
    return Kitchen.load(resources() / "food" / "reading", lexicon)


@pytest.fixture(scope="session")
def parser(kitchen):
    return IngredientLineParser(kitchen)


@pytest.fixture(scope="session")
def library(kitchen):
    return RecipeLibrary.load(resources() / "recipes", kitchen)


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture(scope="session")
def reader():
    return ProductReader.load(resources())


@pytest.fixture
def shop(databases, parser, reader, lexicon):
    return KitchenShop(databases, parser, reader, lexicon)
