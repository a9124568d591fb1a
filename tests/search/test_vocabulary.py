"""Completing and correcting over a small vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.hangul import first_sounds, letters
from eats_desktop.domain.search import Term
from eats_desktop.search.vocabulary import Vocabulary

WORDS = {
    "김치": 90, "김치찌개": 50, "감자": 40, "고춧가루": 30, "고추장": 35, "닭가슴살": 25,
    "주꾸미": 20, "된장찌개": 45, "대파": 60, "단호박": 15, "육개장": 12, "떡볶이": 44,
    "낙지볶음": 9, "순두부찌개": 8, "배추김치": 33, "돼지고기": 31,
}  # fmt: skip


def term(word, count=1):
    return Term(word, letters(word), first_sounds(word), count)


@pytest.fixture
def words():
    return Vocabulary(term(word, count) for word, count in WORDS.items())


def texts(terms):
    return [each.text for each in terms]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("감쟈", "감자"),
        ("고츄가루", "고춧가루"),
        ("닭갸슴살", "닭가슴살"),
        ("쭈꾸미", "주꾸미"),
        ("된쟝찌게", "된장찌개"),
        ("육계장", "육개장"),
        ("떡뽁이", "떡볶이"),
        ("낙볶지음", "낙지볶음"),
        ("순두찌개", "순두부찌개"),
        ("꼬추장", "고추장"),
    ],
)
def test_a_typo_means_the_nearest_word(words, typed, meant):
    assert words.near(typed)[0][0].text == meant


def test_a_word_is_never_near_what_it_does_not_resemble(words):
    assert words.near("대파") == []


def test_what_sounds_alike_is_half_a_slip(words):
    assert words.near("육계장")[0][1] == 0.5


def test_words_are_completed_the_commonest_first(words):
    assert texts(words.starting(letters("김"), 5)) == ["김치", "김치찌개"]
    assert texts(words.starting(letters("고ㅊ"), 5)) == ["고추장", "고춧가루"]
    assert texts(words.sounding("ㄱㅊ", 5)) == ["김치", "김치찌개", "고추장", "고춧가루"]
    assert texts(words.holding("찌개", 5)) == ["김치찌개", "된장찌개", "순두부찌개"]


def test_a_beginning_with_a_slip_is_completed(words):
    assert texts(words.near_start(letters("됀장ㅉ"), 3)) == ["된장찌개"]


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_a_word_with_one_letter_missing_is_still_meant(word, data):
    apart = letters(word)
    at = data.draw(st.integers(0, len(apart) - 1))
    mistyped = apart[:at] + apart[at + 1 :]
    near = Vocabulary(term(each, count) for each, count in WORDS.items()).near(mistyped)
    assert word in texts(term for term, _ in near)
