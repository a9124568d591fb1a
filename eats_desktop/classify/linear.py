"""A trained linear model as files: weights (weights.json.gz) and what its card says (card.json).

p = 1 / (1 + exp(-(slope · s + offset))), s = bias + sum of weights · feature values; slope and
offset are Platt's calibration. Weights are whole numbers: their sums do not depend on the order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eats_desktop.domain.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from eats_desktop.classify.features import Features

_SLICE = 2000
WEIGHTS = "weights.json.gz"
CARD = "card.json"
_FARTHEST = 30.0


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`scale` is what a weight of one is worth; `version` the beginning of the file's SHA-256."""

    weights: Mapping[str, int]
    scale: float
    bias: float
    slope: float
    offset: float
    version: str
    card: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path) -> LinearModel:
        """Read a trained model; ModelError when it is missing or not the one its card names."""
        try:
            card = json.loads((folder / CARD).read_text(encoding="utf-8"))
            packed = (folder / WEIGHTS).read_bytes()
        except OSError as exc:
            raise ModelError(f"판별 모델 파일이 없어요: {folder.name}") from exc
        digest = hashlib.sha256(packed).hexdigest()
        if digest != card["weights_sha256"]:
            raise ModelError(f"판별 모델 파일이 바뀌었어요: {folder.name}/{WEIGHTS}")
        model = json.loads(gzip.decompress(packed))
        return cls(
            _weights(model["features"].split("\n"), model["values"]),
            model["scale"],
            model["bias"],
            model["slope"],
            model["offset"],
            digest[:12],
            card,
        )

    def probability(self, features: Features) -> float:
        """Return the calibrated probability of a name with these features."""
        total = self._sum(features.marks) * features.mark
        if features.grams:
            total += self._sum(features.grams) / math.sqrt(len(features.grams))
        logit = self.slope * (self.bias + self.scale * total) + self.offset
        return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, logit))))

    def _sum(self, features: Iterable[str]) -> int:
        return sum(filter(None, map(self.weights.get, features)))


def _weights(features: Sequence[str], values: Sequence[int]) -> dict[str, int]:
    """Pair features and values a slice at a time: the whole at once (or as one JSON object) would
    keep the window's thread from the interpreter for up to 90 ms."""
    weights: dict[str, int] = {}
    for at in range(0, len(features), _SLICE):
        weights.update(zip(features[at : at + _SLICE], values[at : at + _SLICE], strict=True))
    return weights
