"""One folder, two readers: run in an environment with the extra `transformers`."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

from eats_desktop.domain.errors import ModelError
from eats_desktop.paths import resources
from eats_desktop.search.static_embedder import CARD, StaticEmbedder
from eats_desktop.search.transformers_embedder import SentenceTransformersEmbedder

SHIPPED = resources() / "models" / "embedder"
HAS_EXTRA = importlib.util.find_spec("sentence_transformers") is not None
TEXTS = (
    "김치찌개",
    "",
    "[방송에서만] 제주 은갈치 10마리 + 고등어 5팩",
    "   ",
    "Olive Oil 올리브유 ①",
    "𝌆",
    "닭볶음탕 " * 300,
)


@pytest.mark.skipif(not HAS_EXTRA, reason="needs the extra transformers")
@pytest.mark.filterwarnings("default")
def test_both_readers_give_the_same_rows():
    ours, theirs = StaticEmbedder.load(SHIPPED), SentenceTransformersEmbedder(SHIPPED)
    assert theirs.dimension == ours.dimension
    assert theirs.model_id != ours.model_id
    assert np.abs(ours.embed(TEXTS) - theirs.embed(TEXTS)).max() <= 1e-5


@pytest.mark.skipif(HAS_EXTRA, reason="the extra transformers is installed")
def test_without_the_extra_the_way_to_it_is_told(tmp_path):
    folder = tmp_path / "other-model"
    folder.mkdir()
    for file in SHIPPED.iterdir():
        if file.name != CARD:
            (folder / file.name).write_bytes(file.read_bytes())
    with pytest.raises(ModelError, match=r"eats-desktop\[transformers\]"):
        SentenceTransformersEmbedder(folder)
