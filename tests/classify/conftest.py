from __future__ import annotations

import pytest

from eats_desktop.classify.food import FOOD, LinearFoodClassifier
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.lexicon import Lexicon, ListedWords
from eats_desktop.paths import resources


@pytest.fixture(scope="session")
def models():
    return resources() / "models"


@pytest.fixture(scope="session")
def model_folder(models):
    return models / FOOD


@pytest.fixture(scope="session")
def food_lexicon():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture(scope="session")
def vocabulary(food_lexicon, model_folder):
    return Lexicon(food_lexicon, ListedWords.load(model_folder))


@pytest.fixture(scope="session")
def classifier(models, vocabulary):
    return LinearFoodClassifier.load(models, vocabulary)
