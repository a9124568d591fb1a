"""The screen stays on while it is cooked from, by a real bus; where there is none, it says so."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from eats_desktop.app.qt.wake import DesktopWake
from tests.helpers.session_bus import missing_tools, session_bus

pytestmark = pytest.mark.gui

needs_bus = pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {missing_tools()}")


@pytest.fixture
def bus(monkeypatch):
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def saver(bus):
    command = [sys.executable, "-m", "tests.helpers.screen_saver"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield process.stdout
        process.kill()


@needs_bus
def test_the_screen_saver_is_held_and_let_go(qapp, qtbot, saver):
    wake, told = DesktopWake(), []
    wake.hold("김치찌개 만드는 중", told.append)
    qtbot.waitUntil(lambda: told == [True])
    asked = json.loads(saver.readline())
    assert asked == {"program": "Eat's 유혹", "reason": "김치찌개 만드는 중"}
    wake.release()
    assert saver.readline() == "gone\n"


@needs_bus
def test_holding_again_lets_the_first_go(qapp, qtbot, saver):
    wake, told = DesktopWake(), []
    for dish in ("국", "밥"):
        wake.hold(dish, told.append)
        qtbot.waitUntil(lambda: told[-1:] == [True])
        told.clear()
    lines = {saver.readline() for _ in range(3)}
    assert "gone\n" in lines
    wake.release()
    assert saver.readline() == "gone\n"


@needs_bus
def test_a_desktop_without_the_service_is_told_of(qapp, qtbot, bus):
    wake, told = DesktopWake(), []
    wake.hold("국", told.append)
    qtbot.waitUntil(lambda: told == [False])
    wake.release()
    wake.release()


def test_without_a_bus_nothing_is_promised(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    wake, told = DesktopWake(), []
    wake.hold("국", told.append)
    assert told == [False]
    wake.release()


@needs_bus
def test_what_was_let_go_before_the_answer_is_not_told(qapp, qtbot, bus):
    wake, told = DesktopWake(), []
    wake.hold("국", told.append)
    wake.release()
    qtbot.wait(50)
    assert told == []
