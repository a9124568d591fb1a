"""Judges a food model on names it did not learn from: grouped folds and left-out sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from sklearn.metrics import accuracy_score, brier_score_loss, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from eats_desktop.classify.food import SURE_NAME, SURE_TITLE
from eats_desktop.classify.names import normalised
from eats_desktop.classify.training_data import Example, Shelf, nicknames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FOLDS = 5


class Scorer(Protocol):
    def scores(self, names: Sequence[str]) -> Any: ...

    def supplement_scores(self, names: Sequence[str]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """Scores of names, and of short forms of them that their fold's training did not hold."""

    examples: Sequence[Example]
    scores: Any
    supplement_scores: Any
    short: Sequence[Example]
    short_scores: Any

    @property
    def truth(self) -> Any:
        return labels(self.examples)

    def nicknames(self, platt: tuple[float, float]) -> dict[str, Any]:
        """Return how short forms are decided, as names and by the stricter rule of titles."""
        truth = labels(self.short)
        chances = probability(platt[0] * self.short_scores + platt[1])
        return {
            "nicknames": decisions(truth, chances >= SURE_NAME),
            "nicknames_as_titles": decisions(truth, chances >= SURE_TITLE),
        }


def out_of_fold(
    examples: Sequence[Example], learn: Callable[[Sequence[Example]], Scorer]
) -> Judged:
    """Five folds in which no normalised name stands on both sides."""
    groups = [normalised(e.name) for e in examples]
    scores, supplement_scores = np.zeros(len(examples)), np.zeros(len(examples))
    short: list[Example] = []
    short_scores: list[Any] = []
    for train, test in GroupKFold(_FOLDS).split(examples, labels(examples), groups):
        taught, asked = [examples[i] for i in train], [examples[i] for i in test]
        model = learn(taught)
        scores[test] = model.scores([e.name for e in asked])
        supplement_scores[test] = model.supplement_scores([e.name for e in asked])
        known = {normalised(e.name) for e in (*taught, *nicknames(taught))}
        new = [e for e in nicknames(asked) if normalised(e.name) not in known]
        short.extend(new)
        short_scores.append(model.scores([e.name for e in new]) if new else np.zeros(0))
    return Judged(examples, scores, supplement_scores, short, np.concatenate(short_scores))


def held_out(
    examples: Sequence[Example], source: str, learn: Callable[[Sequence[Example]], Scorer]
) -> Judged:
    """Train without one source, ask for it: what another retailer's names would give."""
    asked = [e for e in examples if e.source == source]
    names = {normalised(e.name) for e in asked}
    model = learn([e for e in examples if e.source != source and normalised(e.name) not in names])
    written = [e.name for e in asked]
    return Judged(asked, model.scores(written), model.supplement_scores(written), (), np.zeros(0))


def supplements(judged: Judged, chances: Any, supplement_chances: Any, asked: Any) -> Any:
    """Return how health supplements are told from food and from other things."""
    truth = np.array([e.shelf is Shelf.SUPPLEMENT for e in judged.examples], dtype=bool)
    guess = (chances < 0.5) & (supplement_chances >= 0.5)
    return decisions(truth[asked], guess[asked])


def metrics(truth: Any, chances: Any) -> dict[str, float]:
    """A source of one class only has a recall and no F1 or AUC."""
    guess = chances >= 0.5
    if truth.all():
        return {"n": len(truth), "recall": round(float(guess.mean()), 4)}
    return {
        "n": len(truth),
        "accuracy": round(float(accuracy_score(truth, guess)), 4),
        "macro_f1": round(float(f1_score(truth, guess, average="macro")), 4),
        "auc": round(float(roc_auc_score(truth, chances)), 4),
        "brier": round(float(brier_score_loss(truth, chances)), 4),
    }


def probability(scores: Any) -> Any:
    return 1 / (1 + np.exp(-scores))


def decisions(truth: Any, guess: Any) -> dict[str, float]:
    return {
        "n": len(truth),
        "accuracy": round(float((guess == truth).mean()), 4),
        "precision": round(float(truth[guess].mean()), 4) if guess.any() else 0.0,
        "recall": round(float(guess[truth].mean()), 4) if truth.any() else 0.0,
    }


def labels(examples: Sequence[Example]) -> Any:
    return np.array([e.is_food for e in examples], dtype=bool)
