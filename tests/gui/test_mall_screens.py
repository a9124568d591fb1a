"""콕: from its shelves through a long list to a product and into the cart, with keys too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest

from eats_desktop.domain.errors import StorageEnvironmentError
from eats_desktop.domain.mall import MallShelf
from eats_desktop.domain.product_detail import ProductDetail
from eats_desktop.domain.schedule import PriceKind
from eats_desktop.services.mall_service import MallQuestion
from tests.gui.conftest import EVENING
from tests.helpers.browsing import is_seen, on_page, press, rows, spoken, state, texts_below, told
from tests.helpers.mall import goods, listed

pytestmark = pytest.mark.gui


def shelf(window, name):
    found = window.models.mall.property("shelves")
    return next(one for one in found if one.property("name") == name)


def read_pages(window, count=30):
    """Let the pages of some mall products have been read, each with a discount and reviews."""
    data = window.box.databases
    offers = data.prices.offers(data.details.mall(["kok"], EVENING, count))
    priced = [offer for offer in offers.values() if offer.price_krw]
    for place, offer in enumerate(sorted(priced, key=lambda one: str(one.key))):
        price = offer.price_krw
        detail = ProductDetail(
            offer.key,
            EVENING,
            price_kind=PriceKind.PRICED,
            list_price_krw=price * 100 // (95 - place),
            sale_price_krw=price,
            rating=4.0 + place % 10 / 10,
            review_count=place * 7,
            delivery_fee_krw=0,
        )
        window.box.tasks.write_now(lambda detail=detail: data.details.save(detail))


def open_mall(window, qtbot):
    read_pages(window)
    on_page(window, qtbot, "mall")
    qtbot.waitUntil(lambda: state(shelf(window, "deals")) == "ready")
    qtbot.waitUntil(lambda: is_seen(window.item("mall.shelf.deals.cards")))
    return shelf(window, "deals")


def open_list(window, qtbot, name):
    window.models.navigator.showShelf(name)
    model = window.models.mallList
    qtbot.waitUntil(lambda: state(model) == "ready")
    return model


def names_of(model, count):
    """What stands on the first cards of the list."""
    cards = model.property("cards")
    return [cards._row(row).name for row in range(min(count, cards.rowCount()))]


def test_from_a_shelf_through_a_list_to_a_product_and_two_of_it_into_the_cart(demo_window, qtbot):
    models = demo_window.models
    deals = open_mall(demo_window, qtbot)
    rates = [int(row.discountText.rstrip("%")) for row in rows(deals, "rows")]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > rates[-1] > 0
    qtbot.waitUntil(lambda: state(shelf(demo_window, "best")) == "ready")
    assert state(shelf(demo_window, "stores")) == "hidden"
    press(demo_window, qtbot, "mall.shelf.deals.all")
    qtbot.waitUntil(lambda: models.navigator.property("page") == "mallList")
    model = models.mallList
    qtbot.waitUntil(lambda: state(model) == "ready")
    assert model.property("title") == "오늘의 특가"
    assert rows(model, "sorts")[1].isOn
    first = rows(deals, "rows")[0]
    assert names_of(model, 1) == [first.name]
    press(demo_window, qtbot, "mall.sort.price")
    qtbot.waitUntil(lambda: names_of(model, 1) != [first.name])
    model.choose("rate", "20")
    qtbot.waitUntil(
        lambda: model.property("countText") == f"{sum(r >= 20 for r in _all_rates(demo_window))}개"
    )
    press(demo_window, qtbot, "mall.chip.rate")
    press(demo_window, qtbot, "mall.sort.rate")
    qtbot.waitUntil(lambda: names_of(model, 1) == [first.name])
    press(demo_window, qtbot, f"mall.listed.{first.key}")
    qtbot.waitUntil(lambda: state(models.product) == "ready")
    assert models.product.property("key") == first.key
    qtbot.waitUntil(lambda: "배송: 무료배송" in texts_below(demo_window.item("product")))
    press(demo_window, qtbot, "product.quantity.more")
    press(demo_window, qtbot, "product.cart")
    assert told(demo_window, qtbot).text == "장바구니에 담았어요."
    (line,) = demo_window.box.purchases.cart.lines()
    assert (str(line.product), line.quantity) == (first.key, 2)
    for _ in range(20):
        models.product.step(1)
    assert models.product.property("quantity") == 10
    assert not demo_window.item("product.quantity.more").isEnabled()
    assert is_seen(demo_window.item("product.limit"))
    press(demo_window, qtbot, "product.buy")
    qtbot.waitUntil(lambda: models.navigator.property("page") == "checkout")
    models.navigator.back()
    on_page(demo_window, qtbot, "mall")
    qtbot.waitUntil(
        lambda: [r.key for r in rows(shelf(demo_window, "seen"), "rows")] == [first.key]
    )
    press(demo_window, qtbot, "mall.shelf.seen.forget")
    qtbot.waitUntil(lambda: state(shelf(demo_window, "seen")) == "hidden")


def _all_rates(window):
    items = window.box.mall.items(MallQuestion(MallShelf.DEALS))
    return [card.offer.discount_rate for card in window.box.mall.cards(items).values()]


def test_buttons_and_keys_move_a_shelf_and_the_wheel_moves_the_page(demo_window, qtbot):
    open_mall(demo_window, qtbot)
    demo_window.window.requestActivate()
    cards = demo_window.item("mall.shelf.deals.cards")
    assert not demo_window.item("mall.shelf.deals.back").isEnabled()
    press(demo_window, qtbot, "mall.shelf.deals.forward")
    qtbot.waitUntil(lambda: cards.property("contentX") > 100)
    press(demo_window, qtbot, "mall.shelf.deals.back")
    qtbot.waitUntil(lambda: cards.property("contentX") == 0)
    page = demo_window.item("mall.scroll")
    at = cards.mapToScene(QPointF(50, 50))
    turn = QWheelEvent(
        at, at, QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    demo_window.window.event(turn)
    qtbot.waitUntil(lambda: page.property("contentY") > 0)
    assert cards.property("contentX") == 0
    cards.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(cards.hasActiveFocus)
    cards.setProperty("currentIndex", 0)
    QTest.keyClick(demo_window.window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: cards.property("currentIndex") == 1)
    wanted = rows(shelf(demo_window, "deals"), "rows")[1]
    page.setProperty("contentY", 0)
    lower = demo_window.item("mall.shelf.best.cards")
    lower.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert page.property("contentY") > 0
    cards.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(demo_window.window, Qt.Key.Key_C)
    assert told(demo_window, qtbot).text == "장바구니에 담았어요."
    QTest.keyClick(demo_window.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: demo_window.models.product.property("key") == wanted.key)


def _end_shows_the_way_back(window):
    """Press Home and End; a view that has not laid out its new list yet does not move."""
    for pressed in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(window.window, pressed)
    return is_seen(window.item("mall.top"))


def test_a_long_list_is_read_page_by_page_and_stays_while_it_is_looked_at(demo_window, qtbot):
    many = [goods(n, 1000 + n) for n in range(3000)]
    many = [replace(one, name=f"긴 목록 {n}") for n, one in enumerate(many)]
    data = demo_window.box.databases
    demo_window.box.tasks.write_now(lambda: listed(data, *many, at=EVENING))
    model = open_list(demo_window, qtbot, "all")
    model.chooseSort("price")
    qtbot.waitUntil(lambda: names_of(model, 1) == ["긴 목록 0"])
    cards = model.property("cards")
    assert model.property("countText") == f"{cards.rowCount():,}개"
    assert cards.rowCount() > 3000
    assert cards.held < 200
    demo_window.arrived("mall.listed.kok:mall-00000", qtbot)
    grid = demo_window.item("mall.grid")
    demo_window.window.requestActivate()
    grid.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: _end_shows_the_way_back(demo_window))
    assert grid.property("currentIndex") == cards.rowCount() - 1
    last = list(cards.items)[-1]
    dearest = str(demo_window.box.mall.cards([last])[last].offer.key)
    demo_window.arrived(f"mall.listed.{dearest}", qtbot)
    assert cards.held < 700
    order = list(cards.items)
    cheap = replace(many[2999], sale_price_krw=1)
    demo_window.box.tasks.write_now(lambda: listed(data, cheap, at=EVENING))
    model.refresh()
    qtbot.waitUntil(lambda: model.property("isChanged"))
    assert list(cards.items) == order
    press(demo_window, qtbot, "mall.top")
    press(demo_window, qtbot, "mall.again")
    qtbot.waitUntil(lambda: names_of(model, 1) == ["긴 목록 2999"])
    assert not model.property("isChanged")


def test_a_shelf_is_empty_or_fails_on_its_own(demo_window, qtbot, monkeypatch):
    whole = demo_window.box.mall.shelf

    def broken(shelf, limit):
        if shelf is MallShelf.BEST:
            raise StorageEnvironmentError("읽지 못했어요")
        return whole(shelf, limit)

    monkeypatch.setattr(demo_window.box.mall, "shelf", broken)
    on_page(demo_window, qtbot, "mall")
    qtbot.waitUntil(lambda: state(shelf(demo_window, "best")) == "error")
    qtbot.waitUntil(lambda: state(shelf(demo_window, "deals")) == "none")
    wanted = "할인을 확인한 상품이 아직 없어요."
    assert shelf(demo_window, "deals").property("stateTitle") == wanted
    assert state(shelf(demo_window, "drops")) == "hidden"
    monkeypatch.undo()
    read_pages(demo_window)
    press(demo_window, qtbot, "mall.shelf.best.retry")
    qtbot.waitUntil(lambda: state(shelf(demo_window, "best")) == "ready")


def test_before_anything_was_fetched_the_mall_offers_to(bare_window, qtbot):
    model = on_page(bare_window, qtbot, "mall", ("never",))
    assert model.property("stateAction") == "지금 받기"


def test_links_lead_to_shelves_and_every_control_has_a_name(demo_window, qtbot):
    QAccessible.setActive(True)
    try:
        open_mall(demo_window, qtbot)
        controls = [i for i in demo_window.items() if is_seen(i) and i.activeFocusOnTab()]
        demo_window.models.navigator.follow("eats://mall/list?shelf=best")
        qtbot.waitUntil(lambda: state(demo_window.models.mallList) == "ready")
        controls += [i for i in demo_window.items() if is_seen(i) and i.activeFocusOnTab()]
        assert [i.objectName() for i in controls if not spoken(i).strip()] == []
    finally:
        QAccessible.setActive(False)
    assert demo_window.models.mallList.property("shelf") == "best"
    demo_window.models.navigator.follow("eats://mall/list?shelf=../..")
    assert demo_window.models.navigator.property("page") == "mall"
    demo_window.models.navigator.follow("eats://mall")
    assert demo_window.models.navigator.property("section") == "mall"
