"""The food lexicon: what its files may say, and the order it puts foods in."""

from __future__ import annotations

from collections import Counter

import pytest

from eats_desktop.classify.foods import FoodLexicon, Role
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.food import FoodKind
from eats_desktop.paths import resources

SMALL = """
category = "채소"

["감자"]
kind = "ingredient"
"감자" = { also = "포테이토", sorts = "수미감자 홍감자", made = "감자칩 감자전분", days = 30 }
"햇감자" = { is = "감자" }
"알감자" = { is = "감자", instead = "감자" }
"조림감자" = { is = "감자", instead = "감자", mere = true }
"""


def lexicon(tmp_path, *files):
    for number, text in enumerate(files):
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    return FoodLexicon.load(tmp_path)


def test_sorts_and_is_make_an_order(tmp_path):
    foods = lexicon(tmp_path, SMALL)
    assert foods.ancestors("수미감자") == ("수미감자", "감자")
    assert set(foods.descendants("감자")) == {"수미감자", "홍감자", "햇감자", "알감자", "조림감자"}
    assert foods.is_a("햇감자", "감자")
    assert not foods.is_a("감자", "햇감자")
    assert foods.words["포테이토"] == "감자"


def test_a_sort_is_called_what_a_cook_calls_it(tmp_path):
    foods = lexicon(tmp_path, SMALL)
    assert foods.plain("수미감자") == foods.plain("햇감자") == foods.plain("조림감자") == "감자"
    assert foods.plain("알감자") == "알감자"


def test_what_is_made_of_a_food_is_not_that_food(tmp_path):
    chips, starch = (lexicon(tmp_path, SMALL).foods[n] for n in ("감자칩", "감자전분"))
    assert (chips.made_from, chips.kind, chips.parent) == ("감자", FoodKind.PREPARED, None)
    assert (starch.made_from, starch.kind) == ("감자", FoodKind.INGREDIENT)


def test_a_product_with_a_line_of_its_own_keeps_it(tmp_path):
    snacks = 'category = "과자"\nrole = "treat"\n["칩"]\nkind = "prepared"\n"감자칩" = {}\n'
    chips = lexicon(tmp_path, SMALL, snacks).foods["감자칩"]
    assert (chips.category, chips.role, chips.made_from) == ("과자", Role.TREAT, "감자")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('"토란" = { also = "포테이토" }', "포테이토"),
        ('"감자" = {}', "감자"),
        ('"토란" = { instead = "없는것" }', "없는것"),
        ('"토란" = { is = "알토란" }\n"알토란" = { is = "토란" }', "토란"),
        ('"토란" = { colour = "brown" }', "colour"),
        ('"토란" = { meant = "수미감자" }', "토란 → 수미감자"),
    ],
    ids=["word-twice", "food-twice", "unknown-food", "circle", "unknown-field", "meant-no-kind"],
)
def test_a_lexicon_that_contradicts_itself_is_refused_by_name(tmp_path, line, told):
    more = f'category = "뿌리"\n["토란"]\nkind = "ingredient"\n{line}\n'
    with pytest.raises(ModelError, match=told):
        lexicon(tmp_path, SMALL, more)


@pytest.fixture(scope="module")
def shipped():
    return FoodLexicon.load(resources() / "food")


def test_the_shipped_lexicon_is_large_and_whole(shipped):
    kinds = Counter(food.kind for food in shipped.foods.values())
    assert kinds[FoodKind.INGREDIENT] >= 1500
    assert kinds[FoodKind.PREPARED] >= 1500
    assert {"ㄱ" <= word[0] <= "힣" or word[0].isalnum() for word in shipped.words} == {True}


def test_the_shipped_lexicon_knows_levels_and_substitutes(shipped):
    assert shipped.is_a("삼겹살", "돼지고기")
    assert shipped.is_a("꽃게", "게")
    assert shipped.is_a("한라봉", "감귤") or "한라봉" in shipped.relatives("감귤")
    assert shipped.words["달걀"] == shipped.words["계란"]
    assert shipped.foods["갈비탕"].of
    assert not shipped.is_a("양파즙", "양파")


def test_amounts_and_days_of_the_shipped_lexicon_are_plausible(shipped):
    odd = [
        food.name
        for food in shipped.foods.values()
        if not all(0 < grams <= 100_000 for grams in food.pieces.values())
        or not 1 <= (food.days or 1) <= 3660
    ]
    assert odd == []


GROUPS = '[groups]\n"파와 마늘" = ["채소/감자", "*칩", "햇감자"]\n'


def test_groups_hold_families_endings_and_single_foods(tmp_path):
    (tmp_path / "reading").mkdir()
    (tmp_path / "reading" / "groups.toml").write_text(GROUPS, encoding="utf-8")
    more = 'category = "과자"\n["칩"]\nkind = "prepared"\n"사과칩" = {}\n"쿠키" = {}\n'
    foods = lexicon(tmp_path, SMALL, more)
    assert foods.group("감자", "사과칩") == "파와 마늘"
    assert foods.group("감자", "쿠키") is None
    assert "사과칩" in foods.relatives("감자")


def test_a_group_of_strangers_is_refused_by_name(tmp_path):
    (tmp_path / "reading").mkdir()
    text = '[groups]\n"무엇" = ["없는 분류/없는 무리"]\n'
    (tmp_path / "reading" / "groups.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="없는 무리"):
        lexicon(tmp_path, SMALL)


def test_what_stands_in_counts_both_ways_and_for_kinds(tmp_path):
    more = 'category = "뿌리"\n["토란"]\nkind = "ingredient"\n"토란" = { instead = "감자" }\n'
    foods = lexicon(tmp_path, SMALL, more)
    assert foods.stands_in("토란", "감자")
    assert foods.stands_in("감자", "토란")
    assert not foods.stands_in("감자칩", "토란")
