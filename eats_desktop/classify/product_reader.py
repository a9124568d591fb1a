"""Reads a product name whole: food or not, what it is, raw or prepared, how much."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from eats_desktop.classify.amount import read_amount
from eats_desktop.classify.food import FOOD, LinearFoodClassifier
from eats_desktop.classify.kind import KIND, KindModel
from eats_desktop.classify.lexicon import Lexicon, ListedWords
from eats_desktop.classify.reading import NameReader
from eats_desktop.domain.food import FoodKind, FoodReading

if TYPE_CHECKING:
    from pathlib import Path

_RULES = "2"
"""Raise it when code that reads names changes (reading, amounts): stored names are read again."""


class ProductReader:
    """One version of all models together; a change of any of them reads every name again."""

    def __init__(self, food: LinearFoodClassifier, words: NameReader, kind: KindModel) -> None:
        self._food = food
        self.words = words
        self._kind = kind
        parts = (_RULES, food.version, words.version, kind.version)
        self.version = hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]

    @classmethod
    def load(cls, resources: Path) -> ProductReader:
        """Load the shipped models and the lexicon; ModelError when one is missing or changed."""
        models = resources / "models"
        listed = ListedWords.load(models / FOOD)
        words = NameReader.load(resources / "food", listed.not_food)
        food = LinearFoodClassifier.load(models, Lexicon(words.lexicon, listed))
        return cls(food, words, KindModel.load(models / KIND, words.lexicon))

    def read(self, name: str) -> FoodReading:
        """Read a full product name."""
        return self._whole(name, self._food.read(name))

    def read_title(self, title: str) -> FoodReading:
        """Read a guide's short title that no product backs."""
        return self._whole(title, self._food.read_title(title))

    def _whole(self, name: str, food: FoodReading) -> FoodReading:
        if not food.is_food:
            return replace(food, model_version=self.version)
        words = self.words.read(name)
        p = self._kind.probability(name, words)
        return replace(
            food,
            model_version=self.version,
            kind=FoodKind.INGREDIENT if p >= 0.5 else FoodKind.PREPARED,
            p_ingredient=round(p, 4),
            words=words,
            amount=read_amount(name),
        )
