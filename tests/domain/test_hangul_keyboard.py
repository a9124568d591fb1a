"""What the touch keyboard types, over every syllable and any order of keys."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from eats_desktop.domain.hangul import letters, typed_together
from eats_desktop.domain.hangul_keyboard import Layer, Typed, key_rows, spoken

SYLLABLES = [chr(code) for code in range(ord("가"), ord("힣") + 1)]
LAYERS = [(layer, shifted) for layer in Layer for shifted in (False, True)]
KEYS = "".join("".join(key_rows(layer, shifted=shifted)) for layer, shifted in LAYERS) + " "
hangul = st.text(st.sampled_from(SYLLABLES), max_size=8)
any_keys = st.text(st.sampled_from(KEYS), max_size=20)


NOTHING = Typed()


def typed(keys, start=NOTHING):
    return reduce(Typed.with_key, keys, start)


def test_every_syllable_is_typed_and_taken_back_letter_by_letter():
    for syllable in SYLLABLES:
        keys = letters(syllable)
        at = typed(keys)
        assert at.text == syllable
        for left in range(len(keys) - 1, -1, -1):
            at = at.without_last()
            assert at.text == typed_together(keys[:left])
        assert at == Typed()


def test_every_syllable_can_be_typed_with_the_keys_there_are():
    there = set(
        "".join(key_rows(Layer.HANGUL, shifted=False) + key_rows(Layer.HANGUL, shifted=True))
    )
    assert {key for syllable in SYLLABLES for key in letters(syllable)} <= there


@given(hangul)
def test_words_are_typed_whole(word):
    assert typed(letters(word)).text == word


@given(any_keys, any_keys)
def test_the_last_key_never_changes_what_is_settled(before, after):
    start = Typed(typed(before).text)
    assert typed(after, start).text.startswith(start.text)


@given(any_keys, st.sampled_from(KEYS))
def test_taking_back_undoes_a_key(before, key):
    at = typed(before)
    assert at.with_key(key).without_last().text == at.text


@given(any_keys)
def test_taking_back_ends_with_nothing_after_as_many_letters_as_there_are(keys):
    at = Typed(typed(keys).text)
    for _ in letters(at.text):
        at = at.without_last()
    assert at.text == ""


def test_a_vowel_takes_the_last_sound_along():
    assert [typed("ㄱㅏㅂㅅ"[:n]).text for n in range(1, 5)] == ["ㄱ", "가", "갑", "값"]
    assert typed("ㄱㅏㅂㅅㅣ").text == "갑시"
    assert typed("ㅇㅜㅓㄴ").text == "원"
    assert typed("ㄷㅏㄹㄱ ㄱㅏ2").text == "닭 가2"


def test_rows_are_ten_nine_and_seven_keys_and_each_has_a_name():
    for layer, shifted in LAYERS:
        rows = key_rows(layer, shifted=shifted)
        assert [len(row) for row in rows] == [10, 9, 7]
        assert all(spoken(key) for key in "".join(rows))
    assert [spoken(key) for key in "ㄱㅃㅏㅢQ?7"] == [
        "기역",
        "쌍비읍",
        "아",
        "의",
        "대문자 q",
        "물음표",
        "7",
    ]
