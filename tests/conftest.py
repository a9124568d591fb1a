"""What holds for every test: none is timed, so a busy machine fails nothing."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def qtbot(qtbot):
    """Wait for what must come as long as the slowest machine takes."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=20_000)
    return qtbot
