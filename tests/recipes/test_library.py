"""Lints the recipes that ship: each can be bought for, weighed and cooked from."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from eats_desktop.classify.recipe_library import RecipeLibrary
from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.ingredient_line import WATER
from eats_desktop.domain.recipe import Category

SOLD = """
소갈비 갈비탕 돼지갈비 고등어 갈치 오징어 낙지 주꾸미 문어 꽃게 새우
장어 조기 굴비 전복 굴 바지락 홍합 명란젓 황태 북어 연어 가자미
대구 꼬막 오리고기 훈제오리 삼겹살 돼지목살 돼지앞다리살 소고기
국거리소고기 불고기용소고기 양지 사태 차돌박이 닭고기 닭다리 닭가슴살
두부 순두부 배추김치 묵은지 총각김치 갓김치 깍두기 열무김치 미역 김
다시마 톳 느타리버섯 표고버섯 새송이버섯 팽이버섯 양송이버섯 무 당근
감자 고구마 연근 우엉 도라지 더덕 마 콩나물 숙주 시금치 미나리 부추
애호박 단호박 가지 오이 양배추 브로콜리 파프리카 꽈리고추 깻잎
떡볶이떡 떡국떡 만두 어묵 소시지 햄 베이컨 참치캔 통조림햄 곰탕
육개장 추어탕 계란 메추리알 쌀 찹쌀 현미 소면 칼국수면 당면
스파게티면 우동면 메밀면 사과 배 귤 딸기 단감 복숭아 바나나 블루베리
호두 아몬드 땅콩 잣 밤 대추 치즈 우유 요거트 도토리묵 멸치 건새우
진미채 시래기 고사리
"""
MOST_FOR_FOUR = {
    "소금": 60,
    "간장": 420,
    "고추장": 160,
    "된장": 100,
    "고춧가루": 60,
    "새우젓": 50,
    "설탕": 260,
    "식초": 260,
    "다진마늘": 70,
    "참기름": 60,
    "후추": 6,
    "건미역": 40,
    "당면": 250,
    "국물멸치": 80,
    "잣": 30,
    "이스트": 15,
}
"""Grams for four servings that a cook would still believe, pickles and jams apart."""
NOT_EATEN = "바닥에 까는 것"
KEPT = {Category.KIMCHI, Category.DESSERT, Category.DRINK}
BRANDS = re.compile(
    "스팸|리챔|다시다|미원|연두|신라면|너구리|짜파게티|진라면|햇반|오뚜기|청정원|백설|해찬들|샘표|풀무원|하림|동원|"
    "종가|농심|삼양|CJ|롯데|필라델피아|누텔라|타바스코"
)
SHORT = frozenset("닭면밥떡묵")
MOST = {
    "작은술": 3,
    "큰술": 10,
    "컵": 3,
    "꼬집": 2,
    "L": 4,
    "kg": 2,
    "ml": 900,
    "g": 1500,
    "쪽": 15,
}
"""Of one unit for a whole recipe; more would be written in the next larger one."""
STEP_LENGTH = 140


@pytest.fixture(scope="module")
def recipes(library):
    return tuple(library.recipes.values())


def weights(recipe, kitchen):
    return [(line, kitchen.grams(line)) for line in recipe.ingredients if line.quantity]


def names(line, foods):
    """Return what a step may call a main ingredient: a food of its line or part of its name."""
    called = {line.name, *foods.ancestors(line.food)}
    called |= {also for food in called & foods.foods.keys() for also in foods.foods[food].also}
    return called | {line.name[at : at + 2] for at in range(len(line.name) - 1)}


def is_told(name, text):
    """One syllable counts only where a word begins with it, or ends the name it is short for."""
    return name in text if len(name) > 1 else re.search(f"(?<![가-힣]){name}", text) is not None


def test_three_hundred_recipes_or_more_ship(recipes):
    assert len(recipes) >= 300


def test_titles_are_unique(recipes):
    assert [title for title, n in Counter(r.title for r in recipes).items() if n > 1] == []


def test_every_amount_can_be_weighed(recipes, kitchen):
    unknown = [
        (recipe.id, line.text)
        for recipe in recipes
        for line, grams in weights(recipe, kitchen)
        if grams is None
    ]
    assert unknown == []


def test_a_serving_weighs_what_one_eats(recipes, kitchen):
    wrong = []
    for recipe in recipes:
        grams = [(line.food, weight) for line, weight in weights(recipe, kitchen) if weight]
        total = float(sum(weight for _, weight in grams)) / recipe.servings
        dry = float(sum(weight for food, weight in grams if food != WATER)) / recipe.servings
        if total < 80 or dry > 1500:
            wrong.append((recipe.id, round(total), round(dry)))
    assert wrong == []


def test_seasonings_stay_within_what_tastes(recipes, kitchen, foods):
    wrong = []
    for recipe in recipes:
        if recipe.category in KEPT or recipe.method.value in ("절임", "튀김"):
            continue
        for line, grams in weights(recipe, kitchen):
            if line.note == NOT_EATEN:
                continue
            bounds = [MOST_FOR_FOUR[f] for f in names_up(line, foods) if f in MOST_FOR_FOUR]
            limit = bounds[0] * max(recipe.servings, 2) / 4 if bounds else None
            if limit is not None and grams > limit:
                wrong.append((recipe.id, line.text, round(float(grams)), limit))
    assert wrong == []


def names_up(line, foods):
    return () if line.food == WATER else foods.ancestors(line.food)


def test_amounts_are_written_in_a_fitting_unit(recipes):
    wrong = [
        (recipe.id, line.text)
        for recipe in recipes
        for line in recipe.ingredients
        if line.quantity and line.quantity.high > MOST.get(line.quantity.unit, 80)
    ]
    assert wrong == []


def test_steps_are_short_and_few(recipes):
    long = [(r.id, s.text) for r in recipes for s in r.steps if len(s.text) > STEP_LENGTH]
    assert long == []
    assert [r.id for r in recipes if not 4 <= len(r.steps) <= 9] == []


def test_steps_end_as_one_speaks_to_a_guest(recipes):
    assert [(r.id, s.text) for r in recipes for s in r.steps if not s.text.endswith("요.")] == []


def test_timers_are_told_in_their_step_and_fit_the_time(recipes):
    for recipe in recipes:
        timers = [step for step in recipe.steps if step.timer_minutes]
        for step in timers:
            told = {int(n) for n in re.findall(r"(\d+)분", step.text)}
            told |= {60 * int(n) for n in re.findall(r"(\d+)시간", step.text)}
            assert step.timer_minutes in told, (recipe.id, step)
        assert sum(step.timer_minutes for step in timers) <= recipe.minutes, recipe.id


def test_steps_use_the_main_ingredient(recipes, foods):
    missing = [
        (recipe.id, line.name)
        for recipe in recipes
        for line in recipe.ingredients[:1]
        if not any(
            is_told(name, step.text)
            for step in recipe.steps
            for name in names(line, foods) | (set(line.name[-1]) & SHORT)
        )
    ]
    assert missing == []


def test_ingredients_are_listed_once_and_not_too_many(recipes):
    for recipe in recipes:
        assert 2 <= len(recipe.ingredients) <= 16, recipe.id
        written = [line.name for line in recipe.ingredients]
        assert len(written) == len(set(written)), recipe.id


def test_no_brand_is_named(recipes):
    told = [
        (recipe.id, text)
        for recipe in recipes
        for text in (
            recipe.title,
            *recipe.tips,
            *(step.text for step in recipe.steps),
            *(line.text for line in recipe.ingredients),
        )
        if BRANDS.search(text)
    ]
    assert told == []


def test_no_recipe_cooks_what_only_a_licensed_cook_may(recipes):
    assert [r.id for r in recipes if any("복어" in name for name in r.foods)] == []


@pytest.mark.parametrize("sold", SOLD.split())
def test_what_is_sold_has_three_recipes(sold, recipes, foods):
    food = foods.words[sold]
    using = [r for r in recipes if any(f != WATER and foods.is_a(f, food) for f in r.foods)]
    assert len(using) >= 3


RECIPE = """
[defaults]
category = "국·탕"
occasion = "일상"
method = "끓이기"
servings = 2
minutes = 20
difficulty = "아무나"

