"""Taking syllables apart and typing them together again, over all 11,172 of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.hangul import (
    first_sounds,
    from_latin_keys,
    letters,
    normalised,
    split_clusters,
    to_latin_keys,
    typed_together,
    with_particle,
)

SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
hangul = st.text(st.sampled_from(SYLLABLES), max_size=12)


def test_every_syllable_comes_back_from_its_letters():
    assert len(SYLLABLES) == 11172
    assert [typed_together(letters(each)) for each in SYLLABLES] == SYLLABLES


def test_every_syllable_comes_back_from_its_keys():
    assert [from_latin_keys(to_latin_keys(each)) for each in SYLLABLES] == SYLLABLES


@given(hangul)
def test_words_come_back_from_their_letters(word):
    assert typed_together(letters(word)) == word


@given(hangul)
def test_words_come_back_from_their_keys(word):
    assert from_latin_keys(to_latin_keys(word)) == word


@given(hangul)
def test_first_sounds_are_the_first_letters_of_syllables(word):
    assert first_sounds(word) == "".join(letters(syllable)[0] for syllable in word)


@given(hangul)
def test_text_of_a_file_system_is_written_as_typed(word):
    assert normalised(unicodedata.normalize("NFD", word)) == word


@given(st.text())
def test_writing_plainly_twice_changes_nothing(text):
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("김치", "rlacl"),
        ("김치찌개", "rlaclWlro"),
        ("떡볶이", "EjrqhRdl"),
        ("된장찌개", "ehlswkdWlro"),
        ("닭갈비", "ekfrrkfql"),
        ("삼겹살", "tkaruqtkf"),
        ("돼지고기", "ehowlrhrl"),
        ("계란말이", "rPfksakfdl"),
        ("꽃게탕", "Rhcrpxkd"),
        ("왕만두", "dhkdaksen"),
    ],
)
def test_keys_of_the_two_keyboards(word, keys):
    assert from_latin_keys(keys) == word
    assert to_latin_keys(word) == keys


def test_latin_typed_on_the_korean_keyboard_is_read_back():
    assert to_latin_keys("ㅔㅑㅋㅋㅁ") == "pizza"


def test_capital_keys_without_a_letter_of_their_own_are_small_ones():
    assert from_latin_keys("RLACL") == "낌치"


@pytest.mark.parametrize(
    ("typed", "apart"), [("ㄳ", "ㄱㅅ"), ("ㄳㅊ", "ㄱㅅㅊ"), ("값ㄵ", "값ㄴㅈ")]
)
def test_clusters_of_loose_letters_are_taken_apart(typed, apart):
    assert split_clusters(typed) == apart


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＡＢＣ 햅쌀", "abc 햅쌀"),
        ("5㎏", "5kg"),
        ("ㄱㅏ", "ㄱㅏ"),
        ("  김치\u3000 찌개 ", "김치 찌개"),
    ],
)
def test_writings_become_one(written, plain):
    assert normalised(written) == plain


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("김치", "김치로"),
        ("떡볶음", "떡볶음으로"),
        ("쌀", "쌀로"),
        ("pizza", "pizza로"),
        ("", "로"),
    ],
)
def test_the_particle_goes_with_the_last_sound(word, said):
    assert with_particle(word, "으로", "로") == said


def test_loose_letters_stay_loose_where_no_syllable_can_be():
    assert typed_together("ㄱㄱㅏㅏㄱ") == "ㄱ가ㅏㄱ"
