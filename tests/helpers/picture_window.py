"""A window of product pictures over a site that answers when the test lets it."""

from __future__ import annotations

import random
import threading
from contextlib import contextmanager
from datetime import datetime
from urllib.parse import quote

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine

from eats_desktop.app.qt.photo_provider import PictureDesk
from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.web import Response
from eats_desktop.domain.clock import KST, ManualClock
from eats_desktop.paths import bundle_root, resources
from eats_desktop.sources.photo_cache import PhotoCache
from eats_desktop.sources.photo_fetcher import PhotoFetcher, PhotoPolicy
from eats_desktop.sources.photos import Photos
from eats_desktop.viewmodels.ui_poster import UiPoster

_QML = b"""
import QtQuick
import Eats.controls
import Eats.theme

Window {
    id: window

    property var photos: []
    property string drawing: "kimchi"
    property int side: 40
    property string mode: "light"
    property bool still: true

    visible: true
    width: 900
    height: 500
    color: "#0000ff"

    Binding { target: Theme; property: "mode"; value: window.mode }
    Binding { target: Theme; property: "still"; value: window.still }
    Grid {
        columns: 20
        spacing: 2
        Repeater {
            model: window.photos
            FoodPicture {
                required property string modelData
                objectName: "picture"
                width: window.side
                height: window.side
                drawing: window.drawing
                photo: modelData
            }
        }
    }
}
"""
RED = (resources() / "demo" / "photos" / "kimchi-2.webp").read_bytes()


class PhotoSite:
    """One loopback site; while `gate` is closed its photos wait."""

    def __init__(self):
        self.asked = []
        self.gate = threading.Event()
        self.gate.set()
        self.body = RED

    def respond(self, request):
        if request.path == "/robots.txt":
            return Response(404, {}, b"")
        self.asked.append(request.path)
        self.gate.wait(20)
        if "none" in request.path:
            return Response(404, {}, b"")
        return Response(200, {"Content-Type": "image/webp"}, self.body)


class PictureWindow:
    def __init__(self, folder, site, base_url, photos):
        clock = ManualClock(datetime(2026, 11, 24, 14, 20, tzinfo=KST))
        policy = PhotoPolicy(gap_s=0, timeout_s=20)
        fetcher = PhotoFetcher(policy, clock, threading.Event(), random.Random(1))
        cache = PhotoCache(folder, clock)
        self.site = site
        self.photos = Photos(fetcher, cache, clock, lambda source: base_url, lambda: True)
        self.poster = UiPoster()
        self.desk = PictureDesk(self.photos, self.poster.post)
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(bundle_root() / "ui"))
        self.desk.serve(self.engine, resources() / "pictures")
        self.engine.setInitialProperties({"photos": photos})
        self.engine.loadData(_QML, QUrl("qrc:/pictures.qml"))
        self.window = self.engine.rootObjects()[0]

    def pictures(self):
        grid = self.window.contentItem().childItems()[0]
        return [item for item in grid.childItems() if item.objectName() == "picture"]

    def photos_shown(self):
        return sum(bool(item.property("hasPhoto")) for item in self.pictures())

    def close(self):
        self.desk.close()
        self.poster.close()
        shiboken6.delete(self.engine)
        self.photos.close()


def photo(name):
    """The address that QML gets of a photo of 현대홈쇼핑."""
    return f"image://photo/hmall/{quote(f'https://image.hmall.com/{name}.jpg?AR=0', safe='')}"


@contextmanager
def picture_window(folder, photos):
    site = PhotoSite()
    with LoopbackSites(("hmall",), site.respond) as sites:
        window = PictureWindow(folder, site, sites.base_urls["hmall"], photos)
        try:
            yield window
        finally:
            site.gate.set()
            window.close()
