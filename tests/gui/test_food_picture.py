"""The picture on every card: a drawing at once, the photo when it comes, no crash in between."""

from __future__ import annotations

import gc
import struct
import zlib

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlApplicationEngine

from eats_desktop.app.qt.drawing_provider import DrawingProvider
from eats_desktop.app.qt.photo_shot import develop, parse_shot
from eats_desktop.paths import bundle_root, resources
from tests.helpers.picture_window import RED, photo, picture_window

pytestmark = pytest.mark.gui

FOLDER = resources() / "pictures"
TILE = "image://photo/hmall/https%3A%2F%2Fimage.hmall.com%2F1.jpg/60x40r8"


def drawn(provider, kind, side=96):
    return provider.requestImage(kind, QSize(), QSize(side, side))


@pytest.mark.parametrize("kind", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_drawing_stands_out_on_light_and_on_dark_tiles(qapp, kind):
    image = drawn(DrawingProvider(FOLDER), kind)
    assert image.pixelColor(0, 0).alpha() == 0
    pixels = [image.pixelColor(x, y) for x in range(0, 96, 2) for y in range(0, 96, 2)]
    solid = [pixel for pixel in pixels if pixel.alpha() > 200]
    assert len(solid) > 0.15 * len(pixels)
    for tile in ("#FBEFE3", "#3A2A20", "#141414"):
        seen = [p for p in solid if distance(p, QColor(tile)) > 60]
        assert len(seen) > 0.5 * len(solid)


def distance(one, other):
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_a_drawing_comes_in_the_size_asked_for_and_an_unknown_kind_is_a_covered_dish(qapp):
    provider = DrawingProvider(FOLDER)
    assert drawn(provider, "fish", 220).size() == QSize(220, 220)
    assert drawn(provider, "no such kind") == drawn(provider, "unknown")


def test_without_a_photo_the_drawing_shows_in_the_tile(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [""]) as shown:
        qtbot.waitUntil(lambda: colours(shown, QColor("#D8412D")) > 5)
        assert shown.photos_shown() == 0
        assert shown.site.asked == []


def test_a_photo_covers_the_drawing_up_to_its_rounded_corners(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo("1")]) as shown:
        shown.window.setProperty("side", 80)
        qtbot.waitUntil(lambda: shown.photos_shown() == 1)
        image = shown.window.grabWindow()
        assert shown.pictures()[0].childItems()[-1].opacity() == 1.0
        assert distance(image.pixelColor(40, 4), QColor("#FBE9E4")) < 30
        assert image.pixelColor(0, 0) == QColor("#0000ff")
        assert shown.site.asked == ["/1.jpg"]


def test_a_photo_that_cannot_be_had_leaves_the_drawing(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo("none"), photo("2")]) as shown:
        qtbot.waitUntil(lambda: shown.photos_shown() == 1)
        qtbot.waitUntil(lambda: len(shown.site.asked) == 2)
        assert [item.property("hasPhoto") for item in shown.pictures()] == [False, True]


def test_tiles_of_one_photo_share_it(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo("1")] * 12) as shown:
        qtbot.waitUntil(lambda: shown.photos_shown() == 12)
        assert shown.site.asked == ["/1.jpg"]


def test_a_tile_that_shows_another_product_lets_the_old_photo_go_at_once(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo("1")]) as shown:
        qtbot.waitUntil(lambda: shown.photos_shown() == 1)
        tile = shown.pictures()[0]
        shown.site.gate.clear()
        tile.setProperty("photo", photo("2"))
        assert not tile.property("hasPhoto")
        shown.site.gate.set()
        qtbot.waitUntil(lambda: tile.property("hasPhoto"))
        assert shown.site.asked == ["/1.jpg", "/2.jpg"]


def test_a_tile_that_grows_keeps_its_photo_and_gets_a_sharper_one(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo("1")]) as shown:
        qtbot.waitUntil(lambda: shown.photos_shown() == 1)
        tile = shown.pictures()[0]
        before = tile.property("asked")
        shown.window.setProperty("side", 120)
        assert tile.property("hasPhoto")
        qtbot.waitUntil(lambda: tile.property("asked") != before)
        qtbot.waitUntil(lambda: "120x120" in tile.property("asked"))
        assert len(shown.site.asked) == 1


