"""A model folder is read as a whole: weights its card does not name are refused, words are not."""

from __future__ import annotations

import json
import shutil

import pytest

from eats_desktop.classify.food import FOOD, SUPPLEMENT, SURE_NAME, SURE_TITLE, LinearFoodClassifier
from eats_desktop.classify.kind import KIND, KindModel
from eats_desktop.classify.lexicon import WORDS, Lexicon, ListedWords
from eats_desktop.classify.linear import CARD, WEIGHTS
from eats_desktop.domain.errors import ModelError


@pytest.fixture
def copied(models, tmp_path):
    for name in (FOOD, SUPPLEMENT, KIND):
        shutil.copytree(models / name, tmp_path / name)
    return tmp_path


def loaded(models, food_lexicon):
    listed = ListedWords.load(models / FOOD)
    return LinearFoodClassifier.load(models, Lexicon(food_lexicon, listed)), KindModel.load(
        models / KIND, food_lexicon
    )


@pytest.mark.parametrize("name", [FOOD, SUPPLEMENT, KIND])
def test_a_shipped_model_is_small_and_the_one_its_card_names(models, name):
    card = json.loads((models / name / CARD).read_text(encoding="utf-8"))
    assert len(card["weights_sha256"]) == len(card["vocabulary_sha256"]) == 64
    assert sum(path.stat().st_size for path in (models / name).iterdir()) <= 1_500_000


def test_the_card_tells_the_thresholds(model_folder):
    card = json.loads((model_folder / CARD).read_text(encoding="utf-8"))
    assert card["thresholds"]["name"] == SURE_NAME
    assert card["thresholds"]["title"] == SURE_TITLE


@pytest.mark.parametrize("name", [FOOD, SUPPLEMENT, KIND])
def test_changed_weights_are_refused(copied, food_lexicon, name):
    body = bytearray((copied / name / WEIGHTS).read_bytes())
    body[-1] ^= 1
    (copied / name / WEIGHTS).write_bytes(body)
    with pytest.raises(ModelError, match=WEIGHTS):
        loaded(copied, food_lexicon)


def test_a_word_changed_after_training_is_read_as_another_version(copied, food_lexicon, classifier):
    path = copied / FOOD / WORDS
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace(" 프라이팬 ", " 후라이빵 "), encoding="utf-8")
    changed, _ = loaded(copied, food_lexicon)
    assert changed.version != classifier.version
    assert "후라이빵" in changed.vocabulary.kinds
    assert not changed.read("코팅 후라이빵").is_food


def test_line_ends_of_another_system_change_nothing(copied, food_lexicon, classifier):
    path = copied / FOOD / WORDS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    changed, _ = loaded(copied, food_lexicon)
    assert changed.version == classifier.version


def test_an_unreadable_word_list_is_named(copied, food_lexicon):
    (copied / FOOD / WORDS).write_text('[other]\na = "국"\n', encoding="utf-8")
    with pytest.raises(ModelError, match=WORDS):
        loaded(copied, food_lexicon)


@pytest.mark.parametrize("name", [FOOD, SUPPLEMENT, KIND])
@pytest.mark.parametrize("file", [CARD, WEIGHTS])
def test_a_missing_file_is_named_as_a_missing_model(copied, food_lexicon, name, file):
    (copied / name / file).unlink()
    with pytest.raises(ModelError, match="없어요"):
        loaded(copied, food_lexicon)


def test_a_missing_word_list_is_named(copied, food_lexicon):
    (copied / FOOD / WORDS).unlink()
    with pytest.raises(ModelError, match="없어요"):
        loaded(copied, food_lexicon)
