from __future__ import annotations

import re

import pytest

from eats_desktop.classify.allergens import FILE, Allergens
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.paths import resources

PLAIN = {
    "알류": "계란 달걀 메추리알 마요네즈 노른자",
    "우유": "우유 치즈 생크림 요거트 연유 가염버터 무염버터",
    "메밀": "메밀",
    "땅콩": "땅콩",
    "대두": "간장 된장 고추장 두부 두유 콩나물 콩가루 유부 청국장 쌈장 춘장 마요네즈",
    "밀": "밀가루 부침가루 튀김가루 빵가루 소면 칼국수 우동 스파게티 식빵 바게트 만두 라면 간장",
    "고등어": "고등어",
    "게": "꽃게 맛살",
    "새우": "새우 대하 김치 깍두기",
    "돼지고기": "돼지 삼겹 목살 앞다리살 등갈비 항정살 베이컨 햄 소시지 순대 족발",
    "복숭아": "복숭아",
    "토마토": "토마토 케첩",
    "아황산류": "와인 건포도 새우",
    "호두": "호두",
    "닭고기": "닭 치킨",
    "쇠고기": "소고기 쇠고기 한우 차돌 양지 사태 채끝 곱창 소갈비 사골 소꼬리",
    "오징어": "오징어 진미채",
    "조개류": "조개 바지락 꼬막 홍합 전복 가리비 골뱅이 우렁이 굴소스 석화",
    "굴": "굴소스 석화",
    "전복": "전복",
    "홍합": "홍합",
    "잣": "잣",
}
"""Words that anyone would take for a sign of the allergen, wherever they stand in a line."""

NOT_SO = re.compile("우삼겹|새우젓갈색|잣대")


@pytest.fixture(scope="session")
def allergens(lexicon):
    return Allergens.load(resources() / "food" / "reading", lexicon)


def test_the_labelled_allergens_are_nineteen_counted_as_twenty_two(allergens):
    assert len(allergens.names) == 22
    assert set(allergens.names) == set(PLAIN)
    assert len({*allergens.names} - {"굴", "전복", "홍합"}) == 19


@pytest.mark.parametrize("label", PLAIN)
def test_no_shipped_recipe_leaks_an_allergen_that_is_written_in_it(allergens, library, label):
    words = re.compile("|".join(PLAIN[label].split()))
    checked = 0
    for recipe in library.recipes.values():
        held = {one for line in recipe.ingredients for one in allergens.of(line.food)}
        for line in recipe.ingredients:
            text = NOT_SO.sub("", line.text)
            if words.search(text):
                checked += 1
                assert label in held, (recipe.title, line.text)
                assert label in allergens.of(line.food), (recipe.title, line.text)
    assert checked


@pytest.mark.parametrize(
    ("food", "holds"),
    [
        ("새우젓", "새우"),
        ("건새우", "새우"),
        ("추젓", "새우"),
        ("오젓", "새우"),
        ("칵테일새우", "새우"),
        ("배추김치", "새우"),
        ("동치미", "새우"),
        ("맛살", "게 새우 알류"),
        ("어묵", "밀 대두 알류"),
        ("진간장", "대두 밀"),
        ("국간장", "대두 밀"),
        ("찹쌀고추장", "대두 밀"),
        ("굴소스", "굴 조개류 대두 밀"),
        ("굴", "굴 조개류"),
        ("전복", "전복 조개류"),
        ("홍합살", "홍합 조개류"),
        ("새우가루", "새우"),
        ("두부", "대두"),
        ("콩나물", "대두"),
        ("마요네즈", "알류 대두"),
        ("땅콩버터", "땅콩"),
        ("메밀면", "메밀 밀"),
        ("대패삼겹살", "돼지고기"),
        ("채끝스테이크", "쇠고기"),
        ("닭근위", "닭고기"),
        ("진미채", "오징어"),
        ("쯔유", "고등어 대두 밀"),
        ("견과믹스", "땅콩 호두 잣"),
        ("다짐육", "쇠고기 돼지고기"),
        ("파마산치즈", "우유"),
        ("황도", "복숭아"),
        ("케첩", "토마토"),
        ("레드와인", "아황산류"),
        ("잣두부", "잣 대두"),
        ("버터와플", "우유"),
    ],
)
def test_what_is_made_of_a_food_holds_what_that_food_holds(allergens, food, holds):
    assert set(holds.split()) <= allergens.of(food)


@pytest.mark.parametrize(
    "food", ["양파", "소금", "쌀", "참기름", "고춧가루", "병아리콩", "당면", WATER]
)
def test_a_plain_food_holds_none(allergens, food):
    assert allergens.of(food) == frozenset()
    assert allergens.is_told(food)


@pytest.mark.parametrize("food", ["만두", "카레가루", "부대찌개", "초콜릿", "아무도 모르는 것"])
def test_of_what_only_its_package_tells_everything_counts(allergens, food):
    assert allergens.of(food) == set(allergens.names)
    assert not allergens.is_told(food)


def test_no_kind_and_no_product_of_a_food_holds_less(allergens, lexicon):
    """Over all foods: what is a sort of the bare food, and what is made of a food."""
    bare = {food: allergens.of(food) for food in ("새우", "땅콩", "굴", "돼지고기", "우유", "계란")}
    for food, labels in bare.items():
        for kind in lexicon.descendants(food):
            assert labels <= allergens.of(kind), kind
    for one in lexicon.foods.values():
        line = [lexicon.foods[name] for name in lexicon.ancestors(one.name)]
        for part in {part for up in line for part in (*up.of, up.made_from) if part}:
            assert allergens.of(part) <= allergens.of(one.name), (one.name, part)


def test_a_name_tells_more_than_the_food_it_ends_with(allergens, parser):
    line = parser.line("호두 식빵 2장")
    assert line.food == "식빵"
    assert {"호두", "밀"} <= allergens.in_line(line.food, line.name)
    assert allergens.in_line(None, "모르는 양념") == set(allergens.names)
    assert allergens.in_line(WATER, "물") == frozenset()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("[inside]", '[inside]\n"없는식품" = "밀"'), "없는식품"),
        (("[inside]", '[inside]\n"양파" = "먼지"'), "먼지"),
        (("[inside]", '[inside]\n"왜간장 간장" = "밀"'), "간장"),
        (("[families]", '[families]\n"채소/없는무리" = "밀"'), "없는무리"),
        (("[labels]", "[label"), FILE),
    ],
)
def test_a_mistake_in_the_table_is_named(lexicon, tmp_path, change, said):
    text = (resources() / "food" / "reading" / FILE).read_text("utf-8")
    old, new = change
    (tmp_path / FILE).write_text(text.replace(f"\n{old}\n", f"\n{new}\n"), "utf-8")
    with pytest.raises(ModelError, match=said):
        Allergens.load(tmp_path, lexicon)
