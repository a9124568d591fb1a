"""What a recipe page writes: amounts, what is there and by what, facts only where known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from eats_desktop.domain.fulfilment import Availability, Because, Holding, IngredientStatus
from eats_desktop.domain.ingredient_line import WATER, IngredientLine, Quantity
from eats_desktop.domain.recipe import Step
from eats_desktop.domain.stored_recipe import FullRecipe, RecipeKey
from eats_desktop.viewmodels.recipe_rows import (
    count_texts,
    ingredient_rows,
    recipe_drawing,
    step_rows,
)
from eats_desktop.viewmodels.recipe_texts import amount_text, facts, minutes_text, reason_text

ONE = Fraction(1)


def line(name="두부", low=1, unit="모", **changes):
    amount = Quantity(Fraction(low), Fraction(low), unit) if low else None
    values = {"text": f"{name} {low}{unit}", "name": name, "food": name, "quantity": amount}
    return IngredientLine(**(values | changes))


def missing(one):
    return IngredientStatus(one, Availability.MISSING)


def have(one, because=Because.PANTRY, name="우리 두부", since=None, **changes):
    holding = Holding(one.food, because, name, since)
    availability = Availability.CART if because is Because.CART else Availability.HAVE
    return IngredientStatus(one, availability, holding, **changes)


def recipe(**changes):
    values = {"key": RecipeKey("web", "1"), "title": "두부조림", "dish": "두부조림"}
    return FullRecipe(**(values | {"ingredients": ()} | changes))


def test_an_amount_scales_and_vague_words_do_not():
    assert amount_text(line(), Fraction(3)) == "3모"
    assert amount_text(line(low=None, vague="약간"), Fraction(3)) == "약간"
    assert amount_text(line(low=None)) == ""
    also = Quantity(Fraction(300), Fraction(300), "g")
    assert amount_text(line(also=also), Fraction(2)) == "2모(600g)"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (missing(line()), ""),
        (have(line()), "냉장고"),
        (have(line(), Because.TYPED), "입력한 재료"),
        (have(line(), Because.CART), "장바구니"),
        (have(line(), Because.ORDER, since=date(2026, 11, 22)), "11월 22일 주문"),
        (have(line(), stands_in=True), "대신 우리 두부 · 냉장고"),
    ],
)
def test_what_is_there_says_by_what(status, words):
    assert reason_text(status) == words


def test_facts_are_those_the_source_gives():
    assert facts(recipe()) == []
    assert facts(recipe(servings=2, minutes=90, category="찌개·전골")) == [
        ("분량", "2인분"),
        ("시간", "1시간 30분"),
        ("종류", "찌개·전골"),
    ]


@pytest.mark.parametrize(("minutes", "words"), [(5, "5분"), (60, "1시간"), (125, "2시간 5분")])
def test_minutes_are_written_in_hours_from_sixty_on(minutes, words):
    assert minutes_text(minutes) == words


def test_a_heading_stands_over_the_first_line_of_its_group_only():
    lines = [
        line(group="주재료"),
        line("무", group="주재료"),
        line("간장", group="양념"),
        line("물"),
    ]
    rows = ingredient_rows([missing(one) for one in lines], ONE, "")
    assert [row.headingText for row in rows] == ["주재료", "", "양념", "재료"]
    assert [row.key for row in rows] == ["0", "1", "2", "3"]


def test_a_missing_line_can_be_unfolded_and_says_so():
    (row,) = ingredient_rows([missing(line())], ONE, "")
    assert (row.badgeKind, row.badgeText, row.canBuy, row.isOpen) == (
        "missing",
        "미보유",
        True,
        False,
    )
    assert row.spokenText == "두부 1모, 미보유, 눌러서 상품 보기"
    (row,) = ingredient_rows([missing(line())], ONE, "0")
    assert row.isOpen
    assert row.spokenText.endswith("눌러서 상품 닫기")


def test_what_is_at_home_is_not_bought_again_what_is_in_the_cart_may_be():
    rows = ingredient_rows([have(line()), have(line(), Because.CART)], ONE, "0")
    assert [(row.badgeText, row.canBuy, row.isOpen) for row in rows] == [
        ("보유", False, False),
        ("장바구니", True, False),
    ]
    assert rows[0].spokenText == "두부 1모, 보유, 냉장고"


def test_a_scaled_line_says_what_the_recipe_has():
    (row,) = ingredient_rows([missing(line(note="부침용"))], Fraction(2), "")
    assert (row.amountText, row.underText) == ("2모", "레시피에는 1모 · 부침용")
    (row,) = ingredient_rows([missing(line())], ONE, "")
    assert row.underText == ""


def test_water_is_neither_there_nor_missing():
    water = have(line("물", 500, "ml", food=WATER), Because.WATER)
    (row,) = ingredient_rows([water], ONE, "0")
    assert (row.badgeText, row.reasonText, row.canBuy) == ("", "", False)
    assert count_texts([water, missing(line()), missing(line())]) == [("missing", 2)]


def test_steps_are_numbered_and_tell_their_clock():
    rows = step_rows(recipe(steps=(Step("썰어요."), Step("끓여요.", 20))))
    assert [(row.key, row.timerMinutes) for row in rows] == [("1", 0), ("2", 20)]
    assert rows[1].spokenText == "2단계, 끓여요., 타이머 20분"


def test_a_dish_without_a_telling_name_is_drawn_by_its_place_on_the_table():
    assert recipe_drawing("돼지고기 김치찌개", None) == "soup"
    assert recipe_drawing("엄마손맛", "밥·죽") == "rice"
    assert recipe_drawing("엄마손맛", None) == "meal"
