"""Tells food from everything else by name: a linear model over n-grams, read without numpy.

Food is what is bought to be eaten or drunk as meal, ingredient, drink or snack. Health
supplements (홍삼정, 유산균, 비타민, 콜라겐, 즙·환·진액 for a health purpose) are not food here.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from typing import TYPE_CHECKING

from eats_desktop.classify.features import ngrams
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.reconciliation import FoodReading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WEIGHTS = "weights.json.gz"
CARD = "card.json"


class LinearFoodClassifier:
    """p(food) = 1 / (1 + exp(-(a·s + b))), s = bias + sum of weights / sqrt(count of n-grams)."""

    def __init__(
        self, weights: Mapping[str, float], bias: float, slope: float, offset: float, version: str
    ) -> None:
        self._weights = weights
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
        except OSError as exc:
            raise ModelError(f"식품 판별 모델 파일이 없어요: {folder.name}") from exc
        digest = hashlib.sha256(packed).hexdigest()
        if digest != card["weights_sha256"]:
            raise ModelError(f"식품 판별 모델 파일이 바뀌었어요: {folder.name}/{WEIGHTS}")
        model = json.loads(gzip.decompress(packed))
        scale = model["scale"]
        weights = {gram: value * scale for gram, value in model["weights"].items()}
        return cls(weights, model["bias"], model["slope"], model["offset"], digest[:12])

    def read(self, name: str) -> FoodReading:
        probability = self.probability(name)
        return FoodReading(probability >= 0.5, round(probability, 4), self.version)

    def probability(self, name: str) -> float:
        """Return the calibrated probability that the name is food; 0 for a name without letters."""
        grams = ngrams(name)
        if not grams:
            return 0.0
        known = self._weights
        total = sum(known.get(gram, 0.0) for gram in grams)
        score = self._bias + total / math.sqrt(len(grams))
        logit = self._slope * score + self._offset
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
