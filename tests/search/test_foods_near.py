"""Which products stand behind those that hold the words: foods that are near the one asked for."""

from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.search import Section
from tests.helpers.searching import document, searching

FILES = {
    "grown.toml": """
category = "바다"
["게"]
kind = "ingredient"
"게" = {}
"꽃게" = { is = "게", instead = "돌게" }
"돌게" = { is = "게" }
"홍게" = { is = "게" }
["새우"]
kind = "ingredient"
"새우" = {}
"흰다리새우" = { is = "새우" }
"대하" = { is = "새우" }
["해조"]
kind = "ingredient"
"미역" = {}
""",
    "cooked.toml": """
category = "반찬"
role = "dish"
["게장"]
kind = "prepared"
"게장" = { of = "꽃게" }
"전복장" = {}
""",
    "reading/groups.toml": """
[groups]
"갑각류" = ["바다/게", "바다/새우"]
""",
}


@pytest.fixture
def shop(tmp_path):
    folder = tmp_path / "food"
    (folder / "reading").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    lexicon = FoodLexicon.load(folder)
    with searching(tmp_path, lexicon=lexicon) as found:
        yield found


def of(title, *concepts, made_of=(), kind="mall"):
    return document(title, kind, concepts=concepts, ingredients=made_of)


def test_a_substitute_of_the_same_kind_comes_before_other_kinds_and_what_is_made_of_it(shop):
    shop.put(
        of("매운 장", "게장", made_of=("꽃게", "게")),
        of("붉은 것", "홍게", "게"),
        of("작은 것", "돌게", "게"),
        of("긴 수염", "대하", "새우"),
        of("바다 나물", "미역"),
    )
    assert shop.titles("꽃게") == ["작은 것", "붉은 것", "매운 장", "긴 수염"]


def test_recipes_of_an_ingredient_stand_before_those_of_another(shop):
    shop.put(
        of("장", "게장", made_of=("꽃게", "게"), kind="recipe"),
        of("붉은 찜", "홍게", "게", kind="recipe"),
    )
    assert shop.titles("꽃게", section=Section.RECIPES)[0] == "장"


def test_the_beginning_of_a_name_finds_what_it_may_go_on_to_be(shop):
    shop.put(of("수염 긴 대하", "대하", "새우"), of("바다 나물", "미역"))
    assert shop.titles("흰다리") == ["수염 긴 대하"]


def test_pieces_of_a_known_food_are_not_that_food(shop):
    shop.put(of("전복 맛 간장"), of("게로 담근 것", "게장"))
    assert "전복 맛 간장" not in shop.titles("게장")


def test_beside_a_title_only_a_whole_word_is_a_food(shop):
    shop.put(
        document("국", "recipe", words=("미역귀", "간장")),
        document("무침", "recipe", words=("미역", "간장")),
    )
    assert shop.titles("미역", section=Section.RECIPES) == ["무침"]
