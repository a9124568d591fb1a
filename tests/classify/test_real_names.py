"""Measures the shipped model on real names; its card tells what folds without them gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eats_desktop.classify.food import CARD, WORDS
from eats_desktop.classify.lexicon import Lexicon
from eats_desktop.classify.training_data import contradicts, load_examples, nicknames

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not here"),
]


@pytest.fixture(scope="module")
def examples():
    return load_examples(DATA)[0]


def share_right(reading, examples):
    return sum(reading(e.name).is_food == e.is_food for e in examples) / len(examples)


def test_the_card_names_the_data_it_was_trained_on(model_folder):
    card = json.loads((model_folder / CARD).read_text(encoding="utf-8"))
    assert card["training_files_sha256"] == load_examples(DATA)[1]


def test_names_people_labelled_are_read_as_they_said(classifier, examples, model_folder):
    lexicon = Lexicon.parse((model_folder / WORDS).read_text(encoding="utf-8"))
    labelled = [e for e in examples if e.source == "tv_labels" and not contradicts(e, lexicon)]
    assert share_right(classifier.read, labelled) >= 0.985


def test_hardly_anything_else_reaches_the_food_titles(classifier, examples):
    short = nicknames([e for e in examples if e.source in ("tv_labels", "tv_titles")])
    as_food = [e for e in short if classifier.read_title(e.name).is_food]
    assert len(as_food) >= 250
    assert sum(e.is_food for e in as_food) / len(as_food) >= 0.93


def test_folds_without_a_name_read_it_well(model_folder):
    figures = json.loads((model_folder / CARD).read_text(encoding="utf-8"))["metrics"]
    assert figures["grouped_folds_within_definition"]["accuracy"] >= 0.985
    assert figures["grouped_folds"]["accuracy"] >= 0.983
    assert figures["nicknames_as_titles"]["precision"] >= 0.93
