"""The pools of the program: who runs where, and who goes first."""

from __future__ import annotations

import os
import queue
import sys
import threading

import pytest

from eats_desktop.jobs.task_runner import TaskRunner


@pytest.mark.skipif(sys.platform != "linux", reason="one thread's priority, as Linux tells it")
def test_long_work_steps_back_behind_what_a_person_waits_for():
    def priority():
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    runner, told = TaskRunner(), queue.SimpleQueue()
    own = priority()
    assert runner.write_now(priority) > own
    runner.background(priority, told.put)
    assert told.get(timeout=10).value > own
    runner.read(priority, told.put)
    assert told.get(timeout=10).value == own
    runner.ask(priority, told.put)
    assert told.get(timeout=10).value == own
    runner.close()
