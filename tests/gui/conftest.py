"""A real window over real databases, fed by the demonstration sites, without a display."""

from __future__ import annotations

import os
import shutil
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest

from eats_desktop.app.qt.application import load_fonts
from eats_desktop.app.qt.garbage import GarbageCollector
from eats_desktop.domain.clock import KST
from eats_desktop.paths import resources
from tests.helpers.window import fetch_days, open_window

EVENING = datetime(2026, 11, 25, 20, 0, 30, tzinfo=KST)


@pytest.fixture(scope="session")
def qapp(qapp):
    from PySide6.QtQuickControls2 import QQuickStyle

    QQuickStyle.setStyle("Basic")
    load_fonts(resources() / "fonts")
    GarbageCollector(qapp)
    return qapp


@pytest.fixture(scope="session")
def fetched(tmp_path_factory):
    """A data directory that fetched two days from the demonstration sites, to be copied."""
    folder = tmp_path_factory.mktemp("fetched")
    fetch_days(folder, EVENING, days=2)
    return folder


@pytest.fixture
def demo_window(qtbot, qapp, tmp_path, fetched):
    """A loaded window whose databases hold two demonstration days; its clock can be moved."""
    shutil.copytree(fetched, tmp_path, dirs_exist_ok=True)
    with open_window(tmp_path, EVENING) as window:
        yield window


@pytest.fixture
def bare_window(qtbot, qapp, tmp_path):
    """A loaded window that never fetched anything; the sites are there."""
    with open_window(tmp_path, EVENING) as window:
        yield window
