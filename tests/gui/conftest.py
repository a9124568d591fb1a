"""A real window over real databases, fed by the demonstration sites, without a display."""

from __future__ import annotations

import os
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest

from eats_desktop.app.qt.application import load_fonts
from eats_desktop.domain.clock import KST
from eats_desktop.paths import resources
from tests.helpers.window import open_window

EVENING = datetime(2026, 11, 25, 20, 0, 30, tzinfo=KST)


@pytest.fixture(scope="session")
def qapp(qapp):
    from PySide6.QtQuickControls2 import QQuickStyle

    QQuickStyle.setStyle("Basic")
    load_fonts(resources() / "fonts")
    return qapp


@pytest.fixture
def demo_window(qtbot, qapp, tmp_path):
    """A loaded window whose databases hold the demonstration week; its clock can be moved."""
    with open_window(tmp_path, EVENING) as window:
        window.synchronise()
        yield window


@pytest.fixture
def bare_window(qtbot, qapp, tmp_path):
    """A loaded window that never fetched anything; the sites are there."""
    with open_window(tmp_path, EVENING) as window:
        yield window
