"""Real decoding of real streams, without a window."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest

from eats_desktop.app.qt.garbage import GarbageCollector
from tests.helpers.streams import LivePicture, make_segments


@pytest.fixture(scope="session")
def qapp(qapp):
    GarbageCollector(qapp)
    return qapp


@pytest.fixture(scope="session")
def segments(tmp_path_factory):
    return make_segments(tmp_path_factory.mktemp("hls"))


@pytest.fixture
def picture(segments):
    with LivePicture(segments) as running:
        yield running
