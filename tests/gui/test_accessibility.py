"""Every control of every screen can be reached and says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from tests.helpers.ordering import TO_PAID, ordered
from tests.helpers.shopping import RICE, TOFU

pytestmark = pytest.mark.gui

PAGES = (
    *("home", "schedule", "recipes", "pantry", "shopping", "results", "wishes", "cart"),
    *("alarms", "inbox", "search", "product", "recipe", "settings", "me", "checkout"),
    *("orders", "order"),
)
KITCHEN = ("두부 2모", "감자 3개")
"""What lies in the pantry and on the shopping list where those pages are looked at."""

SMALLEST = 44


@pytest.fixture(autouse=True)
def assistive_technology(qapp):
    """As if a screen reader ran: only then do items have a face."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def open_page(window, page, qtbot):
    models = window.models
    prepare(window, page)
    models.navigator.go(page)
    model = getattr(models, page)
    if page != "settings":
        qtbot.waitUntil(lambda: model.property("state") in ("ready", "none"), timeout=20_000)
    qtbot.wait(50)


def prepare(window, page):
    """Let the page have something to show."""
    models = window.models
    if page == "search":
        models.search.ask("김치")
    if page == "product":
        models.navigator.openProduct(str(window.box.food.search.search("김치").products[0].key))
    if page == "recipe":
        models.navigator.openRecipe("library:pork-kimchi-stew")
    if page == "results":
        models.navigator.showResults("by=use&have=두부 2모&have=감자 3개")
    if page in ("pantry", "shopping"):
        fill_kitchen(window.box)
    buy(window, page)


def buy(window, page):
    if page in ("cart", "checkout"):
        found = window.box.food.search.search("김치").products[0].key
        window.box.tasks.write_now(lambda: window.box.purchases.cart.add(found))
    if page == "checkout":
        window.models.checkout.open()
    if page in ("orders", "order"):
        order = ordered(window, RICE, TOFU, steps=TO_PAID)
        window.models.navigator.openOrder(str(order.order_no))


def fill_kitchen(box):
    for text in KITCHEN:
        box.tasks.write_now(lambda text=text: box.recipes.pantry.add(text))
        box.tasks.write_now(lambda text=text: box.recipes.shopping_list.add(text))


def shown(item):
    return item.isVisible() and item.isEnabled() and item.width() > 0 and item.height() > 0


def controls(window):
    """What can be pressed, ticked or typed into, as Qt tells assistive technology."""
    roles = {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.PageTab,
        QAccessible.Role.Link,
        QAccessible.Role.EditableText,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Slider,
    }
    for item in window.items():
        face = QAccessible.queryAccessibleInterface(item)
        if face is not None and face.isValid() and face.role() in roles and shown(item):
            yield item, face


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_a_screen_reader_can_say(demo_window, qtbot, page):
    open_page(demo_window, page, qtbot)
    nameless = [
        (item.objectName(), item.metaObject().className())
        for item, face in controls(demo_window)
        if not face.text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []
    assert sum(1 for _ in controls(demo_window)) > 8


@pytest.mark.parametrize("page", PAGES)
def test_every_target_is_large_enough_for_an_unsteady_hand(demo_window, qtbot, page):
    open_page(demo_window, page, qtbot)
    small = {
        (item.metaObject().className().split("_QML")[0], item.objectName(), item.height())
        for item, _face in controls(demo_window)
        if item.height() < SMALLEST - 4 or item.width() < SMALLEST - 4
    }
    assert small == set()


def test_a_card_says_channel_hours_product_price_and_state(demo_window, qtbot):
    qtbot.waitUntil(lambda: demo_window.models.home.property("state") == "ready")
    row = next(r for r in demo_window.models.home.property("live").rows() if r.priceText)
    face = QAccessible.queryAccessibleInterface(demo_window.arrived(f"card.{row.key}", qtbot))
    words = face.text(QAccessible.Text.Name)
    for part in (row.channel, row.channelNo, row.title, row.priceText, row.stateText):
        assert part in words
    assert "부터" in words
    assert "까지" in words


@pytest.mark.parametrize("page", PAGES)
def test_tab_walks_through_the_page_and_comes_back(demo_window, qtbot, page):
    """No control holds the focus for ever, and the walk meets both ends of the window."""
    open_page(demo_window, page, qtbot)
    window = demo_window.window
    item = window.contentItem().nextItemInFocusChain()
    met = []
    for _ in range(400):
        if item in met:
            break
        met.append(item)
        item = item.nextItemInFocusChain()
    assert item in met
    names = {thing.objectName() for thing in met if isinstance(thing, QObject)}
    assert "top.search" in names
    assert "nav.schedule" in names