def test_what_scrolled_away_is_not_asked_for(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, []) as shown:
        shown.site.gate.clear()
        shown.window.setProperty("photos", [photo(str(n)) for n in range(50)])
        qtbot.waitUntil(lambda: len(shown.site.asked) == 1)
        shown.window.setProperty("photos", [photo("wanted")])
        shown.site.gate.set()
        qtbot.waitUntil(lambda: shown.photos_shown() == 1)
        assert "/wanted.jpg" in shown.site.asked
        assert len(shown.site.asked) <= 4


def test_two_hundred_photos_come_while_garbage_is_collected(qapp, qtbot, tmp_path):
    with picture_window(tmp_path, [photo(str(n)) for n in range(200)]) as shown:

        def all_here():
            gc.collect(0)
            return shown.photos_shown() == 200

        qtbot.waitUntil(all_here, timeout=30_000)
        assert sorted(shown.site.asked) == sorted(f"/{n}.jpg" for n in range(200))


@pytest.mark.parametrize("arrived", [0, 30, 100])
def test_the_window_may_close_while_photos_are_on_their_way(qapp, qtbot, tmp_path, arrived):
    with picture_window(tmp_path, [photo(str(n)) for n in range(200)]) as shown:
        qtbot.waitUntil(lambda: shown.photos_shown() >= arrived, timeout=30_000)
        gc.collect()
    gc.collect()


def test_tiles_without_anyone_to_serve_them_stay_quiet(qapp, qtbot, qtlog):
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(bundle_root() / "ui"))
    engine.loadData(
        b"import QtQuick; import Eats.controls;"
        b'Window { FoodPicture { width: 40; height: 40; drawing: "fish"; photo: "x" } }'
    )
    assert len(engine.rootObjects()) == 1
    shiboken6.delete(engine)
    assert [record.message for record in qtlog.records] == []


@pytest.mark.parametrize(
    "text",
    ["", "image://photo/", "image://photo/hmall/x", TILE.replace("60x", "0x"), TILE + "0000"],
)
def test_an_address_of_another_shape_is_no_tile(text):
    assert parse_shot(text) is None


def test_a_photo_is_cut_to_the_tile_and_clear_parts_become_white(qapp, tmp_path):
    shot = parse_shot(TILE)
    assert (shot.source, shot.address) == ("hmall", "https://image.hmall.com/1.jpg")
    clear = QImage(300, 100, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    clear.save(str(tmp_path / "clear.png"))
    image = develop((tmp_path / "clear.png").read_bytes(), shot)
    assert image.size() == QSize(60, 40)
    assert image.pixelColor(30, 20) == QColor("white")
    assert image.pixelColor(0, 0).alpha() == 0


def claimed_png(width, height):
    """A few bytes that say they are a picture of that size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(bytes(10))
    chunks = [head, body, b"IEND"]
    framed = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def test_a_long_description_is_shown_from_its_top(qapp, tmp_path):
    tall = QImage(430, 10_000, QImage.Format.Format_RGB32)
    tall.fill(Qt.GlobalColor.red)
    tall.save(str(tmp_path / "tall.png"))
    image = develop((tmp_path / "tall.png").read_bytes(), parse_shot(TILE))
    assert image.pixelColor(30, 20) == QColor("red")


def test_what_is_no_photo_or_too_large_is_not_developed(qapp, tmp_path):
    shot = parse_shot(TILE)
    huge = QImage(16_385, 8, QImage.Format.Format_RGB32)
    huge.fill(Qt.GlobalColor.red)
    huge.save(str(tmp_path / "huge.png"))
    assert develop((tmp_path / "huge.png").read_bytes(), shot) is None
    assert develop(claimed_png(30_000, 30_000), shot) is None
    assert develop(claimed_png(5_000, 5_000), shot) is None
    assert develop(b"<html></html>", shot) is None
    assert develop((FOLDER / "fish.svg").read_bytes(), shot) is None
    assert develop(RED[:100], shot) is None
    assert develop(RED, shot) is not None


def colours(shown, wanted):
    image = shown.window.grabWindow()
    points = ((x, y) for x in range(40) for y in range(40))
    return sum(distance(image.pixelColor(x, y), wanted) < 40 for x, y in points)
