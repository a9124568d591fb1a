"""Trains the food classifier: python -m eats_desktop.classify.train --data DIR [--resources DIR].

Needs scikit-learn (dependency group "train"), the food lexicon and words.toml among the resources.
Same data, vocabulary and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from eats_desktop.classify.feature_table import FeatureTable, TaughtModel
from eats_desktop.classify.features import features
from eats_desktop.classify.food import FOOD, SUPPLEMENT, SURE_NAME, SURE_TITLE
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.judged_labels import JudgedLabels
from eats_desktop.classify.judging import (
    Judged,
    held_out,
    metrics,
    out_of_fold,
    probability,
    supplements,
)
from eats_desktop.classify.lexicon import Kind, Lexicon, ListedWords
from eats_desktop.classify.training_data import (
    Example,
    Shelf,
    contradicts,
    load_examples,
    nicknames,
    vocabulary,
    with_unlabelled,
)
from eats_desktop.classify.written_model import calibration, write_model

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SEED = 20261124
_STRENGTH = 30.0
_KEPT_WEIGHTS = {FOOD: 140_000, SUPPLEMENT: 60_000}
_LIMITS = (
    "labels of shops are noisy (an oil in sachets counts as supplement in one, as food in "
    "another); labels against the definition are not taught, but judged unless a figure says "
    "within_definition; titles of a brand alone are uncertain and not shown as food"
)
_DEFINITION = (
    "food: bought to be eaten or drunk as meal, ingredient, drink or snack, with juices of fruit "
    "and vegetables, honey, oils and teas; health supplements, extracts of animals or remedies and "
    "everything else: not food (classify/food.py)"
)


class Model:
    """The two linear models as trained: food or not, and among the rest supplement or not."""

    def __init__(self, examples: Sequence[Example], lexicon: Lexicon, table: FeatureTable) -> None:
        named = [*examples, *nicknames(examples), *vocabulary(lexicon)]
        taught = [e for e in named if not contradicts(e, lexicon)]
        self.food = _taught(table, taught, lambda e: e.is_food)
        sorted_out = [e for e in taught if e.shelf in (Shelf.SUPPLEMENT, Shelf.OTHER)]
        self.supplement = _taught(table, sorted_out, lambda e: e.shelf is Shelf.SUPPLEMENT)

    def scores(self, names: Sequence[str]) -> Any:
        return self.food.scores(names)

    def supplement_scores(self, names: Sequence[str]) -> Any:
        return self.supplement.scores(names)


class Figures:
    """What the cards tell: each figure as labelled, within the definition, and as judged by us."""

    def __init__(self, lexicon: Lexicon, doubted: JudgedLabels, trusted: Sequence[str]) -> None:
        self._lexicon = lexicon
        self._doubted = doubted
        self._trusted = trusted
        self.platt = (1.0, 0.0)
        self.supplement_platt = (1.0, 0.0)

    def calibrate(self, judged: Judged) -> None:
        """Fit both models' calibration on scores of folds that did not see the names."""
        self.platt = calibration(judged.truth, judged.scores)
        known = _mask(judged, lambda e: e.shelf in (Shelf.SUPPLEMENT, Shelf.OTHER))
        known &= ~self._contradicted(judged)
        truth = _mask(judged, lambda e: e.shelf is Shelf.SUPPLEMENT)
        self.supplement_platt = calibration(truth[known], judged.supplement_scores[known])

    def of_food(self, judged: Judged, asked: Any) -> dict[str, Any]:
        """Return the figures of the rows that `asked` marks."""
        chances = probability(self.platt[0] * judged.scores + self.platt[1])
        defined = asked & ~self._contradicted(judged)
        agreed = asked & ~_mask(judged, lambda e: self._doubted.is_doubted(e.source, e.name))
        return {
            "as_labelled": metrics(judged.truth[asked], chances[asked]),
            "within_definition": metrics(judged.truth[defined], chances[defined]),
            "judged_labels_left_out": metrics(judged.truth[agreed], chances[agreed]),
        }

    def of_supplements(self, judged: Judged) -> dict[str, Any]:
        """Return how supplements are told in the one source whose shelves tell them apart."""
        chances = probability(self.platt[0] * judged.scores + self.platt[1])
        slope, offset = self.supplement_platt
        doses = probability(slope * judged.supplement_scores + offset)
        asked = _mask(judged, lambda e: e.source == "tv_categories")
        agreed = asked & ~_mask(judged, lambda e: self._doubted.is_doubted(e.source, e.name))
        return {
            "as_labelled": supplements(judged, chances, doses, asked),
            "within_definition": supplements(
                judged, chances, doses, asked & ~self._contradicted(judged)
            ),
            "judged_labels_left_out": supplements(judged, chances, doses, agreed),
        }

    def of_folds(self, judged: Judged) -> dict[str, Any]:
        told: dict[str, Any] = {
            "grouped_folds": self.of_food(judged, _mask(judged, lambda _: True)),
            "grouped_folds_trusted": self.of_food(
                judged, _mask(judged, lambda e: e.source in self._trusted)
            ),
        }
        for source in self._trusted:
            asked = np.array([e.source == source for e in judged.examples], dtype=bool)
            told[f"grouped_folds_{source}"] = self.of_food(judged, asked)
        return {**told, **judged.nicknames(self.platt)}

    def _contradicted(self, judged: Judged) -> Any:
        return _mask(judged, lambda e: contradicts(e, self._lexicon))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--resources", type=Path, default=Path("resources"))
    options = parser.parse_args(arguments)
    models = options.resources / "models"
    listed = ListedWords.load(models / FOOD)
    lexicon = Lexicon(FoodLexicon.load(options.resources / "food"), listed)
    table = FeatureTable(lambda name: features(name, lexicon))

    def learn(examples: Sequence[Example]) -> Model:
        return Model(examples, lexicon, table)

    clean, files = load_examples(options.data)
    examples = with_unlabelled(clean, options.data, lexicon, learn(clean).food.probabilities)
    doubted = JudgedLabels.load(models / FOOD)
    figures = Figures(lexicon, doubted, sorted({e.source for e in clean}))
    judged = out_of_fold(examples, learn)
    figures.calibrate(judged)
    told = figures.of_folds(judged)
    of_supplements = {"grouped_folds": figures.of_supplements(judged)}
    for source in sorted({e.source for e in clean}):
        asked = held_out(examples, source, learn)
        told[f"without_{source}"] = figures.of_food(asked, _mask(asked, lambda _: True))
        if source == "tv_categories":
            of_supplements[f"without_{source}"] = figures.of_supplements(asked)
    model = learn(examples)
    shared = _card(examples, files, lexicon) | {"judged_labels": doubted.summary()}
    card = {"model": "food / not food by product name", **shared, "metrics": told}
    write_model(models / FOOD, model.food, figures.platt, card, _KEPT_WEIGHTS[FOOD])
    card = {"model": "health supplement among names that are no food", **shared}
    card["metrics"] = of_supplements
    kept = _KEPT_WEIGHTS[SUPPLEMENT]
    write_model(models / SUPPLEMENT, model.supplement, figures.supplement_platt, card, kept)
    sys.stdout.write(json.dumps({**told, "supplement": of_supplements}, indent=1) + "\n")
    return 0


def _taught(
    table: FeatureTable, examples: Sequence[Example], label: Callable[[Example], bool]
) -> TaughtModel:
    names = [e.name for e in examples]
    return TaughtModel(table, names, [label(e) for e in examples], strength=_STRENGTH, seed=SEED)


def _mask(judged: Judged, wanted: Callable[[Example], bool]) -> Any:
    return np.array([wanted(e) for e in judged.examples], dtype=bool)


def _card(
    examples: Sequence[Example], files: Mapping[str, str], lexicon: Lexicon
) -> dict[str, Any]:
    return {
        "definition": _DEFINITION,
        "method": (
            "logistic regression over character n-grams (1-5), words and vocabulary marks, "
            "Platt-calibrated"
        ),
        "seed": SEED,
        "thresholds": {"name": SURE_NAME, "title": SURE_TITLE},
        "training_files_sha256": files,
        "vocabulary_sha256": lexicon.fingerprint(),
        "words": {kind: list(lexicon.kinds.values()).count(kind) for kind in Kind},
        "examples": len(examples),
        "food_share": round(sum(e.is_food for e in examples) / len(examples), 4),
        "limits": _LIMITS,
    }


if __name__ == "__main__":
    raise SystemExit(main())
