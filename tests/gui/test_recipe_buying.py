"""From a missing ingredient to the shelf: products unfolded, one put in, all put in, and undo."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.schedule import BroadcastId
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.services.recipe_buying import MissingFood
from eats_desktop.viewmodels.missing_rows import Choice, basket, first_choice, sum_text
from tests.helpers.browsing import (
    is_seen,
    overlay_items,
    press,
    rows,
    spoken,
    state,
    texts_below,
    toasts,
    told,
)
from tests.helpers.recipes import (
    STEW,
    badges,
    cart_lines,
    ingredient,
    line,
    open_recipe,
    own_recipe,
    put_recipe,
)

pytestmark = pytest.mark.gui


def over(window, name):
    return next((item for item in overlay_items(window) if item.objectName() == name), None)


def unfold(window, qtbot, name, key=STEW):
    """Open a recipe and the products of one missing ingredient; return the part that shows them."""
    model = open_recipe(window, qtbot, key)
    press(window, qtbot, f"recipe.ingredient.{ingredient(model, name).key}")
    buying = model.property("buying")
    qtbot.waitUntil(lambda: state(buying) in ("ready", "none", "error"))
    return model, buying


def open_missing(window, qtbot, key=STEW):
    model = open_recipe(window, qtbot, key)
    press(window, qtbot, "recipe.buyall")
    missing = model.property("missing")
    qtbot.waitUntil(lambda: state(missing) in ("ready", "none"))
    return model, missing


def said(window):
    return [row.text for row in toasts(window)]


def offered(window, food="두부", limit=5):
    """What is sold for a food, as the buying service ranks it."""
    desk = window.box.recipes
    need = desk.recipe_buying.need(line(food, 1, "모"), Fraction(1))
    return desk.recipe_buying.products(need)[:limit]


def test_a_missing_ingredient_unfolds_at_most_five_products_of_both_markets(demo_window, qtbot):
    _, buying = unfold(demo_window, qtbot, "두부")
    found = rows(buying, "rows")
    assert 1 < len(found) <= 5
    assert {row.marketText for row in found} == {"방송", "콕"}
    aired = next(row for row in found if row.broadcast)
    assert BroadcastId.parse(aired.broadcast).starts_at > demo_window.clock.now()
    assert aired.whenText.startswith(("오늘 ", "내일 "))
    assert aired.whenText.endswith("번")
    sold = next(row for row in found if not row.broadcast)
    assert (sold.whenText, sold.stateKind) == ("", "")
    assert sold.unitPriceText
    assert sold.mealsText.startswith("이 요리를 ")
    qtbot.waitUntil(lambda: sold.name in texts_below(demo_window.item("recipe.buying")))
    assert buying.property("title") == "두부 살 수 있는 곳 · 이 요리에는 ½모"


def test_the_same_ingredient_folds_again_and_another_takes_its_place(demo_window, qtbot):
    model, buying = unfold(demo_window, qtbot, "두부")
    press(demo_window, qtbot, f"recipe.ingredient.{ingredient(model, '양파').key}")
    assert [r.name for r in rows(model, "ingredients") if r.isOpen] == ["양파"]
    qtbot.waitUntil(lambda: state(buying) == "ready")
    assert "양파" in rows(buying, "rows")[0].name
    assert buying.property("title").startswith("양파 살 수 있는 곳")
    press(demo_window, qtbot, f"recipe.ingredient.{ingredient(model, '양파').key}")
    assert [r.name for r in rows(model, "ingredients") if r.isOpen] == []
    assert state(buying) == "waiting"
    qtbot.waitUntil(lambda: demo_window.item("recipe.buying") is None)


def test_what_unfolds_comes_into_sight(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    model = open_recipe(demo_window, qtbot)
    scroll = demo_window.item("recipe.scroll")
    model.toggle(ingredient(model, "두부").key)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("recipe.buying")))

    def place():
        return demo_window.item("recipe.buying").mapToItem(scroll, QPointF(0, 0)).y()

    qtbot.waitUntil(lambda: 0 < place() < scroll.height() / 2)


def test_what_is_offered_goes_by_the_servings_that_are_chosen(demo_window, qtbot):
    model, buying = unfold(demo_window, qtbot, "두부")
    before = rows(buying, "rows")[0].mealsText
    model.property("scale").step(1)
    qtbot.waitUntil(lambda: rows(buying, "rows")[0].mealsText != before)
    assert buying.property("title").endswith("이 요리에는 ⅔모")


def test_a_product_opens_its_page_and_an_airing_its_broadcast(demo_window, qtbot):
    _, buying = unfold(demo_window, qtbot, "두부")
    navigator = demo_window.models.navigator
    found = rows(buying, "rows")
    aired = next(row for row in found if row.broadcast)
    press(demo_window, qtbot, f"recipe.buy.{aired.key}")
    assert navigator.property("broadcast") == aired.broadcast
    navigator.close()
    sold = next(row for row in found if not row.broadcast)
    press(demo_window, qtbot, f"recipe.buy.{sold.key}")
    assert (navigator.property("page"), navigator.property("product")) == ("product", sold.key)


def test_one_product_goes_into_the_cart_for_its_recipe_and_back_out(demo_window, qtbot):
    model, buying = unfold(demo_window, qtbot, "두부")
    row = rows(buying, "rows")[0]
    press(demo_window, qtbot, f"recipe.add.{row.key}")
    qtbot.waitUntil(lambda: said(demo_window) == ["장바구니에 담았어요."])
    (kept,) = cart_lines(demo_window)
    assert (str(kept.product), kept.quantity, kept.recipe) == (row.key, 1, RecipeKey.parse(STEW))
    demo_window.models.notices.act(told(demo_window, qtbot, 0).key)
    qtbot.waitUntil(lambda: cart_lines(demo_window) == ())
    qtbot.waitUntil(lambda: badges(model)["두부"][0] == "미보유")


def test_undoing_a_second_piece_leaves_the_first(demo_window, qtbot):
    _, buying = unfold(demo_window, qtbot, "두부")
    key = rows(buying, "rows")[0].key
    buying.add(key)
    qtbot.waitUntil(lambda: len(cart_lines(demo_window)) == 1)
    buying.add(key)
    qtbot.waitUntil(lambda: "이미 담은 상품이라 수량을 2개로 바꿨어요." in said(demo_window))
    demo_window.models.notices.act(told(demo_window, qtbot).key)
    qtbot.waitUntil(lambda: [kept.quantity for kept in cart_lines(demo_window)] == [1])


def test_an_ingredient_nobody_knows_can_be_searched_by_its_name(demo_window, qtbot):
    strange = line("별나라가루", 1, "큰술")
    one = own_recipe(ingredients=(replace(strange, food=None), line("두부")))
    _, buying = unfold(demo_window, qtbot, "별나라가루", put_recipe(demo_window, one))
    assert state(buying) == "none"
    assert buying.property("stateTitle") == "아직 모르는 재료예요."
    press(demo_window, qtbot, "recipe.buying.action")
    assert demo_window.models.navigator.property("page") == "search"
    assert demo_window.models.search.property("query") == "별나라가루"


def test_nothing_on_sale_says_so(demo_window, qtbot):
    one = own_recipe(ingredients=(line("정향", 2), line("두부")))
    _, buying = unfold(demo_window, qtbot, "정향", put_recipe(demo_window, one))
    assert (state(buying), buying.property("stateTitle")) == ("none", "관련 상품이 없어요.")


def test_a_failure_takes_nothing_along_and_can_be_tried_again(demo_window, qtbot):
    class Broken:
        def for_need(self, need, limit=5):
            raise ModelError("사전이 없어요")

    desk = demo_window.box.recipes
    whole = desk.buying
    desk.__dict__["buying"] = Broken()
    model, buying = unfold(demo_window, qtbot, "두부")
    assert (state(model), state(buying)) == ("ready", "error")
    desk.__dict__["buying"] = whole
    press(demo_window, qtbot, "recipe.buying.action")
    qtbot.waitUntil(lambda: state(buying) == "ready")


def test_all_missing_ingredients_are_listed_with_choices_and_their_sum(demo_window, qtbot):
    model, missing = open_missing(demo_window, qtbot)
    found = rows(missing, "rows")
    wanted = [row.name for row in rows(model, "ingredients") if row.badgeText == "미보유"]
    assert [row.name for row in found] == wanted
    for row in found:
        assert row.isOn == (row.hasProduct and "대신 쓸 수 있어요" not in row.productText)
    assert all(row.productText == "파는 곳을 찾지 못했어요" for row in found if not row.hasProduct)
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "missing.sum")))
    assert missing.property("sumText") in texts_below(over(demo_window, "missing.sum"))
    count = sum(row.isOn for row in found)
    assert missing.property("sumText").startswith(f"상품 {count}가지 · ")


def test_leaving_one_out_and_choosing_another_changes_the_sum(demo_window, qtbot):
    _, missing = open_missing(demo_window, qtbot)
    before = missing.property("sumText")
    row = next(row for row in rows(missing, "rows") if row.placeText.startswith("1/"))
    missing.next(row.key)
    other = next(one for one in rows(missing, "rows") if one.key == row.key)
    assert other.productName != row.productName
    assert other.placeText.startswith("2/")
    missing.next(row.key)
    for one in rows(missing, "rows"):
        if one.isOn:
            missing.toggle(one.key)
    assert missing.property("sumText") == "고른 상품이 없어요."
    assert not missing.property("canAdd")
    missing.add()
    assert cart_lines(demo_window) == ()
    assert before != missing.property("sumText")


def test_all_go_into_the_cart_at_once_and_come_back_out_at_once(demo_window, qtbot):
    model, missing = open_missing(demo_window, qtbot)
    count = sum(row.isOn for row in rows(missing, "rows"))
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "missing.add")))
    over(demo_window, "missing.add").clicked.emit()
    qtbot.waitUntil(lambda: said(demo_window) == [f"{count}가지를 장바구니에 담았어요."])
    assert not missing.property("isOpen")
    assert len(cart_lines(demo_window)) == count
    qtbot.waitUntil(lambda: model.property("counts").get("cart", 0) >= count)
    demo_window.models.notices.act(told(demo_window, qtbot, 0).key)
    qtbot.waitUntil(lambda: cart_lines(demo_window) == ())


def test_escape_leaves_the_popup_without_buying(demo_window, qtbot):
    demo_window.window.requestActivate()
    model, missing = open_missing(demo_window, qtbot)
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "missing.close")))
    QTest.keyClick(demo_window.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not missing.property("isOpen"))
    assert cart_lines(demo_window) == ()
    assert state(model) == "ready"


def test_the_popup_says_each_line_with_its_product(demo_window, qtbot):
    _, missing = open_missing(demo_window, qtbot)
    row = rows(missing, "rows")[0]
    qtbot.waitUntil(lambda: is_seen(over(demo_window, f"missing.line.{row.key}")))
    assert spoken(over(demo_window, f"missing.line.{row.key}")) == row.spokenText
    assert row.productName in row.spokenText


def test_missing_ingredients_go_onto_the_shopping_list_and_back(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    model.property("scale").step(3)
    press(demo_window, qtbot, "recipe.listall")
    listed = demo_window.box.recipes.shopping_list.entries
    qtbot.waitUntil(lambda: len(listed()) == 9)
    qtbot.waitUntil(lambda: said(demo_window) == ["9가지를 장보기 목록에 넣었어요."])
    assert {title for one in listed() for title in one.recipe_titles} == {"돼지고기 김치찌개"}
    demo_window.models.notices.act(told(demo_window, qtbot, 0).key)
    qtbot.waitUntil(lambda: listed() == ())


def test_nothing_missing_offers_nothing_to_buy(demo_window, qtbot):
    water = own_recipe(ingredients=(line("물", 500, "ml"),))
    model = open_recipe(demo_window, qtbot, put_recipe(demo_window, water))
    assert model.property("counts") == {}
    assert not is_seen(demo_window.item("recipe.buyall"))
    model.buyMissing()
    missing = model.property("missing")
    qtbot.waitUntil(lambda: state(missing) == "none")
    assert missing.property("stateTitle") == "부족한 재료가 없어요."


def test_one_product_for_two_foods_is_bought_as_often_as_both_need(demo_window):
    tofu = offered(demo_window)[0]

    def food(name, meals):
        return MissingFood(name, line(name), None, (replace(tofu, meals=meals),))

    both = [first_choice(food("두부", Fraction(2, 3))), first_choice(food("순두부", Fraction(2)))]
    assert [(str(one.offer.key), count) for one, count in basket(both)] == [
        (str(tofu.offer.key), 2)
    ]
    price = tofu.offer.price_krw * 2
    assert sum_text(both) == f"상품 1가지 · {price:,}원"
    unknown = [*both[:1], first_choice(food("순두부", None))]
    assert [count for _, count in basket(unknown)] == [1]


def test_a_substitute_is_only_bought_when_asked_for(demo_window):
    tofu, *others = offered(demo_window)
    other = replace(others[0], stands_in=True)
    own = first_choice(MissingFood("두부", line("두부"), None, (other, tofu)))
    assert (own.is_on, own.product) == (True, tofu)
    only = first_choice(MissingFood("두부", line("두부"), None, (other,)))
    assert (only.is_on, only.product) == (False, other)
    assert basket([only]) == []
    assert basket([Choice(only.food, True)]) == [(other, 1)]
