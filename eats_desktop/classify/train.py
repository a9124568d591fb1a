"""Trains the food classifier: python -m eats_desktop.classify.train --data DIR [--out DIR].

Needs scikit-learn (dependency group "train") and the vocabulary words.toml in the model folder.
Same data, vocabulary and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from eats_desktop.classify.features import features
from eats_desktop.classify.food import CARD, SURE_NAME, SURE_TITLE, WEIGHTS, WORDS
from eats_desktop.classify.judging import held_out, out_of_fold
from eats_desktop.classify.lexicon import Kind, Lexicon
from eats_desktop.classify.training_data import (
    Example,
    contradicts,
    load_examples,
    nicknames,
    vocabulary,
    with_unlabelled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 20261124
_STRENGTH = 30.0
_KEPT_WEIGHTS = 120_000


class Model:
    """The linear model as trained: vectorizer of the features and logistic regression."""

    def __init__(self, examples: Sequence[Example], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        named = [*examples, *nicknames(examples), *vocabulary(lexicon)]
        taught = [e for e in named if not contradicts(e, lexicon)]
        self.vectorizer = DictVectorizer(dtype=np.float32)
        vectors = self.vectorizer.fit_transform([self._features(e.name) for e in taught])
        labels = np.array([e.is_food for e in taught])
        self.regression = LogisticRegression(
            C=_STRENGTH, class_weight="balanced", max_iter=400, random_state=SEED
        )
        self.regression.fit(vectors, labels)

    def scores(self, names: Sequence[str]) -> Any:
        vectors = self.vectorizer.transform([self._features(name) for name in names])
        return self.regression.decision_function(vectors)

    def _features(self, name: str) -> dict[str, float]:
        """Return the features in one order in every run: sums of floats depend on it."""
        return dict(sorted(features(name, self._lexicon).items()))

    def probabilities(self, names: Sequence[str]) -> Any:
        return 1 / (1 + np.exp(-self.scores(names)))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("resources/models/food"))
    options = parser.parse_args(arguments)
    words = (options.out / WORDS).read_text(encoding="utf-8")
    lexicon = Lexicon.parse(words)

    def learn(examples: Sequence[Example]) -> Model:
        return Model(examples, lexicon)

    clean, files = load_examples(options.data)
    examples = with_unlabelled(clean, options.data, lexicon, learn(clean).probabilities)
    judged = out_of_fold(examples, learn)
    platt = _calibration(judged.truth, judged.scores)
    metrics = {
        **judged.figures(platt, lexicon, trusted={e.source for e in clean}),
        **{
            f"without_{source}": held_out(examples, source, learn)
            for source in sorted({e.source for e in clean})
        },
    }
    card = _card(examples, files, metrics)
    card["words_sha256"] = hashlib.sha256(words.encode()).hexdigest()
    card["words"] = {kind: list(lexicon.kinds.values()).count(kind) for kind in Kind}
    _write(options.out, learn(examples), platt, card)
    sys.stdout.write(json.dumps(metrics, indent=1) + "\n")
    return 0


def _calibration(truth: Any, scores: Any) -> tuple[float, float]:
    """Platt's two numbers, fitted on scores of folds that did not see the names."""
    platt = LogisticRegression(C=1e6, random_state=SEED).fit(scores.reshape(-1, 1), truth)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])


def _write(folder: Path, model: Model, platt: tuple[float, float], card: dict[str, Any]) -> None:
    names = model.vectorizer.feature_names_
    weights = model.regression.coef_[0]
    kept = sorted(np.argsort(-np.abs(weights), kind="stable")[:_KEPT_WEIGHTS])
    scale = float(np.abs(weights).max() / 2000)
    packed = {names[i]: round(float(weights[i]) / scale) for i in kept}
    whole = {gram: value for gram, value in packed.items() if value}
    document = {
        "scale": scale,
        "bias": float(model.regression.intercept_[0]),
        "slope": platt[0],
        "offset": platt[1],
        "weights": whole,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    body = gzip.compress(text.encode(), 9, mtime=0)
    (folder / WEIGHTS).write_bytes(body)
    card["weights_sha256"] = hashlib.sha256(body).hexdigest()
    card["features"] = len(whole)
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _card(
    examples: Sequence[Example], files: dict[str, str], metrics: dict[str, Any]
) -> dict[str, Any]:
    return {
        "model": "food / not food by product name",
        "definition": (
            "food: bought to be eaten or drunk as meal, ingredient, drink or snack, with juices "
            "of fruit and vegetables, honey, oils and teas; health supplements, extracts of "
            "animals or remedies and everything else: not food (words.toml lists them)"
        ),
        "method": (
            "logistic regression over character n-grams (1-5), words and vocabulary marks, "
            "Platt-calibrated"
        ),
        "seed": SEED,
        "thresholds": {"name": SURE_NAME, "title": SURE_TITLE, "title_with_food_noun": SURE_NAME},
        "training_files_sha256": files,
        "examples": len(examples),
        "food_share": round(sum(e.is_food for e in examples) / len(examples), 4),
        "metrics": metrics,
        "limits": (
            "labels of shops are noisy (an oil in sachets counts as supplement in one, as food "
            "in another); labels against the definition are not taught, but judged unless a "
            "figure says within_definition; titles of a brand alone are uncertain and not shown as "
            "food"
        ),
    }


if __name__ == "__main__":
    raise SystemExit(main())
