"""Trains 식재료 / 완제품: python -m eats_desktop.classify.train_kind --data DIR [--resources DIR].

Taught by labels people set (a broadcaster's names, a grocery's item types, a mall's shelves), by
every word of our own lexicon, and by mall names whose head food the lexicon knows; labels against
our definition are not taught. Judged on the people's labels only, in folds that keep a name on one
side and with each source left out whole.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.model_selection import GroupKFold

from eats_desktop.classify.feature_table import FeatureTable, TaughtModel
from eats_desktop.classify.food import FOOD
from eats_desktop.classify.judged_labels import JudgedLabels
from eats_desktop.classify.judging import metrics, probability
from eats_desktop.classify.kind import KIND, kind_features
from eats_desktop.classify.kind_data import (
    Labelled,
    by_lexicon,
    by_people,
    contradicts,
    file_hashes,
)
from eats_desktop.classify.lexicon import Lexicon, ListedWords
from eats_desktop.classify.names import normalised
from eats_desktop.classify.reading import NameReader
from eats_desktop.classify.written_model import calibration, write_model
from eats_desktop.domain.food import FoodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eats_desktop.classify.features import Features

SEED = 20261125
_STRENGTH = 50.0
_FOLDS = 5
_KEPT_WEIGHTS = 120_000
_TIMES_PEOPLE = 10
"""How often a person's label is taught for once of the lexicon's."""


class Judge:
    """Teaches parts of the people's labels with all of the lexicon's, and asks for the rest."""

    def __init__(self, resources: Path, data: Path) -> None:
        listed = ListedWords.load(resources / "models" / FOOD)
        self.reader = NameReader.load(resources / "food", listed.not_food)
        self._vocabulary = Lexicon(self.reader.lexicon, listed)
        self._doubted = JudgedLabels.load(resources / "models" / KIND)
        self.people = by_people(data)
        self.rule = by_lexicon(data, self.reader)
        self._table = FeatureTable(self._features)
        self._against = {e for e in self.people if contradicts(e, self.reader, self._vocabulary)}

    def model(self, people: Sequence[Labelled], asked: Sequence[Labelled] = ()) -> TaughtModel:
        """Teach a model that has seen none of the asked names."""
        hidden = {normalised(e.name) for e in asked}
        taught = [e for e in people if e not in self._against] * _TIMES_PEOPLE + self.rule
        kept = [e for e in taught if normalised(e.name) not in hidden]
        return TaughtModel(
            self._table,
            [e.name for e in kept],
            [e.is_ingredient for e in kept],
            strength=_STRENGTH,
            seed=SEED,
        )

    def out_of_fold(self) -> Any:
        scores = np.zeros(len(self.people))
        groups = [normalised(e.name) for e in self.people]
        for train, test in GroupKFold(_FOLDS).split(self.people, groups=groups):
            asked = [self.people[i] for i in test]
            model = self.model([self.people[i] for i in train], asked)
            scores[test] = model.scores([e.name for e in asked])
        return scores

    def calibrate(self, scores: Any) -> tuple[float, float]:
        defined = np.array([e not in self._against for e in self.people])
        truth = np.array([e.is_ingredient for e in self.people])
        return calibration(truth[defined], scores[defined])

    def figures(self, scores: Any, platt: tuple[float, float]) -> dict[str, Any]:
        chances = probability(platt[0] * scores + platt[1])
        told: dict[str, Any] = {"grouped_folds": self._told(self.people, chances)}
        told["rule_alone"] = self._of_rule()
        for source in sorted({e.source for e in self.people}):
            asked = [e for e in self.people if e.source == source]
            mine = np.array([e.source == source for e in self.people])
            told[f"grouped_folds_{source}"] = self._told(asked, chances[mine])
            model = self.model([e for e in self.people if e.source != source], asked)
            fresh = model.scores([e.name for e in asked])
            fresh = probability(platt[0] * fresh + platt[1])
            told[f"without_{source}"] = self._told(asked, fresh)
        return told

    def card(self, data: Path, figures: dict[str, Any]) -> dict[str, Any]:
        return {
            "model": "raw ingredient (식재료) / prepared food (완제품) by product name",
            "definition": "see eats_desktop/classify/kind.py",
            "method": (
                "logistic regression over character n-grams (1-5), words and what the lexicon "
                "says of the foods, Platt-calibrated"
            ),
            "seed": SEED,
            "training_files_sha256": file_hashes(data),
            "vocabulary_sha256": self._vocabulary.fingerprint(),
            "labels_by_people": len(self.people),
            "of_these_not_taught": len(self._against),
            "labels_by_lexicon": len(self.rule),
            "judged_labels": self._doubted.summary(),
            "metrics": figures,
        }

    def _told(self, asked: Sequence[Labelled], chances: Any) -> dict[str, Any]:
        truth = np.array([e.is_ingredient for e in asked])
        defined = np.array([e not in self._against for e in asked])
        agreed = np.array([not self._doubted.is_doubted(e.source, e.name) for e in asked])
        return {
            "as_labelled": metrics(truth, chances),
            "within_definition": metrics(truth[defined], chances[defined]),
            "judged_labels_left_out": metrics(truth[agreed], chances[agreed]),
        }

    def _of_rule(self) -> dict[str, Any]:
        """Return how right the lexicon's kind of the head food is, where it knows one."""
        told: dict[str, Any] = {}
        for key, rows in (
            ("as_labelled", self.people),
            ("within_definition", [e for e in self.people if e not in self._against]),
        ):
            kinds = [self.reader.read(e.name).kind for e in rows]
            right = [
                (kind is FoodKind.INGREDIENT) == e.is_ingredient
                for kind, e in zip(kinds, rows, strict=True)
                if kind is not None
            ]
            told[key] = {
                "n": len(right),
                "coverage": round(len(right) / len(rows), 4),
                "accuracy": round(sum(right) / len(right), 4),
            }
        return told

    def _features(self, name: str) -> Features:
        return kind_features(name, self.reader.read(name), self.reader.lexicon)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--resources", type=Path, default=Path("resources"))
    options = parser.parse_args(arguments)
    judge = Judge(options.resources, options.data)
    scores = judge.out_of_fold()
    platt = judge.calibrate(scores)
    figures = judge.figures(scores, platt)
    card = judge.card(options.data, figures)
    model = judge.model(judge.people)
    write_model(options.resources / "models" / KIND, model, platt, card, _KEPT_WEIGHTS)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
