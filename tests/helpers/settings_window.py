"""The settings and the first-run guide in a window of their own, over a real data directory."""

from __future__ import annotations

import tomllib
from contextlib import contextmanager

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from eats_desktop.app.container import Container
from eats_desktop.app.qt.icon_provider import IconProvider
from eats_desktop.app.qt.shell import Shell
from eats_desktop.domain.clock import ManualClock
from eats_desktop.paths import bundle_root, resources
from eats_desktop.viewmodels.ui_poster import UiPoster
from tests.helpers.window import below

_QML = b"""
import QtQuick
import QtQuick.Controls.Basic
import Eats.ViewModels
import Eats.theme
import Eats.screens

Window {
    id: window

    required property LookViewModel look
    required property SettingsViewModel settings
    required property SyncViewModel sync
    required property PlaybackViewModel playback
    required property MyDataViewModel myData
    required property PhotoStoreViewModel photoStore
    required property RecipeImportViewModel imports

    width: 1280
    height: 800
    visible: true

    Binding { target: Theme; property: "mode"; value: window.look.mode }
    Binding { target: Theme; property: "scale"; value: window.look.textScale / 100 }
    Binding { target: Theme; property: "still"; value: window.look.reduceMotion }

    SettingsScreen {
        anchors.fill: parent
        settings: window.settings
        look: window.look
        sync: window.sync
        playback: window.playback
        data_: window.myData
        photos: window.photoStore
        imports: window.imports
    }
    Loader {
        objectName: "guide"
        anchors.fill: parent
        active: !window.look.setupDone
        sourceComponent: SetupScreen {
            look: window.look
            settings: window.settings
            sync: window.sync
        }
    }
}
"""


class Desktop:
    """A desktop that takes notices unless it has a `problem_`."""

    def __init__(self, problem=None):
        self.problem_ = problem
        self.shown = []

    def problem(self):
        return self.problem_

    def send(self, title, body):
        self.shown.append((title, body))


class SettingsWindow:
    def __init__(self, box, shell, window):
        self.box = box
        self.models = shell.models
        self.window = window

    @property
    def written(self):
        """What settings.toml says now."""
        return tomllib.loads((self.box.data_dir / "settings.toml").read_text(encoding="utf-8"))

    def items(self):
        """All items that can be seen, in the order in which they lie in the tree."""
        return [item for item in below(self.window.contentItem()) if _is_shown(item)]

    def item(self, name):
        return next((item for item in self.items() if item.objectName() == name), None)

    def tab_stops(self):
        return [item for item in self.items() if item.activeFocusOnTab() and item.isEnabled()]

    def press(self, name, key=Qt.Key.Key_Space):
        """Give the control the focus and press it as a keyboard user does."""
        item = self.item(name)
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(self.window, key)

    def walk(self, steps):
        """Press Tab so often; give the names of what had the focus."""
        names = []
        for _ in range(steps):
            QTest.keyClick(self.window, Qt.Key.Key_Tab)
            names.append(self.window.activeFocusItem().objectName())
        return names

    def spoken(self, item):
        return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)

    def texts(self):
        return [t for t in (i.property("text") for i in self.items()) if isinstance(t, str) and t]


@contextmanager
def open_settings(data_dir, now, *, settings="", desktop=None):
    path = data_dir / "settings.toml"
    if settings:
        path.write_text(settings, encoding="utf-8")
    poster = UiPoster()
    box = Container(data_dir, None, ManualClock(now), poster.post, desktop or Desktop())
    shell = Shell(box, poster)
    engine = shell.engine
    engine.addImageProvider("icon", IconProvider(resources() / "icons"))
    engine.addImportPath(str(bundle_root() / "ui"))
    needed = ("look", "settings", "sync", "playback", "myData", "imports", "photoStore")
    engine.setInitialProperties({name: getattr(shell.models, name) for name in needed})
    engine.loadData(_QML, QUrl("settings-window.qml"))
    window = engine.rootObjects()[0]
    shell.models.sync.refresh()
    window.requestActivate()
    try:
        yield SettingsWindow(box, shell, window)
    finally:
        shell.close()
        box.close()


def _is_shown(item):
    return item.isVisible() and item.width() > 0
