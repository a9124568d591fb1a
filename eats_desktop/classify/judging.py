"""Judges a food model on names it did not learn from: grouped folds and left-out sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from sklearn.metrics import accuracy_score, brier_score_loss, f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from eats_desktop.classify.food import title_is_food
from eats_desktop.classify.names import normalised
from eats_desktop.classify.training_data import Example, contradicts, nicknames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from eats_desktop.classify.lexicon import Lexicon

_FOLDS = 5


class Scorer(Protocol):
    def scores(self, names: Sequence[str]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """Scores of names, and of short forms of them that their fold's training did not hold."""

    examples: Sequence[Example]
    scores: Any
    short: Sequence[Example]
    short_scores: Any

    @property
    def truth(self) -> Any:
        return _labels(self.examples)

    def figures(
        self, platt: tuple[float, float], lexicon: Lexicon, trusted: Set[str]
    ) -> dict[str, dict[str, float]]:
        """Return the figures of all names, of those whose labels people set, and of nicknames.

        `within_definition` leaves out the names whose label goes against our definition.
        """
        chances = probability(platt[0] * self.scores + platt[1])
        sure = np.array([e.source in trusted for e in self.examples])
        defined = np.array([not contradicts(e, lexicon) for e in self.examples])
        short_truth = _labels(self.short)
        short = probability(platt[0] * self.short_scores + platt[1])
        as_titles = np.array(
            [
                title_is_food(float(p), lexicon.head(e.name))
                for e, p in zip(self.short, short, strict=True)
            ],
            dtype=bool,
        )
        return {
            "grouped_folds": metrics(self.truth, chances),
            "grouped_folds_within_definition": metrics(self.truth[defined], chances[defined]),
            "grouped_folds_trusted": metrics(self.truth[sure], chances[sure]),
            "trusted_within_definition": metrics(
                self.truth[sure & defined], chances[sure & defined]
            ),
            "nicknames": _decisions(short_truth, short >= 0.5),
            "nicknames_as_titles": _decisions(short_truth, as_titles),
        }


def out_of_fold(
    examples: Sequence[Example], learn: Callable[[Sequence[Example]], Scorer]
) -> Judged:
    """Five folds in which no normalised name stands on both sides."""
    groups = [normalised(e.name) for e in examples]
    scores = np.zeros(len(examples))
    short: list[Example] = []
    short_scores: list[Any] = []
    for train, test in GroupKFold(_FOLDS).split(examples, _labels(examples), groups):
        taught, asked = [examples[i] for i in train], [examples[i] for i in test]
        model = learn(taught)
        scores[test] = model.scores([e.name for e in asked])
        known = {normalised(e.name) for e in (*taught, *nicknames(taught))}
        new = [e for e in nicknames(asked) if normalised(e.name) not in known]
        short.extend(new)
        short_scores.append(model.scores([e.name for e in new]) if new else np.zeros(0))
    return Judged(examples, scores, short, np.concatenate(short_scores))


def held_out(
    examples: Sequence[Example], source: str, learn: Callable[[Sequence[Example]], Scorer]
) -> dict[str, float]:
    """Train without one source, judge on it: what another retailer's names would give."""
    test = [e for e in examples if e.source == source]
    names = {normalised(e.name) for e in test}
    train = [e for e in examples if e.source != source and normalised(e.name) not in names]
    return metrics(_labels(test), probability(learn(train).scores([e.name for e in test])))


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


def _decisions(truth: Any, guess: Any) -> dict[str, float]:
    return {
        "n": len(truth),
        "accuracy": round(float((guess == truth).mean()), 4),
        "precision": round(float(truth[guess].mean()), 4) if guess.any() else 0.0,
        "recall": round(float(guess[truth].mean()), 4) if truth.any() else 0.0,
    }


def _labels(examples: Sequence[Example]) -> Any:
    return np.array([e.is_food for e in examples], dtype=bool)
