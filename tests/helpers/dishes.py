"""What a shopper does on the pages that find dishes, in the open window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.browsing import is_seen, on_page, overlay_items, press, rows, state


def home(window, qtbot):
    model = on_page(window, qtbot, "recipes")
    qtbot.waitUntil(lambda: is_seen(window.item("recipes.food")))
    return model


def stock_of(window):
    return window.models.recipes.property("stock")


def chips(window):
    return [f"{r.name} {r.amountText}".strip() for r in rows(stock_of(window), "rows")]


def over(window, name):
    """An item of what lies over the window."""
    return next((item for item in overlay_items(window) if item.objectName() == name), None)


def write(window, name, words):
    """Put the cursor into a field and write, as on a keyboard without input method."""
    field = window.item(name) or over(window, name)
    field.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    field.setProperty("text", words)
    return field


def enter(window):
    QTest.keyClick(window.window, Qt.Key.Key_Return)


def put(window, qtbot, food, amount=""):
    """Type a food with its amount and put it in."""
    write(window, "recipes.food", food)
    write(window, "recipes.amount", amount)
    press(window, qtbot, "recipes.put")


def find(window, qtbot, kinds=("ready",)):
    """Press 추천 받기 and wait for the answer."""
    press(window, qtbot, "recipes.find")
    return answered(window, qtbot, kinds)


def answered(window, qtbot, kinds=("ready",)):
    model = window.models.results
    qtbot.waitUntil(lambda: state(model) in kinds and not model.property("isBusy"), timeout=20_000)
    return model


def follow(window, qtbot, link, kinds=("ready",)):
    window.models.navigator.follow(link)
    return answered(window, qtbot, kinds)


def dishes(model):
    return [row.key for row in rows(model, "rows")]
