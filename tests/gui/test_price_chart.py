"""값의 변화 on the screen: painted in every look, readable, and there as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QAccessible, QColor

from eats_desktop.domain.clock import KST
from eats_desktop.domain.price_history import PriceSpan
from tests.gui.conftest import EVENING
from tests.gui.test_product_screen import open_product
from tests.helpers.browsing import press, spoken, texts_below
from tests.helpers.chart_window import chart_window
from tests.helpers.listings import product
from tests.helpers.storage_builders import FOOD, key

pytestmark = pytest.mark.gui

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=KST)
RICE = product("77", "들녘 햅쌀 10kg", 32900, source="kok", category="쌀")


def ago(days):
    return NOW - timedelta(days=days)


SPANS = (
    PriceSpan(39900, ago(84), ago(70)),
    PriceSpan(None, ago(59), ago(50)),
    PriceSpan(32900, ago(22), ago(22)),
    PriceSpan(37900, ago(20), ago(0)),
)


def colours(window, name):
    """The colours of an item's pixels, a sample of them."""
    item = window.item(name)
    image = window.picture()
    corner = item.mapToScene(item.boundingRect().topLeft())
    left, top = round(corner.x()), round(corner.y())
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(left, left + round(item.width()), 2)
        for y in range(top, top + round(item.height()))
        if image.rect().contains(x, y)
    }


@pytest.mark.parametrize(
    ("mode", "line", "low"),
    [
        ("light", "#a00f49", "#0a5c36"),
        ("dark", "#ff9dbb", "#7fdba6"),
        ("contrast", "#ffe100", "#7cffb2"),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_line_and_low_are_painted_in_every_look(qapp, qtbot, mode, line, low, scale):
    with chart_window(480, 1400, mode, scale) as window:
        window.chart.show(SPANS, None, NOW)
        qtbot.waitUntil(lambda: window.shows("price.chart.picture"))
        qtbot.waitUntil(lambda: {line, low} <= colours(window, "price.chart.picture"))
        assert window.item("price.chart.picture").height() == 260 * scale


def test_a_screen_reader_hears_what_the_picture_shows(qapp, qtbot):
    with chart_window() as window:
        window.chart.show(SPANS, None, NOW)
        qtbot.waitUntil(lambda: window.shows("price.chart.picture"))
        said = spoken(window.item("price.chart.picture")).replace("\N{NO-BREAK SPACE}", " ")
        assert said.startswith("값 그림. 9월 2일부터 값을 3번 적었어요. 가장 쌌던 날은 11월 3일")


def test_one_price_is_a_sentence_and_nothing_known_is_nothing(qapp, qtbot):
    with chart_window() as window:
        assert not window.shows("price.chart")
        window.chart.show(SPANS[-1:], None, NOW)
        qtbot.waitUntil(lambda: window.shows("price.chart.sentence"))
        assert not window.shows("price.chart.picture")
        assert not window.shows("price.chart.list")


def test_on_the_product_page_the_table_opens_on_demand(demo_window, qtbot):
    for days, price in ((40, 35900), (30, 31900), (0, 32900)):
        with demo_window.box.databases.writer.transaction() as tx:
            seen = EVENING - timedelta(days=days)
            tx.save_mall([replace(RICE, sale_price_krw=price)], {key(RICE): FOOD}, seen)
    open_product(demo_window, qtbot, str(key(RICE)))
    qtbot.waitUntil(lambda: demo_window.item("price.chart.picture").isVisible())
    assert not demo_window.item("price.table").isVisible()
    press(demo_window, qtbot, "price.chart.list")
    qtbot.waitUntil(lambda: demo_window.item("price.table").isVisible())
    shown = texts_below(demo_window.item("price.table"))
    assert [text for text in shown if text.endswith("00원")] == ["32,900원", "31,900원", "35,900원"]
    lines = [i for i in demo_window.item("price.table").childItems() if i.height()]
    roles = {QAccessible.queryAccessibleInterface(line).role() for line in lines[:1]}
    assert roles == {QAccessible.Role.ListItem}
