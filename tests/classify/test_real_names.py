"""Measures the shipped model on real names; its card tells what folds without them gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eats_desktop.classify.food import SUPPLEMENT
from eats_desktop.classify.linear import CARD
from eats_desktop.classify.training_data import Shelf, contradicts, load_examples, nicknames
from eats_desktop.domain.food import FoodKind

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


def test_names_people_labelled_are_read_as_they_said(classifier, examples, vocabulary):
    labelled = [e for e in examples if e.source == "tv_labels" and not contradicts(e, vocabulary)]
    assert share_right(classifier.read, labelled) >= 0.985


def test_hardly_anything_else_reaches_the_food_titles(classifier, examples, vocabulary):
    aired = [e for e in examples if e.source in ("tv_labels", "tv_titles")]
    short = nicknames([e for e in aired if not contradicts(e, vocabulary)])
    as_food = [e for e in short if classifier.read_title(e.name).is_food]
    assert len(as_food) >= 250
    assert sum(e.is_food for e in as_food) / len(as_food) >= 0.94


def test_health_supplements_are_told_from_food_and_things(classifier, examples, vocabulary):
    shelved = [e for e in examples if e.source == "tv_categories"]
    known = [e for e in shelved if not contradicts(e, vocabulary)]
    told = {e.name for e in known if classifier.read(e.name).kind is FoodKind.SUPPLEMENT}
    right = {e.name for e in known if e.shelf is Shelf.SUPPLEMENT}
    assert len(told & right) / len(told) >= 0.97
    assert len(told & right) / len(right) >= 0.97


def test_folds_without_a_name_read_it_well(model_folder):
    figures = json.loads((model_folder / CARD).read_text(encoding="utf-8"))["metrics"]
    assert figures["grouped_folds"]["as_labelled"]["macro_f1"] >= 0.974
    assert figures["grouped_folds"]["judged_labels_left_out"]["macro_f1"] >= 0.984
    assert figures["grouped_folds"]["within_definition"]["macro_f1"] >= 0.985
    assert figures["nicknames_as_titles"]["precision"] >= 0.949
    assert figures["nicknames_as_titles"]["recall"] >= 0.763


@pytest.mark.parametrize("source", ["tv_categories", "tv_labels", "tv_titles"])
def test_a_source_left_out_whole_is_read_well(model_folder, source):
    figures = json.loads((model_folder / CARD).read_text(encoding="utf-8"))["metrics"]
    assert figures[f"without_{source}"]["within_definition"]["macro_f1"] >= 0.965
    assert figures[f"without_{source}"]["judged_labels_left_out"]["macro_f1"] >= 0.95


def test_folds_tell_health_supplements(models):
    figures = json.loads((models / SUPPLEMENT / CARD).read_text(encoding="utf-8"))["metrics"]
    assert figures["grouped_folds"]["within_definition"]["precision"] >= 0.97
    assert figures["grouped_folds"]["within_definition"]["recall"] >= 0.92