[[recipe]]
id = "radish-soup"
title = "무국"
main = "무 200g (나박썰기), 소금 약간"
season = "물 1/2L"
steps = '''
무를 넣고 10분 끓여요. @10
소금으로 간해요.
'''
"""


def loaded(folder, text, kitchen):
    (folder / "soups.toml").write_text(text, encoding="utf-8")
    return RecipeLibrary.load(folder, kitchen)


def test_a_file_is_read_with_its_defaults(tmp_path, kitchen):
    recipe = loaded(tmp_path, RECIPE, kitchen).recipes["radish-soup"]
    assert (recipe.dish, recipe.category, recipe.minutes) == ("무국", Category.SOUP, 20)
    first, second, water = recipe.ingredients
    assert (first.food, first.note, first.group) == ("무", "나박썰기", "주재료")
    assert (second.quantity, second.vague) == (None, "약간")
    assert (water.food, float(water.quantity.low), water.quantity.unit) == (WATER, 0.5, "L")
    assert [(s.text, s.timer_minutes) for s in recipe.steps] == [
        ("무를 넣고 10분 끓여요.", 10),
        ("소금으로 간해요.", None),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("무 200g (나박썰기)", "무우주선 200g", "main: no such food: 무우주선"),
        ("무 200g (나박썰기)", "무 200꾸러미", "main: no such unit: 무 200꾸러미"),
        ("무 200g (나박썰기)", "무 많이", "main: not a name with an amount: 무 많이"),
        ("무 200g (나박썰기)", "무 0g", "main: an amount of nothing: 무 0g"),
        ("servings = 2", "servings = 0", "servings: not a whole number"),
        ('method = "끓이기"', 'method = "삶기"', "삶기"),
        ('title = "무국"', 'name = "무국"', "unknown field: name"),
        ('title = "무국"', "", "title"),
        ('id = "radish-soup"', 'id = "무국"', "id: only small Latin"),
    ],
)
def test_a_mistake_is_told_with_file_recipe_and_field(right, wrong, told, tmp_path, kitchen):
    with pytest.raises(ModelError) as failure:
        loaded(tmp_path, RECIPE.replace(right, wrong), kitchen)
    assert "soups.toml" in failure.value.detail
    assert told in failure.value.detail


def test_one_id_is_not_given_twice(tmp_path, kitchen):
    (tmp_path / "again.toml").write_text(RECIPE, encoding="utf-8")
    with pytest.raises(ModelError, match="radish-soup"):
        loaded(tmp_path, RECIPE, kitchen)
