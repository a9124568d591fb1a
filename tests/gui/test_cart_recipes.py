"""Dishes from the cart and from an order: what is there, all of them, the recipe's own page."""

from __future__ import annotations

from collections import Counter

import pytest

from eats_desktop.domain.order import Actor, OrderState, PaymentWay
from tests.helpers.browsing import is_seen, on_page, press, rows, state, texts_below
from tests.helpers.dishes import answered
from tests.helpers.finding import raw
from tests.helpers.shopping import MACKEREL, TOFU
from tests.helpers.storage_builders import key

pytestmark = pytest.mark.gui


@pytest.fixture
def window(demo_window):
    """Two raw foods in the cart, a third at home."""
    box = demo_window.box
    readings = {key(TOFU): raw("두부"), key(MACKEREL): raw("고등어")}

    def write():
        with box.databases.writer.transaction() as tx:
            tx.save_mall((TOFU, MACKEREL), readings, demo_window.clock.now())
        for product in (TOFU, MACKEREL):
            box.purchases.cart.add(key(product), 1)
        box.recipes.pantry.add("대파 2대")

    box.tasks.write_now(write)
    return demo_window


def counts(row):
    told = {"have": row.haveText, "cart": row.cartText, "missing": row.missingText}
    return {kind: int(text.rpartition(" ")[2]) for kind, text in told.items() if text}


def test_the_chosen_lines_become_dishes_with_what_is_there_and_what_is_not(window, qtbot):
    cart = on_page(window, qtbot, "cart")
    model = window.models.cartRecipes
    qtbot.waitUntil(lambda: state(model) == "ready", timeout=20_000)
    assert model.property("titleText") == "고른 상품 2개로 만들 수 있는 요리"
    dishes = rows(model, "rows")
    assert len(dishes) == 5
    assert all("cart" in counts(row) for row in dishes)
    qtbot.waitUntil(lambda: window.item(f"basket.dish.{dishes[0].key}") is not None)
    assert dishes[0].cartText in texts_below(window.item(f"basket.dish.{dishes[0].key}"))
    press(window, qtbot, "cart.recipes.more")
    found = answered(window, qtbot)
    assert found.property("headingText") == "고른 상품으로 만들 수 있는 요리예요"
    assert rows(found, "rows")[0].key == dishes[0].key
    window.models.navigator.openRecipe(dishes[0].key)
    qtbot.waitUntil(lambda: state(window.models.recipe) == "ready")
    kinds = [row.badgeKind for row in rows(window.models.recipe, "ingredients")]
    assert Counter(filter(None, kinds)) == counts(dishes[0])
    cart.checkAll()
    on_page(window, qtbot, "cart")
    qtbot.waitUntil(lambda: model.property("titleText") == "")
    assert not is_seen(window.item("cart.recipes"))


def test_an_order_becomes_dishes_and_its_link_leads_back_to_them(window, qtbot):
    orders, write = window.box.purchases.orders, window.box.tasks.write_now
    order = write(lambda: orders.create(orders.slip(), PaymentWay.COUNTER))
    for step in (OrderState.PAYMENT_REQUESTED, OrderState.PAID):
        write(lambda step=step: orders.advance(order.order_no, step, Actor.STAFF))
    model = window.models.orderRecipes
    model.show(str(order.order_no))
    qtbot.waitUntil(lambda: state(model) == "ready", timeout=20_000)
    assert all("cart" not in counts(row) and "have" in counts(row) for row in rows(model, "rows"))
    model.showAll()
    found = answered(window, qtbot)
    assert found.property("headingText") == "주문한 상품으로 만들 수 있는 요리예요"
    assert f"order={order.order_no}" in window.models.navigator.place.question
    window.models.navigator.follow("eats://recipes/result?by=order&order=20200101-0001")
    answered(window, qtbot, ("none",))
    assert found.property("stateTitle") == "주문을 찾을 수 없어요."
    model.show("")
    assert (model.property("titleText"), rows(model, "rows")) == ("", ())
