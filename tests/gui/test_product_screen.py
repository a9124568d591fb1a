"""상품 화면, 값 카드, 비슷한 상품과 방송: what they show and where they lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from eats_desktop.domain.errors import ModelError
from eats_desktop.domain.schedule import BroadcastId
from tests.gui.conftest import EVENING
from tests.helpers.browsing import (
    is_seen,
    later_today,
    on_page,
    open_broadcast,
    press,
    rows,
    spoken,
    state,
    texts_below,
    web_browser,
)
from tests.helpers.listings import product
from tests.helpers.storage_builders import FOOD, airing, key, put

pytestmark = pytest.mark.gui

GONE = "kok:1"


def shelf(model):
    return model.property("shelf")


def matched(window):
    """A broadcast still to come whose headline product the mall has something like."""
    found = (b for b in later_today(window) if window.box.shelves.mall(b.headline.key))
    return next(b for b in found if len(b.food_products) > 1)


def open_with_shelf(window, qtbot):
    detail = open_broadcast(window, qtbot, matched(window))
    qtbot.waitUntil(lambda: state(shelf(detail)) == "ready")
    return detail


def open_product(window, qtbot, product_key=None):
    """Open the page of a mall product, by default of one that is on air too."""
    wanted = product_key or str(window.box.shelves.mall(matched(window).headline.key)[0].offer.key)
    model = window.models.product
    window.models.navigator.openProduct(wanted)
    qtbot.waitUntil(lambda: [row.key for row in rows(model, "card")] == [wanted])
    qtbot.waitUntil(lambda: state(shelf(model)) in ("ready", "none"))
    qtbot.waitUntil(lambda: is_seen(window.item("product.name")))
    return model


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def seen_in(window, name):
    return [plain(text) for text in texts_below(window.item(name))]


def test_from_a_broadcast_to_the_mall_to_a_like_broadcast_and_all_the_way_back(demo_window, qtbot):
    models, navigator = demo_window.models, demo_window.models.navigator
    on_page(demo_window, qtbot, "schedule")
    detail = open_with_shelf(demo_window, qtbot)
    first = detail.property("key")
    counterpart = rows(shelf(detail), "rows")[0]
    press(demo_window, qtbot, f"shelf.{counterpart.key}")
    qtbot.waitUntil(lambda: navigator.property("page") == "product")
    qtbot.waitUntil(lambda: state(models.product) == "ready")
    assert rows(models.product, "card")[0].name == counterpart.name
    qtbot.waitUntil(lambda: counterpart.name in seen_in(demo_window, "product"))
    qtbot.waitUntil(lambda: state(shelf(models.product)) == "ready")
    like = rows(shelf(models.product), "rows")[0]
    press(demo_window, qtbot, f"shelf.{like.key}")
    qtbot.waitUntil(lambda: detail.property("key") == like.key)
    demo_window.window.requestActivate()
    for _ in range(2):
        QTest.keyClick(demo_window.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert navigator.property("page") == "schedule"
    qtbot.waitUntil(lambda: [row.key for row in rows(detail, "card")] == [first])


def test_a_shelf_says_why_each_is_there_and_how_its_price_compares(demo_window, qtbot):
    detail = open_with_shelf(demo_window, qtbot)
    found = rows(shelf(detail), "rows")
    assert 0 < len(found) <= 5
    assert all(row.reasonText for row in found)
    assert all("당" not in row.reasonText for row in found)
    for row in found:
        if row.comparisonText:
            assert plain(row.comparisonText).startswith(("100g당 ", "100ml당 ", "한 개당 "))
        item = demo_window.arrived(f"shelf.{row.key}", qtbot)
        assert {row.name, row.reasonText} <= set(texts_below(item))
        assert spoken(item) == row.spokenText
        assert {row.name, row.reasonText} <= set(row.spokenText.split(", "))


def test_like_broadcasts_say_day_hours_and_channel_soonest_first(demo_window, qtbot):
    model = open_product(demo_window, qtbot)
    found = rows(shelf(model), "rows")
    assert 0 < len(found) <= 5
    starts = [BroadcastId.parse(row.key).starts_at for row in found]
    assert starts == sorted(starts)
    assert [row.isLive for row in found] == sorted((r.isLive for r in found), reverse=True)
    assert all(row.whenText.split()[0] in ("오늘", "내일") for row in found)
    assert all("번" in row.sellerText for row in found)


def test_the_price_card_stands_at_the_headline_and_moves_to_what_is_chosen(demo_window, qtbot):
    chosen = matched(demo_window)
    detail = open_with_shelf(demo_window, qtbot)
    first = str(chosen.headline.key)
    assert [row.key for row in rows(detail, "products") if row.isChosen] == [first]
    other = next(row.key for row in rows(detail, "products") if row.key != first)
    assert "지켜본 지 얼마 안 됐어요." in seen_in(demo_window, f"product.{first}")
    assert "지켜본 지 얼마 안 됐어요." not in seen_in(demo_window, f"product.{other}")
    press(demo_window, qtbot, f"product.{other}")
    assert [row.key for row in rows(detail, "products") if row.isChosen] == [other]
    qtbot.waitUntil(lambda: state(shelf(detail)) in ("ready", "none"))
    mall = demo_window.box.shelves.mall
    wanted = next(p.key for p in chosen.food_products if str(p.key) == other)
    qtbot.waitUntil(
        lambda: (
            [r.key for r in rows(shelf(detail), "rows")]
            == [str(one.offer.key) for one in mall(wanted)]
        )
    )
    detail.refresh()
    qtbot.wait(50)
    assert [row.key for row in rows(detail, "products") if row.isChosen] == [other]


def test_after_prices_changed_the_card_says_what_it_saw(demo_window, qtbot):
    starts_at = EVENING.replace(second=0) + timedelta(hours=30)
    fish = product("1", "바다골 손질 고등어 2kg", 39900)
    databases = demo_window.box.databases
    put(databases, airing(starts_at, fish), at=EVENING - timedelta(days=22))
    cheaper = airing(starts_at + timedelta(hours=3), replace(fish, sale_price_krw=34900))
    put(databases, cheaper, at=EVENING)
    detail = open_broadcast(demo_window, qtbot, BroadcastId("hmall", cheaper.id.starts_at))
    row = rows(detail, "products")[0]
    assert (row.verdictKind, row.verdictText) == ("ok", "11월 3일부터 본 값 중 가장 싸요.")
    assert row.watchText == "11월 3일부터 지켜봄 · 값 기록 2개"
    qtbot.waitUntil(lambda: row.verdictText in seen_in(demo_window, "price.card"))
    assert row.verdictText.rstrip(".") in spoken(demo_window.item("price.card"))
    detail = open_broadcast(demo_window, qtbot, BroadcastId("hmall", starts_at))
    assert rows(detail, "products")[0].verdictText == "최근 30일 최저보다 5,000원 비싸요."


def test_a_product_shows_name_store_prices_amount_and_as_of(demo_window, qtbot):
    model = open_product(demo_window, qtbot)
    row = rows(model, "card")[0]
    seen = seen_in(demo_window, "product")
    assert {row.name, f"콕 상품 · {row.brand}", row.priceText, plain(row.unitPriceText)} <= set(
        seen
    )
    assert row.amountText in seen
    assert "20:00에 본 값이에요." in seen
    assert not model.property("isOld")
    with web_browser() as browser:
        press(demo_window, qtbot, "product.seller")
    assert browser.visited == [row.link]


def test_a_price_of_yesterday_is_said_to_be_old(demo_window, qtbot):
    model = open_product(demo_window, qtbot)
    demo_window.travel(hours=24, seconds=1)
    model.refresh()
    qtbot.waitUntil(lambda: model.property("isOld"))
    assert model.property("asOfText") == "어제 20:00에 본 값이에요. 지금은 다를 수 있어요."


def test_what_nothing_is_like_says_so_with_a_line_that_helps(demo_window, qtbot):
    lone = product("77", "이름 모를 것", 9900, source="kok")
    with demo_window.box.databases.writer.transaction() as tx:
        tx.save_mall([lone], {key(lone): FOOD}, EVENING)
    model = open_product(demo_window, qtbot, "kok:77")
    assert state(shelf(model)) == "none"
    wanted = {"비슷한 방송이 없어요.", shelf(model).property("stateHelp")}
    qtbot.waitUntil(lambda: wanted <= set(seen_in(demo_window, "product.shelf")))


def test_a_shelf_that_fails_takes_nothing_along_and_can_be_tried_again(demo_window, qtbot):
    class Broken:
        def of_product(self, key, to, limit):
            raise ModelError("모델이 없어요")

    whole = demo_window.box.food.similar
    chosen = matched(demo_window)
    demo_window.box.food.__dict__["similar"] = Broken()
    detail = open_broadcast(demo_window, qtbot, chosen)
    qtbot.waitUntil(lambda: state(shelf(detail)) == "error")
    assert state(detail) == "ready"
    demo_window.box.food.__dict__["similar"] = whole
    press(demo_window, qtbot, "broadcast.shelf.retry")
    qtbot.waitUntil(lambda: state(shelf(detail)) == "ready")


def test_a_product_that_is_not_there_fails_in_words(demo_window, qtbot):
    demo_window.models.navigator.openProduct(GONE)
    model = demo_window.models.product
    qtbot.waitUntil(lambda: state(model) == "error")
    assert "찾으시는 것이 없어요." in model.property("stateTitle")
    assert rows(model, "card") == ()
    assert state(shelf(model)) == "waiting"


def test_another_product_never_shows_the_shelf_of_the_last(demo_window, qtbot):
    model = open_product(demo_window, qtbot)
    assert rows(shelf(model), "rows")
    demo_window.models.navigator.openProduct(GONE)
    assert rows(shelf(model), "rows") == ()


def test_the_page_takes_the_focus_and_the_arrows_scroll_it(demo_window, qtbot):
    demo_window.window.resize(1024, 640)
    demo_window.models.look.chooseTextScale(150)
    demo_window.window.requestActivate()
    open_product(demo_window, qtbot)
    scroll = demo_window.item("product.scroll")
    qtbot.waitUntil(scroll.hasActiveFocus)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Down)
    assert scroll.property("contentY") > 0


def test_every_control_of_the_page_has_a_name(demo_window, qtbot):
    QAccessible.setActive(True)
    try:
        open_product(demo_window, qtbot)
        controls = [i for i in demo_window.items() if is_seen(i) and i.activeFocusOnTab()]
        assert [i.objectName() for i in controls if not spoken(i).strip()] == []
    finally:
        QAccessible.setActive(False)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 100), (1100, 800, 100), (1024, 640, 150), (640, 480, 200)],
)
def test_nothing_reaches_over_the_edge_at_any_size(demo_window, qtbot, width, height, size):
    demo_window.models.look.chooseTextScale(size)
    demo_window.window.resize(width, height)
    open_product(demo_window, qtbot)
    screen = demo_window.item("product")
    frame = screen.mapRectToScene(screen.boundingRect())
    for item in demo_window.items():
        if is_seen(item) and screen.isAncestorOf(item) and not item.childItems():
            place = item.mapRectToScene(QRectF(0, 0, item.width(), 1))
            assert place.left() >= frame.left() - 1, texts_below(item)
            assert place.right() <= frame.right() + 1, texts_below(item)
