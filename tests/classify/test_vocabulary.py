"""How the food lexicon and words.toml together are searched in a name: the longest noun wins."""

from __future__ import annotations

from collections import Counter

import pytest

from eats_desktop.classify.features import marks
from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.classify.lexicon import Kind, Lexicon, ListedWords, claimed_twice
from eats_desktop.classify.names import normalised

FOODS = """
category = "밥"
role = "dish"

["면"]
kind = "prepared"
"국수" = { also = "잔치국수" }
"냄비우동" = {}
"우동" = {}
"국" = {}

["기름"]
kind = "ingredient"
"올리브오일" = { also = "올리브유" }
"라거" = {}
"""
REMEDIES = """
category = "건강식품"
role = "supplement"

["홍삼"]
kind = "supplement"
"홍삼정" = {}
"""
ROOTS = """
category = "뿌리"

["뿌리"]
kind = "ingredient"
"홍삼" = { also = "육년근" }
"""
WORDS = """
[supplement]
a = "오메가3"
despite_the_food_lexicon = "홍삼"
[other]
a = "냄비 국수기계"
[neutral]
a = "한국수산"
"""


def written(folder, *texts):
    for number, text in enumerate(texts):
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return FoodLexicon.load(folder)


@pytest.fixture
def few(tmp_path):
    return written(tmp_path, FOODS, REMEDIES, ROOTS)


@pytest.fixture
def small(few):
    return Lexicon(few, ListedWords.parse(WORDS))


def nouns(lexicon, name):
    return [(noun.word, noun.kind.value) for noun in lexicon.find(normalised(name))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("통주물냄비", [("냄비", "other")]),
        ("해물냄비우동", [("냄비우동", "food")]),
        ("국수기계", [("국수기계", "other")]),
        ("국수 기계", [("국수기계", "other")]),
        ("홍삼국수", [("홍삼", "supplement"), ("국수", "food")]),
        ("홍삼정 스틱", [("홍삼정", "supplement")]),
        ("한국수산", []),
        ("오메가6", [("오메가0", "supplement")]),
    ],
)
def test_the_longest_noun_wins(small, name, expected):
    assert nouns(small, name) == expected


def test_a_noun_fills_words_exactly_or_stays_inside_one(small):
    assert nouns(small, "햇 올리브 오일 세트") == [("올리브오일", "food")]
    assert nouns(small, "통국 수건") == []


def test_two_syllables_amid_unknown_ones_are_no_noun(small):
    assert nouns(small, "칼라거펠트") == []
    assert nouns(small, "칼라거") == [("라거", "food")]
    assert nouns(small, "냄비라거우동") == [("냄비", "other"), ("라거", "food"), ("우동", "food")]


def test_a_noun_closes_its_word_at_the_end_or_before_an_amount(small):
    closes = [noun.closes for noun in small.find(normalised("국수 국수10팩 국수면발"))]
    assert closes == [True, True, False]


def test_the_last_noun_is_the_head(small):
    assert small.head("우동냄비") is Kind.OTHER
    assert small.head("모르는 말") is None


def test_marks_tell_head_first_counts_and_foods(small):
    assert set(marks("육년근 국수 2종 올리브유", small)) == {
        "~head:food.",
        "~first:supplement",
        "~food2",
        "~supplement1",
        "~ends:food+food",
        "~role:dish:ingredient.",
        "~family:밥/기름",
        "~food:홍삼",
        "~food:국수",
        "~food:올리브오일",
    }
    assert marks("모르는 말", small) == ("~none",)


def test_words_of_one_syllable_stay_out(small):
    assert "국" not in small.kinds
    with pytest.raises(ValueError, match="too short: 국"):
        ListedWords.parse('[food]\na = "국"')


def test_a_listed_word_has_one_kind():
    with pytest.raises(ValueError, match="two kinds claim the word: 쿠션"):
        ListedWords.parse('[food]\na = "쿠션"\n[other]\na = "쿠션"')


def test_a_food_set_apart_is_so_in_all_its_writings(small):
    assert small.kinds["홍삼"] is small.kinds["육년근"] is Kind.SUPPLEMENT


def test_a_new_line_of_the_food_lexicon_counts_and_refuses_nothing(few):
    listed = ListedWords.parse('[other]\na = "우동 냄비"')
    assert Lexicon(few, listed).kinds["우동"] is Kind.FOOD
    assert claimed_twice(few, listed) == {"우동"}


def test_the_fingerprint_tells_the_words_and_not_their_order(few):
    one, two, three = (
        Lexicon(few, ListedWords.parse(f'[other]\na = "{words}"')).fingerprint()
        for words in ("냄비 이불", "이불 냄비", "이불")
    )
    assert one == two != three


@pytest.fixture(scope="module")
def listed(model_folder):
    return ListedWords.load(model_folder)


def test_no_shipped_word_is_claimed_twice(vocabulary, listed):
    assert claimed_twice(vocabulary.foods, listed) == frozenset()


def test_the_shipped_vocabulary_is_broad(vocabulary):
    counts = Counter(vocabulary.kinds.values())
    assert counts[Kind.OTHER] >= 1900
    assert counts[Kind.SUPPLEMENT] >= 700
    assert counts[Kind.FOOD] >= 15000
    assert min(map(len, vocabulary.kinds)) == 2
