"""What the page of found dishes says of a combination, of a dish, and of what was asked."""

from __future__ import annotations

from fractions import Fraction

from eats_desktop.domain.ingredient_line import Quantity
from eats_desktop.domain.recipe_question import AskedBy, RecipeQuestion
from eats_desktop.domain.recipe_search import Fit, FoundRecipe, RecipePage, UsedFood
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.domain.use_up import FoodAmount, PlannedRecipe, StockItem, UseUpPlan
from eats_desktop.services.recipe_asking import PlanCost, RecipeAnswer
from eats_desktop.viewmodels.found_dish_rows import (
    cost_text,
    found_row,
    heading_text,
    note_text,
    plan_texts,
    planned_row,
)
from eats_desktop.viewmodels.stock_rows import stock_row, stock_text

KEY = RecipeKey("own", "1")


def amount(number, unit):
    return Quantity(Fraction(number), Fraction(number), unit)


def item(food, number=None, unit="개", **changes):
    quantity = None if number is None else amount(number, unit)
    return StockItem(f"{food} {number}{unit}", food, quantity, **changes)


def plan(left=(), uncounted=()):
    return UseUpPlan((), 1.0, tuple(left), tuple(uncounted), None, is_optimal=True)


DISH = FoundRecipe(KEY, "찌개", "찌개", 1.0, 30, 2, None, None, 0, None, None)


def answer(by=AskedBy.FOODS, stock=(), plans=(), name="", recipes=(DISH,), **page):
    question = RecipeQuestion(by, tuple(one.text for one in stock), name)
    found = RecipePage(recipes, len(recipes), **page)
    return RecipeAnswer(question, found, tuple(stock), None, tuple(plans))


def test_a_combination_tells_what_it_uses_up_and_what_it_leaves():
    stock = (item("양파", 3), item("바지락", 400, "g"), item("다진마늘", 50, "g"))
    texts = plan_texts([plan([FoodAmount("양파", Fraction(1), "개")]), plan()], 0, stock)
    assert (texts.place, texts.used) == ("조합 1/2", "다 쓰는 재료 2/3")
    assert texts.left == "남는 양: 양파 1개"
    last = plan_texts([plan(), plan()], 1, stock)
    assert (last.place, last.used, last.left) == (
        "조합 2/2",
        "다 쓰는 재료 3/3",
        "남는 재료가 없어요",
    )


def test_what_could_not_be_counted_is_told_and_not_counted():
    stock = (item("양파", 3), item("김치", 1, "통"), StockItem("별나라가루", None, None))
    texts = plan_texts([plan(uncounted=("별나라가루", "김치 1통"))], 0, stock)
    assert texts.used == "다 쓰는 재료 1/1"
    assert texts.uncounted == "양을 셈하지 못한 것: 김치 1통"


def test_a_planned_dish_says_its_servings_amounts_and_what_is_missing():
    uses = (FoodAmount("양파", Fraction(1, 2), "개"), FoodAmount("대파", None, None, "쪽파"))
    row = planned_row(PlannedRecipe(KEY, "바지락국", 4, uses, ("두부", "된장")))
    assert row.used == ["양파 ½개", "대파 (쪽파 대신)"]
    assert (row.factsText, row.missingText) == ("4인분을 만들어요", "없는 재료 2가지")
    assert (row.servings, row.moreText) == (4, "")
    assert "없는 재료 두부, 된장" in row.spokenText


def test_a_found_dish_shows_six_missing_foods_and_counts_all():
    used = (UsedFood("묵은지", "김치", Fit.INSTEAD), UsedFood("두부", "두부", Fit.SAME))
    missing = tuple("가나다라마바사")
    dish = FoundRecipe(
        KEY, "찌개", "찌개", 1.0, 30, 2, None, None, 0, None, None, 0.2, used, missing, ("이유",)
    )
    row = found_row(dish)
    assert row.used == ["김치 (묵은지 대신)", "두부"]
    assert row.missing == list("가나다라마바")
    assert (row.missingText, row.moreText, row.servings) == ("없는 재료 7가지", "외 1개", 0)
    assert (row.factsText, row.whyText) == ("2인분 · 30분", "이유")


def test_headings_take_the_particle_of_their_last_word():
    assert heading_text(answer(AskedBy.NAME, name="된장국")) == "“된장국”과 비슷한 요리예요"
    assert heading_text(answer(AskedBy.NAME, name="김치찌개")) == "“김치찌개”와 비슷한 요리예요"
    assert heading_text(answer(stock=[item("쌀")])) == "“쌀”을 쓰는 요리예요"
    many = [item(food) for food in ("양파", "두부", "감자", "무")]
    assert heading_text(answer(stock=many)) == "“양파, 두부, 감자” 외 1가지를 쓰는 요리예요"
    assert heading_text(answer(AskedBy.CART)) == "고른 상품으로 만들 수 있는 요리예요"
    unknown = StockItem("별나라가루 3개", None, None)
    assert heading_text(answer(stock=[unknown, item("쌀")])) == "“쌀”을 쓰는 요리예요"
    assert heading_text(answer(stock=[item("쌀")], recipes=())) == "“쌀”"
    assert heading_text(answer(AskedBy.NAME, name="쀍", recipes=())) == "“쀍”"
    used_up = answer(stock=[item("양파", 3)], plans=[plan()])
    assert heading_text(used_up) == "가진 재료를 알뜰하게 쓰는 조합이에요"


def test_notes_say_what_was_corrected_left_out_or_not_possible():
    corrected = answer(AskedBy.NAME, name="김치찍개", corrected="김치찌개")
    assert note_text(corrected) == "“김치찍개” 대신 “김치찌개”로 찾았어요."
    stock = [item("양파", 3), StockItem("별나라가루", None, None)]
    assert note_text(answer(stock=stock)) == (
        "모르는 재료는 빼고 찾았어요: 별나라가루. 양까지 맞는 조합이 없어서 하나씩 보여 드려요."
    )
    assert note_text(answer(stock=[item("양파", 3)], recipes=())) == ""
    assert note_text(answer(stock=[item("양파")])) == ""


def test_a_cost_is_only_told_as_far_as_it_is_known():
    assert cost_text(PlanCost(0, 0, 0)) == "더 살 것이 없어요"
    assert cost_text(PlanCost(None, 0, 3)) == ""
    assert cost_text(PlanCost(12300, 4, 0)) == "없는 재료를 모두 사면 12,300원부터"
    bulk = cost_text(PlanCost(58900, 2, 0, bulk=1, used_krw=7420))
    whole, used = bulk.split(". ")
    assert whole == "없는 재료를 모두 사면 58,900원부터 (방송 대용량 포함)"
    assert used == "이번에 쓰는 양만 치면 약 7,400원이에요"
    assert "치면" not in cost_text(PlanCost(5000, 2, 0, used_krw=4900))
    some = "없는 재료 4가지를 사면 12,300원부터, 2가지는 값을 몰라요"
    assert cost_text(PlanCost(12300, 4, 2)) == some


def test_an_item_is_written_so_that_it_reads_the_same():
    assert stock_text("감자", amount(Fraction(3, 2), "개"), None) == "감자 1.5개"
    assert stock_text("두부", amount(Fraction(1, 3), "모"), None) == "두부 1/3모"
    assert stock_text("우유", None, None) == "우유"


def test_a_chip_says_what_nobody_knows():
    row = stock_row(StockItem("별나라가루", None, None), "밀가루")
    assert (row.isKnown, row.meantText) == (False, "밀가루")
    assert row.spokenText == "별나라가루, 모르는 재료라서 빼고 찾아요"
