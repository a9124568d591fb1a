"""판매처 정보: asked for when a product is opened, and what it shows before, after and instead."""

from __future__ import annotations

import base64
import shutil
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eats_desktop.demo.web import HTML_TYPE, Response, not_found
from eats_desktop.domain.schedule import ProductKey
from tests.gui.conftest import EVENING
from tests.helpers.browsing import (
    is_seen,
    open_broadcast,
    press,
    rows,
    spoken,
    state,
    texts_below,
    today,
)
from tests.helpers.product_shop import Shop
from tests.helpers.storage_builders import rows as stored_rows
from tests.helpers.window import open_window

pytestmark = pytest.mark.gui

CHECKED = "판매처가 알려 준 정보 · 11월 25일 확인"
ASKING = "판매처 정보를 가져오는 중이에요"
NEVER = "판매처 정보를 아직 받지 않았어요."


@pytest.fixture
def watched(qtbot, qapp, tmp_path, fetched):
    """A window over two fetched days whose sites say which product pages they were asked for."""
    shutil.copytree(fetched, tmp_path, dirs_exist_ok=True)
    with open_window(tmp_path, EVENING, sites=Shop) as window:
        yield window


def foods(window, source):
    sql = "SELECT product_id FROM product WHERE source = ? AND is_food ORDER BY product_id"
    found = stored_rows(window.box.databases.catalog, sql, source)
    return [ProductKey(source, product_id) for (product_id,) in found]


def detail(model):
    return model.property("detail")


def open_product(window, qtbot, key):
    """Open a product's page and return what tells of its seller's page."""
    window.models.navigator.openProduct(str(key))
    product = window.models.product
    qtbot.waitUntil(lambda: [row.key for row in rows(product, "card")] == [str(key)])
    product.chooseTab("seller")
    qtbot.waitUntil(lambda: is_seen(window.item("product.detail")))
    return detail(product)


def shown(window, qtbot, key, kind="ready"):
    found = open_product(window, qtbot, key)
    qtbot.waitUntil(lambda: state(found) == kind)
    return found


def seen_in(window, name):
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts_below(window.item(name))]


def airing_of(window, source):
    """A broadcast still to come whose first food is of that seller."""
    return next(
        b
        for b in today(window)
        if b.starts_at > EVENING and b.food_products and b.food_products[0].key.source == source
    )


def test_an_opened_product_asks_its_seller_once_and_shows_all_it_says(watched, qtbot):
    key = foods(watched, "kok")[0]
    found = shown(watched, qtbot, key)
    assert len(watched.sites.asked) == 1
    known = watched.box.product_pages.service.of_product(key).detail
    seen = seen_in(watched, "product.detail")
    assert {"배송", known.delivery, "판매자", known.seller, "구매자 평점"} <= set(seen)
    assert f"필수 표기정보 {len(known.facts)}가지" in seen
    assert {known.facts[0].label, known.facts[0].value} <= set(seen)
    assert seen[-1] == CHECKED
    line = rows(found, "facts")[0]
    assert line.spokenText == f"{known.facts[0].label}: {known.facts[0].value}"
    watched.models.product.refresh()
    open_product(watched, qtbot, foods(watched, "kok")[1])
    shown(watched, qtbot, key)
    asked = [request.query["proCode"] for request in watched.sites.asked]
    assert len(asked) == len(set(asked))


def test_a_day_later_it_is_asked_for_again_while_the_old_is_shown(watched, qtbot):
    key = foods(watched, "kok")[0]
    shown(watched, qtbot, key)
    watched.models.navigator.go("home")
    watched.clock.advance(timedelta(hours=24))
    shown(watched, qtbot, key)
    qtbot.waitUntil(lambda: len(watched.sites.asked) == 2)
    renewed = "판매처가 알려 준 정보 · 11월 26일 확인"
    qtbot.waitUntil(lambda: seen_in(watched, "product.detail")[-1] == renewed)


def test_the_pictures_of_the_page_come_by_keys_arrows_and_in_words(watched, qtbot):
    found = shown(watched, qtbot, foods(watched, "kok")[0])
    qtbot.waitUntil(lambda: len(found.property("photos")) > 2)
    count = len(found.property("photos"))
    gallery = watched.item("gallery")
    assert spoken(gallery) == f"상품 사진 {count}장 가운데 1번째"
    assert f"1 / {count}" in texts_below(gallery)
    gallery.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(watched.window, Qt.Key.Key_Right)
    assert spoken(gallery) == f"상품 사진 {count}장 가운데 2번째"
    for _ in range(2):
        QTest.keyClick(watched.window, Qt.Key.Key_Left)
    assert f"{count} / {count}" in texts_below(gallery)
    watched.item("gallery.forward").clicked.emit()
    assert f"1 / {count}" in texts_below(gallery)


