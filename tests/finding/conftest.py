from __future__ import annotations

import pytest

from eats_desktop.classify.allergens import Allergens
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.ingredient_line import IngredientLineParser
from eats_desktop.classify.kitchen_units import Kitchen
from eats_desktop.paths import resources
from tests.helpers.finding import finding

READING = resources() / "food" / "reading"


@pytest.fixture(scope="session")
def lexicon():
    return FoodLexicon.load(resources() / "food")


@pytest.fixture(scope="session")
def parser(lexicon):
    return IngredientLineParser(Kitchen.load(READING, lexicon))


@pytest.fixture(scope="session")
def allergens(lexicon):
    return Allergens.load(READING, lexicon)


@pytest.fixture
def shop(tmp_path, lexicon, parser, allergens):
    """An empty library."""
    with finding(tmp_path / "data", lexicon, parser, allergens) as found:
        yield found


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory, lexicon, parser, allergens):
    """A library for tests that only look."""
    folder = tmp_path_factory.mktemp("library")
    with finding(folder, lexicon, parser, allergens) as found:
        found.put(*_library(found))
        yield found


def _library(found):
    sides = ("두부", "돼지고기", "참치캔", "떡국떡", "햄", "버섯", "새우", "삼겹살")
    spices = ("소금", "고춧가루", "다진 마늘", "대파", "간장", "식용유", "비법가루")
    for number in range(60):
        side, spice = sides[number % len(sides)], spices[number % len(spices)]
        stew = ("김치찌개", "된장찌개", "김치볶음밥")[number % 3]
        base = {"김치찌개": "김치", "된장찌개": "된장", "김치볶음밥": "김치,밥"}[stew]
        yield found.recipe(
            stew,
            f"{base},{side},{spice},{spices[(number * 3 + 1) % len(spices)]}",
            title=f"{number}번 {side} 넣은 {stew}",
            popularity=(number * 7919) % 500,
            minutes=(None, 10, 20, 40)[number % 4],
            servings=(2, 4, None)[number % 3],
            category=("찌개·전골", "밥·죽")[stew == "김치볶음밥"],
            occasion=("일상", "손님접대")[number % 2],
            method=("끓이기", "볶음")[stew == "김치볶음밥"],
            difficulty=(None, "초급", "고급")[number % 3],
        )
