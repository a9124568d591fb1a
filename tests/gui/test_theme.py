"""Every pair of text and ground in every theme can be read: WCAG 2 contrast of 7 : 1 or more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[2] / "ui" / "Eats" / "theme" / "Theme.qml"
ROLE = re.compile(r'readonly property color (\w+): pick\("(#\w+)", "(#\w+)", "(#\w+)"\)')
MODES = ("light", "dark", "contrast")
ROLES = {
    name: dict(zip(MODES, colours, strict=True))
    for name, *colours in ROLE.findall(THEME.read_text(encoding="utf-8"))
}
TEXT_PAIRS = [
    ("text", "bg"), ("text", "surface"), ("text", "surfaceAlt"),
    ("text2", "bg"), ("text2", "surface"), ("text2", "surfaceAlt"),
    ("primary", "surface"), ("primary", "bg"), ("primaryInk", "primary"),
    ("primarySoftInk", "primarySoft"), ("live", "surface"), ("liveInk", "live"),
    ("upcoming", "surface"), ("upcomingInk", "upcoming"), ("ended", "surfaceAlt"),
    ("endedInk", "ended"), ("ok", "surface"), ("ok", "okSoft"), ("warn", "surface"),
    ("warn", "warnSoft"), ("err", "surface"), ("err", "errSoft"), ("info", "surface"),
    ("info", "infoSoft"),
]  # fmt: skip
EDGE_PAIRS = [
    ("outline", "surface"), ("outline", "bg"), ("focus", "bg"), ("focus", "surface"),
    ("star", "surface"), ("star", "bg"), ("star", "surfaceAlt"),
]  # fmt: skip


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1():
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21.0


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(mode, ink, ground):
    assert contrast(ROLES[ink][mode], ROLES[ground][mode]) >= 7


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_can_be_seen(mode, edge, ground):
    assert contrast(ROLES[edge][mode], ROLES[ground][mode]) >= 3
