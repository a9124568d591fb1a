"""레시피 상세: what a dish needs and what of it is there, for how many, my stars, its own page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from eats_desktop.domain.pantry import Origin
from eats_desktop.domain.recipe_event import RecipeEventKind
from eats_desktop.domain.stored_recipe import RecipeKey
from eats_desktop.domain.use_up import StockItem
from tests.gui.conftest import EVENING
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
    unreadable,
    web_browser,
)
from tests.helpers.kitchen import ordered
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

SITE = "https://dishes.example/42"


def over(window, name):
    """An item of what lies over the window."""
    return next((item for item in overlay_items(window) if item.objectName() == name), None)


def seen_in(window, name):
    return texts_below(window.item(name))


def test_a_recipe_shows_its_facts_ingredients_steps_and_tips(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    facts = {row.key: row.value for row in rows(model, "facts")}
    assert facts == {
        "분량": "3인분",
        "시간": "45분",
        "난이도": "초급",
        "종류": "찌개·전골",
        "상황": "일상",
        "방법": "끓이기",
    }
    headings = [row.headingText for row in rows(model, "ingredients") if row.headingText]
    assert headings == ["주재료", "부재료", "양념"]
    steps = rows(model, "steps")
    assert [row.key for row in steps] == ["1", "2", "3", "4", "5"]
    qtbot.waitUntil(lambda: steps[0].text in seen_in(demo_window, "recipe"))
    seen = set(seen_in(demo_window, "recipe"))
    assert {"돼지고기 김치찌개", "400g", "주재료", *model.property("tips")} <= seen
    assert demo_window.window.property("title") == "Eat's 유혹 · 레시피"


def test_a_fact_the_source_lacks_is_not_there(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot, put_recipe(demo_window, own_recipe()))
    assert rows(model, "facts") == ()
    assert model.property("originText") == "가져온 레시피"
    assert rows(model, "ingredients")[0].headingText == "재료"


def test_pantry_order_cart_and_typed_words_make_an_ingredient_there(demo_window, qtbot):
    box = demo_window.box
    ordered(box.databases, "무안 햇양파 1kg", EVENING - timedelta(days=3))
    ordered(box.databases, "찰진 국간장 500ml", EVENING - timedelta(days=8))
    box.tasks.write_now(lambda: box.recipes.pantry.add("두부 1모"))
    model = open_recipe(demo_window, qtbot)
    model.take_typed([StockItem("대파 2대", "대파", None)])
    qtbot.waitUntil(lambda: badges(model)["대파"] == ("보유", "입력한 재료"))
    assert badges(model)["양파"] == ("보유", "11월 22일 주문")
    assert badges(model)["두부"] == ("보유", "냉장고")
    assert badges(model)["국간장"] == ("미보유", "")
    assert badges(model)["쌀뜨물"] == ("", "")
    assert model.property("counts") == {"have": 3, "missing": 6}
    assert box.recipes.pantry.items()[0].origin is Origin.HAND
    qtbot.waitUntil(lambda: "보유 3" in seen_in(demo_window, "recipe.counts"))


def test_what_is_put_into_the_cart_shows_at_once_as_in_the_cart(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    press(demo_window, qtbot, f"recipe.ingredient.{ingredient(model, '두부').key}")
    buying = model.property("buying")
    qtbot.waitUntil(lambda: state(buying) == "ready")
    press(demo_window, qtbot, f"recipe.add.{rows(buying, 'rows')[0].key}")
    qtbot.waitUntil(lambda: badges(model)["두부"] == ("장바구니", "장바구니"))
    assert len(cart_lines(demo_window)) == 1


def test_servings_change_every_amount_and_can_be_put_back(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    for _ in range(3):
        press(demo_window, qtbot, "recipe.servings.more")
    scale = model.property("scale")
    assert scale.property("text") == "6인분"
    assert ingredient(model, "묵은지").amountText == "800g"
    assert ingredient(model, "두부").amountText == "1모"
    assert ingredient(model, "묵은지").underText == "레시피에는 400g"
    qtbot.waitUntil(lambda: "3인분 레시피의 2배" in seen_in(demo_window, "recipe"))
    press(demo_window, qtbot, "recipe.unscale")
    assert scale.property("text") == "3인분"
    assert ingredient(model, "묵은지").underText == ""


def test_servings_go_no_lower_than_one_and_stay_with_their_recipe(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    for _ in range(5):
        press(demo_window, qtbot, "recipe.servings.less")
    assert model.property("scale").property("text") == "1인분"
    other = open_recipe(demo_window, qtbot, put_recipe(demo_window, own_recipe()))
    assert other.property("scale").property("text") == "1배"
    press(demo_window, qtbot, "recipe.servings.more")
    assert other.property("scale").property("text") == "1과 1/2배"


def test_a_recipe_fits_to_what_there_is_of_one_ingredient(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    press(demo_window, qtbot, "recipe.leftover")
    qtbot.waitUntil(lambda: is_seen(over(demo_window, "leftover.amount")))
    over(demo_window, "leftover.amount").setProperty("text", "600g")
    scale = model.property("scale")
    qtbot.waitUntil(lambda: scale.property("canUse"))
    assert scale.property("leftoverText") == "4와 1/2인분을 만들 수 있어요."
    over(demo_window, "leftover.use").clicked.emit()
    assert ingredient(model, "묵은지").amountText == "600g"
    assert scale.property("text") == "4와 1/2인분"
    press(demo_window, qtbot, "recipe.servings.more")
    assert scale.property("text") == "5인분"


@pytest.mark.parametrize("words", ["세 움큼쯤", "100ml 병", "0g"])
def test_an_amount_that_cannot_be_compared_changes_nothing(demo_window, qtbot, words):
    scale = open_recipe(demo_window, qtbot).property("scale")
    scale.write(words)
    qtbot.waitUntil(lambda: scale.property("leftoverText") != "")
    assert not scale.property("canUse")
    scale.use()
    assert scale.property("text") == "3인분"


def test_stars_are_given_changed_and_taken_back(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    rating, events = model.property("rating"), demo_window.box.recipes.events
    key = RecipeKey.parse(STEW)
    press(demo_window, qtbot, "recipe.star.4")
    qtbot.waitUntil(lambda: rating.property("stars") == 4)
    assert events.rating(key) == 4
    press(demo_window, qtbot, "recipe.star.2")
    qtbot.waitUntil(lambda: events.rating(key) == 2)
    qtbot.waitUntil(lambda: any(row.text == "별점을 바꿨어요." for row in toasts(demo_window)))
    demo_window.models.notices.act(told(demo_window, qtbot).key)
    qtbot.waitUntil(lambda: rating.property("stars") == 4)
    press(demo_window, qtbot, "recipe.unrate")
    qtbot.waitUntil(lambda: rating.property("stars") == 0)
    assert events.rating(key) is None
    assert rating.property("text") == "별을 눌러 내 별점을 남겨요."


def test_stars_are_there_again_when_the_recipe_is_opened_anew(demo_window, qtbot):
    rating = open_recipe(demo_window, qtbot).property("rating")
    rating.rate(5)
    qtbot.waitUntil(lambda: rating.property("stars") == 5)
    open_recipe(demo_window, qtbot, put_recipe(demo_window, own_recipe()))
    assert rating.property("stars") == 0
    open_recipe(demo_window, qtbot)
    assert rating.property("stars") == 5


def test_opening_a_recipe_is_noted_once_a_visit(demo_window, qtbot):
    model = open_recipe(demo_window, qtbot)
    model.refresh()
    demo_window.models.navigator.go("home")
    demo_window.models.navigator.back()
    events = demo_window.box.recipes.events
    qtbot.waitUntil(lambda: len(events.since(EVENING - timedelta(days=1))) == 1)
    (event,) = events.since(EVENING - timedelta(days=1))
    assert (event.kind, str(event.recipe)) == (RecipeEventKind.VIEW, STEW)


def test_leaving_for_the_recipes_own_page_is_confirmed(demo_window, qtbot):
    key = put_recipe(demo_window, own_recipe(source_url=SITE))
    open_recipe(demo_window, qtbot, key)
    with web_browser() as browser:
        press(demo_window, qtbot, "recipe.source")
        qtbot.waitUntil(lambda: is_seen(over(demo_window, "confirm.no")))
        assert over(demo_window, "confirm.no").hasActiveFocus()
        over(demo_window, "confirm.no").clicked.emit()
        qtbot.waitUntil(lambda: not is_seen(over(demo_window, "confirm.no")))
        assert browser.visited == []
        press(demo_window, qtbot, "recipe.source")
        qtbot.waitUntil(lambda: is_seen(over(demo_window, "confirm.yes")))
        over(demo_window, "confirm.yes").clicked.emit()
        assert browser.visited == [SITE]


def test_an_address_that_is_no_web_page_is_no_link(demo_window, qtbot):
    key = put_recipe(demo_window, own_recipe(source_url="file:///etc/passwd"))
    model = open_recipe(demo_window, qtbot, key)
    assert not model.property("hasLink")
    with web_browser() as browser:
        model.openSource()
        assert browser.visited == []


def test_a_recipe_without_steps_leads_to_its_page_and_cannot_be_cooked_from(demo_window, qtbot):
    key = put_recipe(demo_window, own_recipe(steps=(), source_url=SITE))
    model = open_recipe(demo_window, qtbot, key)
    qtbot.waitUntil(lambda: is_seen(demo_window.item("recipe.howto")))
    assert not is_seen(demo_window.item("recipe.cook"))
    model.cook()
    assert not demo_window.models.cook.property("isOpen")


def test_a_recipe_that_is_gone_says_so_with_its_code(demo_window, qtbot):
    demo_window.models.navigator.openRecipe("library:nothing")
    model = demo_window.models.recipe
    qtbot.waitUntil(lambda: state(model) == "error")
    assert model.property("stateTitle") == "레시피를 찾을 수 없어요. (REC-01)"
    assert rows(model, "ingredients") == ()


def test_a_recipe_that_cannot_be_read_can_be_tried_again(demo_window, qtbot):
    model = demo_window.models.recipe
    with unreadable(demo_window.box.databases.catalog):
        demo_window.models.navigator.openRecipe(STEW)
        qtbot.waitUntil(lambda: state(model) == "error")
    model.retry()
    qtbot.waitUntil(lambda: state(model) == "ready")


def test_links_and_the_way_back_lead_to_recipes(demo_window, qtbot):
    navigator = demo_window.models.navigator
    navigator.follow(f"eats://recipes/{STEW}")
    assert (navigator.property("page"), navigator.property("recipe")) == ("recipe", STEW)
    navigator.go("recipe")
    navigator.openProduct("kok:1")
    navigator.back()
    assert navigator.property("recipe") == STEW
    navigator.follow("eats://recipes/broken")
    assert navigator.property("page") == "home"
    navigator.go("recipe")
    assert navigator.property("page") == "home"


def test_the_page_takes_the_focus_and_the_keys_scroll_it(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    demo_window.window.requestActivate()
    open_recipe(demo_window, qtbot)
    scroll = demo_window.item("recipe.scroll")
    qtbot.waitUntil(scroll.hasActiveFocus)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Down)
    one = scroll.property("contentY")
    QTest.keyClick(demo_window.window, Qt.Key.Key_PageDown)
    assert scroll.property("contentY") > one > 0


def test_every_control_of_the_page_has_a_name(demo_window, qtbot):
    QAccessible.setActive(True)
    try:
        model = open_recipe(demo_window, qtbot)
        model.toggle(ingredient(model, "두부").key)
        qtbot.waitUntil(lambda: state(model.property("buying")) == "ready")
        controls = [i for i in demo_window.items() if is_seen(i) and i.activeFocusOnTab()]
        assert len(controls) > 20
        assert [i.objectName() for i in controls if not spoken(i).strip()] == []
        tofu = demo_window.item(f"recipe.ingredient.{ingredient(model, '두부').key}")
        assert spoken(tofu) == "두부 ½모, 미보유, 눌러서 상품 닫기"
    finally:
        QAccessible.setActive(False)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 100), (1100, 800, 100), (1024, 640, 150), (640, 480, 200)],
)
def test_nothing_reaches_over_the_edge_at_any_size(demo_window, qtbot, width, height, size):
    demo_window.models.look.chooseTextScale(size)
    demo_window.window.resize(width, height)
    wordy = line(
        "아주 길게 이름 붙인 집간장과 참기름 양념장",
        2,
        "큰술",
        note="없으면 진간장을 조금 덜 넣어요",
    )
    title = "할머니가 끓여 주시던 아주 구수한 시골 된장찌개"
    one = own_recipe(title=title, source_url=SITE, ingredients=(wordy, line("두부")))
    model = open_recipe(demo_window, qtbot, put_recipe(demo_window, one))
    model.property("scale").step(1)
    model.toggle("1")
    qtbot.waitUntil(lambda: state(model.property("buying")) == "ready")
    screen = demo_window.item("recipe")
    frame = screen.mapRectToScene(screen.boundingRect())
    for item in demo_window.items():
        if is_seen(item) and screen.isAncestorOf(item) and not item.childItems():
            place = item.mapRectToScene(QRectF(0, 0, item.width(), 1))
            assert place.left() >= frame.left() - 1, texts_below(item)
            assert place.right() <= frame.right() + 1, texts_below(item)
