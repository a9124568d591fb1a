"""How words.toml is searched in a name: the longest noun wins."""

from __future__ import annotations

from collections import Counter

import pytest

from eats_desktop.classify.features import marks
from eats_desktop.classify.food import WORDS
from eats_desktop.classify.lexicon import Kind, Lexicon
from eats_desktop.classify.names import normalised

SMALL = Lexicon.parse(
    """
    [food]
    a = "국수 냄비우동 올리브오일 우동"
    [supplement]
    a = "오메가3 홍삼"
    [other]
    a = "냄비 국수기계"
    [neutral]
    a = "한국수산"
    """
)


def nouns(name):
    return [(noun.word, noun.kind.value) for noun in SMALL.find(normalised(name))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("통주물냄비", [("냄비", "other")]),
        ("해물냄비우동", [("냄비우동", "food")]),
        ("국수기계", [("국수기계", "other")]),
        ("국수 기계", [("국수기계", "other")]),
        ("홍삼국수", [("홍삼", "supplement"), ("국수", "food")]),
        ("한국수산", []),
        ("오메가6", [("오메가0", "supplement")]),
    ],
)
def test_the_longest_noun_wins(name, expected):
    assert nouns(name) == expected


def test_a_noun_fills_words_exactly_or_stays_inside_one():
    assert nouns("햇 올리브 오일 세트") == [("올리브오일", "food")]
    assert nouns("통국 수건") == []


def test_a_noun_closes_its_word_at_the_end_or_before_an_amount():
    assert [noun.closes for noun in SMALL.find(normalised("국수 국수10팩 국수면발"))] == [
        True,
        True,
        False,
    ]


def test_the_last_noun_is_the_head():
    assert SMALL.head("우동냄비") is Kind.OTHER
    assert SMALL.head("모르는 말") is None


def test_marks_tell_head_first_and_counts():
    assert set(marks("홍삼 국수 2종 우동", SMALL)) == {
        "~head:food.",
        "~first:supplement",
        "~food2",
        "~supplement1",
    }
    assert marks("모르는 말", SMALL) == ("~none",)


def test_one_syllable_words_are_refused():
    with pytest.raises(ValueError, match="too short: 국"):
        Lexicon({"국": Kind.FOOD})


def test_a_word_has_one_kind():
    with pytest.raises(ValueError, match="two kinds claim the word: 쿠션"):
        Lexicon.parse('[food]\na = "쿠션"\n[other]\na = "쿠션"')


def test_the_shipped_vocabulary_is_broad(model_folder):
    lexicon = Lexicon.parse((model_folder / WORDS).read_text(encoding="utf-8"))
    counts = Counter(lexicon.kinds.values())
    assert counts[Kind.OTHER] >= 600
    assert counts[Kind.SUPPLEMENT] >= 150
    assert counts[Kind.FOOD] >= 700
