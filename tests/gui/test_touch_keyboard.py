"""The touch keyboard on the panels it is made for: fingers type, everything fits and has a name."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from eats_desktop.domain.kiosk_panel import KioskPanel
from tests.helpers.browsing import spoken
from tests.helpers.keyboard_window import keyboard_window

pytestmark = pytest.mark.gui

PANELS = [
    KioskPanel(1080, 1920, 32.0),
    KioskPanel(1080, 1920, 32.0, large=True),
    KioskPanel(1920, 1080, 21.5),
    KioskPanel(1920, 1080, 13.3, large=True),
    KioskPanel(1280, 800, 10.1),
]


@pytest.mark.parametrize("panel", PANELS)
def test_keys_are_large_enough_and_nothing_is_cut_off(qapp, panel):
    with keyboard_window(panel) as window:
        for layer in ("hangul", "latin", "number"):
            window.keys.choose(layer)
            keys = window.all_keys()
            assert len(keys) == 10 + 9 + 7 + 8
            for key in keys:
                text = key.property("contentItem")
                assert spoken(key)
                assert key.height() * panel.pitch_mm >= 15
                assert text.property("font").pixelSize() >= panel.body_px
                assert not text.property("truncated"), key.objectName()
                left = key.mapToScene(key.boundingRect().topLeft()).x()
                assert left >= 0
                assert left + key.width() <= panel.width


def test_fingers_type_a_word_with_shift_and_take_it_back(qapp):
    with keyboard_window(PANELS[0]) as window:
        for name in ("shift", "ㄸ", "ㅓ", "ㄱ", "ㅂ", "ㅗ", "shift", "ㄲ", "ㅇ", "ㅣ"):
            window.touch(name)
        assert window.keys.text == "떡볶이"
        window.touch("back")
        assert window.keys.text == "떡볶ㅇ"
        window.touch("space")
        window.touch("number")
        window.touch("2")
        assert window.keys.text == "떡볶ㅇ 2"
        window.touch("clear")
        assert window.keys.text == ""


def test_a_second_finger_waits_for_the_first_and_a_bounce_types_once(qapp):
    with keyboard_window(PANELS[0]) as window:
        screen = QTest.createTouchDevice()
        first, second = window.centre("ㅁ"), window.centre("ㅏ")
        QTest.touchEvent(window.window, screen).press(0, first, window.window).commit()
        QTest.touchEvent(window.window, screen).stationary(0).press(
            1, second, window.window
        ).commit()
        QTest.touchEvent(window.window, screen).release(0, first, window.window).release(
            1, second, window.window
        ).commit()
        assert window.keys.text == "ㅁ"
        window.touch("ㅏ")
        window.touch("ㅏ")
        assert window.keys.text == "마"
