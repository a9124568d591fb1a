"""The parts of the training that need no torch: reading, pairs, pieces."""

from __future__ import annotations

import random

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.embed_training.pairs import PairMaker, with_other_name
from eats_desktop.embed_training.segmenting import DroppingSegmenter, trained_tokenizer
from eats_desktop.embed_training.texts import FILES, Corpus, Recipe, cleaned, read_phrases
from eats_desktop.embed_training.typing_errors import mistyped

LEXICON = """
category = "달걀"
["달걀"]
kind = "ingredient"
"달걀" = { also = "계란", sorts = "왕란" }
"""
CORPUS = Corpus(
    recipes=(Recipe("달걀말이", ("달걀", "당근", "대파"), "도시락에 좋아요"),),
    products=("[들샘] 무항생제 왕란 30구 x 2판",),
    programmes=(("들샘왕란", "무항생제 왕란"),),
)


@pytest.fixture
def lexicon(tmp_path):
    (tmp_path / "eggs.toml").write_text(LEXICON, encoding="utf-8")
    return FoodLexicon.load(tmp_path)


@pytest.fixture
def pairs(lexicon):
    return PairMaker(CORPUS, lexicon, (("달걀찜", "폭신한 달걀"),))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("[방송에서만] 제주 은갈치 10마리+2마리 (총 3kg)", "제주 은갈치"),
        ("명품안동소주 45도 400ml", "명품안동소주 45도"),
        ("만두 1.2kg x 4봉 / 무료배송", "만두 무료배송"),
    ],
)
def test_a_product_name_is_read_without_tags_and_amounts(name, plain):
    assert cleaned(name) == plain


def test_crawled_recipe_text_is_never_read():
    assert not [name for name in FILES if "mangae" in name or "TB_RECIPE" in name]


def test_the_same_dice_draw_the_same_pairs(pairs):
    assert pairs.epoch(1) == pairs.epoch(1)
    assert pairs.epoch(1) != pairs.epoch(2)


def test_pairs_tell_names_kinds_and_phrases(pairs):
    drawn = {frozenset(pair) for pair in pairs.epoch(3)}
    assert {"달걀", "계란"} in drawn
    assert {"왕란", "달걀"} in drawn
    assert {"달걀찜", "폭신한 달걀"} in drawn
    assert {"달걀말이", "계란말이"} in drawn
    assert {"달걀말이", "도시락에 좋아요"} in drawn


def test_a_title_is_said_again_with_another_name_of_its_food(lexicon):
    egg = lexicon.foods["달걀"]
    assert with_other_name("명란 계란찜", egg, random.Random(1)) == "명란 달걀찜"
    assert with_other_name("감자전", egg, random.Random(1)) == "감자전"


def test_a_typing_error_changes_a_text_but_not_its_length_by_much():
    dice = random.Random(5)
    for _ in range(200):
        wrong = mistyped("닭볶음탕", dice)
        assert abs(len(wrong) - 4) <= 1
    assert mistyped("BBQ 123", dice) == "BBQ 123"


def test_dropped_merges_cut_the_same_text_in_several_repeatable_ways():
    tokenizer = trained_tokenizer(["닭볶음탕 닭볶음밥 볶음밥 닭갈비"] * 20)
    one, two = DroppingSegmenter(tokenizer, 7), DroppingSegmenter(tokenizer, 7)
    cuts = [one.ids("닭볶음탕") for _ in range(40)]
    assert cuts == [two.ids("닭볶음탕") for _ in range(40)]
    assert len({tuple(cut) for cut in cuts}) > 1
    pieces = {i: piece for piece, i in tokenizer.get_vocab().items()}
    assert {"".join(pieces[i] for i in cut) for cut in cuts} == {"닭볶음탕"}


def test_without_dropped_merges_the_cut_is_the_tokenizers_own(monkeypatch):
    monkeypatch.setattr("eats_desktop.embed_training.segmenting._DROPOUT", 0.0)
    tokenizer = trained_tokenizer(["닭볶음탕 닭볶음밥 볶음밥 닭갈비 감자탕"] * 20)
    segmenter = DroppingSegmenter(tokenizer, 1)
    for text in ("닭볶음탕", "감자볶음 닭탕", "모르는 글"):
        known = [i for i in tokenizer.encode(text).ids if i != 1]
        assert segmenter.ids(text) == known


def test_our_phrases_say_each_meaning_in_at_least_two_ways():
    phrases = read_phrases()
    assert all(len(group) >= 2 and all(group) for group in phrases)
    said = [text for group in phrases for text in group]
    assert sorted(said) == sorted(set(said))
