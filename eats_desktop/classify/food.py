"""Tells food from everything else by name: a linear model over n-grams and our vocabulary.

Food is what is bought to be eaten or drunk as meal, ingredient, drink or snack: juices of fruit
and vegetables (사과즙, 양파즙), honey, oils, teas, and dishes that only taste of a remedy
(홍삼갈비) included. Health supplements are not food here: taken in doses for an effect on the
body (비타민, 유산균, 효소, 먹는 콜라겐, 단백질 분말, 홍삼정·홍삼스틱·농축액), and juices and
extracts of animals or remedies (흑염소진액, 헛개즙). resources/models/food/words.toml lists them.

Two thresholds. A full product name is food from SURE_NAME on. A programme guide's short title
says less, and a pot among the food is worse than a missing title: it is food from SURE_TITLE on;
between the two (the unsure band) only when its head noun is a known food.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from typing import TYPE_CHECKING

from eats_desktop.classify.features import features
from eats_desktop.classify.lexicon import Kind, Lexicon
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.reconciliation import FoodReading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WEIGHTS = "weights.json.gz"
CARD = "card.json"
WORDS = "words.toml"

SURE_NAME = 0.5
SURE_TITLE = 0.8


class LinearFoodClassifier:
    """p(food) = 1 / (1 + exp(-(a·s + b))), s = bias + sum of weights · feature values."""

    def __init__(
        self,
        weights: Mapping[str, float],
        lexicon: Lexicon,
        *,
        bias: float,
        slope: float,
        offset: float,
        version: str,
    ) -> None:
        self._weights = weights
        self._lexicon = lexicon
        self._bias = bias
        self._slope = slope
        self._offset = offset
        self.version = version

    @classmethod
    def load(cls, folder: Path) -> LinearFoodClassifier:
        """Read a trained model; ModelError when it is missing or not the one its card names."""
        try:
            card = json.loads((folder / CARD).read_text(encoding="utf-8"))
            packed = (folder / WEIGHTS).read_bytes()
            words = (folder / WORDS).read_text(encoding="utf-8")
        except OSError as exc:
            raise ModelError(f"식품 판별 모델 파일이 없어요: {folder.name}") from exc
        digest = hashlib.sha256(packed).hexdigest()
        if digest != card["weights_sha256"]:
            raise ModelError(f"식품 판별 모델 파일이 바뀌었어요: {folder.name}/{WEIGHTS}")
        if hashlib.sha256(words.encode()).hexdigest() != card["words_sha256"]:
            raise ModelError(f"식품 판별 낱말이 학습 뒤에 바뀌었어요: {folder.name}/{WORDS}")
        model = json.loads(gzip.decompress(packed))
        scale = model["scale"]
        return cls(
            {gram: value * scale for gram, value in model["weights"].items()},
            Lexicon.parse(words),
            bias=model["bias"],
            slope=model["slope"],
            offset=model["offset"],
            version=digest[:12],
        )

    def read(self, name: str) -> FoodReading:
        """Read a full product name."""
        probability = self.probability(name)
        return FoodReading(probability >= SURE_NAME, round(probability, 4), self.version)

    def read_title(self, title: str) -> FoodReading:
        """Read a guide's title that no product backs: stricter, see the thresholds above."""
        probability = self.probability(title)
        is_food = title_is_food(probability, self._lexicon.head(title))
        return FoodReading(is_food, round(probability, 4), self.version)

    def probability(self, name: str) -> float:
        """Return the calibrated probability that the name is food; 0 for a name without letters."""
        values = features(name, self._lexicon)
        if not values:
            return 0.0
        known = self._weights
        total = math.fsum(known.get(key, 0.0) * value for key, value in values.items())
        score = self._bias + total
        logit = self._slope * score + self._offset
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def title_is_food(probability: float, head: Kind | None) -> bool:
    """Apply the rule of titles: sure enough, or unsure with a food for its head noun."""
    return probability >= (SURE_NAME if head is Kind.FOOD else SURE_TITLE)
