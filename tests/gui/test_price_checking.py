"""Old prices are asked for before an order for ten seconds, then the order goes on without."""

from __future__ import annotations

from PySide6.QtCore import QObject

from eats_desktop.domain.errors import ConflictError, SourceUnavailableError
from eats_desktop.domain.schedule import ProductKey
from eats_desktop.jobs.task_runner import Outcome
from eats_desktop.viewmodels.checkout_checking import LONGEST_MS, OFFLINE, PriceChecking

RICE, TOFU = ProductKey("kok", "77"), ProductKey("kok", "78")


class Asking:
    """A task runner that answers when told to."""

    def __init__(self):
        self.waiting = []

    def ask(self, _work, done):
        self.waiting.append(done)


def checking(qapp):
    tasks, parent = Asking(), QObject()
    found = PriceChecking(None, tasks, parent)
    finished = []
    found.finished.connect(lambda: finished.append(found.trouble))
    return found, tasks, finished, parent


def test_it_ends_with_the_last_answer(qapp):
    found, tasks, finished, _parent = checking(qapp)
    found.start([RICE, TOFU])
    tasks.waiting[0](Outcome())
    assert (found.is_running, finished) == (True, [])
    tasks.waiting[1](Outcome())
    assert (found.is_running, finished) == (False, [""])


def test_ten_seconds_are_the_longest_and_late_answers_are_dropped(qapp):
    assert LONGEST_MS == 10_000
    found, tasks, finished, _parent = checking(qapp)
    found.start([RICE])
    found.stop()
    assert len(finished) == 1
    assert finished[0] != ""
    tasks.waiting[0](Outcome())
    assert len(finished) == 1


def test_an_unreachable_seller_and_a_spent_allowance_are_told_apart(qapp):
    found, tasks, finished, _parent = checking(qapp)
    found.start([RICE])
    tasks.waiting[0](Outcome(error=SourceUnavailableError("끊김")))
    found.start([TOFU])
    tasks.waiting[1](Outcome(error=ConflictError("오늘은 그만")))
    assert finished[0] == OFFLINE
    assert finished[1] not in ("", OFFLINE)


def test_answers_of_a_checkout_that_was_left_are_dropped(qapp):
    found, tasks, finished, _parent = checking(qapp)
    found.start([RICE])
    found.forget()
    tasks.waiting[0](Outcome())
    assert finished == []
