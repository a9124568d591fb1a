"""A window with nothing but the price chart, in any look."""

from __future__ import annotations

from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine

from eats_desktop.app.qt.icon_provider import IconProvider
from eats_desktop.paths import bundle_root, resources
from eats_desktop.viewmodels.price_chart_view_model import PriceChartViewModel
from tests.helpers.window import below

_QML = b"""
import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.product

Window {
    id: window

    required property PriceChartViewModel chart
    property string mode: "light"
    property real textScale: 1

    visible: true
    color: Theme.bg

    Binding { target: Theme; property: "mode"; value: window.mode }
    Binding { target: Theme; property: "scale"; value: window.textScale }
    Binding { target: Theme; property: "still"; value: true }
    Flickable {
        anchors.fill: parent
        contentHeight: page.height + 48
        PriceChart {
            id: page

            x: 24
            y: 24
            width: window.width - 48
            chart: window.chart
        }
    }
}
"""


class ChartWindow:
    def __init__(self, width, height, mode, scale):
        self.chart = PriceChartViewModel()
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(bundle_root() / "ui"))
        self.engine.addImageProvider("icon", IconProvider(resources() / "icons"))
        look = {"chart": self.chart, "mode": mode, "textScale": scale}
        self.engine.setInitialProperties({**look, "width": width, "height": height})
        self.engine.loadData(_QML, QUrl("qrc:/chart.qml"))
        self.window = self.engine.rootObjects()[0]

    def item(self, name):
        return next(
            (item for item in below(self.window.contentItem()) if item.objectName() == name), None
        )

    def shows(self, name):
        item = self.item(name)
        return item is not None and item.isVisible()

    def picture(self):
        """What is on the screen, as an image."""
        return self.window.grabWindow()


@contextmanager
def chart_window(width=640, height=700, mode="light", scale=1.0):
    window = ChartWindow(width, height, mode, scale)
    try:
        yield window
    finally:
        shiboken6.delete(window.engine)
        shiboken6.delete(window.chart)
