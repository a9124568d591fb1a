"""A name ends with what the thing is: 표고버섯 is 버섯, unless it is written here why it is not."""

from __future__ import annotations

import pytest

from eats_desktop.classify.foods import FoodLexicon, Role
from eats_desktop.paths import resources

OTHERS = {
    "another species that only shares the word": """
        가재/갯가재 갓/쑥갓 강황/생강황 게/멍게 게/성게 구스베리/인디언구스베리 꽁치/학꽁치
        나물/콩나물 나물/숙주나물 냉이/물냉이 대구/은대구 대파/서양대파 딸기/산딸기
        마/생천마 메기/물메기 무/순무 무/열무 무순/엄나무순 무순/화살나무순 밀/메밀 밀/호밀
        배추/양배추 복숭아/개복숭아 빙어/열빙어 상추/마타리상추 상추/양상추 새우/크릴새우
        오이/수세미오이 오징어/갑오징어 유자/당유자 장어/먹장어 감자/돼지감자""",
    "콩 is the soya bean, also as an allergen": """
        콩/강낭콩 콩/누에콩 콩/동부콩 콩/렌틸콩 콩/리마콩 콩/병아리콩 콩/완두콩 콩/작두콩
        콩/혼합콩""",
    "쌀 is rice": "쌀/곤약쌀 쌀/기장쌀 쌀/수수쌀 쌀/피쌀",
    "taken as medicine, not cooked with": """
        버섯/말굽버섯 버섯/상황버섯 버섯/영지버섯 버섯/운지버섯 버섯/차가버섯""",
    "salty herb, mostly taken as powder": "나물/함초나물",
    "another animal or another organ": """
        대창/양대창 돼지고기/멧돼지고기 소고기/염소고기 염통/닭염통""",
    "dried, or unripe: cooked with otherwise": "과일/건과일 마늘/풋마늘 채소/건채소",
    "no vegetable that is cooked in its place": "채소/선인장채소",
}
NOT_KINDS = {tuple(pair.split("/")) for pairs in OTHERS.values() for pair in pairs.split()}
WHOLE = {"김치·절임"}
"""Categories of prepared foods that are gone through too."""


@pytest.fixture(scope="module")
def foods():
    return FoodLexicon.load(resources() / "food")


def strays(foods):
    """Yield every raw food with no parent whose name ends with another of its category."""
    for food in foods.foods.values():
        is_whole = food.role is Role.RAW or food.category in WHOLE
        if food.parent or food.made_from or food.of or not is_whole:
            continue
        tails = (food.name[at:] for at in range(1, len(food.name)))
        near = (tail for tail in tails if tail in foods.foods)
        ending = next((foods.foods[tail] for tail in near), None)
        if ending is not None and ending.category == food.category and not ending.made_from:
            yield ending.name, food.name


def test_what_a_name_ends_with_is_what_the_food_is_a_kind_of(foods):
    assert set(strays(foods)) - NOT_KINDS == set()


def test_no_exception_is_left_over(foods):
    assert NOT_KINDS - set(strays(foods)) == set()


def test_a_bare_name_means_one_of_its_kinds(foods):
    meant = {food.name: food.meant for food in foods.foods.values() if food.meant}
    assert meant["김치"] == "배추김치"
    assert all(foods.foods[kind].parent == name for name, kind in meant.items())
