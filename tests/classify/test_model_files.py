"""The model folder is read as a whole: what its card does not name is refused."""

from __future__ import annotations

import json
import shutil

import pytest

from eats_desktop.classify.food import (
    CARD,
    SURE_NAME,
    SURE_TITLE,
    WEIGHTS,
    WORDS,
    LinearFoodClassifier,
)
from eats_desktop.domain.errors import ModelError


@pytest.fixture
def copied(model_folder, tmp_path):
    return shutil.copytree(model_folder, tmp_path / "food")


def test_the_shipped_model_is_the_one_its_card_names(model_folder):
    card = json.loads((model_folder / CARD).read_text(encoding="utf-8"))
    model = LinearFoodClassifier.load(model_folder)
    assert card["weights_sha256"].startswith(model.version)
    assert card["thresholds"]["name"] == SURE_NAME
    assert card["thresholds"]["title"] == SURE_TITLE


def test_changed_weights_are_refused(copied):
    body = bytearray((copied / WEIGHTS).read_bytes())
    body[-1] ^= 1
    (copied / WEIGHTS).write_bytes(body)
    with pytest.raises(ModelError, match=WEIGHTS):
        LinearFoodClassifier.load(copied)


def test_a_vocabulary_changed_after_training_is_refused(copied):
    words = (copied / WORDS).read_text(encoding="utf-8")
    (copied / WORDS).write_text(words.replace("프라이팬", "후라이빵"), encoding="utf-8")
    with pytest.raises(ModelError, match=WORDS):
        LinearFoodClassifier.load(copied)


def test_line_ends_of_another_system_change_nothing(copied):
    words = (copied / WORDS).read_bytes()
    (copied / WORDS).write_bytes(words.replace(b"\n", b"\r\n"))
    assert LinearFoodClassifier.load(copied).read("잔치국수").is_food


@pytest.mark.parametrize("name", [CARD, WEIGHTS, WORDS])
def test_a_missing_file_is_named_as_a_missing_model(copied, name):
    (copied / name).unlink()
    with pytest.raises(ModelError, match="없어요"):
        LinearFoodClassifier.load(copied)
