"""Queries that name a wish instead of a food: themes, how they combine, what they leave out."""

from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.search import Section, Tier
from eats_desktop.paths import resources
from eats_desktop.search.foods import Foods
from eats_desktop.search.themes import Themes
from tests.helpers.searching import document, searching

FOODS = """
category = "요리"
role = "dish"
["닭 요리"]
kind = "prepared"
"닭갈비" = { of = "닭고기" }
"닭볶음탕" = { of = "닭고기" }
"닭백숙" = { of = "닭고기" }
"족발" = { of = "돼지고기" }
"불족발" = { is = "족발" }
"김치볶음밥" = { of = "김치" }
["나물"]
kind = "prepared"
"시금치나물" = { of = "시금치" }
"시금치튀김" = { of = "시금치" }
"""
RAW = """
category = "재료"
["고기"]
kind = "ingredient"
"닭고기" = { also = "닭" }
"돼지고기" = {}
"소고기" = {}
["채소"]
kind = "ingredient"
"시금치" = {}
"김치" = {}
"밥" = {}
"""
THEMES = """
[words]
tail = "요리 반찬"
filler = "에 좋은"
["때"]
says = "{theme}에 어울리는 {food}"
"술안주" = { also = "안줏거리", foods = "족발 닭갈비" }
["맛"]
says = "{theme} {food}"
"매운" = { also = "매콤한", foods = "닭볶음탕 닭갈비 불족발" }
["조리법"]
says = "{theme}: {food}"
"튀김" = { ends = "튀김" }
"볶음" = { also = "볶은", ends = "볶음 볶음밥" }
["재료"]
says = "{theme} 요리: {food}"
"채소" = { of = ["재료/채소"] }
["뺀 것"]
says = "{theme} {food}"
"고기 없는" = { foods = "시금치나물", without = ["재료/고기"] }
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("food")
    (folder / "dishes.toml").write_text(FOODS, encoding="utf-8")
    (folder / "raw.toml").write_text(RAW, encoding="utf-8")
    (folder / "reading").mkdir()
    (folder / "reading" / "themes.toml").write_text(THEMES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lexicon(folder):
    return FoodLexicon.load(folder)


@pytest.fixture
def shop(tmp_path, lexicon, folder):
    themes = Themes.load(folder / "reading" / "themes.toml")
    with searching(tmp_path, lexicon=lexicon, themes=themes) as found:
        found.put(
            document("장충동 앞다리", concepts=("족발",)),
            document("춘천 철판", concepts=("닭갈비",)),
            document("얼큰한 뚝배기", concepts=("닭볶음탕",)),
            document("토종 한 마리", concepts=("닭백숙",)),
            document("데친 초록", concepts=("시금치나물",)),
            document("바삭한 초록", concepts=("시금치튀김",), ingredients=("소고기",)),
            document("소고기시금치나물", concepts=("시금치나물",)),
            document("돼지고기 시금치나물", concepts=("시금치나물",)),
        )
        yield found


@pytest.mark.parametrize("query", ["술안주", "술 안주", "안줏거리", "술안주에 좋은"])
def test_a_theme_finds_its_foods_the_best_first_and_says_why(shop, query):
    answers = shop.answers(query)
    assert [a.document.title for a in answers] == ["장충동 앞다리", "춘천 철판"]
    assert {a.tier for a in answers} == {Tier.RELATED}
    assert answers[0].why == ("술안주에 어울리는 족발",)


def test_a_mistyped_theme_is_corrected(shop):
    found = shop.find("술안쥬")
    assert found.corrected == "술안주"
    assert found.answers[Section.PRODUCTS][0].document.title == "장충동 앞다리"


def test_themes_are_suggested(shop):
    assert "술안주" in shop.suggested("술안")


def test_what_holds_the_word_stands_before_what_suits_the_theme(shop):
    shop.put(document("혼자 먹는 술안주"))
    answers = shop.answers("술안주")
    assert [a.tier for a in answers] == [Tier.EXACT, Tier.RELATED, Tier.RELATED]


@pytest.mark.parametrize("query", ["매운 닭요리", "매콤한 닭 요리", "매운닭요리"])
def test_a_taste_and_an_ingredient_find_dishes_that_have_both_first(shop, query):
    assert shop.titles(query) == ["얼큰한 뚝배기", "춘천 철판", "토종 한 마리"]


def test_an_ingredient_and_a_word_for_dishes_find_what_is_made_of_it(shop):
    assert set(shop.titles("닭 요리")) == {"춘천 철판", "얼큰한 뚝배기", "토종 한 마리"}


def test_a_way_of_cooking_is_told_by_the_ends_of_names(shop):
    assert shop.titles("시금치 튀김 요리")[0] == "바삭한 초록"


def test_what_must_not_be_in_it_stays_away(shop):
    green = {"데친 초록", "바삭한 초록", "소고기시금치나물", "돼지고기 시금치나물"}
    assert set(shop.titles("채소 반찬")) == green
    assert shop.titles("고기 없는 채소 반찬") == ["데친 초록"]


def test_the_foods_of_a_theme_take_turns(shop):
    shop.put(*(document(f"족발집 {n}호", concepts=("족발",)) for n in range(20)))
    assert "춘천 철판" in shop.titles("술안주")[:9]


def test_a_mistyped_food_is_no_wish(shop):
    shop.put(document("김치볶음밥 한 그릇", concepts=("김치볶음밥",)))
    assert shop.find("김치볶은밥").corrected == "김치볶음밥"


@pytest.mark.parametrize("query", ["닭갈비", "우산", "닭", "술안주 우산"])
def test_other_queries_are_no_wish(shop, query):
    assert shop.foods.wish(query.split()) is None


def test_a_theme_with_an_unknown_food_is_an_error(tmp_path, lexicon):
    path = tmp_path / "themes.toml"
    path.write_text('["때"]\nsays = "{food}"\n"야식" = { foods = "없는것" }\n', encoding="utf-8")
    with pytest.raises(ModelError, match="없는것"):
        Foods(lambda: lexicon, lambda: Themes.load(path)).wish(["야식"])


def test_two_themes_with_one_word_are_an_error(tmp_path):
    path = tmp_path / "themes.toml"
    lines = '["때"]\nsays = "{food}"\n"야식" = {}\n"밤참" = { also = "야식" }\n'
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(ModelError, match="야식"):
        Themes.load(path)


@pytest.fixture(scope="module")
def shipped():
    lexicon = FoodLexicon.load(resources() / "food")
    themes = Themes.load(resources() / "food" / "reading" / "themes.toml")
    return Foods(lambda: lexicon, lambda: themes)


@pytest.mark.parametrize(
    ("query", "food"),
    [
        ("술안주", "족발"),
        ("아이 간식", "과일"),
        ("일본 요리", "초밥"),
        ("다이어트 식단", "닭가슴살"),
        ("비 오는 날", "파전"),
        ("명절음식", "잡채"),
        ("해장", "콩나물국"),
        ("보양식", "삼계탕"),
        ("아침 대용", "시리얼"),
        ("매운 닭요리", "닭볶음탕"),
        ("고기 없는 채소 반찬", "시금치나물"),
        ("새우 튀김 요리", "새우튀김"),
        ("캠핑 음식", "삼겹살"),
        ("콩나물 요리", "콩나물무침"),
        ("과일 안주", "과일샐러드"),
        ("돼지고기 요리", "제육볶음"),
    ],
)
def test_what_ships_knows_everyday_wishes(shipped, query, food):
    wish = shipped.wish(query.split())
    assert wish is not None
    assert food in wish.best_first()[:12]


def test_what_ships_has_many_themes_and_every_one_means_something(shipped):
    names = {theme.name: word for word, theme in shipped.themes.items()}
    assert len(names) >= 120
    assert [name for name, word in names.items() if shipped.wish([word]) is None] == []


@pytest.mark.parametrize(
    ("food", "wider"), [("떡국떡", "떡"), ("오트밀", "귀리"), ("냉동타트체리", "체리")]
)
def test_what_ships_orders_foods_as_a_shopper_expects(shipped, food, wider):
    assert wider in shipped.lineage(food)


def test_a_paste_is_no_yeast(shipped):
    assert "밤페이스트" not in shipped.kinds("이스트")


def test_what_ships_knows_what_stands_near(shipped):
    assert shipped.alike("귀리")["보리"] > 0
    assert shipped.alike("홍차")["녹차"] > 0
