"""What is typed is read as words, first sounds, an unfinished syllable, an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eats_desktop.domain.amount import Amount, Unit
from eats_desktop.search.query import WordKind, other_keyboard, still_typing, understood


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("김치찌개", [("김치찌개", WordKind.TEXT)]),
        ("돼지  고기", [("돼지", WordKind.TEXT), ("고기", WordKind.TEXT)]),
        ("ㄱㅊㅉㄱ", [("ㄱㅊㅉㄱ", WordKind.SOUNDS)]),
        ("ㄳ", [("ㄱㅅ", WordKind.SOUNDS)]),
        ("ㄱ", [("ㄱ", WordKind.OPEN)]),
        ("김ㅊ", [("김ㅊ", WordKind.OPEN)]),
        ("ㄱㅣㅁㅊㅣ", [("김치", WordKind.TEXT)]),
        ("ㄱㅊ 찌개", [("ㄱㅊ", WordKind.SOUNDS), ("찌개", WordKind.TEXT)]),
        ("[들녘] 쌀!", [("들녘", WordKind.TEXT), ("쌀", WordKind.TEXT)]),
        ("100%", [("100%", WordKind.TEXT)]),
        ("...", []),
    ],
)
def test_words(typed, words):
    assert [(word.text, word.kind) for word in understood(typed).words] == words


@pytest.mark.parametrize(
    ("typed", "total", "unit", "rest"),
    [
        ("쌀 10kg", 10000, Unit.GRAM, "쌀"),
        ("쌀 10 ㎏", 10000, Unit.GRAM, "쌀"),
        ("1.5l 우유", 1500, Unit.MILLILITRE, "우유"),
        ("우유 900ml", 900, Unit.MILLILITRE, "우유"),
    ],
)
def test_an_amount_beside_words_is_an_amount(typed, total, unit, rest):
    query = understood(typed)
    assert query.amount == Amount(Decimal(total), unit, None)
    assert query.text == rest


@pytest.mark.parametrize("typed", ["10kg", "고등어 8팩", "비타민c 0g"])
def test_what_is_no_amount_beside_words_stays_a_word(typed):
    query = understood(typed)
    assert query.amount is None
    assert query.text == typed


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("rlaclWlro", "김치찌개"),
        ("rlacl Wlro", "김치 찌개"),
        ("ㅔㅑㅋㅋㅁ", "pizza"),
        ("usb", None),
        ("김치 5kg", None),
        ("", None),
    ],
)
def test_the_other_keyboard(typed, other):
    assert other_keyboard(typed) == other


def test_only_a_whole_last_syllable_may_go_on():
    assert still_typing(understood("돼짘")).words[0].kind is WordKind.OPEN
    assert still_typing(understood("김ㅊ")) is None
    assert still_typing(understood("rlacl")) is None
