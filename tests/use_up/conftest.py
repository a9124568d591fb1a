from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.paths import resources
from tests.helpers.use_up import UseUpShop, use_up_shop


@pytest.fixture(scope="session")
def lexicon():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture(scope="session")
def kitchen(lexicon):
    return Kitchen.load(resources() / "food" / "reading", lexicon)


@pytest.fixture(scope="session")
def parser(kitchen):
    return IngredientLineParser(kitchen)


@pytest.fixture
def shop(tmp_path, lexicon, kitchen, parser) -> UseUpShop:
    with use_up_shop(tmp_path, lexicon, kitchen, parser) as found:
        yield found
