"""Sizes on a kiosk's panel, beside the table that was worked out for known panels."""

from __future__ import annotations

import pytest

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.kiosk_panel import KioskPanel

KNOWN = [
    (1280, 800, 10.1, 50, 88, 118, 2),
    (1920, 1080, 13.3, 92, 98, 130, 2),
    (1920, 1080, 15.6, 78, 83, 111, 2),
    (1920, 1080, 21.5, 57, 61, 81, 3),
    (1920, 1080, 23.8, 51, 55, 73, 3),
    (1080, 1920, 27.0, 45, 48, 64, 2),
    (1080, 1920, 32.0, 38, 41, 54, 2),
    (1080, 1920, 43.0, 28, 30, 40, 3),
    (2160, 3840, 32.0, 77, 81, 108, 2),
]


@pytest.mark.parametrize(
    ("width", "height", "inches", "body", "target", "primary", "columns"), KNOWN
)
def test_known_panels(width, height, inches, body, target, primary, columns):
    panel = KioskPanel(width, height, inches)
    assert panel.body_px == body
    assert abs(panel.target_px - target) <= 1
    assert abs(panel.primary_px - primary) <= 1
    assert panel.columns == columns


def test_large_text_is_twice_as_large_and_leaves_fewer_columns():
    panel = KioskPanel(1080, 1920, 32.0, large=True)
    assert panel.body_px == 76
    assert panel.columns == 1
    assert panel.target_px == KioskPanel(1080, 1920, 32.0).target_px


@pytest.mark.parametrize("inches", [0, -3, 4.9, 121, float("nan")])
def test_a_size_no_panel_has_is_refused(inches):
    with pytest.raises(InputError, match="인치"):
        KioskPanel(1080, 1920, inches)
