"""Keeps the features of every name once, so that many models can learn from parts of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eats_desktop.classify.features import Features

_MOST_STEPS = 400
_PRECISION = 1e-4


class FeatureTable:
    """Names as sparse rows; a feature's column is the order in which it was first seen."""

    def __init__(self, features: Callable[[str], Features]) -> None:
        self._features = features
        self._columns: dict[str, int] = {}
        self._rows: dict[str, tuple[Any, Any]] = {}

    @property
    def names(self) -> Sequence[str]:
        """Return the features in the order of the columns."""
        return tuple(self._columns)

    def rows(self, names: Sequence[str]) -> Any:
        """Return the names' features, as many columns as are known by then."""
        rows = [self._row(name) for name in names]
        starts = np.concatenate(([0], np.cumsum([len(columns) for columns, _ in rows])))
        columns = np.concatenate([columns for columns, _ in rows] or [np.zeros(0, np.int32)])
        values = np.concatenate([values for _, values in rows] or [np.zeros(0, np.float32)])
        return csr_matrix((values, columns, starts), shape=(len(rows), len(self._columns)))

    def _row(self, name: str) -> tuple[Any, Any]:
        """Sort the features: a set's order differs between runs, and sums of floats with it."""
        row = self._rows.get(name)
        if row is None:
            known = self._columns
            found = sorted(self._features(name).values().items())
            columns = [known.setdefault(feature, len(known)) for feature, _ in found]
            row = np.array(columns, np.int32), np.array([v for _, v in found], np.float32)
            self._rows[name] = row
        return row


class TaughtModel:
    """A logistic regression over the table's features."""

    def __init__(
        self,
        table: FeatureTable,
        names: Sequence[str],
        labels: Sequence[bool],
        *,
        strength: float,
        seed: int,
    ) -> None:
        self._table = table
        self.regression = LogisticRegression(
            C=strength,
            class_weight="balanced",
            max_iter=_MOST_STEPS,
            tol=_PRECISION,
            random_state=seed,
        )
        self.regression.fit(table.rows(names), np.array(labels))

    @property
    def features(self) -> Sequence[str]:
        return self._table.names[: self.regression.coef_.shape[1]]

    def scores(self, names: Sequence[str]) -> Any:
        """Return one score a name; features that no taught name has count nothing."""
        known = self.regression.coef_.shape[1]
        return self.regression.decision_function(self._table.rows(names)[:, :known])

    def probabilities(self, names: Sequence[str]) -> Any:
        return 1 / (1 + np.exp(-self.scores(names)))