def test_reviews_are_shown_in_figures_and_nothing_people_wrote(watched, qtbot):
    found = shown(watched, qtbot, foods(watched, "kok")[0])
    watched.models.product.chooseTab("reviews")
    qtbot.waitUntil(lambda: is_seen(watched.item("product.reviews.stars")))
    seen = seen_in(watched, "product.reviews")
    assert found.property("ratingText") in seen
    assert [f"{n}점" for n in (5, 4, 3, 2, 1)] == [row.key for row in rows(found, "stars")]
    assert sum(row.percent for row in rows(found, "stars")) == 100
    assert {"가격", "배송", "맛"} <= set(seen)
    assert not [text for text in seen if "후기" in text or "0000" in text]


def test_a_long_notice_is_folded_until_it_is_wanted(watched, qtbot):
    found = shown(watched, qtbot, foods(watched, "kok")[0])
    all_of_them = found.property("factCount")
    assert len(rows(found, "facts")) < all_of_them
    press(watched, qtbot, "detail.fold")
    assert len(rows(found, "facts")) == all_of_them
    assert watched.item("detail.fold").property("text") == "표기정보 접기"
    press(watched, qtbot, "detail.fold")
    assert len(rows(found, "facts")) < all_of_them


def test_while_the_seller_thinks_it_says_so_and_the_product_can_be_read(watched, qtbot):
    answer = threading.Event()

    def slow(request):
        answer.wait(10)
        return watched.sites.honest(request)

    watched.sites.instead["kok"] = slow
    found = shown(watched, qtbot, foods(watched, "kok")[0], "loading")
    assert ASKING in seen_in(watched, "product.detail")
    assert CHECKED not in seen_in(watched, "product.detail")
    assert is_seen(watched.item("product.name"))
    answer.set()
    qtbot.waitUntil(lambda: state(found) == "ready")
    assert ASKING not in seen_in(watched, "product.detail")


def test_products_that_are_only_leafed_through_are_not_asked_for(watched, qtbot):
    answer = threading.Event()
    watched.sites.instead["kok"] = lambda request: answer.wait(10) and watched.sites.honest(request)
    first, *between, last = foods(watched, "kok")[:4]
    shown(watched, qtbot, first, "loading")
    for key in (*between, last):
        found = shown(watched, qtbot, key, "loading")
    answer.set()
    qtbot.waitUntil(lambda: state(found) == "ready")
    tokens = [request.query["proCode"] for request in watched.sites.asked]
    assert [base64.b64decode(each).decode() for each in tokens] == [
        first.product_id,
        last.product_id,
    ]
    shown(watched, qtbot, between[0])


def test_a_failure_is_said_and_can_be_tried_again(watched, qtbot):
    watched.sites.instead["kok"] = lambda _request: replace(not_found(), status=500)
    found = shown(watched, qtbot, foods(watched, "kok")[0], "error")
    seen = seen_in(watched, "product.detail")
    assert "제때 답을 받지 못했어요. (NET-02)" in seen
    assert "배송과 표기정보는 판매처에서 확인해 주세요." in seen
    assert state(watched.models.product) == "ready"
    watched.sites.instead.clear()
    press(watched, qtbot, "detail.ask")
    qtbot.waitUntil(lambda: state(found) == "ready")


def test_when_sellers_were_asked_enough_it_says_to_wait_for_tomorrow(watched, qtbot):
    watched.box.settings.update("sync", details_per_day=0)
    shown(watched, qtbot, foods(watched, "kok")[0], "error")
    assert "오늘은 판매처에 물을 만큼 물었어요." in seen_in(watched, "product.detail")
    assert not is_seen(watched.item("detail.ask"))
    assert watched.sites.asked == []


