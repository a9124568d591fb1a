"""Where the window opens: as last time when that can be seen, else in the middle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QWindow

from eats_desktop.app.qt.geometry import fitting, restore_geometry, save_geometry

SCREEN = QRect(0, 0, 1920, 1080)


def test_a_window_on_a_screen_that_is_gone_comes_to_the_middle_of_the_first():
    assert fitting(QRect(2500, 300, 1000, 700), [SCREEN]).center() == SCREEN.center()


def test_a_window_that_can_be_seen_stays_where_it_was():
    assert fitting(QRect(100, 80, 1000, 700), [SCREEN]) == QRect(100, 80, 1000, 700)


def test_a_window_in_the_corner_stays_in_the_corner():
    assert fitting(QRect(0, 0, 1000, 700), [SCREEN]) == QRect(0, 0, 1000, 700)


@given(st.integers(-3000, 5000), st.integers(-3000, 5000), st.integers(300, 4000))
def test_wherever_it_was_it_opens_where_it_can_be_seen(x, y, size):
    found = fitting(QRect(x, y, size, size), [SCREEN])
    seen = found.intersected(SCREEN)
    assert seen.width() * seen.height() >= 0.6 * min(
        found.width() * found.height(), SCREEN.width() * SCREEN.height()
    )


@pytest.mark.gui
def test_size_and_place_come_back_at_the_next_start(qapp, tmp_path):
    first = QWindow()
    first.setGeometry(120, 90, 700, 500)
    first.show()
    save_geometry(first, tmp_path)
    second = QWindow()
    restore_geometry(second, tmp_path)
    assert second.geometry() == QRect(120, 90, 700, 500)
    first.close()
