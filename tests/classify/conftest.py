from __future__ import annotations

import pytest

from eats_desktop.classify.food import LinearFoodClassifier
from eats_desktop.paths import resources


@pytest.fixture(scope="session")
def model_folder():
    return resources() / "models" / "food"


@pytest.fixture(scope="session")
def classifier(model_folder):
    return LinearFoodClassifier.load(model_folder)
