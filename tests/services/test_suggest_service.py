"""What is offered with every key."""

from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from tests.helpers.searching import document, searching

FOODS = """
category = "시험"
["김치"]
kind = "prepared"
"김치" = {}
"김치찌개" = {}
["해산물"]
kind = "ingredient"
"주꾸미" = { also = "쭈꾸미" }
["채소"]
kind = "ingredient"
"대파" = {}
"단호박" = {}
"감자" = {}
"고춧가루" = {}
"닭가슴살" = {}
"된장찌개" = {}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    (folder / "food.toml").write_text(FOODS, encoding="utf-8")
    titles = (
        "김치",
        "묵은 김치",
        "김치찌개",
        "돼지고기 수육",
        "햇반 백미",
        "대파 김치",
        "단호박 죽",
    )
    documents = [document(title) for title in titles]
    with searching(folder / "data", *documents, lexicon=FoodLexicon.load(folder)) as found:
        yield found


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("김", "김치"),
        ("김ㅊ", "김치"),
        ("김치ㅉ", "김치찌개"),
        ("돼짘", "돼지고기"),
        ("ㄱㅊ", "김치"),
        ("ㄱㅊㅉㄱ", "김치찌개"),
        ("rlacl", "김치"),
        ("rlaclW", "김치찌개"),
        ("쭈꾸미", "주꾸미"),
        ("감쟈", "감자"),
        ("고츄가루", "고춧가루"),
        ("닭갸슴살", "닭가슴살"),
        ("된쟝찌게", "된장찌개"),
        ("햇반ㄴ", "햇반"),
        ("돼지 고", "돼지고기"),
    ],
)
def test_the_intended_word_is_offered_first(shop, typed, first):
    assert shop.suggested(typed)[0] == first


def test_a_known_word_brings_no_stranger(shop):
    assert "단호박" not in shop.suggested("대파")


def test_words_that_hold_what_was_typed_come_last(shop):
    assert shop.suggested("찌개") == ["김치찌개", "된장찌개"]


@pytest.mark.parametrize("typed", ["", "  ", "…", "%%", "없는말없는말"])
def test_nothing_is_made_up(shop, typed):
    assert shop.suggested(typed) == []


def test_no_more_than_asked_for_and_each_once(shop):
    found = shop.suggested("김", 2)
    assert len(found) == len(set(found)) == 2


def test_a_suggestion_says_what_it_is_and_why(shop):
    (first, *_) = shop.suggest.suggest("쭈꾸미")
    assert (first.kind, first.why) == ("food", "같은 말")
