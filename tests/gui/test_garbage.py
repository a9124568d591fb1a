"""Garbage is collected on the UI thread, and only there."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject


class Ring:
    """Only a collection can free it."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collected_on():
    """The threads that collections ran on."""
    found = []

    def note(phase, _info):
        if phase == "stop":
            found.append(threading.current_thread())

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def make_rings(count):
    return [Ring() for _ in range(count)][-1:]


def test_rings_made_on_a_worker_thread_are_freed_by_the_ui_thread(qtbot, collected_on):
    gc.disable()  # other tests' libraries switch the automatic one on again
    qtbot.wait(10)
    collected_on.clear()
    watched = []

    def work():
        rings = make_rings(5000)
        watched.append(weakref.ref(rings[0]))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert collected_on == []
    qtbot.waitUntil(lambda: watched[0]() is None, timeout=5000)
    assert set(collected_on) == {threading.main_thread()}


def test_what_was_loaded_before_is_looked_through_no_more(qtbot):
    qtbot.wait(10)
    assert gc.get_freeze_count() > 10_000


def test_the_collector_lives_with_the_application(qapp):
    names = {type(child).__name__ for child in qapp.findChildren(QObject)}
    assert "GarbageCollector" in names
