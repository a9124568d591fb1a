"""Trains the food classifier: python -m eats_desktop.classify.train --data DIR [--out DIR].

Needs scikit-learn (dependency group "train"). Same data and seed give the same bytes.
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
from sklearn.metrics import accuracy_score, brier_score_loss, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from eats_desktop.classify.features import ngrams, normalised
from eats_desktop.classify.food import CARD, WEIGHTS
from eats_desktop.classify.training_data import (
    Example,
    load_examples,
    nicknames,
    with_unlabelled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 20261124
_STRENGTH = 30.0
_KEPT_WEIGHTS = 120_000
_FOLDS = 5


class _Model:
    """The linear model as trained: n-gram vectorizer and logistic regression."""

    def __init__(self, examples: Sequence[Example]) -> None:
        taught = [*examples, *nicknames(examples)]
        self.vectorizer = DictVectorizer(dtype=np.float32)
        features = self.vectorizer.fit_transform([_scaled(e.name) for e in taught])
        labels = np.array([e.is_food for e in taught])
        self.regression = LogisticRegression(
            C=_STRENGTH, class_weight="balanced", max_iter=400, random_state=SEED
        )
        self.regression.fit(features, labels)

    def probabilities(self, names: Sequence[str]) -> Any:
        features = self.vectorizer.transform([_scaled(name) for name in names])
        return self.regression.predict_proba(features)[:, 1]

    def scores(self, names: Sequence[str]) -> Any:
        features = self.vectorizer.transform([_scaled(name) for name in names])
        return self.regression.decision_function(features)


def _scaled(name: str) -> dict[str, float]:
    grams = ngrams(name)
    value = 1 / np.sqrt(max(len(grams), 1))
    return dict.fromkeys(sorted(grams), float(value))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("resources/models/food"))
    options = parser.parse_args(arguments)
    clean, files = load_examples(options.data)
    first = _Model(clean)
    examples = with_unlabelled(clean, options.data, first.probabilities)
    metrics = {
        "grouped_folds": _grouped(examples),
        **{
            f"without_{source}": _held_out(examples, source)
            for source in sorted({e.source for e in clean})
        },
    }
    model = _Model(examples)
    slope, offset = _calibration(examples)
    _write(options.out, model, (slope, offset), _card(examples, files, metrics))
    sys.stdout.write(json.dumps(metrics, indent=1) + "\n")
    return 0


def _grouped(examples: Sequence[Example]) -> dict[str, float]:
    """Five folds in which no normalised name stands on both sides."""
    truth, guess = _out_of_fold(examples)
    return _metrics(truth, 1 / (1 + np.exp(-guess)))


def _out_of_fold(examples: Sequence[Example]) -> tuple[Any, Any]:
    groups = [normalised(e.name) for e in examples]
    labels = np.array([e.is_food for e in examples])
    scores = np.zeros(len(examples))
    for train, test in GroupKFold(_FOLDS).split(examples, labels, groups):
        model = _Model([examples[i] for i in train])
        scores[test] = model.scores([examples[i].name for i in test])
    return labels, scores


def _held_out(examples: Sequence[Example], source: str) -> dict[str, float]:
    """Train without one source, judge on it: what another retailer's names would give."""
    test = [e for e in examples if e.source == source]
    names = {normalised(e.name) for e in test}
    train = [e for e in examples if e.source != source and normalised(e.name) not in names]
    model = _Model(train)
    return _metrics(
        np.array([e.is_food for e in test]), model.probabilities([e.name for e in test])
    )


def _metrics(truth: Any, probability: Any) -> dict[str, float]:
    """A source of one class only has a recall and no F1 or AUC."""
    guess = probability >= 0.5
    if truth.all():
        return {"n": len(truth), "recall": round(float(guess.mean()), 4)}
    return {
        "n": len(truth),
        "accuracy": round(float(accuracy_score(truth, guess)), 4),
        "macro_f1": round(float(f1_score(truth, guess, average="macro")), 4),
        "auc": round(float(roc_auc_score(truth, probability)), 4),
        "brier": round(float(brier_score_loss(truth, probability)), 4),
    }


def _calibration(examples: Sequence[Example]) -> tuple[float, float]:
    """Platt's two numbers, fitted on scores of folds that did not see the names."""
    truth, scores = _out_of_fold(examples)
    platt = LogisticRegression(C=1e6, random_state=SEED).fit(scores.reshape(-1, 1), truth)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])


def _write(folder: Path, model: _Model, platt: tuple[float, float], card: dict[str, Any]) -> None:
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
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(body)
    card["weights_sha256"] = hashlib.sha256(body).hexdigest()
    card["n_grams"] = len(whole)
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _card(
    examples: Sequence[Example], files: dict[str, str], metrics: dict[str, Any]
) -> dict[str, Any]:
    return {
        "model": "food / not food by product name",
        "definition": (
            "food: bought to be eaten or drunk as meal, ingredient, drink or snack; "
            "health supplements and everything else: not food"
        ),
        "method": "logistic regression over character n-grams (1-5) and words, Platt-calibrated",
        "seed": SEED,
        "training_files_sha256": files,
        "examples": len(examples),
        "food_share": round(sum(e.is_food for e in examples) / len(examples), 4),
        "metrics": metrics,
        "limits": (
            "labels of shops are noisy; names of one or two syllables and brand-only "
            "nicknames of programme guides are uncertain"
        ),
    }


if __name__ == "__main__":
    raise SystemExit(main())
