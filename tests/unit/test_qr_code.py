"""The code that a telephone's camera reads."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from eats_desktop.viewmodels.qr_code import QrCode, qr_rows

pytestmark = pytest.mark.gui

LINK = "https://seller.example/goods/view?goods_no=12617513&from=eats"
FINDER = [
    "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
]  # fmt: skip


def test_a_code_has_its_three_finders_and_nothing_gives_no_code():
    rows = qr_rows(LINK)
    size = len(rows)
    assert {len(row) for row in rows} == {size}
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        seen = [
            "".join("#" if dark else "." for dark in rows[top + y][left : left + 7])
            for y in range(7)
        ]
        assert seen == FINDER
    assert qr_rows("") == ()


def test_it_is_painted_in_whole_pixels_with_a_quiet_zone_of_four(qapp):
    item = QrCode()
    item.setProperty("text", LINK)
    item.setWidth(200)
    item.setHeight(180)
    image = QImage(200, 180, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    item.paint(painter)
    painter.end()
    rows = qr_rows(LINK)
    side = 180 // (len(rows) + 8)
    left, top = (200 - side * (len(rows) + 8)) // 2, (180 - side * (len(rows) + 8)) // 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            place = (left + (4 + x) * side + side // 2, top + (4 + y) * side + side // 2)
            assert (image.pixelColor(*place).lightness() < 128) == bool(dark)
    assert all(image.pixelColor(left + 4 * side - 1, y).lightness() == 255 for y in range(180))
