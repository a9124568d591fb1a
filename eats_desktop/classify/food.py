"""Tells food from everything else by name: a linear model over n-grams and our vocabulary.

Food is what is bought to be eaten or drunk as meal, ingredient, drink or snack: juices of fruit
and vegetables (사과즙, 양파즙), honey, oils, teas, and dishes that only taste of a remedy
(홍삼갈비) included. Health supplements are not food here: taken in doses for an effect on the
body (비타민, 유산균, 효소, 먹는 콜라겐, 단백질 분말, 홍삼정·홍삼스틱·농축액), and juices and
extracts of animals or remedies (흑염소진액, 헛개즙). A second model tells these from other things.

Two thresholds. A full product name is food from SURE_NAME on. A programme guide's short title
says less, and a pot among the food is worse than a missing title: it is food from SURE_TITLE on.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from eats_desktop.classify.features import features
from eats_desktop.classify.linear import LinearModel
from eats_desktop.domain.food import FoodKind, FoodReading

if TYPE_CHECKING:
    from pathlib import Path

    from eats_desktop.classify.features import Features
    from eats_desktop.classify.lexicon import Lexicon

FOOD = "food"
SUPPLEMENT = "supplement"
SURE_NAME = 0.5
SURE_TITLE = 0.61


class LinearFoodClassifier:
    """Reads names with the two trained models and the vocabulary."""

    def __init__(self, food: LinearModel, supplement: LinearModel, lexicon: Lexicon) -> None:
        self._food = food
        self._supplement = supplement
        self._lexicon = lexicon
        parts = (food.version, supplement.version, lexicon.version)
        self.version = hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]

    @classmethod
    def load(cls, models: Path, lexicon: Lexicon) -> LinearFoodClassifier:
        """Read the trained models; ModelError when one is missing or not what its card names."""
        return cls(LinearModel.load(models / FOOD), LinearModel.load(models / SUPPLEMENT), lexicon)

    @property
    def vocabulary(self) -> Lexicon:
        return self._lexicon

    def read(self, name: str) -> FoodReading:
        """Read a full product name; `kind` tells health supplements and is None for foods."""
        found = features(name, self._lexicon)
        probability = self._of_food(found)
        return self._told(found, probability, is_food=probability >= SURE_NAME)

    def read_title(self, title: str) -> FoodReading:
        """Read a guide's title that no product backs: stricter, see the thresholds above."""
        found = features(title, self._lexicon)
        probability = self._of_food(found)
        return self._told(found, probability, is_food=probability >= SURE_TITLE)

    def probability(self, name: str) -> float:
        """Return the calibrated probability that the name is food; 0 for a name without letters."""
        return self._of_food(features(name, self._lexicon))

    def _of_food(self, found: Features) -> float:
        return self._food.probability(found) if found.grams else 0.0

    def _told(self, found: Features, probability: float, *, is_food: bool) -> FoodReading:
        kind = None
        if probability < SURE_NAME and found.grams:
            is_dose = self._supplement.probability(found) >= SURE_NAME
            kind = FoodKind.SUPPLEMENT if is_dose else None
        return FoodReading(is_food, round(probability, 4), self.version, kind)
