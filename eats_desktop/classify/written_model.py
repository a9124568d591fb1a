"""Writes a trained linear model as the files linear.py reads, the same bytes every time."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from eats_desktop.classify.linear import CARD, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from eats_desktop.classify.feature_table import TaughtModel

_STEPS = 2000


def calibration(truth: Any, scores: Any) -> tuple[float, float]:
    """Platt's two numbers, fitted on scores of folds that did not see the names."""
    platt = LogisticRegression(C=1e6, random_state=0).fit(scores.reshape(-1, 1), truth)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])


def packed_weights(weights: Mapping[str, int], numbers: Mapping[str, float]) -> bytes:
    """Write features as one text of lines beside their values, which is read without a pause."""
    ordered = sorted(weights)
    document = {
        **numbers,
        "features": "\n".join(ordered),
        "values": [weights[feature] for feature in ordered],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return gzip.compress(text.encode(), 9, mtime=0)


def write_model(
    folder: Path, model: TaughtModel, platt: tuple[float, float], card: dict[str, Any], most: int
) -> None:
    """Write the strongest weights, at most `most`, as small integers; and the card with their
    hash."""
    names = model.features
    weights = model.regression.coef_[0]
    kept = np.argsort(-np.abs(weights), kind="stable")[:most]
    scale = float(np.abs(weights).max() / _STEPS)
    packed = {names[i]: round(float(weights[i]) / scale) for i in kept}
    whole = {feature: value for feature, value in packed.items() if value}
    numbers = {
        "scale": scale,
        "bias": float(model.regression.intercept_[0]),
        "slope": platt[0],
        "offset": platt[1],
    }
    body = packed_weights(whole, numbers)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(body)
    told = card | {"weights_sha256": hashlib.sha256(body).hexdigest(), "features": len(whole)}
    (folder / CARD).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
