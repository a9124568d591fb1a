"""A window with nothing but the touch keyboard, as on a panel of any size."""

from __future__ import annotations

from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtTest import QTest

from eats_desktop.app.qt.icon_provider import IconProvider
from eats_desktop.paths import bundle_root, resources
from eats_desktop.viewmodels.hangul_keyboard_view_model import HangulKeyboardViewModel
from tests.helpers.window import below

_QML = b"""
import QtQuick
import Eats.ViewModels
import Eats.theme
import Eats.kiosk

Window {
    id: window

    required property HangulKeyboardViewModel keys
    required property real millimetre
    required property real textScale
    property string mode: "light"

    visible: true
    color: Theme.bg

    Binding { target: Theme; property: "mode"; value: window.mode }
    Binding { target: Theme; property: "scale"; value: window.textScale }
    Binding { target: Theme; property: "still"; value: true }
    Text {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.body
        text: window.keys.text
        font.pixelSize: Theme.body
        color: Theme.text
    }
    HangulKeyboard {
        objectName: "keyboard"
        anchors.bottom: parent.bottom
        width: parent.width
        keys: window.keys
        millimetre: window.millimetre
    }
}
"""


class KeyboardWindow:
    def __init__(self, panel, mode):
        self.keys = HangulKeyboardViewModel()
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(bundle_root() / "ui"))
        self.engine.addImageProvider("icon", IconProvider(resources() / "icons"))
        self.engine.setInitialProperties(
            {
                "keys": self.keys,
                "mode": mode,
                "millimetre": 1 / panel.pitch_mm,
                "textScale": panel.body_px / 18,
                "width": panel.width,
                "height": panel.height,
            }
        )
        self.engine.loadData(_QML, QUrl("qrc:/keyboard.qml"))
        self.window = self.engine.rootObjects()[0]

    def all_keys(self):
        for _ in range(3):
            QCoreApplication.processEvents()  # lays out what a new layer changed
        return [
            item
            for item in below(self.window.contentItem())
            if item.objectName().startswith("key.") and item.isVisible()
        ]

    def key(self, name):
        return next(item for item in self.all_keys() if item.objectName() == f"key.{name}")

    def centre(self, name):
        item = self.key(name)
        at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        return QPoint(int(at.x()), int(at.y()))

    def touch(self, name):
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=self.centre(name))

    def close(self):
        shiboken6.delete(self.engine)


@contextmanager
def keyboard_window(panel, mode="light"):
    window = KeyboardWindow(panel, mode)
    try:
        yield window
    finally:
        window.close()
