"""Figures of the evaluation sets that lie beside the project must not fall below these floors.

A floor is the figure of the committed state less about one hundredth.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from eats_desktop.app.bench import quality

SETS = Path(__file__).resolve().parents[3] / "shared" / "eval"
RECALL = {
    "T1a": 0.73,
    "T1b-kw": 0.69,
    "T1b-pr": 0.445,
    "T2a": 0.955,
    "T2b": 0.74,
    "T3c": 0.95,
    "T3g": 0.93,
    "T4": 0.95,
    "T4h": 0.94,
}

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SETS.is_dir(), reason="the evaluation sets are not beside the project"),
]


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    return quality.scores(tmp_path_factory.mktemp("quality"), SETS)


@pytest.mark.parametrize("task", RECALL)
def test_recall_at_ten_stays_above_its_floor(scores, task):
    assert scores[task].recall >= RECALL[task]


def test_counterparts_are_found_and_right(scores):
    assert scores["T1a"].answered >= 0.95
    assert scores["T1a"].precision >= 0.81