def test_a_sale_that_is_over_is_a_state_and_leaves_what_was_known(watched, qtbot):
    first, second = foods(watched, "kok")[:2]
    shown(watched, qtbot, first)
    shown(watched, qtbot, second)
    watched.clock.advance(timedelta(hours=25))
    watched.sites.instead["kok"] = lambda _request: not_found()
    found = shown(watched, qtbot, first)
    qtbot.waitUntil(lambda: found.property("isEnded"))
    qtbot.waitUntil(lambda: is_seen(watched.item("detail.ended")))
    seen = seen_in(watched, "product.detail")
    assert "판매처에서 판매가 끝났다고 해요." in seen
    assert "아래는 끝나기 전에 알려 준 정보예요. 다시 팔 수도 있어요." in seen
    assert seen[-1] == "판매가 끝난 것을 11월 26일에 확인했어요."
    assert rows(found, "facts")


def test_of_a_sale_that_was_over_before_it_was_read_nothing_else_is_said(watched, qtbot):
    notice = "<html><body><p>판매가 종료된 상품입니다.</p></body></html>".encode()
    watched.sites.instead["kok"] = lambda _request: Response(
        200, {"Content-Type": HTML_TYPE}, notice
    )
    shown(watched, qtbot, foods(watched, "kok")[0])
    qtbot.waitUntil(lambda: is_seen(watched.item("detail.ended")))
    assert seen_in(watched, "product.detail") == [
        "배송과 표기정보",
        "판매처에서 판매가 끝났다고 해요.",
        "다시 팔 수도 있어요.",
        "판매가 끝난 것을 11월 25일에 확인했어요.",
    ]


@pytest.mark.parametrize("source", ["hmall", "hnsmall"])
def test_a_broadcast_shows_its_product_when_asked_to(watched, qtbot, source):
    model = open_broadcast(watched, qtbot, airing_of(watched, source))
    found = detail(model)
    qtbot.waitUntil(lambda: state(found) == "never")
    assert NEVER in seen_in(watched, "broadcast.detail")
    assert watched.sites.asked == []
    press(watched, qtbot, "detail.ask")
    qtbot.waitUntil(lambda: state(found) == "ready")
    assert len(watched.sites.asked) == 1
    seen = seen_in(watched, "broadcast.detail")
    assert "배송" in seen
    assert any(text.startswith("필수 표기정보 ") for text in seen)
    assert seen[-1] == CHECKED
    assert len(found.property("photos")) > 1
    qtbot.waitUntil(lambda: is_seen(watched.item("gallery")))
    assert spoken(watched.item("gallery")).startswith("상품 사진 ")


def test_a_seller_whose_pages_are_not_read_is_said_to_be_so(watched, qtbot):
    model = open_broadcast(watched, qtbot, airing_of(watched, "nsmall"))
    qtbot.waitUntil(lambda: state(detail(model)) == "none")
    assert "판매처 정보가 없어요." in seen_in(watched, "broadcast.detail")
    assert not is_seen(watched.item("detail.ask"))


def test_a_run_in_the_background_reaches_the_open_broadcast(watched, qtbot):
    chosen = airing_of(watched, "hmall")
    found = detail(open_broadcast(watched, qtbot, chosen))
    qtbot.waitUntil(lambda: state(found) == "never")
    watched.box.tasks.background(
        lambda: watched.box.product_pages.enrichment.ask(chosen.food_products[0].key),
        lambda _outcome: None,
    )
    qtbot.waitUntil(lambda: state(found) == "ready")


def test_another_product_never_shows_the_seller_of_the_last(watched, qtbot):
    first, second = foods(watched, "kok")[:2]
    found = shown(watched, qtbot, first)
    of_first, since = set(found.property("photos")), []
    answer = threading.Event()
    watched.sites.instead["kok"] = lambda request: answer.wait(10) and watched.sites.honest(request)
    found.shown.connect(lambda: since.append((found.property("photos"), rows(found, "facts"))))
    open_product(watched, qtbot, second)
    qtbot.waitUntil(lambda: state(found) == "loading")
    assert since
    assert not [photos for photos, facts in since if facts or of_first & set(photos)]
    assert CHECKED not in seen_in(watched, "product.detail")
    answer.set()
    qtbot.waitUntil(lambda: state(found) == "ready")
    assert rows(found, "facts")


def test_a_seller_that_refuses_is_not_asked_again_at_each_refresh(watched, qtbot):
    watched.sites.instead["kok"] = lambda _request: replace(not_found(), status=403)
    key = foods(watched, "kok")[0]
    found = shown(watched, qtbot, key, "error")
    for _ in range(3):
        found.refresh()
        qtbot.wait(50)
    assert state(found) == "error"
    assert len(watched.sites.asked) == 1
